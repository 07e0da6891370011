"""What a camera really does, measured from the pictures that arrive."""

import time
from collections import deque
from threading import Lock

from skriptstudio.domain.framing import CameraFacts
from skriptstudio.media.capture.source import Picture

KNOWN_AFTER_SECONDS = 2.0
"""Pictures must have come for this long before their rate is told: the first ones often come in a bunch."""

_REMEMBERED_SECONDS = 3.0
_QUIET_SECONDS = 1.0
"""Without a picture for this long there is no rate."""


class Pace:
    """Counts pictures. ``facts`` may be asked from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._moments: deque[float] = deque()
        self._size = (0, 0)
        self._began = 0.0

    def count(self, picture: Picture) -> None:
        """Take in the next picture; another size, or a pause, begins anew."""
        height, width, _ = picture.image.shape
        with self._lock:
            moments = self._moments
            if (width, height) != self._size or not moments or picture.at - moments[-1] > _QUIET_SECONDS:
                moments.clear()
                self._size, self._began = (width, height), picture.at
            moments.append(picture.at)
            while picture.at - moments[0] > _REMEMBERED_SECONDS:
                moments.popleft()

    def facts(self) -> CameraFacts | None:
        """Size and rate over the last 3 s; None until pictures of one size have come for 2 s, and once they stop."""
        with self._lock:
            moments, (width, height), began = list(self._moments), self._size, self._began
        if not moments or moments[-1] - began < KNOWN_AFTER_SECONDS:
            return None
        if time.perf_counter() - moments[-1] > _QUIET_SECONDS:
            return None
        return CameraFacts(width, height, (len(moments) - 1) / (moments[-1] - moments[0]))
