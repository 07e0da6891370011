"""What can be done with takes that are there: star, name the speakers, show the file, fetch one from a file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.production import Production
from skriptstudio.domain.take import Take
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.record.shoot import Shot
from skriptstudio.ui.pages.record.speakers import SpeakerTicks
from skriptstudio.ui.pages.record.words import Say

_FILMS = "*.mp4 *.mov *.m4v *.mkv *.webm *.avi"


class TakeActions:
    """Runs the steps in jobs and shows the changed production.

    Attributes:
        choose_file: asks for a video, empty for none; a test puts its own in place.
        show_folder: opens a folder in the system's file window; likewise.
    """

    def __init__(self, place: Place, owner: QWidget) -> None:
        self._place = place
        self._session = place.session
        self.say: Say = place.session.say
        self.choose_file: Callable[[], str] = lambda: self._ask_for_film(owner)
        self.show_folder: Callable[[Path], None] = _open_folder

    def star(self, production: Production, take_id: str) -> None:
        """Mark a take as the best of its section."""
        self._change(production, lambda: self._session.house.record.mark_best(production.id, take_id))

    def ask_speakers(self, production: Production, take: Take, title: str) -> None:
        """Let the user say who speaks in a take."""
        say = self.say
        ticks = SpeakerTicks(say("Who speaks?"))
        ticks.show_people(self._session.staff.people, take.speakers)
        ticks.setMinimumHeight(ticks.sizeHint().height())

        def save() -> None:
            people = ticks.ticked
            self._change(production, lambda: self._session.house.record.name_speakers(production.id, take.id, people))

        self._place.ask(
            say("Who speaks?"), say("In {take}. A clip needs the consent of all of them.", take=title), say("Save"),
            save, content=ticks,
        )  # fmt: skip

    def show_file(self, production: Production, take: Take) -> None:
        """Open the folder in which a take lies."""
        self.path_of(production, take, lambda path: self.show_folder(path.parent))

    def path_of(self, production: Production, take: Take, then: Callable[[Path], None]) -> None:
        """Where a take lies; the drive may need a moment to say so."""
        house = self._session.house
        self._place.jobs.start(lambda control: house.record.path_of(production, take), then)

    def fetch_film(
        self, production: Production, section: str, speakers: Sequence[str], then: Callable[[Shot], None]
    ) -> bool:
        """Import a finished video as a take of a section; False if none was chosen."""
        chosen = self.choose_file()
        if not chosen:
            return False
        house = self._session.house

        def work(control: JobControl) -> Shot:
            take, _ = house.record.import_take(production.id, Path(chosen), section, speakers)
            return Shot(house.desk.open(production.id).record, take)

        self._place.jobs.start(work, then)
        return True

    def _change(self, production: Production, step: Callable[[], object]) -> None:
        house = self._session.house

        def work(control: JobControl) -> Production:
            step()
            return house.desk.open(production.id).record

        def done(changed: Production) -> None:
            now = self._session.production
            if now is not None and now.id == changed.id:
                self._session.show_production(changed)

        self._place.jobs.start(work, done)

    def _ask_for_film(self, owner: QWidget) -> str:
        say = self.say
        chosen, _ = QFileDialog.getOpenFileName(
            owner, say("Fetch a finished video"), "", f"{say('Videos')} ({_FILMS});;{say('All files')} (*)"
        )
        return chosen


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
