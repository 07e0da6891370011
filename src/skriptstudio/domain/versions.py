"""The clip as it was handed in, kept so that a second look can begin with what is new."""

from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.cut import Segment
from skriptstudio.domain.post import COVER_AT

KEPT = 4
"""How many versions a production remembers."""


@dataclass(frozen=True)
class Version:
    """What was handed in, as far as people can read it.

    Attributes:
        script: text by section name.
        captions: text of each cue.
        post: text and hashtags beside the clip.
        alt, location: as in ``Post``.
        cover: moment of the clip that stands for it, in seconds.
    """

    when: datetime
    by: Actor
    title: str
    script: dict[str, str] = field(default_factory=dict)
    segments: tuple[Segment, ...] = ()
    end_card: str = ""
    captions: tuple[str, ...] = ()
    post: tuple[str, ...] = ()
    alt: str = ""
    location: str = ""
    cover: Fraction = COVER_AT
