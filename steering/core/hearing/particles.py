"""Words that carry no meaning of their own: what two questions share beside them tells that they ask for the same."""

from __future__ import annotations

from functools import cache

from steering.core.hearing.folding import listen, words

_PARTICLES = {
    "en": """
        a an the this that these those it its i me my we us our you your yours he him his she her hers they them their there here
        am is are was were be been being do does did have has had can could will would shall should may must
        and or but if so of to in on at by for from with about as not no yes oh ok okay just
        who whom whose what which where when why how
        i'm you're he's she's it's we're they're that's there's what's who's where's how's when's don't doesn't isn't aren't
        """,
    "es": """
        un una el la los las lo le les me te se mi tu su mis tus sus yo usted ustedes ella ellos nosotros esto esta este ese esa eso
        es son soy eres esta estan estoy era fue ser estar hay ha he tiene tengo puede puedo y o pero si no de del a al en con por para
        que quien quienes cual cuales donde cuando como
        """,
    "fr": """
        un une le la les l du des de d je j tu il elle on nous vous ils elles me te se mon ma mes ton ta votre vos son sa ses ce c ca cette
        cet est es suis etes sont etait etre a ai as avez ont peut peux et ou mais si ne n pas non oui en au aux avec pour par sur y
        que qu qui quoi quel quelle quels quelles quand comment
        """,
    "de": """
        ein eine einen einem einer der die das den dem des ich du er sie es wir ihr mich dich mir dir mein meine dein ihre ihren ihnen
        dies diese dieser dieses ist sind bin bist war sein haben hat habe kann konnen und oder aber wenn nicht nein ja
        von zu zum zur in im an am auf mit fur bei wer wen wem was welche welcher welches wo wann warum wie da denn
        """,
    "it": """
        un uno una il lo la i gli le l di del della a al alla in con per su da io tu lui lei noi voi loro mi ti si mio mia tuo tua suo sua
        questo questa quello quella e sono sei siamo siete era essere ha ho hai avete puo posso o ma se non no che chi cosa quale quali
        dove quando come
        """,
    "pt": """
        um uma o a os as de do da dos das em no na com por para eu tu ele ela nos voce voces eles elas me te se meu minha seu sua
        isto isso este esta esse essa e sao sou era ser estar esta estou tem tenho pode posso ou mas se nao sim
        que quem qual quais onde quando como
        """,
    "ru": """
        я ты он она оно мы вы они меня тебя вас нас мне вам мой моя мои ваш ваша ваше ваши это эта этот эти то так и или но а не нет да
        в на с по у к от до для о из бы ли же есть был была быть кто что какой какая какие где когда почему как
        """,
    "ja": "は が を に の と も で へ か な だ よ ね こ れ そ あ ど い う し す ま て た",
    "ko": "이 그 저 나는 저는 제가 당신은 이것은 그것은 는 은 가 를 을 의 입니다 이에요 예요 누구 누가 무엇 뭐 어디 언제 어떻게 왜",
    "hi": "मैं हम तुम आप वह यह ये वे मेरा मेरी मेरे आपका आपकी आपके का की के को से में पर और या लेकिन है हैं हूँ था थी नहीं हाँ कौन क्या कहाँ कब कैसे क्यों",
    "ar": "انا انت انتم هو هي نحن هم هذا هذه ذلك تلك في من على الى عن مع و او لا نعم ما ماذا هل اين متى كيف لماذا",
}
_ASKING = frozenset({"who", "what", "which", "where", "when", "why", "how", "is", "are", "do", "does", "can", "could"})


@cache
def particles(language: str) -> frozenset[str]:
    """The words of *language*, folded, that carry no meaning of their own: "who", "is", "this"."""
    return frozenset(words(_PARTICLES[language.partition("-")[0]], language))


def introduces(text: str, language: str) -> bool:
    """Whether *text* in English only says who speaks: "this is Maria calling", not "this is Maria, when do you open"."""
    if language.partition("-")[0] != "en":
        return False
    said = listen(text, language).words
    places = [at for at in range(len(said)) if said[at : at + 2] == ("this", "is")]
    return bool(places) and _ASKING.isdisjoint((*said[: places[0]], *said[places[0] + 2 :]))
