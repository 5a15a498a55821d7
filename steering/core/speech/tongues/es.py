"""Spanish."""

from __future__ import annotations

import re

from steering.core.speech import integers
from steering.core.speech.tongues.calendar import month_names
from steering.core.speech.tongues.nouns import gender, is_name
from steering.core.speech.tongues.tongue import Currency, Region, Tongue

_FEMININE = ((r"uno\b", "una"), (r"cientos\b", "cientas"), (r"quinientos\b", "quinientas"))
_MONTHS = ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre")
_SHORT = "ene feb mar abr may jun jul ago sep,sept,set oct nov dic"
_MONTH = month_names(_MONTHS, _SHORT)
_PESO = Currency("peso", "pesos", "centavo", "centavos")


class Spanish(Tongue):
    tag = "es"
    digit_names = ("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve")
    months, short_months = _MONTHS, _SHORT
    short_weekdays = "lun mar mié,mie jue vie sáb,sab dom"
    # Where a point stands before decimals, a comma divides the thousands.
    regions = {
        "MX": Region("MXN", ".", twelve_hours=True),
        "CO": Region("COP", twelve_hours=True),
        "CL": Region("CLP"),
        "AR": Region("ARS"),
        "UY": Region("UYU"),
        "DO": Region("DOP", ".", twelve_hours=True),
        **dict.fromkeys(("US", "PR", "SV", "PA", "PE", "GT", "HN", "NI"), Region(decimal_mark=".", twelve_hours=True)),
    }
    weekdays = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
    currencies = {
        "USD": Currency("dólar", "dólares", "centavo", "centavos"),
        "EUR": Currency("euro", "euros", "céntimo", "céntimos"),
        "GBP": Currency("libra", "libras", "penique", "peniques", feminine=True),
        **dict.fromkeys(("MXN", "COP", "CLP", "ARS", "UYU", "DOP"), _PESO),
        "PEN": Currency("sol", "soles", "céntimo", "céntimos"),
        "CHF": Currency("franco suizo", "francos suizos", "céntimo", "céntimos"),
        "JPY": Currency("yen", "yenes"),
    }
    money_words = {
        "euros": "EUR",
        "euro": "EUR",
        "dólares": "USD",
        "dólar": "USD",
        "pesos": "MXN",
        "peso": "MXN",
        "libras": "GBP",
        "libra": "GBP",
    }
    point, comma, minus, plus, percent, at, dot, to = "punto", "coma", "menos", "más", "por ciento", "arroba", "punto", "a"
    by = "por"
    symbols = {
        "±": "más o menos",
        "&": "y",
        "+": "más",
        "=": "igual a",
        "@": "arroba",
        "%": "por ciento",
        "/": "barra",
        "-": "guion",
        "_": "guion bajo",
        "°": "grados",
        "€": "euros",
        "$": "dólares",
    }
    ordinals = r"(?P<number>\d{1,3})\.?(?P<ending>er|[ºª°]|os?|as?)(?![\w])"
    dates = (
        rf"(?P<day>\d{{1,2}})[ºo.]?\s+(?:de\s+)?(?P<month>{_MONTH}|setiembre)(?:\s+(?:del?\s+)?(?P<year>\d{{4}}))?(?!\w)",
        rf"(?P<month>{_MONTH})\s+(?:del?\s+)?(?P<year>\d{{4}})(?!\w)",
    )
    abbreviations = {
        "sr.": "señor",
        "sra.": "señora",
        "srta.": "señorita",
        "dr.": "doctor",
        "dra.": "doctora",
        "d.": "don",
        "ud.": "usted",
        "uds.": "ustedes",
        "avda.": "avenida",
        "av.": "avenida",
        "plza.": "plaza",
        "urb.": "urbanización",
        "apdo.": "apartado",
        "izq.": "izquierda",
        "dcha.": "derecha",
        "c/": "calle",
        "núm.": "número",
        "n.º": "número",
        "nº": "número",
        "n°": "número",
        "pza.": "plaza",
        "ctra.": "carretera",
        "tel.": "teléfono",
        "etc.": "etcétera",
        "aprox.": "aproximadamente",
        "sres.": "señores",
        "sras.": "señoras",
        "prof.": "profesor",
        "profa.": "profesora",
        "lic.": "licenciado",
        "licda.": "licenciada",
        "ing.": "ingeniero",
        "arq.": "arquitecto",
        "dña.": "doña",
        "vd.": "usted",
        "vds.": "ustedes",
        "pág.": "página",
        "págs.": "páginas",
        "art.": "artículo",
        "arts.": "artículos",
        "cap.": "capítulo",
        "p.ej.": "por ejemplo",
        "tfno.": "teléfono",
        "tlf.": "teléfono",
        "teléf.": "teléfono",
        "cel.": "celular",
        "ext.": "extensión",
        "depto.": "departamento",
        "dpto.": "departamento",
        "apto.": "apartamento",
        "col.": "colonia",
        "blvd.": "bulevar",
        "esq.": "esquina",
        "edif.": "edificio",
        "s/n": "sin número",
        "c.p.": "código postal",
        "máx.": "máximo",
        "mín.": "mínimo",
        "dto.": "descuento",
        "fra.": "factura",
        "ref.": "referencia",
        "nro.": "número",
        "vs.": "contra",
        "cta.": "cuenta",
        "gral.": "general",
        "sto.": "santo",
        "sta.": "santa",
        "gta.": "glorieta",
        "pº": "paseo",
        "atte.": "atentamente",
        "cía.": "compañía",
        "venc.": "vencimiento",
        "vto.": "vencimiento",
        "cad.": "caducidad",
    }
    numbered = {"no.": "número"}
    on = r"\b(?:el|del|al|desde el|hasta el|día|lunes|martes|miércoles|jueves|viernes|sábado|domingo),?"
    halves = {(1, 2): "medio", (1, 3): "un tercio", (2, 3): "dos tercios"}
    parts = {
        4: ("cuarto", "cuartos"),
        5: ("quinto", "quintos"),
        6: ("sexto", "sextos"),
        7: ("séptimo", "séptimos"),
        8: ("octavo", "octavos"),
        9: ("noveno", "novenos"),
        10: ("décimo", "décimos"),
    }
    half_after = ("y medio", "y media")
    over, and_half = "sobre", " y "
    scales, of = r"millones|millón|mil millones|mil", " de "
    keys = {"#": "almohadilla", "*": "asterisco"}
    per = "por"
    pers = {
        "mes": "al mes",
        "día": "al día",
        "dia": "al día",
        "año": "al año",
        "semana": "a la semana",
        "trimestre": "al trimestre",
    }
    repeated = ("vez", "veces", True)
    scale_signs = {"M": ("millón", "millones"), "MM": ("millón", "millones"), "k": ("mil", "mil"), "K": ("mil", "mil")}
    announces = (
        r"\b(?:terminad[ao]s? (?:en|con)|terminan? en|acabad[ao]s? en|código(?: postal| de [^\W\d_]+)?|clave|pin|cuenta|tarjeta|"
        r"confirmación|referencia|pedido|póliza|vuelo|expediente|siniestro|contrato|factura|folio|guía|rastreo|caso|reserva|localizador|cédula|dni|curp|"
        r"recibo|trámite|c\.?p\.|ref\.|cta\.)(?: (?:es|el|número|n\.?[º°]|núm\.|nro\.|no\.|con|:))*"
    )
    calls = (
        r"\b(?:llam[^\W\d_]*|marque|comuníquese|teléfono|tel\.|celular|whatsapp)"
        r"(?: (?:nos|es|gratis|ahora|sin costo))*(?: (?:al|a|por))?(?: el)?(?: número)?"
    )
    flights = ("vuelo",)
    postal = r",\s*\d+"
    and_parts = " con "

    def cardinal(self, number: int, *, feminine: bool = False) -> str:
        words = integers.cardinal(number, "es")
        # num2words says "veintiuno mil" and "uno millones".
        words = re.sub(r"veintiuno(?= mil)", "veintiún", words)
        words = re.sub(r"\buno(?= mil)", "un", words)
        for masculine, other in _FEMININE if feminine else ():
            words = re.sub(masculine, other, words)
        return words

    def before_noun(self, number: int, *, feminine: bool = False) -> str:
        words = self.cardinal(number, feminine=feminine)
        if not feminine:
            words = re.sub(r"veintiuno$", "veintiún", re.sub(r"\buno$", "un", words))
        # "un millón de dólares"
        return words + " de" if re.search(r"mill(?:ón|ones)$", words) else words

    def agreeing(self, number: int, noun: str, before: str) -> str | None:
        sort = gender("es", noun)
        if not sort or is_name(before) or (number % 10 != 1 and not (sort == "f" and number > 199)):
            return None
        return self.before_noun(number, feminine=sort == "f")

    def half_of(self, noun: str, before: str) -> str | None:
        return {"f": "media", "m": "medio"}.get(gender("es", noun))

    def fraction(self, digits: str) -> str:
        return self.in_pairs(digits)

    def ordinal_as_written(self, match: re.Match[str]) -> str:
        words = self.ordinal(int(match["number"]))
        ending = match["ending"].lower()
        if ending == "er":
            return re.sub(r"(primer|tercer)o$", r"\1", words)
        return re.sub(r"o\b", "a", words) if ending[0] in "aª" else words

    def day(self, number: int, before: str) -> str:
        return "primero" if number == 1 else self.cardinal(number)

    def date_words(self, day: int | None, month: int, year: int | None, before: str = "") -> str:
        return " de ".join(filter(None, (self.day(day, before) if day else "", self.months[month - 1], self.year(year) if year else "")))

    def clock(self, hour: int, minute: int, half: str) -> str:
        shown = hour % 12 or 12 if half or hour < 13 else hour
        words = self.cardinal(shown, feminine=True)
        if minute:
            words += f" y {self.cardinal(minute)}"
        elif shown > 12:
            words += " horas"
        if half or hour == 0:
            words += self._part_of_day(hour % 12 + (12 if half == "p" else 0), minute)
        return words

    def _part_of_day(self, hour: int, minute: int) -> str:
        if 0 < hour < 12:
            return " de la mañana"
        if hour == 12 and not minute:
            return " del mediodía"
        return " de la tarde" if 0 < hour < 20 else " de la noche"

    def moment(self, day: str, clock: str) -> str:
        return f"{day} a {'la' if clock.startswith('una') else 'las'} {clock}"


VOICE = Spanish()
