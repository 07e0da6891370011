"""The card with the spoken length, its parts, and the tempo."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.advice import ScriptAdvice
from skriptstudio.ui.pages.write.words import TARGET_S, breath, figure, section_name, tempo
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import grown, is_style_change, scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.lamp import Lamp
from skriptstudio.ui.widgets.text import Text
from skriptstudio.ui.widgets.time_bar import Block, TimeBar

_LEFT = 133
_RIGHT = 150
_SPARE_S = 5.0


class TimeCard(QFrame):
    """Seconds at left, blocks in the middle, tempo at right; one plain line where it is compact.

    Attributes:
        figure: the seconds, in wide windows.
        bar: the blocks.
        lamp: the tempo.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._compact = False
        self._advice: ScriptAdvice | None = None
        self.figure = Text("", "question", tabular=True)
        self._small_figure = Text("", "page", tabular=True)
        self._goal = Text(session.say("Goal: {low} to {high} s", low=20, high=35), "small", "ink_soft")
        self.bar = _Bar()
        self.lamp = Lamp("open", "", small=True, strong=False)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addStretch(1)
        for text in (self.figure, self._small_figure, self._goal):
            left.addWidget(text)
        left.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._left)
        self._row.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.lamp, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Narrow windows have one line without a card around it."""
        self._compact = compact
        self.setObjectName("" if compact else "card")
        self.style().unpolish(self)
        self.style().polish(self)
        self.figure.setVisible(not compact)
        self._small_figure.setVisible(compact)
        self._goal.setVisible(not compact)
        self._row.setContentsMargins(*((0, 0, 0, 0) if compact else (SPACE.card, 0, SPACE.card, 0)))
        self._row.setSpacing(SPACE.card if compact else SPACE.gap)
        self._dress()
        self._show()

    def show_advice(self, advice: ScriptAdvice) -> None:
        """Draw the script as it is now."""
        self._advice = advice
        self._show()

    def _show(self) -> None:
        advice = self._advice
        if advice is None:
            return
        say, speaker = self._session.say, self._session.speaker
        seconds = figure(advice.seconds, speaker)
        for text in (self.figure, self._small_figure):
            text.setText(say("{seconds} s", seconds=seconds))
        spoken = say("{seconds} seconds, goal {low} to {high}", seconds=seconds, low=20, high=35)
        self.bar.show_blocks(_blocks(advice, self._session), None if self._compact else TARGET_S, spoken)
        now = tempo(advice, say)
        rate = say("{rate} syllables a second", rate=figure(now.rate, speaker)) if now.rate else ""
        if self._compact:
            self.lamp.show_state(now.state, now.word)
            self.lamp.setAccessibleName(f"{now.phrase}, {rate}" if rate else now.phrase)
        else:
            self.lamp.show_state(now.state, now.phrase, rate)
            self.lamp.setAccessibleName("")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            self._dress()

    def _dress(self) -> None:
        self.setFixedHeight(grown(40) if self._compact else grown(80, lines=2))
        if self._compact:
            self._left.setFixedWidth(max(scaled(72), self._small_figure.sizeHint().width()))
            self.lamp.setMinimumWidth(0)
        else:
            self._left.setFixedWidth(scaled(_LEFT))
            self.lamp.setMinimumWidth(scaled(_RIGHT))


class _Bar(TimeBar):
    """Keeps its scale where the target isn't drawn, so that a short script looks short."""

    def _full_s(self) -> float:
        return max(super()._full_s(), TARGET_S[1] + _SPARE_S)


def _blocks(advice: ScriptAdvice, session: Session) -> list[Block]:
    """A block a section, each with the pause after it, so that the end mark stands at the whole length."""
    written = [part for part in advice.sections if part.seconds]
    pause = breath(advice)
    return [
        Block(
            section_name(part.section, session.say),
            part.section.kind.value,
            part.seconds + (pause if part is not written[-1] else 0.0),
        )
        for part in written
    ]
