"""Which clips wait for whose check."""

from collections.abc import Iterable
from datetime import date

from skriptstudio.domain.four_eyes import may_wear
from skriptstudio.domain.people import Person, Staff
from skriptstudio.domain.production import Decision, Production
from skriptstudio.domain.release import CHECKER


def handed_in(production: Production) -> date:
    """When it was last handed in; when it was begun if it never was."""
    days = [entry.when for entry in production.history if entry.decision == Decision.HANDED_IN]
    return (days[-1] if days else production.created).date()


def is_checker(production: Production, person: Person | None, staff: Staff, today: date) -> bool:
    """Whether the clip waits for a check that belongs to a hat of this person, be it lent for today."""
    if person is None or production.state not in CHECKER:
        return False
    return may_wear(production, person, CHECKER[production.state], staff, today)


def oldest_first(productions: Iterable[Production]) -> tuple[Production, ...]:
    """In the order in which they were handed in."""
    return tuple(sorted(productions, key=lambda p: (handed_in(p), p.created)))


def next_to_check(
    waiting: Iterable[Production], person: Person | None, staff: Staff, today: date, but: str = ""
) -> Production | None:
    """The first clip of a queue that waits for this person's check, leaving out the one with the id ``but``."""
    return next((p for p in waiting if p.id != but and is_checker(p, person, staff, today)), None)
