"""Beside the way: who is in the house, and who may be shown where."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from skriptstudio.domain.desk import Desk, find_person
from skriptstudio.domain.errors import GuardiansMissing, NameTaken
from skriptstudio.domain.people import Consent, Person, Staff
from skriptstudio.domain.ports import Profiles
from skriptstudio.domain.production import Production, Publication
from skriptstudio.domain.release import SEALED


@dataclass(frozen=True)
class Touched:
    """What a revocation concerns, as (production id, name) pairs.

    Attributes:
        takes: every take with the person.
        clips: released clips that show the person.
        publications: where such a clip is online, with its profile.
    """

    takes: tuple[tuple[str, str], ...]
    clips: tuple[tuple[str, str], ...]
    publications: tuple[tuple[str, Publication], ...]


class People:
    """Enter persons and consents, and take consents back."""

    def __init__(self, desk: Desk, profiles: Profiles) -> None:
        self._desk = desk
        self._profiles = profiles

    def add(self, person: Person) -> Person:
        """Enter a person.

        Raises:
            GuardiansMissing: a minor without guardians.
            NameTaken: the name would be ambiguous.
        """
        if person.minor and not person.guardians:
            raise GuardiansMissing(person.name)
        read = self._desk.library.read_staff()
        if any(p.name.casefold() == person.name.casefold() for p in read.record.people):
            raise NameTaken(person.name)
        self._desk.library.write_staff(replace(read.record, people=(*read.record.people, person)), read.revision)
        return person

    def add_consent(self, consent_id: str, wanted: str, channels: Sequence[str], until: date) -> Consent:
        """Enter a signed consent for single channels.

        Raises:
            UnknownName: no such person or channel.
        """
        for channel in channels:
            self._profiles.get(channel)
        read = self._desk.library.read_staff()
        person = find_person(read.record, wanted)
        consent = Consent(consent_id, person.id, tuple(dict.fromkeys(channels)), self._desk.clock.today(), until)
        staff = replace(read.record, consents=(*read.record.consents, consent))
        self._desk.library.write_staff(staff, read.revision)
        return consent

    def staff(self) -> Staff:
        """Everybody, with all consents."""
        return self._desk.staff()

    def revoke(self, wanted: str) -> Touched:
        """Take back all consents of a person from today on, and say what that concerns."""
        read = self._desk.library.read_staff()
        person = find_person(read.record, wanted)
        today = self._desk.clock.today()
        consents = tuple(
            replace(c, revoked=today) if c.person == person.id and c.revoked is None else c
            for c in read.record.consents
        )
        self._desk.library.write_staff(replace(read.record, consents=consents), read.revision)
        return self._touched(person.id)

    def _touched(self, person: str) -> Touched:
        takes, clips, publications = [], [], []
        for summary in self._desk.library.list():
            production = self._desk.library.read(summary.id).record
            takes += [(production.id, take.id) for take in production.takes if person in take.speakers]
            if not _shows(production, person):
                continue
            if production.state in SEALED or production.release is not None:
                clips.append((production.id, production.title))
            publications += [(production.id, publication) for publication in production.publications]
        return Touched(tuple(takes), tuple(clips), tuple(publications))


def _shows(production: Production, person: str) -> bool:
    return bool(production.takes) and person in production.speakers()
