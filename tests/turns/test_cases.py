"""The cases of exactly-once turns, one test each, in the order of docs/turns.md."""

from __future__ import annotations

import threading

import pytest
from msgspec.structs import replace

from steering.core.turn import Effect, Result
from steering.errors import StoreUnavailable
from steering.replay import first_difference
from steering.store.protocol import TurnRow
from tests.turns.platform import SURVEY, Line, them, us

OPENING = "Welcome to the survey. May I ask three questions?"
NUMBER = "What is your number?"
COLOR = "Red or blue?"


def test_01_first_contact_speaks_the_opening_and_again_the_same():
    line = Line()

    first, again = line.ask(), line.ask()

    assert " ".join(first.lines) == OPENING
    assert first == again


def test_02_exact_retry_gives_the_same_bytes_no_row_and_one_note():
    line = Line()
    line.hear()
    line.messages.append(them("yes"))
    first = line.ask()

    again = line.ask()

    assert again == first
    assert [row[0] for row in line.rows()] == [0, 1]
    assert line.events() == ["begun", "opened", "turn", "retry"]


def test_04_yes_our_words_yes_are_two_turns():
    line = Line()
    line.hear()
    line.hear("yes")

    line.hear("yes")

    assert line.turns == 2


def test_04_without_our_words_between_they_are_one_turn():
    line = Line()
    line.hear()

    line.ask([us(OPENING), them("yes"), them("yes", (1, 2))])

    assert line.turns == 1


def test_05_longer_last_message_takes_the_turn_again():
    line = Line()
    line.hear()
    line.hear("yes")
    line.hear("it is")

    answer = line.lengthen("five")

    assert answer == COLOR
    assert line.rows() == [(0, True, "done"), (1, True, "done"), (2, False, "done"), (2, True, "done")]
    assert line.steering.get("", "call").facts["size"] == "5"


def test_06_the_shorter_again_revives_the_first_row():
    line = Line()
    line.hear()
    line.hear("yes")
    short = [*line.messages, them("it is")]
    first = line.ask(short)
    line.ask([*line.messages, them("it is five")])

    again = line.ask(short)

    assert again == first
    assert line.rows() == [(0, True, "done"), (1, True, "done"), (2, True, "done"), (2, False, "done")]
    assert line.step == "number"


def test_07_extension_as_a_second_message_is_the_same_turn():
    line = Line()
    line.hear()
    line.hear("yes")
    line.ask([*line.messages, them("it is")])

    answer = line.ask([*line.messages, them("it is"), them("five")])

    assert answer.lines == (COLOR,)
    assert line.turns == 2


def test_08_extension_after_some_of_our_words_is_a_new_turn():
    line = Line()
    line.hear()
    line.hear("yes")
    line.hear("it is")
    line.cut(2)

    answer = line.hear("five")

    assert answer == COLOR
    assert line.turns == 3


NOTICE = """
flow: notice
wording:
  recording:
    text: This call is recorded for your safety.
    must_hear: all
steps:
  greet:
    say: wording.recording
    ask: Is that fine?
    hear:
      yes: thanks
      no: thanks
  thanks:
    end: Thank you. Goodbye.
"""


def test_09_cut_reply_leaves_identity_and_keeps_the_obligation_open():
    line = Line(NOTICE)
    line.hear()
    line.cut(4)

    answer = line.hear("yes")

    assert answer == "This call is recorded for your safety. Is that fine?"
    assert line.step == "greet"
    assert "heard recording" not in line.steering.get("", "call").facts
    assert line.hear("yes") == "Thank you. Goodbye."
    assert line.steering.get("", "call").facts["heard recording"] == "yes"


def test_10_shorter_history_then_new_words_supersedes_what_came_later():
    line = Line()
    line.hear()
    line.hear("yes")
    rewound = list(line.messages)
    line.hear("five")
    line.hear("red")

    answer = line.ask([*rewound, them("six")])

    assert answer.lines == (COLOR,)
    assert line.turns == 2
    assert line.steering.get("", "call").facts["size"] == "6"
    assert [row for row in line.rows() if row[1]] == [(0, True, "done"), (1, True, "done"), (2, True, "done")]


