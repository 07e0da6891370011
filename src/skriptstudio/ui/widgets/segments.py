"""Segments and tabs: one of a few, switched with the arrow keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from skriptstudio.ui.theme import color, font, grown
from skriptstudio.ui.tokens import HEIGHT

_TAB_GAP_PX, _TAB_AIR_PX = 2, 19
"""Between tabs; the air inside of them goes first where there is little room."""

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True)
class Segment:
    """One choice; ``count`` stands behind its text."""

    key: str
    text: str
    count: int | None = None


class Segments(QFrame):
    """Exactly one of the segments is chosen; Left and Right choose the next one.

    Attributes:
        chosen: emitted with the key when the user or ``choose`` changed it.
        pressed: emitted with the key when the user clicked a segment, also the one that is chosen.
    """

    chosen = Signal(str)
    pressed = Signal(str)

    def __init__(
        self,
        name: str,
        items: Sequence[Segment],
        look: Literal["segments", "tabs"] = "segments",
        stretch: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tabs = look == "tabs"
        self._stretch = stretch
        self._parts: dict[str, _Part] = {}
        self._current = ""
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        margin = 0 if self._tabs else 3
        self._row.setContentsMargins(margin, margin, margin, margin)
        self._row.setSpacing(_TAB_GAP_PX if self._tabs else 0)
        width = QSizePolicy.Policy.Fixed
        if stretch:
            width = QSizePolicy.Policy.Preferred
        elif self._tabs:
            width = QSizePolicy.Policy.Maximum
        self.setSizePolicy(width, QSizePolicy.Policy.Fixed)
        self.set_items(items)

    def set_items(self, items: Sequence[Segment]) -> None:
        """Show these segments; the choice stays if its key is still there."""
        if [item.key for item in items] != list(self._parts):
            self._rebuild(items)
        for item in items:
            self._parts[item.key].show_item(item)
        if self._current not in self._parts:
            self._current = next(iter(self._parts), "")
        self._mark()

    def _rebuild(self, items: Sequence[Segment]) -> None:
        for part in self._parts.values():
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = {item.key: _Part(self, item, self._tabs) for item in items}
        for key, part in self._parts.items():
            part.clicked.connect(lambda _=False, key=key: self.choose(key))
            part.clicked.connect(lambda _=False, key=key: self.pressed.emit(key))
            self._row.addWidget(part, int(self._stretch))

    @property
    def current(self) -> str:
        """The key of the chosen segment."""
        return self._current

    def choose(self, key: str) -> None:
        """Choose a segment.

        Raises:
            KeyError: no segment has that key.
        """
        part = self._parts[key]
        changed = key != self._current
        self._current = key
        self._mark()
        part.setChecked(True)
        if changed:
            self.chosen.emit(key)

    def part(self, key: str) -> QAbstractButton:
        """The button of one segment, e.g. to give it the focus."""
        return self._parts[key]

    def _mark(self) -> None:
        for key, part in self._parts.items():
            part.setChecked(key == self._current)
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == self._current else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        step = _STEPS.get(Qt.Key(event.key()))
        keys = list(self._parts)
        if step is None or not keys:
            super().keyPressEvent(event)
            return
        at = min(max(keys.index(self._current) + step, 0), len(keys) - 1)
        self.choose(keys[at])
        self._parts[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._tabs:
            painter.fillRect(0, self.height() - 1, self.width(), 1, color("line"))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)


class _Part(QRadioButton):
    def __init__(self, owner: Segments, item: Segment, tab: bool) -> None:
        super().__init__(owner)
        self._tab = tab
        self._item = item
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", 8)
        self.show_item(item)

    def show_item(self, item: Segment) -> None:
        self._item = item
        self.setAccessibleName(item.text if item.count is None else f"{item.text} {item.count}")
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: object) -> bool:  # noqa: N802  Qt's name
        return True

    def nextCheckState(self) -> None:  # noqa: N802  Qt's name
        """The owner decides what is chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in _STEPS or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # what has the focus is chosen already; Enter is for the page's next step
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self._size(3 + _TAB_AIR_PX if self._tab else 32)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self._size(3 if self._tab else 32)

    def _size(self, around_px: int) -> QSize:
        width = self._text_width() + self._count_width() + around_px
        return QSize(max(HEIGHT.target, round(width)), grown(38 if self._tab else 34))

    def _text_width(self) -> float:
        return QFontMetricsF(font("label")).horizontalAdvance(self._item.text)

    def _count_width(self) -> float:
        if self._item.count is None:
            return 0.0
        return QFontMetricsF(font("small")).horizontalAdvance(str(self._item.count)) + 7

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        told = self._text_width() + self._count_width()
        if on and self._tab:
            line = QRectF((self.width() - told) / 2 - 2, self.height() - 3, told + 4, 3)
            painter.fillRect(line, color("primary"))
        elif on:
            painter.setPen(QPen(color("control"), 1))
            painter.setBrush(color("rail_on"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        face = font("label" if on else "body")
        if not on:
            face.setWeight(font("small_strong").weight())
        left = (self.width() - told) / 2
        painter.setFont(face)
        painter.setPen(color("ink" if on or self.underMouse() else "ink_soft"))
        box = QRectF(left, 0, self._text_width() + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._item.text)
        if self._item.count is not None:
            painter.setFont(font("small", tabular=True))
            painter.setPen(color("ink_soft"))
            rest = QRectF(box.right() + 5, 0, self.width(), self.height())
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, str(self._item.count))
