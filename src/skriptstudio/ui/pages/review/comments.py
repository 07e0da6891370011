"""Remarks: what somebody said about the clip, answered and ticked off, and the field to say something."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.people import Staff
from skriptstudio.domain.production import Comment
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.pages.review.play_time import clock_text
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.fields import LineField
from skriptstudio.ui.widgets.rows import Row, RowList
from skriptstudio.ui.widgets.text import Text


class CommentList(QWidget):
    """All remarks by their moment; choosing one goes there, Space ticks it off, Enter answers it.

    Attributes:
        chosen: seconds of the clip.
        ticked: id of a remark, and whether it is dealt with.
        answered: id of a remark that somebody wants to answer, and who made it.
    """

    chosen = Signal(object)
    ticked = Signal(str, bool)
    answered = Signal(str, str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say = say
        self._moments: dict[str, Fraction] = {}
        self._names: dict[str, str] = {}
        self.rows = RowList(say("Comments"))
        self._none = Text(say("No comment yet. M writes one."), "body", "ink_soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.s, 0, 0, 0)
        column.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.rows, 1)
        self.rows.row_chosen.connect(self._go)
        self.rows.row_opened.connect(lambda key: self.answered.emit(key, self._names.get(key, "")))
        self.rows.tick_toggled.connect(self.ticked)

    def show_comments(self, comments: Sequence[Comment], staff: Staff) -> None:
        """List these: the open ones first, then by their moment."""
        ordered = sorted(comments, key=lambda one: (one.done_by is not None, Fraction(one.at)))
        self._moments = {one.id: Fraction(one.at) for one in ordered}
        self._names = {one.id: self._who(one, staff) for one in ordered}
        self.rows.set_rows([self._row(one, staff) for one in ordered])
        self.rows.setVisible(bool(ordered))
        self._none.setVisible(not ordered)

    def _who(self, comment: Comment, staff: Staff) -> str:
        return staff.name(comment.by.person) or self.say("Somebody")

    def _row(self, comment: Comment, staff: Staff) -> Row:
        when = stretch_text(Fraction(comment.at), Fraction(comment.until) if comment.until else None, self.say)
        small = f"{when} · {self._names[comment.id]}"
        if comment.replies:
            last = comment.replies[-1]
            small = f"{small} · {staff.name(last.by.person) or self.say('Somebody')}: {last.text}"
        done = comment.done_by is not None
        state = self.say("done") if done else self.say("open")
        spoken = f"{comment.text}, {small}, {state}"
        return Row(comment.id, comment.text, small, ticked=done, spoken=spoken)

    def _go(self, key: str) -> None:
        if key in self._moments:
            self.chosen.emit(self._moments[key])


def stretch_text(at: Fraction, until: Fraction | None, say: Say) -> str:
    """A moment, or from where to where."""
    return clock_text(at) if until is None else say("{at} to {until}", at=clock_text(at), until=clock_text(until))


class CommentField(LineField):
    """One line; Enter leaves the remark at the moment at which the writing began, or answers one.

    Attributes:
        written: seconds of the clip, end of the stretch or None, text.
        replied: id of the remark, text.
        opened: somebody begins to write.
        left: the line was sent or given up; single keys shall be keys again.
    """

    written = Signal(object, object, str)
    replied = Signal(str, str)
    opened = Signal()
    left = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(name=say("Comment"), parent=parent)
        self.say = say
        self._at = Fraction(0)
        self._from: Fraction | None = None
        self._reply_to: tuple[str, str] | None = None
        self.show_moment(self._at)
        self.returnPressed.connect(self._send)

    def show_moment(self, at: Fraction) -> None:
        """Say where a remark would stand; it stays there while somebody writes."""
        if self.text():
            return
        self._at = at
        self._show_place()

    def begin_stretch(self, at: Fraction) -> None:
        """The next remark is about the stretch from here to where it is written."""
        self._reply_to, self._from = None, at
        self._show_place()

    def reply_to(self, comment: str, name: str) -> None:
        """The next line answers this remark."""
        self._from, self._reply_to = None, (comment, name)
        self._show_place()

    def _stretch(self) -> tuple[Fraction, Fraction | None]:
        if self._from is None or self._from == self._at:
            return self._at, None
        return min(self._from, self._at), max(self._from, self._at)

    def _show_place(self) -> None:
        if self._reply_to is not None:
            self.setPlaceholderText(self.say("Answer {name}", name=self._reply_to[1]))
            return
        at, until = self._stretch()
        where = stretch_text(at, until, self.say)
        self.setPlaceholderText(self.say("Write a comment at {time}", time=where))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Esc gives up an answer or a stretch, and leaves the field; only the next one leaves the clip."""
        if event.key() == Qt.Key.Key_Escape and (self._reply_to or self._from is not None):
            self._back_to_moment()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _back_to_moment(self) -> None:
        self._reply_to = self._from = None
        self._show_place()

    def _send(self) -> None:
        text = self.text().strip()
        if not text:
            return
        reply, (at, until) = self._reply_to, self._stretch()
        self.clear()
        self._back_to_moment()
        if reply is not None:
            self.replied.emit(reply[0], text)
        else:
            self.written.emit(at, until, text)
        self.left.emit()
