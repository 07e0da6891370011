"""What a playing preview needs of the export's picture, on small pictures and fast enough for every one of them."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.clip import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.hiding import Hidden
from skriptstudio.media.render.cells import coarse

GROUND_PX = (45, 80)
"""Width and height at which the ground is blurred: a third of what the export blurs, and no difference to be seen."""
_SIGMA = 1.94
"""``framing._on_blurred_ground`` blurs by 6 at three times the size; scaling there and back does the rest."""


def hide_in(picture: NDArray[np.uint8], box: Hidden) -> None:
    """Hide a box in a picture of the whole clip at any size, in place.

    Args:
        picture: height x width x channels, 9:16; its edges are the clip's.
        box: in px of the clip; whatever pixel it touches is hidden.
    """
    tall, wide = picture.shape[:2]
    down, across = tall / CLIP_HEIGHT_PX, wide / CLIP_WIDTH_PX
    left, right = int(box.left * across), min(wide, -int(-box.right * across // 1))
    top, bottom = int(box.top * down), min(tall, -int(-box.bottom * down // 1))
    area = picture[top:bottom, left:right]
    area[...] = coarse(area, _starts(bottom - top, box.cell_px * down), _starts(right - left, box.cell_px * across))


def _starts(length: int, cell: float) -> NDArray[np.intp]:
    return np.unique(np.arange(0, length, max(1.0, cell)).round().astype(np.intp).clip(0, length - 1))


def blurred(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The ground of a picture that is seen whole: height x width x channels of ``GROUND_PX``, blurred."""
    tall, wide = picture.shape[:2]
    rows, columns = _kernel(tall), _kernel(wide)
    lines = np.tensordot(rows, picture.astype(np.float32), (1, 0))
    return np.rint(np.tensordot(columns, lines, (1, 1)).swapaxes(0, 1)).clip(0, 255).astype(np.uint8)


@cache
def _kernel(length: int) -> NDArray[np.float32]:
    """Each row the weights of one result; beyond its edges the picture goes on as it ends."""
    places = np.arange(-4 * length, 5 * length)
    weights = np.exp(-((places[None] - np.arange(length)[:, None]) ** 2) / (2 * _SIGMA**2))
    weights /= weights.sum(1, keepdims=True)
    kernel = np.zeros((length, length), np.float32)
    for place, column in zip(places.clip(0, length - 1), weights.T, strict=True):
        kernel[:, place] += column
    return kernel
