"""Persons, their hats, and the consent to show them (domain.md 4.1, 4.2)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

EXPIRY_WARNING = timedelta(days=30)
"""A consent that ends within this time is shown as running out (domain.md 4.1)."""


class Hat(StrEnum):
    """What a person may do (design.md, "Who acts")."""

    TEAM = "team"
    FACH = "fach"
    PRESS = "press"
    LEAD = "lead"


@dataclass(frozen=True)
class Person:
    """Somebody who acts in the library or speaks in a clip.

    Attributes:
        account: operating-system account that only this person uses, or None.
        guardians: names of those with custody; required for a minor.
    """

    id: str
    name: str
    hats: tuple[Hat, ...] = (Hat.TEAM,)
    minor: bool = False
    guardians: tuple[str, ...] = ()
    account: str | None = None


class ConsentStatus(StrEnum):
    """The lamp beside a person."""

    VALID = "valid"
    ENDING = "ending"
    EXPIRED = "expired"
    REVOKED = "revoked"
    MISSING = "missing"


@dataclass(frozen=True)
class Consent:
    """One signed consent: who may be shown where, and until when.

    Attributes:
        channels: profile keys, each ticked one by one.
        until: last day on which it holds.
        revoked: day of the revocation, from which it no longer holds.
    """

    id: str
    person: str
    channels: tuple[str, ...]
    given: date
    until: date
    revoked: date | None = None

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


@dataclass(frozen=True)
class Staff:
    """All people of a library with their consents, as known at one moment."""

    people: tuple[Person, ...] = ()
    consents: tuple[Consent, ...] = ()

    def name(self, person_id: str) -> str:
        """The name that people read; the id itself where nobody has it."""
        return next((p.name for p in self.people if p.id == person_id), person_id)

    def may_be_shown(self, person_id: str, channel: str, today: date) -> bool:
        """Whether one of the person's papers holds for ``channel`` today."""
        return any(c.person == person_id and c.holds(channel, today) for c in self.consents)

    def may_be_shown_somewhere(self, person_id: str, today: date) -> bool:
        """Whether one of the person's papers holds for any channel today."""
        return any(c.person == person_id and any(c.holds(k, today) for k in c.channels) for c in self.consents)
