"""The calls of a test file, read: what is said in each, and what is claimed of it.

A call that would hold whatever is said is wrong, like one that cannot be read: nothing in a test is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from steering.core.obligations import folded
from steering.loader.codes import Place, Report, did_you_mean
from steering.loader.nodes import List, Map, Node, Text, compose
from steering.loader.shapes import Words
from steering.loader.source import mended

FILE = {"flow": "text", "calls": "list"}
# The verbs that words follow, and those that stand alone.
WITH_WORDS = ("us", "them", "(cuts in after)", "(keeps talking)", "(key)", "(feels)", "(waits)")
ALONE = ("(silence)", "(hangs up)", "(same request again)")
VERBS = (*WITH_WORDS, *ALONE)
# The verbs that do not hold whatever happens.
ASKING = ("us", "(cuts in after)", "(same request again)")
CLAIMS = ("ends", "never_says", "never_reaches", "records", "facts")
CALL = {"call": "text", "talk": "list", "with": "map", **dict.fromkeys(CLAIMS, "text"), "facts": "map"}


@dataclass(frozen=True, slots=True)
class Beat:
    """One line of a talk: its verb, its words, and where it is written."""

    verb: str
    words: str
    at: Place


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said of a call by *word*: a name or words, and under `facts` the *value* that the name has."""

    word: str
    name: str
    at: Place
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One call of a test file."""

    name: str
    at: Place
    talk: tuple[Beat, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()


def read_scripts(file: str, text: str, report: Report) -> tuple[Text, tuple[Script, ...]]:
    """The flow's name and the calls of a test file; what is wrong with it is reported."""
    nothing = Text(Place(file), "")
    root = compose(file, mended(file, text, report), report)
    if root is None:
        return nothing, ()
    return _Scripts(report).whole(root) or (nothing, ())


def where(at: Place) -> str:
    """FILE:LINE:COLUMN of it."""
    return f"{at.file}:{at.line}:{at.column}"


class _Scripts(Words):
    """Reads the nodes of a test file."""

    between = ", "

    def whole(self, root: Node) -> tuple[Text, tuple[Script, ...]] | None:
        items = self._known(root, FILE, "A test file")
        name, calls = items.get("flow"), items.get("calls")
        if isinstance(root, Map) and not (root.get("flow") and root.get("calls")):
            self.report.add("missing-word", root.at, "A test file needs `flow: NAME` and a list of `calls:`")
        if not isinstance(name, Text) or not isinstance(calls, List):
            return None
        return name, tuple(script for one in calls.items if (script := self._script(one)))

    def _script(self, node: Node) -> Script | None:
        if not isinstance(node, Map) or node.get("call") is None:
            self.report.add("missing-word", node.at, "A call begins with `- call: its name`")
            return None
        items = self._known(node, CALL, "A call")
        name, talk = items.get("call"), items.get("talk")
        beats = [beat for one in talk.items if (beat := self._beat(one))] if isinstance(talk, List) else []
        claims = tuple(
            claim
            for key, value in node.items
            if key.value in CLAIMS and value is items.get(key.value)
            for claim in self._claims(key, value)
        )
        if not claims and not any(beat.verb in ASKING for beat in beats):
            self.report.add(
                "missing-word", node.at, f"This call holds whatever we say: it needs a line `- us: words`, or one of {', '.join(CLAIMS)}"
            )
        return Script(
            name=name.value if isinstance(name, Text) else "",
            at=node.at,
            talk=tuple(beats),
            facts={key.value: value.value for key, value in self._items(items.get("with"))},
            claims=claims,
        )

    def _claims(self, key: Text, value: Node) -> Iterator[Claim]:
        if not isinstance(value, Text):
            yield from (Claim(key.value, name.value, name.at, one.value) for name, one in self._items(value))
            return
        names = [part.strip() for part in value.value.split(",") if folded(part)]
        if not names:
            self.report.add("empty", key.at, f"There are no words after '{key.value}:'")
        yield from (Claim(key.value, name, key.at) for name in names)

    def _beat(self, node: Node) -> Beat | None:
        if isinstance(node, Text):
            verb, words, at = node.value, "", node.at
        elif isinstance(node, Map) and len(node.items) == 1 and isinstance(node.items[0][1], Text):
            verb, words, at = node.items[0][0].value, node.items[0][1].value, node.at
        else:
            self.report.add("wrong-shape", node.at, "A line of a talk is `- us: words`, `- them: words`, or a verb in brackets")
            return None
        if verb not in VERBS:
            self.report.add("unknown-word", at, f"A talk has no verb '{verb}'{did_you_mean(verb, VERBS)}; the verbs are {', '.join(VERBS)}")
            return None
        if verb in ALONE and words.strip():
            self.report.add("wrong-shape", at, f"'{verb}' stands alone: what is written after it would be passed over")
        elif verb not in ALONE and not folded(words):
            silent = "; a caller who says nothing is `- (silence)`" if verb == "them" else ""
            self.report.add("empty", at, f"There are no words after '{verb}:'{silent}")
        return Beat(verb, words, at)
