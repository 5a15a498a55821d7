"""Conversations as tests: the calls in `flows/tests/*.yaml`, played against the real service in memory.

A call is talked through the same door that platforms use, with the whole history each time, so that
cuts, retries and longer words mean here what they mean on the phone. Look-ups answer with the sample
of their check; the clock moves only when a call says so.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from steering.core.flow import Flow
from steering.core.hours import duration
from steering.core.machine import exits
from steering.core.obligations import folded, holds
from steering.core.session import Session
from steering.core.turn import Effect, Kind, Reply, Result
from steering.errors import FactError, Finding, FlowError
from steering.history import Message
from steering.loader import load
from steering.loader.codes import Place, Report, did_you_mean
from steering.loader.nodes import List, Map, Node, Text, compose
from steering.rows import reply_id, restored, session_body, turn_body
from steering.service import Answer, History, Steering
from steering.sessions import proofs
from steering.store.memory import MemoryStore

# A Monday morning at ten in Chicago: inside ordinary hours, and never the real time.
MONDAY = 1_767_628_800.0
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


@dataclass(slots=True)
class Coverage:
    """What calls have passed: steps, exits (`step.exit`), ladders, and how obligations fared."""

    steps: set[str] = field(default_factory=set)
    exits: set[str] = field(default_factory=set)
    ladders: set[str] = field(default_factory=set)
    obligations: dict[str, set[str]] = field(default_factory=dict)

    def lines(self, flow: Flow) -> Iterator[str]:
        """The coverage of *flow* in sentences, what is missing named."""
        all_steps = set(flow.steps)
        all_exits = {f"{step.name}.{name}" for step in flow.steps.values() for name, _ in exits(step)}
        yield from (_covered("steps", self.steps, all_steps), _covered("exits", self.exits, all_exits))
        yield "  ladders: " + (", ".join(sorted(self.ladders)) or "none")
        for name, wording in flow.wording.items():
            if wording.must_hear:
                yield f"  obligation {name}: " + (", ".join(sorted(self.obligations.get(name, ()))) or "never said")
        for name in (step.name for step in flow.steps.values() if step.consent):
            yield f"  consent {name}: " + (", ".join(sorted(self.obligations.get(name, ()))) or "never answered")


def _covered(what: str, seen: set[str], all_of_them: set[str]) -> str:
    missing = sorted(all_of_them - seen)
    return f"  {what}: {len(all_of_them & seen)} of {len(all_of_them)}" + (f"; not: {', '.join(missing)}" if missing else "")


class Samples:
    """Look-ups that answer with the sample of their check."""

    def __init__(self, flow: Flow) -> None:
        checks = [check for one in (flow, *flow.others.values()) for check in one.checks.values()]
        self._samples = {check.name: check.look_up.sample for check in checks if check.look_up}

    def ask(self, effect: Effect) -> Result:
        sample = self._samples.get(effect.name, {})
        values = {slot: sample[name] for slot, name in effect.keep if name in sample}
        return Result(key=effect.key, ok=len(values) == len(effect.keep), values=values)


class OneFlow:
    """A shelf with one flow on it."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow

    def names(self) -> tuple[str, ...]:
        return (self._flow.name,)

    def get(self, name: str) -> Flow:
        return self._flow


