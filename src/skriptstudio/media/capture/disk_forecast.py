"""How much longer a take can go on until the disk is full.

A take needs its room twice: the crash-safe file grows, and at the end the plain
copy is made beside it before the first one goes.
"""

import shutil
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from skriptstudio.domain.disk_room import LEAST_SECONDS, WARN_SECONDS

USUAL_BYTES_PER_SECOND = 500_000
"""What a second of film takes at 608x1080 in a quiet room; a camera with noise takes up to 2.4 MB (decision 0012)."""


TRUST_SECONDS = 5
"""The usual size counts as much as this many seconds of the take itself: its first pictures say little."""

LOOK_SECONDS = 2.0
"""Between two looks at the disk: the fastest take grows by a few MB meanwhile, a minute is a hundred times that."""

Clock = Callable[[], float]


def free_bytes(path: Path) -> int:
    """Free room on the disk that holds ``path`` or will hold it. Raises ``OSError``."""
    while not path.exists() and path != path.parent:
        path = path.parent
    return shutil.disk_usage(path).free


def seconds_left(free: int, written: int = 0, seconds: Fraction = Fraction(0)) -> Fraction:
    """How much longer can be recorded, at the bit rate so far.

    Args:
        free: bytes on the disk.
        written: size of the take until now, in bytes.
        seconds: length of the take until now; 0 before it begins.
    """
    rate = (written + USUAL_BYTES_PER_SECOND * TRUST_SECONDS) / (seconds + TRUST_SECONDS)
    return max(Fraction(0), (free - written) / (2 * rate))


class DiskForecast:
    """Looks at the disk every two seconds while a take is written.

    Attributes:
        nearly_full: a look found less than five minutes, but still one.
        full: less than one minute is left; the take must end now.
    """

    def __init__(self, take: Path, clock: Clock = time.perf_counter) -> None:
        """``take`` is the file that grows; it need not exist yet."""
        self._take = take
        self._clock = clock
        self._next = 0.0
        self.nearly_full = False
        self.full = False

    def look(self, seconds: Fraction) -> None:
        """Look if it is time to. ``seconds`` is the length of the take so far.

        A disk that can't be asked is left to the writer, who will fail on it.
        """
        now = self._clock()
        if self.full or now < self._next:
            return
        self._next = now + LOOK_SECONDS
        try:
            written = self._take.stat().st_size if self._take.exists() else 0
            left = seconds_left(free_bytes(self._take), written, seconds)
        except OSError:
            return
        self.full = left < LEAST_SECONDS
        self.nearly_full = self.nearly_full or (left < WARN_SECONDS and not self.full)
