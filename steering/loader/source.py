"""The raw lines of a flow file: the known ways in which YAML cuts a sentence, found first and mended in memory.

A `#`, a `: ` or a bracket in an unquoted sentence would be dropped or split by YAML without a word. Each
is reported with the line as it should be, and mended before the file is parsed, so that one of them does
not hide the other findings. Lines are never added or taken out: places stay true.
"""

from __future__ import annotations

import re
from itertools import islice

from steering.loader.codes import Place, Report
from steering.loader.meant import WORDING_IN_BRACES
from steering.loader.words import CHECK, FIELD, FILE, STEP, WORDING

_BREAKS = re.compile(r"\r\n|\n|\r")
_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<rest>.*)")
_KEY = re.compile(r"(?P<key>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\s\"'#][^\n]*?)\s*:(?:\s+|$)")
_BLOCK = re.compile(r"[|>](?:[+-]?\d?|\d[+-])\s*(?:#.*)?")
_NAMES_WORDING = re.compile(r"wording\.\w+\s+#.*")
_TARGET = re.compile(r"(?P<key>.+):\s+(?P<target>\(?[\w ]+\)?)\s*(?:\s#.*)?")
_WORD = re.compile(rf"\s*(?:{'|'.join(sorted({*FILE, *STEP, *WORDING, *CHECK, *FIELD}))}):(?:\s|$)")
# A line under a word of a step or of the file that has no ": " of its own.
_UNMARKED = re.compile(r"(?P<word>[a-z_]+)(?:(?P<colon>:?)[ \t]*(?P<value>[^\s:].*)|\s*)")
_LEADS = re.compile(r"(?P<phrases>[^:#\"']+?)(?P<sign> *(?:->|=>|→|⇒|=) *| *: ?)(?P<target>[a-z]\w*)\s*")
# Spaces that pages and word processors write, and that YAML takes for letters.
_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]")
# Line breaks to YAML alone, which pages and word processors write inside a line.
_ODD_BREAK = re.compile("[\u0085\u2028\u2029]")
# A long text that begins on the line of its mark, and not below it.
_BEGUN = re.compile(r"[|>](?:[+-]?\d?|\d[+-])[ \t]+(?=\S)")
# YAML looks no further for the ':' of a line.
_LONGEST_WORD = 1024
_HEAD = re.compile(r"(?P<lead>[\s\u200b]*)(?:(?P<word>[^\s:\"'#-][^:\"'#]*:)(?P<after>[\s\u200b]+))?")
_BRACES = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*\}\}")
_MARKS = "*&@%`!|>"
_OF_STEP = re.compile(rf"\s*(?:{'|'.join(sorted(STEP))}):(?:\s|$)")
_SPOKEN_WORDS = frozenset({"say", "ask", "consent", "confirm", "end"})
_LADDERS = ("if_silent", "if_unclear")
_RUNG = re.compile(r"(?P<word>say|ask|end|hand_to|run):\s+(?P<value>\S.*)")
_GOES_TO = re.compile(r"(?:go ?_?to|next|then|step|target):\s+(?P<step>\(?[\w ]+\)?)", re.IGNORECASE)
_COMMENT = "A spoken sentence may not have a comment on its line"

Path = tuple[str, ...]


def mended(file: str, text: str, report: Report) -> str:
    """*text* with its cut sentences quoted; each cut is reported."""
    return _Mender(file, text, report).whole()