class Talk:
    """A call in progress: words go in, replies come out. Also what `steering talk` uses."""

    def __init__(self, flow: Flow, facts: Mapping[str, str] | None = None, now: float = MONDAY) -> None:
        self.flow, self.now = flow, now
        self.store = MemoryStore()
        self.steering = Steering(OneFlow(flow), self.store, default_flow=flow.name, clock=lambda: self.now)
        self.steering.look_ups = Samples(flow)
        brought = {name: need.sample for name, need in flow.needs.items() if need.sample} | dict(facts or {})
        self.steering.put("", "call", flow=flow.name, facts=brought)
        self.messages: list[Message] = []
        self.scores: dict[str, float] | None = None
        self.replies: list[Reply] = []
        self.said: list[tuple[Beat | None, Reply]] = []

    def start(self) -> Reply:
        return self._send()

    def hear(self, text: str, kind: Kind = Kind.SPEECH) -> Reply:
        """What is answered to *text*."""
        self.messages.append(Message(role="caller", text=text, kind=kind, scores=self.scores))
        self.scores = None
        return self._send()

    def keep_talking(self, text: str) -> Reply:
        """What is answered when the last words go on with *text*, over our answer."""
        while self.messages and self.messages[-1].role == "assistant":
            self.messages.pop()
        last = self.messages.pop()
        self.messages.append(replace(last, text=f"{last.text} {text}"))
        return self._send()

    def cut(self, words: str) -> bool:
        """Shortens our last words to their beginning up to *words*; False when they do not hold them."""
        text = self.messages[-1].text if self.messages and self.messages[-1].role == "assistant" else ""
        spoken = text.split()
        part = folded(words)
        for end in range(1, len(spoken) + 1):
            if part and holds(folded(" ".join(spoken[:end])), part):
                self.messages[-1] = replace(self.messages[-1], text=" ".join(spoken[:end]))
                return True
        return False

    def same_again(self) -> bool:
        """Sends the last request once more; whether the answer was the same."""
        before = self.messages.pop()
        again = self._answer()
        self.messages.append(before)
        return before.text == " ".join(again.lines)

    def session(self) -> Session | None:
        row = self.store.read(lambda txn: txn.session("", "call"))
        return restored(self.store.read(lambda txn: turn_body(txn.live_turn(row.key, row.head)))) if row else None

    def values(self) -> dict[str, str]:
        session = self.session()
        row = self.store.read(lambda txn: txn.session("", "call"))
        return (dict(session_body(row).facts) if row else {}) | (dict(session.slots) if session else {})

    def _answer(self) -> Answer:
        answer = self.steering.take(History(session_id="call", messages=tuple(self.messages)))
        final = answer if isinstance(answer, Answer) else answer.result()
        assert final is not None
        return final

    def _send(self) -> Reply:
        answer = self._answer()
        if answer.lines:
            self.messages.append(Message(role="assistant", text=" ".join(answer.lines)))
        row = self.store.read(lambda txn: txn.session("", "call"))
        head = self.store.read(lambda txn: txn.live_turn(row.key, row.head)) if row else None
        body = turn_body(head)
        # The closing words of an ended call are no turn of their own.
        reply = body.reply if head and body and answer.id == reply_id(head.chain) else Reply(ended=answer.ended)
        self.replies.append(reply)
        return reply


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


def unknown_claims(flow: Flow, script: Script) -> Iterator[str]:
    """Claims that name a step or a record that no flow of the call has: they would hold whatever happens."""
    flows = (flow, *flow.others.values())
    steps = {name for one in flows for name in one.steps}
    records = {event for one in flows for step in one.steps.values() for event in step.record}
    for claim, known, what in (("ends", steps, "step"), ("never_reaches", steps, "step"), ("records", records, "record")):
        for name in script.claims.get(claim, ()):
            if name not in known:
                yield f"{_where(script.at)}: '{claim}' names no {what} of the flow: '{name}'{did_you_mean(name, known)}"


def play(flow: Flow, script: Script, coverage: Coverage) -> list[str]:
    """What is wrong with the call, in sentences; nothing when all of its lines and claims hold."""
    try:
        talk = Talk(flow, script.facts)
    except FactError as error:
        return [f"{_where(script.at)}: {error}"]
    wrong: list[str] = []
    beats = deque(script.talk)
    # A wait before the first word is the hour at which the call comes.
    while beats and beats[0].verb == "(waits)" and (seconds := duration(beats[0].words)):
        talk.now += seconds
        beats.popleft()
    reply = talk.start()
    cut = False
    for beat in beats:
        if beat.verb == "us":
            if cut:
                reply, cut = talk.hear("", Kind.INTERRUPT), False
            wanted = folded(beat.words)
            if not any(holds(folded(" ".join(texts)), wanted) for texts in _both_forms(reply, talk)):
                wrong.append(f"{_where(beat.at)}: we were to say '{beat.words}' and said '{_said(talk)}'")
                break
            continue
        problem, said = _do(talk, beat)
        cut = beat.verb == "(cuts in after)" and not problem
        reply = said or reply
        if problem:
            wrong.append(f"{_where(beat.at)}: {problem}")
            break
    if cut:
        talk.hear("", Kind.INTERRUPT)
    _cover(talk, coverage)
    return wrong + [f"{_where(script.at)}: {problem}" for problem in _claims(talk, script)]


def _where(at: Place) -> str:
    return f"{at.file}:{at.line}:{at.column}"


def _both_forms(reply: Reply, talk: Talk) -> Iterator[list[str]]:
    yield [line.text for line in reply.lines]
    yield [line.spoken for line in reply.lines]
    yield [_said(talk)]


def _said(talk: Talk) -> str:
    return talk.messages[-1].text if talk.messages and talk.messages[-1].role == "assistant" else ""


