"""What several turns together show to be private is hidden with the last of them; what only looks like it stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steering.core.masking import masked
from steering.core.pieces import after_cue, in_pieces, together

from .test_masking import CARDS

PIECES = ("four one one one", "one one one one", "one one one one", "one one one one")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (PIECES, ("…",) * 4),
        (
            ("my card number is 4111", "1111", "okay 1111", "and then 1111 thanks"),
            ("my card number is …", "…", "okay …", "and then … thanks"),
        ),
        (("4111 1111 1111", "1111"), ("…", "…")),
        (("it's 4111 1111", "hold on", "1111 1111 expires 12/27"), ("it's …", "hold on", "… expires …")),
        (("yes", *PIECES), ("yes", "…", "…", "…", "…")),
        (("it is room 4512", *PIECES), ("it is room 4512", "…", "…", "…", "…")),
        (("378282", "246310", "005"), ("…", "…", "…")),
        (("my card is 4539 1488 03", "43 6467"), ("my card is …", "…")),
        (("4012 8888 88", "88 1881"), ("…", "…")),
        (("four five three nine one four eight eight oh three", "four three six four six seven"), ("…", "…")),
        (
            ("my social is one two three", "four five", "m at gmail dot com", "six seven eight nine"),
            ("my social is …", "…", "m at gmail dot com", "…"),
        ),
        (("my social", "123", "45", "6789"), ("my social", "…", "…", "…")),
        (("cuatro uno uno uno", "uno uno uno uno uno uno", "uno uno uno uno uno uno"), ("…", "…", "…")),
    ],
)
def test_a_card_number_in_pieces_is_hidden_with_its_last_piece(said: tuple[str, ...], kept: tuple[str, ...]) -> None:
    assert in_pieces(said) == kept
    assert all(in_pieces(said[:end]) is None for end in range(1, len(said)))
    assert [masked(one) for one in said] == list(said)


@pytest.mark.parametrize(
    "said",
    [
        ("yes please", "no"),
        ("four one one one", "one one one one", "one one one one", "one one one two"),
        ("my order is 411111", "312 555 0100"),
        ("four one one one one one", "1111111111"),
        ("4111 1111", "my zip code is 1111 1111"),
        ("4111 1111 was on the letter that you sent me in March", "11111111"),
        ("4111 1111", "I do not know what you want from me at all", "1111 1111"),
        ("on 11/24/2026", "at 9:30", "for two"),
        ("it is 123", "45", "6789"),
        (),
    ],
)
def test_digits_of_several_turns_that_are_no_card_number_survive(said: tuple[str, ...]) -> None:
    assert in_pieces(said) is None


@given(st.lists(st.text(), max_size=4), st.sampled_from(CARDS), st.data())
def test_pieces_are_found_wherever_a_number_is_broken(before: list[str], card: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.sampled_from([3, 4, 5, 7, 8, 9]), min_size=1)))
    pieces = [card[start:end] for start, end in zip([0, *cuts], [*cuts, len(card)], strict=True)]

    hidden = in_pieces([*before, *pieces])

    assert hidden == (*before, *["…"] * len(pieces)) or any(len(one) in (10, 11) for one in pieces)


FAR = ("Maria Lopez", "my email is m at gmail dot com")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (("4111 1111 1111", *FAR, "and the rest is 1111"), ("…", *FAR, "and the rest is …")),
        (("my card is 4111 1111 1111", *FAR, "1111"), ("my card is …", *FAR, "…")),
        (("4111 1111 1111", "my zip is 60614", "and the last four are 1111"), ("…", "my zip is 60614", "and the last four are …")),
        (
            ("my card is 4111", "1111", "my phone is 312 555 0100", "then 1111", "1111"),
            ("my card is …", "…", "my phone is 312 555 0100", "then …", "…"),
        ),
        (("it's visa 4111 1111", "I do not know what you want from me at all", "1111 1111"), None),
        (("4111 1111 1111", "and then the last four digits on it are 1111"), ("…", "and then the last four digits on it are …")),
        (("four thousand one hundred eleven", "one one one one", "four ones", "last four one one one one"), None),
    ],
)
def test_pieces_far_apart_are_seen_where_one_tells_of_the_rest(said: tuple[str, ...], kept: tuple[str, ...] | None) -> None:
    found = in_pieces(said)

    assert found is not None
    assert kept is None or found == kept
    assert "1111" not in "".join(found)


@pytest.mark.parametrize(
    "said",
    [
        ("4111 1111 1111", *FAR, "1111"),
        ("order 4111 1111 1111", "and the rest is 1111"),
        ("41111111", "yes I would like to go to the moon please", "11111111"),
        ("ends in 4111 1111 1111", "tomorrow", "sure", "for 4 people at 11"),
        ("my card was declined", "4111 people at 11:11", "11:11 is fine"),
        ("the rest is 1111", "4111 1111 1111"),
        ("4111 1111 1111", *FAR, "call me for the rest at 312 555 0100"),
        ("the warranty expires 12/27", "at 9:30", "for two"),
        ("4111 1111 1111", "Maria", "and the last order was 1111"),
        ("room 4111", "floor 1111", "the last 1111", "11"),
        ("the last four digits of my card are 1111", "on 11/24/2026", "at 9:30"),
        ("my card ends in 4111", "I can pay 1111", "starting 11/11/2026", "111 dollars"),
    ],
)
def test_numbers_far_apart_that_are_no_card_number_survive(said: tuple[str, ...]) -> None:
    assert in_pieces(said) is None


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (("my date of birth is", "march fourth nineteen seventy one"), "…"),
        (("my date of birth", "03 04 1971"), "…"),
        (("my birthday is", "um the fourth of march"), "um the …"),
        (("I was born on", "3/4/71 and I live here"), "… and I live here"),
        (("the security code is", "seven three one"), "…"),
        (("the c v v is", "it's 123"), "it's …"),
        (("my social security number is", "hold on", "123 45 6789"), "…"),
        (("the last four of my social are", "6789"), "…"),
        (("my i t i n is", "912 70 1234"), "…"),
        (("it's visa … exp …", "and the code is 123"), "and the code is …"),
        (("it's visa …", "expires oh four twenty seven"), "expires …"),
        (("it's visa …", "04/27 is the expiration"), "… is the expiration"),
        (("my card is …", "and the number on the back is 1234"), "and the number on the back is …"),
    ],
)
def test_a_value_is_hidden_whose_word_came_in_the_turn_before(said: tuple[str, ...], kept: str) -> None:
    assert after_cue(said) == kept
    assert together(said) == (*said[:-1], kept)


@pytest.mark.parametrize(
    "said",
    [
        ("march fourth",),
        ("what is my date of birth", "march fourth"),
        ("do you have my date of birth", "march fourth at ten"),
        ("you have my date of birth", "march fourth"),
        ("is it my birthday?", "march fourth"),
        ("I was born ready", "march fourth"),
        ("my birthday", "I'd like an appointment on march fourth"),
        ("it was on my birthday that I moved", "march fourth"),
        ("my date of birth is", "I'd rather not say, can I come on march fourth"),
        ("my date of birth is", "no", "agent", "on march fourth"),
        ("I work in security", "room 442"),
        ("what's a security code", "four hundred dollars"),
        ("the security code is", "i don't know, 442 main street"),
        ("the security code is", "12 dollars"),
        ("is security tight", "442"),
        ("my social is private", "4512"),
        ("I know my social", "4512 main street"),
        ("my social life", "4512"),
        ("my social is", "call me at 312 555 0100"),
        ("my visa is …", "my zip code is 606"),
        ("my pin is …", "the code is 123"),
        ("my card is …", "the last code was for room 442"),
        ("my card is …", "the code is 60614"),
        ("the code is", "4512"),
        ("it's visa", "the code is 123"),
        ("…", "442"),
    ],
)
def test_a_value_survives_whose_turn_before_ends_with_no_such_word(said: tuple[str, ...]) -> None:
    assert after_cue(said) is None


@pytest.mark.parametrize(
    ("cue", "value"),
    [
        ("my date of birth is", "oh three oh four seventy one"),
        ("code on the back of my card is", "987"),
        ("the number on the back is", "um 987"),
        ("the code on my card is", "987"),
        ("my card code", "it's 987"),
    ],
)
def test_a_value_after_the_turn_of_its_word_is_hidden_however_it_is_said(cue: str, value: str) -> None:
    kept = after_cue((cue, value))

    assert kept is not None
    assert "…" in kept
    assert "987" not in kept
    assert "seventy" not in kept


@pytest.mark.parametrize(
    "texts", [("312 555 0142", "436467"), ("is the code on the back of my card needed?", "987"), ("it is on the back", "987")]
)
def test_a_telephone_number_and_what_tells_of_no_code_are_no_piece(texts: tuple[str, str]) -> None:
    assert together(texts) is None
