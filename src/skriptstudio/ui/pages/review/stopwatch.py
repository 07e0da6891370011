"""How long a clip has been looked at: for its total alone, never for a person (domain.md 4.7)."""

from collections.abc import Callable
from time import monotonic

PAUSE_SECONDS = 60.0
"""Who does nothing for longer than this isn't checking: the telephone rang."""


class Stopwatch:
    """Adds up the time between one action and the next.

    Args:
        now: seconds of a clock that only goes forward.
    """

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._clip = ""
        self._last = 0.0
        self._seconds = 0.0

    def begin(self, clip: str) -> None:
        """A clip is shown, by its id; another one begins anew."""
        if clip != self._clip:
            self._clip, self._seconds = clip, 0.0
            self._last = self._now()

    def tick(self) -> None:
        """Somebody did something, or the clip plays."""
        now = self._now()
        gap, self._last = now - self._last, now
        if gap <= PAUSE_SECONDS:
            self._seconds += gap

    def take(self) -> int:
        """Whole seconds since the last time they were taken; at least one, because somebody decided."""
        self.tick()
        taken, self._seconds = self._seconds, 0.0
        return max(1, round(taken))
