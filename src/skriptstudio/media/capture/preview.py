"""What the viewer of a room is shown: small stills, and the level of the sound."""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.framing import AS_IT_IS, Framing
from skriptstudio.domain.ports.studio import RoomViewer, Still
from skriptstudio.media.capture.opencv import cv2
from skriptstudio.media.capture.portrait import upright
from skriptstudio.media.capture.source import SAMPLE_RATE, Picture, Sound
from skriptstudio.media.capture.tracks import decibels

MOST_WIDTH, MOST_HEIGHT = 540, 960
"""A still's size in px: half of the finished clip, enough for any window."""

_INTERVAL_SECONDS = 1 / 30
_EARLY = 0.4
"""A picture may come this share of an interval before its turn: cameras jitter."""

_METER_SAMPLES = SAMPLE_RATE // 30
"""The meter is told with the piece that completes this many: 25 times a second with pieces of 20 ms."""


class Screen:
    """Shows the viewer the pictures, at most 30 a second."""

    def __init__(
        self,
        viewer: RoomViewer,
        framing: Callable[[], Framing],
        box: Callable[[], tuple[int, int]] = lambda: (0, 0),
        still_life: bool = False,
    ) -> None:
        """``box``: what a still has to fill, as in ``still``. ``still_life``: the first picture is enough."""
        self._viewer = viewer
        self._framing = framing
        self._box = box
        self._still_life = still_life
        self._due = 0.0

    def show(self, picture: Picture) -> None:
        """Show a picture, unless the one before was shown too shortly ago by their stamps."""
        if picture.at < self._due - _EARLY * _INTERVAL_SECONDS:
            return
        self._due = max(self._due, picture.at - _INTERVAL_SECONDS) + _INTERVAL_SECONDS
        if self._still_life:
            self._due = math.inf
        self._viewer.seen(still(picture.image, self._framing(), self._box()))


def still(image: NDArray[np.uint8], framing: Framing = AS_IT_IS, box: tuple[int, int] = (0, 0)) -> Still:
    """The upright part of a picture (shape (height, width, 3), BGR), made small for the screen.

    Just large enough to fill the ``box`` (width, height in px); at most the usual size, which an empty box gives.

    Halved as often as that still leaves enough, then interpolated: 0.5 ms for 1080p,
    where averaging areas at an uneven ratio takes 2.7 ms (measured).
    """
    small = upright(image, framing)
    width, height = _filling(box)
    while small.shape[0] >= 2 * height:
        half = (small.shape[1] // 2, small.shape[0] // 2)
        small = np.asarray(cv2.resize(small, half, interpolation=cv2.INTER_AREA), np.uint8)
    if small.shape[0] > height:
        small = np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)
    # Four bytes a pixel, as screens have them: the window's thread would take 1.2 ms to make them (measured).
    return Still(width=small.shape[1], height=small.shape[0], data=cv2.cvtColor(small, cv2.COLOR_BGR2BGRA).tobytes())


def _filling(box: tuple[int, int]) -> tuple[int, int]:
    """The smallest 9:16 size that fills a box."""
    share = max(box[0] / MOST_WIDTH, box[1] / MOST_HEIGHT)
    if not 0 < share < 1:
        return MOST_WIDTH, MOST_HEIGHT
    return math.ceil(share * MOST_WIDTH), math.ceil(share * MOST_HEIGHT)


class Meter:
    """Tells the viewer how loud it is."""

    def __init__(self, viewer: RoomViewer) -> None:
        self._viewer = viewer
        self._peak = 0.0
        self._samples = 0

    def hear(self, sound: Sound) -> None:
        """Take in the next piece."""
        self._peak = max(self._peak, float(np.abs(sound.samples).max(initial=0.0)))
        self._samples += len(sound.samples)
        if self._samples >= _METER_SAMPLES:
            self._viewer.heard(min(0.0, decibels(self._peak)))
            self._peak, self._samples = 0.0, 0
