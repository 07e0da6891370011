"""Whose picture is seen when: the cut with its inserts laid over it. The sound is that of the cut alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from skriptstudio.domain.clip import PictureInsert, SourceSegment
from skriptstudio.domain.dressing import seen_spans
from skriptstudio.domain.timecode import from_frames, to_frames


def seen_segments(segments: Sequence[SourceSegment], inserts: Sequence[PictureInsert]) -> tuple[SourceSegment, ...]:
    """The segments of the picture: as long as the cut, with the inserts in their places (``seen_spans``)."""
    total = sum(map(_frames, segments))
    found: list[SourceSegment] = []
    at = 0
    for number, begin, end in _seen(inserts, total):
        insert = inserts[number]
        found += _between(segments, at, begin)
        found.append(_part(insert.segment, begin - insert.at, end - insert.at))
        at = end
    return (*found, *_between(segments, at, total))


def inserted(inserts: Sequence[PictureInsert], total: int) -> list[tuple[int, int]]:
    """First clip frame and the one behind the last of each stretch that shows another picture over the voice."""
    return [(begin, end) for _, begin, end in _seen(inserts, total)]


def _seen(inserts: Sequence[PictureInsert], total: int) -> Iterator[tuple[int, int, int]]:
    return seen_spans([(one.at, one.at + _frames(one.segment)) for one in inserts], total)


def _frames(segment: SourceSegment) -> int:
    return to_frames(segment.end) - to_frames(segment.start)


def _between(segments: Sequence[SourceSegment], begin: int, end: int) -> Iterator[SourceSegment]:
    """The cut from clip frame ``begin`` to ``end``."""
    at = 0
    for segment in segments:
        first, last = max(begin, at), min(end, at + _frames(segment))
        if first < last:
            yield _part(segment, first - at, last - at)
        at += _frames(segment)


def _part(segment: SourceSegment, first: int, last: int) -> SourceSegment:
    """Frames ``first`` to ``last`` of a segment."""
    start = to_frames(segment.start)
    return replace(segment, start=from_frames(start + first), end=from_frames(start + last))
