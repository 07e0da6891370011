"""The take that is watched, and what its row and menu offer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.take import Take
from skriptstudio.ui.pages.record.lineup import Lineup, NumberedTake
from skriptstudio.ui.pages.record.material import Material
from skriptstudio.ui.pages.record.studio_view import StudioView
from skriptstudio.ui.pages.record.take_actions import TakeActions
from skriptstudio.ui.pages.record.words import Say, take_title


class Watching(QObject):
    """Follows the rows of takes.

    Attributes:
        take: the one that is watched, or None.
        begun: the user wants to watch one.
    """

    begun = Signal()

    def __init__(
        self,
        view: StudioView,
        material: Material,
        actions: TakeActions,
        lineup: Callable[[], Lineup | None],
        say: Say,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._material = material
        self._actions = actions
        self._lineup = lineup
        self.say = say
        self.take: Take | None = None
        rows = view.lineup.rows
        rows.starred.connect(self.star)
        rows.noted.connect(self.note)
        rows.discarded.connect(self.discard)
        rows.played.connect(self._play)
        rows.speakers_asked.connect(self._ask_speakers)
        rows.file_asked.connect(self._show_file)

    def show(self, take: Take, play: bool) -> None:
        """Put a take in the place of the preview; ``play`` sets off at once."""
        self.take = take
        lineup, one = self._found(take.id)
        if lineup is None or one is None:
            return
        title = self._title(one)

        def load(path: Path) -> None:
            if self.take is not None and self.take.id == take.id:
                poster = self._material.posters.get(take.id)
                self._view.show_take(path, float(take.seconds), title, poster, play)

        self._actions.path_of(lineup.production, take, load)

    def renew(self, lineup: Lineup) -> bool:
        """Take over what was changed about the watched take; False if it is gone."""
        one = lineup.numbered(self.take.id) if self.take is not None else None
        self.take = one.take if one is not None else None
        return one is not None

    @property
    def meant(self) -> str | None:
        """Id of the take that a key is about: the one whose row has the focus, else the watched one."""
        return self._view.lineup.rows.focused or (self.take.id if self.take is not None else None)

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

    def discard(self, take_id: str) -> None:
        """Throw a take away, without a question."""
        lineup, one = self._found(take_id)
        if lineup is not None and one is not None:
            if self._view.lineup.rows.focused == take_id:
                self._view.lineup.rows.focus_near(take_id)
            self._actions.discard(lineup.production, one.take, self._title(one))

    def fetch_back(self, take_id: str) -> None:
        """Undo ``discard``."""
        lineup = self._lineup()
        binned = next((b.take for b in lineup.production.bin if b.take.id == take_id), None) if lineup else None
        if lineup is not None and binned is not None:
            title = take_title(binned.section, binned.number, self.say)
            self._actions.fetch_back(lineup.production, take_id, title)

    def _play(self, take_id: str) -> None:
        _, one = self._found(take_id)
        if one is not None:
            self.take = one.take
            self.begun.emit()
            self.show(one.take, play=True)

    def _ask_speakers(self, take_id: str) -> None:
        lineup, one = self._found(take_id)
        if lineup is not None and one is not None:
            self._actions.ask_speakers(lineup.production, one.take, self._title(one))

    def _show_file(self, take_id: str) -> None:
        lineup, one = self._found(take_id)
        if lineup is not None and one is not None:
            self._actions.show_file(lineup.production, one.take)

    def _found(self, take_id: str) -> tuple[Lineup | None, NumberedTake | None]:
        lineup = self._lineup()
        return lineup, lineup.numbered(take_id) if lineup else None

    def _title(self, one: NumberedTake) -> str:
        return take_title(one.take.section, one.number, self.say)
