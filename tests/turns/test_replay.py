"""A call taken again from its record says what it said; a new version of its flow says where it would not."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from steering.core.flow import Flow
from steering.core.turn import PLAYED, Effect, Kind, Result
from steering.errors import RequestRefused
from steering.loader import load, load_sources
from steering.replay import Difference, Recording, first_difference, without_private_values
from steering.service import Answer, History, Steering
from steering.store.memory import MemoryStore
from steering.testing import OneFlow, Talk, run_file
from tests.turns.platform import SURVEY, Line, them, us

ROOT = Path(__file__).parents[2]


def recorded(line: Line) -> Recording:
    """The call on the line, as it would come back from a file."""
    found = line.steering.recording(line.owner, line.id or "")
    assert found is not None
    return msgspec.json.decode(msgspec.json.encode(found), type=Recording)


def again(line: Line) -> Difference | None:
    call = recorded(line)
    return first_difference(call, load_sources(call.sources, call.flow))


def version(source: str, *changes: tuple[str, str]) -> Flow:
    for old, new in changes:
        assert old in source
        source = source.replace(old, new)
    name = source.split("flow:")[1].split()[0]
    return load_sources({f"{name}.yaml": source}, name)


def test_call_is_the_same_again():
    line = Line()
    for words in (None, "yes", "five", "purple", "red", "I guess", "yes"):
        line.hear(words)

    assert again(line) is None
    assert [turn.n for turn in recorded(line).turns] == [0, 1, 2, 3, 4, 5, 6]


def test_call_that_lacked_facts_is_the_same_again():
    line = Line("flow: needy\nneeds: {first_name: text}\nsteps:\n  one:\n    end: Goodbye {{ first_name }}.\n")
    for words in (None, "hello", "hello", "hello"):
        line.hear(words)

    assert again(line) is None
    assert [turn.end for turn in recorded(line).turns] == ["", "", "", "goodbye"]


def test_difference_is_the_first_turn_that_says_something_else():
    line = Line()
    for words in (None, "yes", "five", "red", "yes"):
        line.hear(words)

    found = first_difference(recorded(line), version(SURVEY, ("Red or blue?", "Red, or rather blue?"), ("Thank you. Goodbye.", "Bye.")))

    assert found == Difference(turn=2, recorded="Red or blue?", now="Red, or rather blue?")


def test_line_that_the_record_does_not_have_is_found():
    line = Line()
    line.hear()
    line.hear("yes")
    call = recorded(line)
    tampered = msgspec.structs.replace(call.turns[1], lines=("What is your name?",))

    found = first_difference(msgspec.structs.replace(call, turns=(call.turns[0], tampered)), version(SURVEY))

    assert found == Difference(turn=1, recorded="What is your name?", now="What is your number?")


def test_other_end_with_the_same_words_is_a_difference():
    source = SURVEY.replace("end: Thank you. Goodbye.", "say: Thank you. Goodbye.\n    hand_to: desk")
    line = Line(source)
    for words in (None, "yes", "five", "red", "yes"):
        line.hear(words)

    found = first_difference(recorded(line), version(source, ("Goodbye.\n    hand_to: desk", "Goodbye.\n    hand_to: bank")))

    assert found == Difference(turn=4, recorded="(hand_to desk)", now="(hand_to bank)")


def test_other_words_where_the_caller_was_understood_differently_now():
    line = Line()
    for words in (None, "my wife says not today", "yes"):
        line.hear(words)
    call = recorded(line)

    assert first_difference(call, version(SURVEY, ("      no: bye", "      not today: bye\n      no: person"))) is not None


# ---- what a turn depended on is kept


def test_silence_keys_and_hang_up_are_kept():
    line = Line(SURVEY.replace("yes: number", "yes | key 1: number"))
    line.hear()
    line.hear("")
    line.messages.append(them("1", kind=Kind.KEYS))
    line.messages.append(us(" ".join(line.ask().lines)))
    line.messages.append(them("", kind=Kind.HANGUP))
    line.ask()

    assert [turn.kind for turn in recorded(line).turns] == [Kind.START, Kind.SILENCE, Kind.KEYS, Kind.HANGUP]
    assert again(line) is None


NOTICE = """
flow: notice
time_limit: 10 minutes
wording:
  recorded:
    text: This call is recorded. It may be kept for 3 years.
    must_hear: all
    again: rest
