"""Picture and sound where there is no camera or microphone, or where it rests."""

import time

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.timecode import CLIP_FPS
from skriptstudio.media.capture.source import SAMPLE_RATE, Picture, Sound

_WIDTH, _HEIGHT = 608, 1080
_DARK_BGR = (40, 34, 30)
_PIECE_SAMPLES = SAMPLE_RATE // 50


class StillCamera:
    """Delivers one picture, 30 times a second, without end."""

    def __init__(self, image: NDArray[np.uint8]) -> None:
        """``image`` has shape (height, width, 3), BGR."""
        self._image = image
        self._start = 0.0
        self._next = 0

    def open(self) -> None:
        """Nothing to connect to."""

    def start(self, at: float) -> None:
        self._start = at
        self._next = 0

    def read(self, timeout: float) -> Picture | None:
        at = self._start + self._next / CLIP_FPS
        _wait_until(at, timeout)
        self._next += 1
        return Picture(self._image, at)

    def close(self) -> None:
        """Nothing to let go of."""


class BlankCamera(StillCamera):
    """The plain dark picture of a recording that has only sound."""

    def __init__(self) -> None:
        super().__init__(np.full((_HEIGHT, _WIDTH, 3), _DARK_BGR, np.uint8))


class SilentMicrophone:
    """Delivers digital silence in pieces of 20 ms, without end."""

    def __init__(self) -> None:
        self._start = 0.0
        self._next = 0

    def open(self) -> None:
        """Nothing to connect to."""

    def start(self, at: float) -> None:
        self._start = at
        self._next = 0

    def read(self, timeout: float) -> Sound | None:
        at = self._start + self._next * _PIECE_SAMPLES / SAMPLE_RATE
        _wait_until(at + _PIECE_SAMPLES / SAMPLE_RATE, timeout)
        self._next += 1
        return Sound(np.zeros(_PIECE_SAMPLES, np.float32), at)

    def close(self) -> None:
        """Nothing to let go of."""


def _wait_until(moment: float, timeout: float) -> None:
    """Raises ``TimeoutError`` after ``timeout`` seconds if the moment is still to come."""
    ahead = moment - time.perf_counter()
    time.sleep(max(0.0, min(ahead, timeout)))
    if ahead > timeout:
        raise TimeoutError
