"""Sessions over HTTP: prepared before a call, looked at during it, listed and deleted after it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec
from flask import Blueprint, Response, request
from werkzeug.exceptions import NotFound
from werkzeug.routing import PathConverter

from steering.certificate import as_json
from steering.certificate.page import page
from steering.core.values import iso
from steering.errors import RequestRefused
from steering.outbox import Letter, Outbox
from steering.record.checkpoints import checkpoints_of
from steering.service import Steering
from steering.sessions import OptOut, SessionView
from steering.web.auth import owner_of
from steering.web.body import parse, read_body, refusal
from steering.web.history import session_id
from steering.web.settings import Settings

_COLUMNS = ("id", "flow", "flow_hash", "step", "ended", "incarnation", "turns", "created", "last", "hold")
# The page needs nothing but its own styles; whatever else stood in it would not run.
_STANDS_ALONE = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'", "X-Content-Type-Options": "nosniff"}
_NUMBER = re.compile(r"[+-][\d.]+")
# What may be an id, and a word after it that names nothing here.
_BELOW = re.compile(r"\w[\w.:@+=-]*/[a-z_]+", re.ASCII)


class Put(msgspec.Struct, forbid_unknown_fields=True):
    """The body of `PUT /sessions/<id>`."""

    flow: str | None = None
    facts: dict[str, Any] = {}
    number: str | None = None


class AnyId(PathConverter):
    """Takes whatever stands for a session id, a line break too, so that a wrong one is refused in words."""

    regex = r"(?s:[^/].*?)"


def blueprint(steering: Steering, settings: Settings, outbox: Outbox) -> Blueprint:
    """The routes under `/sessions`, `/do_not_call` and `/outbox`. A key sees its owner's sessions and no other."""
    pages = Blueprint("api", __name__)
    checkpoints = checkpoints_of(settings.database_url, settings.checkpoints)

    @pages.put("/sessions/<id:id>")
    def put(id: str) -> Response:
        owner, known = owner_of(request, settings), _checked(id)
        try:
            body = msgspec.convert(parse(read_body(request)), Put)
        except msgspec.ValidationError as error:
            raise refusal(error) from error
        created, view = steering.put(owner, known, flow=body.flow, facts=body.facts, number=body.number)
        return _json(shown(view), 201 if created else 200)

    @pages.get("/sessions/<id:id>")
    def get(id: str) -> Response:
        owner, known = owner_of(request, settings), _checked(id)
        if (view := steering.get(owner, known)) is None:
            raise _unknown(known)
        return _json(shown(view))

    @pages.delete("/sessions/<id:id>")
    def delete(id: str) -> Response:
        owner, known = owner_of(request, settings), _checked(id)
        if not steering.delete(owner, known):
            raise _unknown(known)
        return Response(status=204)

    @pages.put("/sessions/<id:id>/hold")
    def hold(id: str) -> Response:
        return _held(id, on=True)

    @pages.delete("/sessions/<id:id>/hold")
    def release(id: str) -> Response:
        return _held(id, on=False)

    def _held(id: str, *, on: bool) -> Response:
        owner, known = owner_of(request, settings), _checked(id)
        if not steering.hold(owner, known, on=on):
            raise _unknown(known)
        return Response(status=204)

    @pages.get("/sessions/<id:id>/transcript")
    def transcript(id: str) -> Response:
        owner, known = owner_of(request, settings), _checked(id)
        if (turns := steering.transcript(owner, known)) is None:
            raise _unknown(known)
        return _json({"id": known, "turns": turns})

    @pages.get("/sessions/<id:id>/certificate")
    def certified(id: str) -> Response:
        owner, known, as_page = owner_of(request, settings), _checked(id), _wants("html")
        number = _incarnation(request.args.get("incarnation"))
        if (found := steering.certificate(owner, known, number, checkpoints=checkpoints)) is None:
            view = steering.get(owner, known) if number else None
            raise NotFound(f"There is no call {number} under '{known}'; the last one is {view.incarnation}.") if view else _unknown(known)
        if as_page:
            return Response(page(found), content_type="text/html; charset=utf-8", headers=_STANDS_ALONE)
        return _json(as_json(found))

    @pages.get("/outbox")
    def letters() -> Response:
        waiting = outbox.waiting(owner_of(request, settings))
        dead = [_letter(one) for one in waiting if one.due is None]
        return _json({"waiting": len(waiting) - len(dead), "dead": dead})

    @pages.get("/sessions")
    def sessions() -> Response:
        owner, as_table = owner_of(request, settings), _wants("csv")
        views = steering.sessions(owner, flow=request.args.get("flow"), since=since(request.args.get("since")))
        return _csv(table(views)) if as_table else _json({"sessions": [shown(view) for view in views]})

    @pages.get("/do_not_call")
    def do_not_call() -> Response:
        owner, as_table = owner_of(request, settings), _wants("csv")
        found = steering.opt_outs(owner)
        return _csv(opt_out_table(found)) if as_table else _json({"opt_outs": [shown_opt_out(one) for one in found]})

    return pages


