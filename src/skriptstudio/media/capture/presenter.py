"""Draws the demo's presenter, a sibling of looks/presenter.svg who moves and speaks."""

from dataclasses import dataclass

import numpy as np

from skriptstudio.media.capture.canvas import FINER, Canvas, Image, colour
from skriptstudio.media.capture.landscape import landscape
from skriptstudio.media.capture.movement import Pose, pose_at
from skriptstudio.media.capture.svg_path import Points, bar, curve, ellipse, outline

_SKIN_WEB = "#E9B48F"
_SKIN, _SHADE = colour(_SKIN_WEB), colour("#000000", _SKIN_WEB, 0.13)
_NOSE_LINE, _CHEEK = colour("#000000", _SKIN_WEB, 0.25), colour("#E2735A", _SKIN_WEB, 0.25)
_LID, _LID_LINE = colour("#000000", _SKIN_WEB, 0.06), colour("#2A1D18")
_HAIR, _EYE, _WHITE = colour("#4A2E23"), colour("#2A1D18"), colour("#FFFFFF")
_LIPS, _THROAT, _TONGUE = colour("#8A4033"), colour("#5A2320"), colour("#D9776A")
_SHIRT, _STRAP, _SEAM = colour("#F28C3A"), colour("#FFE08A"), colour("#000000", "#F28C3A", 0.12)

_BODY = outline("M22 520C22 366 62 326 112 312H158C208 326 248 366 248 520Z")
_STRAPS = (bar((84, 324), (119, 519), 13), bar((186, 324), (151, 519), 13))
_SLEEVES = (
    outline("M56 484C56 446 62 420 72 398"),
    outline("M214 484C214 446 208 420 198 398"),
)
_NECK = outline("M110 314C116 336 154 336 160 314L154 240H116Z")
_NECK_SHADE = outline("M116 262C124 284 146 284 154 262V250H116Z")
_BUN = ellipse(135, 102, 22, 22)
_FACE = outline("M91 182C91 134 108 118 135 118S179 134 179 182C179 232 160 264 135 264S91 232 91 182Z")
_EARS = (ellipse(90, 190, 8, 13), ellipse(180, 190, 8, 13))
_FRINGE = outline("M92 168C90 128 108 112 135 112S180 128 178 168C172 146 158 140 150 136C132 146 108 146 92 168Z")
_BROWS = (outline("M108 174C113 170 121 170 126 173"), outline("M144 173C149 170 157 170 162 174"))
_NOSE = outline("M135 194C132 204 131 210 137 211")
_CHEEKS = (ellipse(107, 212, 9, 9), ellipse(163, 212, 9, 9))

_HEAD_ROWS, _HEAD_COLUMNS = slice(160, 680), slice(808, 1112)
"""Pixels of the picture that the head never leaves."""

_CHEST_Y, _NAPE = 520.0, np.array([135.0, 262.0])
_JAW_FROM_Y, _JAW_TO_Y, _JAW_DROP = 206.0, 264.0, 5.0


class Presenter:
    """A woman before a landscape, 1920x1080; the 9:16 part in the middle is the drawing's page.

    The same moment and the same expression always give the same picture.
    """

    def __init__(self) -> None:
        self._landscape = landscape()
        behind = self._landscape[_HEAD_ROWS, _HEAD_COLUMNS]
        self._behind_head = np.repeat(np.repeat(behind, FINER, axis=0), FINER, axis=1)

    def draw(self, seconds: float, level: float, emphasis: float = 0.0) -> Image:
        """The picture at a moment, new and the caller's own; takes about 2 ms.

        Args:
            seconds: since the beginning; moves head, breath and eyelids.
            level: how far the mouth is open, 0.0 to 1.0.
            emphasis: 0.0 to 1.0; raises the brows.
        """
        pose = pose_at(seconds, emphasis)
        picture = Canvas(self._landscape.copy())
        _draw_body(picture, pose)
        close_up = Canvas(self._behind_head.copy(), _HEAD_COLUMNS.start, _HEAD_ROWS.start, FINER)
        _draw_bust(close_up, _Head(pose, float(np.clip(level, 0.0, 1.0))))
        picture.image[_HEAD_ROWS, _HEAD_COLUMNS] = close_up.in_picture_size()
        return picture.image


def _draw_bust(canvas: Canvas, head: "_Head") -> None:
    canvas.fill(head.swung(_BUN, further=1.35), _HAIR)
    _draw_body(canvas, head.pose)
    head.draw(canvas)


def _draw_body(canvas: Canvas, pose: Pose) -> None:
    canvas.fill(_breathing(_BODY, pose), _SHIRT)
    canvas.stroke([_breathing(sleeve, pose) for sleeve in _SLEEVES], _SEAM, 3)
    for strap in _STRAPS:
        canvas.fill(_breathing(strap, pose), _STRAP)
    canvas.fill(_breathing(_NECK, pose), _SKIN)


