"""Readability of German text: Amstad, first Wiener Sachtextformel, LIX (domain.md 1.9)."""

from skriptstudio.domain.advice import Readability
from skriptstudio.language.sentences import sentences, words
from skriptstudio.language.syllables import count_syllables

MIN_SENTENCES = 3
MIN_WORDS = 30
"""Below either, the indices say nothing (domain.md 1.9)."""


def readability(text: str) -> Readability | None:
    """The indices of a text, or None where it is too short for a value."""
    found = words(text)
    spoken = sentences(text)
    if len(spoken) < MIN_SENTENCES or len(found) < MIN_WORDS:
        return None
    syllables = [count_syllables(word) for word in found]
    count = len(found)
    sentence_length = count / len(spoken)
    long_share = 100 * sum(len(word) > 6 for word in found) / count
    hard_share = 100 * sum(n >= 3 for n in syllables) / count
    short_share = 100 * sum(n == 1 for n in syllables) / count
    return Readability(
        amstad=round(180 - sentence_length - 58.5 * sum(syllables) / count, 1),
        wstf1=round(
            0.1935 * hard_share + 0.1672 * sentence_length + 0.1297 * long_share - 0.0327 * short_share - 0.875, 1
        ),
        lix=round(sentence_length + long_share, 1),
    )