def _do(talk: Talk, beat: Beat) -> tuple[str, Reply | None]:
    """(what is wrong, the reply) of one line of the caller's."""
    words = beat.words
    if beat.verb == "(cuts in after)":
        return ("" if talk.cut(words) else f"we did not say '{words}'; we said '{_said(talk)}'"), None
    if beat.verb == "(same request again)":
        return ("" if talk.same_again() else "the same request got another answer"), None
    if beat.verb == "(feels)":
        name, _, score = words.rpartition(" ")
        try:
            talk.scores = (talk.scores or {}) | {name.title(): float(score)}
        except ValueError:
            return f"'{words}' is not an expression and a score, such as 'anger 0.4'", None
        return "", None
    if beat.verb == "(waits)":
        seconds = duration(words)
        talk.now += seconds or 0
        return ("" if seconds else f"'{words}' is not a length of time, such as '3 minutes'"), None
    if talk.messages and talk.messages[-1].kind is Kind.HANGUP:
        return "the caller has hung up: nothing is heard after it", None
    sent: dict[str, Callable[[], Reply]] = {
        "them": lambda: talk.hear(words),
        "(silence)": lambda: talk.hear(""),
        "(hangs up)": lambda: talk.hear("", Kind.HANGUP),
        "(key)": lambda: talk.hear(words, Kind.KEYS),
        "(keeps talking)": lambda: talk.keep_talking(words),
    }
    talk.now += 1
    return "", sent[beat.verb]()


def _claims(talk: Talk, script: Script) -> Iterator[str]:
    session = talk.session()
    step, ended = (session.step, bool(session.ended)) if session else ("", False)
    reached = {one.to for reply in talk.replies for one in reply.steps} | {one.step for reply in talk.replies for one in reply.steps}
    for wanted in script.claims.get("ends", ()):
        if not ended or step != wanted:
            yield f"the call was to end at '{wanted}' and {'ended' if ended else 'is not over: it waits'} at '{step}'"
    for name in script.claims.get("never_reaches", ()):
        if name in reached | {step}:
            yield f"the call was never to reach '{name}' and did"
    for name in script.claims.get("records", ()):
        if session is None or name not in session.records:
            yield f"the call was to record '{name}' and did not"
    for words in script.claims.get("never_says", ()):
        if problem := _says(talk, words):
            yield problem
    values = talk.values()
    for name, value in script.fact_claims.items():
        known = "no" if name.startswith(("heard ", "agreed ")) else None
        found = values.get(name) or (proofs(session).get(name, known) if session else None)
        if found is None or folded(found) != folded(value):
            yield f"the fact '{name}' was to be '{value}' and is '{found or 'not known'}'"


def _says(talk: Talk, words: str) -> str:
    """What is wrong when *words*, or the value of that name, were said."""
    kind = talk.flow.kinds.get(words)
    value = talk.values().get(words)
    wanted = [folded(value)] if kind and value else [] if kind else [folded(words)]
    for reply in talk.replies:
        for line in reply.lines:
            prompt = talk.flow.prompts.get(line.id)
            if kind and prompt and words in prompt.template.names:
                return f"'{words}' was never to be said and was, in '{line.text}'"
            if any(holds(folded(text), part) for part in wanted if part for text in (line.text, line.spoken)):
                return f"'{words}' was never to be said and was, in '{line.text}'"
    return ""


def _cover(talk: Talk, coverage: Coverage) -> None:
    flow, session = talk.flow, talk.session()
    for reply in talk.replies:
        for one in reply.steps:
            coverage.steps |= {name for name in (one.step, one.to) if name in flow.steps}
            coverage.exits.add(f"{one.step}.{one.by}")
            if one.by.startswith(("if_silent", "if_unclear")):
                coverage.ladders.add(one.by)
        for line in reply.lines:
            prompt = flow.prompts.get(line.id)
            coverage.steps |= {name for name in (line.id.partition(".")[0],) if name in flow.steps}
            if prompt and prompt.wording in flow.wording and flow.wording[prompt.wording].must_hear:
                coverage.obligations.setdefault(prompt.wording, set()).add("said")
        for settled in reply.settled:
            coverage.obligations.setdefault(settled.name, set()).add(settled.what)
    if session is None:
        return
    coverage.steps.add(session.step)


def run_file(path: Path, flows: Path) -> tuple[list[str], int, list[str]]:
    """(what is wrong, how many calls were played, coverage in sentences) of a test file."""
    file = str(path)
    report = Report()
    try:
        name, scripts = read_scripts(file, path.read_text(encoding="utf-8"), report)
    except OSError as error:
        return [f"{file}:1:1: the file cannot be read: {error.strerror}"], 0, []
    except UnicodeDecodeError:
        return [f"{file}:1:1: the file is not UTF-8 text; save it as UTF-8"], 0, []
    if report.failed:
        return [str(finding) for finding in report.findings], 0, []
    try:
        flow = load(flows / f"{name}.yaml")
    except FlowError as error:
        return _errors(error.findings), 0, []
    coverage = Coverage()
    wrong = [
        f"{problem} (call '{script.name}')"
        for script in scripts
        for problem in (*unknown_claims(flow, script), *play(flow, script, coverage))
    ]
    return wrong, len(scripts), list(coverage.lines(flow))


def _errors(findings: tuple[Finding, ...]) -> list[str]:
    return [str(finding) for finding in findings if finding.severity == "error"]
