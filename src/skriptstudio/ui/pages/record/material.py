"""What the page reads in the background: spoken sentences and pictures of takes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.production import Production
from skriptstudio.domain.reading import ReadSentence
from skriptstudio.domain.script import WHOLE, Section
from skriptstudio.domain.take import Take
from skriptstudio.ui.jobs import Jobs
from skriptstudio.ui.prompter.reading import Sentence, read, timed
from skriptstudio.ui.session import Session


class Material(QObject):
    """Reads in jobs and keeps what it has read.

    Attributes:
        text_read: the sentences of the present script are there.
        pictured: ``posters`` holds new ones.
        posters: by take id.
    """

    text_read = Signal()
    pictured = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._read: tuple[Section, ...] | None = None
        self._reading: dict[str, tuple[ReadSentence, ...]] = {}
        self._tried: set[str] = set()
        self.posters: dict[str, QPixmap] = {}

    def sentences(self, section: str) -> tuple[Sentence, ...]:
        """What is read in a section, or in all of them, in the reader's mode and tempo.

        Empty until it was read or without a script.
        """
        return timed(self.reading(section), self._session.settings.prompter)

    def reading(self, section: str) -> dict[str, tuple[ReadSentence, ...]]:
        """The sentences of a section, or of all of them, by the section's name."""
        if section == WHOLE:
            return dict(self._reading)
        return {section: self._reading[section]} if section in self._reading else {}

    def read_text(self, production: Production) -> None:
        """Time the script, unless that was done; ``text_read`` follows."""
        sections = production.script.sections
        if sections == self._read:
            return
        self._read, self._reading = sections, {}
        coach = self._session.house.coach

        def work(control: JobControl) -> dict[str, tuple[ReadSentence, ...]]:
            return read(sections, coach)

        def done(made: dict[str, tuple[ReadSentence, ...]]) -> None:
            if sections == self._read:
                self._reading = made
                self.text_read.emit()

        self._jobs.start(work, done)

    def fetch_posters(self, production: Production, takes: Sequence[Take]) -> None:
        """Make the pictures of these takes, one after the other; a take without a picture is left out."""
        missing = [take for take in takes if take.id not in self._tried]
        if not missing:
            return
        self._tried.update(take.id for take in missing)
        house = self._session.house

        def work(control: JobControl) -> dict[str, bytes]:
            found: dict[str, bytes] = {}
            for take in missing:
                control.checkpoint()
                try:
                    found[take.id] = house.films.poster(production, take, control)
                except SkriptStudioError:
                    continue
            return found

        def done(found: dict[str, bytes]) -> None:
            for take_id, jpeg in found.items():
                picture = QPixmap()
                if picture.loadFromData(jpeg):
                    self.posters[take_id] = picture
            self.pictured.emit()

        self._jobs.start(work, done)
