"""Frames of any media file as upright pictures, cut to 9:16 where that is all they are needed for."""

from fractions import Fraction

import numpy as np
from av.filter.graph import Graph
from av.video.frame import VideoFrame
from av.video.reformatter import Colorspace, VideoReformatter
from numpy.typing import NDArray

from skriptstudio.media.capture.portrait import portrait_crop

_HD_HEIGHT = 720
"""Untagged pictures from this height on are BT.709, smaller ones BT.601, as players take it."""

_MATRICES = {
    1: Colorspace.ITU709,
    4: Colorspace.FCC,
    5: Colorspace.ITU601,
    6: Colorspace.ITU601,
    7: Colorspace.SMPTE240M,
    9: Colorspace.BT2020,
}

_TURNS = {90: ["transpose=clock"], 180: ["hflip", "vflip"], 270: ["transpose=cclock"]}


class UprightPictures:
    """Turns frames upright, makes their pixels square and, if wanted, cuts out the 9:16 middle.

    It follows changes of size or format in the middle of a file.
    """

    def __init__(self, pixel_aspect: Fraction = Fraction(1), whole: bool = False) -> None:
        """Get ready.

        Args:
            pixel_aspect: width of a pixel in heights of a pixel, as stored.
            whole: cut nothing away but what makes the size even.
        """
        self._pixel_aspect = pixel_aspect
        self._whole = whole
        self._graph: Graph | None = None
        self._made_for: tuple[object, ...] = ()
        self._reformatter = VideoReformatter()

    def image(self, frame: VideoFrame) -> NDArray[np.uint8]:
        """The picture of a decoded frame: shape (height, width, 3), BGR, even sizes."""
        turn = -frame.rotation % 360
        made_for = (frame.width, frame.height, frame.format.name, turn)
        if self._graph is None or made_for != self._made_for:
            self._graph, self._made_for = self._make_graph(frame, turn), made_for
        self._graph.push(frame)
        cut = self._graph.pull()
        assert isinstance(cut, VideoFrame)
        bgr = self._reformatter.reformat(cut, format="bgr24", src_colorspace=_colorspace(frame))
        return np.asarray(bgr.to_ndarray(), np.uint8)

    def _make_graph(self, frame: VideoFrame, turn: int) -> Graph:
        """A filter graph that crops as early as it can, so that all the rest has less to do."""
        wide, high = round(frame.width * self._pixel_aspect), frame.height
        square = [] if wide == frame.width else [f"scale={wide}:{high}"]
        across, down = self._kept(wide, high, lying=turn in (90, 270))
        steps = [*square, f"crop={across}:{down}", *_TURNS.get(turn, ())]
        graph = Graph()
        nodes = [
            graph.add_buffer(width=frame.width, height=frame.height, format=frame.format, time_base=frame.time_base),
            *(graph.add(*step.split("=")) for step in steps),
            graph.add("buffersink"),
        ]
        graph.link_nodes(*nodes).configure()
        return graph

    def _kept(self, wide: int, high: int, lying: bool) -> tuple[int, int]:
        """Width and height of what is cut out of the middle before the turn."""
        if self._whole:
            return wide & ~1, high & ~1
        crop = portrait_crop(high, wide) if lying else portrait_crop(wide, high)
        return (crop.height, crop.width) if lying else (crop.width, crop.height)


def _colorspace(frame: VideoFrame) -> Colorspace:
    """The matrix of a frame's colours; ``frame.colorspace`` counts as in ITU-T H.273."""
    if frame.colorspace in _MATRICES:
        return _MATRICES[frame.colorspace]
    return Colorspace.ITU709 if min(frame.width, frame.height) >= _HD_HEIGHT else Colorspace.ITU601
