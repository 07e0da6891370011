"""The empty page: a picture, what belongs here, and the button that starts it."""

from abc import abstractmethod

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from skriptstudio.ui.icons import paint_icon, require_icon
from skriptstudio.ui.theme import color, is_style_change, scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.text import Text

_WIDEST_TEXT = 470
_ART = 170


class EmptyPage(QWidget):
    """Art, title, one or two sentences of 470 px at most, one filled button, one secondary.

    Here the filled button stands in the page, and the action bar has none.

    Args:
        art: what is drawn, or the icon on the mark's card.
    """

    def __init__(
        self,
        art: "str | DiscArt",
        title: str,
        sentence: str,
        primary: Button | None = None,
        secondary: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.primary = primary
        self.secondary = secondary
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = Text(title, "question", align=centre)
        self._sentence = Text(sentence, "body", "ink_soft", align=centre)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE.m)
        column.addStretch(1)
        column.addWidget(_CardArt(art) if isinstance(art, str) else art, 0, centre)
        column.addSpacing(SPACE.m)
        for text in (self._title, self._sentence):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(text, 100)
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(SPACE.m)
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        row.addStretch(1)
        for button in (primary, secondary):
            if button is not None:
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self._dress()

    def show_text(self, title: str, sentence: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            self._dress()

    def _dress(self) -> None:
        self._title.setMaximumWidth(scaled(_WIDEST_TEXT + 170))
        self._sentence.setMaximumWidth(scaled(_WIDEST_TEXT))


class DiscArt(QWidget):
    """A drawing on the disc of all empty pages; it shrinks before any text does."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(_ART, _ART)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(_ART, 64)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(min(self.width(), self.height(), _ART))
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(side / _ART, side / _ART)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("tint"))
        painter.drawEllipse(QRectF(-73, -73, 146, 146))
        self.paint_on_disc(painter)

    @abstractmethod
    def paint_on_disc(self, painter: QPainter) -> None:
        """Draw around the origin, on a disc of 146 px."""


class _CardArt(DiscArt):
    """The mark's card with an icon on it."""

    def __init__(self, icon: str) -> None:
        require_icon(icon)
        super().__init__()
        self._icon_name = icon

    def paint_on_disc(self, painter: QPainter) -> None:
        painter.setPen(QPen(color("primary"), 3.5))
        painter.setBrush(color("surface"))
        for turn in (-8, 8, 0):
            painter.save()
            painter.rotate(turn)
            tall = 118 if turn == 0 else 96
            painter.drawRoundedRect(QRectF(-33 + turn * 3.2, -tall / 2 - 3, 66, tall), 13, 13)
            painter.restore()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("warm"))
        painter.drawEllipse(QRectF(-6, -52, 12, 12))
        paint_icon(painter, QRectF(-21, -25, 42, 42), self._icon_name, "primary")
