"""What the engine says and hears by itself, one file a language, written for a translator to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The engine's own words in one language.

    Prompts are written forms; `{{ question }}` stands for the open question. Everything heard is
    written as it sounds, case and accents do not matter. What the answers of a yes/no question mean:

    - *yes*, *no*, *unsure*: whole answers ("that's right", "not really", "i guess so").
    - *gone*: those of *no* that only tell why somebody cannot be had ("he is at work", "she died").
    - *busy*: those that say no to talking now, and not to who is asked for ("not a good time").
    - *plain_yes*: the only words that "yes" stands for in a closed list of consent; a flow without one takes *agreeing* too ("i agree").
    - *soft_yes*: yes alone, but after a no they only round it off ("no, that's fine").
    - *brief_yes*: yes when nothing follows ("i do").
    - *ordinary*: those single words for yes that sentences hold as well: they answer at the end, or where one of
      *openers* begins something new behind them ("great, i will"; not "great timing", "they always say so").
    - *relatives*: who answers for somebody else: unsure, unless a no comes with it ("i'm her daughter, she's not here").
    - *oneself*: how the one who was asked for says so without his name ("speaking", "this is she"); *confirming* are words for yes that
      say so as well, where nothing stands beside them but politeness ("correct", "it is"), and *taking* those that only take the call
      or let somebody else be spoken with ("go ahead", "ja bitte"). *excuses* may follow a yes ("sorry i was …").
    - *introductions*: how the one who was asked for says so, with … for the name ("this is …", "… speaking").
    - *naming*: other ways to say a name that is asked for ("a nombre de …"); *joining* are small words inside one ("de la").
    - *seeking*: what stands before the name in a question for somebody ("am I speaking with"); in a script without capitals
      with … for the name.
    - *asking_for*: what makes a question with such a name one for a person, with … for the name and "?" for the end
      ("speak", "is … there").
    - *accented*: words that are another word without their accent: "sí" is yes, "si" is if.
    - *neutral*: phrases that hold a word of the others and mean nothing here ("no problem", "right now").
    - *conditions*: words that take a yes back ("if", "as long as").
    - *reserves*: what keeps something back behind a yes ("yes but", "yes what about"), as *wait* does ("yes hold on"): unsure.
    - *both*: words between yes and no that mean both are meant ("and", "or", "but").
    - *questions*: words with which a question begins.
    - *asking_back*: whole questions about the call or the caller ("who is this"): a plain yes before one only takes the call.

    What a negation reaches, for phrases: from *negations* forward, or from *negations_after* backward,
    until one of *turns* begins something new (not after *carries*: "i don't think i want");
    a plain no denies only what stands between it and one of *nothing_of* ("no chest pain or anything"), or ends
    with one of *states* ("no chest pain").
    *asides* are negated answers complete in themselves
    ("i don't know"), which reach nothing behind them. *known* are common words that are never taken for
    a misheard word of an author. *determiners* are alike inside a phrase ("pay my bill", "pay the bill").

    What only tells of a phrase, so that it orders nothing: *telling* stands directly before it ("did you", "if i", "had to"), not
    behind one of *granting* ("is it okay if i"); *nearly* does where a "but" follows ("i was going to cancel but i will come").
    Who has *spoken_with* a person, or tells what he did (*agent_tells*), asks for none, unless one of *agent_wishes* stands before it.

    *adding* begins what is said besides: it takes back nothing that was answered ("and one small cheese").

    *past* begins what was done already: an amount in it is no answer ("i already paid fifty dollars"), a value in it corrects none.

    *voicemail* are words of an answering machine, *live* are those that only a person says ("can i take a message").
    *robot* asks whether a machine is speaking, the commonest first; an answer to one of them answers all.
    *agent* are words for a person; one counts where the caller asks for it: with *requests* before it among which is one
    of *wishes* ("let me talk to a human"), or alone. *opt_out* is an opt-out wherever it stands, and so is each phrase that
    *opting_out* spells, one a line (see `steering.core.hearing.opting_out`); *opt_out_alone* is one by itself.
    *oaths* take nothing away where they stand between the words of one ("stop fucking calling me").
    *no_opt_out* spells what is about something else ("call the police", "off hold"): no opt-out goes into it.

    *stop* ends the call: a goodbye, said alone ("bye", "i have to go").
    *repeat* asks for it once more, *wait* for a moment, and so does *fetching*, which takes nothing back of a yes before it (… stands
    for what is fetched: "let me get my …"); *meanwhile* is what may stand beside those ("i am driving"). It is granted with
    *take_your_time*. By *back* a caller says that he is there again.

    *limits* are what a caller is told whose answer cannot be taken, by the limit that it breaks;
    `{{ limit }}` is the bound, spoken as a value of its kind. *noted* thanks a caller who has answered another question of a
    form than the open one, which is asked again behind it. *which_half* is asked after a time of day
    that may be either; *morning*, *later* and *night* answer it. *what_to_change* is asked when a caller
    says no to what was read back; he answers with *everything*, or with what the value is *called*, by
    kind (`3 digits` beside `digits`). *none* answers "how many" with zero,
    *whole* "how much" with as much as there is. *changes* are words by which he says that something is not right.
    """

    tag: str
    if_silent: tuple[str, ...]
    if_unclear: tuple[str, ...]
    if_trouble: str
    goodbye: str
    connecting: str
    one_moment: str
    take_your_time: str
    limits: Mapping[str, str]
    noted: str
    which_half: str
    morning: tuple[str, ...]
    later: tuple[str, ...]
    night: tuple[str, ...]
    what_to_change: str
    changes: tuple[str, ...]
    everything: tuple[str, ...]
    called: Mapping[str, tuple[str, ...]]
    none: tuple[str, ...]
    whole: tuple[str, ...]
    yes: tuple[str, ...]
    plain_yes: tuple[str, ...]
    agreeing: tuple[str, ...]
    soft_yes: tuple[str, ...] = ()
    brief_yes: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    accented: tuple[str, ...] = ()
    no: tuple[str, ...]
    gone: tuple[str, ...] = ()
    busy: tuple[str, ...] = ()
    unsure: tuple[str, ...]
    relatives: tuple[str, ...] = ()
    oneself: tuple[str, ...]
    confirming: tuple[str, ...]
    taking: tuple[str, ...] = ()
    excuses: tuple[str, ...] = ()
    introductions: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    seeking: tuple[str, ...] = ()
    asking_for: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    reserves: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    adding: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    asking_back: tuple[str, ...] = ()
    negations: tuple[str, ...]
    negations_after: tuple[str, ...] = ()
    nothing_of: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    nearly: tuple[str, ...] = ()
    granting: tuple[str, ...] = ()
    spoken_with: tuple[str, ...] = ()
    agent_tells: tuple[str, ...] = ()
    agent_wishes: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    fillers: tuple[str, ...]
    polite: tuple[str, ...]
    greetings: tuple[str, ...]
    known: tuple[str, ...] = ()
    voicemail: tuple[str, ...]
    live: tuple[str, ...] = ()
    repeat: tuple[str, ...]
    wait: tuple[str, ...]
    fetching: tuple[str, ...]
    meanwhile: tuple[str, ...] = ()
    back: tuple[str, ...]
    robot: tuple[str, ...]
    agent: tuple[str, ...]
    stop: tuple[str, ...]
    opt_out: tuple[str, ...]
    opt_out_alone: tuple[str, ...] = ()
    oaths: tuple[str, ...]
    opting_out: str = ""
    no_opt_out: str = ""
    requests: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    contractions: Mapping[str, str] = field(default_factory=dict)
    endings: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    spaced: bool = True
    elides: bool = False
    digits: tuple[str, ...] = ()


LANGUAGES = ("en", "es", "fr", "de", "it", "pt", "ru", "ja", "ko", "hi", "ar")


def listed(text: str) -> tuple[str, ...]:
    """The phrases of *text*, which stand on lines and between bars: "yes | yeah"."""
    return tuple(phrase.strip() for line in text.splitlines() for phrase in line.split("|") if phrase.strip())


def paired(text: str) -> dict[str, str]:
    """The pairs of *text*: "don't: do not | can't: can not"."""
    pairs = (pair.partition(":") for pair in listed(text))
    return {left.strip(): right.strip() for left, _, right in pairs}


@cache
def language(tag: str) -> Language:
    """The language of a BCP 47 tag by its first part; KeyError names one that is not there."""
    base = tag.split("-")[0].casefold()
    if base not in LANGUAGES:
        raise KeyError(base)
    found: Language = import_module(f"steering.core.languages.{base}").LANGUAGE
    return found