anytime:
  go back: (back)
steps:
  greet:
    say: wording.recorded
    ask: All right?
    hear:
      yes: sure
      no: bye
  sure:
    consent: Do you agree?
    if_yes: bye
    if_no: bye
  bye:
    end: Goodbye.
"""


def test_cuts_are_kept_and_cut_again():
    line = Line(NOTICE)
    line.hear()
    line.cut(6)
    line.hear("what")
    line.hear("yes", evidence=PLAYED)
    line.cut(2)
    line.hear("yes")
    line.hear("yes")

    assert again(line) is None
    assert [turn.evidence == PLAYED for turn in recorded(line).turns] == [False, False, True, False, False]


def test_no_report_and_an_empty_report_are_not_the_same():
    line = Line(NOTICE)
    line.ask([])
    line.ask([them("yes")])

    assert recorded(line).turns[1].heard is None
    assert again(line) is None


def test_time_is_kept():
    line = Line(NOTICE)
    line.hear()
    line.clock.now += 700
    assert line.hear("yes") != "Do you agree?"

    assert again(line) is None


def test_facts_are_those_of_each_turn():
    source = SURVEY.replace("anytime:", "needs:\n  name: name, e.g. Maria\nanytime:").replace("your number?", "your number, {{ name }}?")
    line = Line(source)
    line.steering.put("", "call", flow="survey", facts={"name": "Maria"})
    line.hear()
    line.hear("yes")
    line.steering.put("", "call", flow=None, facts={"name": "Eva"})
    line.hear("say that again")

    assert [turn.facts["name"] for turn in recorded(line).turns] == ["Maria", "Maria", "Eva"]
    assert again(line) is None


def test_how_the_caller_sounded_is_kept():
    line = Line(SURVEY + "if_feeling:\n  anger strong: person\n")
    line.hear()
    line.messages.append(msgspec.structs.replace(them("this is outrageous"), scores={"Anger": 0.5}))
    assert line.ask().hand_to == "desk"

    assert again(line) is None


def test_revised_words_leave_only_the_live_turns():
    line = Line()
    line.hear()
    line.hear("yes")
    line.hear("five")
    line.lengthen("and twenty no wait six")
    line.hear("red")

    assert again(line) is None
    assert len(recorded(line).turns) == 4


def test_void_turns_are_taken_as_void():
    line = Line()
    line.hear()
    line.messages += [them("yes"), us("Something that we never said."), them("five")]
    line.ask()

    assert "void" in [turn.status for turn in recorded(line).turns]
    assert again(line) is None


# ---- look-ups

LOOK_UP = """
flow: look_up
checks:
  free:
    get: "https://slots.example/{{ day }}?pin={{ given }}"
    keep: slot from first
    sample: {"first": "09:30"}
steps:
  ask:
    ask: Your PIN?
    collect: given, 4 digits, private
    go: when
  when:
    ask: Which day?
    collect: day, text
    check: free
    if_ok: booked
    if_failed: bye
  booked:
    end: You are booked for {{ slot }}. Goodbye.
  bye:
    end: Nothing is free. Goodbye.
"""


WHEN = """    go: when
  when:
    ask: Which day?
    collect: day, text