def test_11_edited_middle_is_rebuilt_as_far_as_the_replies_agree_then_asks():
    line = Line()
    line.hear()
    line.hear("yes")
    line.hear("five")
    edited = [us(OPENING), them("yes"), us(NUMBER), them("uh what"), us(COLOR), them("red")]

    answer = line.ask(edited)

    assert answer.lines == (NUMBER,)
    assert line.step == "number"
    assert "size" not in line.steering.get("", "call").facts


def test_11_what_disagrees_keeps_the_newest_words_and_retires_what_came_after_the_common_ground():
    line = Line()
    for words in (None, "yes", "five"):
        line.hear(words)

    answer = line.ask([us(OPENING), them("yes"), us(NUMBER), them("uh what"), us(COLOR), them("red"), us("Sure?"), them("blue please")])

    assert answer.lines == (NUMBER,)
    assert [n for n, live, _ in line.rows() if live] == [0, 1, 4]
    assert line.texts()[-1] == "blue please"


def test_12_window_without_its_oldest_turns_is_aligned():
    line = Line()
    line.hear()
    line.hear("yes")
    line.hear("five")

    answer = line.ask([us(NUMBER), them("five"), us(COLOR), them("red")])

    assert answer.lines == ("Do you agree to be called again?",)
    assert line.turns == 3


ROUND = """
flow: round
steps:
  ready:
    ask: Ready?
    hear: {yes: sure, no: thanks}
  sure:
    consent: Do you agree?
    accept_only: yes
    if_yes: thanks
    if_no: sure
  thanks:
    end: Thank you.
"""


def test_12_ambiguous_window_at_a_consent_asks_again():
    line = Line(ROUND)
    for words in (None, "yes", "no", "no"):
        line.hear(words)

    # The question stands three times in the call: which of them this "yes" answers cannot be told.
    answer = line.ask([us("Do you agree?"), them("yes")])

    assert answer.lines == ("Do you agree?",)
    assert line.step == "sure"


def test_13_resumed_chat_with_full_history_goes_on():
    line = Line()
    line.hear()
    line.hear("yes")
    back = line.ask([])
    line.messages += [us(" ".join(back.lines))]

    answer = line.hear("five")

    assert back.lines == (NUMBER,)
    assert answer == COLOR


def test_13_resumed_chat_with_only_new_messages_goes_on():
    line = Line(SURVEY.replace("steps:", "if_back: Welcome back.\nsteps:", 1))
    line.hear()
    line.hear("yes")
    back = line.ask([])

    answer = line.ask([us(" ".join(back.lines)), them("five")])

    assert back.lines == ("Welcome back.", NUMBER)
    assert answer.lines == (COLOR,)
    assert line.turns == 2


def test_14_new_chat_after_the_end_is_a_new_incarnation():
    line = Line()
    line.hear()
    line.hear("no")

    answer = line.ask([])

    assert " ".join(answer.lines) == OPENING
    assert line.steering.get("", "call").incarnation == 2


def test_15_one_turn_from_many_at_once_is_one_row_and_the_same_bytes():
    line = Line()
    line.hear()
    line.messages.append(them("yes"))
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(line.ask())) for _ in range(20)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(answers) == 20
    assert len(set(answers)) == 1
    assert len(line.rows()) == 2


def test_16_turn_after_next_arrives_first():
    line = Line()
    line.hear()
    later = [us(OPENING), them("yes"), us(NUMBER), them("five")]

    answer = line.ask(later)
    earlier = line.ask(later[:2])

    assert answer.lines == (COLOR,)
    assert earlier.lines == (NUMBER,)
    assert line.turns == 2


def test_17_of_two_words_for_one_turn_the_last_is_live_and_history_corrects():
    line = Line()
    line.hear()
    line.ask([us(OPENING), them("yes")])
    line.ask([us(OPENING), them("yes wait no")])
    assert line.step == "bye"

    answer = line.ask([us(OPENING), them("yes"), us(NUMBER), them("five")])

    assert answer.lines == (COLOR,)
    assert [row for row in line.rows() if row[1]] == [(0, True, "done"), (1, True, "done"), (2, True, "done")]


