"""What a person does to captions: write, split, join, move by frames; and what to tell about the result."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate, pairwise

from skriptstudio.domain.caption_rules import (
    MAX_CPS,
    MAX_LINE_CHARS,
    MAX_LINES,
    MAX_SECONDS,
    MIN_GAP,
    MIN_SECONDS,
    RED_CPS,
)
from skriptstudio.domain.captions import Cue, lines_of
from skriptstudio.domain.cue_groups import Layout
from skriptstudio.domain.take import Span
from skriptstudio.domain.timecode import FRAME, from_frames, on_frame, to_frames

Cues = tuple[Cue, ...]

SHORTEST_FRAMES = 5
"""No caption is pushed together to fewer frames by moving its edges."""


class CueWarning(StrEnum):
    """What makes a caption hard to read; the words for it are in the window."""

    TOO_FAST = "too_fast"
    FAR_TOO_FAST = "far_too_fast"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    LONG_LINE = "long_line"
    MANY_LINES = "many_lines"


def reading_cps(cue: Cue) -> Fraction:
    """Characters a second that the caption asks its readers for; 0 where it doesn't stand at all."""
    return len(cue.text) / cue.seconds if cue.seconds else Fraction(0)


def warnings_of(cue: Cue) -> tuple[CueWarning, ...]:
    """Everything that domain.md 5 ("App default") asks for and the caption doesn't keep."""
    cps = round(reading_cps(cue))
    fast = CueWarning.FAR_TOO_FAST if cps > RED_CPS else CueWarning.TOO_FAST
    found = {
        fast: cps > MAX_CPS,
        CueWarning.TOO_SHORT: cue.seconds < MIN_SECONDS and cps <= MAX_CPS,
        CueWarning.TOO_LONG: cue.seconds > MAX_SECONDS,
        CueWarning.LONG_LINE: any(len(line) > MAX_LINE_CHARS for line in cue.lines),
        CueWarning.MANY_LINES: len(cue.lines) > MAX_LINES,
    }
    return tuple(warning for warning, holds in found.items() if holds)


def rewritten(cues: Sequence[Cue], number: int, lines: Sequence[str]) -> Cues:
    """Other words in a caption; no lines take it away. Whoever writes has listened: nothing stays unsure."""
    if not lines:
        return (*cues[:number], *cues[number + 1 :])
    cue = cues[number]
    words = " ".join(lines).split()
    voice = cue.voice if len(cue.voice) == len(words) else spread(words, cue.heard)
    return _with(cues, number, replace(cue, lines=tuple(lines), unsure=(), voice=voice, by_hand=True))


UNWRITTEN = ("…",)
"""What stands in a new caption until somebody writes it."""

_NEW_SECONDS = Fraction(2)


def added(cues: Sequence[Cue], at: Fraction, end: Fraction) -> tuple[Cues, int]:
    """A new caption at a moment that has none, at most two seconds long.

    Args:
        cues: all of them.
        at: where it begins, in seconds of the clip.
        end: length of the clip.

    Returns:
        The cues with it and its number; the same cues and -1 where there is no room.
    """
    first = on_frame(at)
    number = sum(cue.start <= first for cue in cues)
    until = min([first + _NEW_SECONDS, on_frame(end), *(cue.start for cue in cues[number : number + 1])])
    taken = number > 0 and cues[number - 1].end > first
    if number > 0 and 0 < first - cues[number - 1].end < MIN_GAP:
        first = cues[number - 1].end
    if number < len(cues) and 0 < cues[number].start - until < MIN_GAP:
        until = cues[number].start
    if taken or until - first < SHORTEST_FRAMES * FRAME:
        return tuple(cues), -1
    return (*cues[:number], Cue(first, until, UNWRITTEN, by_hand=True), *cues[number:]), number


def can_split(cue: Cue) -> bool:
    """Whether there are two words and time enough for two captions."""
    return len(cue.text.split()) > 1 and to_frames(cue.seconds) >= 2 * SHORTEST_FRAMES


def split(cues: Sequence[Cue], number: int, word: int | None = None) -> Cues:
    """Two captions out of one; the second begins with its voice.

    Args:
        cues: all of them.
        number: which to split.
        word: the word that begins the second one, from 1; None for where the sense allows it best.

    Returns:
        The same cues where it can't be split there.
    """
    cue = cues[number]
    words = cue.text.split()
    at = _best_split(words) if word is None else word
    if not can_split(cue) or not 0 < at < len(words):
        return tuple(cues)
    voice = cue.voice if len(cue.voice) == len(words) else spread(words, cue.heard)
    edge = _held(on_frame(voice[at].start), cue.start + SHORTEST_FRAMES * FRAME, cue.end - SHORTEST_FRAMES * FRAME)
    first = replace(cue, end=edge, unsure=tuple(n for n in cue.unsure if n < at), voice=voice[:at], by_hand=True)
    second = replace(
        cue, start=edge, unsure=tuple(n - at for n in cue.unsure if n >= at), voice=voice[at:], by_hand=True
    )
    pair = (replace(first, lines=laid(words[:at])), replace(second, lines=laid(words[at:])))
    return (*cues[:number], *pair, *cues[number + 1 :])


