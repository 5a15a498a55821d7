"""The raw lines of a flow file: the known ways in which YAML cuts a sentence, found first and mended in memory.

A `#`, a `: ` or a bracket in an unquoted sentence would be dropped or split by YAML without a word. Each
is reported with the line as it should be, and mended before the file is parsed, so that one of them does
not hide the other findings.
"""

from __future__ import annotations

import re

from steering.loader.codes import Place, Report

SPOKEN = ("say", "ask", "text", "consent", "confirm", "end", "if_back", "if_trouble")
_ENTRY = re.compile(
    r"^(?P<lead>\s*(?:- +)?)(?P<key>[^\s#'\"\[\]{}&*!|>%@`-][^:#]*?|\"[^\"]*\"|'[^']*')(?P<colon>:)(?P<gap> +)(?P<value>\S.*)$"
)
_ITEM = re.compile(r"^(?P<lead>\s*- +)(?P<value>\S.*)$")
_BLOCK = re.compile(r"[|>][+-]?\d?\s*(#.*)?$")
_MARKS = {"*": "leading-mark", "&": "leading-mark", "@": "leading-mark", "%": "leading-mark", "`": "leading-mark", "!": "leading-mark"}
_WORDY = re.compile(r"[^\W\d_]{2,}.*\s.*[^\W\d_]{2,}|[^\W\d_]{3,}[.?!]?$")


def mended(file: str, text: str, report: Report) -> str:
    """*text* with its cut sentences quoted; each cut is reported."""
    lines, out, block = text.splitlines(), [], -1
    section = ""
    for number, line in enumerate(lines, 1):
        indent = len(line) - len(line.lstrip(" "))
        if line.strip() and block >= 0 and indent <= block:
            block = -1
        if block >= 0 or not line.strip():
            out.append(line)
            continue
        lead = line[: len(line) - len(line.lstrip())]
        if "\t" in lead:
            at = lead.index("\t") + 1
            mended_line = line.replace("\t", "  ")
            report.add("tab", Place(file, number, at), f"This line is indented with a tab; use spaces: {mended_line.rstrip()}")
            line = mended_line
        if indent == 0 and not line.startswith(("#", "-")):
            section = line.partition(":")[0].strip()
        match = _ENTRY.match(line)
        key = match["key"].strip("\"'") if match else ""
        if match is None:
            match = _ITEM.match(line)
        if match and _BLOCK.fullmatch(match["value"]):
            block = indent
        elif match and (key in SPOKEN or (not key and section in ("if_silent", "if_unclear")) or _says(section, key, indent)):
            line = _sentence(file, number, line, match, report)
        elif key and indent and "#" in key:
            line = line
        out.append(line)
    return "\n".join(out) + "\n"


def _says(section: str, key: str, indent: int) -> bool:
    return section == "answers" and indent > 0


def _sentence(file: str, number: int, line: str, match: re.Match[str], report: Report) -> str:
    """The line with its spoken value quoted when YAML would cut it."""
    value = match["value"].rstrip()
    start = match.start("value")
    code, why, text = _cut(value)
    if not code:
        return line
    column = start + 1
    if code == "comment-in-text":
        column += value.index(" #") + 1
    elif code == "colon-in-text":
        column += value.index(": ") if ": " in value else len(value) - 1
    fixed = f"{line[:start]}{quoted(text)}"
    report.add(code, Place(file, number, column), f"{why}; write: {fixed.strip()}")
    return fixed


def _cut(value: str) -> tuple[str, str, str]:
    """(code, why, the sentence meant) of a value that YAML would not read as it stands."""
    first = value[0]
    if first in "\"'":
        end = _closing(value)
        rest = value[end + 1 :].strip()
        if end > 0 and not rest:
            return "", "", value
        if end > 0 and rest.startswith("#"):
            return "comment-beside-text", "A spoken sentence may not have a comment on its line", value[1:end]
        return "leading-mark", "A sentence that begins with a quotation mark must be quoted whole", value.replace('"', "'")
    if first == "[":
        return "brackets-in-text", "A sentence in [ ] would be read as a list", value
    if first == "{":
        return "brackets-in-text", "A sentence that begins with { must be quoted", value
    if first in _MARKS:
        return _MARKS[first], f"A sentence that begins with {first} must be quoted", value
    if " #" in value:
        after = value.partition(" #")[2]
        code = "comment-beside-text" if value.partition(" #")[0].rstrip()[-1:] in ".?!" and after.startswith(" ") else "comment-in-text"
        if code == "comment-beside-text":
            return code, "A spoken sentence may not have a comment on its line", value.partition(" #")[0].rstrip()
        return code, "YAML drops everything after a ' #'", value
    if ": " in value or value.endswith(":"):
        return "colon-in-text", "YAML splits a sentence at ': '", value
    return "", "", value


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


def quoted(text: str) -> str:
    """*text* in the double quotes of YAML."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
