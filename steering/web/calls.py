"""Calls that we place, at `POST /calls`."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Blueprint, Response, request

from steering.outbound import Outbound
from steering.web.auth import owner_of
from steering.web.body import idempotency_key, parse, read_body, refusal
from steering.web.settings import Settings


class Post(msgspec.Struct, forbid_unknown_fields=True):
    """The body of `POST /calls`: whom to call, with which flow and facts, and from which number of ours."""

    to: str
    flow: str
    facts: dict[str, Any] = {}
    number: str | None = None


def blueprint(outbound: Outbound, settings: Settings) -> Blueprint:
    """The route `/calls`."""
    pages = Blueprint("calls", __name__)

    @pages.post("/calls")
    def call() -> Response:
        owner = owner_of(request, settings)
        try:
            body = msgspec.convert(parse(read_body(request)), Post)
        except msgspec.ValidationError as error:
            raise refusal(error) from error
        session = outbound.place(
            owner, to=body.to, flow=body.flow, facts=body.facts, number=body.number, idempotency_key=idempotency_key(request)
        )
        return Response(msgspec.json.encode({"id": session}), status=202, content_type="application/json")

    return pages
