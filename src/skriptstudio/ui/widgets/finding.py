"""A finding: what, why, and a replacement to take over or to leave."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.ui.icons import paint_icon, require_icon
from skriptstudio.ui.theme import color, line_height, scaled
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.text import Text

Tone = Literal["hint", "stop", "tip", "ok"]

_LOOKS = {
    "hint": ("hint_tint", "warning-fill", "hint_mark"),
    "stop": ("stop_tint", "x-circle-fill", "stop"),
    "tip": ("sunken", "info", "ink_soft"),
    "ok": ("ok_tint", "check-circle-fill", "ok"),
}
"""Ground, icon and icon colour of each tone."""


class FindingBox(QFrame):
    """Icon, bold ``what``, sentence ``why``; with a suggestion a box and two buttons below.

    Attributes:
        accepted, declined: what the user wants with the suggestion.
        accept, decline: their buttons, None without a suggestion.
    """

    accepted = Signal()
    declined = Signal()

    def __init__(
        self,
        tone: Tone,
        what: str,
        why: str = "",
        *,
        suggestion: str = "",
        accept: str = "",
        decline: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone: Tone = tone
        require_icon(icon)
        self._icon_name = icon
        self._words = Text(why, "body", lead=what)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(scaled(20) + 22, 9, SPACE.m, 10)
        self._column.setSpacing(SPACE.s)
        self._column.addWidget(self._words)
        self.accept = Button(accept, small=True) if accept else None
        self.decline = Button(decline, "quiet", small=True) if decline else None
        if suggestion:
            self._column.addWidget(_Suggestion(suggestion))
        self._add_buttons()
        self.setAccessibleName(self._words.text())

    def _add_buttons(self) -> None:
        if self.accept is None and self.decline is None:
            return
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        for button, signal in ((self.accept, self.accepted), (self.decline, self.declined)):
            if button is not None:
                button.clicked.connect(signal)
                row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)

    def show_finding(self, tone: Tone, what: str, why: str = "") -> None:
        """Say something else."""
        self._tone = tone
        self._words.show_text(why, what)
        self.setAccessibleName(self._words.text())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        ground, name, token = _LOOKS[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(ground))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS.button, RADIUS.button)
        side = float(scaled(20))
        top = 9 + (line_height("body") - side) / 2
        paint_icon(painter, QRectF(13, top, side, side), self._icon_name or name, token)


class _Suggestion(QFrame):
    def __init__(self, text: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        column.addWidget(Text(text))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS.small_button, RADIUS.small_button)
