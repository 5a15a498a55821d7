"""The application with a bare route beside it: same body read and decoded, same one-chunk stream, no turn."""

from __future__ import annotations

import msgspec
from flask import Response, request

from steering.service import Answer
from steering.web import completion
from steering.web.app import create_app
from steering.web.history import Asked

app = create_app()
decode = msgspec.json.Decoder(Asked).decode


@app.post("/bare")
def bare() -> Response:
    sent = decode(request.get_data())
    answer = Answer(session_id="bare", id="chatcmpl-bare", created=0, lines=("Thank you. Did you eat well?",))
    events = completion.stream(answer, model=sent.model or "steering", usage=False)
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return Response(iter((events,)), headers=headers, content_type="text/event-stream")
