"""The 9:16 part of a camera's picture."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RATIO_WIDTH, RATIO_HEIGHT = 9, 16


@dataclass(frozen=True)
class Crop:
    """A rectangle inside a picture, in px; all values are even, as 4:2:0 video wants them."""

    left: int
    top: int
    width: int
    height: int

    def of(self, image: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """A view of that part of an image of shape (height, width, ...)."""
        return image[self.top : self.top + self.height, self.left : self.left + self.width]


def portrait_crop(width: int, height: int) -> Crop:
    """The largest upright 9:16 rectangle in the middle of a picture, to the nearest even size.

    1920x1080 gives 608x1080; a picture taller than 9:16 loses above and below. What
    was cropped before is left as it is.
    """
    high = _even(height)
    wide = _nearest_even(high * RATIO_WIDTH / RATIO_HEIGHT)
    if wide > _even(width):
        wide, high = _even(width), min(high, _nearest_even(_even(width) * RATIO_HEIGHT / RATIO_WIDTH))
    return Crop(left=_even((width - wide) // 2), top=_even((height - high) // 2), width=wide, height=high)


def _even(value: int) -> int:
    return value & ~1


def _nearest_even(value: float) -> int:
    return 2 * round(value / 2)
