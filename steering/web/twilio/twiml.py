"""What Twilio is told to do with a call, as TwiML. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from twilio.twiml.voice_response import Connect, ConversationRelay, Dial, Gather, VoiceResponse

from steering.core.numbers import Target
from steering.core.values import Money, read
from steering.sessions import Standing
from steering.web.settings import Settings

# A language without a region, as Twilio wants it: to speak, and to hear.
_REGIONS = {
    "en": "en-US",
    "es": "es-US",
    "fr": "fr-FR",
    "de": "de-DE",
    "it": "it-IT",
    "pt": "pt-BR",
    "ru": "ru-RU",
    "ja": "ja-JP",
    "ko": "ko-KR",
    "hi": "hi-IN",
    "ar": "ar-XA",
}
_HEARD = {"ar-XA": "ar-AE"}
# Twilio's basic voice, of <Say>, does not speak these.
_SAY_VOICES = {"hi-IN": "Google.hi-IN-Standard-A", "ar-XA": "Google.ar-XA-Standard-A"}
_SAY_PROVIDERS = {"google": "Google", "amazon": "Polly"}
_MOST_HINTS, _LONGEST_HINT = 100, 100
# Seconds that a called agent's telephone rings.
_RINGS = 30
# Lines, each with its language.
Words = Sequence[tuple[str, str]]
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def spoken_locale(language: str) -> str:
    """The tag by which Twilio speaks *language*."""
    return _REGIONS.get(language.lower(), language)


def heard_locale(language: str) -> str:
    """The tag by which Twilio hears *language*."""
    spoken = spoken_locale(language)
    return _HEARD.get(spoken, spoken)


@dataclass(frozen=True, slots=True)
class Line:
    """One call's way to us: the public address, whose it is, and its session."""

    base: str
    owner: str
    session: str

    def url(self, path: str, **query: str) -> str:
        """The address of *path* for this call; empty values are left out."""
        given = {"session": self.session, "owner": self.owner, **query}
        return f"{self.base}{path}?{urlencode({name: value for name, value in given.items() if value})}"


def relay(line: Line, standing: Standing, settings: Settings) -> str:
    """`<Connect><ConversationRelay>`: the rest of the call is talked over our socket, which greets by itself."""
    response = VoiceResponse()
    connect = Connect(action=line.url("/twilio/ended"), method="POST")
    spoken, heard = spoken_locale(standing.expected.language), heard_locale(standing.expected.language)
    talk = ConversationRelay(
        # "http" → "ws", "https" → "wss".
        url=f"ws{line.base.removeprefix('http')}/twilio/relay",
        language=spoken,
        tts_language=spoken,
        transcription_language=heard,
        dtmf_detection=True,
        interruptible="any",
        events="speaker-events",
        **_voice(spoken, settings),
    )
    for language in standing.languages:
        talk.language(code=spoken_locale(language), **_voice(spoken_locale(language), settings))
    given = {"session": line.session, "owner": line.owner, "language": standing.expected.language}
    for name, value in given.items():
        if value:
            talk.parameter(name=name, value=value)
    connect.append(talk)
    response.append(connect)
    return str(response)


def gather(line: Line, words: Words, standing: Standing, settings: Settings, *, after: int | None, quiet: int = 0) -> str:
    """Says *words* and listens; whatever comes of it, silence too, is sent to `/twilio/gather`, after *quiet* silences."""
    response, expected = VoiceResponse(), standing.expected
    action = line.url("/twilio/gather", after="" if after is None else str(after), quiet=str(quiet or ""))
    # Twilio does not tell how much of this was heard: what has to be heard is not to be cut off.
    listen = Gather(
        input="speech dtmf",
        action=action,
        method="POST",
        timeout=max(1, round(settings.silence_seconds)),
        speech_timeout="auto",
        action_on_empty_result=True,
        barge_in=not expected.must_hear,
        language=heard_locale(expected.language),
        hints=_hints(expected.phrases),
        num_digits=expected.keys or None,
        finish_on_key="" if expected.pound and expected.keys == 1 else "#",
    )
    _say(listen, words, settings)
    response.append(listen)
    response.redirect(action, method="POST")
    return str(response)


def say_and_go(words: Words, settings: Settings, *, to: str) -> str:
    """Says *words* and asks again, at the address *to*."""
    response = VoiceResponse()
    _say(response, words, settings)
    response.redirect(to, method="POST")
    return str(response)


def hang_up(words: Words, settings: Settings) -> str:
    """Says *words* and hangs up."""
    response = VoiceResponse()
    _say(response, words, settings)
    response.hangup()
    return str(response)


def hand_off(line: Line, words: Words, target: Target, amount: str, language: str, settings: Settings) -> str | None:
    """Says *words* and puts the call through to *target*; None when it cannot go there.

    *amount* is the written money that is to be paid.
    """
    response = VoiceResponse()
    _say(response, words, settings)
    if target.kind == "pay":
        due = read("money", amount)
        if not isinstance(due, Money) or due.amount <= 0:
            return None
        response.pay(
            payment_connector=target.address,
            charge_amount=str(due.amount.quantize(Decimal("0.01"))),
            currency=due.currency.lower(),
            language=spoken_locale(language),
            action=line.url("/twilio/paid"),
        )
    elif target.kind in ("phone", "sip"):
        dial = Dial(action=line.url("/twilio/dialled"), method="POST", answer_on_bridge=True, timeout=_RINGS)
        if target.kind == "sip":
            dial.sip(target.address)
        else:
            # Half a second each, for the one who answers to be ready.
            dial.number(target.address, send_digits="wwww" + target.extension if target.extension else None)
        response.append(dial)
    else:
        return None
    return str(response)


def nothing() -> str:
    """Nothing is left to be done."""
    return str(VoiceResponse())


def _say(verb: VoiceResponse | Gather, words: Words, settings: Settings) -> None:
    for line, language in words:
        spoken = spoken_locale(language)
        provider, voice = settings.twilio_voices.get(spoken, ("", ""))
        by = _SAY_PROVIDERS.get(provider.lower())
        if text := _NOT_IN_XML.sub(" ", line).strip():
            verb.say(text, language=spoken, voice=f"{by}.{voice}" if by else _SAY_VOICES.get(spoken))


def _voice(locale: str, settings: Settings) -> Mapping[str, str]:
    provider, voice = settings.twilio_voices.get(locale, ("", ""))
    return {"tts_provider": provider, "voice": voice} if voice else {}


def _hints(phrases: Iterable[str]) -> str | None:
    known = (_NOT_IN_XML.sub("", phrase).strip() for phrase in dict.fromkeys(phrases))
    hints = [phrase for phrase in known if phrase and len(phrase) <= _LONGEST_HINT and "," not in phrase]
    return ", ".join(hints[:_MOST_HINTS]) or None
