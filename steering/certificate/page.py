"""The certificate as a page that stands alone and prints: no script, nothing fetched, everything escaped."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from steering.certificate import NOT_DISCLOSED, Certificate

_OUTCOMES = {
    "end": "the call came to its end",
    "hand_to": "the call was handed on",
    "goodbye": "the call was ended by the engine",
    "hangs up": "the caller hung up, or the line went away",
    "": "the call has not ended",
}


def page(certificate: Certificate) -> str:
    """*certificate* as HTML."""
    outcome = _OUTCOMES.get(certificate.outcome, certificate.outcome)
    return _template().render(call=certificate, not_disclosed=NOT_DISCLOSED, outcome=outcome)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("steering", "certificate"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"moment": _moment, "length": _length}
    return environment.get_template("page.html")


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%d %b %Y, %H:%M:%S UTC")


def _length(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