def quoted(text: str) -> str:
    """*text* in the double quotes of YAML."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _spoken(path: Path) -> bool:
    """Whether the value at *path* is said to the caller."""
    match path:
        case ("steps", _, word):
            return word in _SPOKEN_WORDS
        case ("steps", _, "form", _, "ask") | ("wording", _, "text") | ("answers", _):
            return True
        case _:
            return path in (("if_back",), ("if_trouble",))


def _spoken_list(path: Path) -> bool:
    """Whether the lines of the list at *path* are said to the caller."""
    match path:
        case ("steps", _, word):
            return word == "say" or word in _LADDERS
        case (word,):
            return word in _LADDERS
    return False


def _heard(path: Path) -> bool:
    """Whether the words below *path* are what callers say."""
    match path:
        case ("anytime",) | ("steps", _, "hear"):
            return True
    return False


def _words_at(path: Path) -> frozenset[str]:
    """The words that may stand below *path*, of a file and of its steps."""
    match path:
        case ():
            return frozenset(FILE)
        case ("steps", _):
            return frozenset(STEP)
    return frozenset()


class _Mender:
    """Goes through the lines once, knowing below which words each stands."""

    def __init__(self, file: str, text: str, report: Report) -> None:
        self._file, self._report = file, report
        self._lines = _BREAKS.split(text)
        self._stripped = frozenset(line.strip() for line in self._lines)
        # The columns and words of the lines that this one is below, and whether a value stands behind the word.
        self._above: list[tuple[int, str, bool]] = []
        # The column of the steps that were seen, 0 before.
        self._steps_at = 0

    def whole(self) -> str:
        for at, line in enumerate(self._lines):
            for odd in _ODD_BREAK.finditer(line):
                why = (
                    f"Here stands a character that breaks the line (U+{ord(odd[0]):04X}, as copied text has it); type a space in its place"
                )
                self._report.add("yaml-syntax", self._place(at, odd.start()), why)
            self._lines[at] = _ODD_BREAK.sub(" ", line)
        at = 0
        while at < len(self._lines):
            at = self._mend(at)
        return "\n".join(self._lines)

    def _mend(self, at: int) -> int:
        """Looks at the line *at*, and gives the next to look at."""
        if not self._lines[at].strip():
            self._lines[at] = ""
            return at + 1
        line = self._plainly_spaced(at, self._without_tabs(at))
        shape = _LINE.fullmatch(line)
        assert shape is not None
        indent, column, rest = len(shape["indent"]), shape.start("rest"), shape["rest"]
        if not rest or rest.startswith("#"):
            return at + 1
        # A list may stand at the indentation of its own word.
        edge = indent + 1 if shape["dashes"] else column
        while self._above and self._above[-1][0] >= edge:
            self._above.pop()
        path = tuple(word for _, word, _ in self._above)
        if mended := self._misplaced(at, column, path, shape["dashes"], rest):
            self._lines[at] = mended
            return at
        if shape["dashes"] and _spoken_list(path) and (rung := _RUNG.fullmatch(rest.rstrip())):
            return self._rung(at, column, rung)
        if shape["dashes"] and path[-1:] and path[-1] in _LADDERS and (goes := _GOES_TO.fullmatch(rest.rstrip())):
            self._report.add(
                "wrong-shape", self._place(at, column), f"A line that goes to a step has the word go; write: - go: {goes['step']}"
            )
            self._lines[at] = line[:column] + f"go: {goes['step']}"
            return at
        if shape["dashes"] and _spoken_list(path) and not re.match(r"go:(\s|$)", rest):
            return self._sentence(at, column, indent)
        if _heard(path) and not shape["dashes"]:
            rest = self._phrase(at, column, rest)
        key = _KEY.match(rest)
        if key is None and not shape["dashes"] and (whole := self._marked(at, column, path, rest)):
            self._lines[at] = whole
            return at
        if key is None:
            return self._sentence(at, column, self._above[-1][0]) if self._above and _spoken(path) else at + 1
        if len(key["key"]) > _LONGEST_WORD:
            self._lines[at] = line[:column] + self._shortened(at, column, key["key"]) + rest[len(key["key"]) :]
            return at
        if path == ("steps",):
            self._steps_at = column
        elif not path:
            self._steps_at = 0
        value = rest[key.end() :]
        self._above.append((column, key["key"].strip("\"'"), bool(value) and value[0] not in "#&*!{[|>\"'"))
        path = (*path, self._above[-1][1])
        if _BLOCK.fullmatch(value.rstrip()):
            return self._after_block(at, column if not shape["dashes"] else indent)
        if value and not value.startswith("#"):
            if _spoken(path):
                return self._sentence(at, column + key.end(), column)
            if path[:1] == ("checks",) and len(path) == 2 and (bare := _BRACES.sub(r"\1", value)) != value:
                self._report.add(
                    "bad-guard", self._place(at, column + key.end()), f"Values stand here without braces; write: {path[1]}: {bare}"
                )
                self._lines[at] = self._lines[at][: column + key.end()] + bare
            elif value.startswith("{{"):
                start = column + key.end()
                self._report_cut("brackets-in-text", "A text that begins with { must be quoted", at, start, start, value)
        return at + 1

    def _place(self, at: int, column: int) -> Place:
        return Place(self._file, at + 1, column + 1)

    def _without_tabs(self, at: int) -> str:
        line = self._lines[at]
        lead = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in lead:
            line = lead.replace("\t", "  ") + line[len(lead) :]
            self._report.add("tab", self._place(at, lead.index("\t")), f"This line is indented with a tab; use spaces: {line.strip()}")
            self._lines[at] = line
        return line

    def _shortened(self, at: int, column: int, word: str) -> str:
        """What stands before the ':' of a line, as much of it as YAML reads; that it is too long is reported."""
        why = f"Before its ':' this line has {len(word):,} characters, and {_LONGEST_WORD:,} are the most"
        do = "put the other phrases on a line of their own, with the same step behind them"
        self._report.add("yaml-syntax", self._place(at, column), f"{why}: {do}")
        return word[:_LONGEST_WORD].rpartition("|")[0].strip("\"' ") or "too_long"

    def _plainly_spaced(self, at: int, line: str) -> str:
        """The line with spaces of YAML's own before its first word and behind the `:` of it."""
        head = _HEAD.match(line)
        odd = head and (_ODD_SPACE.search(line, head.start("lead"), head.end("lead")) or _ODD_SPACE.search(line, *head.span("after")))
        if head is None or odd is None:
            return line
        why = "Here stands a space that only looks like one (a no-break space, as copied text has it); type a space in its place"
        self._report.add("yaml-syntax", self._place(at, odd.start()), why)
        lead, after = (_ODD_SPACE.sub(" ", head[part] or "") for part in ("lead", "after"))
        self._lines[at] = line = f"{lead}{head['word'] or ''}{after}{line[head.end() :]}"
        return line

    def _misplaced(self, at: int, column: int, path: Path, dashes: str, rest: str) -> str:
        """The line where it belongs, when it is a step written as an item of a list, or at the margin; else nothing."""
        if path == ("steps",) and dashes and _KEY.match(rest):
            self._report.add(
                "wrong-shape", self._place(at, column - len(dashes)), f"Steps are not written with '- '; write: {rest.rstrip()}"
            )
            return " " * (column - len(dashes)) + rest
        if path[:1] == ("steps",) and len(path) == 3 and self._above[-1][2] and not dashes and _OF_STEP.match(rest):
            (top, *_), (edge_of_step, *_), (edge, word, _) = self._above
            if edge - edge_of_step != edge_of_step - top:
                return self._aligned(at, column, edge)
            why = f"This line stands deeper than '{word}' above, which has its value already; indent it as that one is"
            self._report.add("yaml-syntax", self._place(at, column), why)
            return " " * edge + rest
        if column or not self._steps_at:
            return ""
        name = _KEY.fullmatch(rest.rstrip())
        below = next((line for line in islice(self._lines, at + 1, None) if line.strip()), "")
        deep = len(below) - len(below.lstrip(" "))
        if not name or name["key"] in FILE or deep <= self._steps_at or not _OF_STEP.match(below):
            return ""
        why = f"The step '{name['key']}' stands at the left margin; indent it as the other steps are"
        self._report.add("yaml-syntax", self._place(at, 0), why)
        self._above = [(0, "steps", False)]
        return " " * self._steps_at + rest

    def _aligned(self, at: int, column: int, edge: int) -> str:
        """The line *at*, those before it that begin at *edge* being moved to its *column*: they are the odd ones."""
        odd = at
        for number in range(at - 1, -1, -1):
            before = self._lines[number]
            if before.strip() and len(before) - len(before.lstrip(" ")) != edge:
                break
            odd = number if before.strip() else odd
        if odd == at:
            return ""
        self._lines[odd:at] = [" " * column + line[edge:] if line.strip() else line for line in self._lines[odd:at]]
        why = f"This line stands less deep than line {at + 1}, which belongs to the same step; indent both alike: {column} spaces"
        self._report.add("yaml-syntax", self._place(odd, edge), why)
        self._above.pop()
        return self._lines[at]

    def _marked(self, at: int, column: int, path: Path, rest: str) -> str:
        """The line with the ': ' that it lacks, when it can be seen where that belongs; else nothing."""
        found = None
        if _heard(path) and (leads := _LEADS.fullmatch(rest)):
            found = leads.start("sign"), f"{leads['phrases']}: {leads['target']}"
        elif path == ("answers",) and rest[:1].isalnum():
            found = len(rest.rstrip()), f"{rest.rstrip()}: ANSWER"
        elif _heard(path) and rest[:1].isalnum():
            return self._without_step(at, column, rest.rstrip())
        elif (words := _words_at(path)) and (unmarked := _UNMARKED.fullmatch(rest)) and unmarked["word"] in words:
            found = unmarked.end("word"), f"{unmarked['word']}: {unmarked['value'] or ''}".rstrip()
        if found is None:
            return ""
        lack = "a space is missing after ':'" if rest[found[0] :][:1] == ":" else "a ':' is missing"
        self._report.add("yaml-syntax", self._place(at, column + found[0]), f"In this line {lack}; write: {found[1]}")
        return self._lines[at][:column] + found[1]

    def _without_step(self, at: int, column: int, rest: str) -> str:
        """The line of phrases that has no ':', leading to the step that is its last word, or nowhere."""
        phrases, _, step = rest.rpartition(" ")
        there = phrases and f"{step}:" in self._stripped
        right = f"{phrases}: {step}" if there else f"{rest}: STEP"
        self._report.add("yaml-syntax", self._place(at, column + len(rest)), f"In this line a ':' is missing; write: {right}")
        return self._lines[at][:column] + (right if there else f"{rest}: (repeat)")

    def _rung(self, at: int, column: int, rung: re.Match[str]) -> int:
        """A line of a list of texts that begins with a word of a step: it is said without the word, or the word needs a step."""
        if rung["word"] in ("say", "ask"):
            self._report.add("wrong-shape", self._place(at, column), f"Each line here is said as it stands; write: - {rung['value']}")
            self._lines[at] = self._lines[at][:column] + rung["value"]
            return at
        why = f"A line here is said, or goes to a step; write: - go: STEP, and `{rung['word']}: {rung['value']}` in that step"
        self._report.add("wrong-shape", self._place(at, column), why)
        self._lines[at] = ""
        return at + 1

    def _after_block(self, at: int, indent: int) -> int:
        at += 1
        while at < len(self._lines):
            line = self._lines[at]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
                break
            at += 1
        return at

    def _report_cut(self, code: str, why: str, at: int, column: int, start: int, text: str) -> None:
        """Reports a cut and puts *text* in quotes from *start* on."""
        fixed = self._lines[at][:start] + quoted(text)
        self._report.add(code, self._place(at, column), f"{why}; write: {fixed.strip()}")
        self._lines[at] = fixed

    # ---- what is said

    def _sentence(self, at: int, start: int, indent: int) -> int:
        """Looks at the sentence that begins at *start*, and gives the line after it."""
        value = self._lines[at][start:].rstrip()
        if _BLOCK.fullmatch(value):
            return self._after_block(at, indent)
        if _NAMES_WORDING.fullmatch(value):
            return at + 1
        after = self._continued(at, indent, plain=value[0] not in "\"'")
        more = [line.strip() for line in self._lines[at + 1 : after]]
        if not more and (legal := WORDING_IN_BRACES.fullmatch(value.strip("\"'"))):
            fixed = self._lines[at][:start] + legal[1]
            why = f"A legal text is named without braces; write: {fixed.strip()}"
            self._report.add("bad-template", self._place(at, start), why)
            self._lines[at] = fixed
            return after
        if value[0] in "\"'":
            return self._quoted_sentence(at, start, after, value, more)
        if begun := _BEGUN.match(value):
            text = " ".join([value[begun.end() :], *more])
            self._report_cut(
                "leading-mark",
                f"A long text begins on the line below its {value[0]}; on this one, without the mark",
                at,
                start,
                start,
                text,
            )
            self._lines[at + 1 : after] = [""] * (after - at - 1)
            return after
        for number, part in enumerate([value, *more]):
            code, why, column = _cut(part, first=number == 0)
            if not code:
                continue
            text = " ".join([value, *more])
            if code == "comment-beside-text":
                text = " ".join([*[value, *more][:number], part[:column].rstrip(), *more[number:]]) if number else part[:column].rstrip()
            lead = start if number == 0 else len(self._lines[at + number]) - len(self._lines[at + number].lstrip())
            fixed = self._lines[at][:start] + quoted(text)
            self._report.add(code, self._place(at + number, lead + column), f"{why}; write: {fixed.strip()}")
            self._lines[at:after] = [fixed, *[""] * (after - at - 1)]
            break
        return after

    def _quoted_sentence(self, at: int, start: int, after: int, value: str, more: list[str]) -> int:
        """The same for one that begins with a quotation mark; it may end on a later line."""
        end = _closing(" ".join([value, *more]))
        if end >= len(value):
            # It ends on a later line; a comment after it does no harm there.
            return after
        rest = value[end + 1 :].strip() if end > 0 else value
        if end > 0 and not rest:
            return at + 1
        if end > 0 and rest.startswith("#"):
            self._report_cut("comment-beside-text", _COMMENT, at, start + value.index("#", end), start, value[1:end])
        else:
            why = "A sentence that begins with a quotation mark must be quoted whole"
            self._report_cut("leading-mark", why, at, start, start, (value[1:] if value[0] == '"' and end < 0 else value).replace('"', "'"))
        return at + 1

    def _continued(self, at: int, indent: int, *, plain: bool) -> int:
        """The line after the last one that belongs to the text begun in line *at*."""
        after = at + 1
        for number in range(at + 1, len(self._lines)):
            line = self._lines[number]
            if not line.strip():
                continue
            if len(line) - len(line.lstrip(" ")) <= indent or (plain and (line.lstrip().startswith("#") or _WORD.match(line))):
                break
            after = number + 1
        return after

    # ---- what is heard

    def _phrase(self, at: int, column: int, rest: str) -> str:
        """The line with its phrases in quotes where YAML would cut them."""
        code, why, where = _cut_phrase(rest)
        match = _TARGET.fullmatch(rest if code == "comment-in-text" else re.split(r"\s#", rest)[0])
        if not code or match is None:
            return rest
        text = match["key"].strip().replace("key #", "key pound").replace('"', "")
        if code == "list-not-alternatives":
            text = " | ".join(part.strip() for part in text.strip("[]").split(","))
        text = re.sub(r"^\*(?= *(\||$))", "key star", text)
        key = text if text[0].isalnum() and " #" not in text and ": " not in text else quoted(text)
        fixed = f"{key}: {match['target'].strip()}"
        self._report.add(code, self._place(at, column + where), f"{why}; write: {fixed}")
        self._lines[at] = self._lines[at][:column] + fixed
        return fixed


