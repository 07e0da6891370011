"""Finds faces with the Haar cascades of OpenCV's wheel, in small grey pictures."""

from functools import cache
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.ports import Still
from skriptstudio.domain.room_check import FaceBox
from skriptstudio.media.capture.opencv import cv2

SEARCH_HEIGHT_PX = 480
"""Faces are looked for in a picture of this height: some 10 ms (measured), and a face of 9 % is still 43 px."""

_SMALLEST_SHARE = 0.08
_CASCADES = ("haarcascade_frontalface_default.xml", "haarcascade_frontalface_alt2.xml")
"""The second is asked where the first sees nobody, e.g. in harsh light."""

_NEIGHBOURS = 5
"""Fewer neighbours see faces in foliage and bookshelves."""

GOOD_HEIGHT, GOOD_EYES, GOOD_ACROSS = (0.15, 0.28), (0.30, 0.42), (0.42, 0.58)
"""The good bands of domain.md 8.3, for the guides of the live picture; the check itself reads ``assets/``."""

_lock = Lock()
"""A cascade keeps state while it looks."""


class HaarFaceFinder:
    """The ``FaceFinder`` port."""

    def find(self, still: Still) -> FaceBox | None:
        image = np.frombuffer(still.data, np.uint8).reshape(still.height, still.width, 3)
        found = faces_in(image)
        return found[0] if found else None

    def well_placed(self, face: FaceBox) -> bool:
        eyes = face.eyes if face.eyes is not None else face.top + 0.38 * face.height
        across = face.left + face.width / 2
        return all(
            least <= value <= most
            for value, (least, most) in ((face.height, GOOD_HEIGHT), (eyes, GOOD_EYES), (across, GOOD_ACROSS))
        )


def faces_in(image: NDArray[np.uint8]) -> list[FaceBox]:
    """Faces in an upright picture of shape (height, width, 3), BGR; the largest first, with their eyes if seen."""
    height, width = image.shape[:2]
    size = (max(1, round(width * SEARCH_HEIGHT_PX / height)), SEARCH_HEIGHT_PX)
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    grey = cv2.equalizeHist(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY))
    least = round(_SMALLEST_SHARE * SEARCH_HEIGHT_PX)
    with _lock:
        boxes: list[tuple[int, ...]] = []
        for name in _CASCADES:
            found = _cascade(name).detectMultiScale(grey, 1.08, _NEIGHBOURS, minSize=(least, least))
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
