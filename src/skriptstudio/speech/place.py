"""What was heard as words at their places in the script, and as stretches of one sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from skriptstudio.speech.decoder import Heard
from skriptstudio.speech.grammar import Grammar
from skriptstudio.speech.network import PAUSE


@dataclass(frozen=True)
class SpokenWord:
    """A word of the script that was heard.

    Attributes:
        sentence, word: its place, counted from 0.
        start, end: frames of 10 ms.
        score: log likelihood of a frame.
    """

    sentence: int
    word: int
    start: int
    end: int
    score: float


Run = tuple[SpokenWord, ...]
"""Words of one sentence, one behind the other as it was read once."""


def spoken_words(heard: Iterable[Heard], grammar: Grammar) -> tuple[SpokenWord, ...]:
    """Those pieces that stand for words of the script."""
    return tuple(
        SpokenWord(*grammar.places[piece.name], piece.start, piece.end, piece.score / max(1, piece.end - piece.start))
        for piece in heard
        if piece.name in grammar.places
    )


def runs(words: Sequence[SpokenWord]) -> tuple[Run, ...]:
    """Cut where another sentence begins, or the same one anew."""
    found: list[list[SpokenWord]] = []
    for word in words:
        last = found[-1][-1] if found else None
        if last is None or word.sentence != last.sentence or word.word <= last.word:
            found.append([])
        found[-1].append(word)
    return tuple(tuple(run) for run in found)


def moved(words: Iterable[SpokenWord], frames: int) -> tuple[SpokenWord, ...]:
    """The same words ``frames`` later."""
    return tuple(replace(word, start=word.start + frames, end=word.end + frames) for word in words)


def latest_run(backwards: Iterable[Heard], grammar: Grammar) -> tuple[Heard, ...]:
    """The last words, as far as they are of one sentence and in its order; pauses between them don't count.

    Args:
        backwards: what was heard, from the last piece back; no more of it is taken than needed.
        grammar: where the words stand.
    """
    run: list[Heard] = []
    for piece in backwards:
        place = grammar.places.get(piece.name)
        if place is None:
            if piece.name == PAUSE:
                continue
            break
        if run and not _is_before(place, grammar.places[run[-1].name]):
            break
        run.append(piece)
    return tuple(reversed(run))


def _is_before(place: tuple[int, int], later: tuple[int, int]) -> bool:
    return place[0] == later[0] and place[1] < later[1]


def score_between(backwards: Iterable[Heard], start: int, end: int) -> tuple[float, int]:
    """Sum of the scores of what was heard between two frames, and how many frames of it were heard at all."""
    score, frames = 0.0, 0
    for piece in backwards:
        if piece.end <= start:
            break
        inside = min(end, piece.end) - max(start, piece.start)
        if inside > 0:
            score += piece.score * inside / (piece.end - piece.start)
            frames += inside
    return score, frames