def can_join(cues: Sequence[Cue], number: int) -> bool:
    """Whether a caption and the next one fit two lines and the longest time."""
    if not 0 <= number < len(cues) - 1:
        return False
    first, second = cues[number : number + 2]
    return lines_of([*first.text.split(), *second.text.split()]) is not None and (
        second.end - first.start <= MAX_SECONDS
    )


def joined(cues: Sequence[Cue], number: int) -> Cues:
    """One caption out of this and the next one; the same cues where that doesn't fit."""
    if not can_join(cues, number):
        return tuple(cues)
    first, second = cues[number : number + 2]
    words = [*first.text.split(), *second.text.split()]
    shift = len(first.text.split())
    both = Cue(
        first.start,
        second.end,
        laid(words),
        (*first.unsure, *(n + shift for n in second.unsure)),
        (*first.voice, *second.voice) if first.voice and second.voice else (),
        by_hand=True,
    )
    return (*cues[:number], both, *cues[number + 2 :])


def nudged(cues: Sequence[Cue], number: int, start: int = 0, end: int = 0, last: int | None = None) -> Cues:
    """Move the edges of a caption by frames, later where positive.

    A neighbour that touches goes along; one in the way gives room. Gaps that are
    too short to be seen are closed.

    Args:
        cues: all of them.
        number: which to move.
        start: frames for its beginning.
        end: frames for its end.
        last: frames of the clip; no caption lasts beyond them.

    Returns:
        The same cues where something would be squeezed to fewer than ``SHORTEST_FRAMES``.
    """
    cue = cues[number]
    first, stop = to_frames(cue.start) + start, to_frames(cue.end) + end
    if first < 0 or (last is not None and stop > last) or stop - first < SHORTEST_FRAMES:
        return tuple(cues)
    moved = list(_with(cues, number, replace(cue, start=from_frames(first), end=from_frames(stop), by_hand=True)))
    if number > 0 and start:
        before = moved[number - 1]
        if before.end == cue.start or moved[number].start - before.end < MIN_GAP:
            moved[number - 1] = replace(before, end=moved[number].start, by_hand=True)
    if number < len(cues) - 1 and end:
        after = moved[number + 1]
        if after.start == cue.end or after.start - moved[number].end < MIN_GAP:
            moved[number + 1] = replace(after, start=moved[number].end, by_hand=True)
    neighbours = moved[max(0, number - 1) : number + 2]
    squeezed = any(new.seconds < SHORTEST_FRAMES * FRAME for new in neighbours if new not in cues)
    return tuple(cues) if squeezed else tuple(moved)


def taken_in(cues: Iterable[Cue], end: Fraction, known: Sequence[Cue] = ()) -> Cues:
    """Captions out of a file, made to fit this program: on frames, in order, one at a time, inside of the clip.

    Args:
        cues: as they were read.
        end: length of the clip in seconds.
        known: the captions until now; what comes back unchanged stays what it was, unsure words included.

    Returns:
        None of them where all lie beyond the clip.
    """
    read = sorted((cue for cue in cues if cue.text.strip()), key=lambda cue: cue.start)
    same = {(cue.start, cue.end, cue.lines): cue for cue in known}
    placed: list[Cue] = []
    for cue, after in zip(read, [*read[1:], None], strict=False):
        stop = min(cue.end, end, *([after.start] if after is not None else []))
        first, last = on_frame(cue.start), on_frame(stop)
        if first < last:
            new = Cue(first, last, _fitting(cue.lines), by_hand=True)
            placed.append(same.get((first, last, new.lines), new))
    return tuple(placed)


def spread(words: Sequence[str], heard: Span) -> tuple[Span, ...]:
    """When each word sounds if all letters take the same time: a guess for words that nobody has listened for."""
    edges = [Fraction(at) for at in accumulate((len(word) + 1 for word in words), initial=0)]
    share = heard.seconds / edges[-1] if edges[-1] else Fraction(0)
    return tuple(Span(heard.start + a * share, heard.start + b * share) for a, b in pairwise(edges))


def laid(words: Sequence[str]) -> tuple[str, ...]:
    """Words on one or two lines; on one long line where they don't fit."""
    return lines_of(words) or (" ".join(words),)


def _fitting(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines as they were written, laid out anew only where they don't fit the picture."""
    if len(lines) <= MAX_LINES and all(len(line) <= MAX_LINE_CHARS for line in lines):
        return tuple(lines)
    return lines_of(" ".join(lines).split()) or tuple(lines)


def _best_split(words: Sequence[str]) -> int:
    layout = Layout(words)
    whole = layout.chars(0, len(words))
    return min(range(1, len(words)), key=lambda at: layout.costs[at] + abs(2 * layout.chars(0, at) - whole), default=0)


def _held(moment: Fraction, low: Fraction, high: Fraction) -> Fraction:
    return min(max(moment, low), high)


def _with(cues: Sequence[Cue], number: int, cue: Cue) -> Cues:
    return (*cues[:number], cue, *cues[number + 1 :])
