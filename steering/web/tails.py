"""What platforms hang on the caller's words, and taking it off again.

Hume's EVI appends how the caller sounded, `Rato. {very slightly excited, very slightly amused}`, and may append
`{Context: …}`. Braces that a caller typed stay.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ADVERBS = "very slightly, slightly, somewhat, moderately, fairly, quite, very, highly, strongly, intensely, extremely"
_FEELINGS = (
    "admiration, admiring, adoration, adoring, appreciative, amusement, amused, anger, angry, anxiety, anxious, awe, awed, "
    "awkwardness, awkward, boredom, bored, calmness, calm, concentration, concentrating, concentrated, focused, confusion, confused, "
    "contemplation, contemplative, contemplating, contempt, contemptuous, contentment, content, contented, craving, desire, desirous, "
    "desiring, determination, determined, disappointment, disappointed, disapproving, disgust, disgusted, distress, distressed, "
    "doubt, doubtful, doubting, ecstasy, ecstatic, embarrassment, embarrassed, empathetic, entrancement, entranced, envy, envious, "
    "excitement, excited, enthusiastic, fear, fearful, afraid, scared, guilt, guilty, horror, horrified, interest, interested, joy, "
    "joyful, happy, love, loving, nostalgia, nostalgic, pain, pained, pride, proud, realization, realizing, relief, relieved, "
    "romance, romantic, sadness, sad, satisfaction, satisfied, shame, ashamed, surprise, surprised, sympathy, sympathetic, tiredness, "
    "tired, triumph, triumphant, aesthetic appreciation, aesthetically appreciative, in awe, empathic pain, in pain, surprise "
    "(negative), surprise (positive), negatively surprised, positively surprised"
)
_HOW_MUCH = tuple(_ADVERBS.split(", "))
_FEELING_WORDS = frozenset(_FEELINGS.split(", "))
_CONTEXT = "{Context:"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def clean(text: str) -> str:
    """*text* with every run of control characters as one space."""
    return text if text.isprintable() else _CONTROL.sub(" ", text)


def without_tails(text: str) -> tuple[str, str]:
    """The words of *text* and the context that was appended to them, "" when there was none."""
    words, context = text.rstrip(), ""
    # One of each, in either order.
    for _ in range(2):
        if not words.endswith("}"):
            break
        start = words.rfind("{")
        if start >= 0 and _tells_feelings(words[start + 1 : -1]):
            words = words[:start].rstrip()
            continue
        start = words.rfind(_CONTEXT)
        if start >= 0 and words.count("{", start) == words.count("}", start):
            context = words[start + len(_CONTEXT) : -1].strip()
            words = words[:start].rstrip()
    return words, context


def is_silence(words: str) -> bool:
    """Whether *words* are the way a platform writes that nobody spoke."""
    return not words.strip(" \t\n\u00a0.…") or words == "[user silent]"


@lru_cache(maxsize=4096)
def _tells_feelings(inside: str) -> bool:
    return 0 < len(inside) <= 200 and all(_is_feeling(part.strip().lower()) for part in inside.split(","))


def _is_feeling(phrase: str) -> bool:
    if phrase in _FEELING_WORDS:
        return True
    how_much = next((adverb for adverb in _HOW_MUCH if phrase.startswith(adverb + " ")), None)
    # An adjective that is not on the list is one too, as long as it is a single word.
    return how_much is not None and ((rest := phrase[len(how_much) + 1 :]) in _FEELING_WORDS or rest.isalpha())
