"""Brackets in texts that are not `{{ }}`: values that would not be said as such, and words that callers hear without them."""

from __future__ import annotations

import re

from steering.core.speech.markup import COMMENT, DIRECTION, LINK, TAG
from steering.loader.codes import Report
from steering.loader.parts import Parts

_VALUE = re.compile(r"[\[<%](?P<name>[a-z][a-z0-9_]*)[\]>%]")
_NO_WORDS = re.compile(rf"{TAG}|{COMMENT}|\[\s?{DIRECTION}\s?\]|{LINK}", re.IGNORECASE)
_WORDS = re.compile(r"<(?P<angled>[^\W\d_][^<>]{0,80})(?<!\s)>|\[\s?(?P<squared>[^\W\d_][^\[\]]{0,80})\]")


def brackets(parts: Parts, report: Report) -> None:
    """Reports what stands in `[ ]`, `< >` or `% %`: the name of a value is an error, other words that are heard a warning."""
    for prompt in parts.prompts.values():
        text = "".join(part for part in prompt.template.parts if isinstance(part, str))
        at = parts.places.get(f"said.{prompt.id}") or parts.places.get(prompt.id, parts.at)
        values = [match for match in _VALUE.finditer(text) if match["name"] in parts.kinds]
        for value in values:
            name = value["name"]
            report.add("bad-template", at, f"'{value[0]}' would not be said as the value '{name}': write {{{{ {name} }}}}")
        if not values and (words := _WORDS.search(_NO_WORDS.sub(" ", text))):
            inside = words["angled"] or words["squared"]
            report.add("odd-brackets", at, f"Of '{words[0]}' callers hear '{inside}': a value is {{{{ name }}}}; words need no brackets")
