"""What each picture of a clip looks like, in few figures: enough to find black, frozen and flashing stretches.

They are taken while a chunk is made and kept with it, so that checking a clip costs nothing.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from skriptstudio.domain.clip import Stillness
from skriptstudio.media.render.flashing import CELLS, COLUMNS, ROWS, most_flashes
from skriptstudio.media.render.planes import pixels

LOOK_DESIGN = "2"
"""To be raised whenever other figures are kept, so that older ones aren't misread."""

_EVERY = 32
"""Every 32nd pixel of every 32nd row is looked at."""
_BLACK = 20
"""Mean brightness below which a picture is black; 16 is black itself (BT.709)."""
_MOVING = 0.15
"""Least mean change of a picture in which something moves; a camera's noise alone makes 0.5 and more (own takes)."""
_UNKNOWN = -1.0
_SAME_CELLS = 1
"""Largest difference of any cell between two pictures of something that stands: rounding."""
_LUMINANCE = np.rint(250 * np.clip((np.arange(256) - 16) / 219, 0, 1) ** 2.4).astype(np.float32)
"""Relative luminance in 1/250 of each luma value: BT.709 seen on a display of BT.1886."""


@dataclass(frozen=True)
class Look:
    """The figures of one picture.

    Attributes:
        brightness: mean luma, 16 to 235.
        change: mean change of luma since the picture before; below 0 for the first one of a chunk.
        cells: mean relative luminance in 1/250 of each cell of a grid of ``ROWS`` by ``COLUMNS``, row by row.
    """

    brightness: float
    change: float
    cells: bytes


class Looker:
    """Looks at the pictures of a chunk, one after the other.

    It begins anew with each chunk, so that what is found doesn't depend on which of them were kept from before.
    """

    def __init__(self) -> None:
        self._before: NDArray[np.int16] | None = None

    def look(self, frame: VideoFrame) -> Look:
        """The figures of one picture of the clip."""
        luma = pixels(frame.planes[0])[::_EVERY, : frame.width : _EVERY]
        seen = luma.astype(np.int16)
        change = _UNKNOWN if self._before is None else float(np.abs(seen - self._before).mean())
        self._before = seen
        return Look(round(float(seen.mean()), 1), round(change, 2), _cells(luma))


def _cells(luma: NDArray[np.uint8]) -> bytes:
    means = _means(luma.shape[0], ROWS) @ _LUMINANCE[luma] @ _means(luma.shape[1], COLUMNS).T
    return (means + 0.5).astype(np.uint8).tobytes()


@cache
def _means(pixels_there: int, cells: int) -> NDArray[np.float32]:
    """Matrix that averages pixels along one side of the picture to cells."""
    cell_of = np.repeat(np.arange(cells), np.diff(np.arange(cells + 1) * pixels_there // cells))
    marked = (cell_of == np.arange(cells)[:, None]).astype(np.float32)
    means: NDArray[np.float32] = marked / marked.sum(axis=1, keepdims=True)
    return means


def looks_as_json(looks: Sequence[Look]) -> list[object]:
    """The figures of a chunk as they are kept."""
    cells = b64encode(b"".join(one.cells for one in looks)).decode()
    return [[(one.brightness, one.change) for one in looks], cells]


def looks_from_json(kept: Sequence[object]) -> Iterator[Look]:
    """The opposite of ``looks_as_json``."""
    figures, cells = kept
    assert isinstance(figures, list)
    assert isinstance(cells, str)
    raw = b64decode(cells)
    for index, (brightness, change) in enumerate(figures):
        yield Look(brightness, change, raw[index * CELLS : (index + 1) * CELLS])


def stillness(looks: Sequence[Look], stills: Sequence[tuple[int, int]] = ()) -> Stillness:
    """The longest black and the longest frozen stretch, and the most flashes within a second.

    Args:
        looks: of each picture.
        stills: first frame and the one behind the last of stretches that may stand still, such as photos.
    """
    still = list(_still(looks))
    for first, end in stills:
        still[first:end] = [False] * len(still[first:end])
    grid = np.frombuffer(b"".join(one.cells for one in looks), np.uint8).reshape(-1, CELLS)
    return Stillness(_longest([one.brightness < _BLACK for one in looks]), _longest(still), most_flashes(grid))


def _still(looks: Sequence[Look]) -> Iterator[bool]:
    """Whether nothing moved since the picture before; across the border of two chunks the cells tell it."""
    before: Look | None = None
    for one in looks:
        if one.change != _UNKNOWN:
            same = one.change < _MOVING
        else:
            same = before is not None and _is_same(before.cells, one.cells)
        yield same and one.brightness >= _BLACK
        before = one


def _is_same(before: bytes, now: bytes) -> bool:
    return all(abs(a - b) <= _SAME_CELLS for a, b in zip(before, now, strict=True))


def _longest(marked: Sequence[bool]) -> int:
    best = run = 0
    for one in marked:
        run = run + 1 if one else 0
        best = max(best, run)
    return best
