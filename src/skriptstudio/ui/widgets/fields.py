"""Fields with a label above them, and the rows of the settings."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from skriptstudio.ui.icons import icon, paint_icon
from skriptstudio.ui.theme import color, font, grown, is_style_change, line_height, refresh_style, scaled
from skriptstudio.ui.tokens import HEIGHT, RADIUS, SPACE
from skriptstudio.ui.widgets.text import Text
from skriptstudio.ui.widgets.ticks import Check, Radio, Switch

__all__ = ["Check", "Choice", "Field", "LineField", "Radio", "SettingRow", "Switch", "TextField"]


class LineField(QLineEdit):
    """One line of 40 px, perhaps with an icon at its left."""

    def __init__(
        self, placeholder: str = "", icon_name: str = "", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._mark: QAction | None = None
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(220), grown(HEIGHT.field))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(96), grown(HEIGHT.field))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            self._dress()

    def show_icon(self, icon_name: str) -> None:
        """Show another icon at the left, or none."""
        self._icon_name = icon_name
        self._dress()

    def _dress(self) -> None:
        self.setFont(font("body"))
        if not self._icon_name:
            if self._mark is not None:
                self._mark.setVisible(False)
            return
        token = "stop" if self._icon_name == "x-circle-fill" else "ink_soft"
        drawn = icon(self._icon_name, 20, token)
        if self._mark is None:
            self._mark = self.addAction(drawn, QLineEdit.ActionPosition.LeadingPosition)
        # Never removed again: Qt walks the children, its button among them, while it restyles the field.
        self._mark.setIcon(drawn)
        self._mark.setVisible(True)


class TextField(QPlainTextEdit):
    """Several lines; Tab leaves the field, as everywhere else."""

    def __init__(
        self, placeholder: str = "", rows: int = 3, role: str = "body", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self._role = role
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setTabChangesFocus(True)
        self._dress()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(280), self._rows * line_height(self._role) + 22)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(120), min(self._rows, 2) * line_height(self._role) + 22)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            self._dress()

    def _dress(self) -> None:
        self.setFont(font(self._role))


class Choice(QComboBox):
    """A list to choose one of; the wheel doesn't change it in passing."""

    def __init__(
        self, name: str, items: Sequence[tuple[str, str]] = (), icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_items(items)
        self._dress()

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, text); the choice stays if its key is still there."""
        key = self.key
        self.clear()
        for item_key, text in items:
            self.addItem(text, item_key)
        self.choose(key)
        self.updateGeometry()

    @property
    def key(self) -> str:
        """The key of what is chosen, empty if nothing is."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose by key; an unknown one changes nothing."""
        at = self.findData(key)
        if at >= 0:
            self.setCurrentIndex(at)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        widest = max((self.fontMetrics().horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=80)
        return QSize(self._left() + widest + scaled(18) + 28, grown(HEIGHT.field))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(96), grown(HEIGHT.field))

    def _left(self) -> int:
        return 13 + (scaled(20) + 8 if self._icon_name else 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        live = self.isEnabled()
        painter.setPen(QPen(color("control" if live else "line"), 1))
        painter.setBrush(color("sunken" if not live else "tint" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS.button, RADIUS.button)
        ink = "ink" if live else "ink_faint"
        middle = self.height() / 2
        if self._icon_name:
            side = float(scaled(20))
            paint_icon(painter, QRectF(13, middle - side / 2, side, side), self._icon_name, "ink_soft")
        caret = float(scaled(18))
        paint_icon(painter, QRectF(self.width() - caret - 11, middle - caret / 2, caret, caret), "caret-down", ink)
        painter.setFont(self.font())
        painter.setPen(color(ink))
        room = self.width() - self._left() - caret - 18
        shown = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, round(room))
        self.setToolTip(self.currentText() if shown != self.currentText() else "")
        painter.drawText(QRectF(self._left(), 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            self._dress()

    def _dress(self) -> None:
        self.setFont(font("body"))


class Field(QWidget):
    """Label, editor, and below it a help line or, in its place, the error.

    Attributes:
        editor: the widget given; its accessible name becomes the label.
    """

    def __init__(
        self,
        label: str,
        editor: QWidget,
        help_text: str = "",
        parent: QWidget | None = None,
        beside: QWidget | None = None,
    ) -> None:
        """``beside`` stands at the right of the editor, also while an error is shown below."""
        super().__init__(parent)
        self.editor = editor
        self._help = help_text
        self._error = ""
        editor.setAccessibleName(label)
        self._label = Text(label, "label")
        self._label.setBuddy(editor)
        self._below = Text(help_text, "small", "ink_soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._label)
        row = QHBoxLayout()
        row.setSpacing(SPACE.xs)
        row.addWidget(editor, 1)
        if beside is not None:
            row.addWidget(beside)
        column.addLayout(row)
        column.addWidget(self._below)
        self.setFocusProxy(editor)
        self._show_below()

    @property
    def error(self) -> str:
        """The error shown, empty if there is none."""
        return self._error

    def set_error(self, sentence: str) -> None:
        """Show what is wrong and what helps, or take it away with an empty sentence."""
        self._error = sentence
        self.editor.setProperty("error", bool(sentence))
        refresh_style(self.editor)
        if isinstance(self.editor, LineField):
            self.editor.show_icon("x-circle-fill" if sentence else "")
        self._show_below()

    def _show_below(self) -> None:
        shown = self._error or self._help
        self._below.setText(shown)
        self._below.set_token("stop" if self._error else "ink_soft")
        self._below.setVisible(bool(shown))
        self.editor.setAccessibleDescription(shown)


class SettingRow(QFrame):
    """A row of the settings: label, small sentence, control at the right; 71 px."""

    def __init__(self, label: str, sentence: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        if not control.accessibleName():
            control.setAccessibleName(label)
        if sentence and not control.accessibleDescription():
            control.setAccessibleDescription(sentence)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(label, "label"))
        if sentence:
            words.addWidget(Text(sentence, "small", "ink_soft"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE.m, 0, SPACE.m)
        row.setSpacing(SPACE.gap)
        row.addLayout(words, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(71)