"""


class Once:
    """A look-up that must not be asked again."""

    def __init__(self, ok: bool) -> None:
        self.ok, self.asked = ok, 0

    def ask(self, effect: Effect) -> Result:
        self.asked += 1
        return Result(key=effect.key, ok=self.ok, values={"slot": "09:30"} if self.ok else {})


@pytest.mark.parametrize("ok", [True, False])
def test_answers_of_look_ups_come_from_the_record(ok):
    line = Line(LOOK_UP)
    line.steering.look_ups = asks = Once(ok)  # type: ignore[assignment]
    for words in (None, "4512", "tuesday"):
        said = line.hear(words)

    assert said == ("You are booked for nine thirty. Goodbye." if ok else "Nothing is free. Goodbye.")
    assert again(line) is None
    assert asks.asked == 1


def test_look_up_with_a_private_value_is_answered_from_the_record():
    line = Line(LOOK_UP.replace("{{ day }}", "any").replace(WHEN, ""))
    line.steering.look_ups = Once(True)  # type: ignore[assignment]
    for words in (None, "4512"):
        said = line.hear(words)

    assert said == "You are booked for nine thirty. Goodbye."
    assert again(line) is None


def test_one_moment_is_said_again_where_it_was_said():
    line = Line(LOOK_UP)
    line.steering.look_ups = Once(True)  # type: ignore[assignment]
    line.hear()
    line.hear("4512")
    line.messages.append(them("tuesday"))
    waiting = line.steering.take(History(session_id="call", messages=tuple(line.messages)))
    assert not isinstance(waiting, Answer)
    said = waiting.said()
    waiting.result()

    assert recorded(line).turns[-1].moment is said
    assert again(line) is None


# ---- private answers

SECRET = """
flow: secret
needs:
  pin: digits, private, e.g. 4512
checks:
  same: given is pin
anytime:
  agent: person
steps:
  verify:
    ask: Your PIN?
    collect: given, 4 digits, private
    hear:
      i forgot: bye
    check: same, 2 tries
    if_ok: next
    if_failed: bye
  next:
    ask: Anything else?
    hear:
      no: bye
      read it: read
  read:
    say: I know it by heart.
    go: next
  bye:
    end: Goodbye.
  person:
    hand_to: desk
"""
ANSWERS = {
    "right": ["4512", "no"],
    "wrong once": ["4511", "4512", "no"],
    "wrong": ["1111", "2222"],
    "not understood": ["purple", "4512", "read it", "no"],
    "forgotten": ["i forgot"],
    "agent": ["get me an agent please"],
}


@pytest.mark.parametrize("answers", ANSWERS.values(), ids=list(ANSWERS))
def test_private_answers_go_as_the_record_says_that_they_went(answers):
    line = Line(SECRET)
    line.steering.put("", "call", flow="secret", facts={"pin": "4512"})
    line.hear()
    for words in answers:
        line.hear(words)
    call = recorded(line)

    assert call.turns[1].text in ("…", "get me an agent please")
    assert again(line) is None
    assert first_difference(without_private_values(call, version(SECRET)), version(SECRET)) is None


def test_private_values_are_not_saved():
    line = Line(SECRET)
    line.steering.put("", "call", flow="secret", facts={"pin": "4512"})
    line.hear()
    line.hear("4512")

    assert b"4512" not in msgspec.json.encode(without_private_values(recorded(line), version(SECRET))).replace(b"e.g. 4512", b"")


def test_new_version_is_told_the_outcome_of_a_private_check():
    line = Line(SECRET)
    line.steering.put("", "call", flow="secret", facts={"pin": "4512"})
    for words in (None, "4512", "no"):
        line.hear(words)

    found = first_difference(recorded(line), version(SECRET, ("Anything else?", "May I help you with anything else?")))

    assert found == Difference(turn=1, recorded="Anything else?", now="May I help you with anything else?")


SPOKEN = """
flow: spoken
steps:
  ask:
    ask: Which PIN do you want?
    collect: pin, 4 digits, private
    go: read
  read:
    say: Your PIN is {{ pin }}.
    ask: All right?
    hear: {yes: bye, no: bye}
  bye:
    end: Goodbye.
"""


def test_private_value_that_was_spoken_may_be_any():
    line = Line(SPOKEN)
    for words in (None, "4512", "yes"):
        line.hear(words)

    assert line.answers[1].lines[0] == "Your PIN is four five one two."
    assert again(line) is None
    assert first_difference(recorded(line), version(SPOKEN, ("Your PIN is", "The PIN is"))) is not None


@pytest.mark.parametrize("cut", [None, 4], ids=["heard", "cut off"])
def test_private_value_in_a_text_that_must_be_heard_goes_as_the_record_says(cut):
    wording = "wording:\n  code:\n    text: Your PIN is {{ pin }}.\n    must_hear: all\nsteps:"
    line = Line(SPOKEN.replace("steps:", wording).replace("say: Your PIN is {{ pin }}.", "say: wording.code"))
    line.hear()
    line.hear("4512")
    if cut:
        line.cut(cut)
        assert line.hear("yes") == "Your PIN is four five one two. All right?"
    line.hear("yes")

    assert line.step == "bye"
    assert again(line) is None


HELP = """  help:
    ask: Did it help?
    hear: {yes: helped, no: bye}
  helped:
    end: Good.
