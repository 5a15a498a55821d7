"""A telephone line at Twilio: the number that we call from, and calls that are moved or hung up from here."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode
from xml.sax.saxutils import escape

from steering.twilio_rest import Twilio


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An account at Twilio, the number that we call from ("" when there is none), and our own public address."""

    twilio: Twilio
    number: str
    public_url: str

    def url(self, path: str, owner: str, session: str) -> str:
        """The address of *path* for the call of that session."""
        return f"{self.public_url}{path}?{urlencode({'session': session, **({'owner': owner} if owner else {})})}"

    def go_on(self, call_sid: str, owner: str, session: str) -> bool:
        """Takes a call away from the platform that talks, to where its session has been handed; False when it is over. PlatformError."""
        address = escape(self.url("/twilio/ended", owner, session))
        return self.twilio.redirect(call_sid, f'<Response><Redirect method="POST">{address}</Redirect></Response>')
