"""Flashes that can cause a seizure, found on a coarse grid of the picture (WCAG 2.3.1, "general flash")."""

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.timecode import CLIP_FPS

ROWS, COLUMNS = 16, 9
CELLS = ROWS * COLUMNS
"""Each is 1/9 of the picture's width: 7 mm on a phone whose screen is 65 mm wide."""

_FLASH = 25
"""Least change of the relative luminance, in 1/250: a tenth of white."""
_DARK_SIDE = 200
"""The darker state of a flash is below 80 %."""
_FIELD = 7
"""Cells along the side of a field of view of 10 degrees: 52 mm, 30 cm before a phone."""
_SHARE = 0.25
"""Of the field: no smaller area of flashes counts."""


def most_flashes(grid: NDArray[np.uint8]) -> int:
    """The most flashes within any second that more than a quarter of a field of view shows at once.

    A flash is a rise and a fall of the relative luminance by a tenth, in whichever order.

    Args:
        grid: shape (pictures, CELLS), relative luminance in 1/250, 30 pictures a second.
    """
    turned = _turns(grid.astype(np.int16))
    sums = np.concatenate([np.zeros((1, CELLS), np.int32), np.cumsum(turned, axis=0, dtype=np.int32)])
    ends = np.minimum(np.arange(len(turned)) + CLIP_FPS, len(turned))
    flashes = (sums[ends] - sums[:-1]) // 2
    most = 0
    while _is_seen(flashes >= most + 1):
        most += 1
    return most


def _turns(grid: NDArray[np.int16]) -> NDArray[np.bool_]:
    """Where each cell begins to change by ``_FLASH`` against the direction of its change before."""
    turned = np.zeros(grid.shape, bool)
    if not len(grid):
        return turned
    low, high, last = grid[0].copy(), grid[0].copy(), np.zeros(CELLS, np.int8)
    for index, now in enumerate(grid):
        np.minimum(low, now, out=low)
        np.maximum(high, now, out=high)
        rose = (now - low >= _FLASH) & (low < _DARK_SIDE)
        fell = (high - now >= _FLASH) & (now < _DARK_SIDE) & ~rose
        changed = rose | fell
        if changed.any():
            direction = rose.astype(np.int8) - fell
            turned[index] = changed & (direction != last)
            last, low, high = (np.where(changed, new, old) for new, old in ((direction, last), (now, low), (now, high)))
    return turned


def _is_seen(cells: NDArray[np.bool_]) -> bool:
    """Whether in any picture more than ``_SHARE`` of a field are marked; shape (pictures, CELLS)."""
    rows = cells.reshape(-1, ROWS, COLUMNS)
    rows = rows[rows.sum(axis=(1, 2)) > _SHARE * _FIELD**2]
    corners = np.pad(rows.cumsum(axis=1, dtype=np.int16).cumsum(axis=2, dtype=np.int16), ((0, 0), (1, 0), (1, 0)))
    n = _FIELD
    fields = corners[:, n:, n:] - corners[:, :-n, n:] - corners[:, n:, :-n] + corners[:, :-n, :-n]
    return bool((fields > _SHARE * n**2).any())