"""


def spoken_with_help(wording: str = "") -> str:
    return SPOKEN.replace("steps:", f"{wording}anytime:\n  help: run help\n  say that again: (repeat)\nsteps:") + HELP


@pytest.mark.parametrize("cut", [2, 4, 5])
def test_private_text_that_was_cut_off_is_said_again_after_help(cut):
    wording = "wording:\n  code:\n    text: Your PIN is {{ pin }}.\n    must_hear: all\n"
    line = Line(spoken_with_help(wording).replace("say: Your PIN is {{ pin }}.", "say: wording.code"))
    line.hear()
    line.hear("4512")
    line.cut(cut)

    assert [line.hear(words) for words in ("help", "yes")] == ["Did it help?", "Good. Your PIN is four five one two. All right?"]
    line.hear("yes")
    assert line.step == "bye"
    assert again(line) is None


def test_private_value_in_the_last_reply_is_said_again():
    line = Line(spoken_with_help())

    said = [line.hear(words) for words in (None, "4512", "say that again")]

    assert said[1] == said[2] == "Your PIN is four five one two. All right?"
    assert again(line) is None


def test_private_value_in_a_question_that_waits_is_said_again():
    line = Line(spoken_with_help().replace("ask: All right?", "ask: Is {{ pin }} right?"))

    said = [line.hear(words) for words in (None, "4512", "help", "yes")]

    assert said[3] == "Good. Is four five one two right?"
    assert again(line) is None


def test_private_value_in_the_last_words_is_said_again_after_the_end():
    line = Line(SPOKEN.replace("end: Goodbye.", "end: Goodbye, {{ pin }}."))

    said = [line.hear(words) for words in (None, "4512", "yes", "what was it")]

    assert said[2] == said[3] == "Goodbye, four five one two."
    assert again(line) is None


def test_what_is_masked_in_the_words_does_not_change_the_call():
    line = Line(SURVEY.replace("size, number", "size, text"))
    for words in (None, "yes", "my card is 4111 1111 1111 1111", "red", "no my card is 4111 1111 1111 1111"):
        line.hear(words)

    call = recorded(line)
    assert b"4111" not in msgspec.json.encode(call)
    assert "…" in call.turns[2].text
    assert again(line) is None


# ---- what cannot be taken again


def test_turns_that_were_not_kept_are_named():
    line = Line()
    line.id = None
    line.messages = [us("Welcome to the survey. May I ask three questions?"), them("yes"), us("What is your number?"), them("five")]
    line.id = line.ask().session_id

    with pytest.raises(RequestRefused, match="Turn 1 of session"):
        recorded(line)


def test_damaged_turn_is_named():
    line = Line()
    line.hear()
    line.hear("yes")

    def damage(txn):  # type: ignore[no-untyped-def]
        row = txn.session("", "call")
        txn.save_turn(msgspec.structs.replace(txn.live_turn(row.key, 1), body=b"{"))

    line.steering.store.transact(damage)

    with pytest.raises(RequestRefused, match="Turn 1 of session 'call' cannot be read"):
        recorded(line)


# ---- every call that there is


@pytest.mark.parametrize("path", sorted((ROOT / "flows" / "tests").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_call_is_the_same_again(path, monkeypatch):
    talks: list[Talk] = []
    begin = Talk.__init__

    def kept(self: Talk, *arguments: object, **more: object) -> None:
        begin(self, *arguments, **more)  # type: ignore[arg-type]
        talks.append(self)

    monkeypatch.setattr(Talk, "__init__", kept)
    wrong, played, _ = run_file(path, path.parent.parent)

    assert not wrong
    assert len(talks) == played
    for talk in talks:
        call = talk.steering.recording("", "call")
        assert call is not None
        assert first_difference(call, talk.flow) is None


WORDS = st.sampled_from(["yes", "no", "yes speaking", "4512", "1111", "I agree", "I guess so", "", "agent", "repeat", "what", "not today"])
DEBT = load(ROOT / "flows" / "debt_collection_call.yaml")


@settings(max_examples=60)
@example([("4512", "said", 0), ("no", "cut", 0), ("agent", "cut", 0)])
@example([("no", "cut", 1), ("no", "unreported", 0), ("no", "said", 0), ("yes", "cut", 1), ("yes", "said", 0), ("yes", "said", 0)])
@given(st.lists(st.tuples(WORDS, st.sampled_from(["said", "cut", "lengthened", "unreported"]), st.integers(0, 12)), max_size=8))
def test_any_call_is_the_same_again(turns):
    line = Line()
    line.steering = Steering(OneFlow(DEBT), MemoryStore(), clock=line.clock)
    facts = {name: need.sample for name, need in DEBT.needs.items()}
    line.steering.put("", "call", flow=DEBT.name, facts=facts)
    line.hear()
    for words, how, size in turns:
        if how == "cut":
            line.cut(size)
        if how == "lengthened" and line.messages[-1].role == "assistant" and len(line.messages) > 1:
            line.lengthen(words)
        elif how == "unreported":
            line.messages = [them(words)]
            line.messages.append(us(" ".join(line.ask().lines)))
        else:
            line.hear(words)
    call = recorded(line)

    assert first_difference(call, DEBT) is None
    assert first_difference(without_private_values(call, DEBT), DEBT) is None


RICH = """
flow: rich
needs:
  pin: digits, private, e.g. 4512
  balance: money, e.g. $5
