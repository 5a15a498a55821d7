"""German."""

from __future__ import annotations

import re

from steering.core.speech import integers
from steering.core.speech.forms import DIGITS, LETTERS, Forms
from steering.core.speech.tongues.calendar import month_names
from steering.core.speech.tongues.nouns import gender, is_name
from steering.core.speech.tongues.tongue import Currency, Tongue

_MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember")
_SHORT = "Jan Feb Mär,Mrz Apr Mai Jun Jul Aug Sep,Sept Okt Nov Dez"
_MONTH = month_names(_MONTHS, _SHORT)
# After these words a day ends in -en: am vierundzwanzigsten November.
_OBLIQUE = re.compile(
    r"\b(?:am|vom|zum|bis|ab|den|dem|des|seit|[a-zß]+tag,|(?:mo|di|mi|do|fr|sa|so)\.,?)\s+(?:den\s+|zum\s+)?(?:\d{1,2}\.,?\s+(?:(?:und|oder|bis)\s+)?){0,3}$",
    re.IGNORECASE,
)
# am Dienstag, dem dritten Juni
_ON_WEEKDAY = re.compile(
    r"\b(?:am|vom|zum|ab|seit|(?P<until>bis))\s+(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?),\s+$",
    re.IGNORECASE,
)
_WEAK = re.compile(r"\b(?:der|die|das)\s+(?:\d{1,2}\.,?\s+(?:(?:und|oder|bis)\s+)?){0,3}$", re.IGNORECASE)
_OBLIQUE_ARTICLE = re.compile(
    r"\b(?:im|beim|zum|zur|einen|einem|einer|(?:kein|mein|sein|Ihr|unser|dies|jed)e[nmr]|bis|ab|nach|vor)\s+$", re.IGNORECASE
)
_WEAK_ARTICLE = re.compile(r"\b(?:(?:dies|jed|welch)e[rs]?|(?:ein|kein|mein|sein|ihr|unser)e)\s+$", re.IGNORECASE)
# Im Jahre 1998, im Sommer 1998, 1998 und 1999; what was counted since has a noun behind it: seit 1200 Tagen.
_YEAR_BEFORE = re.compile(
    r"\b(?:Jahr(?:e|es|en|s)?|Jahrgang|Baujahr|Sommer|Herbst|Winter|Frühling|Frühjahr|"
    r"(?:Jahre?n?|seit) 1[1-9]\d\d (?:und|bis|oder)|(?P<since>seit))\s$",
    re.IGNORECASE,
)
_NOUN_NEXT = re.compile(r" [A-ZÄÖÜ]")


