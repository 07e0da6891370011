"""Tells a camera's picture that hangs from one in which nothing moves."""

import numpy as np
from numpy.typing import NDArray

STILL_SECONDS = 5.0
"""The very same picture for so long means that driver or phone hang: sensors have noise, which shows sooner.

A camera that compresses strongly can repeat a quiet picture until its next whole one, for 2 s at most.
"""

_STEP = 16
"""Every sixteenth pixel of every sixteenth row is compared: 8100 of 1080p, in 0.1 ms (measured)."""

_WHOLE_SECONDS = 0.5
"""So often all pixels are compared while those stay the same: something small may have moved between them."""


class Stillness:
    """Sees the pictures of one live camera, in order."""

    def __init__(self) -> None:
        self._image = np.zeros((0, 0, 3), np.uint8)
        self._sample = b""
        self._since = self._compared = 0.0
        self._frozen = False

    def see(self, image: NDArray[np.uint8], at: float) -> bool:
        """Whether the camera is frozen.

        Args:
            image: its newest picture, shape (height, width, 3), BGR.
            at: when it came, in seconds on the clock.
        """
        sample = image[::_STEP, ::_STEP].tobytes()
        if sample != self._sample:
            self._begin(image, sample, at)
        elif not self._frozen and (at - self._compared >= _WHOLE_SECONDS or at - self._since >= STILL_SECONDS):
            self._compare(image, sample, at)
        return self._frozen

    def _begin(self, image: NDArray[np.uint8], sample: bytes, at: float) -> None:
        self._image, self._sample, self._frozen = image, sample, False
        self._since = self._compared = at

    def _compare(self, image: NDArray[np.uint8], sample: bytes, at: float) -> None:
        """Nothing is said before every pixel was compared."""
        if np.array_equal(image, self._image):
            self._compared = at
            self._frozen = at - self._since >= STILL_SECONDS
        else:
            self._begin(image, sample, at)
