"""From any picture to one of the clip: upright, 9:16, 1080x1920, BT.709."""

from dataclasses import dataclass
from fractions import Fraction

import av
from av.filter import Graph
from av.video.frame import VideoFrame

from skriptstudio.domain.clip import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.media.look.opening import clockwise_turn

_TURNS = {0: (), 90: ("clock",), 180: ("clock", "clock"), 270: ("cclock",)}
_HD_LINES = 720
_MATRICES = {1: "bt709", 4: "fcc", 5: "bt601", 6: "bt601", 7: "smpte240m", 9: "bt2020"}
"""Values of ISO/IEC 23091-4 matrix coefficients that FFmpeg's scaler knows, by its names."""


@dataclass(frozen=True)
class _Kind:
    """All properties of a source picture that the way to the clip depends on."""

    width: int
    height: int
    pixels: str
    turn: int
    matrix: int
    full_range: bool
    aspect: Fraction


class Framing:
    """Crops the middle of each picture to 9:16 and scales it; one object for each source.

    Phones change size and direction within a file: the way is laid anew whenever
    the kind of picture changes.
    """

    def __init__(self, aspect: Fraction) -> None:
        """``aspect`` is the width of a source pixel by its height."""
        self._aspect = aspect
        self._kind: _Kind | None = None
        self._graph: Graph | None = None

    def clip_picture(self, frame: VideoFrame) -> VideoFrame:
        """A picture of 1080x1920, yuv420p, BT.709 limited range; the memory may be shared with the source."""
        kind = _kind(frame, self._aspect)
        if self._graph is None or kind != self._kind:
            self._kind, self._graph = kind, _graph(kind, frame)
        self._graph.vpush(frame)
        result = self._graph.vpull()
        result.pict_type = 0  # the source's kind of picture must not force the encoder's
        return result


def _kind(frame: VideoFrame, aspect: Fraction) -> _Kind:
    name = frame.format.name
    full = frame.color_range == 2 or name.startswith("yuvj")
    return _Kind(frame.width, frame.height, name, clockwise_turn(frame), frame.colorspace, full, aspect)


def _graph(kind: _Kind, frame: VideoFrame) -> Graph:
    graph = av.filter.Graph()
    width, height = crop_size(kind.width, kind.height, kind.aspect, sideways=kind.turn in (90, 270))
    nodes = [
        graph.add_buffer(width=kind.width, height=kind.height, format=frame.format, time_base=Fraction(1, 1000)),
        graph.add("crop", f"{width}:{height}"),
        *(graph.add("transpose", direction) for direction in _TURNS[kind.turn]),
        graph.add("scale", f"{CLIP_WIDTH_PX}:{CLIP_HEIGHT_PX}:flags=bicubic:{_colours(kind)}"),
        graph.add("format", "yuv420p"),
        graph.add("buffersink"),
    ]
    graph.link_nodes(*nodes).configure()
    return graph


def _colours(kind: _Kind) -> str:
    """What the scaler must know; an untagged picture is read as its size suggests (HD: BT.709, else BT.601)."""
    guess = "bt709" if min(kind.width, kind.height) >= _HD_LINES else "bt601"
    matrix = _MATRICES.get(kind.matrix, guess)
    in_range = "pc" if kind.full_range else "tv"
    return f"in_color_matrix={matrix}:in_range={in_range}:out_color_matrix=bt709:out_range=tv"


def crop_size(width: int, height: int, aspect: Fraction, *, sideways: bool) -> tuple[int, int]:
    """Largest 9:16 window of a picture, in its own pixels.

    Args:
        width: as stored, in px, at least 1.
        height: as stored, in px, at least 1.
        aspect: width of a pixel by its height.
        sideways: the player turns the picture by a quarter, so the window is 16:9 as stored.
    """
    wanted = Fraction(CLIP_WIDTH_PX, CLIP_HEIGHT_PX)
    ratio = (1 / wanted if sideways else wanted) / aspect  # of the window, counted in stored pixels
    cropped = round(height * ratio)
    return (max(1, cropped), height) if cropped <= width else (width, max(1, round(width / ratio)))
