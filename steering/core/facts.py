"""The facts that a flow may be given, and how they are read."""

from __future__ import annotations

from collections.abc import Mapping

from steering.core.flow import Flow, Need
from steering.core.speech import speak
from steering.core.values import read
from steering.core.written import misread, pointed
from steering.errors import FactError


def needs(flow: Flow) -> dict[str, Need]:
    """The facts that *flow* and those it runs may be given, by name."""
    return {name: need for one in (flow, *flow.others.values()) for name, need in one.needs.items()}


def read_facts(flow: Flow, facts: Mapping[str, str]) -> dict[str, str]:
    """*facts* as a session keeps them; FactError when *flow* does not know one, or its value is not of its kind."""
    known, kept = needs(flow), {}
    for name, value in facts.items():
        if name not in known:
            names = ", ".join(sorted(known)) or "none"
            raise FactError(f"The flow '{flow.name}' has no fact '{name}'; its facts are: {names}.", name)
        kind = known[name].kind
        kept[name] = pointed(kind.name, value, flow.language)
        read_value = read(kind.name, kept[name])
        if read_value is None or (kind.size is not None and len(str(read_value)) != kind.size):
            such_as = misread(kind.name, value) or f", such as {known[name].sample or 'the sample in the flow'}"
            raise FactError(f"The fact '{name}' must be {kind.name}{such_as}.", name)
        if kind.name == "name" and not any(letter.isalnum() for letter in speak("name", value, flow.language)):
            raise FactError(f"The fact '{name}' is a name of which nothing can be said; it needs letters.", name)
    return kept
