"""The take that is watched, and what its row and menu offer."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.jobs import Progress
from skriptstudio.domain.take import Take
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.jobs import Job
from skriptstudio.ui.pages.record.lineup import Lineup, NumberedTake
from skriptstudio.ui.pages.record.material import Material
from skriptstudio.ui.pages.record.shoot import Shot
from skriptstudio.ui.pages.record.state import RecordState
from skriptstudio.ui.pages.record.studio_view import StudioView
from skriptstudio.ui.pages.record.take_actions import TakeActions
from skriptstudio.ui.pages.record.words import take_title


class Watching(QObject):
    """Follows the rows of takes and the keys that are about one of them.

    Attributes:
        fetched: a finished video has become a take, as ``Shot``.
        refused: it can't become one, with the error.
    """

    fetched = Signal(object)
    refused = Signal(object)

    def __init__(
        self, view: StudioView, state: RecordState, material: Material, actions: TakeActions, say: Say, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._state = state
        self._material = material
        self._actions = actions
        self.say = say
        self._fetching: Job[Shot] | None = None
        actions.stand_in_made.connect(self._made)
        rows = view.lineup.rows
        rows.starred.connect(self.star)
        rows.noted.connect(self.note)
        rows.discarded.connect(self.discard)
        rows.played.connect(self._play)
        rows.speakers_asked.connect(self._ask_speakers)
        rows.licence_asked.connect(self._ask_licence)
        rows.file_asked.connect(self._show_file)
        for fetch in (view.trouble.fetch, view.lineup.fetch.clicked):
            fetch.connect(self._fetch_film)

    def show(self, take: Take, play: bool) -> None:
        """Put a take in the place of the preview; ``play`` sets off at once."""
        self._state.watched = take
        lineup, one = self._found(take.id)
        if lineup is None or one is None:
            return
        title = self._title(one)

        def load(path: Path) -> None:
            watched = self._state.watched
            if watched is not None and watched.id == take.id:
                poster = self._material.posters.get(take.id)
                self._view.show_take(path, float(take.seconds), title, poster, play)

        self._actions.film_of(lineup.production, take, load)

    def renew(self, lineup: Lineup) -> bool:
        """Take over what was changed about the watched take; False if it is gone."""
        watched = self._state.watched
        one = lineup.numbered(watched.id) if watched is not None else None
        self._state.watched = one.take if one is not None else None
        return one is not None

    @property
    def meant(self) -> str | None:
        """Id of the take that a key is about: the one whose row has the focus, else the watched one."""
        watched = self._state.watched
        return self._view.lineup.rows.focused or (watched.id if watched is not None else None)

    def star_meant(self) -> None:
        """The key S: the star for the take that is meant, else for the last one of the chosen section."""
        lineup = self._state.lineup
        takes = lineup.takes(self._state.section) if lineup else ()
        meant = self.meant or (takes[-1].take.id if takes else None)
        if meant is not None:
            self.star(meant)

    def note_meant(self) -> None:
        """The key N."""
        if self.meant is not None:
            self.note(self.meant)

    def discard_meant(self) -> None:
        """The key Del."""
        if self.meant is not None:
            self.discard(self.meant)

    def star(self, take_id: str) -> None:
        """Mark a take as the best of its section, or take its star away."""
        lineup, one = self._found(take_id)
        if lineup is not None and one is not None:
            self._actions.star(lineup.production, one.take)

    def note(self, take_id: str) -> None:
        """Let the user write a note on a take."""
        lineup, one = self._found(take_id)
        if lineup is not None and one is not None:
            self._actions.ask_note(lineup.production, one.take, self._title(one))

    def keep_words(self, take_id: str, words: Sequence[str]) -> None:
        """Write down on a take what was said in other words than the script has."""
        lineup, one = self._found(take_id)
        if lineup is not None and one is not None:
            self._actions.keep_words(lineup.production, one.take, words)

    def discard(self, take_id: str) -> None:
        """Throw a take away, without a question."""
        lineup, one = self._found(take_id)
        if lineup is not None and one is not None:
            if self._view.lineup.rows.focused == take_id:
                self._view.lineup.rows.focus_near(take_id)
            self._actions.discard(lineup.production, one.take, self._title(one))

    def undo(self) -> None:
        """Fetch back the take that was thrown away last."""
        lineup = self._state.lineup
        last = self._actions.last_discarded(lineup.production) if lineup else None
        binned = next((b.take for b in lineup.production.bin if b.take.id == last), None) if lineup else None
        if lineup is not None and binned is not None:
            title = take_title(binned.section, binned.number, self.say)
            self._actions.fetch_back(lineup.production, binned.id, title)

    def _play(self, take_id: str) -> None:
        _, one = self._found(take_id)
        if one is not None:
            self._state.watched = one.take
            self._state.move("watching")
            self.show(one.take, play=True)

    def _ask_speakers(self, take_id: str) -> None:
        lineup, one = self._found(take_id)
        if lineup is not None and one is not None:
            self._actions.ask_speakers(lineup.production, one.take, self._title(one))

    def _ask_licence(self, take_id: str) -> None:
        lineup, one = self._found(take_id)
        if lineup is not None and one is not None:
            self._actions.ask_licence(lineup.production, one.take, self._title(one))

    def _show_file(self, take_id: str) -> None:
        lineup, one = self._found(take_id)
        if lineup is not None and one is not None:
            self._actions.show_file(lineup.production, one.take)

    def _fetch_film(self) -> None:
        lineup, state = self._state.lineup, self._state
        if lineup is None:
            return
        section = state.section

        def fetch(film: Path, people: tuple[str, ...], music: bool) -> None:
            self._fetching = self._actions.fetch_film(
                lineup.production, section, film, people, music, self.fetched.emit, self.refused.emit, self._progressed
            )
            state.fetched = 0.0
            state.move("fetching")

        self._actions.ask_film(state.chosen, fetch)

    def _progressed(self, progress: Progress) -> None:
        if self._state.situation == "fetching":
            self._state.fetched = progress.done
            self._state.moved.emit()

    def stop_fetching(self) -> None:
        """Leave the film where it was; nothing of it stays here."""
        if self._fetching is not None:
            self._fetching.cancel()

    def _made(self, sha256: str) -> None:
        """What the watched take needs to be played is there now."""
        watched = self._state.watched
        if watched is not None and watched.sha256 == sha256:
            self.show(watched, play=False)

    def _found(self, take_id: str) -> tuple[Lineup | None, NumberedTake | None]:
        lineup = self._state.lineup
        return lineup, lineup.numbered(take_id) if lineup else None

    def _title(self, one: NumberedTake) -> str:
        return take_title(one.take.section, one.number, self.say)
