"""The JSON Schema of a flow file, for editors: made from the table of words that the loader itself reads."""

from __future__ import annotations

from typing import Any

from steering.loader.words import CHECK, FIELD, FILE, RUNG, STEP, WORDING

_TEXT = {"type": ["string", "number", "boolean"]}


def schema() -> dict[str, Any]:
    """The schema; every word of the format is in it, and no other."""
    rung = {"anyOf": [_TEXT, _words(RUNG)]}
    whole = _words(FILE, rung)
    whole["properties"]["steps"] = {"type": "object", "additionalProperties": _words(STEP, rung)}
    whole["properties"]["steps"]["additionalProperties"]["properties"]["form"] = {"type": "object", "additionalProperties": _words(FIELD)}
    whole["properties"]["wording"] = {"type": "object", "additionalProperties": _words(WORDING)}
    whole["properties"]["checks"] = {"type": "object", "additionalProperties": {"anyOf": [_TEXT, _words(CHECK)]}}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A steering flow", **whole}


def _words(words: dict[str, str], rung: dict[str, Any] | None = None) -> dict[str, Any]:
    texts = {"type": "object", "additionalProperties": _TEXT}
    shapes: dict[str, Any] = {
        "text": _TEXT,
        "map": texts,
        "list": {"type": "array"},
        "lines": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
        "ladder": {"type": "array", "items": rung or _TEXT},
        "either": {"anyOf": [_TEXT, texts]},
    }
    return {"type": "object", "properties": {word: shapes[shape] for word, shape in words.items()}, "additionalProperties": False}
