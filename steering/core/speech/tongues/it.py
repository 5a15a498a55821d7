"""Italian."""

from __future__ import annotations

import re

from steering.core.speech import integers
from steering.core.speech.tongues.calendar import month_names
from steering.core.speech.tongues.nouns import gender, is_name
from steering.core.speech.tongues.tongue import Currency, Tongue

_MONTHS = ("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre")
_SHORT = "gen feb mar apr mag giu lug ago set,sett ott nov dic"
_MONTH = month_names(_MONTHS, _SHORT)


class Italian(Tongue):
    tag = "it"
    digit_names = ("zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove")
    months, short_months = _MONTHS, _SHORT
    clock_article = r"\b(?:alle|dalle|le|ore)"
    short_weekdays = "lun mar mer gio ven sab dom"
    weekdays = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")
    currencies = {
        "EUR": Currency("euro", "euro", "centesimo", "centesimi"),
        "USD": Currency("dollaro", "dollari", "centesimo", "centesimi"),
        "GBP": Currency("sterlina", "sterline", "penny", "pence", feminine=True),
        "CHF": Currency("franco svizzero", "franchi svizzeri", "centesimo", "centesimi"),
        "JPY": Currency("yen", "yen"),
    }
    money_words = {"euro": "EUR", "dollari": "USD", "dollaro": "USD", "sterline": "GBP", "sterlina": "GBP"}
    point, comma, minus, plus, percent, at, dot, to = "punto", "virgola", "meno", "più", "per cento", "chiocciola", "punto", "a"
    by = "per"
    symbols = {
        "±": "più o meno",
        "&": "e",
        "+": "più",
        "=": "uguale",
        "@": "chiocciola",
        "%": "per cento",
        "/": "barra",
        "-": "trattino",
        "_": "trattino basso",
        "°": "gradi",
        "€": "euro",
        "$": "dollari",
    }
    ordinals = r"(?P<number>\d{1,3})\.?(?P<ending>[ºª°])(?!\w|\s?[CF]\b)"
    dates = (
        rf"(?P<day>\d{{1,2}})[º°]?\s+(?P<month>{_MONTH})(?:\s+(?P<year>\d{{4}}))?(?!\w)",
        rf"(?P<month>{_MONTH})\s+(?P<year>\d{{4}})(?!\w)",
    )
    times = (*Tongue.times, r"(?<=ore )(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?(?![\w,])")
    abbreviations = {
        "sig.": "signor",
        "sig.ra": "signora",
        "sig.na": "signorina",
        "dott.": "dottor",
        "dott.ssa": "dottoressa",
        "dr.": "dottor",
        "avv.": "avvocato",
        "ing.": "ingegner",
        "v.le": "viale",
        "p.za": "piazza",
        "p.zza": "piazza",
        "c.so": "corso",
        "l.go": "largo",
        "int.": "interno",
        "n.": "numero",
        "tel.": "telefono",
        "ecc.": "eccetera",
        "ca.": "circa",
        "mln": "milioni",
        "mld": "miliardi",
        "sigg.": "signori",
        "sig.ri": "signori",
        "prof.": "professor",
        "prof.ssa": "professoressa",
        "geom.": "geometra",
        "rag.": "ragionier",
        "art.": "articolo",
        "artt.": "articoli",
        "pag.": "pagina",
        "pagg.": "pagine",
        "cap.": "capitolo",
        "es.": "esempio",
        "soc.": "società",
        "nr.": "numero",
        "n.di": "numero di",
        "cell.": "cellulare",
        "rif.": "riferimento",
        "fatt.": "fattura",
        "prot.": "protocollo",
        "p.le": "piazzale",
        "str.": "strada",
        "fraz.": "frazione",
        "egr.": "egregio",
        "gent.": "gentile",
        "gent.ma": "gentilissima",
        "spett.": "spettabile",
        "arch.": "architetto",
        "on.": "onorevole",
        "uff.": "ufficio",
        "max.": "massimo",
        "scad.": "scadenza",
        "c.a.p.": "codice postale",
    }
    on = r"\b(?:il|del|dal|al|l'|entro il|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)"
    halves = {(1, 2): "mezzo"}
    parts = {
        3: ("terzo", "terzi"),
        4: ("quarto", "quarti"),
        5: ("quinto", "quinti"),
        6: ("sesto", "sesti"),
        7: ("settimo", "settimi"),
        8: ("ottavo", "ottavi"),
        9: ("nono", "noni"),
        10: ("decimo", "decimi"),
    }
    half_after = ("e mezzo", "e mezza")
    over, and_half = "su", " e "
    scales, of = r"milioni|milione|miliardi|miliardo|mila", " di "
    keys = {"#": "cancelletto", "*": "asterisco"}
    per = "per"
    pers = {
        "mese": "al mese",
        "giorno": "al giorno",
        "anno": "all'anno",
        "ora": "all'ora",
        "h": "all'ora",
        "settimana": "alla settimana",
        "notte": "a notte",
        "persona": "a persona",
    }
    repeated = ("volta", "volte", True)
    scale_signs = {
        "M": ("milione", "milioni"),
        "mln": ("milione", "milioni"),
        "mld": ("miliardo", "miliardi"),
        "k": ("mila", "mila"),
    }
    announces = (
        r"\b(?:che termina (?:con|per)|che finisce (?:con|per)|terminante con|codice(?: postale| fiscale| di [^\W\d_]+)?|pin|cap|conto|"
        r"carta|conferma|riferimento|ordine|pratica|volo|polizza|fattura|contratto|sinistro|spedizione|bolletta|utenza|protocollo|tessera|rif\.|"
        r"prenotazione)(?: (?:è|il|numero|n\.|nr\.|n°|:))*"
    )
    calls = r"\b(?:chiam[^\W\d_]*|telefon[^\W\d_]*|contatt[^\W\d_]*|tel\.|cellulare|cell\.)(?: (?:al|allo|il|lo))?(?: numero)?(?: verde)?"
    flights = ("volo",)
    postal = r",\s*\d+"
    and_parts = " e "

    def cardinal(self, number: int, *, feminine: bool = False) -> str:
        words = integers.cardinal(number, "it").replace(" e ", " ").replace("dicotto", "diciotto")
        return "una" if feminine and number == 1 else words

    def before_noun(self, number: int, *, feminine: bool = False) -> str:
        words = "un" if number == 1 and not feminine else self.cardinal(number, feminine=feminine)
        return words + " di" if re.search(r"mili(?:one|oni|ardo|ardi)$", words) else words

    def agreeing(self, number: int, noun: str, before: str) -> str | None:
        sort = gender("it", noun)
        if number != 1 or not sort or is_name(before):
            return None
        if sort == "f":
            return "un'" if noun[0] in "aeiou" else "una"
        return "uno" if re.match(r"s[^aeiou]|z|gn|ps|x|y", noun) else "un"

    def half_of(self, noun: str, before: str) -> str | None:
        return {"f": "mezza", "m": "mezzo"}.get(gender("it", noun))

    def fraction(self, digits: str) -> str:
        return self.in_pairs(digits)

    def ordinal_as_written(self, match: re.Match[str]) -> str:
        words = self.ordinal(int(match["number"]))
        return words[:-1] + "a" if match["ending"] == "ª" else words

    def day(self, number: int, before: str) -> str:
        return "primo" if number == 1 else self.cardinal(number)

    def clock(self, hour: int, minute: int, half: str) -> str:
        hour = hour % 12 + 12 if half == "p" else hour % 24
        if minute == 0 and hour in (0, 12):
            return "mezzogiorno" if hour else "mezzanotte"
        words = self.cardinal(hour, feminine=True)
        return f"{words} e {self.cardinal(minute)}" if minute else words

    def moment(self, day: str, clock: str) -> str:
        if clock in ("mezzogiorno", "mezzanotte"):
            return f"{day} a {clock}"
        return f"{day} {'all' + chr(39) if clock.startswith('una') else 'alle '}{clock}"


VOICE = Italian()
