"""The picture of the clip as the file will show it, and a box that can be drawn on it."""

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from skriptstudio.domain.clip import ClipPicture
from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.theme import color, scaled
from skriptstudio.ui.tokens import RADIUS

Place = tuple[Fraction, Fraction, Fraction, Fraction]
"""Left, top, width and height as shares of the picture, 0 to 1."""

_STEP = Fraction(1, 100)
_LEAST = Fraction(2, 100)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Preview(QWidget):
    """Shows one picture; a chosen box is framed, drawn with the mouse, moved by arrows, sized by Shift and arrows.

    Attributes:
        box_moved: the new place of the chosen box.
        box_missed: somebody wanted to move a box where none is shown.
        picture: what is shown; None while nothing is.
    """

    box_moved = Signal(object)
    box_missed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.picture: QImage | None = None
        self._box: Place | None = None
        self._grip: QPointF | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", RADIUS.card)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: ClipPicture) -> None:
        """Show a picture in place of the one before."""
        wide, tall = CLIP_WIDTH_PX, CLIP_HEIGHT_PX
        self.picture = QImage(picture.rgb, wide, tall, 3 * wide, QImage.Format.Format_RGB888).copy()
        self.update()

    def show_box(self, box: Place | None, told: str = "") -> None:
        """Frame a box, or none; ``told`` says where it lies."""
        self._box = box
        self.setAccessibleDescription(told)
        self.setCursor(Qt.CursorShape.CrossCursor if box else Qt.CursorShape.ArrowCursor)
        self.update()

    def set_height(self, tall: int) -> None:
        """Take that height, and the width that belongs to it."""
        self.setFixedSize(QSize(round(tall * CLIP_WIDTH_PX / CLIP_HEIGHT_PX), tall))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if self._box is None:
            self.box_missed.emit()
        self._grip = event.position() if self._box is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if self._grip is None:
            return
        drawn = QRectF(self._grip, event.position()).normalized() & QRectF(self.rect())
        place = (
            _share(drawn.left(), self.width()),
            _share(drawn.top(), self.height()),
            _share(drawn.width(), self.width()),
            _share(drawn.height(), self.height()),
        )
        if min(place[2], place[3]) >= _LEAST:
            self._box = place
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        moved = self._grip is not None and (event.position() - self._grip).manhattanLength() > 4
        self._grip = None
        if moved and self._box is not None:
            self.box_moved.emit(inside(self._box))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is not None and self._box is None:
            self.box_missed.emit()
        if arrow is None or self._box is None:
            event.ignore()
            return
        left, top, width, height = self._box
        across, down = arrow[0] * _STEP, arrow[1] * _STEP
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            width, height = width + across, height + down
        else:
            left, top = left + across, top + down
        self.box_moved.emit(inside((left, top, width, height)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        if self.picture is None:
            painter.fillRect(box, color("stage"))
            side = float(scaled(32))
            mark = QRectF(box.center() - QPointF(side / 2, side / 2), box.center() + QPointF(side / 2, side / 2))
            paint_icon(painter, mark, "film-strip", "stage_past")
        else:
            painter.drawImage(box, self.picture)
        if self._box is not None:
            self._paint_frame(painter, self._box)

    def _paint_frame(self, painter: QPainter, place: Place) -> None:
        left, top, width, height = map(float, place)
        frame = QRectF(left * self.width(), top * self.height(), width * self.width(), height * self.height())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("guide_casing"), 4))
        painter.drawRect(frame)
        painter.setPen(QPen(color("guide_line"), 2))
        painter.drawRect(frame)


def inside(place: Place) -> Place:
    """The nearest place that has an area and lies in the picture."""
    left, top, width, height = place
    width, height = (max(_LEAST, min(Fraction(1), side)) for side in (width, height))
    return max(Fraction(0), min(left, 1 - width)), max(Fraction(0), min(top, 1 - height)), width, height


def _share(length: float, whole: int) -> Fraction:
    """To the thousandth: finer than a pixel of the screen."""
    return Fraction(round(1000 * length / max(1, whole)), 1000)
