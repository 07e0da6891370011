"""Comments: what somebody said at a moment of the clip, and the field to say something."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.people import Staff
from skriptstudio.domain.production import Comment
from skriptstudio.ui.pages.review.play_time import clock_text
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.fields import LineField
from skriptstudio.ui.widgets.rows import Row, RowList
from skriptstudio.ui.widgets.text import Text

Say = Callable[..., str]


class CommentList(QWidget):
    """All comments; choosing one goes to its moment.

    Attributes:
        chosen: seconds of the clip.
    """

    chosen = Signal(object)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say = say
        self._moments: dict[str, Fraction] = {}
        self.rows = RowList(say("Comments"))
        self._none = Text(say("No comment yet. M writes one."), "body", "ink_soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.s, 0, 0, 0)
        column.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.rows, 1)
        self.rows.row_chosen.connect(self._go)
        self.rows.row_opened.connect(self._go)

    def show_comments(self, comments: Sequence[Comment], staff: Staff) -> None:
        """List these, by their moment."""
        ordered = sorted(comments, key=lambda comment: Fraction(comment.at))
        self._moments = {str(n): Fraction(comment.at) for n, comment in enumerate(ordered)}
        self.rows.set_rows([self._row(str(n), comment, staff) for n, comment in enumerate(ordered)])
        self.rows.setVisible(bool(ordered))
        self._none.setVisible(not ordered)

    def _row(self, key: str, comment: Comment, staff: Staff) -> Row:
        who = staff.name(comment.by.person) or self.say("Somebody")
        small = f"{clock_text(Fraction(comment.at))} · {who}"
        return Row(key, comment.text, small, icon="chat-circle-text")

    def _go(self, key: str) -> None:
        if key in self._moments:
            self.chosen.emit(self._moments[key])


class CommentField(LineField):
    """One line; Enter leaves the comment at the moment at which the writing began.

    Attributes:
        written: seconds of the clip, text.
        opened: somebody begins to write.
    """

    written = Signal(object, str)
    opened = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(name=say("Comment"), parent=parent)
        self.say = say
        self._at = Fraction(0)
        self.show_moment(self._at)
        self.returnPressed.connect(self._send)

    def show_moment(self, at: Fraction) -> None:
        """Say where a comment would stand; it stays there while somebody writes."""
        if self.text():
            return
        self._at = at
        self.setPlaceholderText(self.say("Write a comment at {time}", time=clock_text(at)))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.opened.emit()

    def _send(self) -> None:
        text = self.text().strip()
        if text:
            at = self._at
            self.clear()
            self.written.emit(at, text)