def test_18_edited_flow_leaves_the_call_its_own_version(tmp_path):
    from steering.loader.shelf import Shelf
    from steering.service import Steering
    from steering.store.memory import MemoryStore

    now = [0.0]
    path = tmp_path / "survey.yaml"
    path.write_text(SURVEY)
    line = Line(steering=Steering(Shelf(tmp_path, clock=lambda: now[0]), MemoryStore()))
    line.hear()
    path.write_text(SURVEY.replace("What is your number?", "Your number, please?"))
    now[0] += 5
    line.steering.flows()

    old = line.hear("yes")
    fresh = Line(steering=line.steering, id="other")
    fresh.hear()
    new = fresh.hear("yes")
    path.unlink()
    now[0] += 5

    assert (old, new) == (NUMBER, "Your number, please?")
    assert line.hear("five") == COLOR


def test_18_version_that_memory_has_dropped_comes_back_from_the_ledger():
    line = Line()
    line.hear()
    line.steering._versions.clear()

    assert line.hear("yes") == NUMBER


def test_19_damaged_snapshot_is_replayed():
    line = Line()
    line.hear()
    line.hear("yes")
    line.hear("five")
    _damage(line, 2)

    answer = line.hear("red")

    assert answer == "Do you agree to be called again?"
    assert line.steering.get("", "call").facts["size"] == "5"


def _damage(line: Line, n: int) -> None:
    def work(txn):
        row = txn.session("", "call")
        txn.save_turn(replace(txn.live_turn(row.key, n), body=b"\xff not a body"))

    line.steering.store.transact(work)


class Gone:
    """A store that is not there."""

    def __init__(self, store):
        self._store = store

    def read(self, work):
        raise StoreUnavailable("gone")

    def transact(self, work):
        raise StoreUnavailable("gone")

    def close(self):
        pass


def test_20_store_gone_says_the_safe_line_to_a_known_call():
    line = Line()
    line.hear()
    store, line.steering.store = line.steering.store, Gone(line.steering.store)

    answer = line.hear("yes")

    assert "went wrong" in answer
    line.steering.store = store
    assert line.turns == 0


def test_20_store_gone_is_unavailable_to_an_unknown_call():
    line = Line()
    line.steering.store = Gone(line.steering.store)

    with pytest.raises(StoreUnavailable):
        line.ask()


def test_21_effect_done_then_revised_is_recorded_so():
    line = Line(SLOT)
    line.steering.look_ups = Answering({"first": "2026-11-24"})
    line.hear()
    line.hear("book")

    line.lengthen("no agent please")

    assert "revised_after_effect" in line.events()


def test_22_clock_goes_back_but_now_does_not():
    line = Line()
    line.hear()
    line.hear("yes")
    line.clock.now -= 3600

    line.hear("five")

    turns = line.steering.transcript("", "call")
    assert turns[2]["at"] >= turns[1]["at"]


@pytest.mark.parametrize("nothing", ["", "   ", "…", "..."])
def test_23_nothing_said_is_silence(nothing):
    line = Line()
    line.hear()

    assert line.hear(nothing).startswith("Are you still there?")


def test_24_one_code_point_or_two_is_one_turn():
    line = Line()
    line.hear()
    one = line.ask([us(OPENING), them("yes café")])

    two = line.ask([us(OPENING), them("yes cafe\u0301")])

    assert one == two
    assert line.turns == 1


def test_25_assistant_last_is_nothing_new():
    line = Line()
    line.hear()
    line.hear("yes")

    answer = line.ask()

    assert answer.lines == (NUMBER,)
    assert line.turns == 1


def test_27_ended_call_says_its_closing_words_again():
    line = Line()
    line.hear()
    line.hear("no")

    answer = line.hear("wait yes")

    assert answer == "All right. Goodbye."
    assert line.answers[-1].ended
    assert line.turns == 1


