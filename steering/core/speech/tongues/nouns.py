"""Whether a noun is feminine, as far as its ending shows it: what a bare 1 before it depends on."""

from __future__ import annotations

import re

_FEMININE = {
    "es": re.compile(
        r"(?!(?:día|problema|programa|sistema|tema|idioma|mapa|plazo|planeta|clima|diagrama|poema|turista|dentista)s?$)"
        r"(?:.*(?:a|as|ción|ciones|sión|siones|dad|dades|tad|tades|tud|tudes|umbre|umbres)"
        r"|vez|veces|noches?|tardes?|clases?|partes?|llaves?|claves?|calles?|fases?|mano|manos|orden|órdenes|red|redes|mujer|mujeres|señal|señales|sucursal|sucursales|frases?|bases?|series?|imagen|imágenes)$"
    ),
    "fr": re.compile(
        r"(?:.*(?:tion|sion|xion|té|ée|ette|ance|ence|ure|elle|esse|ie|aine|ière|euse|rice|ade|ude|ise)s?"
        r"|(?:heure|minute|seconde|personne|foi|carte|adresse|question|page|chambre|nuit|place|valise|offre|demande|commande|ligne|touche|"
        r"étape|semaine|réponse|lettre|tablette|gélule|tasse|dose|visite|marque|taille|porte|pièce|date|fiche|liste|amende|dette)s?|fois)$"
    ),
    "it": re.compile(
        r"(?!(?:problema|programma|sistema|tema)$)(?:.*(?:a|ione|tà|tù|ice|udine)|notte|parte|chiave|fase|classe|mano|nave|rete)$"
    ),
    "pt": re.compile(
        r"(?!(?:dia|problema|programa|sistema|tema|idioma|mapa|planeta)s?$)"
        r"(?:.*(?:a|as|ção|ções|são|sões|dade|dades|agem|agens|tude|tudes)|vez|vezes|noites?|tardes?|partes?|chaves?|fases?|mãos?|redes?|ordem|ordens)$"
    ),
    "de": re.compile(
        r"(?!.*(?:kunde|name|junge|kollege|buchstabe|ende|interesse|auge|gebäude|gelände|geräte|tage|beamte)$)(?:.*(?:[b-df-hj-np-tv-zß]e|ung|heit|keit|schaft|ion|tät|ei|woche|stunde|minute|sekunde|nacht|karte|nummer|rate|zeile|seite|tablette|kapsel|frage|"
        r"nachricht|mahnung|person|tasse|adresse|gebühr|summe|option|antwort|stelle|reise|fahrt|flasche|packung|dosis|spritze|übernachtung|rolle))$",
        re.IGNORECASE,
    ),
}
_NEUTER = re.compile(
    r".*(?:jahr|jahrhundert|stockwerk|mahnschreiben|schreiben|semester|kind|paket|formular|konto|zimmer|ticket|gespräch|mal|dokument|produkt|gerät|angebot|gigabyte|megabyte|bett|fenster|buch|blatt|"
    r"rezept|medikament|auto|haus|foto|bild|glas|stück|ergebnis|quartal|viertel|drittel|chen)$",
    re.IGNORECASE,
)
# What is no noun though it stands behind a number: "pulse 1 para ventas".
_FUNCTION = {
    "es": (
        "para por de del al en y o u e a con sin si no que ni pero como más menos es era está están son ahora "
        "luego después hoy mañana cuando ya también entre hasta desde cada se su sus la las los el lo le les "
        "me te nos una uno un tiene será fue aquí ahí antes nuevamente solamente "
        "había habían hay hubo tenía tenían tuvo éramos era eran estaba estaban hacía llegaba quedaba quedan "
    ),
    "fr": (
        "pour de du des à au aux en et ou par avec sans si ne pas que qui mais comme plus moins est sont "
        "était maintenant puis après ce cette le la les un une dans sur vous nous il elle on se sera fut ici "
        "chaque à jusqu "
    ),
    "it": (
        "per di del della al alla in e o a con senza se non che ma come più meno è era sono poi dopo oggi "
        "quando già anche fra tra fino da dal ogni si la le lo il gli un una sarà qui prima "
        "aveva avevano avevamo erano eravamo stava restava "
    ),
    "pt": (
        "para por de do da ao à em e ou a com sem se não que nem mas como mais menos é era está são agora "
        "depois hoje amanhã quando já também entre até desde cada no na nos nas o os as um uma será foi aqui "
        "antes havia tinha tinham eram estava estavam fazia ficava "
    ),
}
_NOT_NOUNS = {tag: frozenset(words.split()) for tag, words in _FUNCTION.items()}
# What makes a number a name: "marque 1", "opción 1".
_NAMED = re.compile(
    r"\b(?:"
    r"pulse|marque|oprima|presione|toque|opción|línea|número|tecla|puerta|piso|planta|sala|paso|nivel|tipo|"
    r"grupo|terminal|capítulo|página|código|tapez|appuyez sur|faites|composez|touche|option|numéro|étape|"
    r"niveau|ligne|le|prema|premere|digiti|tasto|opzione|numero|interno|livello|passo|tecle|digite|disque|"
    r"aperte|pressione|opção|ramal|nível|etapa|Taste|Nummer|Option|Gate|Zimmer|Linie|Abschnitt|Punkt|"
    r"Kapitel|Seite|Stufe|Typ|die|нажмите|кнопк[ау]|номер|вариант|пункт|этап|шаг"
    r")\s+(?:la\s+|el\s+|o\s+|il\s+|le\s+)?$",
    re.IGNORECASE,
)


def is_name(before: str) -> bool:
    """Whether the number behind *before* names something and counts nothing."""
    return _NAMED.search(before) is not None


def gender(tag: str, noun: str) -> str:
    """`f`, `m` or (in German) `n` for a *noun*; nothing when the word is no noun."""
    if noun in _NOT_NOUNS.get(tag, ()) or (tag == "de" and not noun[0].isupper()):
        return ""
    if _FEMININE[tag].match(noun):
        return "f"
    return "n" if tag == "de" and _NEUTER.match(noun) else "m"
