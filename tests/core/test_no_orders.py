"""What denies, asks about or only tells of an author's phrase orders nothing: the question is asked again."""

from __future__ import annotations

import pytest

from tests.core.caller import Caller

FLOW = """
flow: coming
language: {language}
anytime:
  {emergency}: emergency
  {agent}: desk
steps:
  coming:
    ask: Come?
    hear:
      yes: come
      no | {cancel}: cancelled
      {move}: moved
  come:
    end: A.
  cancelled:
    end: B.
  moved:
    end: C.
  emergency:
    end: D.
  desk:
    hand_to: desk
"""
WORDS = {
    "en": ("emergency | chest pain", "agent | a person", "cancel", "reschedule"),
    "es": ("emergencia", "agente | una persona", "cancelar", "cambiar"),
    "fr": ("urgence", "un conseiller", "annuler", "déplacer"),
    "de": ("Notfall", "ein Berater", "absagen | stornieren", "verschieben"),
    "it": ("emergenza", "un operatore", "annullare | cancellare", "spostare"),
    "pt": ("emergência", "um atendente", "cancelar", "remarcar"),
    "ru": ("экстренный случай", "оператор", "отменить", "перенести"),
    "ja": ("緊急", "オペレーター", "キャンセル", "変更"),
    "ko": ("응급", "상담원", "취소", "변경"),
    "hi": ("आपातकाल", "एजेंट", "रद्द", "बदलना"),
    "ar": ("طوارئ", "موظف", "إلغاء", "تغيير"),
}


def led(said: str, language: str = "en") -> str:
    """Where *said* leads from the first question: a step, or `?`."""
    emergency, agent, cancel, move = WORDS[language]
    call = Caller(FLOW.format(language=language, emergency=emergency, agent=agent, cancel=cancel, move=move))
    call.says(said)
    return call.session.step if call.session.ended else "?"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        *(("en", said) for said in ("don't cancel", "no don't cancel it", "please don't cancel it", "can you please not cancel")),
        *(("es", said) for said in ("no la cancele", "no cancele mi cita", "no me la cancele", "no, no cancele", "no vaya a cancelar")),
        *(
            ("es", said)
            for said in ("no cancelen", "no quiero que la cancelen", "por favor no la cancele", "no la cambien", "no lo cambie")
        ),
        *(("fr", said) for said in ("n'annulez pas", "ne l'annulez pas", "non, n'annulez pas", "annulez pas", "ne déplacez pas")),
        *(("fr", said) for said in ("s'il vous plaît n'annulez pas", "il ne faut pas annuler", "ne le déplacez pas")),
        *(
            ("it", said)
            for said in ("non annullate", "non la annulli", "no, non cancellate", "non lo cancelli", "per favore non annullate")
        ),
        *(("it", said) for said in ("non lo sposti", "non spostate", "non voglio annullare")),
        *(("pt", said) for said in ("não cancele", "não, não cancelem", "por favor não cancele", "não remarque", "não cancela")),
        *(("pt", said) for said in ("não quero que cancelem", "não é para cancelar")),
        *(
            ("de", said)
            for said in ("sagen Sie ihn nicht ab", "sagen Sie den Termin bitte nicht ab", "nicht absagen", "bitte nicht absagen")
        ),
        *(("de", said) for said in ("stornieren Sie ihn nicht", "stornieren Sie den Termin nicht", "verschieben Sie ihn bitte nicht")),
        *(("de", said) for said in ("nein, sagen Sie ihn nicht ab", "sag nicht ab", "ich will nicht absagen")),
        *(("ru", said) for said in ("не отменяйте", "нет, не отменяйте", "не надо отменять", "не переносите", "пожалуйста не отменяйте")),
        *(("ja", said) for said in ("キャンセルしないでください", "キャンセルしないで", "変更しないでください")),
        *(("ko", said) for said in ("취소하지 마세요", "취소하지 말아 주세요", "변경하지 마세요")),
        *(("hi", said) for said in ("रद्द मत करो", "रद्द मत कीजिए", "रद्द न करें")),
        *(("ar", said) for said in ("لا أريد إلغاء الموعد", "لا تلغي الموعد", "لا تلغوا الموعد", "لا تقم بإلغاء الموعد")),
    ],
)
def test_a_request_not_to_do_it_does_it_not(language: str, said: str) -> None:
    assert led(said, language) == "?"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        *(("en", said) for said in ("no emergency", "no it's not an emergency at all", "no chest pain", "there's no emergency")),
        *(("en", said) for said in ("no chest pain thanks", "no chest pain thank you", "not an emergency", "i have no chest pain")),
        *(("es", said) for said in ("no es una emergencia", "no es emergencia", "no hay ninguna emergencia", "esto no es una emergencia")),
        *(("fr", said) for said in ("ce n'est pas une urgence", "c'est pas une urgence", "il n'y a pas d'urgence", "pas d'urgence")),
        *(("it", said) for said in ("non è un'emergenza", "non è una emergenza", "non c'è nessuna emergenza")),
        *(("pt", said) for said in ("não é emergência", "não é uma emergência", "não há emergência")),
        *(("de", said) for said in ("kein Notfall", "das ist kein Notfall", "es ist kein Notfall")),
    ],
)
def test_a_denied_emergency_is_none(language: str, said: str) -> None:
    assert led(said, language) not in ("emergency", "moved", "desk")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "no es una emergencia"),
        ("fr", "ce n'est pas une urgence"),
        ("pt", "não é uma emergência"),
        ("it", "non è un'emergenza"),
    ],
)
def test_who_denies_an_emergency_has_not_said_no(language: str, said: str) -> None:
    assert led(said, language) == "?"


