"""What viewers ask: a list, a field for one more, and the way from a question to an idea."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.idea_pool import Question
from skriptstudio.messages.catalogue import Say, Speaker
from skriptstudio.messages.dates import day_text
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.fields import Field, LineField
from skriptstudio.ui.widgets.rows import Row, RowList
from skriptstudio.ui.widgets.text import Text

_LONGEST = 300
_SHOWN_ROWS = 3


class _Question(LineField):
    """Enter adds the question instead of closing the dialog."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class InboxForm(QWidget):
    """Questions.

    Attributes:
        asked: another one, its words.
        answered: the chosen one becomes an idea, its id.
        dropped: the chosen one goes, its id.
    """

    asked = Signal(str)
    answered = Signal(str)
    dropped = Signal(str)

    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        self.speaker = speaker
        say: Say = speaker.say
        self.field = _Question(say("e.g. Do I have to be good at maths?"))
        self.field.setMaxLength(_LONGEST)
        self.rows = RowList(say("Questions"))
        self.rows.setFixedHeight(_SHOWN_ROWS * self.rows.row_height())
        self.add = Button(say("Add"), "secondary", "plus")
        self.answer = Button(say("Make an idea of it"), "secondary", "lightbulb")
        self.drop = Button(say("Put it away"), "quiet")
        self._count = Text("", "small", "ink_soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(Field(say("A question from a comment, without a name"), self.field))
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._count)
        column.addWidget(self.rows)
        tools = QHBoxLayout()
        tools.addWidget(self.answer)
        tools.addWidget(self.drop)
        tools.addStretch(1)
        column.addLayout(tools)
        self.add.clicked.connect(self._ask)
        self.field.entered.connect(self._ask)
        self.answer.clicked.connect(lambda: self._tell(self.answered))
        self.drop.clicked.connect(lambda: self._tell(self.dropped))

    def show_questions(self, questions: Sequence[Question]) -> None:
        """List those that wait."""
        waiting = [one for one in questions if not one.idea]
        self.rows.set_rows([Row(one.id, one.text, day_text(one.came, self.speaker)) for one in waiting])
        if waiting and not self.rows.key:
            self.rows.choose(waiting[0].id)
        none = self.speaker.say("No question waits.")
        self._count.setText(self.speaker.say("Waiting: {count}", count=len(waiting)) if waiting else none)
        for button in (self.answer, self.drop):
            if waiting:
                button.allow()
            else:
                button.refuse(none)

    def _ask(self) -> None:
        words = " ".join(self.field.text().split())
        if words:
            self.field.clear()
            self.asked.emit(words)

    def _tell(self, signal: SignalInstance) -> None:
        if self.rows.key:
            signal.emit(self.rows.key)
