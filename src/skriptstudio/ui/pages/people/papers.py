"""The consent on paper: printed to be signed, and looked at again as a scan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from skriptstudio.domain.people import Person
from skriptstudio.ui.word_files import ask_word_target, open_file

if TYPE_CHECKING:
    from skriptstudio.ui.pages.people.page import PeoplePage


class PaperWork:
    """Writes the form of a person and opens it; shows a scan.

    Attributes:
        ask: asks where to save; tests put an answer here.
        show: opens a file.
    """

    def __init__(self, page: PeoplePage) -> None:
        self._page = page
        self.say = page.say
        self.ask: Callable[[QWidget, str, str], Path | None] = ask_word_target
        self.show: Callable[[Path], None] = open_file

    def print_form(self, person: Person) -> None:
        """Save the form as Word and open it, so that it can be looked at and printed."""
        page = self._page
        target = self.ask(page, self.say("Save the form"), f"{self.say('Consent')} {person.name}.docx")
        if target is None:
            return
        house = page.session.house

        def done(_result: object) -> None:
            page.place.toast(self.say("Saved: {name}", name=target.name), "file-text")
            self.show(target)

        page.jobs.start(lambda control: house.papers.consent_form(person.id, target), done)

    def show_scan(self, name: str) -> None:
        """Open the scan of a consent. Only pictures and PDF lie there, see ``Library.scan_path``."""
        house = self._page.session.house
        self._page.jobs.start(lambda control: house.desk.library.scan_path(name), self.show)
