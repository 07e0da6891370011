"""Blending drawn text into pictures, only in its rectangle, in YUV 4:2:0.

Alpha times colour is computed once for each text; a picture then costs one
multiplication and one addition for each covered pixel.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.media.render.layers import Layer
from skriptstudio.media.render.planes import pixels
from skriptstudio.media.render.text import Drawn

_RGB_TO_YUV = np.array(
    [
        [0.2126, 0.7152, 0.0722],
        [-0.2126 / 1.8556, -0.7152 / 1.8556, 0.5],
        [0.5, -0.7152 / 1.5748, -0.0722 / 1.5748],
    ]
)
"""Rec. ITU-R BT.709-6, items 3.2 and 3.3."""
_SPANS, _OFFSETS = (219, 224, 224), (16, 128, 128)
"""Limited range, BT.709-6 item 4.6."""


@dataclass(frozen=True)
class _Plane:
    """One plane of a stamp: ``result = (weighted + picture * keep) / 255``."""

    x: int
    y: int
    weighted: NDArray[np.uint16]
    keep: NDArray[np.uint16]


@dataclass(frozen=True)
class Stamp:
    """Text ready to be blended: planes Y, U, V."""

    planes: tuple[_Plane, ...]


def stamp(drawn: Drawn) -> Stamp:
    """Convert an RGBA drawing to premultiplied BT.709 limited range, chroma at half size.

    What lies outside of the picture is cut off.
    """
    drawn = _inside(drawn)
    alpha = drawn.image[..., 3].astype(np.float64)
    colour = drawn.image[..., :3].astype(np.float64) / 255 @ _RGB_TO_YUV.T
    planes = []
    for index in range(3):
        weighted = (colour[..., index] * _SPANS[index] + _OFFSETS[index]) * alpha
        weight, x, y = alpha, drawn.x, drawn.y
        if index:
            weighted, weight, x, y = _halved(weighted), _halved(alpha), x // 2, y // 2
        rounded = np.rint(weight)
        planes.append(_Plane(x, y, np.rint(weighted).astype(np.uint16), (255 - rounded).astype(np.uint16)))
    return Stamp(tuple(planes))


def _inside(drawn: Drawn) -> Drawn:
    left, top = max(0, -drawn.x), max(0, -drawn.y)
    right, bottom = max(0, CLIP_WIDTH_PX - drawn.x), max(0, CLIP_HEIGHT_PX - drawn.y)
    return replace(drawn, image=drawn.image[top:bottom, left:right], x=max(0, drawn.x), y=max(0, drawn.y))


def _halved(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return (values[::2, ::2] + values[1::2, ::2] + values[::2, 1::2] + values[1::2, 1::2]) / 4


def blend(frame: VideoFrame, text: Stamp) -> None:
    """Draw the stamp into a yuv420p frame, in place; the frame must be writable."""
    for plane, part in zip(frame.planes, text.planes, strict=True):
        height, width = part.keep.shape
        area = pixels(plane)[part.y : part.y + height, part.x : part.x + width]
        mixed = area * part.keep
        mixed += part.weighted
        mixed += 127
        mixed += mixed >> 8  # division by 255, exact for 16 bits
        mixed >>= 8
        area[...] = mixed


class Overlay:
    """Draws layers into the clip's frames, each text converted only once while it is seen."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        self._layers = layers
        self._stamps: dict[str, Stamp] = {}

    def draw(self, frame: VideoFrame, index: int) -> None:
        """Draw all that belongs into clip frame ``index``, in place."""
        seen = [layer for layer in self._layers if layer.first <= index < layer.end]
        if not seen:
            return
        self._stamps = {layer.mark: self._stamp(layer) for layer in seen}
        frame.make_writable()
        for layer in seen:
            blend(frame, self._stamps[layer.mark])

    def _stamp(self, layer: Layer) -> Stamp:
        return self._stamps.get(layer.mark) or stamp(layer.drawn)
