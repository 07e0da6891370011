"""The dialog: a sheet over a scrim, for what can't be undone or needs a reason."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from skriptstudio.ui.theme import color, scaled
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.buttons import Button, Kind
from skriptstudio.ui.widgets.text import Text

DIALOG_PX = 480
"""Width of a dialog that asks one thing."""
_PADDING = 24


class Dialog(QWidget):
    """A question over the whole window: title, consequence, perhaps a field, two buttons.

    What only tells something has nothing to cancel: an empty ``cancel`` leaves one button, and Esc closes it, too.

    It covers ``window``, keeps the focus inside, and gives it back when it goes. Esc is
    ``cancel``; Enter is ``verb``, in a field of several lines Ctrl+Enter. Shortcuts of the
    window don't work while it is open. It deletes itself after either signal.

    Attributes:
        confirmed, cancelled: what the user decided.
        verb: the filled button; ``refuse`` it while the content isn't complete.
        cancel: the other one.
        content: the widget between sentence and buttons.
    """

    confirmed = Signal()
    cancelled = Signal()

    def __init__(
        self,
        window: QWidget,
        title: str,
        sentence: str,
        verb: str,
        cancel: str,
        *,
        content: QWidget | None = None,
        kind: Kind = "primary",
        width: int = DIALOG_PX,
        more: Button | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._closing = False
        self.content = content
        self.setAccessibleName(title)
        self.verb = Button(verb, kind)
        self.cancel = Button(cancel)
        self.sheet = _Sheet(self, title, sentence, width)
        column = self.sheet.column
        if content is not None:
            content.setParent(self.sheet)
            column.addWidget(content)
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        if more is not None:
            row.addWidget(more)
        row.addStretch(1)
        row.addWidget(self.cancel)
        if not cancel:
            self.cancel.hide()  # never shown here: without a parent yet it would be a window that takes the focus
        row.addWidget(self.verb)
        column.addSpacing(SPACE.s)
        column.addLayout(row)
        self.verb.clicked.connect(self.confirm)
        self.cancel.clicked.connect(self.dismiss)
        window.installEventFilter(self)
        self.sheet.installEventFilter(self)
        self.hide()

    def open(self, focus: QWidget | None = None) -> None:
        """Show it; the focus goes to ``focus``, else into the content, else to the safer button."""
        self._before = QApplication.focusWidget()
        self.setGeometry(self._window.rect())
        self.show()
        self.sheet.show()
        self.raise_()
        self._place()
        first = focus or self._first_of(self.content) or (self.cancel if self.verb.kind == "destroy" else self.verb)
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def confirm(self) -> None:
        """Press the verb; nothing happens while it is off."""
        if self.verb.isEnabled():
            self._end(self.confirmed)

    def dismiss(self) -> None:
        """Press cancel."""
        self._end(self.cancelled)

    def _end(self, signal: SignalInstance) -> None:
        if self._closing:
            return
        self._closing = True
        self._window.removeEventFilter(self)
        self.hide()
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        signal.emit()
        self.deleteLater()

    def _first_of(self, widget: QWidget | None) -> QWidget | None:
        if widget is None:
            return None
        inside = [widget, *widget.findChildren(QWidget)]
        return next((one for one in inside if _takes_tab(one)), None)

    def _place(self) -> None:
        room = self.width() - 2 * SPACE.page
        width = min(room, scaled(self.sheet.asked_width))
        layout = self.sheet.layout()
        assert layout is not None
        wanted = layout.heightForWidth(width) if layout.hasHeightForWidth() else self.sheet.sizeHint().height()
        height = min(self.height() - 2 * SPACE.s, wanted)
        self.sheet.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  Qt's name
        inside = self.tab_ring()
        if not inside:
            return True
        now = QApplication.focusWidget()
        at = inside.index(now) if now in inside else -1 if forward else 0
        to = inside[(at + (1 if forward else -1)) % len(inside)]
        to.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def tab_ring(self) -> list[QWidget]:
        """What Tab goes round, in order: the content, then the buttons."""
        content = [] if self.content is None else [self.content, *self.content.findChildren(QWidget)]
        rest = [one for one in self.sheet.findChildren(QPushButton) if one not in content]
        return [one for one in (*content, *rest) if _takes_tab(one)]

    def event(self, event: QEvent) -> bool:
        # An accepted override keeps the window's shortcuts from running below the dialog.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            focused = QApplication.focusWidget()
            if isinstance(focused, QPushButton) and not held:
                focused.click()
            elif held or not isinstance(focused, QPlainTextEdit | QTextEdit):
                self.confirm()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
            self._place()
        elif event.type() == QEvent.Type.LayoutRequest and watched is self.sheet and not self._closing:
            self._place()  # an error below a field makes the sheet taller, not the field flatter
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("scrim"))


class _Sheet(QDialog):
    """The sheet itself: a QDialog for its accessible role, but a child like any other."""

    def __init__(self, parent: QWidget, title: str, sentence: str, width: int) -> None:
        super().__init__(parent)
        # The constructor makes a window of it, whatever flags it is given.
        self.setWindowFlags(Qt.WindowType.Widget)
        self.asked_width = width
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setObjectName("sheet")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        self.column.setSpacing(SPACE.s)
        self.column.addWidget(Text(title, "page"))
        if sentence:
            self.column.addWidget(Text(sentence, "body", "ink_soft"))
            self.column.addSpacing(SPACE.xs)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("control"), 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS.dialog, RADIUS.dialog)


def open_dialog(window: QWidget) -> Dialog | None:
    """The dialog that covers ``window`` now, the topmost if there are several."""
    found = [one for one in window.findChildren(Dialog) if one.isVisible()]
    return found[-1] if found else None


def _takes_tab(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus.value
    return bool(widget.focusPolicy().value & tab) and widget.isEnabled() and widget.isVisible()
