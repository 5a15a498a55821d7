"""Which call gets which flow, and where a call goes when a flow hands it on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import quote, urlsplit

import phonenumbers
from phonenumbers import timezone

from steering.core.flow import LookUp
from steering.core.turn import Effect

E164 = re.compile(r"\+[1-9]\d{7,14}")
_DIGITS = re.compile(r"\d{8,15}")
_SIP = re.compile(r"sips?:(?:[^\s@<>\"]+@)?[A-Za-z0-9.\-\[\]:]+(?:;[^\s<>\"]*)?", re.IGNORECASE)


def phone_number(text: str, region: str | None = None) -> str | None:
    """*text* as E.164, `+13125550142`; None when it is no number, or has no country code and no *region* (`US`) gives one."""
    found = _parsed(text, region)
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164) if found else None


def called_number(text: str) -> str | None:
    """*text* as E.164 as platforms send it: some leave out the `+`."""
    text = text.strip()
    if E164.fullmatch(text):
        return text
    return phone_number(f"+{text}" if _DIGITS.fullmatch(text) else text)


def region_of(number: str) -> str | None:
    """The region whose callers dial without a country code when they call *number* (E.164)."""
    return phonenumbers.region_code_for_number(phonenumbers.parse(number))


def zones_of(number: str) -> tuple[str, ...]:
    """The time zones in which the holder of *number* (E.164) may be, several where one number plan spans them; () when unknown."""
    zones = timezone.time_zones_for_number(phonenumbers.parse(number))
    return tuple(zone for zone in zones if zone != timezone.UNKNOWN_TIMEZONE)


def _parsed(text: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    written = unicodedata.normalize("NFKC", text).strip()
    if written.casefold().startswith("tel:"):
        written = written[4:]
    if region is None and written.startswith("00"):
        written = f"+{written[2:]}"
    # A word with digits in it is no number, although some phones could dial it.
    if any(char.isalpha() for char in re.sub(r"(?i)\b(ext|extension|x)\b\.?|;ext=|x(?=\d+$)", "", written)):
        return None
    try:
        found = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    return found if phonenumbers.is_possible_number(found) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a call is handed to.

    *address* is an E.164 number, a SIP address, the web address to tell, or (of `pay`) the payment connector;
    *amount* then names the fact that is paid. *extension* is dialled after the number.
    """

    kind: Literal["phone", "sip", "webhook", "pay"]
    address: str
    extension: str = ""
    amount: str = ""
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)


def target(text: str) -> Target | None:
    """The target that *text* is by itself: a number, a SIP address or a web address."""
    text = text.strip()
    if _SIP.fullmatch(text):
        return Target(kind="sip", address=text)
    if text.startswith(("https://", "http://")):
        try:
            host = urlsplit(text).hostname
        except ValueError:
            return None
        return Target(kind="webhook", address=text) if host and not set(text) & set(' \t"<>{}') else None
    if found := _parsed(text, None):
        e164 = phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)
        return Target(kind="phone", address=e164, extension=found.extension or "")
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Callers:
    """What is known of callers by their number: a table of *columns*, its *rows* by E.164, or a *look_up* to ask."""

    columns: tuple[str, ...] = ()
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    look_up: LookUp | None = None

    def facts(self, number: str) -> Mapping[str, str]:
        """The facts in the table about the caller with that number."""
        cells = self.rows.get(called_number(number) or "", ())
        return {name: cell for name, cell in zip(self.columns, cells, strict=False) if name != "number" and cell}

    def question(self, number: str) -> Effect | None:
        """What to ask the world about the caller with that number; None when there is nothing to ask."""
        caller = called_number(number)
        if self.look_up is None or caller is None:
            return None
        url = "".join(part if isinstance(part, str) else quote(caller, safe="") for part in self.look_up.url.parts)
        return Effect(kind="get", key=f"callers:{caller}", name="callers", url=url, within=self.look_up.within, keep=self.look_up.keep)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The flow of a call, and the facts that it brings; *callers* knows more about who calls."""

    flow: str
    facts: Mapping[str, str] = field(default_factory=dict)
    callers: Callers | None = None
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Routes by called number (E.164) or platform id (folded), and targets by the names that flows use."""

    routes: Mapping[str, Route] = field(default_factory=dict)
    hand_offs: Mapping[str, Target] = field(default_factory=dict)

    def route(self, *, called: str = "", platform_id: str = "") -> Route | None:
        """The route of a call to *called*, in whatever form, else of the platform's *platform_id*; None when there is none."""
        for key in (called_number(called), folded(called), folded(platform_id)):
            if key and (found := self.routes.get(key)):
                return found
        return None

    def hand_off(self, name: str) -> Target | None:
        """Where `hand_to: NAME` leads; None when nobody says."""
        return self.hand_offs.get(name.strip()) or target(name)


def folded(id: str) -> str:
    """A platform's id, or a SIP address that was called, as it is compared."""
    return id.strip().casefold()
