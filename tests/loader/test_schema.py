"""The schema for editors has the loader's words, every one and no other."""

from __future__ import annotations

import json

from steering.loader.schema import schema
from steering.loader.words import CHECK, FIELD, FILE, STEP, WORDING


def test_schema_has_every_word_and_no_other() -> None:
    whole = schema()
    properties = whole["properties"]
    step = properties["steps"]["additionalProperties"]

    assert set(properties) == set(FILE)
    assert set(step["properties"]) == set(STEP)
    assert set(step["properties"]["form"]["additionalProperties"]["properties"]) == set(FIELD)
    assert set(properties["wording"]["additionalProperties"]["properties"]) == set(WORDING)
    assert set(properties["checks"]["additionalProperties"]["anyOf"][1]["properties"]) == set(CHECK)
    assert whole["additionalProperties"] is False


def test_schema_is_json() -> None:
    assert json.loads(json.dumps(schema())) == schema()
