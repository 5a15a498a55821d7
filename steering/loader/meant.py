"""What an author may have meant: the ends of messages, each with the text that is right there, or nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from steering.core.flow import KINDS
from steering.core.hearing import hear
from steering.core.languages import language
from steering.core.values import Time, read, write
from steering.core.written import misread
from steering.loader.codes import did_you_mean
from steering.loader.words import TURNS_BACK

NAME = re.compile(r"[a-z][a-z0-9_]*")
WORDING_IN_BRACES = re.compile(r"\{\{\s*(wording\.[a-z][a-z0-9_]*)\s*\}\}")
_SUM = re.compile(r"\s*(?P<name>[a-z][a-z0-9_]*)\s*[-+*/].*")
_ONE_LINE = re.compile(r"(?P<word>before|never say):? (?P<subjects>.+?),? (?P<until>always|until):? (?P<conditions>.+)")
_ENDS = re.compile(r"(?:always )?ends? (?:with|in|at)|always end (?:with|in|at)")
# Words of other tools, and of other places of this format, for the words that are meant.
_SAME = {
    "kind": ("type",),
    "choices": ("one_of",),
    "options": ("one_of", "hear"),
    "question": ("ask",),
    "prompt": ("ask",),
    "text": ("say",),
    "speak": ("say",),
    "listen": ("hear",),
    "next": ("go",),
    "goto": ("go",),
    "transfer": ("hand_to",),
    "hangup": ("end",),
    "hang_up": ("end",),
    "yes": ("if_yes",),
    "no": ("if_no",),
    "otherwise": ("if_unclear",),
    "else": ("if_unclear",),
    "no_match": ("if_unclear",),
    "if_no_match": ("if_unclear",),
    "no_input": ("if_silent",),
    "timeout": ("if_silent",),
    "if_silence": ("if_silent",),
}
_KINDS = {
    "string": "text",
    "free text": "text",
    "address": "text",
    "e-mail": "email",
    "email address": "email",
    "integer": "number",
    "int": "number",
    "currency": "money",
    "boolean": "yes or no",
    "yes/no": "yes or no",
}


def word(wrong: str, known: Iterable[str]) -> str:
    """The end of a message about a word that is not *known* there."""
    same = next((one for one in _SAME.get(wrong, ()) if one in known), "")
    return f"; did you mean '{same}'?" if same else did_you_mean(wrong, known)


def name(wrong: str) -> str:
    """`; write thank_you` for "Thank you" and "thank-you"; nothing for what has other letters than ours, accents aside."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", wrong.casefold()) if not unicodedata.combining(one))
    right = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") if plain.isascii() else ""
    return f"; write {right}" if NAME.fullmatch(right) else ""


def kind(written: str, tag: str) -> str:
    """The end of a message about a kind that there is not: by another name of it, in the language *tag* too."""
    called = language(tag).called
    folded = written.casefold()
    same = _KINDS.get(folded) or next((one for one in KINDS if one != "email" and folded in called.get(one, ())), "")
    return f"; write {same}" if same else did_you_mean(written, KINDS)


def sample(of: str, written: str, tag: str) -> str:
    """The end of a message about a sample or limit of a kind: `; write 2027-03-03` for "March 3rd 2027"."""
    if told := misread(of, written):
        return told
    heard = hear(of, written, language=tag) if of in ("date", "time", "money", "number", "phone", "email", "digits") else None
    right = write(heard) if heard is not None and not (isinstance(heard, Time) and heard.ambiguous) else ""
    return f"; write {right}" if right and read(of, right) is not None else ""


def value(inside: str) -> str:
    """The end of a message about a `{{ inside }}` that names no value."""
    if match := WORDING_IN_BRACES.fullmatch(f"{{{{ {inside} }}}}"):
        return f"a legal text is a line of its own, without braces: {match[1]}"
    if match := _SUM.fullmatch(inside):
        return f"there are no sums in a text; write {{{{ {match['name']} }}}}, or let another fact bring the result"
    right = name(inside).removeprefix("; write ")
    return f"write {{{{ {right or 'name'} }}}}" if right else "write {{ name }} or {{ name | filter }}"


def step(wrong: str, known: Iterable[str], *, heard: bool) -> str:
    """The end of a message about an exit to a step that there is not; *heard*: a caller says something to come there."""
    turns = wrong.replace("_", " ").removeprefix("go ")
    if heard and turns in TURNS_BACK:
        return f"; did you mean ({turns})?"
    if wrong in ("end", "hang up", "hang_up", "hangup"):
        return "; an ending is a step of its own, with `end:` and the last words"
    return did_you_mean(wrong, known)


def promise(text: str) -> str:
    """The end of a message about a promise on one line: the lines to write."""
    if match := _ONE_LINE.fullmatch(text):
        return f"; write `- {match['word']}: {match['subjects']}`, and `{match['until']}: {match['conditions']}` on the line below it"
    head, _, steps = text.partition(":")
    return f"; write `- always ends with: {steps.strip()}`" if _ENDS.fullmatch(head) and steps.strip() else ""
