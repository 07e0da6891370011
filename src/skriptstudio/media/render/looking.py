"""What each picture of a clip looks like, in two figures: enough to find black, frozen and flashing stretches.

They are taken while a chunk is made and kept with it, so that checking a clip costs nothing.
"""

from collections.abc import Sequence

import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from skriptstudio.domain.clip import Stillness
from skriptstudio.domain.timecode import CLIP_FPS
from skriptstudio.media.render.planes import pixels

_EVERY = 32
"""Every 32nd pixel of every 32nd row is looked at."""
_BLACK = 20
"""Mean brightness below which a picture is black; 16 is black itself (BT.709)."""
_MOVING = 0.15
"""Least mean change of a picture in which something moves; a camera's noise alone makes 0.5 and more (own takes)."""
_FLASH = 22
"""Change of the mean brightness, a tenth of its range (WCAG 2.3.1, "general flash")."""
_DARK_SIDE = 191
"""The darker picture of a flash is below 80 % (WCAG 2.3.1)."""

Look = tuple[float, float]
"""Mean brightness, 16 to 235, and mean change since the picture before; -1 where that one wasn't seen."""


class Looker:
    """Looks at pictures one after the other."""

    def __init__(self) -> None:
        self._before: NDArray[np.int16] | None = None

    def look(self, frame: VideoFrame) -> Look:
        """The figures of one picture of the clip."""
        seen = pixels(frame.planes[0])[::_EVERY, : frame.width : _EVERY].astype(np.int16)
        change = -1.0 if self._before is None else float(np.abs(seen - self._before).mean())
        self._before = seen
        return round(float(seen.mean()), 1), round(change, 2)


def stillness(looks: Sequence[Look]) -> Stillness:
    """The longest black and the longest frozen stretch, and the most flashes within a second."""
    return Stillness(
        _longest([brightness < _BLACK for brightness, _ in looks]),
        _longest([0 <= change < _MOVING and brightness >= _BLACK for brightness, change in looks]),
        _flashes([brightness for brightness, _ in looks]),
    )


def _longest(marked: Sequence[bool]) -> int:
    best = run = 0
    for one in marked:
        run = run + 1 if one else 0
        best = max(best, run)
    return best


def _flashes(brightness: Sequence[float]) -> int:
    """A flash is a rise and a fall of ``_FLASH`` or more, either first (WCAG 2.3.1)."""
    turns: list[tuple[int, int]] = []
    low = high = brightness[0] if brightness else 0.0
    for index, value in enumerate(brightness):
        low, high = min(low, value), max(high, value)
        direction = (
            1
            if value - low >= _FLASH and low < _DARK_SIDE
            else -1
            if high - value >= _FLASH and value < _DARK_SIDE
            else 0
        )
        if not direction:
            continue
        if not turns or turns[-1][1] != direction:
            turns.append((index, direction))
        low = high = value
    times = [index for index, _ in turns]
    return max((sum(start <= at < start + CLIP_FPS for at in times) // 2 for start in times), default=0)
