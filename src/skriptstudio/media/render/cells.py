"""Cells of one colour each, out of which nothing can be computed back."""

import numpy as np
from numpy.typing import NDArray


def coarse(area: NDArray[np.uint8], rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.uint8]:
    """Each cell of a picture replaced by its mean.

    Args:
        area: height x width, or height x width x channels.
        rows: first row of each cell, from 0, growing.
        columns: first column of each cell, likewise.
    """
    sums = np.add.reduceat(np.add.reduceat(area.astype(np.int64), rows, 0), columns, 1)
    heights, widths = np.diff([*rows, area.shape[0]]), np.diff([*columns, area.shape[1]])
    sizes = (heights[:, None] * widths[None]).reshape(len(rows), len(columns), *[1] * (area.ndim - 2))
    return np.repeat(np.repeat((sums // sizes).astype(np.uint8), heights, 0), widths, 1)
