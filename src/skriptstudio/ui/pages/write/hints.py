"""Hints one at a time, and what is already good."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from skriptstudio.domain.clip import Severity
from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.pages.write.open_hints import Hint, OpenHints
from skriptstudio.ui.pages.write.words import remark_reason, remark_title
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import color, line_height, scaled
from skriptstudio.ui.tokens import HEIGHT, RADIUS, SPACE
from skriptstudio.ui.widgets.buttons import Button, IconButton
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.lamp import Lamp
from skriptstudio.ui.widgets.text import Text, divider

_APART = 6
"""Between a row and the hint below it."""


class _Tinted(QFrame):
    """A box in the colour of hints, or white for a suggestion inside of one."""

    def __init__(self, token: str, radius: int, apart: int = 0) -> None:
        super().__init__()
        self._token = token
        self._radius = radius
        self._apart = apart

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 0.5 if self._token == "surface" else 0.0
        painter.setPen(QPen(color("line"), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(color(self._token))
        box = QRectF(self.rect()).adjusted(edge, edge + self._apart, -edge, -edge - self._apart)
        painter.drawRoundedRect(box, self._radius, self._radius)


class _Sign(QWidget):
    """The warning sign at the head of a hint, as tall as a line of text."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(scaled(20), line_height("body"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        side = float(scaled(20))
        self.setFixedSize(scaled(20), line_height("body"))
        paint_icon(QPainter(self), QRectF(0, (self.height() - side) / 2, side, side), "warning-fill", "hint_mark")


class HintBox(_Tinted):
    """What, why, and a suggestion where there is one.

    Attributes:
        accepted, declined: what the user wants.
    """

    accepted = Signal()
    declined = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("hint_tint", RADIUS.button)
        say = session.say
        self._session = session
        self.what = Text("", "label")
        self._weight = Text(say("important"), "small", "hint")
        self.why = Text("", "body")
        self._caption = Text(say("Suggestion"), "small", "ink_soft")
        self.suggestion = Text("", "body")
        self._box = _Tinted("surface", RADIUS.small_button)
        self.accept = Button(say("Apply"), icon="check", small=True)
        self.decline = Button(say("Leave it"), "quiet", small=True)
        self.accept.setToolTip("Alt+Enter")
        self.accept.setAccessibleDescription("Alt+Enter")
        self.accept.clicked.connect(self.accepted)
        self.decline.clicked.connect(self.declined)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.m, 10, SPACE.m, 10)
        column.setSpacing(SPACE.s)
        head = QHBoxLayout()
        head.setSpacing(SPACE.s)
        head.addWidget(_Sign(), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.what, 1)
        head.addWidget(self._weight, 0)
        inner = QVBoxLayout(self._box)
        inner.setContentsMargins(SPACE.m, 10, SPACE.m, 10)
        inner.setSpacing(0)
        inner.addWidget(self._caption)
        inner.addWidget(self.suggestion)
        buttons = self._buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.s)
        buttons.addWidget(self.accept)
        buttons.addWidget(self.decline)
        buttons.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.why)
        column.addWidget(self._box)
        column.addLayout(buttons)

    def show_hint(self, hint: Hint, editable: bool) -> None:
        """Say what and why; a text that can't be written in has nothing to decide."""
        say, remark = self._session.say, hint.remark
        self.what.setText(remark_title(remark, self._session.speaker))
        self._weight.setVisible(remark.severity is Severity.WARN)
        self.why.setText(remark_reason(remark, self._session.speaker))
        self._box.setVisible(remark.suggestion is not None)
        self.suggestion.setText(say("“{text}”", text=remark.suggestion or ""))
        self.accept.setVisible(editable and remark.suggestion is not None)
        self.decline.setVisible(editable)
        # A quiet button has no edge: alone, its text stands where the other texts begin.
        self._buttons.setContentsMargins(0 if remark.suggestion is not None else -SPACE.s, 0, 0, 0)
        self.setAccessibleName(f"{self.what.text()}. {self.why.text()}")


class HintStrip(_Tinted):
    """The same in one line, under its section, where the window is narrow."""

    accepted = Signal()
    declined = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("hint_tint", RADIUS.button, _APART)
        self._session = session
        self.words = Text("", "body")
        self.accept = Button(session.say("Apply"), small=True)
        self.decline = IconButton("x", session.say("Leave it"))
        self.accept.setToolTip("Alt+Enter")
        self.accept.setAccessibleDescription("Alt+Enter")
        self.accept.clicked.connect(self.accepted)
        self.decline.clicked.connect(self.declined)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, _APART + SPACE.s, SPACE.m, _APART + SPACE.s)
        row.setSpacing(SPACE.m)
        row.addWidget(_Sign())
        row.addWidget(self.words, 1)
        row.addWidget(self.accept)
        row.addWidget(self.decline)

    def show_hint(self, hint: Hint, editable: bool) -> None:
        """Say what, and the suggestion or else the reason."""
        say, remark = self._session.say, hint.remark
        why = remark_reason(remark, self._session.speaker)
        if remark.suggestion is not None:
            why = say("Better: “{text}”", text=remark.suggestion)
        self.words.show_text(why, f"{remark_title(remark, self._session.speaker)}.")
        self.accept.setVisible(editable and remark.suggestion is not None)
        self.decline.setVisible(editable)
        self.setAccessibleName(self.words.text())


class HintCard(Card):
    """The side card: the hints with arrows, then what is already good.

    Attributes:
        stepped: the next (1) or the previous (-1) hint is wanted.
        box: the hint that is shown.
    """

    stepped = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__(SPACE.card, 0)
        say = session.say
        self._session = session
        self.title = Text("", "card")
        self.previous = IconButton("caret-up", say("Previous hint"), key="Shift+F8")
        self.next = IconButton("caret-down", say("Next hint"), key="F8")
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.box = HintBox(session)
        self._empty = Text("", "body", "ink_soft")
        self._praise = QVBoxLayout()
        self._said: list[str] = []
        self._line = divider()
        self._line.hide()
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        self.title.setMinimumHeight(HEIGHT.small_button)
        head.addWidget(self.title, 1)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        inner = QWidget()
        inner.setObjectName("clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        column.addWidget(self._empty)
        column.addStretch(1)
        column.addWidget(self._line)
        column.addSpacing(SPACE.xs)
        column.addLayout(self._praise)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self._praise.setSpacing(SPACE.s)
        self.column.addLayout(head)
        self.column.addSpacing(SPACE.m)
        self.column.addWidget(scroll, 1)

    def show_hints(self, hints: OpenHints, editable: bool, empty: bool) -> None:
        """Show the one that the writer looks at."""
        say = self._session.say
        if len(hints) > 1:
            self.title.setText(say("Hint {number} of {count}", number=hints.at + 1, count=len(hints)))
        else:
            self.title.setText(say("One hint") if hints else say("Hints") if empty else say("No hint open"))
        for arrow in (self.previous, self.next):
            arrow.setVisible(bool(hints))
        self.box.setVisible(bool(hints))
        self._empty.setVisible(not hints)
        self._empty.setText(
            say("As soon as you write, the hints stand here.") if empty else say("Nothing here stumbles.")
        )
        if hints.shown is not None:
            self.box.show_hint(hints.shown, editable)

    def show_praise(self, lines: Sequence[str]) -> None:
        """Say what is already good."""
        if list(lines) == self._said:
            return
        self._said = list(lines)
        while (item := self._praise.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for line in lines:
            self._praise.addWidget(Lamp("ok", line, small=True, strong=False))
        self._line.setVisible(bool(lines))
