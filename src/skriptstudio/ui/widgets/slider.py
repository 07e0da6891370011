"""The slider, painted from the tokens."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from skriptstudio.ui.theme import color, grown, scaled
from skriptstudio.ui.tokens import HEIGHT, RADIUS


class Slider(QSlider):
    """A level slider; tells its value when the mouse lets go, or with each key."""

    def __init__(self, name: str, least: int, most: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(least, most)
        self.setSingleStep(2)
        self.setPageStep(10)
        self.setTracking(False)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", RADIUS.small_button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(200), max(HEIGHT.target, grown(HEIGHT.target)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(scaled(22))
        room = self.width() - side
        least, most = self.minimum(), self.maximum()
        at = side / 2 + room * (self.sliderPosition() - least) / (most - least)
        middle = self.height() / 2
        painter.setPen(QPen(color("control"), 1))
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(QRectF(side / 2 - 3, middle - 3.5, room + 6, 7), 3.5, 3.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("primary"))
        painter.drawRoundedRect(QRectF(side / 2 - 3, middle - 3.5, at - side / 2 + 3, 7), 3.5, 3.5)
        painter.setPen(QPen(color("primary"), 2))
        painter.setBrush(color("tint" if self.underMouse() else "surface"))
        painter.drawEllipse(QRectF(at - side / 2 + 1, middle - side / 2 + 1, side - 2, side - 2))
