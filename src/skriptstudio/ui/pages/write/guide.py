"""Question by question to the first script: what is asked at left, what grows from it at right."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from skriptstudio.content.calls import Call
from skriptstudio.content.hook_types import HookType
from skriptstudio.domain.brief import MAX_ANSWER_CHARS, QUESTIONS, Brief, Question
from skriptstudio.ui.pages.write.growth import GrowthCard
from skriptstudio.ui.pages.write.guide_words import Asked, asked
from skriptstudio.ui.pages.write.hook_picker import HookPicker
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import color
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.chips import FilterChip
from skriptstudio.ui.widgets.fields import TextField
from skriptstudio.ui.widgets.flow import Flow
from skriptstudio.ui.widgets.text import Text

_SIDE_PX = 396
_ANY_HEIGHT = 16_777_215
"""Qt's own bound."""

_STEP = (45, 6, 6)
"""Width and height of a step's mark, and the gap after it (looks.md 7.2)."""


class Guide(QWidget):
    """The questions and the growing script.

    Attributes:
        card: the question.
        growth: the script so far.
        answered: a question got another answer: the question and the text.
        kind_chosen: the key of a kind of hook.
    """

    answered = Signal(object, str)
    kind_chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = QuestionCard(session)
        self.growth = GrowthCard(session)
        self.growth.setFixedWidth(_SIDE_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.gap)
        row.addWidget(self.card, 1)
        row.addWidget(self.growth)
        self.card.answered.connect(self.answered)
        self.card.picker.chosen.connect(self.kind_chosen)

    def set_compact(self, compact: bool) -> None:
        """Narrow windows show the question alone."""
        self.growth.setVisible(not compact)


class QuestionCard(Card):
    """One question at a time.

    Attributes:
        question: the one that is asked.
        field: its answer, where it is written.
        chips: its beginnings, or the answers to choose from.
        picker: the kinds of hooks, where it asks for one.
        types: those kinds.
        answered: the answer was changed.
    """

    answered = Signal(object, str)

    def __init__(self, session: Session) -> None:
        super().__init__(padding=SPACE.xl, spacing=SPACE.s)
        self._session = session
        self.question = QUESTIONS[0]
        self.types: tuple[HookType, ...] = ()
        self._calls: tuple[Call, ...] = ()
        self._asked: Asked = asked(self.question, session.say, self._calls)
        self.steps = _Steps()
        self._number = Text("", "small", "ink_soft")
        self._title = Text("", "question")
        self._help = Text("", "script", "ink_soft")
        self.field = TextField(rows=6, role="script")
        self._begin = Text(session.say("No idea? Choose a beginning:"), "small", "ink_soft")
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        self.chips: list[FilterChip] = []
        self.picker = HookPicker(session.say)
        parts = (self.steps, self._number, self._title, self._help, self.field, self._begin, self._chips, self.picker)
        for part in parts:
            self.column.addWidget(part)
        self.column.insertSpacing(1, SPACE.s)
        self.column.setStretchFactor(self.field, 1)
        self._rest = QWidget()
        self.column.addWidget(self._rest, 1)
        self.field.textChanged.connect(self._written)

    def offer(self, types: Sequence[HookType], calls: Sequence[Call]) -> None:
        """Let people choose from these from the next question on."""
        self.types, self._calls = tuple(types), tuple(calls)

    def ask(self, question: Question, brief: Brief) -> None:
        """Ask this question; what was answered before stands there."""
        say = self._session.say
        self.question = question
        self._asked = asked(question, say, self._calls)
        at = QUESTIONS.index(question)
        answer = brief.answer(question)
        self.steps.show_step(at, len(QUESTIONS), [bool(brief.answer(one)) for one in QUESTIONS])
        self._number.setText(say("Question {number} of {count}", number=at + 1, count=len(QUESTIONS)))
        self._title.setText(self._asked.question)
        self._help.setText(self._asked.help)
        self.field.setAccessibleName(self._asked.question)
        self.field.setAccessibleDescription(self._asked.help)
        self.field.blockSignals(True)
        self.field.setPlainText(answer)
        self.field.blockSignals(False)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.setVisible(not self._asked.choice)
        self._begin.setVisible(bool(self._asked.beginnings) and not self._asked.choice)
        self._chips.setVisible(bool(self._asked.beginnings))
        self.picker.setVisible(self._asked.hooks)
        if self._asked.hooks:
            self.picker.show_types(self.types, brief.hook_type)
        self._rest.setVisible(self._asked.choice or self._asked.hooks)
        # A hook is one sentence: the room belongs to the kinds below it.
        self.field.setMaximumHeight(self.field.minimumSizeHint().height() if self._asked.hooks else _ANY_HEIGHT)
        self._make_chips(answer)

    def focus_answer(self) -> None:
        """Put the focus where the answer goes."""
        if self._asked.choice:
            chosen = next((chip for chip in self.chips if chip.isChecked()), self.chips[0])
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_chips(self, answer: str) -> None:
        for old in self.chips:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.chips = []
        for text, inserts in self._asked.beginnings:
            chip = FilterChip(text, checkable=self._asked.choice)
            chip.setChecked(self._asked.choice and inserts == answer)
            chip.clicked.connect(lambda _=False, made=chip, words=inserts: self._take(made, words))
            self._flow.addWidget(chip)
            chip.show()
            self.chips.append(chip)
        order: list[QWidget] = [self.field, *self.chips, self.picker.choice]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _take(self, chosen: FilterChip, words: str) -> None:
        """A choice is the answer; a beginning goes before what is written, and the cursor behind it."""
        if self._asked.choice:
            for chip in self.chips:
                chip.setChecked(chip is chosen)
            self.answered.emit(self.question, words)
            return
        cursor = self.field.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        written = self.field.toPlainText()
        cursor.insertText(f" {words}" if written and not written[-1].isspace() else words)
        self.field.setTextCursor(cursor)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _written(self) -> None:
        text = self.field.toPlainText()
        too_long = self._session.say("Only the first {count} characters count.", count=MAX_ANSWER_CHARS)
        self._help.setText(too_long if len(text) > MAX_ANSWER_CHARS else self._asked.help)
        self.answered.emit(self.question, text)


class _Steps(QWidget):
    """A mark for each question: those that were answered, the present one, and those to come."""

    def __init__(self) -> None:
        super().__init__()
        self._at = 0
        self._done: list[bool] = []
        self.setFixedHeight(_STEP[1])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, at: int, count: int, done: Sequence[bool]) -> None:
        """Which of so many it is, and which have an answer."""
        self._at, self._done = at, list(done)[:count]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wide, tall, gap = _STEP
        for at, done in enumerate(self._done):
            painter.setBrush(color("warm" if at == self._at else "primary" if done else "line"))
            painter.drawRoundedRect(QRectF(at * (wide + gap), 0, wide, tall), tall / 2, tall / 2)
