"""Whose turn it is with a clip, told from the whole of it; ``TURN`` tells it from its state alone."""

from skriptstudio.domain.four_eyes import involvement
from skriptstudio.domain.people import Hat, Person
from skriptstudio.domain.production import Production, State
from skriptstudio.domain.release import CHECKER, TURN
from skriptstudio.domain.uploads import open_uploads


def whose_turn(production: Production) -> Hat | None:
    """As ``TURN``, but a published clip stays with the press office while uploads are open."""
    if production.state is State.PUBLISHED and open_uploads(production):
        return Hat.PRESS
    return TURN[production.state]


def is_turn_of(production: Production, person: Person | None) -> bool:
    """Whether what comes next is up to this very person: nobody can check a clip of their own."""
    hat = whose_turn(production)
    if person is None or hat is None or hat not in person.hats:
        return False
    return production.state not in CHECKER or not involvement(production, person.id)
