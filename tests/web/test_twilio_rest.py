"""Calls placed, redirected and hung up over Twilio's REST interface, and what is asked again."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from steering.errors import PlatformError
from steering.twilio_rest import Twilio

from .conftest import free_port
from .twilio_api import ACCOUNT, CALL, Scripted, TwilioApi, twilio_api

BUSY: Scripted = (429, {"code": 20429, "message": "Too Many Requests"}, {"Retry-After": "2"})
DOWN: Scripted = (503, {}, {})
LOST: Scripted = (0, {}, {})
OVER: Scripted = (400, {"code": 21220, "message": "Call is not in-progress. Cannot redirect."}, {})
UNKNOWN: Scripted = (404, {"code": 20404, "message": "The requested resource was not found"}, {})
WRONG_NUMBER: Scripted = (400, {"code": 21211, "message": "The 'To' number +1555 is not a valid phone number."}, {})


@contextmanager
def account(*script: Scripted) -> Iterator[tuple[Twilio, TwilioApi, list[float]]]:
    """An account whose requests are answered by *script*; the list gets the seconds that were waited."""
    waited: list[float] = []
    with twilio_api(*script) as api:
        twilio = Twilio(ACCOUNT, "token", api=api.url, sleep=waited.append)
        yield twilio, api, waited
        twilio.close()


def place(twilio: Twilio) -> str:
    return twilio.create_call(to="+13125550100", from_="+13125550199", url="https://calls.example/twilio/voice?session=c1")


def test_a_call_is_placed_with_machine_detection_and_a_status_callback() -> None:
    with account() as (twilio, api, _):
        sid = twilio.create_call(to="+13125550100", from_="+13125550199", url="https://x/voice", status_callback="https://x/status")

    assert sid == CALL
    assert api.asked == [
        (
            f"/2010-04-01/Accounts/{ACCOUNT}/Calls.json",
            {
                "To": "+13125550100",
                "From": "+13125550199",
                "Url": "https://x/voice",
                "Method": "POST",
                "Timeout": "60",
                "StatusCallback": "https://x/status",
                "StatusCallbackMethod": "POST",
                "MachineDetection": "DetectMessageEnd",
            },
            ACCOUNT,
            "token",
        )
    ]


def test_a_call_is_hung_up_and_redirected_by_its_sid() -> None:
    with account() as (twilio, api, _):
        assert twilio.hang_up(CALL)
        assert twilio.redirect(CALL, "<Response/>")

    path = f"/2010-04-01/Accounts/{ACCOUNT}/Calls/{CALL}.json"
    assert [(asked[0], asked[1]) for asked in api.asked] == [(path, {"Status": "completed"}), (path, {"Twiml": "<Response/>"})]


@pytest.mark.parametrize("answer", [OVER, UNKNOWN])
def test_a_call_that_is_over_is_no_error(answer: Scripted) -> None:
    with account(answer, answer) as (twilio, _, _):
        assert not twilio.hang_up(CALL)
        assert not twilio.redirect(CALL, "<Response/>")


@pytest.mark.parametrize("trouble", [BUSY, DOWN, LOST])
def test_a_hang_up_is_asked_for_until_it_is_taken(trouble: Scripted) -> None:
    with account(trouble, trouble) as (twilio, api, waited):
        assert twilio.hang_up(CALL)

    assert len(api.asked) == 3
    assert waited == ([2.0, 2.0] if trouble is BUSY else [0.25, 0.5])


def test_after_three_tries_it_is_given_up() -> None:
    with account(DOWN, DOWN, DOWN, DOWN) as (twilio, api, _), pytest.raises(PlatformError) as gone:
        twilio.hang_up(CALL)

    assert (len(api.asked), gone.value.status) == (3, 503)


@pytest.mark.parametrize("trouble", [DOWN, LOST])
def test_a_call_that_may_have_been_placed_is_not_placed_again(trouble: Scripted) -> None:
    with account(trouble) as (twilio, api, _), pytest.raises(PlatformError):
        place(twilio)

    assert len(api.asked) == 1


def test_a_call_that_was_turned_away_is_placed_again() -> None:
    with account(BUSY) as (twilio, api, waited):
        assert place(twilio) == CALL

    assert (len(api.asked), waited) == (2, [2.0])


def test_a_refusal_says_what_twilio_says_and_is_not_repeated(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), account(WRONG_NUMBER) as (twilio, api, _), pytest.raises(PlatformError) as refused:
        place(twilio)

    assert (refused.value.platform_code, refused.value.status, len(api.asked)) == (21211, 400, 1)
    assert "not a valid phone number" in str(refused.value)
    assert "+1555" not in caplog.text


def test_where_nobody_listens_both_are_tried_again() -> None:
    for ask in (place, lambda twilio: twilio.hang_up(CALL)):
        assert tries_in_vain(ask) == [0.25, 0.5]


def tries_in_vain(ask: Callable[[Twilio], object]) -> list[float]:
    waited: list[float] = []
    twilio = Twilio(ACCOUNT, "token", api=f"http://127.0.0.1:{free_port()}", sleep=waited.append)
    with pytest.raises(PlatformError, match="cannot be reached"):
        ask(twilio)
    twilio.close()
    return waited


@pytest.mark.parametrize("sid", ["", "call-4711", "CA123", f"{CALL}/Recordings", f"../{CALL}", f"{CALL}\n"])
def test_only_the_sid_of_a_call_is_asked_for(sid: str) -> None:
    with account() as (twilio, api, _), pytest.raises(PlatformError, match="is not the sid"):
        twilio.hang_up(sid)

    assert api.asked == []


@pytest.mark.parametrize("body", [{}, {"sid": None}, {"sid": 7}])
def test_an_answer_without_a_sid_is_an_error(body: dict[str, object]) -> None:
    with account((201, body, {})) as (twilio, _, _), pytest.raises(PlatformError, match="did not name it"):
        place(twilio)