class German(Tongue):
    tag = "de"
    digit_names = ("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
    months, short_months = _MONTHS, _SHORT
    short_weekdays = "Mo Di Mi Do Fr Sa So"
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
    by = "mal"
    symbols = {
        "±": "plus oder minus",
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
        r"(?P<number>\d{1,3})\.(?-i:(?=\s+(?!(?:Das|Der|Die|Ich|Sie|Wir|Es|Bitte|Und|Ist|Wenn)\b)"
        r"(?P<noun>(?:(?:und|oder|bis)\s+\d{1,3}\.\s+)?[A-ZÄÖÜ][^\W\d_]*)|\s+(?:und|oder|bis|d\.|ds\.)(?!\w)))"
    )
    dates = (
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>{_MONTH})(?:\s+(?P<year>\d{{4}}))?(?!\w)",
        rf"(?P<month>{_MONTH})\s+(?P<year>\d{{4}})(?!\w)",
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
        "usw.": "und so weiter",
        "ca.": "circa",
        "bzw.": "beziehungsweise",
        "inkl.": "inklusive",
        "d.h.": "das heißt",
        "hrn.": "Herrn",
        "fa.": "Firma",
        "jh.": "Jahrhundert",
        "jhdt.": "Jahrhundert",
        "d.m.": "dieses Monats",
        "ds.m.": "dieses Monats",
        "d.j.": "dieses Jahres",
        "st.": "sankt",
        "u.a.": "unter anderem",
        "u.ä.": "und Ähnliches",
        "o.ä.": "oder Ähnliches",
        "v.a.": "vor allem",
        "i.d.r.": "in der Regel",
        "z.t.": "zum Teil",
        "z.zt.": "zurzeit",
        "z.hd.": "zu Händen",
        "zzgl.": "zuzüglich",
        "abzgl.": "abzüglich",
        "exkl.": "exklusive",
        "max.": "maximal",
        "mind.": "mindestens",
        "gem.": "gemäß",
        "lt.": "laut",
        "vgl.": "vergleiche",
        "s.o.": "siehe oben",
        "s.u.": "siehe unten",
        "bspw.": "beispielsweise",
        "sog.": "sogenannte",
        "etc.": "et cetera",
        "art.": "artikel",
        "tgl.": "täglich",
        "mtl.": "monatlich",
        "p.a.": "pro Jahr",
        "geb.": "geboren",
        "kto.": "konto",
        "rg.": "rechnung",
        "mob.": "mobil",
        "wg.": "wegen",
        "allg.": "allgemein",
        "stk.": "Stück",
        "stck.": "Stück",
        "vorm.": "vormittags",
        "nachm.": "nachmittags",
        "betr.": "betrifft",
        "einschl.": "einschließlich",
        "bes.": "besonders",
        "dipl.": "diplom",
        "vers.": "versicherung",
        "versich.": "versicherung",
        "i.a.": "im Auftrag",
        "u.u.": "unter Umständen",
        "m.e.": "meines Erachtens",
        "n.v.": "nicht verfügbar",
        "hbf.": "hauptbahnhof",
        "ez.": "einzelzimmer",
        "kd.-nr.": "Kundennummer",
        "re.-nr.": "Rechnungsnummer",
        "rg.-nr.": "Rechnungsnummer",
        "best.-nr.": "Bestellnummer",
        "art.-nr.": "Artikelnummer",
        "tel.-nr.": "Telefonnummer",
        "vers.-nr.": "Versicherungsnummer",
        "kto.-nr.": "Kontonummer",
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
    pers = {"h": "pro Stunde", "std": "pro Stunde", "mon": "pro Monat", "stk": "pro Stück", "j": "pro Jahr"}
    announces = (
        r"(?:endet (?:auf|mit)|endend auf|mit (?:den|der) (?:Endziffern|Endung)|Code|PIN|Postleitzahl|PLZ|Konto|Bestellung|Flug|Referenz|"
        r"Vorgang|Rechnung|Durchwahl|Nebenstelle|Vertrag|Police|Sendung|Aktenzeichen|(?:Kd|Re|Rg|Best|Art|Vers|Kto)\.-Nr\.|(?<=[a-zäöüß])(?<!haus)(?<!zimmer)(?<!seiten)(?<!wohnungs)(?:nummer|nr\.))"
        r"(?: (?:ist|lautet|die|Nummer|Nr\.|mit der Nummer|:))*"
    )
    calls = r"(?:unter|Telefon|Tel\.|Rufnummer|Hotline|Mobil|Handy)(?: der)?(?: Nummer| Rufnummer)?(?: ist| lautet)?"
    flights = ("Flug",)
    # "Hauptstr. 12, 10115 Berlin", "in 10115 Berlin"; round numbers behind "in" count.
    postal = (
        r"(?:(?:\d\s?[a-z]?|(?:stra[sß]e|str\.|weg|platz|allee|gasse|ring|damm|ufer)|Postfach[\d ]*),\s*|\b(?:PLZ|D)[- ]?)\d+"
        r"|\b(?:in|aus|nach) \d{3}(?!00)\d\d"
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
        """The ordinal with the ending that its article and its noun ask for: die dritte Rate, Ihr dritter Termin, im dritten Stock."""
        words = self.ordinal(int(match["number"]))
        before = match.string[max(0, match.start() - 24) : match.start()]
        if _OBLIQUE.search(before) or _OBLIQUE_ARTICLE.search(before):
            return words + "n"
        if not match["noun"] or _WEAK.search(before) or _WEAK_ARTICLE.search(before):
            return words
        return words + {"m": "r", "n": "s"}.get(gender("de", match["noun"].split()[-1]), "")

    def times_over(self, number: int) -> str:
        return f"{self.before_noun(number)}mal"

    def half_of(self, noun: str, before: str) -> str | None:
        sort = gender("de", noun)
        article = self.agreeing(1, noun, before)
        if not sort or not article:
            return None
        ending = "en" if article in ("einer", "einem", "einen") else {"f": "e", "m": "er", "n": "es"}[sort]
        return f"{article} halb{ending}"

    def own(self, forms: Forms) -> None:
        @forms.form(
            "cardinal",
            r"1 (?P<adjective>(?!(?:oder|aber|unter|über|bitte|eine|alle|heute|sowie) )[a-zäöüß]{3,}e[rsn]?) "
            r"(?P<noun>[A-ZÄÖÜ][a-zäöüß]{2,})",
            at=DIGITS,
            run=(1, 1),
            then=" ",
            spaced=LETTERS,
        )
        def _with_adjective(match: re.Match[str]) -> str | None:
            """1 neue Nachricht: eine neue Nachricht."""
            before = match.string[max(0, match.start() - 24) : match.start()]
            article = self.agreeing(1, match["noun"], before)
            if article == "ein" and match["adjective"].endswith("en"):
                article = "einen"
            return article and f"{article} {match['adjective']} {match['noun']}"

        @forms.form(
            "date",
            r"(?P<year>1[6-9](?!00)\d\d)(?= (?:war|waren|hatten?|wurden?|gab|begann|kam(?:en)?|lagen?|betrug|zog(?:en)?) )",
            at=DIGITS,
            run=(4, 4),
            then=" ",
            spaced=LETTERS,
        )
        def _year_first(match: re.Match[str]) -> str | None:
            """1998 hatten wir: a year that begins its sentence."""
            begins = not match.start() or match.string[match.start() - 2 : match.start()] in (". ", "! ", "? ")
            return self.year(int(match["year"])) if begins else None

        @forms.form("date", r"(?P<year>1[1-9]\d\d)(?![\w%€$]|[.,:/-]\d| ?[€$%])", at=DIGITS, run=(4, 4))
        def _year_named(match: re.Match[str]) -> str | None:
            """Im Jahr 1998, and the second of im Jahr 1998 und 1999."""
            named = _YEAR_BEFORE.search(match.string, max(0, match.start() - 32), match.start())
            if not named or (named["since"] and _NOUN_NEXT.match(match.string, match.end())):
                return None
            return self.year(int(match["year"]))

    def year(self, number: int) -> str:
        hundreds, rest = divmod(number, 100)
        if 1100 <= number < 2000:
            return f"{self.before_noun(hundreds)}hundert{integers.cardinal(rest, 'de') if rest else ''}"
        return self.cardinal(number)

    def __init__(self, region: str = "") -> None:
        super().__init__(region)
        self.forms.abbreviate(_STREET.pattern)
        self.say = lambda text, known=None: _GOVERNED.sub(_in_case, self.forms.spoken(_with_streets(text), known))

    def day(self, number: int, before: str) -> str:
        words = self.ordinal(number)
        if weekday := _ON_WEEKDAY.search(before):
            return f"{'den' if weekday['until'] else 'dem'} {words}n"
        if _OBLIQUE.search(before):
            return words + "n"
        return words if _WEAK.search(before) else words + "r"

    def clock(self, hour: int, minute: int, half: str) -> str:
        hour = hour % 12 + 12 if half == "p" else hour
        words = f"{self.before_noun(hour)} Uhr"
        return f"{words} {self.cardinal(minute)}" if minute else words

    def moment(self, day: str, clock: str) -> str:
        return f"{day} um {clock}"


# für einen Euro, mit einem Euro
_GOVERNED = re.compile(
    r"\b(?P<before>(?:(?P<dative>mit|von|aus|bei|nach|zu)|für|um|auf|über|gegen|ohne|kostet|kosten|macht))\sein(?=\s(?:Euro|Dollar|Franken|Cent|Rappen)\b)",
    re.IGNORECASE,
)


def _in_case(match: re.Match[str]) -> str:
    return f"{match['before']} {'einem' if match['dative'] else 'einen'}"


_CUT = {"str": "straße", "pl": "platz", "nr": "nummer"}
_STREET = re.compile(r"(?<=[a-zäöüß])(?P<cut>str|pl|nr)\.(?P<end>\s*\Z)?")


def _with_streets(text: str) -> str:
    """Hauptstr., Marktpl. and Kundennr. in full; a dot at the end of the text ends its sentence too."""
    return _STREET.sub(lambda m: _CUT[m["cut"].lower()] + (f".{m['end']}" if m["end"] is not None else ""), text)


VOICE = German()
