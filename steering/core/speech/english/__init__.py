"""English: all its forms, in the order in which they are tried."""

# isort: off
from steering.core.speech.english import (  # noqa: F401
    series,
    equations,
    electronic,
    phones,
    dates,
    times,
    money,
    addresses,
    codes,
    measures,
    fractions,
    ranges,
    numbers,
    mixed,
    names,
    abbreviations,
    doses,
    romans,
    symbols,
)
from steering.core.speech.english.book import book as book
