"""What may stand in the closed list of a consent: nothing that is said without agreeing."""

from __future__ import annotations

from steering.core.hearing import hear
from steering.core.hearing.alone import says_only
from steering.core.hearing.certain import certain
from steering.core.hearing.opting_out import OptOuts
from steering.core.hearing.repeating import asks_again
from steering.core.hearing.waiting import asks_to_wait
from steering.core.languages import language as language_of


def no_agreement(phrase: str, language: str) -> str:
    """What *phrase* is instead of agreement, in words ("a refusal", "an opt-out"); empty when it can be nothing else."""
    tongue, heard = language_of(language), hear("yes_no", phrase, language=language)
    if OptOuts((), 0, (), language).match(phrase) or says_only(phrase, tongue.opt_out_alone, (), language):
        return "an opt-out"
    if says_only(phrase, tongue.stop, (), language):
        return "a goodbye"
    if heard == "no":
        return "a refusal"
    if asks_again(phrase, language):
        return "a wish to hear it once more"
    if asks_to_wait(phrase, language):
        return "a wish to wait"
    if says_only(phrase, tongue.greetings, (), language):
        return "a greeting"
    return "no clear yes" if heard == "unsure" or not certain(phrase, language) else ""
