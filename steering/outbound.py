"""Calls that we place: refused before anybody's telephone rings, or placed once."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from typing import Any

from steering.core.numbers import zones_of
from steering.errors import KeyReused, NoTelephone, OptedOut, PlatformError, QuietHours, RequestRefused
from steering.rows import session_body
from steering.service import Steering
from steering.sessions import telephone_number
from steering.store.protocol import Txn
from steering.telephone import Line


class Outbound:
    """Places the calls of *steering* on *line*; without one it places none."""

    def __init__(self, steering: Steering, line: Line | None) -> None:
        self._steering, self._line = steering, line

    def place(
        self, owner: str, *, to: str, flow: str, facts: Mapping[str, Any], number: str | None = None, idempotency_key: str = ""
    ) -> str:
        """The id of the session of a call to *to* from *number* (else the line's); the call is on its way.

        With an *idempotency_key* it is one call, however often it is asked for. RequestRefused, UnknownFlow and FactError
        before anything is done; NoTelephone; PlatformError when Twilio does not place it.
        """
        called, ours = telephone_number(to, "to"), None if number is None else telephone_number(number)
        if self._line is None:
            raise NoTelephone(
                "No calls are placed here: set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM_NUMBER, STEERING_PUBLIC_URL."
            )
        if ours is None and not self._line.number:
            raise RequestRefused("number: say from which number to call; TWILIO_FROM_NUMBER is not set.", param="number")
        session = _session_id(owner, idempotency_key)
        if idempotency_key and self._known(owner, session, called, flow):
            return session
        self._may_call(owner, called, flow)
        created, _ = self._steering.put(owner, session, flow=flow, facts=facts, number=called)
        if not created:
            # Another request with this key has come first.
            return session
        try:
            sid = self._line.twilio.create_call(
                to=called,
                from_=ours or self._line.number,
                url=self._line.url("/twilio/voice", owner, session),
                status_callback=self._line.url("/twilio/status", owner, session),
            )
        except PlatformError as error:
            if 400 <= error.status < 500:
                # Twilio has said no: nobody's telephone rings, and the key may be used again.
                self._steering.delete(owner, session)
            else:
                self._steering.note(owner, session, "placed_in_doubt", {"status": str(error.status)})
            raise
        self._steering.note(owner, session, "placed", {"call_sid": sid})
        return session

    def _may_call(self, owner: str, called: str, flow: str) -> None:
        """OptedOut, QuietHours or UnknownFlow; nothing private in them but what the client has sent."""
        hours = self._steering.flow(flow).quiet_hours
        if self._steering.opted_out(owner, called):
            raise OptedOut("The holder of this number has asked not to be called.", param="to")
        if hours and hours.quiet_at(self._steering.clock(), zones_of(called)):
            raise QuietHours(f"It is in the quiet hours of '{flow}' where this number is, or may be; call later.", param="to")

    def _known(self, owner: str, session: str, called: str, flow: str) -> bool:
        """Whether this very call was asked for before; KeyReused when it was another."""

        def look(txn: Txn) -> tuple[str, str] | None:
            row = txn.session(owner, session)
            return (row.flow, session_body(row).number) if row else None

        before = self._steering.store.read(look)
        if before not in (None, (flow, called)):
            raise KeyReused("This Idempotency-Key stood for a call to another number, or with another flow.", param="Idempotency-Key")
        return before is not None


def _session_id(owner: str, key: str) -> str:
    """A fresh id, or the one that stands for *key*."""
    return f"out-{hashlib.sha256(repr((owner, key)).encode()).hexdigest()[:32] if key else uuid.uuid4().hex}"
