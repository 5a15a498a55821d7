"""French."""

from __future__ import annotations

import re

from steering.core.speech import integers
from steering.core.speech.forms import DIGITS, NO_DIGIT, Forms
from steering.core.speech.tongues.calendar import month_names
from steering.core.speech.tongues.nouns import gender, is_name
from steering.core.speech.tongues.tongue import Currency, Region, Tongue

_MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")
_CALL = re.compile(r"\b(?:r?appel|compos|faites)[^\W\d_-]*(?:-nous)? (?:au|le) $", re.IGNORECASE)
_SHORT = "janv,jan févr,fév mars avr mai juin juil août sept oct nov déc"
_MONTH = month_names(_MONTHS, _SHORT)


class French(Tongue):
    tag = "fr"
    digit_names = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
    months, short_months = _MONTHS, _SHORT
    short_weekdays = "lun mar mer jeu ven sam dim"
    # "de 12 h à 14 h"
    clock_before, clock_after = r"\b(?:à|dès|vers|avant|après|jusqu'à|entre|et)", r"\s?(?:à|-)\s?\d"
    hour_name = "heures"
    regions = {"CA": Region("CAD")}
    weekdays = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
    currencies = {
        "EUR": Currency("euro", "euros", "centime", "centimes"),
        "USD": Currency("dollar", "dollars", "cent", "cents"),
        "CAD": Currency("dollar", "dollars", "cent", "cents"),
        "GBP": Currency("livre", "livres", "penny", "pence", feminine=True),
        "CHF": Currency("franc suisse", "francs suisses", "centime", "centimes"),
        "JPY": Currency("yen", "yens"),
    }
    money_words = {"euros": "EUR", "euro": "EUR", "dollars": "USD", "dollar": "USD", "livres": "GBP", "livre": "GBP"}
    point, comma, minus, plus, percent, at, dot, to = "point", "virgule", "moins", "plus", "pour cent", "arobase", "point", "à"
    by = "fois"
    symbols = {
        "±": "plus ou moins",
        "&": "et",
        "+": "plus",
        "=": "égale",
        "@": "arobase",
        "%": "pour cent",
        "/": "barre oblique",
        "-": "tiret",
        "_": "tiret bas",
        "°": "degrés",
        "€": "euros",
        "$": "dollars",
    }
    group_mark = " "
    ordinals = r"(?P<number>\d{1,3})\s?(?P<ending>ers?|[èe]?res?|i?[èe]mes?|nde?|e)(?!\w)"
    dates = (
        rf"(?P<day>\d{{1,2}})(?:er)?\s+(?P<month>{_MONTH})(?:\s+(?P<year>\d{{4}}))?(?!\w)",
        rf"(?P<month>{_MONTH})\s+(?P<year>\d{{4}})(?!\w)",
    )
    times = (*Tongue.times, r"(?P<hour>[01]?\d|2[0-4])\s?h(?:eures?)?(?:\s?(?P<minute>[0-5]\d))?(?!\w)")
    abbreviations = {
        "m.": "monsieur",
        "mme": "madame",
        "mlle": "mademoiselle",
        "mm.": "messieurs",
        "dr": "docteur",
        "dr.": "docteur",
        "n°": "numéro",
        "tél.": "téléphone",
        "etc.": "et cetera",
        "av.": "avenue",
        "bld": "boulevard",
        "bvd": "boulevard",
        "pl.": "place",
        "rte": "route",
        "imp.": "impasse",
        "fbg": "faubourg",
        "bât.": "bâtiment",
        "apt.": "appartement",
        "bd": "boulevard",
        "env.": "environ",
        "dre": "docteure",
        "mmes": "mesdames",
        "mlles": "mesdemoiselles",
        "prof.": "professeur",
        "réf.": "référence",
        "art.": "article",
        "p.ex.": "par exemple",
        "ex.": "exemple",
        "c.-à-d.": "c'est-à-dire",
        "sté": "société",
        "cie": "compagnie",
        "éts": "établissements",
        "dép.": "département",
        "ét.": "étage",
        "esc.": "escalier",
        "rés.": "résidence",
        "chem.": "chemin",
        "all.": "allée",
        "sq.": "square",
        "boul.": "boulevard",
        "max.": "maximum",
        "svp": "s'il vous plaît",
        "rdv": "rendez-vous",
        "tel.": "téléphone",
        "port.": "portable",
        "p.": "page",
        "pp.": "pages",
        "chap.": "chapitre",
        "fact.": "facture",
        "vs.": "contre",
        "dept.": "département",
    }
    on = r"\b(?:le|du|au|dès le|jusqu'au|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    halves = {(1, 2): "un demi", (1, 3): "un tiers", (2, 3): "deux tiers"}
    parts = {
        4: ("quart", "quarts"),
        5: ("cinquième", "cinquièmes"),
        6: ("sixième", "sixièmes"),
        7: ("septième", "septièmes"),
        8: ("huitième", "huitièmes"),
        9: ("neuvième", "neuvièmes"),
        10: ("dixième", "dixièmes"),
    }
    half_after = ("et demi", "et demie")
    over, and_half = "sur", " et "
    scales, of = r"millions?|milliards?|mille", " de "
    keys = {"#": "dièse", "*": "étoile"}
    per = "par"
    pers = {"h": "de l'heure", "heure": "de l'heure"}
    repeated = ("fois", "fois", True)
    scale_signs = {"M": ("million", "millions"), "Md": ("milliard", "milliards"), "k": ("mille", "mille"), "K": ("mille", "mille")}
    announces = (
        r"\b(?:se terminant par|qui (?:se termine|finit) par|finissant par|code(?: postal| d'accès| de [^\W\d_]+)?|compte|carte|"
        r"confirmation|référence|réf\.|commande|dossier|contrat|vol|sinistre|facture|fact\.|colis|suivi|adhérent|police|devis|"
        r"réservation)(?: (?:est|numéro|n°|le|:))*"
    )
    calls = r"\b(?:appel[^\W\d_]*|compos[^\W\d_]*|contact[^\W\d_]*|téléphone|tél\.|portable)(?:-nous)?(?: (?:au|le))?(?: numéro)?"
    flights = ("vol",)
    and_parts = " et "

    def cardinal(self, number: int, *, feminine: bool = False) -> str:
        words = integers.cardinal(number, "fr")
        return re.sub(r"\bun$", "une", words) if feminine else words

    def before_noun(self, number: int, *, feminine: bool = False) -> str:
        words = self.cardinal(number, feminine=feminine)
        return words + " de" if re.search(r"milli(?:on|ard)s?$", words) else words

    def units(self, number: int, one: str, many: str, *, feminine: bool) -> str:
        # French is singular below two, and elides: zéro euro, un million d'euros.
        words = f"{self.before_noun(number, feminine=feminine)} {one if number < 2 else many}"
        return re.sub(r" de (?=[aeiouy])", " d'", words)

    def singular(self, whole: str) -> bool:
        return whole in ("0", "1")

    def scaled(self, number: str, scale: str, noun: str) -> str:
        return re.sub(r" de (?=[aeiouy])", " d'", super().scaled(number, scale, noun))

    def half_of(self, noun: str, before: str) -> str | None:
        return {"f": "une demi", "m": "un demi"}.get(gender("fr", noun))

    def abbreviation(self, written: str, before: str) -> str:
        words = super().abbreviation(written, before)
        many = re.search(r"\b(?:les|des|aux|ces|vos|nos)\s$", before, re.IGNORECASE)
        return f"{words}s" if many and not words.endswith(("s", "x")) else words

    def own(self, forms: Forms) -> None:
        @forms.form("time", r"24\s?h\s?(?:/|sur)\s?24", r"7\s?j\s?(?:/|sur)\s?7", at=DIGITS, run=(1, 2), then="hj ")
        def _always(match: re.Match[str]) -> str:
            return "vingt-quatre heures sur vingt-quatre" if match[0][0] == "2" else "sept jours sur sept"

        @forms.form("telephone", r"[13]\d{3}(?![\w/-]|[.,: ]\d)", at=DIGITS, run=(4, 4), spaced=NO_DIGIT)
        def _short_number(match: re.Match[str]) -> str | None:
            """Le trente-six trente-neuf."""
            if not _CALL.search(match.string, max(0, match.start() - 24), match.start()):
                return None
            return " ".join(map(self.phone_group, (match[0][:2], match[0][2:])))

    def agreeing(self, number: int, noun: str, before: str) -> str | None:
        if number % 10 != 1 or gender("fr", noun) != "f" or is_name(before):
            return None
        return self.cardinal(number, feminine=True)

    def ordinal_as_written(self, match: re.Match[str]) -> str:
        number, ending = int(match["number"]), match["ending"].lower()
        if number == 1:
            return "première" if "r" in ending and not ending.startswith("er") else "premier"
        return {"nd": "second", "nde": "seconde"}.get(ending) or self.ordinal(number)

    def fraction(self, digits: str) -> str:
        return self.in_pairs(digits)

    def day(self, number: int, before: str) -> str:
        return "premier" if number == 1 else self.cardinal(number)

    def clock(self, hour: int, minute: int, half: str) -> str:
        hour = hour % 12 + 12 if half == "p" else hour % 24
        if minute == 0 and hour in (0, 12):
            return "midi" if hour else "minuit"
        words = f"{self.cardinal(hour, feminine=True)} {'heure' if hour < 2 else 'heures'}"
        return f"{words} {self.cardinal(minute, feminine=True)}" if minute else words

    def moment(self, day: str, clock: str) -> str:
        return f"{day} à {clock}"

    def phone_group(self, group: str) -> str:
        # The French read pairs: zéro un, vingt-trois.
        return self.cardinal(int(group)) if len(group) == 2 and group[0] != "0" else self.digits(group)

    def phone(self, number: str) -> str:
        if re.fullmatch(r"0\d{9}", number):
            number = " ".join(re.findall(r"\d\d", number))
        return super().phone(number)


VOICE = French()
