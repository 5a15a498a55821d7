"""English: what the engine says and hears by itself."""

from steering.core.languages import Language

LANGUAGE = Language(
    tag="en",
    if_silent=("Are you still there? {{ question }}", "I can't hear you. {{ question }}"),
    if_unclear=("Sorry, I missed that. {{ question }}", "I'm sorry, I still didn't understand. {{ question }}"),
    if_trouble="I am sorry, something went wrong on our side. Please say that again.",
    goodbye="Thank you for your time. Goodbye.",
    connecting="One moment, I will connect you.",
    one_moment="One moment.",
    yes=("yes", "yeah", "yep", "yup", "sure", "correct", "right", "ok", "okay"),
    no=("no", "nope", "nah"),
    unsure=("maybe", "i guess"),
    negations=("not", "don't", "do not", "never", "no"),
    fillers=("uh", "um", "er", "erm", "ah"),
    polite=("please", "thanks", "thank you"),
    voicemail=("leave a message", "after the tone", "at the beep", "is not available"),
    keys={},
)
