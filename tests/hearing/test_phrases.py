"""Phrases, consent and voicemail: what matches, and above all what must not."""

from __future__ import annotations

import pytest

from steering.core.hearing import hear
from steering.core.hearing.consent import agreement
from steering.core.hearing.phrases import PhraseTable, collisions, words
from steering.core.hearing.voicemail import is_voicemail

TABLE = PhraseTable(
    (phrase, phrase)
    for phrase in (
        "stop calling",
        "do not call",
        "lawyer",
        "agent",
        "a person",
        "say that again",
        "wrong number",
        "not here",
        "representative",
        "cancel",
    )
)


@pytest.mark.parametrize(
    ("said", "phrase"),
    [
        ("um can i get an agent please", "agent"),
        ("no thanks, wrong number", "wrong number"),
        ("no wrong number", "wrong number"),
        ("please don't call me again", "do not call"),
        ("i said no do not call me", "do not call"),
        ("he's not here", "not here"),
        ("i don't know agent", "agent"),
        ("i don't want to talk to you i want an agent", "agent"),
        ("why can't i speak to a person", "a person"),
        ("you have stopped calling", "stop calling"),
        ("repersentative", "representative"),
        ("say um that again", "say that again"),
        ("I don't want an agent", None),
        ("do not transfer me to an agent", None),
        ("i don't think i need a lawyer", None),
        ("an agent is not necessary", None),
        ("no cancel it", "cancel"),
        ("no i want to cancel", "cancel"),
        ("never mind, cancel it", "cancel"),
        ("don't stop calling", None),
        ("never stop calling me", None),
        ("no need to cancel", None),
        ("no cancel or anything, it is fine", None),
        ("no lawyer at all", None),
        ("no, lawyer at all costs", "lawyer"),
        ("no lawyer", "lawyer"),
        ("no i don't need to cancel", None),
        ("i have no reason to cancel", None),
        ("nothing to cancel", None),
        ("my prison term", None),
        ("the urgent thing", None),
        ("", None),
    ],
)
def test_a_phrase_is_heard_unless_it_is_denied(said: str, phrase: str | None) -> None:
    match = TABLE.match(said)

    assert (match and match.value) == phrase


@pytest.mark.parametrize(
    ("said", "phrase"),
    [
        ("the power's out", "power is out"),
        ("The power’s out.", "power is out"),
        ("my name's Maria", "my name is"),
        ("the power is out", "power is out"),
        ("the power went out", "power"),
        ("the power's bill", "power"),
        ("my mother's power", "power"),
        ("the power's not out", "power"),
        ("I don't think the power's out", None),
        ("the card's out", None),
        ("it's open", None),
    ],
)
def test_is_after_a_noun_is_heard_in_its_short_form(said: str, phrase: str | None) -> None:
    table = PhraseTable((one, one) for one in ("power", "power is out", "my name is", "is it open"))
    match = table.match(said)

    assert (match and match.value) == phrase


def test_the_longest_phrase_wins_and_ties_go_to_the_earlier_one() -> None:
    table = PhraseTable([("agent", 1), ("cancel", 2), ("cancel my order", 3)])

    match = table.match("agent cancel my order")
    tie = table.match("cancel agent")
    assert match is not None
    assert (match.value, match.words) == (3, 3)
    assert tie is not None
    assert tie.value == 1


def test_collisions_name_a_sentence_that_both_match() -> None:
    assert ("cancel order", "order status", "cancel order status") in collisions([("cancel order", 1), ("order status", 2)])
    assert collisions([("agent", 1), ("lawyer", 2)]) == []


def test_words_are_folded() -> None:
    assert words("  Don’t—STOP, “Müller”! ") == ("don't", "stop", "muller")


AGREED = (
    "yes", "Yes.", "yeah", "yep", "um yes please", "yes sir", "yes yes",
    "I authorise", "yes, I authorize", "i agree", "yes thank you",
)  # fmt: skip
REFUSED = ("no", "nope", "no thanks", "absolutely not", "i do not authorise", "i don't agree", "not now", "never", "no i do not")
DOUBTS = (
    "if", "i guess", "maybe", "but", "unless you call my wife", "as long as it is free", "what is that",
    "not yes", "no wait", "kind of", "sort of",
    "for now", "tomorrow", "when i get paid", "how much",
    "i suppose", "probably", "do i have to", "you said", "he said", "only if", "or no",
    "hold on", "i think", "later",
    "whatever", "i did not hear", "who is this", "not really", "should i", "perhaps", "in a way",
)  # fmt: skip
HEDGED = tuple(said for doubt in DOUBTS for said in (f"yes {doubt}", f"{doubt} yes", f"i agree {doubt}", f"{doubt} i authorise"))
UNSURE = (
    "okay",
    "sure",
    "uh-huh",
    "yes?",
    "“yes”",
    "do i say yes",
    "i agreed",
    "not i agree",
    "you want me to say yes",
    "right",
    "fine",
    "",
)


@pytest.mark.parametrize("said", AGREED)
def test_the_closed_list_agrees(said: str) -> None:
    assert agreement(said, ("yes", "i authorise", "i agree")) == "yes"


