"""Portuguese, as in Brazil."""

from __future__ import annotations

import re

from steering.core.speech import integers
from steering.core.speech.tongues.nouns import gender, is_name
from steering.core.speech.tongues.tongue import Currency, Tongue

_MONTHS = ("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro")
_FEMININE = ((r"\bum\b(?! mil)", "uma"), (r"\bdois\b(?! mil)", "duas"), (r"entos\b", "entas"))


class Portuguese(Tongue):
    tag = "pt"
    digit_names = ("zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove")
    months = _MONTHS
    weekdays = ("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo")
    currencies = {
        "BRL": Currency("real", "reais", "centavo", "centavos"),
        "EUR": Currency("euro", "euros", "cêntimo", "cêntimos"),
        "USD": Currency("dólar", "dólares", "centavo", "centavos"),
        "GBP": Currency("libra", "libras", "penny", "pence", feminine=True),
        "JPY": Currency("iene", "ienes"),
    }
    money_words = {
        "reais": "BRL",
        "real": "BRL",
        "euros": "EUR",
        "euro": "EUR",
        "dólares": "USD",
        "dólar": "USD",
        "libras": "GBP",
        "libra": "GBP",
    }
    point, comma, minus, plus, percent, at, dot, to = "ponto", "vírgula", "menos", "mais", "por cento", "arroba", "ponto", "a"
    symbols = {
        "&": "e",
        "+": "mais",
        "=": "igual a",
        "@": "arroba",
        "%": "por cento",
        "/": "barra",
        "-": "hífen",
        "_": "sublinhado",
        "°": "graus",
        "€": "euros",
        "$": "dólares",
    }
    ordinals = r"(?P<number>\d{1,3})\.?(?P<ending>[ºª°])(?!\w|\s?[CF]\b)"
    dates = (
        rf"(?P<day>\d{{1,2}})[º°]?\s+(?:de\s+)?(?P<month>{'|'.join(_MONTHS)})(?:\s+(?:de\s+)?(?P<year>\d{{4}}))?(?!\w)",
        rf"(?P<month>{'|'.join(_MONTHS)})\s+(?:de\s+)?(?P<year>\d{{4}})(?!\w)",
    )
    times = (*Tongue.times, r"(?P<hour>[01]?\d|2[0-4])\s?h(?:oras?)?(?:\s?(?P<minute>[0-5]\d)(?:min)?)?(?!\w)")
    abbreviations = {
        "sr.": "senhor",
        "sra.": "senhora",
        "srta.": "senhorita",
        "dr.": "doutor",
        "dra.": "doutora",
        "av.": "avenida",
        "trav.": "travessa",
        "pça.": "praça",
        "al.": "alameda",
        "rod.": "rodovia",
        "jd.": "jardim",
        "apto.": "apartamento",
        "ap.": "apartamento",
        "bl.": "bloco",
        "r.": "rua",
        "nº": "número",
        "tel.": "telefone",
        "etc.": "et cetera",
        "aprox.": "aproximadamente",
    }
    on = r"\b(?:em|no dia|do dia|dia|até|desde|de|segunda|terça|quarta|quinta|sexta|sábado|domingo),?"
    halves = {(1, 2): "meio", (1, 3): "um terço", (2, 3): "dois terços"}
    parts = {
        4: ("quarto", "quartos"),
        5: ("quinto", "quintos"),
        6: ("sexto", "sextos"),
        7: ("sétimo", "sétimos"),
        8: ("oitavo", "oitavos"),
        9: ("nono", "nonos"),
        10: ("décimo", "décimos"),
    }
    half_after = ("e meio", "e meia")
    over, and_half = "sobre", " e "
    scales, of = r"milhões|milhão|bilhões|bilhão|mil", " de "
    keys = {"#": "jogo da velha", "*": "asterisco"}
    per = "por"
    announces = (
        r"(?:com final|terminad[ao] em|termina em|código(?: postal| de [^\W\d_]+)?|senha|cep|conta|cartão|confirmação|"
        r"referência|pedido|protocolo|apólice|voo)(?: (?:é|número|n[.º]|final|de|:))*"
    )
    and_parts = " e "

    def cardinal(self, number: int, *, feminine: bool = False) -> str:
        words = integers.cardinal(number, "pt_BR").replace(",", "")
        for masculine, other in _FEMININE if feminine else ():
            words = re.sub(masculine, other, words)
        return words

    def before_noun(self, number: int, *, feminine: bool = False) -> str:
        words = self.cardinal(number, feminine=feminine)
        return words + " de" if re.search(r"ilh(?:ão|ões)$", words) else words

    def agreeing(self, number: int, noun: str, before: str) -> str | None:
        return self.before_noun(number, feminine=True) if gender("pt", noun) == "f" and not is_name(before) else None

    def ordinal(self, number: int) -> str:
        return integers.ordinal(number, "pt")

    def ordinal_as_written(self, match: re.Match[str]) -> str:
        words = self.ordinal(int(match["number"]))
        return re.sub(r"o\b", "a", words) if match["ending"] == "ª" else words

    def day(self, number: int, before: str) -> str:
        return "primeiro" if number == 1 else self.cardinal(number)

    def date_words(self, day: int | None, month: int, year: int | None, before: str = "") -> str:
        return " de ".join(filter(None, (self.day(day, before) if day else "", self.months[month - 1], self.year(year) if year else "")))

    def clock(self, hour: int, minute: int, half: str) -> str:
        hour = hour % 12 + 12 if half == "p" else hour % 24
        if minute == 0 and hour in (0, 12):
            return "meio-dia" if hour else "meia-noite"
        words = self.cardinal(hour, feminine=True)
        if hour == 20 and 0 < minute < 5:
            # "vinte e três" is twenty-three hours.
            return f"{words} horas e {self.cardinal(minute)}"
        return f"{words} e {self.cardinal(minute)}" if minute else f"{words} {'hora' if hour == 1 else 'horas'}"

    def moment(self, day: str, clock: str) -> str:
        article = {"meio-dia": "ao ", "meia-noite": "à "}.get(clock, "à " if clock.startswith("uma") else "às ")
        return f"{day} {article}{clock}"


VOICE = Portuguese()
