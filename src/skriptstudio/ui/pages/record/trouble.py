"""In place of the picture when a device doesn't answer: what it is, and three ways on."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.theme import color
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.text import Text

_ART = 112

PhoneHelps = Literal["no", "perhaps", "first"]
"""Whether a phone as camera is a way on, and whether it is the way to try first."""


class TroubleBox(QWidget):
    """A dashed box.

    Attributes:
        search: look for devices again.
        phone: use a phone as camera.
        fetch: import a finished video.
    """

    search = Signal()
    phone = Signal()
    fetch = Signal()

    def __init__(self, say: Say) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        self._compact = False
        self._phone: PhoneHelps = "perhaps"
        self.title = Text("", "card", align=centre)
        self.sentence = Text("", "body", "ink_soft", align=centre)
        self.again = Button(say("Search again"), "primary", "arrow-counter-clockwise")
        self.by_phone = Button(say("Phone as camera"), "secondary", "device-mobile")
        self.by_file = Button(say("Fetch a finished video"), "quiet", "folder-open")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.card, SPACE.m, SPACE.card, SPACE.m)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(_Art(self), 1, centre)
        for words in (self.title, self.sentence):
            column.addWidget(words)
        for button in (self.again, self.by_phone, self.by_file):
            column.addWidget(button, 0, centre)
        column.addStretch(1)
        self.again.clicked.connect(self.search)
        self.by_phone.clicked.connect(self.phone)
        self.by_file.clicked.connect(self.fetch)

    def show_trouble(self, title: str, sentence: str, phone: PhoneHelps) -> None:
        """Say what is missing, and offer what helps."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self._phone = phone
        self.again.set_kind("secondary" if phone == "first" else "primary")
        self.by_phone.set_kind("primary" if phone == "first" else "secondary")
        self._offer_phone()

    def set_compact(self, compact: bool) -> None:
        """Leave the phone to the list of cameras, where there is little room and other things help as well."""
        self._compact = compact
        self._offer_phone()

    def _offer_phone(self) -> None:
        self.by_phone.setVisible(self._phone == "first" or (self._phone == "perhaps" and not self._compact))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("control"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS.card, RADIUS.card)


class _Art(QWidget):
    """The card with its lens, crossed out; it shrinks before any text does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(_ART)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(_ART, _ART)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(_ART, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        side = float(min(self.width(), self.height()))
        if side < 40:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(side / _ART, side / _ART)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("tint"))
        painter.drawEllipse(QRectF(-51, -51, 102, 102))
        painter.setPen(QPen(color("primary"), 3.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(-23, -45, 46, 84), 9, 9)
        painter.drawEllipse(QRectF(-11, -20, 22, 22))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("warm"))
        painter.drawEllipse(QRectF(-4, -13, 8, 8))
        for token, width in (("tint", 9.0), ("primary", 3.5)):
            painter.setPen(QPen(color(token), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(-32, 32), QPointF(32, -34))
