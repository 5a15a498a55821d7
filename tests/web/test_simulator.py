"""One call through every wire: the same words are heard, and the same record is kept."""

from __future__ import annotations

import threading
from typing import Any

import httpx
import pytest
from markupsafe import escape

from steering.cli import main
from steering.errors import PlatformError
from steering.simulator import PLATFORMS
from steering.simulator import Server as Simulated

from .conftest import BEARER, Server, eventually
from .test_calls import DEBT


@pytest.fixture(autouse=True)
def token(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the telephone signs with."""
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "token")


def at(server: Server, flow: str) -> Simulated:
    return Simulated(url=server.url, key="k1", owner="acme", flow=flow)


def played(server: Server, platform: str, flow: str, facts: dict[str, str], *words: str) -> tuple[list[str], list[dict[str, Any]]]:
    """What was heard, and the record of the turns without its times."""
    simulated = at(server, flow)
    if facts:
        simulated.prepare(facts)
    line = PLATFORMS[platform](simulated)
    heard = [line.begin().text, *(line.say(one).text for one in words)]
    turns = httpx.get(f"{server.url}/sessions/{simulated.session}/transcript", headers=BEARER).json()["turns"]
    line.hang_up()
    return heard, [{name: turn[name] for name in ("n", "caller", "spoken", "steps", "status")} for turn in turns]


CALLS: list[tuple[str, dict[str, str], tuple[str, ...]]] = [
    ("debt_collection_call", DEBT, ("yes speaking", "hm", "four five one two", "yes", "I guess so", "I authorise")),
    (
        "clinic_inbound",
        {"booking_url": "https://booking.example"},
        ("I want to book", "next tuesday", "in the morning", "no wednesday", "operator"),
    ),
    ("welcome", {}, ("", "yes please", "no thank you")),
]


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize(("flow", "facts", "words"), CALLS, ids=[flow for flow, *_ in CALLS])
def test_a_flow_says_the_same_and_keeps_the_same_on_every_platform(
    shipped: Server, platform: str, flow: str, facts: dict[str, str], words: tuple[str, ...]
) -> None:
    reference = played(shipped, "openai", flow, facts, *words)

    assert len(reference[1]) == len(words) + 1
    assert played(shipped, platform, flow, facts, *words) == reference


@pytest.mark.parametrize("platform", sorted(PLATFORMS.keys() - {"gather"}))
def test_a_notice_that_is_cut_off_is_read_again_on_every_platform_that_tells_of_it(shipped: Server, platform: str) -> None:
    simulated = at(shipped, "debt_collection_call")
    simulated.prepare(DEBT)
    line = PLATFORMS[platform](simulated)
    opening = line.begin()

    again = line.say("hello", heard="This call is")

    assert opening.text == again.text
    assert line.say("yes").text.startswith("What are the last four digits")
    line.hang_up()


def test_a_call_is_typed_in_the_terminal(shipped: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(("", "(key) 1", "(cuts in after) Every word", "no thank you"))
    monkeypatch.setattr("builtins.input", lambda prompt: next(typed))

    assert main(["call", "--platform", "retell", "--url", shipped.url, "--key", "k1", "welcome"]) == 0
    said = capsys.readouterr().out
    assert "Thank you for calling. Goodbye." in said
    assert said.rstrip().endswith("The call has ended.")


@pytest.mark.parametrize("platform", ["relay", "gather"])
@pytest.mark.parametrize(
    ("known", "given"),
    [
        ("acme:k1,beta:k2", ("--owner", "beta")),
        ("acme:k1,beta:k2", ("--key", "k2")),
        ("", ("--key", "k2", "--owner", "beta")),
        ("beta:k2", ()),
    ],
)
def test_a_telephone_call_has_the_owner_that_is_named_or_of_its_key(
    shipped: Server,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    known: str,
    given: tuple[str, ...],
) -> None:
    monkeypatch.delenv("STEERING_API_KEY", raising=False)
    if known:
        monkeypatch.setenv("STEERING_API_KEY", known)
    monkeypatch.setattr("builtins.input", lambda prompt: "no thank you")

    assert main(["call", "--platform", platform, "--url", shipped.url, *given, "welcome"]) == 0

    session = capsys.readouterr().out.split()[1].rstrip(".")
    found = httpx.get(f"{shipped.url}/sessions/{session}", headers={"Authorization": "Bearer k2"})
    assert found.json()["ended"] is True


def test_an_owner_without_a_key_is_said_to_have_none(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEERING_API_KEY", "acme:k1")

    assert main(["call", "--platform", "gather", "--owner", "beta", "welcome"]) == 1
    assert "--owner beta: STEERING_API_KEY has no key of that owner here; give one with --key" in capsys.readouterr().err


def test_what_is_wrong_is_said_in_a_sentence(shipped: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["call", "--url", "http://127.0.0.1:9", "welcome"]) == 1
    assert "no server answers" in capsys.readouterr().err
    assert main(["call", "--url", shipped.url, "--key", "wrong", "welcome"]) == 1
    assert "401" in capsys.readouterr().err


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_turn_that_cannot_be_taken_is_told_with_its_reason(
    shipped: Server, platform: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builtins.input", lambda prompt: "(hangs up)")
    asked = ["call", "--url", shipped.url, "--key", "k1", "--owner", "acme", "--platform", platform]

    assert main([*asked, "debt_collection_call"]) == 0
    lacks = capsys.readouterr().out
    assert main([*asked, "welcome"]) == 0
    well = capsys.readouterr().out

    assert "  (the server could not take that: missing_facts; its log says more)\n" in lacks
    assert "could not" not in well


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_flow_that_is_not_there_is_said_with_those_that_are(shipped: Server, platform: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["call", "--url", shipped.url, "--key", "k1", "--platform", platform, "nope"]) == 1
    said = "steering: There is no flow 'nope'. The flows are: clinic_inbound, debt_collection_call, welcome.\n"
    assert capsys.readouterr() == ("", said)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the client leaves a refused socket open
def test_a_socket_that_is_refused_is_said_to_be(shipped: Server) -> None:
    with pytest.raises(PlatformError, match="no socket"):
        PLATFORMS["retell"](Simulated(url=shipped.url, key="wrong", flow="welcome"))


@pytest.mark.parametrize("platform", PLATFORMS)
def test_an_interrupted_call_is_hung_up_and_leaves(
    shipped: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    def interrupted(prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", interrupted)
    before = set(threading.enumerate())

    assert main(["call", "--platform", platform, "--url", shipped.url, "--key", "k1", "--owner", "acme", "welcome"]) == 130

    # A socket that is left open has a thread that Python waits for.
    eventually(lambda: set(threading.enumerate()) <= before)


@pytest.mark.parametrize("refusal", ["no I don't", "I do not"])
@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_refused_consent_is_certified_with_question_words_and_time(
    shipped: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, platform: str, refusal: str
) -> None:
    typed = iter(("yes", "4512", "yes", refusal))
    monkeypatch.setattr("builtins.input", lambda prompt: next(typed))
    facts = [part for name, value in DEBT.items() for part in ("--with", f"{name}={value}")]

    called = ["call", "--platform", platform, "--url", shipped.url, "--key", "k1", "--owner", "acme", *facts, "debt_collection_call"]
    assert main(called) == 0

    session = capsys.readouterr().out.split()[1].rstrip(".")
    certificate = httpx.get(f"{shipped.url}/sessions/{session}/certificate", headers=BEARER).json()
    (refused,) = certificate["agreements"]
    asked = "Do you authorise a one-time payment of one thousand two hundred fifty dollars and fifty cents?"
    assert (refused["answer"], refused["words"], refused["spoken"], refused["turn"]) == ("refused", refusal, asked, 4)
    assert certificate["began"] < refused["at"] <= certificate["last"]
    page = httpx.get(f"{shipped.url}/sessions/{session}/certificate?format=html", headers=BEARER).text
    assert "refused" in page
    assert escape(refusal) in page
