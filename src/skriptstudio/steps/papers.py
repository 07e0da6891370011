"""Beside the way: what is printed, for the file or to be signed."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from skriptstudio.domain.desk import Desk, find_person
from skriptstudio.domain.errors import NotReleased
from skriptstudio.domain.papers import ConsentPaper
from skriptstudio.domain.ports.content import Profiles
from skriptstudio.domain.ports.documents import PaperWriter
from skriptstudio.domain.release_note import ReleaseNote, release_note


class Papers:
    """Writes the Freigabevermerk and the consent form."""

    def __init__(self, desk: Desk, writer: PaperWriter, profiles: Profiles) -> None:
        self._desk = desk
        self._writer = writer
        self._profiles = profiles

    def release_note(self, wanted: str, target: Path) -> ReleaseNote:
        """Write the note about a released clip; one that was changed since says so.

        Raises:
            NotReleased: nobody has released it.
            CaptionsNotConfirmed: the captions don't belong to this cut any more.
        """
        production = self._desk.open(wanted).record
        if production.release is None:
            raise NotReleased(production.title)
        note = release_note(production, production.release, self._desk.staff(), self._desk.clock.today())
        self._writer.release_note(note, target)
        return note

    def consent_form(
        self,
        wanted: str,
        target: Path,
        channels: Sequence[str] = (),
        purpose: str = "",
        until: date | None = None,
        house: str = "",
    ) -> ConsentPaper:
        """Write a form to be signed.

        Args:
            wanted: who signs.
            target: .docx; what is there is replaced.
            channels: keys of those that are ticked already; the others stand there to be ticked.
            purpose: what the clips are made for.
            until: last day.
            house: name of the authority.

        Raises:
            UnknownName: no such person or channel.
        """
        person = find_person(self._desk.staff(), wanted)
        ticked = {self._profiles.get(key).key for key in channels}
        keys = self._profiles.keys()
        offered = tuple((self._profiles.get(key).name, key in ticked) for key in keys)
        guardians = person.guardians if person.is_minor(self._desk.clock.today()) else ()
        paper = ConsentPaper(person.name, house, guardians, offered, purpose, until)
        self._writer.consent_form(paper, target)
        return paper
