"""The registry of spoken forms, and the one pass over a text that uses it.

A form is a pattern and a small function from its match to words; what stands around the match is the
context (`match.string`). A function that answers None leaves the place to the next form. Forms are
tried in the order they were registered, and only where they can begin: at one of their characters
(`at`), or at one of their head words (`heads`, lower case). `GLUED` is a word that runs into a digit
or a symbol, `ANY` every other place. Many forms say more of where they can begin (`then`, `run`,
`spaced`, `glue`, `behind`): that only saves time, and a test speaks without it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from string import ascii_letters

Speaker = Callable[[re.Match[str]], str | None]
# Words, and how many characters they stand for.
_Taken = tuple[str, int] | None
# What was found at a place, by what stands around it.
Known = dict[str, _Taken]
# How a form is tried: where it matches, what it says.
_Try = tuple[Callable[[str, int], re.Match[str] | None], Speaker]
_UNSEEN = ("", 0)

DIGITS = "0123456789"
_MANY = 16
# No form looks further than this from where it begins, in a text that anybody writes.
_AROUND = 128
GLUED = "a"
# For `then`: any letter; those beyond ASCII are looked up as one.
_FOREIGN = "é"
# For `spaced`: anything but a digit; the same behind more digits than a group has, where spaces divide the groups.
NO_DIGIT = "^"
GROUPED = "^^"
LETTERS = ascii_letters + _FOREIGN
ANY = "\0"

# Letters of every script with the marks that belong to them, and the punctuation that a voice understands.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963\u200c\u200d\u3099\u309a"
)
PUNCTUATION = ".,?!;:'¿¡、。，？！؟،؛।・"
_SPEAKABLE = rf"\w\s{PUNCTUATION}{MARKS}-"

# Where something may begin: a word (and whether it runs into a digit or symbol), a number, a symbol, or a
# sign or point that belongs to the number after it.
_START = re.compile(
    r"(?<![^\W_])(?:([^\W\d_]+)(?:(?=[\d@&/_+#*]|[.:'’–-][^\W_]|:(?://|\\)|\(e?s\))())?|\d)"
    rf"|(?<=[^\W\d_A-Za-z])\d|[^{_SPEAKABLE}]|_|(?<![^\W_])[-.](?=[.$€£¥₹₩₽]?\d)|(?<=[はがもで約])-(?=\d)"
    r"|-(?=(?:US|R)\$\s?\d|-?>)|'(?=\d)|(?<=\d)-(?=\d)|\.(?=\.\.\s?\d{4}(?!\d))"
)
_NO_LETTERS = re.compile(rf"[^{_SPEAKABLE}]|[\d_]")
# The words of what is letters only, as `_START` finds them there.
_WORD = re.compile(r"(?<![^\W_])([^\W\d_]+)(?:(?=[.:'-][^\W_])())?")
# What may be spoken otherwise though it is letters only: capitals (an abbreviation, a roman numeral, a direction),
# a point inside a word, and "no." before more words.
_CAPITALS = re.compile(
    r"\b([A-Z]{2,})\b(?!\.\w|')"
    r"|[A-Z.](?:(?<=[A-Z])[A-Z]|(?<=[A-Z])\.(?=\w)|(?<=\.)[a-z]|(?<=\s[VXCL])(?!\w|\s[A-Z]\b)"
    r"|(?<=[a-z]\sI)(?=[.,;:?!]|$)|(?<=(?:age|ype|ass|ase)\sI)(?=\s[a-z]))"
    r"|\b([NSEW])\.|\bno\.(?=\s[a-z])"
)
_PLAIN_WORD = re.compile(r"[^\W\d_]+")
_DIGIT_RUN = re.compile(r"\d+")
_PAUSES = re.compile(r",(?: ?,)+|, ?(?=[.?!;:](?:\s|$))")
_SPACE_BEFORE = re.compile(r"[ \t]+(?=[,.;:?!](?![\w.]))")
# The hyphen of a list, where its line begins.
_BULLETS = re.compile(r"^[ \t]*-[ \t]+", re.MULTILINE)
_SPACES = re.compile(r"[ \t]{2,}")


@dataclass(frozen=True, slots=True)
class Form:
    kind: str
    pattern: re.Pattern[str]
    speak: Speaker
    then: str
    run: tuple[int, int]
    spaced: str
    glue: str
    behind: str

    def may_begin(self, length: int, follows: str, after: str) -> bool:
        """Whether it can begin with a run of *length* digits that *follows* and *after* stand behind."""
        if not self.run[0] <= length <= self.run[1] or (self.then and (not follows or follows not in self.then)):
            return False
        if not self.spaced or follows != " ":
            return True
        if self.spaced in (NO_DIGIT, GROUPED):
            return after not in DIGITS or (self.spaced == GROUPED and length < 4)
        return after != "" and after in self.spaced

    @property
    def tried(self) -> _Try:
        return self.pattern.match, self.speak

    def may_run_into(self, follows: str) -> bool:
        return not self.glue or follows in self.glue

    def may_follow(self, follows: str) -> bool:
        """Whether it can begin with a head word that *follows* stands behind."""
        return not self.behind or (follows != "" and follows in self.behind)


class Forms:
    """The forms of one language; *spaced* tells whether it puts spaces between words."""

    def __init__(self, *, spaced: bool = True) -> None:
        self._spaced = spaced
        self.kinds: dict[str, str] = {}
        self._at: dict[str, list[Form]] = defaultdict(list)
        self._heads: dict[str, list[Form]] = defaultdict(list)
        self._headed: dict[tuple[str, str], tuple[_Try, ...]] = {}
        self._words: set[str] = set()
        # Letters only that are spoken otherwise, beyond single words.
        self.abbreviated: re.Pattern[str] | None = None
        self._symbols: dict[str, tuple[_Try, ...]] = {}
        self._followed: dict[tuple[int, str, str], tuple[_Try, ...]] = {}

    def form(
        self,
        kind: str,
        *patterns: str,
        at: str = "",
        then: str = "",
        run: tuple[int, int] = (1, _MANY),
        spaced: str = "",
        glue: str = "",
        behind: str = "",
        heads: Iterable[str] = (),
        words: Iterable[str] = (),
        flags: int = 0,
    ) -> Callable[[Speaker], Speaker]:
        """Register the decorated function as a spoken form of *kind*, by the first of *patterns* that matches.

        When it begins with digits, *run* is how many there may be (at least, at most), *then* holds the characters of
        which one must follow them, and *spaced* those of which one must follow that when it is a space. *glue* holds
        those of which one must follow the letters of a word that runs on, and *behind* those of which one must follow
        a head word. Where one is empty, anything may follow.
        *words* are heads that need no digit, symbol or capitals to be spoken otherwise ("approx").
        """

        def register(speak: Speaker) -> Speaker:
            new = [Form(kind, re.compile(pattern, flags), speak, then, run, spaced, glue, behind) for pattern in patterns]
            self.kinds[kind] = speak.__module__
            self._words.update(words)
            for character in at:
                self._at[character].extend(new)
            for head in (*heads, *words):
                self._heads[head].extend(new)
            return speak

        return register

    def abbreviate(self, pattern: str) -> None:
        """Let *pattern* too be letters only that are spoken otherwise, in either case."""
        known = f"{self.abbreviated.pattern}|" if self.abbreviated else ""
        self.abbreviated = re.compile(known + pattern, re.IGNORECASE)

    def nothing_to_do(self, text: str) -> bool:
        """Whether *text* is surely spoken as it stands: the cheap test before the pass."""
        if not only_letters(text):
            return False
        text = _once(text)
        for found in _CAPITALS.finditer(text):
            if found[1] is None or found[1].lower() in self._heads:
                return False
        if self.abbreviated is not None and self.abbreviated.search(text):
            return False
        return self._words.isdisjoint(_PLAIN_WORD.findall(text.lower()))

    def spoken(self, text: str, known: Known | None = None) -> str:
        """*text* with every place that a form takes in its spoken form, in one pass from left to right.

        *known* is what earlier passes found.
        """
        out: list[str] = []
        done = 0
        # What repeats itself for long is looked at once, so that no text takes much longer than a script.
        if len(text) <= 4 * _AROUND:
            known = None
        elif known is None:
            known = {}
        plain = only_letters(text)
        abbreviated = {found.start() for found in self.abbreviated.finditer(text)} if plain and self.abbreviated else ()
        for found in (_WORD if plain else _START).finditer(text):
            start = found.start()
            if start < done:
                continue
            word, runs_on = found.groups()
            if word is not None and runs_on is None:
                head = word.lower()
                if head not in self._heads:
                    continue
                # As in `nothing_to_do`: other words need a digit or symbol beside them to be spoken otherwise.
                if plain and not (head in self._words or word.isupper() or start in abbreviated):
                    continue
            tries = self._tries(text, start, word, runs_on is not None)
            if not tries:
                continue
            if known is None or start < _AROUND:
                taken = self._taken(text, start, tries)
            else:
                around = text[start - _AROUND : start + _AROUND]
                taken = known.get(around, _UNSEEN)
                if taken is _UNSEEN:
                    taken = self._taken(text, start, tries)
                    if taken is None or taken[1] < _AROUND:
                        known[around] = taken
            if taken is not None:
                out += text[done:start], taken[0]
                done = start + taken[1]
        out.append(text[done:])
        return _tidy("".join(out))

    def _tries(self, text: str, start: int, word: str | None, runs_on: bool) -> tuple[_Try, ...]:
        """The forms that may begin at *start*, with *word* or with a digit or symbol."""
        if word is None:
            return self._at_symbol(text, start)
        end = start + len(word)
        key = word.lower(), text[end : end + 1]
        found = self._headed.get(key)
        if found is None:
            found = self._headed_by(key)
        return (*found, *self._glued(key[1])) if runs_on else found

    def _taken(self, text: str, start: int, tries: tuple[_Try, ...]) -> _Taken:
        """The words of the first of *tries* that takes its place, with the spaces they need, and how many characters it takes."""
        for matches, speak in tries:
            if (match := matches(text, start)) and (words := speak(match)) is not None:
                end = match.end()
                return (_joined(words, text, start, end) if self._spaced else words), end - start
        return None

    def _at_symbol(self, text: str, start: int) -> tuple[_Try, ...]:
        first = text[start]
        if first not in DIGITS:
            return self._symbols.get(first) or self._symbol(first)
        # Most forms of a number cannot follow from what stands behind its first digits, and need not be tried.
        end = _DIGIT_RUN.match(text, start).end()  # type: ignore[union-attr]
        follows = text[end : end + 1]
        key = (end - start, follows, text[end + 1 : end + 2] if follows == " " else "")
        found = self._followed.get(key)
        return self._followed_by(key) if found is None else found

    def _symbol(self, first: str) -> tuple[_Try, ...]:
        found = tuple(form.tried for form in (*self._at.get(first, ()), *self._at[ANY]))
        if first in self._at:
            self._symbols[first] = found
        return found

    def _followed_by(self, key: tuple[int, str, str]) -> tuple[_Try, ...]:
        if len(self._followed) > 4000:
            self._followed.clear()
        length, follows, after = key
        forms = (*self._at["0"], *self._at[ANY])
        beginning = (form for form in forms if form.may_begin(min(length, _MANY), _plain(follows), _plain(after)))
        self._followed[key] = found = tuple(form.tried for form in beginning)
        return found

    def _headed_by(self, key: tuple[str, str]) -> tuple[_Try, ...]:
        """The forms that a word can have by the character behind it."""
        head, follows = key
        found = tuple(form.tried for form in self._heads.get(head, ()) if form.may_follow(_plain(follows)))
        # A word of nobody's list runs on, and is one of very many.
        if head in self._heads:
            if len(self._headed) > 4000:
                self._headed.clear()
            self._headed[key] = found
        return found

    def _glued(self, follows: str) -> tuple[_Try, ...]:
        """The forms that a word can have by the character that it runs into."""
        key = 0, follows, ""
        if key not in self._followed:
            self._followed[key] = tuple(form.tried for form in self._at[GLUED] if form.may_run_into(_plain(follows)))
        return self._followed[key]


def only_letters(text: str) -> bool:
    """Whether *text* holds nothing but what a voice understands: letters, spaces and pauses."""
    return _NO_LETTERS.search(text) is None


def _once(text: str) -> str:
    """*text*, or where it is long and repeats itself what it holds: every four words that follow each other, and its end."""
    if len(text) < 4 * _AROUND:
        return text
    words = text.split(" ")
    fours = dict.fromkeys(zip(words, words[1:], words[2:], words[3:], strict=False))
    if len(fours) * 8 > len(words):
        return text
    # No part of a word: "no" is an abbreviation, "nano" is not.
    return "\n".join([*map(" ".join, fours), text[text.rfind(" ", 0, -_AROUND) + 1 :]])


def _plain(character: str) -> str:
    return _FOREIGN if character.isalpha() and not character.isascii() else character


def _joined(words: str, text: str, start: int, end: int) -> str:
    """*words* with the spaces it needs to stand between its neighbours."""
    before = " " if start and (text[start - 1].isalnum() or text[start - 1] in ".,;:?!") else ""
    after = " " if end < len(text) and text[end].isalnum() else ""
    return before + words + after


def _tidy(text: str) -> str:
    """Repair what dropped symbols leave behind: doubled pauses and spaces."""
    # Spaces first: the other patterns would look along a long run of them again and again.
    text = _SPACES.sub(" ", text)
    text = _BULLETS.sub("", text)
    text = _PAUSES.sub(lambda m: "," if m[0].count(",") > 1 else "", text)
    return _SPACES.sub(" ", _SPACE_BEFORE.sub("", text)).strip(" ,")
