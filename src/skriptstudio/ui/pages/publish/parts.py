"""Small parts of this page alone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.theme import color, scaled
from skriptstudio.ui.tokens import RADIUS
from skriptstudio.ui.widgets.rows import paint_poster


class Cover(QLabel):
    """The clip's still, 9:16 and ``width_px`` wide at most; a well while there is none."""

    def __init__(self, name: str, width_px: int) -> None:
        super().__init__()
        self._wide = width_px
        self._picture: QPixmap | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_width(self, width_px: int) -> None:
        """Take that much room at most."""
        if width_px != self._wide:
            self._wide = width_px
            self.updateGeometry()

    def show_picture(self, jpeg: bytes | None) -> None:
        """Show this still, or the empty well."""
        self._picture = None
        if jpeg:
            picture = QPixmap()
            picture.loadFromData(jpeg)
            self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(self._wide, round(self._wide * 16 / 9))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(self._wide, 90)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(float(self.width()), self.height() * 9 / 16)
        paint_poster(painter, QRectF(0, 0, wide, wide * 16 / 9), self._picture, RADIUS.card)


class DoneArt(QWidget):
    """The mark's card with a person and a tick, 104 px: there is nothing left to make."""

    SIDE = 104

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(self.SIDE, self.SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("tint"))
        painter.drawEllipse(QRectF(8, 8, 88, 88))
        painter.setPen(QPen(color("primary"), 2.6))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(QRectF(32, 15, 40, 72), 8, 8)
        painter.setBrush(color("tint"))
        painter.drawEllipse(QRectF(43, 31, 18, 18))
        painter.drawChord(QRectF(35, 58, 34, 54), 0, 180 * 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("warm"))
        painter.drawEllipse(QRectF(58, 61, 28, 28))
        paint_icon(painter, QRectF(63, 66, 18, 18), "check-bold", "on_section")


class Mark(QWidget):
    """An icon of 24 px that says nothing of its own."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._icon_name = name
        self.setFixedSize(scaled(24), scaled(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, self.rect(), self._icon_name, "ink_soft")


class Scroll(QScrollArea):
    """Scrolls a column, and takes the focus only where there is something to scroll."""

    def __init__(self, name: str, inside: QWidget) -> None:
        super().__init__()
        inside.setObjectName("clear")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._range_changed)

    def _range_changed(self, low: int, high: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if high > low else Qt.FocusPolicy.NoFocus)
