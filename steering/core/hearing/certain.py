"""Whether an answer that proves something is told as the caller's own: no guess, no question, nobody else's."""

from __future__ import annotations

from functools import cache

from steering.core.hearing.folding import listen
from steering.core.hearing.trie import Trie
from steering.core.hearing.yes_no import asks
from steering.core.languages import language as language_of
from steering.core.languages import listed

# Words of doubt and words of somebody else's. "let me see" and "they are 4512" tell one's own.
_DOUBTS = {
    "en": """
        maybe | perhaps | probably | possibly | presumably | might | may be | i guess | guess | guessing | i think | i believe
        i suppose | i assume | not sure | unsure | not certain | not positive | do not know | do not remember | can not remember
        do not recall | no idea | no clue | could be | would it be | should be
        i hope | try | something like | kind of | let us say
        is it | is that | is this | was it | could it | how about | what about | what if | is not it | am i right
        he | she | his | her | hers | him | their | theirs | your | yours | someone | somebody | anyone | nobody | whoever
        husband | wife | spouse | mother | mom | mum | father | dad
        son | daughter | brother | sister | roommate | friend | partner
        boyfriend | girlfriend | boss | neighbor | neighbour | uncle | aunt | cousin | grandmother | grandfather | kid | they told
        told me | used to be | made up | pretend | random | but not | not my | not mine | not the
        """,
    "es": """
        quiza | quizas | tal vez | a lo mejor | puede ser | podria ser | creo | supongo | no se | no estoy segur@ | no recuerdo
        no me acuerdo | ni idea | acaso | sera | de mi espos@ | de mi marido
        de mi mujer | de mi madre | de mi mama | de mi padre | de mi papa
        de mi hij@ | de mi herman@ | mi espos@ | mi marido | mi mujer | de ella
        de el | su numero | el suyo | me dijo | me han dicho | pero no
        """,
    "fr": """
        peut etre | je crois | je pense | je suppose | je ne sais pas
        je sais pas | pas sur | pas sure | aucune idee | je ne me souviens pas
        mon mari | ma femme | ma mere | mon pere | mon fils | ma fille
        mon frere | ma soeur | son numero | le sien | mais pas | pas mon
        """,
    "de": """
        vielleicht | ich glaube | glaube ich | ich denke | vermutlich
        wahrscheinlich | eventuell | weiss nicht | nicht sicher | keine ahnung
        konnte sein | mein mann | meine frau | meines mannes | meiner frau
        von meinem mann | meine mutter | mein vater | mein sohn
        meine tochter | ihre nummer | seine nummer | aber nicht | nicht meine
        """,
    "it": """
        forse | magari | credo | penso | suppongo | non so
        non lo so | non ricordo | non sono sicur@ | nessuna idea | potrebbe essere
        mio marito | mia moglie | mia madre | mio padre | mio figlio
        mia figlia | mio fratello | mia sorella | suo numero | ma non
        """,
    "pt": """
        talvez | acho | creio | suponho | nao sei | nao lembro | nao me lembro | nao tenho certeza | nem ideia | pode ser
        meu marido | minha esposa | minha mulher | minha mae | meu pai | meu filho
        minha filha | meu irmao | minha irma | dele | dela | mas nao
        """,
    "ru": """
        может быть | наверное | наверно | возможно | кажется | думаю
        не знаю | не помню | не уверен | не уверена | понятия не имею
        мужа | жены | мамы | матери | отца | папы | сына | дочери | брата | сестры | ее номер | его номер | но не
        """,
    "ja": """
        たぶん | 多分 | おそらく | かも | と思います | わかりません | 分かりません | 覚えていません
        主人の | 夫の | 妻の | 母の | 父の | 息子の | 娘の
        """,
    "ko": """
        아마 | 아마도 | 글쎄 | 모르겠 | 몰라 | 것 같아요 | 기억이 안
        남편 | 아내 | 어머니 | 아버지 | 아들 | 딸
        """,
    "hi": """
        शायद | मुझे लगता है | पता नहीं | नहीं पता | मालूम नहीं | याद नहीं | मेरे पति
        मेरी पत्नी | मेरी माँ | मेरे पिता | मेरे बेटे | मेरी बेटी | लेकिन नहीं
        """,
    "ar": """
        ربما | يمكن | اعتقد | أعتقد | أظن | اظن | لا اعرف | لا أعرف | لست متأكدا
        لا اتذكر | لا أتذكر | زوجي | زوجتي | امي | أمي | ابي | أبي | لكن ليس
        """,
}


_NO_DOUBTS = {"en": "that is it | that is that"}
"""Phrases that hold words of the others and tell no doubt."""


def certain(text: str, language: str) -> bool:
    """Whether *text* tells a value as known and as the caller's: not "maybe 4512", "is it 4512", "my husband's is 4512"."""
    if text.rstrip().endswith(("?", "？", "؟")) or asks(text, language):
        return False
    heard = listen(text, language).words
    doubts = _doubts(language.partition("-")[0])
    at = 0
    while at < len(heard):
        hit = doubts.longest(heard, at)
        if hit and hit.value:
            return False
        at = hit.end if hit else at + 1
    return True


@cache
def _doubts(language: str) -> Trie[bool]:
    """The phrases of doubt (True), and those that hold one and tell none (False)."""
    phrases = (*listed(_DOUBTS[language]), *language_of(language).relatives)
    both = ((phrase.replace("@", ending), True) for phrase in phrases for ending in ("o", "a"))
    none = ((phrase, False) for phrase in listed(_NO_DOUBTS.get(language, "")))
    return Trie((listen(phrase, language).words, doubt) for phrase, doubt in (*both, *none))
