"""TwiML by itself: voices and languages, and texts that XML cannot carry."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steering.core.expected import Expected
from steering.core.languages import LANGUAGES
from steering.core.numbers import Target
from steering.sessions import Standing
from steering.web.settings import Settings
from steering.web.twilio import twiml
from steering.web.twilio.twiml import Line

LINE = Line("https://calls.example.com", "acme", "s 1&2")
VOICES = Settings.from_env({"TWILIO_VOICES": "en-US=Google:en-US-Neural2-A, es-US=ElevenLabs:abc , fr-FR=amazon:Lea-Neural"})


def standing(language: str = "en", *languages: str, **more: object) -> Standing:
    return Standing(n=0, ended=False, expected=Expected(language=language, **more), languages=(language, *languages))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "spoken", "heard"),
    [
        ("en", "en-US", "en-US"),
        ("en-GB", "en-GB", "en-GB"),
        ("pt", "pt-BR", "pt-BR"),
        ("ar", "ar-XA", "ar-AE"),
        ("nl-NL", "nl-NL", "nl-NL"),
    ],
)
def test_languages_have_the_region_that_twilio_wants(language: str, spoken: str, heard: str) -> None:
    assert (twiml.spoken_locale(language), twiml.heard_locale(language)) == (spoken, heard)


def test_every_language_of_the_engine_has_a_region() -> None:
    assert {twiml.spoken_locale(one)[:3] for one in LANGUAGES} == {f"{one}-" for one in LANGUAGES}


def test_the_voices_of_the_relay_are_those_that_are_set() -> None:
    talk = ElementTree.fromstring(twiml.relay(LINE, standing("en", "es", "de"), VOICES)).find("Connect/ConversationRelay")

    assert talk is not None
    assert (talk.get("ttsProvider"), talk.get("voice")) == ("Google", "en-US-Neural2-A")
    assert [(one.get("code"), one.get("ttsProvider"), one.get("voice")) for one in talk.iter("Language")] == [
        ("en-US", "Google", "en-US-Neural2-A"),
        ("es-US", "ElevenLabs", "abc"),
        ("de-DE", None, None),
    ]


@pytest.mark.parametrize(
    ("language", "voice"),
    [("en", "Google.en-US-Neural2-A"), ("fr", "Polly.Lea-Neural"), ("es", None), ("de", None), ("hi", "Google.hi-IN-Standard-A")],
)
def test_say_has_the_voices_that_it_knows(language: str, voice: str | None) -> None:
    (say,) = ElementTree.fromstring(twiml.hang_up([("x", language)], VOICES)).iter("Say")

    assert (say.get("voice"), say.get("language")) == (voice, twiml.spoken_locale(language))


@given(st.text(), st.text(min_size=1), st.lists(st.text()))
def test_any_text_makes_xml_that_says_it(words: str, session: str, phrases: list[str]) -> None:
    line = Line("https://calls.example.com", "", session)

    root = ElementTree.fromstring(twiml.gather(line, [(words, "en")], standing(phrases=tuple(phrases)), Settings(), after=1))

    assert len(root.findall("Gather")) == 1
    if words.isprintable() and words.strip():
        assert "".join(one.text or "" for one in root.iter("Say")) == words.strip()


@pytest.mark.parametrize("amount", ["", "0", "-$5", "a lot", "…"])
def test_nothing_is_charged_that_is_no_amount(amount: str) -> None:
    assert twiml.hand_off(LINE, [], Target(kind="pay", address="Default", amount="balance"), amount, "en", Settings()) is None


@pytest.mark.parametrize(("amount", "charged"), [("$1,250.5", ("1250.50", "usd")), ("€19.95", ("19.95", "eur")), ("20", ("20.00", "usd"))])
def test_an_amount_is_charged_in_its_currency(amount: str, charged: tuple[str, str]) -> None:
    made = twiml.hand_off(LINE, [], Target(kind="pay", address="Default", amount="balance"), amount, "en", Settings())

    (pay,) = ElementTree.fromstring(made or "").iter("Pay")
    assert (pay.get("chargeAmount"), pay.get("currency")) == charged
