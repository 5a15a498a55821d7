"""What turns to come show to be private, taken out of the turns before: rows are written anew without it.

A card number is known with its last piece, and a private number when its question is answered. The words are
replaced by `…`, in the values that were taken from them too; the chain of events names each row before and after.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from steering.core.call import HIDDEN
from steering.core.flow import Flow
from steering.core.pieces import may_complete, together, without_beginnings
from steering.core.private_numbers import kept_as_words
from steering.core.said_numbers import numbers_in, without_numbers
from steering.rows import TurnBody, body_as_it_stands, encode, restored, turn_body
from steering.store.protocol import SessionRow, TurnRow, Txn

Written = tuple[TurnRow, TurnBody]
# Turns over which a card number is put together, and those that are looked through for a private number.
MOST_PIECES, MOST_TURNS = 8, 100


def hide(txn: Txn, row: SessionRow, rows: list[Written], private: frozenset[str], flow: Flow, now: float, *, over: bool) -> list[Written]:
    """New *rows* without the card number that they complete and without *private* numbers; the rows before are saved without them.

    With the last rows, *over*, go the card numbers that were begun and not finished.
    """
    language = flow.language
    if not private and not over and not any(may_complete(body.text, language) for _, body in rows):
        return rows
    before = _before(txn, row, rows[0][0].n, most=MOST_TURNS if private or over else MOST_PIECES)
    turns = before + rows
    texts = tuple(without_numbers(body.text, private, language) for _, body in turns)
    for end in range(len(before) + 1, len(turns) + 1):
        texts = (*(together(texts[:end], language) or texts[:end]), *texts[end:])
    texts = without_beginnings(texts, language, _wanted(turns, flow)) if over else texts
    hidden = {body.text: text for (_, body), text in zip(turns, texts, strict=True) if body.text != text}
    if not hidden:
        return rows
    first = next(at for at, (_, body) in enumerate(turns) if body.text in hidden)
    turns[first:] = [(_reworded(one, hidden, flow), body) for one, body in turns[first:]]
    for one, _ in turns[first : len(before)]:
        txn.save_turn(one)
    for one in txn.turns(row.key, live_only=False):
        if not one.live and turns[first][0].n <= one.n <= turns[-1][0].n and (body := body_as_it_stands(one)) and body.text:
            body.text = HIDDEN
            txn.save_turn(replace(one, body=encode(body)))
    txn.add_audit(row.key, "hidden", now, encode({"n": [one.n for one, _ in turns[first:]]}))
    return turns[len(before) :]


def hide_beginnings(txn: Txn, row: SessionRow, n: int, text: str) -> None:
    """Takes out of the retired rows of turn *n* what is hidden in its *text* now: they hold its beginnings."""
    clear, hidden, _ = text.partition(HIDDEN)
    for one in txn.turns(row.key, live_only=False) if hidden else ():
        body = body_as_it_stands(one) if one.n == n else None
        if body and body.text and HIDDEN not in body.text:
            body.text = f"{clear if body.text.startswith(clear) else ''}{HIDDEN}"
            txn.save_turn(replace(one, body=encode(body)))


def _before(txn: Txn, row: SessionRow, n: int, *, most: int) -> list[Written]:
    """The live turns among the *most* before turn *n*, after the last that cannot be read."""
    before: list[Written] = []
    for found in txn.turns(row.key, since=max(1, n - most)):
        body = turn_body(found)
        if body is None:
            before.clear()
        elif found.n < n:
            before.append((found, body))
    return before


def _wanted(turns: list[Written], flow: Flow) -> frozenset[str]:
    """The numbers, in figures, that the flow asked for and was given: a ZIP code and a telephone number are no card number together."""
    session = next((session for _, body in reversed(turns) if (session := restored(body))), None)
    slots, others = session.slots if session else {}, flow.all_private | kept_as_words(flow)
    return frozenset(re.sub(r"\D", "", value) for name, value in slots.items() if name not in others)


def _reworded(row: TurnRow, hidden: Mapping[str, str], flow: Flow) -> TurnRow:
    """*row* with the texts that are *hidden* now: in its words, in what was taken from them and in what was said of them."""
    body = body_as_it_stands(row)
    session = restored(body)
    if body is None or session is None:
        return row
    words, language = kept_as_words(flow), flow.language
    slots = {name: hidden.get(value, value) if name in words else value for name, value in session.slots.items()}
    agreed = {name: hidden.get(said, said) for name, said in session.agreed.items()}
    body.session = msgspec.Raw(replace(session, slots=slots, agreed=agreed).to_json())
    body.text = hidden.get(body.text, body.text)
    for text, kept in hidden.items():
        numbers = numbers_in(text, language, shortest=1) - numbers_in(kept, language, shortest=1)
        body.heard = body.heard and without_numbers(body.heard, numbers, language)
        lines = tuple(
            replace(line, text=line.text.replace(text, kept), spoken=without_numbers(line.spoken, numbers, language))
            if text in line.text
            else line
            for line in body.reply.lines
        )
        settled = tuple(replace(one, words=hidden.get(one.words, one.words)) for one in body.reply.settled)
        body.reply = replace(body.reply, lines=lines, settled=settled)
    return replace(row, body=encode(body))
