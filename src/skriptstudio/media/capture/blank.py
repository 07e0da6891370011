"""The picture of a recording that has only sound."""

import time

import numpy as np

from skriptstudio.domain.timecode import CLIP_FPS
from skriptstudio.media.capture.source import Picture

_WIDTH, _HEIGHT = 608, 1080
_DARK_BGR = (40, 34, 30)


class BlankCamera:
    """Delivers a plain dark picture, 30 times a second, without end."""

    def __init__(self) -> None:
        self._image = np.full((_HEIGHT, _WIDTH, 3), _DARK_BGR, np.uint8)
        self._start = 0.0
        self._next = 0

    def open(self) -> None:
        """Nothing to connect to."""

    def start(self, at: float) -> None:
        self._start = at
        self._next = 0

    def read(self, timeout: float) -> Picture | None:
        at = self._start + self._next / CLIP_FPS
        ahead = at - time.perf_counter()
        if ahead > timeout:
            time.sleep(timeout)
            raise TimeoutError
        time.sleep(max(0.0, ahead))
        self._next += 1
        return Picture(self._image, at)

    def close(self) -> None:
        """Nothing to let go of."""
