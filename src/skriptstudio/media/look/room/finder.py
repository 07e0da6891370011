"""Finds the face in the live picture, for its guides."""

from collections.abc import Sequence

import numpy as np

from skriptstudio.domain.ports.studio import Still
from skriptstudio.domain.room_check import FaceBox, Threshold
from skriptstudio.media.look.room.faces import faces_at_a_glance
from skriptstudio.media.look.room.picture import framing

_PLACE = ("face_height", "eye_line", "face_across")
"""Measures that say whether a face fits the guides."""


class HaarFaceFinder:
    """The ``FaceFinder`` port, judging by the thresholds of the room check."""

    def __init__(self, thresholds: Sequence[Threshold]) -> None:
        self._thresholds = tuple(one for one in thresholds if one.name in _PLACE)

    def find(self, still: Still) -> FaceBox | None:
        image = np.frombuffer(still.data, np.uint8).reshape(still.height, still.width, 4)
        found = faces_at_a_glance(np.ascontiguousarray(image[..., :3]))
        return found[0] if found else None

    def well_placed(self, face: FaceBox) -> bool:
        measures = framing(face)
        return all(one.judge(measures[one.name]) is None for one in self._thresholds)
