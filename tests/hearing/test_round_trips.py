"""What the engine says in English it also hears: `hear(say(x)) == x`."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

from steering.core.hearing import hear
from steering.core.speech import say
from steering.core.values import Money

DRAW = random.Random(11)


def test_integers() -> None:
    sample = [*range(200), *(DRAW.randrange(10 ** DRAW.randrange(3, 10)) for _ in range(400))]

    assert [one for one in sample if hear("number", say(f"{one:,}")) != one] == []


def test_money() -> None:
    sample = [Money(Decimal(DRAW.randrange(10 ** DRAW.randrange(1, 8))) / 100) for _ in range(400)]

    assert [str(one) for one in sample if hear("money", say(str(one))) != one] == []


def test_dates_of_ten_years() -> None:
    sample = [date(2020, 1, 1) + timedelta(days=days) for days in range(0, 3653, 3)]

    assert [one for one in sample if hear("date", say(one.isoformat())) != one] == []


def test_every_minute_of_a_day() -> None:
    wrong = []
    for minute in range(0, 1440):
        said = f"{(minute // 60 + 11) % 12 + 1}:{minute % 60:02} {'am' if minute < 720 else 'pm'}"
        heard = hear("time", say(said))
        if str(heard) != f"{minute // 60:02}:{minute % 60:02}":
            wrong.append((said, say(said), str(heard)))

    assert wrong == []
