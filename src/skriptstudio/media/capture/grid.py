"""Lays pictures that arrive when they like onto the constant frame rate of a take.

Slot ``k`` stands for the moment ``start + k / fps``. A picture takes the slot that
is next if it comes between 0.4 slots before and 0.9 slots after that moment. The
window is wider than one slot on purpose: a camera whose clock drifts along an edge
doesn't flap between repeating and losing.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

from skriptstudio.domain.timecode import CLIP_FPS

Image = TypeVar("Image")

TOO_EARLY = -0.4
"""A picture this many slots before the next slot waits for it."""

TOO_LATE = 0.9
"""A picture this many slots after the next slot leaves that one to an older picture."""


@dataclass(frozen=True)
class Slot(Generic[Image]):
    """What is shown in one frame of the take.

    Attributes:
        image: a new picture, or None to show the previous one again.
    """

    image: Image | None


class Grid(Generic[Image]):
    """The slots of one take, filled in order.

    Attributes:
        filled: slots handed out so far; also the index of the next slot.
        repeated: slots that show the previous picture again because the camera was late.
        surplus: pictures left out because the camera is faster than the take.
    """

    def __init__(self, start: float, fps: int = CLIP_FPS) -> None:
        """``start`` is the moment of slot 0 in seconds on the sources' clock."""
        self._start = start
        self._fps = fps
        self._held: Image | None = None
        self.filled = 0
        self.repeated = 0
        self.surplus = 0

    def lay(self, image: Image, at: float, end: int | None = None) -> list[Slot[Image]]:
        """The slots that can be filled now that the picture of moment ``at`` is here.

        Args:
            image: the picture.
            at: its moment in seconds on the clock; never before the one of the call before.
            end: number of slots after which the take is over, if that is known.
        """
        slots = []
        while self._open(end) and self._behind(at) > TOO_LATE:
            slots.append(self._fill_without(image))
        if not self._open(end):
            return slots
        if self._behind(at) < TOO_EARLY:
            self._hold(image)
        else:
            slots.append(self._take(image))
        return slots

    def finish(self, end: int) -> list[Slot[Image]]:
        """All slots up to ``end`` that no picture will come for any more."""
        slots = []
        while self.filled < end:
            slots.append(self._fill_without(None))
        return slots

    def moment(self, slot: int) -> float:
        """The moment that ``slot`` stands for, in seconds on the clock."""
        return self._start + slot / self._fps

    def _open(self, end: int | None) -> bool:
        return end is None or self.filled < end

    def _behind(self, at: float) -> float:
        """How many slots ``at`` lies after the next slot; negative before it."""
        return (at - self._start) * self._fps - self.filled

    def _hold(self, image: Image) -> None:
        if self._held is not None:
            self.surplus += 1
        self._held = image

    def _take(self, image: Image) -> Slot[Image]:
        if self._held is not None:
            self.surplus += 1
            self._held = None
        self.filled += 1
        return Slot(image)

    def _fill_without(self, newest: Image | None) -> Slot[Image]:
        """Fill the next slot with the held picture, or repeat, or (at the very start) begin with the newest."""
        self.filled += 1
        image, self._held = self._held, None
        if image is None:
            self.repeated += 1
            if self.filled == 1:
                image = newest
        return Slot(image)
