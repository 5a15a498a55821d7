"""The calls of a test file, read: what is said in each, and what is claimed of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from steering.loader.codes import Place, Report, did_you_mean
from steering.loader.nodes import List, Map, Node, Text, compose

VERBS = (
    "us",
    "them",
    "(silence)",
    "(cuts in after)",
    "(hangs up)",
    "(same request again)",
    "(keeps talking)",
    "(key)",
    "(feels)",
    "(waits)",
)
CLAIMS = ("ends", "never_says", "never_reaches", "records", "facts")


@dataclass(frozen=True, slots=True)
class Beat:
    """One line of a talk: its verb, its words, and where it is written."""

    verb: str
    words: str
    at: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One call of a test file."""

    name: str
    at: Place
    talk: tuple[Beat, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    claims: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fact_claims: Mapping[str, str] = field(default_factory=dict)


def read_scripts(file: str, text: str, report: Report) -> tuple[str, tuple[Script, ...]]:
    """The flow's name and the calls of a test file; what is wrong with it is reported."""
    root = compose(file, text, report)
    if not isinstance(root, Map):
        report.add("wrong-shape", Place(file), "A test file has `flow:` and `calls:`")
        return "", ()
    for key, _ in root.items:
        if key.value not in ("flow", "calls"):
            report.add("unknown-word", key.at, f"A test file has no word '{key.value}'{did_you_mean(key.value, ('flow', 'calls'))}")
    name, calls = root.get("flow"), root.get("calls")
    if not isinstance(name, Text) or not isinstance(calls, List):
        report.add("missing-word", root.at, "A test file needs `flow: NAME` and a list of `calls:`")
        return "", ()
    scripts = [script for one in calls.items if (script := _script(one, report))]
    return name.value, tuple(scripts)


def _script(node: Node, report: Report) -> Script | None:
    if not isinstance(node, Map) or not isinstance(node.get("call"), Text):
        report.add("missing-word", node.at, "A call begins with `- call: its name`")
        return None
    known = ("call", "talk", "with", *CLAIMS)
    claims: dict[str, tuple[str, ...]] = {}
    for key, value in node.items:
        if key.value not in known:
            report.add("unknown-word", key.at, f"A call has no word '{key.value}'{did_you_mean(key.value, known)}")
        elif key.value in CLAIMS and isinstance(value, Text):
            claims[key.value] = tuple(part.strip() for part in value.value.split(",") if part.strip())
    talk, name = node.get("talk"), node.get("call")
    beats = [beat for one in talk.items if (beat := _beat(one, report))] if isinstance(talk, List) else []
    assert isinstance(name, Text)
    return Script(
        name=name.value,
        at=node.at,
        talk=tuple(beats),
        facts=_texts(node.get("with")),
        claims=claims,
        fact_claims=_texts(node.get("facts")),
    )


def _texts(node: Node | None) -> dict[str, str]:
    items = node.items if isinstance(node, Map) else ()
    return {key.value: value.value for key, value in items if isinstance(value, Text)}


def _beat(node: Node, report: Report) -> Beat | None:
    if isinstance(node, Text):
        verb, words, at = node.value, "", node.at
    elif isinstance(node, Map) and len(node.items) == 1 and isinstance(node.items[0][1], Text):
        verb, words, at = node.items[0][0].value, node.items[0][1].value, node.at
    else:
        report.add("wrong-shape", node.at, "A line of a talk is `- us: words`, `- them: words`, or a verb in brackets")
        return None
    if verb not in VERBS:
        report.add("unknown-word", at, f"A talk has no verb '{verb}'{did_you_mean(verb, VERBS)}; the verbs are {', '.join(VERBS)}")
        return None
    return Beat(verb, words, at)


def where(at: Place) -> str:
    """FILE:LINE:COLUMN of it."""
    return f"{at.file}:{at.line}:{at.column}"
