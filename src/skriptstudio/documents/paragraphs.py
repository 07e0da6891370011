"""What a text document is made of before its sections are known."""

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a paragraph is in its document."""

    TEXT = "text"
    HEADING = "heading"
    SPOKEN = "spoken"  # surely no label, e.g. from the text column of a script table
    TITLE = "title"


@dataclass(frozen=True)
class Paragraph:
    """A clean paragraph of a document.

    Attributes:
        picture, speaker: what stood beside it in a script table: what is seen, and who says it.
    """

    text: str
    role: Role = Role.TEXT
    picture: str = ""
    speaker: str = ""
