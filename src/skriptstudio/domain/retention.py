"""Which takes have been kept long enough; a person decides what becomes of them (domain.md 4.9)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from skriptstudio.domain.bin import takes_in_use
from skriptstudio.domain.people import Staff
from skriptstudio.domain.production import Production


@dataclass(frozen=True)
class Overdue:
    """A take that no clip uses and that is older than the house wants to keep it.

    Attributes:
        days: how old it is.
        minor: somebody under 18 is in it.
    """

    production: str
    title: str
    take: str
    days: int
    minor: bool


def overdue_takes(productions: Iterable[Production], staff: Staff, today: date) -> tuple[Overdue, ...]:
    """What is proposed for deletion: takes of minors first, then the oldest."""
    found = [one for production in productions for one in _of(production, staff, today)]
    return tuple(sorted(found, key=lambda one: (not one.minor, -one.days, one.production, one.take)))


def _of(production: Production, staff: Staff, today: date) -> Iterable[Overdue]:
    if not production.takes:
        return
    used = takes_in_use(production) | {take.id for take in production.takes_shown()}
    minors = {person.id for person in staff.people if person.is_minor(today)}
    for take in production.takes:
        if take.id in used:
            continue
        minor = bool(minors.intersection(take.speakers))
        days = (today - take.recorded.date()).days
        if days > (staff.rules.minor_days if minor else staff.rules.raw_days):
            yield Overdue(production.id, production.title, take.id, days, minor)
