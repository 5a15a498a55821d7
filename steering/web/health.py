"""How the server is, for those who watch over it. No key is asked for, and nothing private is shown."""

from __future__ import annotations

import msgspec
from flask import Blueprint, Response

from steering.service import Steering
from steering.web.metrics import METRICS


def blueprint(steering: Steering) -> Blueprint:
    """The routes `/healthz` (the process lives), `/readyz` (calls can be taken) and `/metrics`."""
    pages = Blueprint("health", __name__)

    @pages.get("/healthz")
    def healthz() -> Response:
        return _status("ok", 200)

    @pages.get("/readyz")
    def readyz() -> Response:
        reason = steering.ready()
        return _status(reason or "ready", 503 if reason else 200)

    @pages.get("/metrics")
    def metrics() -> Response:
        return Response(METRICS.text(), content_type="text/plain; version=0.0.4; charset=utf-8")

    return pages


def _status(word: str, status: int) -> Response:
    return Response(msgspec.json.encode({"status": word}), status=status, content_type="application/json")
