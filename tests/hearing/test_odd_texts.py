"""No text makes hearing raise, and what is heard of a text is heard again: nothing is remembered between two texts."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.hearing import WORDS
from steering.core.hearing import KINDS, LIMIT, hear
from steering.core.hearing.folding import ANSWER
from steering.core.languages import LANGUAGES

NOW = datetime(2026, 11, 18, 10)
SOUP = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
KIND = st.sampled_from([*KINDS, "digits:4", "choice:a|b c|no plan"])
REGIONAL = ("en-GB", "es-MX", "fr-CA", "de-CH", "it-CH", "pt-PT", "ru-RU", "ja-JP", "ko-KR", "hi-IN", "ar-EG")
LANGUAGE = st.sampled_from([*LANGUAGES, *REGIONAL])


@settings(max_examples=1500)
@given(SOUP | st.text(max_size=60), KIND, LANGUAGE, st.sampled_from([NOW, None]))
def test_no_text_makes_a_kind_raise(text: str, kind: str, language: str, now: datetime | None) -> None:
    assert hear(kind, text, now, language) == hear(kind, text, now, language)


@pytest.mark.parametrize("language", ["zh", "en_US", "", "xx-YY"])
def test_an_unknown_language_is_named_with_those_that_there_are(language: str) -> None:
    with pytest.raises(ValueError, match=f"There is no language '{language}' to hear. The languages are: en, es"):
        hear("yes_no", "yes", language=language)


@pytest.mark.parametrize("language", REGIONAL)
def test_every_kind_is_heard_in_a_region_of_a_language(language: str) -> None:
    assert [kind for kind in KINDS if hear(kind, "…", NOW, language) not in (None, "…")] == []


def test_a_long_answer_answers_at_its_beginning_or_at_its_end() -> None:
    story = "and then he told me that the other man was there " * 20
    assert len(story.split()) > ANSWER

    assert hear("digits:4", f"{story} so it is four five one two") == "4512"
    assert hear("money", f"fifty dollars {story}"[:LIMIT]) is not None
    assert hear("consent", f"yes {story}") == "unsure"
    assert hear("consent", "yes " * 300) == "unsure"
    assert str(hear("date", f"{story} next tuesday", NOW)) == "2026-11-24"
