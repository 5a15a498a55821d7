import pytest

from steering.web.tails import clean, is_silence, without_tails


@pytest.mark.parametrize(
    ("sent", "words", "context"),
    [
        ("Rato. {very slightly excited, very slightly amused}", "Rato.", ""),
        ("I'd like a table. {slightly interested, very slightly calm, moderately sad}", "I'd like a table.", ""),
        ("Yes {calm}", "Yes", ""),
        ("Yes {Very Slightly Calm}", "Yes", ""),
        ("Yes {extremely surprise (positive)}", "Yes", ""),
        ("Yes {somewhat flustered}", "Yes", ""),
        ("Yes {Context: the caller is a member}", "Yes", "the caller is a member"),
        ("Yes {calm} {Context: be brief}", "Yes", "be brief"),
        ("Yes {Context: be brief} {calm}", "Yes", "be brief"),
        ('Yes {Context: {"plan": {"name": "gold"}}} {slightly calm}', "Yes", '{"plan": {"name": "gold"}}'),
        ("{slightly calm}", "", ""),
        ("Yes", "Yes", ""),
    ],
)
def test_what_the_platform_appended_is_taken_off(sent: str, words: str, context: str) -> None:
    assert without_tails(sent) == (words, context)


@pytest.mark.parametrize(
    "sent",
    [
        "my code is {alpha}",
        "my code is {}",
        "{calm} is what I wrote",
        "use {a, b, c}",
        "}}}}",
        "an open { brace",
        "unbalanced {Context: here",
        "{very interested in this} {x}",
    ],
)
def test_the_callers_own_braces_survive(sent: str) -> None:
    assert without_tails(sent) == (sent, "")


def test_only_the_appended_braces_go() -> None:
    assert without_tails("my code is {alpha} {slightly calm}") == ("my code is {alpha}", "")


def test_a_megabyte_of_braces_is_quick() -> None:
    words, _ = without_tails("{calm}" * 300_000)

    assert len(words) > 1_000_000


@pytest.mark.parametrize("words", ["", "  ", "…", "...", " . . . ", "[user silent]", "\u00a0"])
def test_nothing_said_is_silence(words: str) -> None:
    assert is_silence(words)


@pytest.mark.parametrize("words", ["no.", "0", "[user]", "silence"])
def test_something_said_is_no_silence(words: str) -> None:
    assert not is_silence(words)


def test_control_characters_become_spaces() -> None:
    assert clean("ye\x00s\x1b[31m\nplease") == "ye s [31m please"
