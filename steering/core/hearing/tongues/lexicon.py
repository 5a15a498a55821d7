"""What a language's words for numbers, amounts, days and hours mean: one file a language, for a translator to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The value words of one language, written as they sound; case and accents do not matter.

    Most fields are meanings: `2: dos, un par | 3: tres`, the value before the colon, its words behind it.

    *country* is where a national telephone number is dialled, *currency* what a bare amount is in; a region in the
    tag of a call's language ("es-MX") overrides both. In the *pointed* regions a point stands before decimals, whatever
    *decimal_mark* the language has.
    Numbers:
    - *numbers*: 0 to 999 as far as they are words of their own; *articles* are numbers only beside a number
      or what is counted ("un", "una"); *articles_apart* where the digit one is another word: "un ocho" is eight, "uno ocho" 18.
    - *tails* are digits only behind a number of the same script (さんじゅうご).
    - *duals* hold number and noun in one word (يومين, 이틀); the noun stands in its own field too.
    - *tens*: what multiplies one digit before it (十, 百, 千); *hundreds*: what makes hundreds of one to nine;
      *scales*: thousand and beyond. A word that stands alone too ("mil") is a number as well.
    - *rooms*: how far a number is added to before it is full, where that is not the usual ten ("60: 20").
    - *ones_first*: "ein und zwanzig". *joins*: words between parts of a number.
    - *fractions*: what is added to the number behind it (साढ़े); *parts*: names of decimals (десятых).
    - *repeats*: "doble".
    Money: *currencies* and *coins* by ISO code; *of* between a number and its unit ("un millón de euros").
    Dates: *days* from today, *which* (next, this, last, coming), *weeks* and *months_on* from this one, *weeks_on* from the
    coming weekday ("mardi en huit"); *ahead*
    and *ago* before a count of *spans*, *later* and *earlier* behind it; *the* before a lone day of the month
    (0 where it stands before anything else too).
    *eras*: the year before an era's first (令和).
    Times: *hours* (0 where they are spans too: "dos horas") and *minutes* are the nouns;
    behind *ranges* ("between") two of them follow;
    *past* and *to* stand before the hour they count from
    (*to_half* too: "halb vier"), *less* before what is taken from the hour; *of_next* are hours counted into
    ("половина четвёртого"); *before* is *to* behind the minutes (五分前); *parts_of_day* are am, pm, night, noon.
    Spans: *bounds* stand before a value at which what is meant only begins or ends, *bounds_behind* behind it: `all` of any
    kind ("más de"), `when` of days and hours ("hasta": up to fifty is fifty), `amount` of the others ("y pico"); *either*
    stands between the ends of a span.
    Around them: *neutral* phrases hold such a word and mean none ("mil gracias"); *carriers* may stand around a bare
    number that is an amount or an hour by its question alone; *things* make a number a count; *turns* correct.
    Spelling: *respell* maps letters to others before anything is read; *glued*: compounds are written as one;
    *prefixes* and *endings* are written with their word.
    """

    tag: str
    country: str
    currency: str
    regions: Mapping[str, str] = field(default_factory=dict)
    decimal_mark: str = ","
    pointed: frozenset[str] = frozenset()
    year_first: bool = False

    respell: Mapping[str, str] = field(default_factory=dict)
    glued: bool = False
    prefixes: str = ""
    endings: str = ""

    numbers: str
    articles: str = ""
    articles_apart: bool = False
    tails: str = ""
    duals: str = ""
    ordinals: str = ""
    tens: str = ""
    hundreds: str = ""
    scales: str
    rooms: Mapping[int, int] = field(default_factory=dict)
    ones_first: bool = False
    joins: str = ""
    minus: str
    plus: str
    points: str
    halves: str = ""
    dozens: str = ""
    fractions: str = ""
    wholes: str = ""
    parts: str = ""
    repeats: str = ""
    between: str = ""
    counted: str = ""

    currencies: str
    coins: str
    with_coins: str = ""
    of: str = ""

    months: str
    weekdays: str
    days: str
    which: str = ""
    weeks: str = ""
    weeks_on: str = ""
    months_on: str = ""
    spans: str
    ahead: str = ""
    ago: str = ""
    later: str = ""
    earlier: str = ""
    the: str = ""
    year_words: str = ""
    eras: str = ""
    day_words: str = ""
    month_words: str = ""

    at: str = ""
    ranges: str = ""
    hours: str
    hour_names: str = ""
    hour_joins: bool = False
    minutes: str
    quarters: str = ""
    past: str = ""
    to: str = ""
    to_half: str = ""
    less: str = ""
    of_next: str = ""
    before: str = ""
    noons: str
    parts_of_day: str

    bounds: str = ""
    bounds_behind: str = ""
    either: str = ""

    carriers: str = ""
    things: str = ""
    neutral: str = ""
    turns: str = ""


# Fields of text that are no words with a meaning.
_ABOUT = ("tag", "country", "currency", "decimal_mark", "prefixes", "endings")
SENSES = tuple(one.name for one in fields(Lexicon) if one.type == "str" and one.name not in _ABOUT)
"""The fields that give words their meanings."""
