"""The written forms that all languages but English share, found by the marks and words of each."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from functools import lru_cache, partial

from steering.core.speech.forms import ANY, DIGITS, GLUED, GROUPED, LETTERS, MARKS, NO_DIGIT, PUNCTUATION, Forms
from steering.core.speech.markup import TAG
from steering.core.speech.rows import rows
from steering.core.speech.tongues.calendar import cut_short, weekdays
from steering.core.speech.tongues.measures import amount_of, fractions, measures, nouns, ranges, repeated
from steering.core.speech.tongues.romans import romans
from steering.core.speech.tongues.tongue import Tongue

_CURRENCY = {
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "￥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "R$": "BRL",
    "US$": "USD",
    "MX$": "MXN",
    "CA$": "CAD",
    "AU$": "AUD",
    "S/": "PEN",
}
_CODES: tuple[str, ...] = (
    "USD",
    "EUR",
    "GBP",
    "JPY",
    "INR",
    "KRW",
    "RUB",
    "BRL",
    "MXN",
    "COP",
    "CLP",
    "ARS",
    "UYU",
    "DOP",
    "PEN",
    "CAD",
    "AUD",
    "CHF",
)
_CODES += ("SAR", "AED", "EGP")
_MARK = rf"(?P<mark>(?:US|MX|CA|AU|R)?\$|S/(?=\s?\d)|[€£¥₹₩₽]|(?:{'|'.join(_CODES)})(?![A-Za-z]))"
_MARK_HEADS = ("us", "mx", "ca", "au", "r", "s", *(code.lower() for code in _CODES))
_MARKS = re.compile(r"[.,]")
_SENTENCE_ENDS = re.compile(r"\s*(?:\Z|[^\W\d_a-zа-я])")
_END = r"(?![\d_]|[.,:/]\d)"


def _number(tongue: Tongue) -> str:
    groups = rf"[.,'{' ' if tongue.group_mark == ' ' else ''}]"
    # Groups of two are Indian: 1,25,000.
    return rf"(?>\d{{1,3}}(?:{groups}\d{{2,3}}){{0,5}}{groups}\d{{3}}(?!\d)(?:[.,]\d{{1,2}}(?!\d))?|\d+(?:[.,]\d+)?)"


def _apart(tongue: Tongue, only: str = NO_DIGIT) -> str:
    """What may stand behind a number and a space that is no part of it: *only* these, where no space divides the groups."""
    return GROUPED if tongue.group_mark == " " else only


def parts(tongue: Tongue, written: str) -> tuple[str, str, str]:
    """The whole part, the decimals and the decimal mark of a written number."""
    if written.isdigit():
        return written, "", ""
    written = written.replace(" ", "").replace("'", "")
    marks = _MARKS.findall(written)
    if not marks:
        return written, "", ""
    whole, _, rest = written.rpartition(marks[-1])
    alike = len(set(marks)) == 1
    if alike and len(rest) == 3 and (len(marks) > 1 or marks[0] != tongue.decimal_mark):
        return re.sub(r"[.,]", "", written), "", ""
    return re.sub(r"[.,]", "", whole) or "0", rest, marks[-1]


def _amount_parts(tongue: Tongue, written: str) -> tuple[str, str, str]:
    """The parts of an amount of money: no currency has three decimals in a script."""
    whole, rest, mark = parts(tongue, written)
    return (whole + rest, "", "") if len(rest) == 3 and len(whole) < 4 and whole != "0" else (whole, rest, mark)


def forms_of(tongue: Tongue) -> Forms:
    """The forms of *tongue*, in the order in which they are tried."""
    forms = Forms(spaced=tongue.spaced)
    number, read = _number(tongue), partial(_amount_parts, tongue)
    currencies = {**_CURRENCY, "$": tongue.dollar}
    announces = re.compile(tongue.announces + r"[\s:,#]*$", re.IGNORECASE)
    rows(forms, lru_cache(maxsize=128)(tongue.count), lambda match: announces.search(_before(match)) is not None)
    _electronic(forms, tongue)
    tongue.own(forms)
    _dates(forms, tongue)
    ranges(forms, tongue, number, _MARK, _MARK_HEADS, amount_of(tongue, currencies, read), read)
    _times(forms, tongue)
    _phones(forms, tongue)
    _money(forms, tongue, currencies)
    measures(forms, tongue, number, partial(parts, tongue))
    fractions(forms, tongue)
    repeated(forms, tongue)
    _numbers(forms, tongue, announces)
    _codes(forms, tongue)
    weekdays(forms, tongue)
    _names(forms, tongue)
    if tongue.tag in ("es", "fr", "de", "it", "pt"):
        romans(forms, tongue)
    _symbols(forms, tongue)
    return forms


def _electronic(forms: Forms, tongue: Tongue) -> None:
    @forms.form("electronic", r"[A-Za-z0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)+", at=GLUED + DIGITS, then=LETTERS + "_.+-@", glue=DIGITS + "_.+-@")
    @forms.form(
        "electronic",
        r"(?:https?://)?(?:www\.)?(?:[A-Za-z0-9-]+\.){1,3}(?:com|org|net|info|io|es|mx|ar|cl|co|pe|uy|fr|be|ca|lu|de|at|ch|it|pt|br|ru|jp|kr|in|sa|ae|eu)(?![\w.]\w)(?:/[\w/-]*)?",
        at=GLUED,
    )
    def _address(match: re.Match[str]) -> str:
        return tongue.address(re.sub(r"^https?://", "", match[0]).rstrip("/"))


def _dates(forms: Forms, tongue: Tongue) -> None:
    places = cut_short(tongue.months, tongue.short_months)

    @forms.form("date", r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d)?Z?)?(?![\d-]|:\d)", at=DIGITS, run=(4, 4), then="-")
    def _iso(match: re.Match[str]) -> str | None:
        try:
            when = datetime.fromisoformat(f"{match[1]}-{match[2]}-{match[3]}T{match[4] or '00'}:{match[5] or '00'}")
        except ValueError:
            return None
        words = tongue.date_words(when.day, when.month, when.year, _before(match))
        return tongue.moment(words, tongue.time(when.time())) if match[4] else words

    @forms.form(
        "date",
        r"(?P<day>\d{1,2})([./-])(?P<month>\d{1,2})\2(?P<year>(?:19|20)\d\d)(?![\d./-]*\d)(?:\s?г\.?(?!\w))?",
        at=DIGITS,
        run=(1, 2),
        then="./-",
    )
    @forms.form(
        "date", r"(?P<year>(?:19|20)\d\d)([./])\s?(?P<month>\d{1,2})\2\s?(?P<day>\d{1,2})(?!\d)\.?", at=DIGITS, run=(4, 4), then="./"
    )
    def _numeric(match: re.Match[str]) -> str | None:
        day, month = int(match["day"]), int(match["month"])
        if month > 12:
            day, month = month, day
        return tongue.date_words(day, month, int(match["year"]), _before(match)) if 0 < day < 32 and 0 < month < 13 else None

    def _written(match: re.Match[str]) -> str | None:
        fields = match.groupdict()
        named = fields["month"].rstrip(".")
        month = int(named) if named.isdigit() else places.get(named.casefold(), -1) + 1
        day = int(fields["day"]) if fields.get("day") else None
        year = int(fields["year"]) if fields.get("year") else None
        if not 0 < month < 13 or (day is not None and not 0 < day < 32):
            return None
        words = tongue.date_words(day, month, year, _before(match))
        # The dot of a month cut short may end the sentence too.
        ends = match[0].endswith(".") and _SENTENCE_ENDS.match(match.string, match.end())
        return words + "." if ends and named != fields["month"] else words

    for pattern in tongue.dates:
        first = pattern.partition("\\d")[0]
        forms.form(
            "date",
            pattern,
            at="" if "(?P<month>" in first.removesuffix("(?P<month>") else DIGITS,
            run=(4, 4) if first.endswith("(?P<year>") else (1, 2),
            heads=places,
            flags=re.IGNORECASE,
        )(_written)


def _times(forms: Forms, tongue: Tongue) -> None:
    before, after = re.compile(tongue.clock_before + r"\s*$", re.IGNORECASE), re.compile(tongue.clock_after, re.IGNORECASE)
    article = re.compile(tongue.clock_article + r"\s*$", re.IGNORECASE)

    def noon(match: re.Match[str]) -> bool:
        return bool(before.search(_before(match)) or after.match(match.string, match.end()))

    @forms.form("time", *tongue.times, at=DIGITS, run=(1, 2), flags=re.IGNORECASE)
    def _time(match: re.Match[str]) -> str | None:
        fields = match.groupdict()
        hour, minute = int(fields["hour"]), int(fields.get("minute") or 0)
        if hour > 24 or minute > 59:
            return None
        if minute == 0 and hour % 12 == 0 and not fields.get("half"):
            # "a cada 12 h" is no noon, and "alle 12:00" has its article.
            counted = fields.get("minute") is None and tongue.hour_name and (hour == 24 or not noon(match))
            if counted or article.search(_before(match)):
                return f"{tongue.cardinal(hour, feminine=True)} {tongue.hour_name}".rstrip()
        return tongue.clock(hour, minute, (fields.get("half") or "").casefold())


def _phones(forms: Forms, tongue: Tongue) -> None:
    end = r"(?![\dA-Za-z]|-\d)"
    # pattern, digits in the first run, what may follow them
    patterns = (
        (r"\+\d{1,3}(?:[-. ]?\(?\d{1,5}\)?){1,6}", (1, 3), ""),
        (r"\(?0\d{1,5}\)?(?:[-. ]\d{2,8}){1,5}", (2, 6), "-. )"),
        (r"\(?[1-9]\d\)?\s9?\d{4}-\d{4}", (2, 2), ") "),
        (r"[78][- ]?\(?\d{3}\)?[- ]\d{3}[- ]\d\d[- ]\d\d", (1, 4), "- ()"),
        (r"\d{3}-\d\d-\d\d", (3, 3), "-"),
        (r"(?:1-)?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}", (1, 3), "-. )"),
        (r"[689]\d\d(?: \d{3}){2}", (3, 3), " "),
        (r"[6-9]\d{4} \d{5}", (5, 5), " "),
        (r"3\d\d[ -]\d{6,7}", (3, 3), " -"),
        (r"1\d{3}[- ]\d{3}[- ]\d{3,4}", (4, 4), "- "),
        (r"[1-9]\d{3}-\d{4}", (4, 4), "-"),
        (r"[1-9]\d{9}", (10, 10), ""),
    )

    def _phone(match: re.Match[str]) -> str | None:
        return tongue.phone(match[0]) if len(re.sub(r"\D", "", match[0])) > 6 else None

    for pattern, run, then in patterns:
        at = "+" if pattern[:2] == r"\+" else DIGITS + "("
        forms.form("telephone", pattern + end, at=at, run=run, then=then, spaced=DIGITS + "(" if then else "")(_phone)


def _money(forms: Forms, tongue: Tongue, currencies: dict[str, str]) -> None:
    number = _number(tongue)
    words = "|".join(re.escape(word) for word in sorted(tongue.money_words, key=len, reverse=True)) or "(?!)"
    boundary = "" if not tongue.spaced else r"(?![^\W\d_])"

    per = r"(?:/(?P<per>[^\W\d_]+\.?))?" if tongue.per or tongue.pers else ""

    def _amount(match: re.Match[str]) -> str | None:
        fields = match.groupdict()
        mark = fields.get("mark") or ""
        code = currencies.get(mark, mark) or tongue.money_words[fields["word"]]
        whole, rest, _ = _amount_parts(tongue, match["number"])
        if len(whole) > 12 or len(rest) > 2 or (mark == "S/" and code not in tongue.currencies):
            return None
        amount = Decimal(f"{whole}.{rest or 0}")
        words = tongue.money(-amount if match["sign"] or fields.get("sign2") else amount, code)
        if not fields.get("per"):
            # The dot of "руб." may end the sentence too, where the amount is not all there is.
            return words + "." if match[0].endswith(".") and match.start() and match.end() == len(match.string) else words
        stop = "." if fields["per"].endswith(".") and match.end() == len(match.string) else ""
        return f"{words} {tongue.each(fields['per'].rstrip('.'))}{stop}"

    forms.form("money", rf"(?P<sign>-?){_MARK}\s?(?P<sign2>-?)(?P<number>{number})(?![\d.,]*\d){per}", at="$€£¥₹₩₽-", heads=_MARK_HEADS)(
        _amount
    )
    if tongue.group_mark != " ":
        # "21 000 €" is written in every country, though only some divide all numbers so.
        forms.form(
            "money",
            rf"(?P<sign>)(?P<number>\d{{1,3}}(?: \d{{3}}(?!\d)){{1,6}}(?:[.,]\d\d?)?)\s?(?:{_MARK}|(?P<word>{words}){boundary}){per}",
            at=DIGITS,
            run=(1, 3),
            then=" ",
            spaced=DIGITS,
        )(_amount)
    forms.form(
        "money", rf"(?P<sign>-?)(?P<number>{number})\s?{_MARK}{per}", at=DIGITS + "-", then=LETTERS + " .,'$€£¥₹₩₽", spaced=_apart(tongue)
    )(_amount)
    forms.form(
        "money",
        rf"(?P<sign>-?)(?P<number>{number})\s?(?P<word>{words}){boundary}{per}",
        at=DIGITS + "-",
        then=LETTERS + " .,'",
        spaced=_apart(tongue),
    )(_amount)


_CARD = re.compile(r"\b(?:Visa|Master[cC]ard|Amex|Maestro) $")
# No count begins with a zero: 2026-00417.
_NO_COUNT = re.compile(r"^0\d{2,}\s?[-–]\s?\d+$|^\d+\s?[-–]\s?0\d{2,}$")


def _numbers(forms: Forms, tongue: Tongue, announces: re.Pattern[str]) -> None:
    number = _number(tongue)
    decimal = lru_cache(maxsize=1024)(tongue.decimal)
    calls = re.compile(tongue.calls + r"[\s:]*$", re.IGNORECASE)
    after = re.compile(tongue.announced_after)

    @forms.form("code", r"(?:[*•]{2,16}[- ]?){1,4}(?P<rest>\d{2,6})(?![\dA-Za-z])", at="*•")
    @forms.form("code", r"(?:-|\.{3} ?)(?P<rest>\d{4})(?![\w€]|[.,]\d)", at="-.")
    def _last_digits(match: re.Match[str]) -> str | None:
        """The end of an account: ****4512, Visa ...1881, -0042 behind "ending in"."""
        return (
            tongue.digits(match["rest"])
            if match[0][0] in "*•" or announces.search(_before(match)) or _CARD.search(_before(match))
            else None
        )

    def _sign(written: str) -> str:
        return {"-": tongue.minus + tongue.space, "+": tongue.plus + tongue.space}.get(written, "")

    if tongue.by:

        @forms.form("cardinal", r"(?P<number>\d{1,3})\s?[x×]\s?(?=R?[$€£¥₹₩₽]|\d)", at=DIGITS, run=(1, 3), then=" x×", spaced="x×")
        def _times(match: re.Match[str]) -> str:
            """3 x 50 €, 2 x 500 mg."""
            return f"{tongue.count(match['number'])} {tongue.by} "

    @forms.form("percent", rf"(?P<sign>[-+]?)(?P<number>{number})\s?%", at=DIGITS + "-+", then=" .,'%", spaced=_apart(tongue, "%"))
    def _percent(match: re.Match[str]) -> str:
        return _sign(match["sign"]) + tongue.percentage(*parts(tongue, match["number"]))

    @forms.form(
        "percent",
        rf"(?P<low>{number})(?P<percent>\s?%)?\s?[-–]\s?(?P<high>{number})\s?%",
        at=DIGITS,
        then=" .,'%-–",
        spaced=_apart(tongue, "%-–"),
    )
    def _percents(match: re.Match[str]) -> str:
        return tongue.range(tongue.decimal(*parts(tongue, match["low"])), tongue.percentage(*parts(tongue, match["high"])))

    @forms.form("ordinal", tongue.ordinals, at=GLUED + DIGITS, run=(1, 3), flags=re.IGNORECASE)
    def _ordinal(match: re.Match[str]) -> str | None:
        return tongue.ordinal_as_written(match) if 0 < int(match["number"]) < 1000 else None

    @forms.form("code", r"(?=\d+[A-Z])[A-Z0-9]+(?![a-z])", at=DIGITS, then=LETTERS)
    def _digits_first(match: re.Match[str]) -> str:
        return tongue.spelled(match[0])

    @forms.form("code", r"24/7(?![\d/])", at=DIGITS, run=(2, 2), then="/")
    def _always(match: re.Match[str]) -> str:
        return f"{tongue.cardinal(24)}{tongue.space}{tongue.cardinal(7)}"

    @forms.form("code", rf"\d[\d-]*{_END}", at=DIGITS)
    def _announced(match: re.Match[str]) -> str | None:
        before = _before(match)
        # No number announces another.
        announced = not before.rstrip(" ,")[-1:].isdigit() and (announces.search(before) or (len(match[0]) > 4 and calls.search(before)))
        if not announced and not after.match(match.string, match.end()):
            return None
        return tongue.joined.join(map(tongue.digits, re.findall(r"\d+", match[0])))

    postal = re.compile(tongue.postal + "$")

    @forms.form("code", r"\d{5}(?=\s[^\W\d_a-z][^\W\d_A-Z])", at=DIGITS, run=(5, 5), then=" ", spaced=NO_DIGIT)
    def _postal(match: re.Match[str]) -> str | None:
        return tongue.digits(match[0]) if postal.search(_before(match) + match[0]) else None

    @forms.form(
        "code", r"\d{1,4}(?:-\d{1,4}){2,4}(?![\d-])", r"(?<=[区町市村番丁目])\d{1,4}-\d{1,4}(?![\d-])", at=DIGITS, run=(1, 4), then="-"
    )
    def _chain(match: re.Match[str]) -> str:
        return tongue.chain(match[0].split("-"))

    @forms.form(
        "cardinal", rf"(?P<low>{number})\s?[-–]\s?(?P<high>{number})(?![\d-])", at=DIGITS, then=" .,'-–", spaced=_apart(tongue, "-–")
    )
    def _range(match: re.Match[str]) -> str:
        if _NO_COUNT.search(match[0]):
            return tongue.joined.join(tongue.digits(side) for side in (match["low"], match["high"]))
        return tongue.range(tongue.decimal(*parts(tongue, match["low"])), tongue.decimal(*parts(tongue, match["high"])))

    nouns(forms, tongue)

    @forms.form("decimal", rf"(?P<sign>[-+]?)(?P<number>{number})", at=DIGITS + "-+")
    def _decimal(match: re.Match[str]) -> str:
        return _sign(match["sign"]) + decimal(*parts(tongue, match["number"]))

    # The decimal form counts whole numbers too; its kind is named here.
    forms.kinds["cardinal"] = __name__


def _codes(forms: Forms, tongue: Tongue) -> None:
    # In a language without spaces a word of its own may stand right before the code.
    lead = r"(?P<lead>[^\W\d_A-Za-z]*)"

    @forms.form("code", r"[A-Z]{2}\d\d(?: [A-Z\d]{4}){2,7}(?: [A-Z\d]{1,3})?(?![\w-])", at=GLUED)
    def _iban(match: re.Match[str]) -> str:
        return tongue.spelled(match[0])

    @forms.form("code", lead + r"(?P<code>(?=[A-Z][A-Z-]*\d)[A-Z0-9]+(?:-[A-Z0-9]+)*)", at=GLUED)
    def _mixed(match: re.Match[str]) -> str:
        return match["lead"] + tongue.space + tongue.spelled(match["code"]) if match["lead"] else tongue.spelled(match["code"])

    if tongue.flights:
        flight = "|".join(tongue.flights)

        @forms.form(
            "code",
            rf"(?P<flight>(?i:{flight}))\s(?P<line>[A-Z]{{2}})\s?(?P<number>\d{{1,4}})(?!\w)",
            heads={_head(name) for name in tongue.flights},
        )
        def _flight(match: re.Match[str]) -> str:
            return f"{match['flight']} {' '.join(match['line'])} {tongue.digits(match['number'])}"

    @forms.form("code", lead + r"(?P<letters>[A-Za-z]+)(?P<digits>\d+)", at=GLUED)
    def _glued(match: re.Match[str]) -> str:
        return f"{match['lead']}{match['letters']}{tongue.space}{tongue.count(match['digits'])}"


def _names(forms: Forms, tongue: Tongue) -> None:
    # "z.B." is written "z. B." too.
    written = {
        name: re.sub(r"\\\.(?=[^\W\d_])", r"\\.\\s?", re.escape(name)) for name in sorted(tongue.abbreviations, key=len, reverse=True)
    }
    written |= {name: re.escape(name) + r"(?=\s?\d)" for name in tongue.numbered}
    heads = {_head(name) for name in written}
    if not written:
        return
    every = "|".join(written.values())
    # Few words have a dot or a sign behind them: the others need no look at the whole list.
    marked = "|".join(pattern for name, pattern in written.items() if not name.isalpha())
    # Not the end of a longer row of letters: "a.a." is no year's in "a.a.a."
    apart = r"(?<!\b[^\W\d_]\.)"
    forms.abbreviate(rf"\b(?=[^\W\d_]{{1,12}}+[^\w\s,]){apart}(?:{marked})(?!\w)")
    plain = {name for name in written if name.isalpha()}

    @forms.form("name", rf"{apart}(?:{every})(?!\w)(?P<space>\s?)", heads=heads - plain, words=plain, flags=re.IGNORECASE)
    def _abbreviation(match: re.Match[str]) -> str | None:
        bare = match[0].removesuffix(match["space"])
        ends = match.end() == len(match.string)
        # "M." is monsieur, "10 m." are metres; "д. 12" is a house, "г. Москва" a town.
        if len(bare) == 2 and bare[1] == "." and bare.islower():
            behind, before = match.string[match.end() : match.end() + 1], match.string[: match.start()].rstrip()[-1:]
            if not (behind.isdigit() or (behind.isupper() and not before.isdigit())):
                return None
        words = tongue.abbreviation(re.sub(r"\s", "", bare).lower(), _before(match))
        # A dot that ends the sentence too is kept.
        stop = "." if bare.endswith(".") and ends else ""
        return (words[0].upper() + words[1:] if bare[0].isupper() else words) + stop + match["space"]


def _symbols(forms: Forms, tongue: Tongue) -> None:
    @forms.form("symbol", TAG, at="<", flags=re.IGNORECASE)
    def _markup(match: re.Match[str]) -> str:
        return " "

    @forms.form("symbol", r"\+\s?/\s?[-–]\s?(?=\d)", at="+")
    def _plus_or_minus(match: re.Match[str]) -> str:
        return tongue.symbols.get("±", f"{tongue.plus}{tongue.space}{tongue.minus}") + tongue.space

    @forms.form("symbol", r"[#*](?![\w#*])", at="#*")
    def _key(match: re.Match[str]) -> str | None:
        alone = not match.start() or match.string[match.start() - 1].isspace()
        return tongue.keys.get(match[0]) if alone else None

    @forms.form("symbol", r"/(?=[^\W\d_])", at="/")
    def _stroke(match: re.Match[str]) -> str | None:
        # "y/o" is read without its stroke.
        return " " if match.string[match.start() - 1 : match.start()].isalpha() else None

    # At no run of digits.
    @forms.form("symbol", rf"[^\w\s{PUNCTUATION}{MARKS}-]|_", at=ANY, run=(0, 0))
    def _other(match: re.Match[str]) -> str:
        word = tongue.symbols.get(match[0])
        return f" {word} " if word else "" if match[0] in '"“”„«»®™`' else " "


def _head(name: str) -> str:
    """The letters with which a text is looked through for *name*: up to its first mark."""
    return re.split(r"\W", name)[0].casefold()


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 40) : match.start()]
