"""Correcting a sentence while the take rolls: the field over the band, and the script that keeps the change."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.errors import SkriptStudioError, WrongState
from skriptstudio.domain.production import Production
from skriptstudio.domain.reading import ReadSentence
from skriptstudio.domain.script import Section
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.jobs import Jobs
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import color
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.fields import TextField
from skriptstudio.ui.widgets.text import Text


def with_sentence(text: str, sentence: ReadSentence, wanted: str) -> str:
    """The text with one of its sentences replaced; all around it stays as it is.

    Args:
        text: of a section.
        sentence: read from that very text, so the same words elsewhere are never meant.
        wanted: what shall stand in its place.
    """
    return text[: sentence.start] + " ".join(wanted.split()) + text[sentence.end :]


class _OneSentence(TextField):
    """Enter saves, Esc drops."""

    confirmed = Signal()
    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


class CorrectionField(QWidget):
    """A field for one sentence over the prompter's band.

    Attributes:
        saved: with the new words; never empty, never the old ones.
        closed: the field has gone, after ``saved`` or instead of it.
    """

    saved = Signal(str)
    closed = Signal()

    def __init__(self, say: Say, stage: QWidget) -> None:
        super().__init__(stage)
        self.setAccessibleName(say("Change the sentence"))
        self._before = ""
        self.field = _OneSentence(rows=3, role="script", name=say("This sentence"))
        self.field.setProperty("focusToken", "stage_now")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        column.setSpacing(SPACE.s)
        column.addWidget(self.field, 1)
        column.addWidget(Text(say("Enter saves, Esc drops. The recording goes on."), "body", "stage_now"))
        self.setFocusProxy(self.field)
        self.field.confirmed.connect(self.save)
        self.field.dropped.connect(self.drop)
        self.hide()

    def open(self, sentence: str, band: QRect) -> None:
        """Ask for other words than ``sentence``, over the place where it stands."""
        self._before = sentence
        self.field.setPlainText(sentence)
        self.place(band)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def place(self, band: QRect) -> None:
        """Cover the band."""
        tall = max(band.height(), self.sizeHint().height())
        wide = max(band.width(), self.minimumSizeHint().width())
        self.setGeometry(band.center().x() - wide // 2, band.top(), wide, tall)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.minimumSizeHint().expandedTo(super().sizeHint())

    def save(self) -> None:
        """Take the new words over, if there are any."""
        wanted = " ".join(self.field.toPlainText().split())
        self.hide()
        if wanted and wanted != self._before:
            self.saved.emit(wanted)
        self.closed.emit()

    def drop(self) -> None:
        """Leave the sentence as it was."""
        self.hide()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color("stage_next"))
        painter.setBrush(color("stage"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS.card, RADIUS.card)


class Corrections(QObject):
    """Changes sentences of one production's script, and saves one state after the other.

    Attributes:
        kept: the script has the change; with the production.
        refused: the library didn't take it; the prompter shows it all the same.
        locked: others rely on the script as it stands; ``take_words`` gives what was meant.
    """

    kept = Signal(object)
    refused = Signal(object)
    locked = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._production = ""
        self._stored: tuple[Section, ...] = ()
        self._sections: tuple[Section, ...] = ()
        self._busy = False
        self._pending: list[str] = []
        self._words: list[str] = []

    def begin(self, production: Production) -> None:
        """From now on this script is meant."""
        if self._busy and production.id == self._production:
            return
        if production.id != self._production:
            self._pending, self._words = [], []
        self._production = production.id
        self._stored = self._sections = production.script.sections

    def change(self, section: str, index: int, wanted: str) -> bool:
        """Give the sentence with this number in the section other words; False where there is none."""
        text = next((one.text for one in self._sections if one.name == section), "")
        coach = self._session.house.coach
        sentences = coach.reading(text)
        if index >= len(sentences) or not coach.reading(wanted):
            return False
        changed = with_sentence(text, sentences[index], wanted)
        self._sections = tuple(replace(one, text=changed) if one.name == section else one for one in self._sections)
        self._pending.append(" ".join(wanted.split()))
        self._save()
        return True

    def take_words(self) -> list[str]:
        """The sentences that couldn't go into the script, each only once."""
        words, self._words = self._words, []
        return words

    def reading(self, sections: Sequence[str]) -> dict[str, tuple[ReadSentence, ...]]:
        """The sentences of these sections as they are now."""
        coach = self._session.house.coach
        return {one.name: tuple(coach.reading(one.text)) for one in self._sections if one.name in sections}

    def _save(self) -> None:
        if self._busy or self._sections == self._stored:
            return
        self._busy = True
        house, production = self._session.house, self._production
        before, wanted, saving = self._stored, self._sections, len(self._pending)
        by = self._session.person.id if self._session.person else ""

        def done(made: Production) -> None:
            self._busy = False
            if production == self._production:
                self._stored = wanted
                del self._pending[:saving]
                self._save()
            self.kept.emit(made)

        self._jobs.start(lambda control: house.write.save(production, wanted, by, before=before), done, self._refuse)

    def _refuse(self, error: SkriptStudioError) -> None:
        self._busy = False
        if isinstance(error, WrongState):
            self._words, self._pending = [*self._words, *self._pending], []
            self.locked.emit()
        else:
            self.refused.emit(error)