def test_27_words_after_the_end_never_take_up_a_call_that_shows_no_opening():
    line = Line()
    line.hear()
    line.hear("yes")
    line.messages = [them("yes"), us(NUMBER)]
    line.hear("five")
    line.hear("red")
    line.hear("no")

    assert {line.hear("yes"), line.hear("yes"), line.hear("hello")} == {"All right. Goodbye."}


def test_27_opt_out_after_the_end_is_kept_once_with_the_closing_words():
    line = Line()
    line.hear()
    line.hear("no", number="+13125550142")

    thanks, first = line.hear("thanks"), line.hear("wait, stop calling me")
    again, later = line.ask(line.messages[:-1]), line.hear("stop calling me, I said")

    assert {thanks, first, later} == {"All right. Goodbye."}
    assert again == line.answers[-3]
    assert again.ended
    assert line.records == ("do_not_call",)
    assert line.rows() == [(0, True, "done"), (1, True, "done"), (2, True, "done"), (3, True, "done")]
    assert line.steering.opted_out("", "+13125550142")
    shown = line.steering.certificate("", "call")
    assert (shown.outcome, shown.why, shown.step, shown.opt_out.turn) == ("end", "hear.1", "bye", 3)
    assert first_difference(line.steering.recording("", "call"), line.steering.shelf.get("survey")) is None


def test_27_opt_out_after_the_end_of_a_client_without_history_is_kept_by_number():
    line = Line()
    line.ask([them("hello")], number="+13125550142")
    line.ask([them("no")])

    answer = line.ask([them("and stop calling me")])

    assert answer.lines == ("We will stop calling.",)
    assert line.steering.opted_out("", "+13125550142")


def test_28_unknown_commit_gives_the_stored_reply():
    line = Line()
    line.hear()
    store = line.steering.store

    class CommitsAndDies(Gone):
        def transact(self, work):
            store.transact(work)
            raise StoreUnavailable("connection lost")

        def read(self, work):
            return store.read(work)

    line.steering.store = CommitsAndDies(store)
    line.messages.append(them("yes"))

    answer = line.ask()

    assert answer.lines == (NUMBER,)


def test_29_words_answered_by_the_safe_line_are_void():
    line = Line()
    line.hear()
    store, line.steering.store = line.steering.store, Gone(line.steering.store)
    line.hear("yes")
    line.steering.store = store

    answer = line.hear("yes")

    assert answer == NUMBER
    assert line.step == "number"


def test_29_also_when_the_commit_was_ours_and_the_words_were_not():
    line = Line()
    safe = "I am sorry, something went wrong on our side. Please say that again."
    line.hear()
    line.ask([us(OPENING), them("yes")])

    answer = line.ask([us(OPENING), them("yes"), us(safe), them("yes")])

    assert answer.lines == (NUMBER,)
    assert line.step == "number"


def test_30_resumed_chat_with_the_words_of_turn_one_is_a_new_turn():
    line = Line(TWICE)
    line.hear()
    line.hear("yes")

    answer = line.ask([them("yes")])
    again = line.ask([them("yes")])

    assert answer.lines == ("Third?",)
    assert again == answer
    assert line.turns == 2


TWICE = """
flow: twice
steps:
  one:
    ask: First?
    hear: {yes: two, no: bye}
  two:
    ask: Second?
    hear: {yes: three, no: bye}
  three:
    ask: Third?
    hear: {yes: bye, no: bye}
  bye:
    end: Goodbye.
"""


def test_31_client_that_sends_only_its_newest_words():
    line = Line()
    line.ask([])
    for words, expected in (("yes", NUMBER), ("five", COLOR), ("red", "Do you agree to be called again?")):
        assert line.ask([them(words)]).lines == (expected,)

    assert line.turns == 3


NEEDY = """
flow: needy
needs: {first_name: "text, e.g. Maria"}
steps:
  one:
    ask: Is that {{ first_name }}?
    hear: {yes: bye, no: bye}
  bye:
    end: Goodbye.
"""
SAFE = "I am sorry, something went wrong on our side. Please say that again."


