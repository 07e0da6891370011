"""What stands beside the picture on the stage: left and right of the countdown, and of the recording."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.reading import PAUSE_SECONDS
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.pages.record.stage_parts import RecordDot, StageLamp, StageMeter, StageSections
from skriptstudio.ui.prompter.words import clock_text
from skriptstudio.ui.theme import grown
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.text import Text

_LIVE_WIDTH = 260


class _Sides(QWidget):
    """Two columns; as a whole it covers nothing but them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.left = QWidget(self)
        self.right = QWidget(self)
        self.left_column = _column(self.left)
        self.right_column = _column(self.right)

    def place(self, room: QRect, width: int) -> None:
        """Stand at the two ends of this room, each column so wide."""
        self.setGeometry(room)
        width = self.column_width(width)
        top = SPACE.xl + SPACE.s if room.height() >= 500 else SPACE.page
        self.left.setGeometry(QRect(0, top, width, room.height() - top))
        self.right.setGeometry(QRect(room.width() - width, top, width, room.height() - top))
        self.lower()

    def column_width(self, room: int) -> int:
        """How much of the room a column takes."""
        return room


class CountdownSides(_Sides):
    """Where to look, and what comes first."""

    def __init__(self, say: Say, parent: QWidget) -> None:
        super().__init__(parent)
        right = Qt.AlignmentFlag.AlignRight
        self.left_column.addWidget(Text(say("Look into the lens."), "question", "stage_now"))
        self._lens = Text("", "body", "stage_next")
        self.left_column.addWidget(self._lens)
        self.left_column.addStretch(1)
        self._coming = Text(say("Coming up"), "body", "stage_next", align=right)
        self._sentence = Text("", "question", "stage_now", align=right)
        self.right_column.addWidget(self._coming)
        self._about = Text("", "body", "stage_next", align=right)
        self.right_column.addWidget(self._sentence)
        self.right_column.addWidget(self._about)
        self.right_column.addStretch(1)
        self.say = say

    def show_lens(self, sentence: str) -> None:
        """Say where to look."""
        self._lens.setText(sentence)

    def show_next(self, sentence: str, about: str = "") -> None:
        """Show the first sentence of what comes, and how long it takes."""
        words = " ".join(word for word in sentence.split() if word not in PAUSE_SECONDS)
        self._sentence.setText(self.say("“{text}”", text=words) if words else "")
        self._coming.setVisible(bool(sentence))
        self._about.setText(about)


class LiveSides(_Sides):
    """Clock and sections at left, microphone and text at right.

    Attributes:
        meter: the level meter.
        rest: how much of the text is left.
        tempo: how fast the text runs.
        note: what goes wrong and can still be mended.
        sections: the list of sections.
    """

    def __init__(self, say: Say, parent: QWidget) -> None:
        super().__init__(parent)
        self.say = say
        head = QHBoxLayout()
        head.setSpacing(SPACE.m)
        head.addWidget(RecordDot(), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Text(say("Recording runs"), "label", "stage_now"), 1)
        self.left_column.addLayout(head)
        self._title = Text("", "body", "stage_next")
        self.clock = Text("0:00", "clock", "stage_now", tabular=True)
        self.clock.setAccessibleName(say("Length of the take"))
        self.sections = StageSections(say("Sections"))
        self.left_column.addWidget(self._title)
        self.rest = Text("", "body", "stage_next", tabular=True)
        self.rest.setAccessibleName(say("What is left of the text"))
        self.left_column.addWidget(self.clock)
        self.left_column.addWidget(self.rest)
        self.left_column.addSpacing(SPACE.s)
        self.left_column.addWidget(self.sections, 1)
        self._build_right()

    def _build_right(self) -> None:
        say = self.say
        self.meter = StageMeter(
            say("Microphone level"), {"quiet": say("too quiet"), "good": say("good"), "loud": say("too loud")}
        )
        self.lamp = StageLamp(say("Microphone level"))
        self.lamp.show_state(False, self.meter.word)
        self.meter.verdict_changed.connect(lambda verdict: self.lamp.show_state(verdict == "good", self.meter.word))
        self.right_column.addLayout(_pair(Text(say("Microphone"), "label", "stage_now"), self.lamp))
        self.right_column.addWidget(self.meter)
        self.right_column.addSpacing(SPACE.gap)
        self.tempo = StageLamp(say("Tempo"))
        self._figures = Text("", "body", "stage_next")
        self._how = Text("", "body", "stage_next")
        self._text = Text(say("Tempo"), "label", "stage_now")
        self.right_column.addLayout(_pair(self._text, self.tempo))
        self.right_column.addWidget(self._figures)
        self.right_column.addWidget(self._how)
        self.note = Text("", "label", "stage_lens")
        self.right_column.addSpacing(SPACE.gap)
        self.right_column.addWidget(self.note)
        self.right_column.addStretch(1)

    def column_width(self, room: int) -> int:
        """260 px as drawn, more with larger type."""
        return min(room, grown(_LIVE_WIDTH, 4))

    def show_title(self, title: str) -> None:
        """Which section and take is recorded."""
        self._title.setText(title)

    def show_seconds(self, seconds: float) -> None:
        """Length of the take."""
        self.clock.setText(clock_text(seconds))

    def show_text(self, has_text: bool, by_hand: bool) -> None:
        """Whether there is a text, and whether the hand alone moves it."""
        for part in (self._text, self.tempo, self._figures, self._how, self.rest):
            part.setVisible(has_text)
        self.tempo.setVisible(has_text and not by_hand)
        self._figures.setVisible(has_text and not by_hand)
        self._text.setText(self.say("Text") if by_hand else self.say("Tempo"))

    def show_tempo(self, good: bool, word: str, figures: str) -> None:
        """How fast the text runs, and for how long in all."""
        self.tempo.show_state(good, word)
        self._figures.setText(figures)

    def show_pace(self, running: bool, by_hand: bool, by_voice: bool = False) -> None:
        """Whether the text runs, stands, or waits for hand or voice."""
        say = self.say
        if by_hand:
            self._how.setText(say("The text waits for you. Just keep speaking, even when you misspeak."))
        elif running and by_voice:
            self._how.setText(say("The text follows your voice. P holds it, the arrow keys move it."))
        elif running:
            self._how.setText(say("The text runs. P holds it, the arrow keys move it."))
        else:
            self._how.setText(say("The text stands. P lets it run on from here."))

    def show_rest(self, left: float) -> None:
        """Seconds that the text still takes."""
        self.rest.setText(self.say("{time} left", time=clock_text(left + 0.99)))

    def show_sentence(self, number: int, of: int) -> None:
        """Which sentence is read, from 1."""
        self.rest.setText(self.say("Sentence {number} of {count}", number=number, count=of))


def _column(of: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(of)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE.s)
    return column


def _pair(left: Text, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left, 1)
    row.addWidget(right, 0)
    return row
