"""What the page Record is about: what it is doing, with which section, and who speaks."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.take import Take
from skriptstudio.ui.pages.record.lineup import Lineup
from skriptstudio.ui.session import Session

Situation = Literal["opening", "ready", "no_camera", "no_microphone", "saving", "fetching", "fresh", "lost", "watching"]
"""``lost``: a take has just come home, and the device with which it was made doesn't answer any more."""


class RecordState(QObject):
    """Shared by the parts of the page; each of them moves it on.

    Attributes:
        lineup: sections and takes of the open production; None while there is nothing to record.
        section: the chosen one, or ``whole``.
        situation: what the page is doing.
        watched: the take in place of the live picture, or None.
        fetched: how much of the film that is being fetched is looked through, 0.0 to 1.0.
        moved: the situation is another one: the bar says and offers something else.
    """

    moved = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._ticked: tuple[str, ...] | None = None
        self.lineup: Lineup | None = None
        self.section = ""
        self.situation: Situation = "opening"
        self.watched: Take | None = None
        self.fetched = 0.0

    def move(self, situation: Situation) -> None:
        """Be in another situation from now on."""
        self.situation = situation
        self.moved.emit()

    @property
    def speakers(self) -> tuple[str, ...]:
        """Ids of those who will speak: those ticked, else who works here."""
        if self._ticked is not None:
            return self._ticked
        return (self._session.person.id,) if self._session.person else ()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of those who were ticked by hand."""
        return self._ticked or ()

    def tick(self, people: Sequence[str]) -> None:
        """These will speak, by their ids."""
        self._ticked = tuple(people)

    @property
    def speaking(self) -> str:
        """Name of who will speak, empty if that isn't known."""
        return next((one.name for one in self._session.staff.people if one.id in self.speakers), "")
