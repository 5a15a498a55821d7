"""A phrase of the author that a caller denies in another form of it leads nowhere, and is no plain no either."""

from __future__ import annotations

import pytest

from tests.core.caller import Caller

VISIT = """
flow: visit
language: {language}
anytime:
  {urgent}: urgent
steps:
  greet:
    ask: {ask}
    hear:
      yes: come
      no | {cancel}: cancelled
  come:
    end: Ok.
  cancelled:
    end: Ok.
  urgent:
    end: Ok.
"""
WORDS = {
    "en": ("Are you coming?", "cancel", "emergency"),
    "es": ("¿Va a venir?", "cancelar", "emergencia"),
    "fr": ("Vous venez ?", "annuler", "urgence"),
    "it": ("Viene?", "annullare | cancellare", "emergenza"),
    "pt": ("O senhor vem?", "cancelar", "emergência"),
    "de": ("Kommen Sie?", "absagen | stornieren", "notfall"),
    "ru": ("Вы придёте?", "отменить", "срочно"),
    "ko": ("오시나요?", "취소", "응급"),
    "hi": ("क्या आप आएँगे?", "रद्द", "आपातकाल"),
}


def led(language: str, said: str) -> str:
    ask, cancel, urgent = WORDS[language]
    call = Caller(VISIT.format(language=language, ask=ask, cancel=cancel, urgent=urgent))
    call.says(said)
    return call.session.step


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "please don't cancel it"),
        ("en", "no don't cancel it"),
        ("es", "no la cancele"),
        ("es", "no me la cancele"),
        ("es", "no cancele mi cita"),
        ("es", "no, no cancele"),
        ("es", "no vaya a cancelar"),
        ("es", "no quiero que la cancelen"),
        ("es", "no es una emergencia"),
        ("fr", "n'annulez pas"),
        ("fr", "non, ne l'annulez pas"),
        ("fr", "ce n'est pas une urgence"),
        ("it", "non annullate"),
        ("it", "no, non la cancelli"),
        ("pt", "não cancele"),
        ("pt", "não, não cancelem"),
        ("pt", "não é uma emergência"),
        ("de", "sagen Sie ihn nicht ab"),
        ("de", "stornieren Sie ihn bitte nicht"),
        ("ru", "не отменяйте"),
        ("ru", "нет, не отменяйте"),
        ("ko", "취소하지 마세요"),
        ("ko", "응급 아니에요"),
        ("hi", "रद्द न करें"),
    ],
)
def test_a_request_not_to_do_it_does_not_do_it(language: str, said: str) -> None:
    assert led(language, said) == "greet"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "no, cancel it"),
        ("es", "no, cancele mi cita"),
        ("es", "no puedo ir, cancele la cita"),
        ("es", "quiero cancelar"),
        ("es", "no"),
        ("fr", "non, annulez"),
        ("fr", "je veux annuler"),
        ("it", "no, annullate"),
        ("pt", "não, cancele"),
        ("pt", "não vou"),
        ("de", "nein, absagen"),
        ("de", "ich kann nicht kommen"),
        ("ru", "нет, отмените"),
        ("ru", "хочу отменить"),
    ],
)
def test_who_asks_for_it_or_says_a_plain_no_is_heard(language: str, said: str) -> None:
    assert led(language, said) == "cancelled"


@pytest.mark.parametrize(
    "said", ["I won't miss it", "wouldn't miss it for the world", "nothing would stop me", "I'll be there", "I'm on my way"]
)
def test_who_will_not_miss_it_comes(said: str) -> None:
    assert led("en", said) == "come"
