"""How long a text takes to say (domain.md 1.6)."""

import re
from functools import lru_cache

from skriptstudio.domain.reading import BREATH_SECONDS, PAUSE_SECONDS
from skriptstudio.language.sentences import PAUSE_MARK, sentences
from skriptstudio.language.syllables import count_syllables

NET_SYLLABLES_PER_SECOND = 5.0
"""Articulation without pauses; German radio news stay below it (domain.md 1.6)."""

COMMA_SECONDS = 0.20
SENTENCE_SECONDS = 0.45
_COMMA = re.compile(r"[,;:–](?=\s)")


def pause_seconds(text: str) -> float:
    """Seconds of a calm reading in which nothing is said: at commas, at sentence ends, at pause marks."""
    marked = sum(PAUSE_SECONDS[mark] for mark in PAUSE_MARK.findall(text))
    return len(_COMMA.findall(text)) * COMMA_SECONDS + len(sentences(text)) * SENTENCE_SECONDS + marked


@lru_cache(maxsize=256)  # of a script that is being written, all but one text stay
def spoken_seconds(text: str) -> float:
    """Seconds that a lay person needs to say ``text`` calmly, pauses included."""
    if not text.strip():
        return 0.0
    return count_syllables(text) / NET_SYLLABLES_PER_SECOND + pause_seconds(text)


def script_seconds(sections: list[str]) -> float:
    """Seconds of a whole script: its sections and the breath between them."""
    spoken = [text for text in sections if text.strip()]
    return sum(map(spoken_seconds, spoken)) + BREATH_SECONDS * max(0, len(spoken) - 1)
