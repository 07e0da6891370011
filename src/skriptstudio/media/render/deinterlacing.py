"""Pictures of camcorders and television, two half pictures woven into one: without combs."""

from collections import deque
from collections.abc import Iterable, Iterator
from fractions import Fraction

import av
from av.filter import Graph
from av.video.frame import VideoFrame

Timed = tuple[Fraction, VideoFrame]
"""A moment in seconds and its picture."""

_TICK = Fraction(1, 1000)


def deinterlaced(pictures: Iterable[Timed]) -> Iterator[Timed]:
    """The same pictures at the same moments, with those marked as interlaced replaced by whole ones.

    Nothing is done, and nothing is late, until the first one that is so marked.
    """
    weaver: _Weaver | None = None
    for moment, frame in pictures:
        if weaver is not None and not weaver.takes(frame):
            yield from weaver.rest()
            weaver = None
        if weaver is None and frame.interlaced_frame:
            weaver = _Weaver(frame)
        if weaver is None:
            yield moment, frame
        else:
            yield from weaver.add(moment, frame)
    if weaver is not None:
        yield from weaver.rest()


class _Weaver:
    """FFmpeg's ``bwdif``, which looks at the picture before and the one after, for pictures of one kind."""

    def __init__(self, like: VideoFrame) -> None:
        self._kind = _kind(like)
        self._moments: deque[Fraction] = deque()
        self._pushed = 0
        self._graph = Graph()
        source = self._graph.add_buffer(width=like.width, height=like.height, format=like.format, time_base=_TICK)
        weave = self._graph.add("bwdif", "mode=send_frame:parity=auto:deint=interlaced")
        self._graph.link_nodes(source, weave, self._graph.add("buffersink")).configure()

    def takes(self, frame: VideoFrame) -> bool:
        return _kind(frame) == self._kind

    def add(self, moment: Fraction, frame: VideoFrame) -> Iterator[Timed]:
        self._moments.append(moment)
        frame.pts, frame.time_base = self._pushed, _TICK
        self._pushed += 1
        self._graph.vpush(frame)
        yield from self._made()

    def rest(self) -> Iterator[Timed]:
        self._graph.vpush(None)
        yield from self._made()

    def _made(self) -> Iterator[Timed]:
        while self._moments:
            try:
                frame = self._graph.vpull()
            except (av.BlockingIOError, av.EOFError):
                return
            yield self._moments.popleft(), frame


def _kind(frame: VideoFrame) -> tuple[int, int, str]:
    return frame.width, frame.height, frame.format.name
