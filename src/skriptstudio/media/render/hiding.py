"""Making a place of the picture unrecognisable: what is hidden isn't in the file any more."""

import numpy as np
from av.video.frame import VideoFrame

from skriptstudio.domain.hiding import Hidden
from skriptstudio.media.render.cells import coarse
from skriptstudio.media.render.planes import pixels


def hide(frame: VideoFrame, box: Hidden) -> None:
    """Replace the box of a yuv420p frame by the mean of each cell, in place; the frame must be writable."""
    for index, plane in enumerate(frame.planes):
        scale = 2 if index else 1
        left, top, right, bottom = (edge // scale for edge in box.place)
        area = pixels(plane)[top:bottom, left:right]
        cell = box.cell_px // scale
        area[...] = coarse(area, np.arange(0, area.shape[0], cell), np.arange(0, area.shape[1], cell))
