"""The focus ring: one overlay a window, since a border would make widgets jump."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from skriptstudio.ui.theme import color
from skriptstudio.ui.tokens import RADIUS

_AWAY = 2
_WIDE = 2
_ROOM = _AWAY + _WIDE

_FOLLOWED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.ZOrderChange,
}


class FocusRing(QWidget):
    """A ring of 2 px, 2 px around what has the focus, while the keyboard is used or in text fields.

    A widget may say by a dynamic property: ``focusRadius`` (its own corner), ``focusInset``
    (draw inside, where there is no room around), ``focusToken`` (another colour) and
    ``ownFocus`` (it draws its focus itself, as lists do).
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._chain: list[QWidget] = []
        self._by_keyboard = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Focus")
        self.hide()
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_changed)

    @property
    def target(self) -> QWidget | None:
        """What the ring stands around, None while it is hidden."""
        return self._target if self.isVisible() else None

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self):
            return
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._by_keyboard = False
        inside = new is not None and new is not self._window and self._window.isAncestorOf(new)
        self._follow(new if inside else None)

    def _follow(self, target: QWidget | None) -> None:
        for old in self._chain:
            if isValid(old):
                old.removeEventFilter(self)
        self._target = target
        self._chain = []
        one: QWidget | None = target
        while one is not None and one is not self._window:
            self._chain.append(one)
            one.installEventFilter(self)
            one = one.parentWidget()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            self._set_by_keyboard(True)
        elif kind == QEvent.Type.MouseButtonPress:
            self._set_by_keyboard(False)
        elif kind in _FOLLOWED:
            self._place()
        return False

    def _set_by_keyboard(self, by_keyboard: bool) -> None:
        if by_keyboard != self._by_keyboard:
            self._by_keyboard = by_keyboard
            self._place()

    def _shown_for(self, target: QWidget) -> bool:
        if target.property("ownFocus") or not target.isVisible():
            return False
        writing = isinstance(target, QLineEdit | QPlainTextEdit | QTextEdit) and not target.isReadOnly()
        return self._by_keyboard or writing

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not self._window.isAncestorOf(target):
            self._target = None
            self.hide()
            return
        around = self._around(target)
        if not self._shown_for(target) or self._seen(target).isEmpty():
            self.hide()
            return
        self.setGeometry(around)
        self.show()
        self.raise_()
        self.update()

    def _around(self, target: QWidget) -> QRect:
        room = 0 if target.property("focusInset") else _ROOM
        corner = target.mapTo(self._window, QPoint(0, 0))
        return QRect(corner, target.size()).adjusted(-room, -room, room, room)

    def _seen(self, target: QWidget) -> QRect:
        """The part of the ring's place that no scroll area cuts off, in the window's pixels."""
        seen = self._around(target)
        for outer in self._chain[1:]:
            corner = outer.mapTo(self._window, QPoint(0, 0))
            seen &= QRect(corner, outer.size()).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        return seen & self._window.rect()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        target = self._target
        if target is None or not isValid(target):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._seen(target).translated(-self.pos()))
        token = target.property("focusToken")
        painter.setPen(QPen(color(token if isinstance(token, str) else "focus"), _WIDE))
        stored = target.property("focusRadius")
        radius = float(stored) if isinstance(stored, int | float) else float(RADIUS.button)
        radius += -1.0 if target.property("focusInset") else 3.0
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
