"""A picture of the playing clip as the file will show it: its part, its blurred ground, and what is hidden in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.framing import whole_size, window
from skriptstudio.domain.hiding import Hidden

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtMultimedia import QVideoFrame

_GROUND_FROM_PX = (135, 240)
"""The ground is first drawn at this size, then made smaller by averaging: quick, and without flicker."""


@dataclass(frozen=True, eq=False)
class SeenPicture:
    """What a player gives, with all that belongs to this very picture: it never waits for what is known elsewhere.

    Attributes:
        frame: of the film, upright.
        across, all_of_it: which part of it is seen, see ``cut.Segment``.
        hidden: places that must not be seen in it.
    """

    frame: QVideoFrame
    across: Fraction = Fraction(1, 2)
    all_of_it: bool = False
    hidden: tuple[Hidden, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether it is a part of the film's picture and nothing else."""
        return not self.all_of_it and not self.hidden


def part(image: QImage, across: Fraction) -> QRectF:
    """The 9:16 part of a picture that is seen."""
    return QRectF(*window(image.width(), image.height(), across))


def composed(image: QImage, seen: SeenPicture, size: QSize) -> QImage:
    """The picture of the clip at a size, 9:16.

    Args:
        image: the frame's picture.
        seen: the frame, and what belongs to it.
        size: in px of the screen.
    """
    result = QImage(size, QImage.Format.Format_RGB32)
    painter = _smooth(result)
    whole = QRectF(0, 0, size.width(), size.height())
    if seen.all_of_it:
        painter.drawImage(whole, _ground(image))
        painter.drawImage(_front(image, size), image)
    else:
        painter.drawImage(whole, image, part(image, seen.across))
    painter.end()
    _hide(result, seen.hidden)
    return result


def _front(image: QImage, size: QSize) -> QRectF:
    wide, tall = whole_size(image.width(), image.height(), Fraction(1))
    width, height = float(wide) * size.width() / CLIP_WIDTH_PX, float(tall) * size.height() / CLIP_HEIGHT_PX
    return QRectF((size.width() - width) / 2, (size.height() - height) / 2, width, height)


def _ground(image: QImage) -> QImage:
    from skriptstudio.media.render.live import GROUND_PX, blurred

    middle = QImage(*_GROUND_FROM_PX, QImage.Format.Format_RGB32)
    painter = _smooth(middle)
    painter.drawImage(QRectF(middle.rect()), image, part(image, Fraction(1, 2)))
    painter.end()
    ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    small = middle.scaled(*GROUND_PX, *ways).convertToFormat(QImage.Format.Format_RGB32)
    pixels = _pixels(small)[..., :3]
    pixels[...] = blurred(pixels)
    return small


def _hide(image: QImage, hidden: Sequence[Hidden]) -> None:
    if hidden:
        from skriptstudio.media.render.live import hide_in

        pixels = _pixels(image)
        for box in hidden:
            hide_in(pixels, box)


def _smooth(image: QImage) -> QPainter:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def _pixels(image: QImage) -> NDArray[np.uint8]:
    """Rows, columns and four channels of an image of 32 bits; changing them changes the image."""
    import numpy as np

    lines = np.frombuffer(image.bits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return lines[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)
