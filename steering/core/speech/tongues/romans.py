"""Roman numerals of rulers, centuries and chapters in the languages of western Europe: Luis XIV, le XXe siècle, Kapitel IV."""

from __future__ import annotations

import re

from steering.core.speech.forms import Forms
from steering.core.speech.tongues.tongue import Tongue

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMANS = {"X" * (number // 10) + _ONES[number % 10]: number for number in range(1, 40)}
_CENTURY = r"(?:siglos?|secol[oi]|séculos?|siècles?)"
# Cut short before their number: en el s. XXI.
_CENTURIES = {"es": ("s", "siglo"), "it": ("sec", "secolo"), "pt": ("séc", "século")}
_CHAPTER = (
    r"(?:capítulo|capitolo|chapitre|kapitel|tomo|tome|título|titolo|titre|parte|partie|fase|phase|stufe|volumen?|anexo|annexe|artículo)"
)
_RULERS = (
    r"(?-i:Luis|Felipe|Carlos|Alfonso|Fernando|Juan|Pablo|Enrique|Jorge|Pío|Benedicto|León|Louis|François|Henri|Charles|Jean|Paul|Pie|Benoît|Léon|"
    r"Napoléon|Ludwig|Friedrich|Wilhelm|Heinrich|Karl|Johannes|Franz|Otto|Benedikt|Leo|Pius|Luigi|Carlo|Enrico|Umberto|Vittorio|Emanuele|Giovanni|"
    r"Paolo|Pio|Benedetto|Leone|Federico|Luís|Pedro|João|Paulo|José|Henrique|Bento|Leão|George|William)"
)
_QUEENS = r"(?-i:Isabel|Catalina|María|Élisabeth|Elisabeth|Elizabeth|Catherine|Katharina|Elisabetta|Caterina|Maria|Isabella|Victoria)"
_BEFORE = re.compile(
    rf"(?:\b(?P<century>{_CENTURY})|\b(?P<chapter>{_CHAPTER})|\b(?P<king>{_RULERS})|\b(?P<queen>{_QUEENS}))\s$", re.IGNORECASE
)
# A single letter before a family name, or with its dot before a question mark or comma: Luis V. García, María I Ruiz.
_INITIAL = re.compile(r"\.?\s[^\W\d_a-zà-ÿ]|\.[?!,;]")
_NUMERAL = r"(?P<roman>[IVX]{1,7})"
# Languages that go on with counting words behind the tenth: Alfonso trece, but Alfonso décimo.
_COUNTING = frozenset({"es", "pt"})


def romans(forms: Forms, tongue: Tongue) -> None:
    tag = tongue.tag
    # Any numeral, whatever stands beside it: to look there costs more than to try.
    forms.abbreviate(r"\b(?-i:[IVX]{1,7}(?:er|re|e|ème)?)\b")
    ends = ("", "e", "ème", "er", "re") if tag == "fr" else ("",)
    heads = [roman.lower() + end for roman in ROMANS for end in ends]

    if cut := _CENTURIES.get(tag):
        short, century = cut
        forms.abbreviate(rf"\b{short}\.(?=\s(?-i:[IVX])+\b)")

        @forms.form("roman", rf"{short}\.(?=\s[IVX]+\b)", heads=(short,))
        def _cut_short(match: re.Match[str]) -> str:
            return century

    @forms.form("roman", rf"{_NUMERAL}(?:e|ème)?(?=\s{_CENTURY})", heads=heads)
    def _century(match: re.Match[str]) -> str | None:
        """Le XXe siècle, il XXI secolo."""
        number = ROMANS.get(match["roman"])
        return tongue.ordinal(number) if number and tag in ("fr", "it") else None

    @forms.form("roman", rf"{_NUMERAL}(?:er|re)?(?P<dot>{'[.]' if tag == 'de' else '(?!)'})?(?!\w|[.]\w)", heads=heads)
    def _behind(match: re.Match[str]) -> str | None:
        number = ROMANS.get(match["roman"])
        before = _BEFORE.search(match.string, max(0, match.start() - 16), match.start())
        if not number or not before:
            return None
        feminine = before["queen"] is not None
        if len(match["roman"]) == 1 and (feminine or before["king"]) and _INITIAL.match(match.string, match.end("roman")):
            return None
        if before["chapter"]:
            return tongue.cardinal(number) + (match["dot"] or "")
        if tag == "de":
            if before["century"] or not match["dot"]:
                return None
            stop = "." if match.end() == len(match.string) else ""
            return f"{'die' if feminine else 'der'} {tongue.ordinal(number).capitalize()}{stop}"
        if tag == "fr" and number > 1:
            return tongue.cardinal(number)
        if tag in _COUNTING and number > 10:
            return tongue.cardinal(number)
        words = tongue.ordinal(number)
        if not feminine:
            return words
        return "première" if tag == "fr" else re.sub(r"o\b", "a", words)
