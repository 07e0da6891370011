"""The fifteen points of the press check, and how somebody answered them (domain.md 6.3)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from skriptstudio.domain.actor import Actor


class Point(StrEnum):
    """What is asked about every clip, in the order of domain.md 6.3."""

    MESSAGE = "message"
    FACTS = "facts"
    TONE = "tone"
    NEUTRAL = "neutral"
    LANGUAGE = "language"
    PICTURE = "picture"
    SOUND = "sound"
    CONSENT = "consent"
    LICENCES = "licences"
    CAPTIONS = "captions"
    AI = "ai"
    DESIGN = "design"
    POST = "post"
    COMMENTS = "comments"
    TIME = "time"


class Answer(StrEnum):
    """How a point was answered."""

    YES = "yes"
    NO = "no"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True)
class PointAnswer:
    """One point answered by a person.

    Attributes:
        version: seal of the clip that was looked at; for another version the answer says nothing.
        note: e.g. where a figure comes from.
    """

    point: Point
    answer: Answer
    by: Actor
    when: datetime
    version: str
    note: str = ""


@dataclass(frozen=True)
class CommentPlan:
    """Who looks after the comments once the clip is online (domain.md 6.3, point 14).

    Attributes:
        who: name of the person or post that answers.
        answer_hours: how long an answer may take, on working days.
        escalate_to: who is called when it gets out of hand.
    """

    who: str
    answer_hours: int
    escalate_to: str
