"""The registry that all English forms enter."""

from steering.core.speech.forms import Forms

book = Forms()
