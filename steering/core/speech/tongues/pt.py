"""Portuguese, as in Brazil."""

from __future__ import annotations

import re

from steering.core.speech import integers
from steering.core.speech.forms import DIGITS, LETTERS, Forms
from steering.core.speech.tongues.calendar import month_names
from steering.core.speech.tongues.nouns import gender, is_name
from steering.core.speech.tongues.tongue import Currency, Tongue

_MONTHS = ("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro")
_FEMININE = ((r"\bum\b(?! mil)", "uma"), (r"\bdois\b(?! mil)", "duas"), (r"entos\b", "entas"))
_SHORT = "jan fev mar abr mai jun jul ago set out nov dez"
_MONTH = month_names(_MONTHS, _SHORT)


class Portuguese(Tongue):
    tag = "pt"
    digit_names = ("zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove")
    months, short_months = _MONTHS, _SHORT
    short_weekdays = "seg ter qua qui sex sáb,sab dom"
    clock_before, hour_name = r"\b(?:ao|até|do)", "horas"
    clock_article = r"\b(?:às|as|das)"
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
    by = "vezes"
    symbols = {
        "±": "mais ou menos",
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
        rf"(?P<day>\d{{1,2}})[º°]?\s+(?:de\s+)?(?P<month>{_MONTH})(?:\s+(?:de\s+)?(?P<year>\d{{4}}))?(?!\w)",
        rf"(?P<month>{_MONTH})\s+(?:de\s+)?(?P<year>\d{{4}})(?!\w)",
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
        "a.a.": "ao ano",
        "a.m.": "ao mês",
        "srs.": "senhores",
        "sras.": "senhoras",
        "prof.": "professor",
        "profa.": "professora",
        "eng.": "engenheiro",
        "pág.": "página",
        "págs.": "páginas",
        "art.": "artigo",
        "arts.": "artigos",
        "cap.": "capítulo",
        "p.ex.": "por exemplo",
        "ex.": "exemplo",
        "obs.": "observação",
        "cel.": "celular",
        "ref.": "referência",
        "n.º": "número",
        "núm.": "número",
        "cia.": "companhia",
        "ltda.": "limitada",
        "depto.": "departamento",
        "est.": "estrada",
        "cj.": "conjunto",
        "qd.": "quadra",
        "s/n": "sem número",
        "máx.": "máximo",
        "mín.": "mínimo",
        "venc.": "vencimento",
        "sto.": "santo",
        "sta.": "santa",
        "ag.": "agência",
        "c/c": "conta corrente",
        "p/": "para",
        "c/": "com",
        "s/": "sem",
        "pç.": "praça",
        "lgo.": "largo",
        "ed.": "edifício",
        "compl.": "complemento",
        "vs.": "versus",
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
    pers = {"h": "por hora"}
    repeated = ("vez", "vezes", True)
    scale_signs = {
        "mi": ("milhão", "milhões"),
        "M": ("milhão", "milhões"),
        "bi": ("bilhão", "bilhões"),
        "k": ("mil", "mil"),
        "K": ("mil", "mil"),
    }
    announces = (
        r"\b(?:(?:com )?final|terminad[ao] em|termina em|código(?: postal| de [^\W\d_]+)?|senha|cep|conta|cartão|confirmação|"
        r"referência|pedido|protocolo|apólice|voo|contrato|nota fiscal|cpf|cnpj|agência|ag\.|rastreio|matrícula|boleto|sinistro|"
        r"reserva|ref\.)(?: (?:é|o|número|n\.?[º°]|final|termina(?:do)? em|:))*"
    )
    calls = r"\b(?:lig[^\W\d_]*|telefone|tel\.|celular|cel\.|disque|whatsapp)(?: (?:para|no|pelo|é))?(?: o)?(?: número)?"
    flights = ("voo",)
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

    def half_of(self, noun: str, before: str) -> str | None:
        return {"f": "meia", "m": "meio"}.get(gender("pt", noun))

    def fraction(self, digits: str) -> str:
        return self.in_pairs(digits)

    def own(self, forms: Forms) -> None:
        @forms.form("code", r"\d{3}\.\d{3}\.\d{3}-\d\d(?!\w)", r"\d\d\.\d{3}\.\d{3}/\d{4}-\d\d(?!\w)", at=DIGITS, run=(2, 3), then=".")
        def _taxpayer(match: re.Match[str]) -> str:
            """CPF 123.456.789-09."""
            return self.spelled(match[0])

        # The days of the week are numbered: 2ª a 6ª, 3ª-feira.
        day = r"(?P<{}>[2-6])ª"

        @forms.form(
            "date", rf"{day.format('low')}\s(?P<to>[aàe])\s{day.format('high')}(?:[- ]?feira)?(?!\w)", at=DIGITS, run=(1, 1), then=LETTERS
        )
        def _from_to(match: re.Match[str]) -> str:
            return f"{self.weekdays[int(match['low']) - 2].removesuffix('-feira')} {match['to']} {self.weekdays[int(match['high']) - 2]}"

        @forms.form("date", rf"{day.format('low')}[- ]?feira(?!\w)", at=DIGITS, run=(1, 1), then=LETTERS)
        def _weekday(match: re.Match[str]) -> str:
            return self.weekdays[int(match["low"]) - 2]

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
