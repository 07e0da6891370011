"""What is shown while the library can't be reached."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout

from skriptstudio.domain.errors import LibraryGone, NoLibraryChosen, SkriptStudioError
from skriptstudio.ui.library_choice import FolderPicker, folder_words, lost_drive, pick_folder
from skriptstudio.ui.page import Page, Place
from skriptstudio.ui.theme import color
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.empty import DiscArt, EmptyPage

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House


_SIDE_DASHES = ((-35, -33), (-25, -20))
_MIDDLE_DASHES = ((-49, -47), (-38, -30), (-25, -20))


class _Found(NamedTuple):
    """What is known about the missing library: its folder, the drive if that is what is missing, waiting takes."""

    folder: Path
    drive: str
    waiting: int


class NoLibraryPage(Page):
    """Says what is missing and that nothing is lost; tries again, or takes another folder.

    Attributes:
        again: tries again.
        other: asks for another folder.
        pick: asks for another folder.
    """

    key = "no_library"
    needs_production = False

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.pick: FolderPicker = pick_folder
        self.folder: Path | None = None
        self.again = Button(self.say("Connect again"), "primary", "arrow-counter-clockwise")
        self.other = Button(self.say("Choose another folder"), icon="folder-open")
        self._empty = EmptyPage(
            _DriveArt(),
            self.say("The library can't be reached right now"),
            self.say("Your videos aren't gone."),
            self.again,
            self.other,
        )
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        self.again.clicked.connect(self.connect_again)
        self.other.clicked.connect(self.choose_folder)

    def header_title(self) -> str:
        return self.say("Library")

    def help_text(self) -> str:
        return self.say(
            "The library is the folder with all videos. If it lies on a shared drive, that drive has to be connected; "
            "takes recorded meanwhile wait on this computer and are copied later."
        )

    def entered(self) -> None:
        self.bar.show_state("")
        self._set_trying(False)
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        known = self.session.house.library_path if self.session.has_library else None
        self.jobs.start(lambda control: _look(known), self._show, self._nothing_chosen)

    def _show(self, found: _Found) -> None:
        self.folder = found.folder
        title = self.say("The library can't be reached right now")
        if found.drive:
            words = self.say(
                "It lies on the drive {drive}, and that doesn't answer. Your videos aren't gone. "
                "It mostly helps to sign in to the house network again.",
                drive=found.drive,
            )
        else:
            words = self.say(
                "It lies in the folder “{folder}”, and that doesn't answer. Your videos aren't gone. "
                "It mostly helps to connect the drive again.",
                folder=folder_words(found.folder),
            )
        self._empty.show_text(title, words)
        self._show_waiting(found.waiting)

    def _show_waiting(self, count: int) -> None:
        if count == 1:
            fact = self.say("1 take waits on this PC.")
            self.bar.show_state(fact, self.say("It will be copied as soon as the drive is back."), icon="info")
        elif count:
            fact = self.say("{count} takes wait on this PC.", count=count)
            self.bar.show_state(fact, self.say("They will be copied as soon as the drive is back."), icon="info")

    def _nothing_chosen(self, error: SkriptStudioError) -> None:
        if isinstance(error, NoLibraryChosen):
            self.place.go("welcome")
        else:
            self.place.fail(error)

    # --- ways out

    def connect_again(self) -> None:
        """Try once more."""
        folder = self.folder
        if folder is not None:
            self._try(folder, create=False)

    def choose_folder(self) -> None:
        """Take another folder, and remember it."""
        start = self.folder.parent if self.folder else Path.home()
        chosen = self.pick(self, self.say("Where shall the videos lie?"), start)
        if chosen is not None:
            self._try(chosen, create=True)

    def _try(self, folder: Path, create: bool) -> None:
        self._set_trying(True)
        self.jobs.start(lambda control: _opened(folder, create), self._back, self._still_gone)

    def _back(self, house: House) -> None:
        self._set_trying(False)
        trouble: SkriptStudioError | None = None
        if house.library_path != self.folder:
            try:
                self.session.change_settings(library=str(house.library_path))
            except SkriptStudioError as error:  # it holds for this run; the library is good
                trouble = error
        self.session.use_library(house)
        if trouble is not None:
            self.place.fail(trouble)

    def _still_gone(self, error: SkriptStudioError) -> None:
        self._set_trying(False)
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(error, LibraryGone):
            self.place.toast(self.say("No answer yet."), "info")
        else:
            self.place.fail(error)

    def _set_trying(self, trying: bool) -> None:
        for button in (self.again, self.other):
            if trying:
                button.refuse(self.say("The library is being opened."))
            else:
                button.allow()


class _DriveArt(DiscArt):
    """A drive whose signal is broken off."""

    def paint_on_disc(self, painter: QPainter) -> None:
        line = QPen(color("primary"), 3.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(line)
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(QRectF(-51, -18, 102, 53), 14, 14)
        painter.drawLine(QPointF(-33, 9), QPointF(2, 9))
        for x, dashes in ((-17, _SIDE_DASHES), (0, _MIDDLE_DASHES), (17, _SIDE_DASHES)):
            for top, bottom in dashes:
                painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("warm"))
        painter.drawEllipse(QRectF(21.5, 2.5, 13, 13))


def _look(known: Path | None) -> _Found:
    """Which library is missing, and what waits for it."""
    from skriptstudio.assembly.house import House
    from skriptstudio.assembly.places import spool_folder

    folder = known or House(create=False).library_path
    waiting = 0
    with suppress(OSError):
        waiting = sum(place.is_dir() for place in spool_folder().iterdir())
    return _Found(folder, lost_drive(folder), waiting)


def _opened(folder: Path, create: bool) -> House:
    from skriptstudio.assembly.house import House

    house = House(str(folder), create=create)
    house.people.staff()
    return house
