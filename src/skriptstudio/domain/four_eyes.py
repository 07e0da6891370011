"""Who may pass a check: the hat or its deputy, never who speaks or wrote, and a second person where the topic asks."""

from datetime import date

from skriptstudio.domain.errors import FourEyes, HatMissing, SecondPersonNeeded
from skriptstudio.domain.people import Hat, Person, Staff
from skriptstudio.domain.production import Decision, Production, TopicClass

DELICATE = frozenset({TopicClass.SENSITIVE, TopicClass.POLITICAL})
"""Topics whose checks must each be passed by somebody else, and that need a comment plan (domain.md 6.2)."""


def involvement(production: Production, person: str) -> str:
    """``speaker``, ``author``, or empty for neither.

    Who was taken out of a take after a hand-in counts as a speaker as long as the take is shown.
    """
    if production.takes and any(person in (*t.speakers, *t.once_named) for t in production.takes_shown()):
        return "speaker"
    return "author" if person in production.script.authors else ""


def stands_in_for(production: Production, person: Person, hat: Hat, staff: Staff, today: date) -> Person | None:
    """The officer in whose place the person may check: one who is away long enough, or is part of the clip."""
    for officer in staff.people:
        if hat not in officer.hats or person.id not in officer.deputies or officer.id == person.id:
            continue
        if involvement(production, officer.id) or staff.is_away(officer, today):
            return officer
    return None


def may_wear(production: Production, person: Person, hat: Hat, staff: Staff, today: date) -> bool:
    """Whether the hat is the person's own, or lent today."""
    return hat in person.hats or stands_in_for(production, person, hat, staff, today) is not None


def passed_already(production: Production, person: str) -> bool:
    """Whether the person passed an earlier check since the clip was handed in."""
    for entry in reversed(production.history):
        if entry.decision in (Decision.HANDED_IN, Decision.VOIDED, Decision.RETURNED):
            return False
        if entry.decision is Decision.APPROVED and entry.by.person == person:
            return True
    return False


def may_pass(production: Production, person: Person, hat: Hat, staff: Staff, today: date) -> bool:
    """Whether nothing but the clip itself keeps the person from passing the check of ``hat``."""
    try:
        require_may_pass(production, person, hat, staff, today)
    except (FourEyes, HatMissing, SecondPersonNeeded):
        return False
    return True


def require_may_pass(production: Production, person: Person, hat: Hat, staff: Staff, today: date) -> None:
    """Let the right person through.

    Raises:
        HatMissing: the check belongs to another hat, and nobody who has it is away.
        FourEyes: the person speaks in the clip or wrote its script.
        SecondPersonNeeded: the topic is delicate, and the person has passed an earlier check.
    """
    if not may_wear(production, person, hat, staff, today):
        raise HatMissing(person.name, hat.value)
    part = involvement(production, person.id)
    if part:
        raise FourEyes(person.name, part)
    if production.topic in DELICATE and passed_already(production, person.id):
        raise SecondPersonNeeded(person.name)