def shown(view: SessionView) -> dict[str, Any]:
    """*view* as it goes over the wire; times in ISO 8601, UTC."""
    return {
        **{name: getattr(view, name) for name in _COLUMNS},
        "facts": dict(view.facts),
        "stack": [dict(frame) for frame in view.stack],
        "created": iso(view.created),
        "last": iso(view.last),
    }


def table(views: Iterable[SessionView]) -> str:
    """*views* as CSV, one line a session, one column for every fact that any of them has."""
    rows = [shown(view) for view in views]
    facts = sorted({name for row in rows for name in row["facts"]})
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*_COLUMNS, *(f"facts.{name}" for name in facts)])
    for row in rows:
        writer.writerow([_cell(value) for value in (*(row[name] for name in _COLUMNS), *(row["facts"].get(name, "") for name in facts))])
    return out.getvalue()


def shown_opt_out(one: OptOut) -> dict[str, str]:
    """*one* as it goes over the wire; the number stays hashed."""
    return {"number_hash": one.number, "at": iso(one.at), "session": one.session}


def opt_out_table(found: Iterable[OptOut]) -> str:
    """Opt-outs as CSV, one line a number."""
    out = io.StringIO()
    writer = csv.DictWriter(out, ("number_hash", "at", "session"), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in shown_opt_out(one).items()} for one in found)
    return out.getvalue()


def _letter(one: Letter) -> dict[str, Any]:
    return {"id": one.id, "type": one.type, "session": one.session, "tries": one.tries, "reason": one.reason}


def _cell(value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    # A caller's words must not become a formula when the table is opened in a spreadsheet.
    formula = text.startswith(("=", "@", "\t", "\r")) or (text.startswith(("+", "-")) and not _NUMBER.fullmatch(text))
    return "'" + text if formula else text


def _wants(other: str) -> bool:
    """Whether the *other* format (csv, html) than JSON is asked for."""
    wanted = request.args.get("format") or request.accept_mimetypes.best_match(["application/json", f"text/{other}"])
    if wanted not in (other, f"text/{other}", "json", "application/json", None):
        raise RequestRefused(f"format: write json or {other}.", param="format")
    return wanted in (other, f"text/{other}")


def _csv(text: str) -> Response:
    return Response(text, content_type="text/csv; charset=utf-8")


def _incarnation(text: str | None) -> int | None:
    if text is not None and not (text.isdecimal() and 0 < int(text) < 2**31):
        raise RequestRefused("incarnation: write a number from 1.", param="incarnation")
    return None if text is None else int(text)


def since(text: str | None) -> float | None:
    """The moment that *text* names (a date, ISO 8601, or unix seconds); RequestRefused when it is none."""
    if text is None:
        return None
    try:
        return float(text) if text.replace(".", "", 1).isdecimal() else _moment(datetime.fromisoformat(text))
    except (ValueError, OverflowError) as error:
        raise RequestRefused("since: write a date, a date and time (ISO 8601), or unix seconds.", param="since") from error


def _moment(when: datetime) -> float:
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()


def _checked(id: str) -> str:
    if _BELOW.fullmatch(id):
        raise NotFound(f"There is nothing at '/sessions/{id}'.")
    return session_id(id, "id") or ""


def _unknown(id: str) -> NotFound:
    return NotFound(f"There is no session '{id}'.")


def _json(body: Mapping[str, Any], status: int = 200) -> Response:
    return Response(msgspec.json.encode(body), status=status, content_type="application/json")
