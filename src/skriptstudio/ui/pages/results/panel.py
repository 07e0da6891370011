"""What the five parts of the page have in common."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.results.reading import Snapshot
from skriptstudio.ui.widgets.buttons import Button


class Deeds(QObject):
    """Changes what the house has noted: each change is a job, each refusal a sentence.

    Attributes:
        changed: something is different now: read again.
    """

    changed = Signal()

    def __init__(self, place: Place, parent: QObject) -> None:
        super().__init__(parent)
        self.place = place

    def run(self, work: Callable[[], object], text: str) -> None:
        """Do something, say that it was done, and read again."""

        def done(_result: object) -> None:
            self.place.toast(text)
            self.changed.emit()

        self.start(work, done)

    def start(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do something whose result is wanted."""

        def failed(error: SkriptStudioError) -> None:
            self.place.fail(error)
            self.changed.emit()

        self.place.jobs.start(lambda _control: work(), done, failed)

    def ask_remove(self, title: str, sentence: str, work: Callable[[], object], text: str) -> None:
        """Ask before something is taken out."""
        verb = self.place.session.say("Take out")
        self.place.ask(title, sentence, verb, lambda: self.run(work, text), danger=True)


class Panel(QWidget):
    """One part of the page.

    Attributes:
        chosen: another row was chosen: draw the bar again.
    """

    chosen = Signal()

    def __init__(self, place: Place, deeds: Deeds) -> None:
        super().__init__()
        self.place = place
        self.session = place.session
        self.speaker = place.session.speaker
        self.say = place.session.say
        self.deeds = deeds
        self.now: Snapshot | None = None

    def show_snapshot(self, now: Snapshot) -> None:
        """Show what was read."""
        self.now = now
        self.draw(now)

    def draw(self, now: Snapshot) -> None:
        """Subclasses show what was read."""

    def standing(self) -> tuple[str, str]:
        """What the bar says: a fact, and a sentence."""
        return "", ""

    def buttons(self) -> list[Button]:
        """What the bar offers; the last one is filled."""
        return []

    def set_compact(self, compact: bool) -> None:
        """The window is narrow."""

    def button(self, text: str, action: Callable[[], None], icon: str = "", filled: bool = False) -> Button:
        """A button of the bar."""
        made = Button(text, "primary" if filled else "secondary", icon)
        made.clicked.connect(lambda: action())
        return made
