"""Every word of the flow file in one table: what may stand where, and in what shape. The schema is made from it."""

from __future__ import annotations

# shapes: text, map, list, lines (one text or a list of texts), ladder, either (text or map)
FILE: dict[str, str] = {
    "flow": "text",
    "language": "text",
    "start": "text",
    "use": "text",
    "needs": "map",
    "wording": "map",
    "promises": "list",
    "checks": "map",
    "anytime": "map",
    "answers": "either",
    "steps": "map",
    "if_silent": "ladder",
    "if_unclear": "ladder",
    "if_feeling": "map",
    "open": "text",
    "holidays": "text",
    "quiet_hours": "text",
    "time_limit": "text",
    "if_time_short": "map",
    "if_back": "text",
    "if_trouble": "text",
    "if_not_heard": "text",
    "opening": "text",
    "retain": "text",
}
STEP: dict[str, str] = {
    "say": "lines",
    "ask": "text",
    "hear": "map",
    "collect": "text",
    "one_of": "text",
    "form": "map",
    "confirm": "text",
    "consent": "text",
    "accept_only": "text",
    "if_yes": "text",
    "if_no": "text",
    "check": "text",
    "if_ok": "text",
    "if_failed": "text",
    "proves": "text",
    "when": "map",
    "go": "text",
    "run": "text",
    "hand_to": "text",
    "end": "text",
    "record": "text",
    "if_silent": "ladder",
    "if_unclear": "ladder",
}
WORDING: dict[str, str] = {"text": "text", "must_hear": "text", "again": "text", "approved": "text"}
CHECK: dict[str, str] = {"get": "text", "post": "text", "within": "text", "keep": "text", "sample": "either"}
FIELD: dict[str, str] = {"ask": "text", "type": "text", "one_of": "text", "private": "text"}
RUNG: dict[str, str] = {"go": "text"}
# Parts that `use` brings may hold these.
SHARED = frozenset(FILE) - {"flow", "language", "start", "use"}
EVENTS = ("silence", "voicemail", "hangs up", "cuts in")
TURNS_BACK = ("repeat", "back", "start over")
KEYS = frozenset([*"0123456789", "star", "pound"])