def test_32_call_that_lacks_facts_says_the_safe_line_three_times_and_goodbye():
    line = Line(NEEDY)

    said = [line.hear(words) for words in (None, "hello", "hello", "yes", "hello")]

    assert said == [SAFE, SAFE, SAFE, "Thank you for your time. Goodbye.", "Thank you for your time. Goodbye."]
    assert line.rows() == [(0, True, "void"), (1, True, "void"), (2, True, "void"), (3, True, "done")]


@pytest.mark.parametrize("history", [True, False])
def test_32_retries_and_words_that_go_on_cost_such_a_call_nothing(history):
    line = Line(NEEDY)
    before = [us(" ".join(line.ask([]).lines))] if history else []

    said = [line.ask([*before, them(words)]).lines for words in ("hello", "hello", "hello is anybody", "hello is anybody there")]

    assert said == [(SAFE,)] * 4
    assert line.turns == 1


def test_32_facts_that_come_late_open_the_call():
    line = Line(NEEDY)
    line.hear()
    line.hear("hello")
    line.hear("hello")
    line.steering.put("", "call", flow=None, facts={"first_name": "Maria"})

    assert line.hear("hello") == "Is that Maria?"
    assert line.hear("yes") == "Goodbye."


def test_words_after_a_known_turn_are_the_next_whatever_their_texts_and_their_time():
    line = Line(TWICE)
    opening = line.ask([])
    first = line.ask([them("yes")], after=opening.n)
    again = line.ask([them("yes")], after=opening.n)
    second = line.ask([us(first.lines[0]), them("yes")], after=first.n)

    longer = line.ask([us(first.lines[0]), them("yes please")], after=first.n)

    assert again == first
    assert [opening.n, first.n, second.n, longer.n] == [0, 1, 2, 2]
    assert first.lines == ("Second?",)
    assert second.lines == longer.lines == ("Third?",)


def test_a_call_over_for_its_platform_ends_once_and_is_written_down_once():
    line = Line()
    line.ask([])
    line.ask([them("yes")])

    told = [line.steering.hung_up("", "call", reason="USER_ENDED", seconds=12.5) for _ in range(3)]

    assert told == [True, True, True]
    assert line.steering.hung_up("", "another") is False
    assert line.events() == ["begun", "opened", "turn", "turn", "call_over"]
    view = line.steering.get("", "call")
    assert view is not None
    assert (view.ended, view.turns) == (True, 2)


def test_newest_words_at_another_time_are_a_new_turn():
    line = Line(TWICE)
    line.ask([])
    line.ask([them("yes", (100, 200))])

    same = line.ask([them("yes", (100, 200))])
    other = line.ask([them("yes", (900, 990))])

    assert same.lines == ("Second?",)
    assert other.lines == ("Third?",)


def test_new_idempotency_key_is_a_new_turn_and_the_same_one_a_retry():
    line = Line(TWICE)
    line.ask([])
    line.ask([them("yes")], idempotency_key="a")

    same = line.ask([them("yes")], idempotency_key="a")
    other = line.ask([them("yes")], idempotency_key="b")

    assert same.lines == ("Second?",)
    assert other.lines == ("Third?",)


def test_opt_out_is_never_undone_by_a_revision():
    line = Line()
    line.hear()
    line.hear("stop calling")
    assert line.step == "opt_out"

    revised = line.ask([us(OPENING), them("yes")])

    assert revised.lines == (NUMBER,)

    assert "do_not_call" in line.records


def test_opt_out_stays_when_an_earlier_row_is_revived():
    line = Line()
    line.hear()
    line.ask([us(OPENING), them("mumble")])
    line.ask([us(OPENING), them("mumble stop calling")])
    assert line.step == "opt_out"

    line.ask([us(OPENING), them("mumble")])

    assert line.step == "greet"
    assert line.records == ("do_not_call",)


