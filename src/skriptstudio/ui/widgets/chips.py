"""Chips: a small fact, or a filter to switch on. Never the only way to say a state."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QToolButton, QWidget

from skriptstudio.ui.icons import paint_icon, require_icon
from skriptstudio.ui.theme import color, font, grown, is_style_change, scaled
from skriptstudio.ui.tokens import HEIGHT

TONES = {
    "neutral": ("sunken", "ink_soft"),
    "tint": ("tint", "on_tint"),
    "ok": ("ok_tint", "ink"),
    "hint": ("hint_tint", "hint"),
    "stop": ("stop_tint", "stop"),
    "warm": ("warm_tint", "warm_ink"),
}
"""Ground and text of a chip by what it says."""


def paint_chip(painter: QPainter, box: QRectF, text: str, tone: str = "neutral") -> None:
    """Draw a label chip; delegates of lists use it, too.

    Raises:
        KeyError: no tone has that name.
    """
    ground, ink = TONES[tone]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(font("small_strong", tabular=True))
    painter.setPen(color(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def chip_size(text: str) -> QSize:
    """The size of a label chip."""
    width = QFontMetricsF(font("small_strong", tabular=True)).horizontalAdvance(text)
    return QSize(round(width) + 24, grown(HEIGHT.label_chip))


class Chip(QLabel):
    """A label of 26 px; ``tone`` is one of ``TONES``."""

    def __init__(self, text: str, tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: str) -> None:
        """Say it in another tone."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return chip_size(self.text())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chip(painter, QRectF(self.rect()), self.text(), self._tone)


class FilterChip(QToolButton):
    """A chip of 32 px to switch on and off, or with ``checkable=False`` to click."""

    def __init__(
        self, text: str, icon: str = "", *, checkable: bool = True, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        require_icon(icon)
        self._icon_name = icon
        self.setText(text)
        self.setCheckable(checkable)
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", HEIGHT.filter_chip // 2)
        self.toggled.connect(self.updateGeometry)
        self._dress()

    def _shown_icon(self) -> str:
        return self._icon_name or ("check" if self.isChecked() else "")

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text()) + 26
        width += scaled(16) + 4 if self._shown_icon() else 0
        return QSize(max(HEIGHT.target, round(width)), grown(HEIGHT.filter_chip))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, live = self.isChecked(), self.isEnabled()
        ink = "on_tint" if on else "ink_soft"
        painter.setPen(QPen(color("line" if not live else "primary" if on or self.isDown() else "control"), 1))
        painter.setBrush(color("sunken" if not live else "tint" if on or self.underMouse() else "surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = 13.0
        if name := self._shown_icon():
            side = float(scaled(16))
            paint_icon(painter, QRectF(left - 2, (self.height() - side) / 2, side, side), name, ink)
            left += side + 2
        painter.setFont(self.font())
        painter.setPen(color(ink if live else "ink_faint"))
        painter.drawText(QRectF(left, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            self._dress()

    def _dress(self) -> None:
        self.setFont(font("small_strong"))
        self.updateGeometry()


class Link(QAbstractButton):
    """Text to click, in the colour of action; its role is a button."""

    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        width = QFontMetricsF(font("label")).horizontalAdvance(self.text()) + 8
        width += scaled(20) + 8 if self._icon_name else 0
        return QSize(max(HEIGHT.target, round(width)), grown(HEIGHT.target))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        ink = "primary" if self.isEnabled() else "ink_faint"
        left = 4.0
        if self._icon_name:
            side = float(scaled(20))
            paint_icon(painter, QRectF(left, (self.height() - side) / 2, side, side), self._icon_name, ink)
            left += side + 8
        face = font("label")
        face.setUnderline(self.underMouse())
        painter.setFont(face)
        painter.setPen(color(ink))
        painter.drawText(QRectF(left, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
