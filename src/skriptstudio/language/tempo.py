"""How long a text takes to say (domain.md 1.6)."""

import re

from skriptstudio.language.sentences import sentences
from skriptstudio.language.syllables import count_syllables

NET_SYLLABLES_PER_SECOND = 5.0
"""Articulation without pauses; German radio news stay below it (domain.md 1.6)."""

COMMA_SECONDS = 0.20
SENTENCE_SECONDS = 0.45
BLOCK_SECONDS = 0.8
"""Between two sections of a script."""

_COMMA = re.compile(r"[,;:–](?=\s)")
_PAUSES = {"·": 0.3, "//": 0.8}
"""Pause marks of the prompter and their length in seconds (domain.md 8.2)."""


def spoken_seconds(text: str) -> float:
    """Seconds that a lay person needs to say ``text`` calmly, pauses included."""
    if not text.strip():
        return 0.0
    pauses = len(_COMMA.findall(text)) * COMMA_SECONDS + len(sentences(text)) * SENTENCE_SECONDS
    marked = sum(text.count(mark) * seconds for mark, seconds in _PAUSES.items())
    return count_syllables(text) / NET_SYLLABLES_PER_SECOND + pauses + marked


def script_seconds(sections: list[str]) -> float:
    """Seconds of a whole script: its sections and the breath between them."""
    spoken = [text for text in sections if text.strip()]
    return sum(map(spoken_seconds, spoken)) + BLOCK_SECONDS * max(0, len(spoken) - 1)
