"""What every page of the window is: a body with margins over an action bar."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.production import Production, Summary
from skriptstudio.ui.jobs import Job, Jobs
from skriptstudio.ui.session import Session
from skriptstudio.ui.stand_ins import StandInMaker
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.action_bar import ActionBar
from skriptstudio.ui.widgets.dialog import DIALOG_PX, Dialog


class Place(Protocol):
    """What the window offers to its pages."""

    @property
    def session(self) -> Session:
        """Library, person, open production, settings, language."""
        ...

    @property
    def jobs(self) -> Jobs:
        """Runs everything that may take longer than a blink."""
        ...

    @property
    def stand_ins(self) -> StandInMaker:
        """Makes what is watched in place of films from outside."""
        ...

    def go(self, page: str) -> None:
        """Show another page by its key: plan, write, record, review, publish, results, people, settings."""
        ...

    def toast(
        self, text: str, icon: str = "check-circle-fill", action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Say shortly what was done, with at most one action such as *Rückgängig*."""
        ...

    def retract(self, text: str) -> None:
        """Send away the toast of this text, if it still stands: what it says is no longer true."""
        ...

    def ask(
        self,
        title: str,
        sentence: str,
        verb: str,
        on_yes: Callable[[], None],
        content: QWidget | None = None,
        danger: bool = False,
        width: int = DIALOG_PX,
    ) -> Dialog:
        """Ask before something that can't be undone or needs an answer; Esc cancels, Enter confirms."""
        ...

    def tell(self, title: str, sentence: str, content: QWidget | None = None) -> Dialog:
        """Show something to be read; it has one button, for there is nothing to cancel."""
        ...

    def fail(self, error: SkriptStudioError, retry: Callable[[], None] | None = None) -> None:
        """Say an error as a sentence with a way out."""
        ...

    def open_production(self, wanted: str, page: str = "") -> Job[Production]:
        """Read a production in a job and open it, then show ``page`` if one is named."""
        ...

    def count_waiting(self, summaries: tuple[Summary, ...]) -> None:
        """Tell the rail how many clips wait for a check."""
        ...

    def count_open(self, count: int) -> None:
        """Tell the rail how many figures could be noted today and how many reminders are open."""
        ...

    def retitle(self) -> None:
        """The page's own title, state or turn has changed: draw the header again."""
        ...


class Page(QWidget):
    """A page of the window. Subclasses fill ``body`` and keep ``bar`` true.

    Attributes:
        key: name of the page, as ``Place.go`` takes it.
        needs_production: whether there is something to show without an open production.
        body: the page area, with margins 24, 4, 24, 16.
        bar: sentence at left, buttons at right, the last one filled.
    """

    key: ClassVar[str] = ""
    needs_production: ClassVar[bool] = True

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.session = place.session
        self.jobs = place.jobs
        self.say = place.session.say
        self.compact = False
        self.body = QWidget(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.bar = ActionBar(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        frame = QVBoxLayout()
        frame.setContentsMargins(SPACE.page, SPACE.xs, SPACE.page, SPACE.card)
        frame.addWidget(self.body)
        column.addLayout(frame, 1)
        column.addWidget(self.bar)

    def header_title(self) -> str:
        """Text at the top left; by default the open production's title."""
        production = self.session.production
        return production.title if production else ""

    def entered(self) -> None:
        """The page is shown, or the open production was changed by others: read and draw."""

    def left(self) -> None:
        """The page is about to be hidden: save, let go of devices."""

    @property
    def at_rest(self) -> bool:
        """Whether the user only looks, so that the computer has time for something else."""
        return False

    def tab_areas(self) -> Sequence[QWidget]:
        """The parts of the page as Tab goes through them before the bar; empty leaves it to Qt."""
        return ()

    def set_compact(self, compact: bool) -> None:
        """The window is narrower than 1180 px: side panels move into the column."""
        self.compact = compact
        self.bar.set_compact(compact)

    def help_text(self) -> str:
        """What F1 says about this page, in a few short sentences."""
        return ""

    def search(self) -> None:
        """Ctrl+F: put the cursor into the search field, where the page has one."""

    def undo(self) -> None:
        """Ctrl+Z outside of text fields: take back the last step, where there is one."""
