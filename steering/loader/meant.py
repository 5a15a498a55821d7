"""What an author may have meant: the ends of messages, each with the text that is right there, or nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from steering.core.flow import KINDS
from steering.core.hearing import hear
from steering.core.languages import language
from steering.core.values import Time, read, write
from steering.core.written import misread
from steering.loader.codes import did_you_mean, odd_letter
from steering.loader.nodes import List, Map, Node, Text
from steering.loader.words import STEP, TURNS_BACK

NAME = re.compile(r"[a-z][a-z0-9_]*")
WORDING_IN_BRACES = re.compile(r"\{\{\s*(wording\.[a-z][a-z0-9_]*)\s*\}\}")
_SUM = re.compile(r"\s*(?P<name>[a-z][a-z0-9_]*)\s*[-+*/].*")
_ONE_LINE = re.compile(r"(?P<word>before|never say):? (?P<subjects>.+?),? (?P<until>always|until):? (?P<conditions>.+)")
_ENDS = re.compile(r"(?:always )?ends? (?:with|in|at)|always end (?:with|in|at)")
# Words of other tools, and of other places of this format, for the words that are meant.
_SAME = {
    "kind": ("type",),
    "if_true": ("if_ok",),
    "if_passed": ("if_ok",),
    "if_success": ("if_ok",),
    "on_success": ("if_ok",),
    "if_false": ("if_failed",),
    "on_failure": ("if_failed",),
    "then": ("go",),
    "go_to": ("go",),
    "transfer_to": ("hand_to",),
    "end_call": ("end",),
    "variables": ("needs",),
    "facts": ("needs",),
    "faq": ("answers",),
    "hours": ("open",),
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
SECRET = frozenset({"secret", "sensitive", "hidden", "confidential"})
"""What others call private."""
_NAMED = {
    "english": "en",
    "spanish": "es",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "portuguese": "pt",
    "russian": "ru",
    "japanese": "ja",
    "korean": "ko",
    "hindi": "hi",
    "arabic": "ar",
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


def word(wrong: str, known: Iterable[str], beside: Iterable[str] = ()) -> str:
    """The end of a message about a word that is not *known* there; *beside* it stand others."""
    called = wrong.replace(" ", "_")
    if called in ("else", "otherwise") and "check" in beside:
        return "; did you mean 'if_failed'?"
    same = next((one for one in _SAME.get(called, ()) if one in known), "")
    if not same and wrong in STEP:
        return f"; '{wrong}' is a word of a step, and stands beside its other words"
    if not same and wrong.startswith("if ") and "when" in known:
        return f"; write `when:`, and `{wrong.removeprefix('if ')}: STEP` on a line of its own below it"
    return f"; did you mean '{same}'?" if same else did_you_mean(wrong, known)


def tag(wrong: str, known: Iterable[str]) -> str:
    """The end of a message about a language: the tag of one that is named in English, or written with `_`."""
    first, _, rest = wrong.replace("_", "-").partition("-")
    short = _NAMED.get(first.casefold(), first.casefold())
    return f"; write {'-'.join(one for one in (short, rest) if one)}" if short in known else ""


def lines(key: str, shape: str, node: Node) -> str:
    """The end of a message about a *node* that is not of the *shape* of its word: the lines to write below that."""
    match shape, node:
        case "map", Text() if ": " in node.value:
            return f": write `{key}:`, and `{node.value}` on a line of its own below it"
        case "map", Text() if key in ("hear", "when", "anytime"):
            return f": write `{key}:`, and `{node.value}: STEP` on a line of its own below it"
        case (("map" | "either"), List()):
            return ": write its lines without '- '"
        case "ladder", Text() if not NAME.fullmatch(node.value.strip()):
            return f": write `{key}:`, and `- {node.value.strip()}` on a line of its own below it"
        case "ladder", Text():
            return f": write `{key}:`, and `- go: {node.value.strip()}` or `- TEXT` on a line of its own below it"
        case "ladder", Map():
            return ": write its lines with '- ', such as `- go: STEP`"
    return ""


def name(wrong: str) -> str:
    """`; write thank_you` for "Thank you" and "thank-you"; nothing for what has other letters than ours, accents aside."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", wrong.casefold()) if not unicodedata.combining(one))
    right = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") if plain.isascii() else ""
    if NAME.fullmatch(right):
        return f"; write {right}"
    odd = odd_letter(wrong)
    return odd and f"; {odd}"


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
    if heard and (turn := next((one for one in TURNS_BACK if turns == one or turns.startswith(f"{one} ")), "")):
        return f"; did you mean ({turn})?"
    if wrong in ("end", "hang up", "hang_up", "hangup"):
        return "; an ending is a step of its own, with `end:` and the last words"
    return did_you_mean(wrong, known)


def condition(written: str, known: Mapping[str, Iterable[str]], checks: Iterable[str]) -> str:
    """The end of a message about a condition of a promise; *known* are the names after `heard`, `agreed` and alone."""
    bare = written.rpartition(" ")[2].removeprefix("wording.")
    right = next((f"{word} {bare}" for word in ("heard", "agreed") if bare in known[word]), "")
    if right:
        return f"; did you mean '{right}'?"
    if written == f"heard {bare}":
        return f": there is no wording '{bare}'{did_you_mean(bare, known['heard'])}"
    return f"; '{written}' is a check: write `proves: NAME` at the step that asks it, and promise NAME" if written in checks else ""


def promise(text: str) -> str:
    """The end of a message about a promise on one line: the lines to write."""
    if match := _ONE_LINE.fullmatch(text):
        return f"; write `- {match['word']}: {match['subjects']}`, and `{match['until']}: {match['conditions']}` on the line below it"
    head, _, steps = text.partition(":")
    return f"; write `- always ends with: {steps.strip()}`" if _ENDS.fullmatch(head) and steps.strip() else ""