wording:
  notice:
    text: You owe {{ balance }}.
    must_hear: all
    again: rest
checks:
  same: given is pin
  free:
    get: "https://slots.example/{{ day }}?card={{ card }}"
    keep: slot from first
    sample: {"first": "nine"}
anytime:
  go back: (back)
  start over: (start over)
  say that again: (repeat)
  agent: person
  help: run help
  stop calling: opt_out
if_feeling:
  anger strong: person
steps:
  verify:
    say: wording.notice
    ask: Your PIN?
    collect: given, 4 digits, private
    hear:
      i forgot: guess
    check: same, 2 tries
    if_ok: book
    if_failed: bye
  guess:
    ask: Then guess, how many digits?
    collect: guessed, number, private
    when:
      guessed > 4: bye
      otherwise: book
  book:
    form:
      day:
        ask: What day?
        one_of: monday | tuesday
      card:
        ask: Your card's last digits?
        type: 4 digits
        private: yes
      size:
        ask: How many people?
        type: number
    confirm: On {{ day }}, {{ size }} people, card {{ card }}?
    check: free
    if_ok: sure
    if_failed: bye
  sure:
    consent: We charge {{ card }} for {{ slot }}. Do you agree?
    if_yes: bye
    if_no: book
  help:
    say: This is help.
    ask: Did it help?
    hear:
      yes: helped
      no: person
  helped:
    end: Good.
  person:
    hand_to: desk
  bye:
    end: Goodbye.
  opt_out:
    end: We will stop.
    record: do_not_call
