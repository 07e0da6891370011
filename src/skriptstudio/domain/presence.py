"""Who else has a production open: a hint, so that two people talk before they write over each other."""

from dataclasses import dataclass

STALE_SECONDS = 90.0
"""Who hasn't renewed for so long has gone, or lost the drive."""

RENEW_SECONDS = 30.0
"""How often a window says that its person is still here."""


@dataclass(frozen=True)
class Editor:
    """Somebody at work.

    Attributes:
        person: name, as the window knows it; may be empty.
        session: tells two windows of one person apart.
    """

    person: str
    account: str
    machine: str
    session: str = ""
