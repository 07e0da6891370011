"""From any picture to one of the clip: upright, 9:16, 1080x1920, BT.709."""

from dataclasses import dataclass
from fractions import Fraction

import av
from av.filter import Graph
from av.filter.context import FilterContext
from av.video.frame import VideoFrame

from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.framing import crop_size, whole_size
from skriptstudio.media.look.opening import clockwise_turn
from skriptstudio.media.render.tone import is_hdr, tone_table

TURNS = {0: (), 90: ("clock",), 180: ("clock", "clock"), 270: ("cclock",)}
_HD_LINES = 720
_GROUND = 8
"""The blurred ground is computed at an eighth of the size: nobody sees a difference, and it costs nothing."""
_MATRICES = {1: "bt709", 4: "fcc", 5: "bt601", 6: "bt601", 7: "smpte240m", 9: "bt2020"}
"""Values of ISO/IEC 23091-4 matrix coefficients that FFmpeg's scaler knows, by its names."""


@dataclass(frozen=True)
class Kind:
    """All properties of a source picture that the way to the clip depends on."""

    width: int
    height: int
    pixels: str
    turn: int
    matrix: int
    full_range: bool
    transfer: int
    aspect: Fraction


@dataclass(frozen=True)
class View:
    """Which part of a picture is seen.

    Attributes:
        across: place of the 9:16 window, 0 left or top to 1 right or bottom.
        all_of_it: the whole picture on a blurred ground instead.
    """

    across: Fraction = Fraction(1, 2)
    all_of_it: bool = False


MIDDLE = View()


class Framing:
    """Crops each picture to 9:16, or sets it on a blurred ground, and scales it; one object for each source.

    Phones change size and direction within a file: the way is laid anew whenever
    the kind of picture changes.
    """

    def __init__(self, aspect: Fraction, view: View = MIDDLE) -> None:
        """``aspect`` is the width of a source pixel by its height."""
        self._aspect = aspect
        self._view = view
        self._kind: Kind | None = None
        self._graph: Graph | None = None

    def clip_picture(self, frame: VideoFrame) -> VideoFrame:
        """A picture of 1080x1920, yuv420p, BT.709 limited range; the memory may be shared with the source."""
        kind = kind_of(frame, self._aspect)
        if self._graph is None or kind != self._kind:
            self._kind, self._graph = kind, _graph(kind, frame, self._view)
        self._graph.vpush(frame)
        result = self._graph.vpull()
        result.pict_type = 0  # the source's kind of picture must not force the encoder's
        return result


def kind_of(frame: VideoFrame, aspect: Fraction) -> Kind:
    """What a picture is like; ``aspect`` is the width of its pixels by their height."""
    name = frame.format.name
    full = frame.color_range == 2 or name.startswith("yuvj")
    return Kind(frame.width, frame.height, name, clockwise_turn(frame), frame.colorspace, full, frame.color_trc, aspect)


def _graph(kind: Kind, frame: VideoFrame, view: View) -> Graph:
    graph = av.filter.Graph()
    source = graph.add_buffer(width=kind.width, height=kind.height, format=frame.format, time_base=Fraction(1, 1000))
    if view.all_of_it:
        _on_blurred_ground(graph, source, kind)
    else:
        _windowed(graph, source, kind, view)
    graph.configure()
    return graph


def _windowed(graph: Graph, source: FilterContext, kind: Kind, view: View) -> None:
    width, height = crop_size(kind.width, kind.height, kind.aspect, sideways=kind.turn in (90, 270))
    along = 1 - view.across if kind.turn in (90, 180) else view.across  # as stored, before the turn
    graph.link_nodes(
        source,
        graph.add("crop", f"{width}:{height}:(iw-ow)*{float(along):.6f}:(ih-oh)*{float(along):.6f}"),
        *(graph.add("transpose", direction) for direction in TURNS[kind.turn]),
        *scaled(graph, f"{CLIP_WIDTH_PX}:{CLIP_HEIGHT_PX}:flags=bicubic", kind),
        graph.add("buffersink"),
    )


def _on_blurred_ground(graph: Graph, source: FilterContext, kind: Kind) -> None:
    """The whole picture in front of itself, small, blurred and cropped."""
    aspect = 1 / kind.aspect if kind.turn in (90, 270) else kind.aspect
    tall, wide = (kind.width, kind.height) if kind.turn in (90, 270) else (kind.height, kind.width)
    front = ":".join(str(even(side)) for side in whole_size(wide, tall, aspect))
    width, height = crop_size(wide, tall, aspect, sideways=False)
    split, over = graph.add("split"), graph.add("overlay", "(W-w)/2:(H-h)/2:format=yuv420")
    graph.link_nodes(source, *(graph.add("transpose", direction) for direction in TURNS[kind.turn]), split)
    ground = [
        graph.add("crop", f"{width}:{height}"),
        *scaled(graph, f"{CLIP_WIDTH_PX // _GROUND}:{CLIP_HEIGHT_PX // _GROUND}:flags=area", kind),
        graph.add("gblur", "sigma=6"),
        graph.add("scale", f"{CLIP_WIDTH_PX}:{CLIP_HEIGHT_PX}:flags=bilinear"),
    ]
    picture = scaled(graph, f"{front}:flags=bicubic", kind)
    for output, chain in enumerate((ground, picture)):
        split.link_to(chain[0], output, 0)
        graph.link_nodes(*chain)
        chain[-1].link_to(over, 0, output)
    graph.link_nodes(over, graph.add("format", "yuv420p"), graph.add("buffersink"))


def scaled(graph: Graph, size: str, kind: Kind) -> list[FilterContext]:
    """To a size and to yuv420p of BT.709; HDR by way of RGB, where its colours are looked up."""
    if not is_hdr(kind.transfer):
        return [graph.add("scale", f"{size}:{_colours(kind)}"), graph.add("format", "yuv420p")]
    in_range = "pc" if kind.full_range else "tv"
    return [
        graph.add("scale", f"{size}:in_color_matrix={_MATRICES.get(kind.matrix, 'bt2020')}:in_range={in_range}"),
        graph.add("format", "gbrp10le"),
        tone_table(graph, kind.transfer),
        graph.add("scale", "out_color_matrix=bt709:out_range=tv"),
        graph.add("format", "yuv420p"),
    ]


def even(length: Fraction | float) -> int:
    """The even length next to this one, at least 2: yuv420p has no odd ones."""
    return max(2, round(length / 2) * 2)


def _colours(kind: Kind) -> str:
    """What the scaler must know; an untagged picture is read as its size suggests (HD: BT.709, else BT.601)."""
    guess = "bt709" if min(kind.width, kind.height) >= _HD_LINES else "bt601"
    matrix = _MATRICES.get(kind.matrix, guess)
    in_range = "pc" if kind.full_range else "tv"
    return f"in_color_matrix={matrix}:in_range={in_range}:out_color_matrix=bt709:out_range=tv"
