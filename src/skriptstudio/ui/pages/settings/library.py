"""Where the videos lie."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.messages.errors import sentence
from skriptstudio.ui.library_choice import FolderPicker, pick_folder, whole_words
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.settings.section import Section
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.finding import FindingBox

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House

Opener = Callable[[Path], None]


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class LibrarySection(Section):
    """The library's folder: open it, or work in another one.

    Attributes:
        open: shows the folder; other: asks for another one.
        pick, show_folder: what these two do with the system.
    """

    def __init__(self, place: Place) -> None:
        say = place.session.say
        super().__init__(place, say("Library"))
        self.pick: FolderPicker = pick_folder
        self.show_folder: Opener = open_folder
        self._folder = self.session.house.library_path if self.session.has_library else None
        self.open = Button(say("Open folder"), icon="folder-open")
        self.other = Button(say("Other folder"))
        self.row(say("Folder"), whole_words(self._folder) if self._folder else say("No library is chosen."), self.open)
        self.row(
            say("Work in another library"),
            say("An empty folder becomes a library; everything here stays where it is"),
            self.other,
        )
        self._trouble = FindingBox("stop", "")
        self._trouble.hide()
        self.column.addSpacing(SPACE.s)
        self.column.addWidget(self._trouble)
        self.end()
        if self._folder is None:
            self.open.refuse(say("No library is chosen."))
        self.open.clicked.connect(self._open)
        self.other.clicked.connect(self.choose_folder)

    def _open(self) -> None:
        if self._folder is not None:
            self.show_folder(self._folder)

    def choose_folder(self) -> None:
        """Ask for another folder and go over to it."""
        start = self._folder.parent if self._folder else Path.home()
        chosen = self.pick(self, self.say("Where shall the videos lie?"), start)
        if chosen is None or chosen == self._folder:
            return
        self._trouble.hide()
        self.other.refuse(self.say("The library is being opened."))
        self.jobs.start(lambda control: _opened(chosen), self._use, self._refused)

    def _use(self, house: House) -> None:
        self.other.allow()
        self.change(library=str(house.library_path))
        self.session.use_library(house)

    def _refused(self, error: SkriptStudioError) -> None:
        self.other.allow()
        words = sentence(error, self.session.speaker, in_window=True)
        self._trouble.show_finding("stop", words.message, words.hint)
        self._trouble.show()


def _opened(folder: Path) -> House:
    from skriptstudio.assembly.house import House

    house = House(str(folder), create=True)
    house.people.staff()
    return house