"""
SAID = st.sampled_from(
    [
        *("yes", "no", "4512", "four five one two", "1111", "i forgot", "three", "seven", "monday", "tuesday for two", "no tuesday"),
        *("go back", "start over", "say that again", "help", "agent please", "purple", "", "I agree", "stop calling"),
        *("yes 4512", "no 4512 is wrong", "no not 4512", "no"),
    ]
)
PATHS = st.lists(
    st.sampled_from(["yes", "4512", "i forgot", "three", "monday", "two", "help", "no", "tuesday", "go back", "purple"]), max_size=12
)
FLOW = load_sources({"rich.yaml": RICH}, "rich")


@settings(max_examples=120)
@example(["4512", "tuesday for two", "4512"], [], True)
@example(["4512", "three", "monday", "4512", "4512"], [], False)
@example(["yes 4512", "1111", "monday", "1111", "1111"], [], False)
@given(st.one_of(PATHS, st.lists(SAID, max_size=10)), st.lists(st.integers(0, 14), max_size=3), st.booleans())
def test_any_call_of_a_flow_with_everything_is_the_same_again(said, cuts, ok):
    line = Line(RICH)
    line.steering = Steering(OneFlow(FLOW), MemoryStore(), clock=line.clock)
    line.steering.look_ups = Once(ok)  # type: ignore[assignment]
    line.steering.put("", "call", flow="rich", facts={"pin": "4512", "balance": "$5"})
    line.hear()
    for i, words in enumerate(said):
        if i < len(cuts):
            line.cut(cuts[i])
        line.hear(words)
    call = recorded(line)

    assert first_difference(call, FLOW) is None
    assert first_difference(without_private_values(call, FLOW), FLOW) is None


ANYTIME = RICH[RICH.index("anytime:\n") : RICH.index("if_feeling:\n")]
ASIDE = RICH[RICH.index("  help:\n") : RICH.index("  bye:\n")]
FREE = f"""
flow: free
answers:
  are you a robot: I am an automated assistant.
  who are you: The shop calls.
{ANYTIME}steps:
  who:
    ask: What is your name?
    collect: caller, name
    go: remark
  remark:
    ask: What is it about?
    collect: remark, text
    go: amount
  amount:
    ask: How much, {{{{ caller }}}}?
    collect: amount, money up to $500
    go: day
  day:
    form:
      day:
        ask: What day?
        type: date
      hour:
        ask: What time?
        type: time
    confirm: On {{{{ day }}}} at {{{{ hour }}}}, for {{{{ remark }}}}?
    go: sure
  sure:
    consent: We charge {{{{ amount }}}}. Do you agree?
    if_yes: bye
    if_no: person
{ASIDE}  bye:
    end: Goodbye, {{{{ caller }}}}.
  opt_out:
    end: We will stop.
    record: do_not_call
"""
TOLD = st.sampled_from(["", "4111111111111111", "my card is 4111 1111 1111 1111", "my social is 123 45 6789", "4111 1111", "1111 1111"])
SAYS = st.sampled_from(
    """
    maria lopez | yes | no | fifty dollars | nine hundred dollars | tuesday | tomorrow morning | at ten | at four pm | in the evening
    no, i meant forty dollars | no wednesday | the time is wrong | not at all | i don't want an agent | no agent | agent | agent no
    go back | start over | say that again | help | stop calling | please stop calling me | are you a robot | who are you | maybe
    i agree | yes if it is free | purple | nobody
    """.replace("\n", "|").split("|")
)
ON_AND_ON = ("maria lopez", "a lamp", "fifty dollars", "tuesday", "at four pm", "yes", "yes")


@settings(max_examples=120)
@example(0, [("4111111111111111", "Maria, card")])
@example(0, [("", "maria"), ("4111 1111", ""), ("", "fifty dollars"), ("1111 1111", "no agent")])
@given(st.integers(0, len(ON_AND_ON)), st.lists(st.tuples(TOLD, SAYS) | st.tuples(SAYS, TOLD), max_size=8))
def test_any_call_with_hidden_words_is_the_same_again(first, then):
    line = Line(FREE)
    for words in (None, *ON_AND_ON[:first], *(" ".join(parts).strip() for parts in then)):
        line.hear(words)
    call = recorded(line)

    assert first_difference(call, load_sources(call.sources, call.flow)) is None


def test_caller_who_says_nothing_but_a_card_number_is_not_stuck():
    line = Line(FREE)
    for words in (None, "maria", "4111 1111 1111 1111", "fifty dollars", "tuesday", "four pm"):
        said = line.hear(words)

    assert said.endswith(" at four PM, for ...?")
    assert line.hear("yes") == "We charge fifty dollars. Do you agree?"
    assert again(line) is None


@pytest.mark.parametrize("change", [{"lines": ("Goodbye.",)}, {"moves": ()}, {"values": {"amount": "$7"}}], ids=str)
def test_changed_record_of_a_turn_with_hidden_words_is_found(change):
    line = Line(FREE)
    for words in (None, "maria", "a lamp", "fifty dollars, my card is 4111 1111 1111 1111", "tuesday", "four pm", "yes"):
        line.hear(words)
    call = recorded(line)
    assert call.turns[3].values["amount"] == "$50"
    changed = (*call.turns[:3], msgspec.structs.replace(call.turns[3], **change), *call.turns[4:])

    assert first_difference(msgspec.structs.replace(call, turns=changed), load_sources(call.sources, call.flow)) is not None
