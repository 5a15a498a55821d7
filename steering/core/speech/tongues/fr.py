"""French."""

from __future__ import annotations

import re

from steering.core.speech import integers
from steering.core.speech.tongues.nouns import gender, is_name
from steering.core.speech.tongues.tongue import Currency, Tongue

_MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")


class French(Tongue):
    tag = "fr"
    digit_names = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
    months = _MONTHS
    weekdays = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
    currencies = {
        "EUR": Currency("euro", "euros", "centime", "centimes"),
        "USD": Currency("dollar", "dollars", "cent", "cents"),
        "GBP": Currency("livre", "livres", "penny", "pence", feminine=True),
        "CHF": Currency("franc suisse", "francs suisses", "centime", "centimes"),
        "JPY": Currency("yen", "yens"),
    }
    money_words = {"euros": "EUR", "euro": "EUR", "dollars": "USD", "dollar": "USD", "livres": "GBP", "livre": "GBP"}
    point, comma, minus, plus, percent, at, dot, to = "point", "virgule", "moins", "plus", "pour cent", "arobase", "point", "à"
    symbols = {
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
        rf"(?P<day>\d{{1,2}})(?:er)?\s+(?P<month>{'|'.join(_MONTHS)})(?:\s+(?P<year>\d{{4}}))?(?!\w)",
        rf"(?P<month>{'|'.join(_MONTHS)})\s+(?P<year>\d{{4}})(?!\w)",
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
    announces = (
        r"(?:se terminant par|qui finit par|finissant par|code(?: postal| d'accès| de [^\W\d_]+)?|compte|carte|"
        r"confirmation|référence|commande|dossier|contrat|vol)(?: (?:est|numéro|n°|le|:))*"
    )
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
        return self.cardinal(int(digits)) if len(digits) < 3 and digits[0] != "0" else self.digits(digits)

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
