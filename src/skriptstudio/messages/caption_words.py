"""Words for captions and for what could be tidied; see ``messages/words.py``."""

from skriptstudio.messages.catalogue import Speaker

CUE_WARNINGS = {
    "too_fast": "quick to read",
    "far_too_fast": "much too quick to read",
    "too_short": "is there for a blink only",
    "too_long": "stands for very long",
    "long_line": "one line is too long",
    "many_lines": "more than two lines",
}

TIDY_KINDS = {
    "start": "Silence before the first word",
    "end": "Silence after the last word",
    "pause": "Long pause",
    "repeated": "Said twice: keep the second version?",
    "broken_off": "Broken off: keep the whole sentence?",
    "filler": "Perhaps an “äh”: listen",
    "free_speech": "Not in the script: take it out, or write a caption?",
}


def warning_text(key: str, speaker: Speaker) -> str:
    """What makes a caption hard to read, in a few words."""
    return speaker.say(CUE_WARNINGS[key])


def tidy_text(key: str, speaker: Speaker) -> str:
    """What could be tidied, in a few words."""
    return speaker.say(TIDY_KINDS[key])
