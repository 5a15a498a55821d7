"""German."""

from __future__ import annotations

import re

from steering.core.speech import integers
from steering.core.speech.tongues.nouns import gender, is_name
from steering.core.speech.tongues.tongue import Currency, Tongue

_MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember")
# After these words a day ends in -en: am vierundzwanzigsten November.
_OBLIQUE = re.compile(
    r"\b(?:am|vom|zum|bis|ab|den|dem|des|seit|[a-zß]+tag,)\s+(?:den\s+|zum\s+)?(?:\d{1,2}\.,?\s+(?:(?:und|oder|bis)\s+)?){0,3}$",
    re.IGNORECASE,
)
_WEAK = re.compile(r"\b(?:der|die|das)\s+(?:\d{1,2}\.,?\s+(?:(?:und|oder|bis)\s+)?){0,3}$", re.IGNORECASE)


class German(Tongue):
    tag = "de"
    digit_names = ("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
    months = _MONTHS
    weekdays = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
    currencies = {
        "EUR": Currency("Euro", "Euro", "Cent", "Cent"),
        "USD": Currency("Dollar", "Dollar", "Cent", "Cent"),
        "GBP": Currency("Pfund", "Pfund", "Penny", "Pence"),
        "CHF": Currency("Franken", "Franken", "Rappen", "Rappen"),
        "JPY": Currency("Yen", "Yen"),
    }
    money_words = {"Euro": "EUR", "Dollar": "USD", "Franken": "CHF", "Pfund": "GBP"}
    point, comma, minus, plus, percent, at, dot, to = "Punkt", "Komma", "minus", "plus", "Prozent", "ät", "Punkt", "bis"
    symbols = {
        "&": "und",
        "+": "plus",
        "=": "gleich",
        "@": "ät",
        "%": "Prozent",
        "/": "Schrägstrich",
        "-": "Bindestrich",
        "_": "Unterstrich",
        "°": "Grad",
        "€": "Euro",
        "$": "Dollar",
        "§": "Paragraf",
    }
    ordinals = (
        r"(?P<number>\d{1,3})\.(?-i:(?=\s+(?!(?:Das|Der|Die|Ich|Sie|Wir|Es|Bitte|Und|Ist|"
        r"Wenn)\b)[A-ZÄÖÜa-zäöü]))(?-i:(?=\s+[A-ZÄÖÜ]|\s+(?:und|oder|bis)\b))"
    )
    dates = (
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>{'|'.join(_MONTHS)})(?:\s+(?P<year>\d{{4}}))?(?!\w)",
        rf"(?P<month>{'|'.join(_MONTHS)})\s+(?P<year>\d{{4}})(?!\w)",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?!\d)",
    )
    times = (
        r"(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)\s?Uhr(?!\w)",
        r"(?P<hour>[01]?\d|2[0-4])\s?Uhr(?:\s(?P<minute>[0-5]\d))?(?!\w)",
        *Tongue.times,
    )
    abbreviations = {
        "dr.": "doktor",
        "hr.": "Herr",
        "prof.": "professor",
        "nr.": "nummer",
        "str.": "straße",
        "pl.": "platz",
        "whg.": "wohnung",
        "og.": "obergeschoss",
        "eg.": "erdgeschoss",
        "fr.": "Frau",
        "abs.": "absatz",
        "bzgl.": "bezüglich",
        "ggf.": "gegebenenfalls",
        "evtl.": "eventuell",
        "mo.": "Montag",
        "do.": "Donnerstag",
        "tel.": "telefon",
        "z.b.": "zum Beispiel",
        "z. b.": "zum Beispiel",
        "usw.": "und so weiter",
        "ca.": "circa",
        "bzw.": "beziehungsweise",
        "inkl.": "inklusive",
        "d.h.": "das heißt",
    }
    on = r"\b(?:am|vom|zum|bis|bis zum|ab|den|dem|seit|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag),?"
    halves = {(1, 2): "ein halb"}
    parts = {
        3: ("Drittel", "Drittel"),
        4: ("Viertel", "Viertel"),
        5: ("Fünftel", "Fünftel"),
        6: ("Sechstel", "Sechstel"),
        7: ("Siebtel", "Siebtel"),
        8: ("Achtel", "Achtel"),
        9: ("Neuntel", "Neuntel"),
        10: ("Zehntel", "Zehntel"),
    }
    over = "durch"
    scales = r"Millionen|Million|Milliarden|Milliarde|Tausend"
    keys = {"#": "Raute", "*": "Stern"}
    per = "pro"
    announces = (
        r"(?:endet auf|endend auf|mit den Endziffern|Code|PIN|Postleitzahl|PLZ|Konto(?:nummer)?|Kartennummer|"
        r"Bestätigungsnummer|Kundennummer|Bestellung|Bestellnummer|Vorgangsnummer|Flug|Referenz)(?: (?:ist|lautet|"
        r"Nummer|Nr\.|:))*"
    )
    and_parts = " und "

    def before_noun(self, number: int, *, feminine: bool = False) -> str:
        words = self.cardinal(number)
        if not words.endswith("eins"):
            return words
        return words[:-1] + "e" if feminine else words[:-1]

    def part(self, whole: int, top: int, bottom: int) -> str:
        if whole and (top, bottom) == (1, 2):
            return "anderthalb" if whole == 1 else f"{self.cardinal(whole)}einhalb"
        return super().part(whole, top, bottom)

    def agreeing(self, number: int, noun: str, before: str) -> str | None:
        sort = gender("de", noun)
        if number != 1 or not sort or is_name(before):
            return None
        # "in einer Woche", "für einen Tag", "nach einem Jahr"
        if re.search(r"\b(?:in|nach|vor|seit|mit|von|aus|bei|zu|innerhalb von)\s$", before, re.IGNORECASE):
            return "einer" if sort == "f" else "einem"
        if sort == "m" and re.search(
            r"\b(?:für|um|ohne|durch|haben|hat|habe|nur noch|dauert|warten|noch)\s(?:Sie\s)?$", before, re.IGNORECASE
        ):
            return "einen"
        return "eine" if sort == "f" else "ein"

    def hours(self, low: str, high: str) -> str:
        return f"{low.removesuffix(' Uhr')} bis {high}"

    def percentage(self, whole: str, rest: str, mark: str) -> str:
        return "ein Prozent" if whole == "1" and not rest else super().percentage(whole, rest, mark)

    def ordinal_as_written(self, match: re.Match[str]) -> str:
        words = self.ordinal(int(match["number"]))
        before = match.string[max(0, match.start() - 20) : match.start()]
        if _OBLIQUE.search(before) or re.search(r"\b(?:im|beim|einen|einem|jeden|zum)\s+$", before, re.IGNORECASE):
            return words + "n"
        return words

    def year(self, number: int) -> str:
        hundreds, rest = divmod(number, 100)
        if 1100 <= number < 2000:
            return f"{self.before_noun(hundreds)}hundert{integers.cardinal(rest, 'de') if rest else ''}"
        return self.cardinal(number)

    def __init__(self) -> None:
        super().__init__()
        abbreviated = self.forms.abbreviated
        assert abbreviated is not None
        self.forms.abbreviated = re.compile(f"{abbreviated.pattern}|{_STREET.pattern}", re.IGNORECASE)
        self.say = lambda text: self.forms.spoken(_with_streets(text))

    def day(self, number: int, before: str) -> str:
        words = self.ordinal(number)
        if _OBLIQUE.search(before):
            return words + "n"
        return words if _WEAK.search(before) else words + "r"

    def clock(self, hour: int, minute: int, half: str) -> str:
        hour = hour % 12 + 12 if half == "p" else hour
        words = f"{self.before_noun(hour)} Uhr"
        return f"{words} {self.cardinal(minute)}" if minute else words

    def moment(self, day: str, clock: str) -> str:
        return f"{day} um {clock}"


_STREET = re.compile(r"(?<=[a-zäöüß])(?P<cut>str|pl)\.(?P<end>\s*\Z)?")


def _with_streets(text: str) -> str:
    """Hauptstr. and Marktpl. in full; a dot at the end of the text ends its sentence too."""
    return _STREET.sub(lambda m: ("straße" if m["cut"] == "str" else "platz") + (f".{m['end']}" if m["end"] is not None else ""), text)


VOICE = German()
