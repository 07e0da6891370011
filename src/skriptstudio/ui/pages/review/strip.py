"""The strip of pictures above the sound: what is seen where in the clip."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from fractions import Fraction

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPainterPath

from skriptstudio.domain.cut import Segment, placed
from skriptstudio.domain.ports.studio import Still
from skriptstudio.ui.theme import color

Pictures = Sequence[tuple[Fraction, QImage]]
"""Of one take: second of the take and what is seen there, in order."""


def picture_at(segments: Sequence[Segment], strips: Mapping[str, Pictures], at: Fraction) -> QImage | None:
    """The picture that is nearest before ``at`` seconds of the clip; None where there is none (yet)."""
    for segment, begin in placed(segments):
        if begin <= at < begin + segment.end - segment.start:
            pictures = strips.get(segment.take, ())
            number = bisect_right([second for second, _ in pictures], segment.start + at - begin)
            return pictures[max(0, number - 1)][1] if pictures else None
    return None


def paint_strip(
    painter: QPainter, box: QRectF, segments: Sequence[Segment], strips: Mapping[str, Pictures], seconds: Fraction
) -> None:
    """Lay upright pictures side by side, each the one that is seen at its middle."""
    painter.save()
    round_ = QPainterPath()
    round_.addRoundedRect(box, 6, 6)
    painter.setClipPath(round_)
    painter.fillRect(box, color("sunken"))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    count = max(1, round(box.width() / (box.height() * 9 / 16)))
    wide = box.width() / count
    for index in range(count):
        image = picture_at(segments, strips, seconds * (2 * index + 1) / (2 * count))
        if image is not None:
            place = QRectF(box.left() + index * wide, box.top(), wide, box.height())
            painter.drawImage(place, image, _middle(image, wide / box.height()))
    painter.restore()


def _middle(image: QImage, shape: float) -> QRectF:
    """The middle of a picture in another shape (width by height)."""
    wide = min(float(image.width()), image.height() * shape)
    tall = min(float(image.height()), image.width() / shape)
    return QRectF((image.width() - wide) / 2, (image.height() - tall) / 2, wide, tall)


def strip_image(still: Still) -> QImage:
    """A picture ready to be painted; may run in a job."""
    borrowed = QImage(still.data, still.width, still.height, 4 * still.width, QImage.Format.Format_RGB32)
    return borrowed.copy()
