"""What legal approves: the lock of a text, and the hash of its spoken form."""

from __future__ import annotations

import hashlib

import pytest

from steering.cli import main
from steering.core.speech import say
from steering.core.wording import lock, spoken_hash

NOTICE = "This is an attempt to collect a debt by a debt collector.\nAny information obtained will be used for that purpose.\n"


def test_a_lock_is_eight_hex_digits_over_the_text_with_its_white_space_folded() -> None:
    folded = "This is an attempt to collect a debt by a debt collector. Any information obtained will be used for that purpose."

    assert lock(NOTICE) == lock(f"  {folded}\t") == hashlib.sha256(folded.encode()).hexdigest()[:8]
    assert lock(NOTICE.replace("debt", "dept")) != lock(NOTICE)


def test_texts_that_are_heard_alike_have_one_spoken_hash() -> None:
    assert lock("You owe $5.") != lock("You owe five dollars.")
    assert spoken_hash("You owe $5.") == spoken_hash("You owe five dollars.") == lock(say("You owe $5."))
    assert spoken_hash("5", "es") != spoken_hash("5", "fr")


def test_say_prints_the_spoken_form_on_a_line_of_its_own_and_the_hashes_on_the_next(capsys: pytest.CaptureFixture[str]) -> None:
    text = "You owe $5.\nPlease pay by 5pm."

    assert main(["say", text]) == 0
    spoken, hashes = capsys.readouterr().out.splitlines()
    assert spoken == "You owe five dollars. Please pay by five PM."
    assert hashes == f"lock {lock(text)}, spoken {spoken_hash(text)}"
