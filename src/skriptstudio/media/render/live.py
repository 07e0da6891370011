"""What a playing preview needs of the export's picture, on small pictures and fast enough for every one of them."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.hiding import Hidden
from skriptstudio.media.render.cells import coarse

GROUND_PX = (45, 80)
"""Width and height at which the ground is blurred: a third of what the export blurs, and no difference to be seen."""
_FALL_BRIGHT, _FALL_COLOUR = 0.494, 0.703
"""How a pixel's weight falls with each pixel of distance.

FFmpeg's gblur with one step and sigma 6 weighs by 0.7904 to the power of the
distance, here of three pixels; in the halved planes of colour, of one and a half.
"""
_BRIGHTNESS_BGR = np.array((0.0722, 0.7152, 0.2126), np.float32)
"""Rec. ITU-R BT.709-6, item 3.2."""


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
    """The ground of a picture that is seen whole, as ``framing`` blurs it.

    Args:
        picture: of ``GROUND_PX``; height x width x blue, green, red.
    """
    colours = picture.astype(np.float32)
    bright = (colours * _BRIGHTNESS_BGR).sum(-1, keepdims=True)
    result = _spread(bright, _FALL_BRIGHT) + _spread(colours - bright, _FALL_COLOUR)
    rounded: NDArray[np.uint8] = np.rint(result).clip(0, 255).astype(np.uint8)
    return rounded


def _spread(plane: NDArray[np.float32], fall: float) -> NDArray[np.float32]:
    """Not by matrix products: those would wake a thread on each core for a picture of a few thousand pixels."""
    lines = np.einsum("ab,cbd->cad", _kernel(plane.shape[1], fall), plane)
    spread: NDArray[np.float32] = np.einsum("ab,bcd->acd", _kernel(plane.shape[0], fall), lines)
    return spread


@cache
def _kernel(length: int, fall: float) -> NDArray[np.float32]:
    """Each row the weights of one result; beyond its edges the picture goes on as it ends."""
    places = np.arange(-length, 2 * length)
    weights = fall ** abs(places[None] - np.arange(length)[:, None])
    weights /= weights.sum(1, keepdims=True)
    kernel = np.zeros((length, length), np.float32)
    for place, column in zip(places.clip(0, length - 1), weights.T, strict=True):
        kernel[:, place] += column
    return kernel
