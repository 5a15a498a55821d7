"""The ways of yes to "are you coming?", and what only holds the words of one."""

from __future__ import annotations

import pytest

from steering.core.hearing import hear

COMING = {
    "en": ["I'll be there", "I'm on my way", "I plan to", "I'm coming", "we're coming", "I'm planning on it", "yes, see you there"],
    "es": ["ahí estaré", "voy", "sí, iré", "cuente conmigo"],
    "fr": ["je viens", "j'y serai", "oui je serai là", "nous serons là"],
    "de": ["ich komme", "ich werde da sein", "ja, ich bin da", "wir werden da sein"],
    "it": ["ci sarò", "vengo", "sì, verremo"],
    "pt": ["estarei lá", "vou sim", "vou estar lá", "sim, irei"],
    "ru": ["приду", "я буду", "да, приеду"],
    "ja": ["行きます", "はい、伺います"],
    "ko": ["갈게요", "네 가겠습니다"],
    "hi": ["मैं आऊँगा", "हाँ मैं आऊँगी"],
    "ar": ["سآتي", "نعم سأكون هناك"],
}
NOT_COMING = {
    "en": [
        "I'm not coming",
        "I won't be there",
        "I'm on my way out",
        "I plan to cancel",
        "I'm coming if I can",
        "she said I'm coming late",
    ],
    "es": ["no voy", "no iré", "voy a cancelar", "voy si puedo"],
    "fr": ["je ne viens pas", "je viens d'annuler", "je serai là si je peux"],
    "de": ["ich komme nicht", "ich bin nicht da", "ich komme später", "wir sind da nicht sicher"],
    "it": ["non vengo", "non ci sarò", "vengo da Roma"],
    "pt": ["não vou estar lá", "não irei", "vou estar lá se puder"],
    "ru": ["не приду", "я не буду", "буду позже"],
    "ja": ["行きません", "行きますか", "伺いますが遅れます"],
    "ko": ["안 갈게요", "못 갑니다"],
    "hi": ["मैं नहीं आऊँगा", "मैं आऊँगा या नहीं पता नहीं"],
    "ar": ["لن آتي", "ما راح أجي", "لا سأحضر لاحقا"],
}


@pytest.mark.parametrize("language", COMING)
def test_who_comes_says_yes(language: str) -> None:
    assert {said: hear("yes_no", said, language=language) for said in COMING[language]} == dict.fromkeys(COMING[language], "yes")


@pytest.mark.parametrize("language", NOT_COMING)
def test_who_does_not_come_or_not_for_certain_says_no_yes(language: str) -> None:
    assert [said for said in NOT_COMING[language] if hear("yes_no", said, language=language) == "yes"] == []
