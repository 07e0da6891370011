"""Making a place of the picture unrecognisable: what is hidden isn't in the file any more."""

from dataclasses import dataclass

import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from skriptstudio.domain.clip import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.dressing import Box
from skriptstudio.domain.timecode import to_frames
from skriptstudio.media.render.planes import pixels

CELL_PX = 64
"""Smallest cell: a line of text or a number plate is less high, so nothing of it can be read or computed back."""
_CELLS = 3
"""Along the shorter side at most: too few to know a face by."""


@dataclass(frozen=True)
class Hidden:
    """A box in px of the clip, on whole cells, and the clip frames that hide it."""

    left: int
    top: int
    right: int
    bottom: int
    first: int
    end: int

    @property
    def cell_px(self) -> int:
        """Side of a cell; even."""
        return max(CELL_PX, -(-min(self.right - self.left, self.bottom - self.top) // _CELLS // 2) * 2)

    @property
    def place(self) -> tuple[int, int, int, int]:
        return self.left, self.top, self.right, self.bottom


def hidden_of(box: Box) -> Hidden:
    """The box widened to whole pairs of pixels."""
    left, top = int(box.left * CLIP_WIDTH_PX) // 2 * 2, int(box.top * CLIP_HEIGHT_PX) // 2 * 2
    right = min(CLIP_WIDTH_PX, -(-int((box.left + box.width) * CLIP_WIDTH_PX + 1) // 2) * 2)
    bottom = min(CLIP_HEIGHT_PX, -(-int((box.top + box.height) * CLIP_HEIGHT_PX + 1) // 2) * 2)
    return Hidden(left, top, right, bottom, to_frames(box.start), to_frames(box.end))


def hide(frame: VideoFrame, box: Hidden) -> None:
    """Replace the box of a yuv420p frame by the mean of each cell, in place; the frame must be writable."""
    for index, plane in enumerate(frame.planes):
        scale = 2 if index else 1
        left, top, right, bottom = (edge // scale for edge in box.place)
        area = pixels(plane)[top:bottom, left:right]
        area[...] = _coarse(area, box.cell_px // scale)


def _coarse(area: NDArray[np.uint8], cell: int) -> NDArray[np.uint8]:
    rows, columns = np.arange(0, area.shape[0], cell), np.arange(0, area.shape[1], cell)
    sums = np.add.reduceat(np.add.reduceat(area.astype(np.int64), rows, 0), columns, 1)
    heights, widths = np.diff([*rows, area.shape[0]]), np.diff([*columns, area.shape[1]])
    means = (sums // (heights[:, None] * widths[None])).astype(np.uint8)
    return np.repeat(np.repeat(means, heights, 0), widths, 1)
