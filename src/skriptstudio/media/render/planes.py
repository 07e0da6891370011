"""The pixels of a frame's planes, without a copy."""

import numpy as np
from av.video.plane import VideoPlane
from numpy.typing import NDArray


def pixels(plane: VideoPlane) -> NDArray[np.uint8]:
    """Rows of a plane of one byte a pixel, with the padding at their ends; what is written to them is in the frame."""
    rows = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)  # type: ignore[call-overload]
    return np.asarray(rows)
