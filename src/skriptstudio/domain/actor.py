"""Who did something, as far as a library can know."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """Who did something: the person, and which account on which machine said so.

    This is an organisational proof, not a cryptographic one (design.md).
    """

    person: str
    account: str
    machine: str
