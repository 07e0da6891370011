"""What can be done with takes that are there: star, note, speakers, file, throw away; and fetching one from a file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from skriptstudio.domain.errors import SkriptStudioError, StandInMissing
from skriptstudio.domain.jobs import JobControl, Progress
from skriptstudio.domain.naming import goes_back_to_team
from skriptstudio.domain.production import Production
from skriptstudio.domain.release import is_others_turn
from skriptstudio.domain.script import MATERIAL
from skriptstudio.domain.take import Take
from skriptstudio.messages.catalogue import Say
from skriptstudio.steps.record import MAX_NOTE_CHARS
from skriptstudio.ui.jobs import Job
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.record.fetch_form import ask_about_film
from skriptstudio.ui.pages.record.shoot import Shot
from skriptstudio.ui.pages.record.words import take_title
from skriptstudio.ui.rights import ask_licence
from skriptstudio.ui.take_poster import beside_poster
from skriptstudio.ui.widgets.fields import LineField
from skriptstudio.ui.widgets.person_ticks import PersonTicks, want_somebody

_FILMS = "*.mp4 *.mov *.m4v *.mkv *.webm *.avi"


class TakeActions:
    """Runs the steps in jobs and shows the changed production.

    Attributes:
        choose_file: asks for a video, empty for none; a test puts its own in place.
        show_folder: opens a folder in the system's file window; likewise.
        stand_in_made: a signal with the SHA-256 of a film that can be watched from now on.
    """

    def __init__(self, place: Place, owner: QWidget) -> None:
        self._place = place
        self._session = place.session
        self.say: Say = place.session.say
        self.stand_in_made = place.stand_ins.made
        self.choose_file: Callable[[], str] = lambda: self._ask_for_film(owner)
        self.show_folder: Callable[[Path], None] = _open_folder

    def star(self, production: Production, take: Take) -> None:
        """Mark a take as the best of its section, or take its star away."""
        best = not take.starred
        self._change(production, lambda: self._session.house.record.mark_best(production.id, take.id, best))

    def ask_note(self, production: Production, take: Take, title: str) -> None:
        """Let the user write down what to remember about a take."""
        say = self.say
        field = LineField(say("For example: laugh at the end is great"), name=say("Note"))
        field.setMaxLength(MAX_NOTE_CHARS)
        field.setText(take.note)

        def save() -> None:
            text = field.text()
            self._change(production, lambda: self._session.house.record.write_note(production.id, take.id, text))

        self._place.ask(say("Note"), say("On {take}.", take=title), say("Save"), save, content=field)

    def keep_words(self, production: Production, take: Take, words: Sequence[str]) -> None:
        """Add sentences to a take's note that its script doesn't take any more."""
        say = self.say
        said = say("Changed: {words}", words=" ".join(say("“{text}”", text=one) for one in words))
        text = f"{take.note} {said}".strip()
        self._change(
            production,
            lambda: self._session.house.record.write_note(production.id, take.id, text),
            lambda: self._place.toast(
                say("The script is handed in already. Your words are kept as a note on the take."), "info"
            ),
        )

    def discard(self, production: Production, take: Take, title: str) -> None:
        """Throw a take away at once; a toast takes it back."""
        say = self.say

        def done() -> None:
            self._place.toast(
                say("{take} deleted.", take=title), "trash", say("Undo"),
                lambda: self.fetch_back(production, take.id, title),
            )  # fmt: skip

        self._change(production, lambda: self._session.house.bin.discard(production.id, take.id), done)

    def last_discarded(self, production: Production) -> str | None:
        """Id of the take that was thrown away last and can be fetched back."""
        return self._session.house.bin.last_discarded(production.id)

    def fetch_back(self, production: Production, take_id: str, title: str) -> None:
        """Undo ``discard``."""

        def done() -> None:
            self._place.retract(self.say("{take} deleted.", take=title))
            self._place.toast(self.say("{take} is back.", take=title))

        self._change(production, lambda: self._session.house.bin.fetch_back(production.id, take_id), done)

    def ask_speakers(self, production: Production, take: Take, title: str) -> None:
        """Let the user say who speaks in a take; while others check the clip, it stays as it is."""
        say, session = self.say, self._session
        if is_others_turn(production, session.person, session.staff, session.house.desk.clock.today()):
            self._place.toast(say("It is being checked. Only comments are open now."), "lock-simple")
            return
        ticks = PersonTicks(say, say("Who speaks?"))
        ticks.show_people(self._session.staff.people, take.speakers)

        def save() -> None:
            people = ticks.ticked
            self._change(production, lambda: self._session.house.record.name_speakers(production.id, take.id, people))

        told = say(
            "Tick everybody who is heard or can be recognised in {take}. The clip needs the consent of all of them.",
            take=title,
        )
        back = say("The clip goes back to the team.") if goes_back_to_team(production, take.id) else ""
        content = beside_poster(self._place, production, take, ticks)
        dialog = self._place.ask(say("Who speaks?"), f"{told} {back}".strip(), say("Save"), save, content=content)
        if take.section != MATERIAL:
            want_somebody(ticks, dialog, say)

    def ask_licence(self, production: Production, take: Take, title: str) -> None:
        """Let the user say whether music is heard in a take, and what may be done with it."""
        ask_licence(self._place, production, take, title)

    def show_file(self, production: Production, take: Take) -> None:
        """Open the folder in which a take lies."""
        self.path_of(production, take, lambda path: self.show_folder(path.parent))

    def film_of(self, production: Production, take: Take, then: Callable[[Path], None]) -> None:
        """What is played of a take; where that has to be made first, ``then`` isn't called but the user is told."""
        house, place = self._session.house, self._place

        def failed(error: SkriptStudioError) -> None:
            if not isinstance(error, StandInMissing):
                place.fail(error)
                return
            if place.stand_ins.want(house, production, take, place.fail):
                words = self.say(
                    "The film from outside is being made ready to be watched. You can go on working meanwhile."
                )
                place.toast(words, "info")

        place.jobs.start(lambda control: house.films.film_to_watch(production, take), then, failed)

    def path_of(self, production: Production, take: Take, then: Callable[[Path], None]) -> None:
        """Where a take lies; the drive may need a moment to say so."""
        house = self._session.house
        self._place.jobs.start(lambda control: house.record.path_of(production, take), then)

    def ask_film(self, speakers: Sequence[str], then: Callable[[Path, tuple[str, ...], bool], None]) -> None:
        """Let the user choose a finished video and say who is in it and whether music is heard.

        Args:
            speakers: ids of those who are ticked beforehand.
            then: takes the film, the ids of who is in it, and whether music is heard; not called where it is left.
        """
        chosen = self.choose_file()
        if chosen:
            film = Path(chosen)
            ask_about_film(self._place, film.name, speakers, lambda people, music: then(film, people, music))

    def fetch_film(
        self,
        production: Production,
        section: str,
        film: Path,
        people: Sequence[str],
        music: bool,
        then: Callable[[Shot], None],
        failed: Callable[[SkriptStudioError], None],
        progressed: Callable[[Progress], None],
    ) -> Job[Shot]:
        """Import a finished video as a take of a section; where music is heard, its licence is asked for at once."""
        house = self._session.house

        def work(control: JobControl) -> Shot:
            take, _ = house.record.import_take(production.id, film, section, people, control)
            if take.has_sound:
                take = house.record.write_licence(production.id, take.id, music, None)
            return Shot(house.desk.open(production.id).record, take)

        def done(shot: Shot) -> None:
            then(shot)
            if shot.take.music:
                title = take_title(shot.take.section, shot.take.number, self.say)
                self.ask_licence(shot.production, shot.take, title)

        return self._place.jobs.start(work, done, failed, progressed)

    def _change(
        self, production: Production, step: Callable[[], object], then: Callable[[], None] | None = None
    ) -> None:
        house = self._session.house

        def work(control: JobControl) -> Production:
            step()
            return house.desk.open(production.id).record

        def done(changed: Production) -> None:
            now = self._session.production
            if now is not None and now.id == changed.id:
                self._session.show_production(changed)
            if then is not None:
                then()

        self._place.jobs.start(work, done)

    def _ask_for_film(self, owner: QWidget) -> str:
        say = self.say
        chosen, _ = QFileDialog.getOpenFileName(
            owner, say("Fetch a finished video"), "", f"{say('Videos')} ({_FILMS});;{say('All files')} (*)"
        )
        return chosen


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
