"""Twilio's REST interface, as much of it as a call needs: place one, turn one elsewhere, hang one up.

What may be asked twice without harm is asked again after 429, 5xx, a time-out or a lost connection. A call is
placed twice only when it is certain that the first request was not taken: nobody's phone rings twice.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Mapping
from typing import Any

import httpx

from steering.errors import PlatformError
from steering.rest import Rest

log = logging.getLogger(__name__)

API = "https://api.twilio.com"
# Twilio's own codes for a call that is not under way, or that it does not know.
_OVER = (20404, 21220)
_CALL = re.compile(r"CA[0-9a-fA-F]{32}")


class Twilio:
    """An account at Twilio. *api* is another address for accounts that live in a region of their own."""

    def __init__(self, account_sid: str, token: str, *, api: str = API, sleep: Callable[[float], None] = time.sleep) -> None:
        self._rest = Rest("Twilio", f"{api}/2010-04-01/Accounts/{account_sid}/", sleep=sleep, auth=(account_sid, token))

    def create_call(
        self,
        *,
        to: str,
        from_: str,
        url: str,
        status_callback: str = "",
        detect_machine: bool = True,
        ring_seconds: int = 60,
    ) -> str:
        """Calls *to* (E.164, `sip:` or `client:`) and returns the call's sid; Twilio asks *url* for TwiML when it is answered.

        With *detect_machine* it asks after the greeting of an answering machine, and says so (`AnsweredBy`).
        *status_callback* hears how the call ended. PlatformError says what Twilio says, for one: 21211, a wrong number.
        """
        fields = {"To": to, "From": from_, "Url": url, "Method": "POST", "Timeout": str(ring_seconds)}
        if status_callback:
            fields |= {"StatusCallback": status_callback, "StatusCallbackMethod": "POST"}
        if detect_machine:
            fields["MachineDetection"] = "DetectMessageEnd"
        sid = self._post("Calls.json", fields, again=False).get("sid")
        if not isinstance(sid, str):
            raise PlatformError("Twilio placed the call but did not name it.")
        return sid

    def hang_up(self, call_sid: str) -> bool:
        """Ends the call; False when it is not under way (any more). PlatformError when it cannot be ended."""
        return self._change(call_sid, {"Status": "completed"})

    def redirect(self, call_sid: str, twiml: str) -> bool:
        """Lets the call go on with *twiml*, whatever it is doing; False and PlatformError as above."""
        return self._change(call_sid, {"Twiml": twiml})

    def close(self) -> None:
        self._rest.close()

    def _change(self, call_sid: str, fields: Mapping[str, str]) -> bool:
        if not _CALL.fullmatch(call_sid):
            raise PlatformError(f"'{call_sid}' is not the sid of a call at Twilio.")
        try:
            self._post(f"Calls/{call_sid}.json", fields, again=True)
        except PlatformError as error:
            if error.platform_code in _OVER:
                return False
            raise
        return True

    def _post(self, path: str, fields: Mapping[str, str], *, again: bool) -> Mapping[str, Any]:
        """What Twilio answers. *again*: the request may be repeated even if it may have been taken."""
        response = self._rest.post(path, data=dict(fields), again=again)
        if not response.is_success:
            raise _error(response)
        return _object(response)


def _object(response: httpx.Response) -> Mapping[str, Any]:
    try:
        found = response.json()
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _error(response: httpx.Response) -> PlatformError:
    said = _object(response)
    code, message = said.get("code"), said.get("message")
    number = code if isinstance(code, int) else 0
    # What Twilio says may hold the number that was called.
    log.warning("Twilio answered %d, code %d", response.status_code, number)
    what = message if isinstance(message, str) and message else f"status {response.status_code}"
    return PlatformError(f"Twilio refused: {what}", platform_code=number, status=response.status_code)
