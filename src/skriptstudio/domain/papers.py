"""Papers that are printed for people: what is filled in already."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ConsentPaper:
    """A consent that is still to be signed.

    Attributes:
        house: name of the authority; empty leaves a line.
        guardians: names of those who sign with a minor; empty for somebody of age.
        channels: name and whether it is ticked already, each to be decided by itself.
        purpose: what the clips are made for; empty leaves a line.
        until: last day; None leaves a line.
    """

    name: str
    house: str
    guardians: tuple[str, ...]
    channels: tuple[tuple[str, bool], ...]
    purpose: str = ""
    until: date | None = None