@pytest.mark.parametrize(
    ("language", "said", "step"),
    [
        *(("en", said, "cancelled") for said in ("cancel", "no cancel it", "please cancel it", "could you cancel it", "no")),
        *(("en", said, "cancelled") for said in ("i want to cancel", "i have to cancel", "is it okay if i cancel")),
        *(("en", said, "cancelled") for said in ("i was wondering if i could cancel", "i wanted to cancel", "i'd like to cancel if i can")),
        *(("en", said, "cancelled") for said in ("would you mind if i cancel", "i would appreciate it if you cancel it")),
        *(("en", said, "moved") for said in ("have it rescheduled please", "can you get it rescheduled", "i want it rescheduled")),
        *(("en", said, "moved") for said in ("can we reschedule", "could it be rescheduled", "i need to have this rescheduled")),
        *(("en", said, "moved") for said in ("is it possible to reschedule", "do you mind if we reschedule", "i was hoping to reschedule")),
        *(
            ("en", said, "emergency")
            for said in ("emergency", "it's an emergency", "no, emergency", "i have chest pain", "i had chest pain")
        ),
        *(("en", said, "emergency") for said in ("this is no joke it's an emergency", "if i have chest pain what do i do")),
        *(("es", said, "cancelled") for said in ("no, cancélela", "cancelar", "no, quiero cancelar", "quiero cancelar la cita", "no")),
        *(("es", said, "emergency") for said in ("es una emergencia", "no, es una emergencia")),
        *(("fr", said, "cancelled") for said in ("non", "annuler", "je voudrais annuler", "non, annulez", "non je veux annuler")),
        ("fr", "c'est une urgence", "emergency"),
        *(("it", said, "cancelled") for said in ("no", "annullare", "vorrei annullare", "no, annullate", "no vorrei annullare")),
        *(("pt", said, "cancelled") for said in ("não", "cancelar", "quero cancelar", "não, quero cancelar")),
        *(("pt", said, "emergency") for said in ("é uma emergência", "não, é uma emergência")),
        *(
            ("de", said, "cancelled")
            for said in ("nein", "absagen", "ich möchte absagen", "nein, ich muss absagen", "stornieren Sie ihn bitte")
        ),
        ("de", "das ist ein Notfall", "emergency"),
        *(("de", said, "moved") for said in ("ich möchte ihn verschieben", "ich müsste verschieben")),
        *(("de", said, "moved") for said in ("es wäre schön wenn ich verschieben könnte", "wenn ich ehrlich bin möchte ich verschieben")),
        *(("ru", said, "cancelled") for said in ("нет", "отменить")),
        *(("ar", said, "cancelled") for said in ("لا", "إلغاء الموعد")),
    ],
)
def test_an_order_stays_one(language: str, said: str, step: str) -> None:
    assert led(said, language) == step


