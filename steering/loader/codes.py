"""Every code that `check` may give, in one place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from steering.errors import Finding

ERRORS = {
    # the file
    "no-such-file": "The file is not there or cannot be read.",
    "too-large": "The file is over 1 MiB.",
    "not-utf8": "The file is not UTF-8 text.",
    "empty-file": "The file has nothing in it.",
    "no-flow": "A file without `flow:` is a part for others to use; it is not a call.",
    "flow-name": "The name after `flow:` is not the file's.",
    # the writing
    "yaml-syntax": "The lines do not fit together as YAML.",
    "tab": "A line is indented with a tab.",
    "comment-in-text": "A ` #` in an unquoted sentence: YAML drops the rest.",
    "comment-beside-text": "A comment on the line of a spoken sentence.",
    "brackets-in-text": "A sentence that begins with `[` or `{`.",
    "colon-in-text": "A `: ` in an unquoted sentence.",
    "leading-mark": "A sentence that begins with a mark which means something to YAML.",
    "duplicate-key": "The same word twice in one place.",
    "too-deep": "Lists or words nested too deeply.",
    "too-many-aliases": "Aliases that grow too large, or that contain themselves.",
    "yaml-tag": "A YAML tag such as `!!python`.",
    # the words
    "unknown-word": "A word that the format does not know there.",
    "word-not-here": "A word that does not go with the others of its step.",
    "missing-word": "A word that is needed there.",
    "wrong-shape": "A text where a list is needed, or the like.",
    "empty": "Nothing is written after the word.",
    "list-not-alternatives": "Alternatives written as a list; write `a | b`.",
    "bad-name": "A name that is not lower case letters, digits and underscores, or that is taken; `record: do not call`.",
    "unknown-choice": "A word that is not one of the few allowed there.",
    "unknown-language": "A language that the engine does not speak.",
    "bad-kind": "A kind of value that does not exist, or a limit that it does not have.",
    "bad-sample": "A sample or limit that is not a value of its kind.",
    "bad-guard": "A guard or a check that cannot be read, or compares things that cannot be compared.",
    "bad-hours": "Hours, a date or a length of time that cannot be read.",
    "bad-look-up": "A look-up whose address, time or kept fields cannot be read.",
    "bad-promise": "A promise that cannot be read.",
    "bad-feeling": "A feeling that cannot be read, or that does not lead to care.",
    "bad-template": "A `{{ }}` that cannot be read, or other braces in a text: `{name}`, `{% if %}`.",
    "unknown-filter": "A `{{ name | filter }}` whose filter does not exist.",
    "no-words": "A wording or a consent without a word in it: an emoji, a tag, marks.",
    "bad-phrase": "A phrase, a key or a bracketed word that cannot be read.",
    "no-agreement": "A no, or what is no clear yes, under `accept_only`.",
    "lock-mismatch": "An approved text was changed after it was locked.",
    "bad-approval": "An approval that is not in the form `WHO, WHEN, lock HASH`.",
    # numbers.yaml
    "bad-number": "A number that was called, without its country code.",
    "bad-hand-off": "A hand-off that is no number, SIP address, web address or payment.",
    "bad-table": "A table of callers that cannot be read, or has no column `number`.",
    "unknown-fact": "A fact for a flow that does not know it, or that needs another kind of value.",
    # the whole
    "unknown-step": "An exit to a step that does not exist, or `agreed X` in a promise where no step X asks for consent.",
    "unknown-wording": "A wording that does not exist.",
    "unknown-check": "A check that does not exist.",
    "unknown-value": "A value that nobody can ever give.",
    "missing-value": "A spoken line with a value, or a limit by one, that some path has not collected yet.",
    "unknown-flow": "A `run` of a flow that does not exist.",
    "unknown-file": "A `use` or `answers` of a file that does not exist.",
    "used-flow": "A `use` or `answers` of a file that is a call itself.",
    "clash": "The same name in two files, or for two different things.",
    "wrong-target": "An exit that cannot lead there.",
    "missing-exit": "A step without the exits that its kind needs.",
    "same-phrase": "The same phrase with two targets in one place.",
    "unreachable-step": "A step to which nothing leads.",
    "no-ending": "A step from which no ending can be reached.",
    "endless": "A round of steps that asks nothing and never ends.",
    "broken-promise": "A promise that some path through the call breaks.",
}

# With these a file is wrong, but all its steps and exits are there: what its calls can do is known.
WHOLE = frozenset(("unreachable-step", "no-ending", "missing-value", "same-phrase", "lock-mismatch", "bad-approval", "broken-promise"))

WARNINGS = {
    "phrase-in-anytime": "A phrase of a step that `anytime` has too; the step's wins there.",
    "overlapping-phrases": "A sentence that two phrases with different targets can match.",
    "yes-as-a-phrase": "A yes or no in the words of the language, where `yes` and `no` stand for all of them.",
    "looks-like-regex": "A phrase that looks like a regular expression; phrases are plain words.",
    "comma-in-phrase": "A phrase with a comma, a `/` or an `or`; alternatives are written `a | b`.",
    "not-heard": "A word under `hear` that callers do not say: `otherwise`, `anything else`, `silence` without its brackets, `press 1`.",
    "odd-brackets": "Words in `< >` or `[ ]` in a text, which callers hear like all others.",
    "nothing-said": "A line to be spoken without a word in it: an emoji, a tag, marks.",
    "runs-itself": "A flow that comes to run itself, one call deeper each time.",
    "step-as-words": "A line that is the name of a step or of a wording, and would be said aloud.",
    "value-may-be-missing": "A guard on a value that some path has not collected yet, or on a text that the same step says.",
    "private-not-kept": "A spoken line with a private value that is no longer kept there on some path.",
    "proves-own-words": "A check that proves a promised fact by comparing what the caller says with what the caller says.",
    "row-left-out": "A row of a table of callers that cannot be used.",
    "unknown-hand-off": "A `hand_to` that is no number with its country code and no SIP address, and that numbers.yaml does not name.",
    "unused": "A wording or a check that nothing uses.",
    "recommend-approval": "A text with `must_hear` that nobody has approved.",
    "recommend-person": "No `anytime` phrase leads to a person.",
    "agreed-without-value": "A consent whose step before says a value: the agreement does not hold for that value alone.",
    "recommend-accept-only": 'A consent without `accept_only`; it takes a plain yes or "I agree", and nothing else.',
    "recommend-repeat": "No `anytime` phrase repeats the question.",
    "recommend-opt-out": "No `anytime` phrase leads to a step that records do_not_call.",
    "recommend-quiet-hours": "A flow that calls people has no `quiet_hours`.",
    "recommend-robot": 'A flow that calls people has no answer to "are you a robot".',
    "recommend-recording-notice": "A flow that calls people says nowhere that the call is recorded.",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written. Lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1


class Report:
    """The findings of one check, gathered so that an author sees them all at once."""

    def __init__(self) -> None:
        self._findings: set[Finding] = set()

    def add(self, code: str, at: Place, message: str) -> None:
        severity = "error" if code in ERRORS else "warning"
        assert severity == "error" or code in WARNINGS, code
        said = " ".join(line.strip() for line in message.splitlines())  # What an author wrote over several lines is quoted on one.
        self._findings.add(Finding(file=at.file, line=at.line, column=at.column, code=code, severity=severity, message=said))  # type: ignore[arg-type]

    @property
    def findings(self) -> list[Finding]:
        return sorted(self._findings)

    @property
    def failed(self) -> bool:
        return any(finding.severity == "error" for finding in self._findings)

    @property
    def locked_otherwise(self) -> bool:
        """Whether nothing is wrong but locks, which are those of other texts."""
        return all(finding.severity != "error" or finding.code == "lock-mismatch" for finding in self._findings)

    @property
    def whole(self) -> bool:
        """Whether the paths of a call can be followed, for all that is wrong."""
        return all(finding.severity != "error" or finding.code in WHOLE for finding in self._findings)


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """`; did you mean 'declined'?`, or nothing when no name is near."""
    names = [name for name in known if name != wrong]
    near = process.extractOne(wrong[:80], names, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.59)
    # In a short word two letters in the wrong place are half of it: "here" is "hear".
    near = near or process.extractOne(wrong[:80], names, scorer=JaroWinkler.normalized_similarity, score_cutoff=0.86)
    odd = near and (odd_letter(wrong) or odd_letter(near[0]))
    return f"; did you mean '{near[0]}'?{odd and f' {odd}'}" if near else ""


def odd_letter(name: str) -> str:
    """What is said of a *name* with a letter that only looks like one of ours, or like nothing; accents can be seen."""
    odd = next((one for one in name if not unicodedata.normalize("NFKD", one)[0].isascii()), "")
    return f"'{name}' has a {unicodedata.name(odd, 'character')} (U+{ord(odd):04X}) in it" if odd else ""
