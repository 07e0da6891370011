"""Where the picture is made unrecognisable, in pixels and frames of the clip: the same for preview and export."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.dressing import Box, Dressing
from skriptstudio.domain.timecode import LONGEST, to_frames

CELL_PX = 64
"""Smallest cell: a line of text or a number plate is less high, so nothing of it can be read or computed back."""
_CELLS = 3
"""Along the shorter side at most: too few to know a face by."""


@dataclass(frozen=True)
class Hidden:
    """A box in px of the clip, on whole cells, and the clip frames that hide it."""

    left: int
    top: int
    right: int
    bottom: int
    first: int
    end: int

    @property
    def cell_px(self) -> int:
        """Side of a cell; even."""
        return max(CELL_PX, -(-min(self.right - self.left, self.bottom - self.top) // _CELLS // 2) * 2)

    @property
    def place(self) -> tuple[int, int, int, int]:
        return self.left, self.top, self.right, self.bottom


def hidden_of(box: Box) -> Hidden:
    """The box widened to whole pairs of pixels."""
    left, top = int(box.left * CLIP_WIDTH_PX) // 2 * 2, int(box.top * CLIP_HEIGHT_PX) // 2 * 2
    right = min(CLIP_WIDTH_PX, -(-int((box.left + box.width) * CLIP_WIDTH_PX + 1) // 2) * 2)
    bottom = min(CLIP_HEIGHT_PX, -(-int((box.top + box.height) * CLIP_HEIGHT_PX + 1) // 2) * 2)
    return Hidden(left, top, right, bottom, to_frames(box.start), to_frames(box.end))


def hidden_while(boxes: Iterable[Box], first: int, end: int) -> tuple[Hidden, ...]:
    """What a player has to hide in a picture that it shows from clip frame ``first`` until before ``end``.

    A player's clock isn't the export's: a box already holds one frame before it
    begins and still one after it ends, so that nothing flashes up at its edges.
    """
    return tuple(one for one in map(hidden_of, boxes) if one.first - 1 < end and first < one.end + 1)


def always_hidden(dressing: Dressing) -> Dressing:
    """For a cut whose times have moved: every box holds all the time, and nothing lies over the voice."""
    boxes = tuple(replace(box, start=Fraction(0), end=Fraction(LONGEST)) for box in dressing.boxes)
    return replace(dressing, inserts=(), boxes=boxes)