def _cut(value: str, *, first: bool) -> tuple[str, str, int]:
    """(code, why, where) of what YAML would not read as it stands in one line of an unquoted sentence."""
    if first:
        if value[0] == "[":
            return "brackets-in-text", "A sentence in [ ] would be read as a list", 0
        if value[0] == "{":
            return "brackets-in-text", "A sentence that begins with { must be quoted", 0
        if value[0] in _MARKS or re.match(r"[-?:](\s|$)", value):
            return "leading-mark", f"A sentence that begins with {value[0]} must be quoted", 0
    comment = re.search(r"\s#", value)
    if comment:
        before = value[: comment.start()].rstrip()
        if before[-1:] in tuple(".?!") and value[comment.end() :][:1] in ("", " "):
            return "comment-beside-text", _COMMENT, comment.end() - 1
        return "comment-in-text", "YAML drops everything after a ' #'", comment.end() - 1
    colon = re.search(r":(\s|$)", value)
    if colon:
        return "colon-in-text", "YAML splits a sentence at ': '", colon.start()
    return "", "", 0


def _cut_phrase(rest: str) -> tuple[str, str, int]:
    """(code, why, where) of what YAML would not read as it stands in a line `phrase | phrase: step`."""
    if rest[0] in "\"'":
        end = _closing(rest)
        if end > 0 and re.match(r"\s*:(\s|$)", rest[end + 1 :]):
            return "", "", 0
        return "leading-mark", "Phrases that begin with a quotation mark must be quoted whole", 0
    if re.match(r"\[[^\[\]{}]*\]\s*:", rest):
        return "list-not-alternatives", "Alternatives are not written as a list", 0
    if rest[0] in "[{":
        return "brackets-in-text", f"Phrases that begin with {rest[0]} must be quoted", 0
    if rest[0] in _MARKS:
        return "leading-mark", f"Phrases that begin with {rest[0]} must be quoted; keys of the phone are key star and key pound", 0
    colon = re.search(r":(\s|$)", rest)
    comment = re.search(r"\s#", rest)
    if comment and (colon is None or comment.start() < colon.start()):
        return "comment-in-text", "YAML drops everything after a ' #'; the key of the phone is key pound", comment.end() - 1
    if colon and re.search(r":(\s|$)", rest[colon.end() : comment.start() if comment else None]):
        return "colon-in-text", "YAML splits phrases at ': '", colon.start()
    return "", "", 0


def _closing(value: str) -> int:
    """Where the quotation that begins *value* ends, -1 when it does not."""
    mark, at = value[0], 1
    while at < len(value):
        if mark == '"' and value[at] == "\\":
            at += 2
            continue
        if value[at] == mark:
            if mark == "'" and value[at + 1 : at + 2] == "'":
                at += 2
                continue
            return at
        at += 1
    return -1
