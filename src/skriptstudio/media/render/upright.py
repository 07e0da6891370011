"""From any picture to a small one as a player shows it: upright, whole, square pixels, BT.709."""

from fractions import Fraction

import av
from av.filter import Graph
from av.video.frame import VideoFrame

from skriptstudio.media.render.framing import TURNS, Kind, even, kind_of, scaled


def upright_size(frame: VideoFrame, aspect: Fraction, short_px: int) -> tuple[int, int]:
    """Width and height of a picture as it is shown, even, its shorter side at most ``short_px``.

    Args:
        frame: any picture of the film.
        aspect: width of its pixels by their height.
        short_px: even.
    """
    wide, tall = _shown(kind_of(frame, aspect))
    share = min(Fraction(1), short_px / min(wide, tall))
    return even(wide * share), even(tall * share)


class Upright:
    """Turns and scales each picture to one size; what has another shape (phones change it) gets bars."""

    def __init__(self, aspect: Fraction, size: tuple[int, int]) -> None:
        """``aspect`` is the width of a source pixel by its height, ``size`` width and height in px."""
        self._aspect = aspect
        self._size = size
        self._kind: Kind | None = None
        self._graph: Graph | None = None

    def picture(self, frame: VideoFrame) -> VideoFrame:
        """A picture of the one size, yuv420p, BT.709 limited range."""
        kind = kind_of(frame, self._aspect)
        if self._graph is None or kind != self._kind:
            self._kind, self._graph = kind, _graph(kind, frame, self._size)
        self._graph.vpush(frame)
        result = self._graph.vpull()
        result.pict_type = 0  # the source's kind of picture must not force the encoder's
        return result


def _graph(kind: Kind, frame: VideoFrame, size: tuple[int, int]) -> Graph:
    graph = av.filter.Graph()
    source = graph.add_buffer(width=kind.width, height=kind.height, format=frame.format, time_base=Fraction(1, 1000))
    wide, tall = _shown(kind)
    share = min(size[0] / wide, size[1] / tall)
    inner = min(size[0], even(wide * share)), min(size[1], even(tall * share))
    stored = inner[::-1] if kind.turn in (90, 270) else inner
    graph.link_nodes(
        source,
        *scaled(graph, f"{stored[0]}:{stored[1]}:flags=area", kind),  # first small, then turned: that is quicker
        *(graph.add("transpose", direction) for direction in TURNS[kind.turn]),
        *([] if inner == size else [graph.add("pad", f"{size[0]}:{size[1]}:-1:-1")]),
        graph.add("setsar", "1"),
        graph.add("buffersink"),
    )
    graph.configure()
    return graph


def _shown(kind: Kind) -> tuple[Fraction, Fraction]:
    """Width and height after square pixels and the turn."""
    wide, tall = kind.width * kind.aspect, Fraction(kind.height)
    return (tall, wide) if kind.turn in (90, 270) else (wide, tall)
