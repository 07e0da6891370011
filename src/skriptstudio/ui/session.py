"""What the window is about right now: library, person, open production, settings, language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.people import Person, Staff
from skriptstudio.domain.production import Production
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.store.settings import SettingsFile

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House


class Session(QObject):
    """The present state of the window; pages read it and listen to its signals.

    All fields are snapshots: whoever changes a production starts a job with
    ``house`` and hands the result to ``show_production``.

    Attributes:
        house: the library and its steps; reading it before one is there is a defect.
        person: who works here; None before somebody was chosen.
        production: the open one; None while none is open.
        staff: everybody, with consents.
        production_changed, person_changed, staff_changed, settings_changed, library_changed, language_changed:
            after the fact.
    """

    production_changed = Signal()
    person_changed = Signal()
    staff_changed = Signal()
    settings_changed = Signal()
    library_changed = Signal()
    language_changed = Signal()

    def __init__(self, file: SettingsFile | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._house: House | None = None
        self.person: Person | None = None
        self.production: Production | None = None
        self.staff = Staff()
        self._file = file or SettingsFile()
        self.settings = self._file.load()
        self.speaker = Speaker(self.settings.language)

    @property
    def house(self) -> House:
        assert self._house is not None, "no library yet"
        return self._house

    @property
    def has_library(self) -> bool:
        return self._house is not None

    def say(self, text: str, /, **values: object) -> str:
        """``text`` in the user's language."""
        return self.speaker.say(text, **values)

    def show_production(self, production: Production | None) -> None:
        """Open a production, or its newer state; None closes."""
        self.production = production
        self.production_changed.emit()

    def show_staff(self, staff: Staff) -> None:
        """Take over who is there, and who of them works here."""
        self.staff = staff
        self.staff_changed.emit()
        wanted = self.person.id if self.person else self.settings.person
        self.act_as(next((person for person in staff.people if person.id == wanted), self.person))

    def act_as(self, person: Person | None) -> None:
        """Let somebody else work here; remembered for the next start."""
        changed = person != self.person
        self.person = person
        if person is not None and person.id != self.settings.person:
            self.change_settings(person=person.id)
        if changed:
            self.person_changed.emit()

    def change_settings(self, **values: Any) -> None:  # noqa: ANN401 - the fields of Settings
        """Change settings at once and for good.

        Raises:
            DriveFault, DiskFull: they can't be saved; they hold for this run all the same.
        """
        before, self.settings = self.settings, replace(self.settings, **values)
        if self.settings == before:
            return
        self.use_language(self.settings.language)
        self.settings_changed.emit()
        self._file.save(self.settings)

    def use_language(self, language: str) -> None:
        """Speak another language from now on."""
        if language != self.speaker.language:
            self.speaker = Speaker(language)
            self.language_changed.emit()

    def use_library(self, house: House) -> None:
        """Work in another library; nothing is open there yet."""
        self._house = house
        self.person = None
        self.production = None
        self.staff = Staff()
        self.library_changed.emit()
        self.production_changed.emit()
        self.person_changed.emit()
