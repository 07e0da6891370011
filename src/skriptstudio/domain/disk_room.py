"""How much room for takes the local disk has to have, in seconds of recording (see ``Studio.seconds_left``)."""

from enum import StrEnum
from fractions import Fraction

SCARCE_SECONDS = 600
"""With less than this left it is shown as a warning: a clip with three takes of each section needs about that."""

WARN_SECONDS = 300
"""With less than this left the user is told while a take runs."""

LEAST_SECONDS = 60
"""With less than this left no take begins, and one that runs is ended while it can still be made whole."""


class DiskRoom(StrEnum):
    """How the room for takes is to be judged."""

    ENOUGH = "enough"
    SCARCE = "scarce"
    NONE = "none"


def disk_room(seconds_left: Fraction) -> DiskRoom:
    """Judge how much longer can be recorded, in seconds."""
    if seconds_left < LEAST_SECONDS:
        return DiskRoom.NONE
    return DiskRoom.SCARCE if seconds_left < SCARCE_SECONDS else DiskRoom.ENOUGH