def _breathing(points: Points, pose: Pose) -> Points:
    """The chest rises towards the shoulders, and the shoulders follow the head a little."""
    share = np.clip((_CHEST_Y - points[:, 1]) / 200.0, 0.0, 1.0)[:, np.newaxis]
    return points + share * (pose.lean * 0.5, -pose.breath)


@dataclass(frozen=True)
class _Head:
    pose: Pose
    level: float

    def swung(self, points: Points, further: float = 1.0) -> Points:
        """Points of the head in rest, where the head is now: turned about the nape and moved."""
        angle = self.pose.tilt * further
        turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        moved: Points = (points - _NAPE) @ turn + _NAPE + (self.pose.lean, self.pose.nod - self.pose.breath)
        return moved

    def features(self, points: Points, share: float = 1.0) -> Points:
        """Points in the face, which go ahead of the head when it turns."""
        ahead = np.array([self.pose.glance, self.pose.nod * 0.5])
        return self.swung(points + ahead * share)

    def draw(self, canvas: Canvas) -> None:
        canvas.fill(self.swung(_dropped(_NECK_SHADE, self.level)), _SHADE)
        canvas.fill(self.swung(_dropped(_FACE, self.level)), _SKIN)
        for ear in _EARS:
            canvas.fill(self.swung(ear), _SKIN)
        for cheek in _CHEEKS:
            canvas.fill(self.features(cheek, 0.6), _CHEEK)
        canvas.fill(self.swung(_FRINGE), _HAIR)
        for x in (117.0, 153.0):
            self._draw_eye(canvas, x)
        raised = (0.0, -self.pose.brows)
        canvas.stroke([self.features(brow + raised) for brow in _BROWS], _HAIR, 3.6)
        canvas.stroke([self.features(_NOSE, 1.2)], _NOSE_LINE, 3)
        self._draw_mouth(canvas)

    def _draw_eye(self, canvas: Canvas, x: float) -> None:
        lid = self.pose.eyelid
        if lid > 0.75:
            shut = curve(*np.array([[x - 6, 189.5], [x - 3, 192.0], [x + 3, 192.0], [x + 6, 189.5]]))
            canvas.stroke([self.features(shut)], _LID_LINE, 2.4)
            return
        y = 188.0 + 1.5 * lid
        canvas.fill(self.features(ellipse(x, y, 4.6, 5.6 * (1 - lid))), _EYE)
        if lid < 0.4:
            canvas.fill(self.features(ellipse(x + 1.6, y - 2.0, 1.5, 1.5 * (1 - lid))), _WHITE)

    def _draw_mouth(self, canvas: Canvas) -> None:
        """The lips part along one line; teeth hang from the upper lip, the tongue lies on the lower."""
        upper, lower = _lips(self.level)
        gap = lower - upper
        if self.level > 0.03:
            teeth = upper + np.minimum(gap * 0.5, (0.0, 4.2))
            tongue = lower - np.maximum(gap - (0.0, 8.0), 0.0) * 0.75
            canvas.fill(self._ring(upper, lower), _THROAT)
            canvas.fill(self._ring(tongue, lower), _TONGUE)
            canvas.fill(self._ring(upper, teeth), _WHITE)
        canvas.stroke([self.features(upper), self.features(lower)], _LIPS, 2.4)

    def _ring(self, above: Points, below: Points) -> Points:
        return self.features(np.concatenate([above, below[::-1]]))


def _dropped(points: Points, level: float) -> Points:
    """The jaw sinks with the open mouth."""
    share = np.clip((points[:, 1] - _JAW_FROM_Y) / (_JAW_TO_Y - _JAW_FROM_Y), 0.0, 1.0)
    return points + np.stack([np.zeros(len(points)), share * level * _JAW_DROP], axis=1)


def _lips(level: float) -> tuple[Points, Points]:
    """Upper and lower lip from corner to corner: a smile when shut, round when wide open."""
    half = 18.0 - 4.0 * level
    corner = 226.0 + 1.0 * level
    smile = 7.0 - 4.5 * level
    left, right = (135.0 - half, corner), (135.0 + half, corner)
    upper_y = corner + smile - 2.5 * level
    lower_y = corner + smile + 22.0 * level
    upper = curve(*np.array([left, (135 - half * 0.5, upper_y), (135 + half * 0.5, upper_y), right]))
    lower = curve(*np.array([left, (135 - half * 0.8, lower_y), (135 + half * 0.8, lower_y), right]))
    lower[:, 0] = upper[:, 0] * (1 - level) + lower[:, 0] * level
    return upper, lower
