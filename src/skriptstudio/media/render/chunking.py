"""Where the picture of a clip is divided into chunks that are encoded, kept and used again one by one.

The borders depend on what is near them only: a segment begins a chunk, a caption
does, and long stretches are divided at fixed moments of the take. So a change of
one caption, or of one end of one segment, leaves all other chunks as they are.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.clip import SourceSegment
from skriptstudio.domain.timecode import to_frames


@dataclass(frozen=True)
class Chunk:
    """A closed group of pictures, all of one segment.

    Attributes:
        at: clip frame at which it begins.
        segment: index of the segment.
        skip: frames of the segment before it.
        frames: how many pictures it holds.
    """

    at: int
    segment: int
    skip: int
    frames: int


def chunks(segments: Sequence[SourceSegment], captions: Iterable[Cue], longest: int) -> tuple[Chunk, ...]:
    """Divide a clip; the chunks follow each other without a gap.

    Args:
        segments: the cut.
        captions: what is drawn, in seconds of the clip.
        longest: most frames of a chunk, at least 8.
    """
    starts = sorted({to_frames(cue.start) for cue in captions})
    found: list[Chunk] = []
    at = 0
    for index, segment in enumerate(segments):
        first, frames = to_frames(segment.start), to_frames(segment.end) - to_frames(segment.start)
        inside = [start - at for start in starts if at < start < at + frames]
        borders = [0, *_borders(frames, first, inside, longest), frames]
        found += [Chunk(at + a, index, a, b - a) for a, b in pairwise(borders) if a < b]
        at += frames
    return tuple(found)


def _borders(frames: int, first: int, starts: Sequence[int], longest: int) -> Iterator[int]:
    """Borders inside a segment; ``first`` is its first frame's number in the take."""
    shortest, begin = longest // 4, 0
    for border in [*starts, frames]:
        last = border == frames
        if not last and (border - begin < shortest or frames - border < shortest):
            continue  # too near to another border: nothing is gained
        yield from _divided(begin, border, first, longest)
        if not last:
            yield border
        begin = border


def _divided(begin: int, end: int, first: int, longest: int) -> Iterator[int]:
    """Borders inside a stretch without any caption's start, on a grid of the take."""
    if end - begin <= longest:
        return
    shortest, step = longest // 4, longest * 3 // 4
    next_border = begin - (first + begin) % step
    inside = [b for b in range(next_border, end, step) if b - begin >= shortest and end - b >= shortest]
    yield from inside or [(begin + end) // 2]
