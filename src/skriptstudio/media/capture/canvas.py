"""A picture to draw on in the units of looks/presenter.svg: smooth fills and strokes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from skriptstudio.media.capture.opencv import cv2
from skriptstudio.media.capture.svg_path import Points

WIDTH_PX, HEIGHT_PX = 1920, 1080
SCALE = HEIGHT_PX / 480
"""Pixels to one unit of the drawing, whose upright page of 270x480 units stands in the middle."""

LEFT = 135 - WIDTH_PX / 2 / SCALE
"""Where the picture begins in units of the drawing."""

FINER = 2
"""OpenCV's smoothing alone leaves small round shapes ragged; they are drawn at this size and made smaller."""

Image = NDArray[np.uint8]
"""Shape (height, width, 3), BGR."""

Colour = tuple[int, int, int]
"""Blue, green, red."""

_FRACTION_BITS = 4  # sixteenths of a pixel, so that slow movement doesn't jerk


def colour(web: str, over: str = "#000000", opacity: float = 1.0) -> Colour:
    """A colour written ``#RRGGBB``, laid over another one with the given opacity."""
    front, back = (bytes.fromhex(name[1:]) for name in (web, over))
    red, green, blue = (round(f * opacity + b * (1 - opacity)) for f, b in zip(front, back, strict=True))
    return blue, green, red


@dataclass(frozen=True)
class Canvas:
    """A part of the picture.

    Attributes:
        image: what is drawn on.
        left_px, top_px: of the part within the 1920x1080 picture.
        finer: pixels of ``image`` to a pixel of the picture, along each side.
    """

    image: Image
    left_px: int = 0
    top_px: int = 0
    finer: int = 1

    def fill(self, points: Points, paint: Colour) -> None:
        """Fill a closed shape."""
        cv2.fillPoly(self.image, [self._pixels(points)], paint, cv2.LINE_AA, _FRACTION_BITS)

    def stroke(self, lines: Sequence[Points], paint: Colour, width: float) -> None:
        """Draw open lines with round ends, ``width`` in units of the drawing."""
        thickness = max(1, round(width * SCALE * self.finer))
        pixels = [self._pixels(line) for line in lines]
        cv2.polylines(self.image, pixels, False, paint, thickness, cv2.LINE_AA, _FRACTION_BITS)

    def in_picture_size(self) -> Image:
        """The image with ``finer`` taken out of it."""
        height, width = self.image.shape[:2]
        size = (width // self.finer, height // self.finer)
        return np.asarray(cv2.resize(self.image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)

    def _pixels(self, points: Points) -> NDArray[np.int32]:
        """OpenCV counts from the middle of the first pixel, the drawing from its corner."""
        in_picture = (points - (LEFT, 0.0)) * SCALE - (self.left_px, self.top_px)
        return np.round((in_picture * self.finer - 0.5) * (1 << _FRACTION_BITS)).astype(np.int32)
