"""Persons, their hats, and the consent to show them (domain.md 4.1, 4.2)."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.house import HouseRules, working_days

EXPIRY_WARNING = timedelta(days=30)
"""A consent that ends within this time is shown as running out (domain.md 4.1)."""


class Hat(StrEnum):
    """What a person may do (design.md, "Who acts")."""

    TEAM = "team"
    FACH = "fach"
    PRESS = "press"
    LEAD = "lead"


@dataclass(frozen=True)
class Absence:
    """Days on which somebody isn't there; both ends included."""

    first: date
    last: date

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Person:
    """Somebody who acts in the library or speaks in a clip.

    Attributes:
        account: operating-system account that only this person uses, or None.
        guardians: names of those with custody; required for a minor.
        adult_on: the 18th birthday of a minor, the only trace of the birth date that is kept; None where unknown.
        deputies: ids of those who may check in this person's place (domain.md 6.1).
        away: when the person isn't there.
    """

    id: str
    name: str
    hats: tuple[Hat, ...] = (Hat.TEAM,)
    minor: bool = False
    guardians: tuple[str, ...] = ()
    account: str | None = None
    adult_on: date | None = None
    deputies: tuple[str, ...] = ()
    away: Absence | None = None

    @property
    def first_name(self) -> str:
        """How people call them, and what stands in a clip (domain.md 4.1)."""
        return (self.name.split() or [self.name])[0]

    def is_minor(self, today: date) -> bool:
        """Whether guardians have to sign with this person."""
        return self.minor if self.adult_on is None else today < self.adult_on

    def signers(self, today: date) -> tuple[str, ...]:
        """Names of all who must sign a consent of this person (domain.md 4.2)."""
        return (self.name, *self.guardians) if self.is_minor(today) else (self.name,)


_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters that Unicode doesn't take apart, as they are typed on a German keyboard."""


def name_key(name: str) -> str:
    """What a name is sorted and found by: as in a German dictionary, Ä like A and ß like ss (DIN 5007-1)."""
    bare = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).strip()


def in_name_order(people: Iterable[Person]) -> list[Person]:
    """These people by their names."""
    return sorted(people, key=lambda person: (name_key(person.name), person.name))


class ConsentStatus(StrEnum):
    """The lamp beside a person."""

    VALID = "valid"
    ENDING = "ending"
    EXPIRED = "expired"
    REVOKED = "revoked"
    MISSING = "missing"


class Scope(StrEnum):
    """What of a person may be seen or heard."""

    IMAGE = "image"
    VOICE = "voice"
    FIRST_NAME = "first_name"
    WORKPLACE = "workplace"


@dataclass(frozen=True)
class Consent:
    """One signed consent: who may be shown where, and until when.

    Attributes:
        channels: profile keys, each ticked one by one.
        until: last day on which it holds.
        revoked: day of the revocation, from which it no longer holds.
        scope: what may be seen or heard, as it was ticked on the paper.
        purpose: what the clips are made for, as it stands on the paper.
        signed_by: names of those who signed.
        scan: file name of the signed paper in the library's ``consents`` folder; empty where there is none.
    """

    id: str
    person: str
    channels: tuple[str, ...]
    given: date
    until: date
    revoked: date | None = None
    scope: tuple[Scope, ...] = (Scope.IMAGE, Scope.VOICE)
    purpose: str = ""
    signed_by: tuple[str, ...] = ()
    scan: str = ""

    def holds(self, channel: str, today: date) -> bool:
        """Whether the person may be shown on ``channel`` today."""
        return self.status(today) in (ConsentStatus.VALID, ConsentStatus.ENDING) and channel in self.channels

    def status(self, today: date) -> ConsentStatus:
        """The lamp for this paper alone."""
        if self.revoked is not None and self.revoked <= today:
            return ConsentStatus.REVOKED
        if self.until < today:
            return ConsentStatus.EXPIRED
        if self.until - today <= EXPIRY_WARNING:
            return ConsentStatus.ENDING
        return ConsentStatus.VALID


class StaffChange(StrEnum):
    """What somebody did about people; for the file, never about how well they work (domain.md 4.7)."""

    ENTERED = "entered"
    CHANGED = "changed"
    CONSENTED = "consented"
    REVOKED = "revoked"
    ERASED = "erased"
    RULES = "rules"


@dataclass(frozen=True)
class StaffEntry:
    """One line of the history of people and consents; ``about`` is the id of a person or consent."""

    change: StaffChange
    about: str
    by: Actor
    when: datetime


@dataclass(frozen=True)
class Forgotten:
    """A film that must be nowhere any more: each computer removes what it made of it at its next start.

    Attributes:
        sha256: of the film.
        first_word: second of its first word, under which its small picture is kept.
    """

    sha256: str
    first_word: Fraction
    when: datetime


@dataclass(frozen=True)
class Deletion:
    """One line of the deletion log: that something was deleted, never what it showed (domain.md 4.9).

    Attributes:
        reason: ``revocation`` or ``retention``.
        person: id of who revoked; empty for takes that were merely old.
        left: codes of what the program can't reach and people have to see to: ``backups``, ``uploads``,
            ``exports``, ``other_computers``.
    """

    when: datetime
    by: Actor
    reason: str
    person: str
    production: str
    takes: tuple[str, ...]
    left: tuple[str, ...] = ()


@dataclass(frozen=True)
class Staff:
    """All people of a library with their consents, as known at one moment, and what the house has settled.

    Attributes:
        history: who entered and changed what, oldest first.
        forgotten: films that every computer has to purge.
        deletions: the deletion log.
    """

    people: tuple[Person, ...] = ()
    consents: tuple[Consent, ...] = ()
    rules: HouseRules = field(default_factory=HouseRules)
    history: tuple[StaffEntry, ...] = ()
    forgotten: tuple[Forgotten, ...] = ()
    deletions: tuple[Deletion, ...] = ()

    def name(self, person_id: str) -> str:
        """The name that people read; the id itself where nobody has it."""
        return next((p.name for p in self.people if p.id == person_id), person_id)

    def may_be_shown(self, person_id: str, channel: str, today: date) -> bool:
        """Whether one of the person's papers holds for ``channel`` today."""
        return any(c.person == person_id and c.holds(channel, today) for c in self.consents)

    def may_be_shown_somewhere(self, person_id: str, today: date) -> bool:
        """Whether one of the person's papers holds for any channel today."""
        return any(c.person == person_id and any(c.holds(k, today) for k in c.channels) for c in self.consents)

    def outgrown(self, person_id: str, today: date) -> bool:
        """Whether every paper that holds was signed with the parents of somebody who is of age now (domain.md 4.2).

        Such a paper goes on holding; the person is to be asked anew.
        """
        person = next((p for p in self.people if p.id == person_id), None)
        if person is None or person.adult_on is None or today < person.adult_on:
            return False
        holding = [c for c in self.consents if c.person == person_id and any(c.holds(k, today) for k in c.channels)]
        return bool(holding) and all(c.given < person.adult_on for c in holding)

    def is_away(self, person: Person, today: date) -> bool:
        """Whether the person is away today, and for so many working days that a deputy may check."""
        away = person.away
        if away is None or not away.covers(today):
            return False
        return working_days(away.first, away.last) > self.rules.deputy_after_days
