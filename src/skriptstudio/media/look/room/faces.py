"""Finds faces with the Haar cascades of OpenCV's wheel, in small grey pictures."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.room_check import FaceBox
from skriptstudio.media.capture.opencv import cv2

SEARCH_HEIGHT_PX = 480
"""Faces are looked for in a picture of this height: a face of 9 % is still 43 px."""

GLANCE_HEIGHT_PX = 320
"""Enough for the guides of the live picture."""

_SMALLEST_SHARE = 0.08
_CASCADES = ("haarcascade_frontalface_default.xml", "haarcascade_frontalface_alt2.xml")
"""The second is asked where the first sees nobody, e.g. in harsh light."""

_NEIGHBOURS = 5
"""Fewer neighbours see faces in foliage and bookshelves."""

_lock = Lock()
"""A cascade keeps state while it looks."""


def faces_in(image: NDArray[np.uint8]) -> list[FaceBox]:
    """Faces in an upright picture of shape (height, width, 3), BGR; the largest first, with their eyes if seen."""
    return _found(image, SEARCH_HEIGHT_PX, 1.08, _CASCADES)


def faces_at_a_glance(image: NDArray[np.uint8]) -> list[FaceBox]:
    """The same for a live picture: in a smaller one, and without a second look."""
    return _found(image, GLANCE_HEIGHT_PX, 1.12, _CASCADES[:1])


def _found(image: NDArray[np.uint8], tall: int, step: float, cascades: Sequence[str]) -> list[FaceBox]:
    height, width = image.shape[:2]
    size = (max(1, round(width * tall / height)), tall)
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    grey = cv2.equalizeHist(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY))
    least = round(_SMALLEST_SHARE * tall)
    with _lock:
        boxes: list[tuple[int, ...]] = []
        for name in cascades:
            found = _cascade(name).detectMultiScale(grey, step, _NEIGHBOURS, minSize=(least, least))
            boxes = [tuple(map(int, box)) for box in found]
            if boxes:
                break
        return [_with_eyes(grey, (x, y, w, h)) for x, y, w, h in sorted(boxes, key=lambda box: -box[2])]


def _with_eyes(grey: "cv2.typing.MatLike", box: tuple[int, int, int, int]) -> FaceBox:
    x, y, wide, tall = box
    high, across = grey.shape[:2]
    upper = grey[y : y + round(0.6 * tall), x : x + wide]
    least = max(8, wide // 8)
    found = _cascade("haarcascade_eye.xml").detectMultiScale(upper, 1.1, 4, minSize=(least, least))
    middles = [(ex + ew / 2, ey + eh / 2) for ex, ey, ew, eh in found]
    left = [one for one in middles if one[0] < wide / 2]
    right = [one for one in middles if one[0] >= wide / 2]
    eyes = roll = None
    if len(left) == len(right) == 1:
        (lx, ly), (rx, ry) = left[0], right[0]
        eyes = float(y + (ly + ry) / 2) / high
        roll = float(np.degrees(np.arctan2(ry - ly, rx - lx)))
    return FaceBox(x / across, y / high, wide / across, tall / high, eyes, roll)


@cache
def _cascade(name: str) -> "cv2.CascadeClassifier":
    # Read here and handed over as text: OpenCV can't open paths with umlauts on some Windows builds (measured.md).
    text = (Path(cv2.__file__).parent / "data" / name).read_text(encoding="ascii")
    cascade = cv2.CascadeClassifier()
    storage = cv2.FileStorage(text, cv2.FILE_STORAGE_READ | cv2.FILE_STORAGE_MEMORY)
    cascade.read(storage.getFirstTopLevelNode())
    storage.release()
    return cascade