@pytest.mark.parametrize(
    "said",
    [
        "i was going to cancel but i'll come",
        "did i cancel it already",
        "did i already cancel",
        "did you cancel my appointment",
        "if i cancel do i pay",
        "do i pay if i cancel",
        "what happens if i cancel",
        "i had to cancel last time",
        "my husband wants to cancel his",
        "yes unless you cancel",
        "was it cancelled",
        "has it been cancelled",
        "has my appointment been cancelled",
        "was it rescheduled",
        "why was it rescheduled",
        "was my appointment rescheduled",
        "did they reschedule it",
        "if we reschedule is there a fee",
        "i had to reschedule last time",
    ],
)
def test_a_past_a_question_a_condition_or_another_ones_is_no_order(said: str) -> None:
    assert led(said) == "?"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        *(("es", said) for said in ("iba a cancelar pero voy", "tuve que cancelar la última vez", "si tengo que cancelar pago algo")),
        *(("es", said) for said in ("qué pasa si quiero cancelar", "ya tuve que cambiar una vez")),
        *(("fr", said) for said in ("j'allais annuler mais je viens", "j'ai dû annuler la dernière fois", "si je dois annuler je paie")),
        *(("it", said) for said in ("stavo per annullare ma vengo", "ho dovuto annullare l'ultima volta", "se devo annullare pago")),
        *(("pt", said) for said in ("eu ia cancelar mas vou", "tive que cancelar da última vez", "se eu cancelar eu pago")),
        *(
            ("de", said)
            for said in ("letztes Mal musste ich absagen", "wenn ich absagen muss was kostet das", "falls ich verschieben muss")
        ),
    ],
)
def test_a_past_or_a_condition_is_no_order_in_any_language(language: str, said: str) -> None:
    assert led(said, language) in ("?", "come")


@pytest.mark.parametrize(
    "said",
    [
        "i spoke to an agent yesterday",
        "i already talked with an agent",
        "my insurance agent told me to call",
        "the last agent was rude",
        "are you an agent",
        "is this an agent",
        "am i speaking with an agent",
        "an agent called me yesterday",
        "i have spoken to a person already",
    ],
)
def test_who_only_speaks_of_an_agent_is_not_connected(said: str) -> None:
    assert led(said) == "?"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "hablé con un agente ayer"),
        ("es", "es usted un agente"),
        ("fr", "j'ai parlé à un conseiller hier"),
        ("fr", "êtes-vous un conseiller"),
        ("de", "sind Sie ein Berater"),
        ("it", "ho parlato con un operatore ieri"),
        ("it", "lei è un operatore"),
        ("pt", "falei com um atendente ontem"),
        ("pt", "você é um atendente"),
    ],
)
def test_who_only_speaks_of_an_agent_is_connected_in_no_language(language: str, said: str) -> None:
    assert led(said, language) == "?"


@pytest.mark.parametrize(
    "said",
    [
        "agent",
        "yes agent",
        "an agent now",
        "i spoke to an agent yesterday and i want an agent again",
        "can i speak to an agent",
        "the last agent was rude, give me another agent",
        "i said agent",
        "i need to talk to an agent",
        "just get me a goddamn agent",
        "is there an agent i can talk to",
    ],
)
def test_who_asks_for_an_agent_is_connected(said: str) -> None:
    assert led(said) == "desk"


@pytest.mark.parametrize(
    "said",
    [
        "i won't miss it",
        "i wouldn't miss it",
        "wouldn't miss it",
        "wouldn't miss it for the world",
        "nothing would stop me",
        "nothing can stop me",
        "nothing could keep me away",
        "i can't not come",
        "i wish i didn't",
        "i wish i wasn't",
        "no problem",
    ],
)
def test_a_no_to_the_opposite_is_no_no(said: str) -> None:
    assert led(said) in ("?", "come")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        *((language, "no problem") for language in ("es", "fr", "it", "pt", "de", "ru")),
        ("es", "no me lo perdería"),
        ("fr", "je ne manquerai pas ça"),
        ("it", "non me lo perderei"),
        ("pt", "não perderia por nada"),
        ("de", "das lasse ich mir nicht entgehen"),
    ],
)
def test_a_no_to_the_opposite_is_no_no_in_any_language(language: str, said: str) -> None:
    assert led(said, language) in ("?", "come")