@pytest.mark.parametrize("said", REFUSED)
def test_a_refusal_is_a_no(said: str) -> None:
    assert agreement(said, ("yes", "i authorise", "i agree")) == "no"


@pytest.mark.parametrize("said", [*HEDGED, *UNSURE])
def test_nothing_else_is_agreement(said: str) -> None:
    assert agreement(said, ("yes", "i authorise", "i agree")) != "yes"


@pytest.mark.parametrize(
    ("said", "machine"),
    [
        ("hi you've reached john please leave a message after the tone", True),
        ("john is not available", True),
        ("at the beep record your message", True),
        ("i can't take your call right now", True),
        ("yes this is john", False),
        ("no he is at work", False),
    ],
)
def test_a_machine_is_known_by_its_words(said: str, machine: bool) -> None:
    assert is_voicemail(said) is machine


@pytest.mark.parametrize(
    ("language", "phrase", "said"),
    [
        ("de", "ein mensch", "ich möchte mit einem Menschen sprechen"),
        ("de", "rechnung", "es geht um meine rechnungen"),
        ("ru", "оператор", "соедините с оператором"),
        ("es", "factura pendiente", "tengo unas facturas pendientes"),
        ("fr", "rendez-vous annulé", "les rendez-vous annulés"),
        ("pt", "segunda via", "segundas vias"),
    ],
)
def test_an_inflected_phrase_is_heard_outside_english(language: str, phrase: str, said: str) -> None:
    assert PhraseTable([(phrase, 1)], language).match(said)


@pytest.mark.parametrize(
    ("language", "said", "wanted"),
    [
        ("en", "I agree", "yes"),
        ("en", "yes I do", "yes"),
        ("en", "no I do not want to be recorded", "no"),
        ("en", "I do not agree", "no"),
        ("en", "no I agree", "unsure"),
        ("en", "I agree, but", "unsure"),
        ("en", "I agree to disagree", "unsure"),
        ("en", "", None),
        ("es", "sí acepto", "yes"),
        ("es", "no acepto", "no"),
        ("pt", "não concordo", "no"),
        ("de", "ich stimme nicht zu", "no"),
        ("fr", "je n'accepte pas", "no"),
        ("ru", "не согласен", "no"),
        ("ja", "同意しません", "no"),
        ("ar", "لا أوافق", "no"),
    ],
)
def test_agreement_without_a_list_is_a_plain_yes_or_i_agree(language: str, said: str, wanted: str | None) -> None:
    assert hear("consent", said, language=language) == wanted


@pytest.mark.parametrize(
    ("said", "machine"),
    [
        ("Maria isn't available, can I take a message", False),
        ("she is not available can I take a message for her", False),
        ("he is not available may I ask who is calling", False),
        ("Maria is not available, leave a message after the tone", True),
        ("we are not available to take your call, please leave a message and I will get back to you", True),
        ("the person you are calling is not available, please try again later", True),
    ],
)
def test_who_offers_to_take_a_message_is_no_machine(said: str, machine: bool) -> None:
    assert is_voicemail(said) == machine


@pytest.mark.parametrize(
    ("language", "phrase", "said"),
    [
        ("en", "pay my bill", "i want to pay a bill"),
        ("en", "pay my bill", "paying that bill"),
        ("en", "pay a bill", "can i pay the bills"),
        ("en", "the power is out", "hi my power is out"),
        ("en", "the power is out", "our power's out"),
        ("es", "pagar mi factura", "quiero pagar la factura"),
        ("fr", "payer ma facture", "je veux payer une facture"),
        ("de", "meine rechnung bezahlen", "ich will die rechnung bezahlen"),
        ("it", "pagare la bolletta", "vorrei pagare una bolletta"),
        ("pt", "pagar minha conta", "quero pagar a conta"),
    ],
)
def test_articles_and_possessives_inside_a_phrase_are_alike(language: str, phrase: str, said: str) -> None:
    found = PhraseTable([(phrase, "pay")], language).match(said)

    assert found is not None
    assert found.phrase == phrase


@pytest.mark.parametrize("said", ["pay bill", "i don't want to pay the bill", "pay my", "pay no bill", "pay another bill"])
def test_no_other_word_stands_for_an_article(said: str) -> None:
    assert PhraseTable([("pay my bill", "pay")]).match(said) is None


@pytest.mark.parametrize(("phrase", "said"), [("call her", "call my bank"), ("my bill", "the bill"), ("i want that", "i want a dog")])
def test_at_the_end_and_before_one_word_it_is_itself(phrase: str, said: str) -> None:
    assert PhraseTable([(phrase, "")]).match(said) is None


def test_phrases_that_differ_by_just_that_stay_two() -> None:
    table = PhraseTable([("pay my bill", "own"), ("pay his bill", "other"), ("see my bill", "see"), ("see the bill", "see")])

    assert [one and one.value for one in map(table.match, ("pay my bill", "pay his bill", "pay the bill", "see a bill"))] == [
        "own",
        "other",
        None,
        "see",
    ]
