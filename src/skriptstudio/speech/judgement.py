"""What of the words heard may be believed, and which of them a person should look at."""

from collections.abc import Sequence
from itertools import zip_longest

from skriptstudio.speech.place import Run, SpokenWord, runs

AGREEMENT_FRAMES = 12
"""Two hearings agree on a word whose starts lie at most 0.12 s apart."""

LEAST_SHARE = 0.5
"""A piece of a sentence is believed from this share of its words on: invented ones are fragments (measured)."""

LEAST_BEGUN = 2
"""Words of a sentence that was broken off and begun anew at once."""

WORST_SCORE = -5.25
"""Log likelihood of a frame, mean of a sentence, below which nobody can have said it. In 25 readings by several voices
in good and bad rooms, 275 sentences that were said had -5.1 and more, 48 that weren't -5.3 and less."""


def believable(heard: Sequence[SpokenWord], spoken: Sequence[int]) -> tuple[Run, ...]:
    """Stretches that somebody can have said.

    Args:
        heard: all words, in order.
        spoken: how many words of each sentence can be heard.
    """
    found = runs(heard)
    return tuple(
        run for run, following in zip_longest(found, found[1:]) if run and _is_believable(run, following, spoken)
    )


def _is_believable(run: Run, following: Run | None, spoken: Sequence[int]) -> bool:
    frames = sum(word.end - word.start for word in run)
    if sum(word.score * (word.end - word.start) for word in run) < WORST_SCORE * frames:
        return False
    begun_anew = following is not None and following[0].sentence == run[0].sentence and len(following) > len(run)
    if begun_anew and len(run) >= LEAST_BEGUN:
        return True
    return len(run) >= LEAST_SHARE * spoken[run[0].sentence]


def is_confirmed(word: SpokenWord, second: Sequence[SpokenWord]) -> bool:
    """Whether another hearing has the same word at the same moment."""
    return any(
        other.sentence == word.sentence
        and other.word == word.word
        and abs(other.start - word.start) <= AGREEMENT_FRAMES
        for other in second
    )