def test_words_before_our_opening_are_answered_by_it():
    line = Line()

    first = line.hear("hello")
    second = line.hear("yes")

    assert (first, second) == (OPENING, NUMBER)


def test_platform_that_speaks_first_has_its_words_answered():
    line = Line(SURVEY.replace("steps:", "opening: by the platform\nsteps:", 1))

    answer = line.ask([us("Hi from the platform, may I ask three questions?"), them("yes")])

    assert answer.lines == (NUMBER,)


def test_no_session_id_mints_one_and_replays_the_history():
    line = Line(id=None)

    first = line.ask([])
    second = line.ask([us(OPENING), them("yes")])
    third = line.ask([us(OPENING), them("yes"), us(NUMBER), them("five")])

    assert len({first.session_id, second.session_id, third.session_id}) == 3
    assert third.lines == (COLOR,)


SLOT = """
flow: slot
checks:
  find:
    get: http://slots.test/free
    within: 1 seconds
    keep: day from first
    sample: {"first": "2026-11-24"}
anytime:
  agent: desk
steps:
  menu:
    ask: Say book.
    hear:
      book: find
  find:
    check: find
    if_ok: booked
    if_failed: desk
  booked:
    end: You are booked for {{ day }}.
  desk:
    hand_to: desk
"""


class Answering:
    def __init__(self, values: dict[str, str] | None) -> None:
        self.values, self.asked = values, 0

    def ask(self, effect: Effect) -> Result:
        self.asked += 1
        if self.values is None:
            return Result(key=effect.key, ok=False, reason="timeout")
        return Result(key=effect.key, ok=True, values={slot: self.values[name] for slot, name in effect.keep})


def test_look_up_answers_as_a_turn_of_its_own_and_is_asked_once():
    line = Line(SLOT)
    line.steering.look_ups = asked = Answering({"first": "2026-11-24"})
    line.hear()

    answer = line.hear("book")
    line.messages.pop()
    again = line.ask()

    assert answer.startswith("You are booked for November twenty")
    assert " ".join(again.lines) == answer
    assert asked.asked == 1


def test_look_up_without_data_takes_if_failed():
    line = Line(SLOT)
    line.steering.look_ups = Answering(None)
    line.hear()

    line.hear("book")

    assert line.step == "desk"


def test_put_later_adds_facts_and_refuses_another_flow():
    line = Line(NEEDS)
    line.hear()

    assert "went wrong" in line.hear("hello")
    line.steering.put("", "call", flow="needs", facts={"name": "Maria"})

    assert line.hear("hello") == "Is this Maria?"


NEEDS = """
flow: needs
needs:
  name: name, e.g. Maria
steps:
  ask:
    ask: Is this {{ name }}?
    hear: {yes: bye, no: bye}
  bye:
    end: Goodbye.
"""


def test_sessions_of_another_owner_are_not_seen():
    line = Line(owner="acme")
    line.hear()
    line.hear("yes")
    other = Line(steering=line.steering, owner="beta")

    assert line.steering.get("beta", "call") is None
    assert other.hear() == OPENING
    assert line.step == "number"


def test_rows_keep_one_live_row_per_turn():
    line = Line()
    line.hear()
    for words in ("yes", "no", "yes please", "yes"):
        line.ask([us(OPENING), them(words)])

    live = [row for row in line.rows() if row[1]]
    assert [row[0] for row in live] == [0, 1]
    assert TurnRow(session=1, n=1, chain=b"", at=0.0).live


def test_a_prepared_session_begins_where_its_history_does():
    line = Line()
    line.steering.put("", "call", flow="survey", facts={})

    answer = line.ask([us(OPENING), them("yes")])

    assert answer.lines == (NUMBER,)


def test_a_card_that_comes_in_growing_words_is_in_no_row():
    line = Line()
    line.ask([])
    said = "yes my card is"
    for group in ("4111", "1111", "1111", "1111"):
        said += f" {group}"
        line.ask([us(OPENING), them(said)])

    kept = line.texts()

    assert len(kept) == 4
    assert all(text.startswith("yes my card is") and "1111" not in text for text in kept)
