"""Who looks after the comments of a clip that went online, and until when."""

from dataclasses import dataclass
from datetime import date, timedelta

from skriptstudio.domain.production import Production

WATCH_DAYS = 3
"""72 hours: after that hardly anybody comments any more (domain.md 6.1, "Beobachtung 72 h")."""


@dataclass(frozen=True)
class CommentWatch:
    """A duty that somebody has.

    Attributes:
        until: last day.
        who: name of the person or post; empty if nobody was named.
        answer_hours: within which they answer; 0 if nobody was named.
    """

    until: date
    who: str
    answer_hours: int


def comment_watch(production: Production, today: date) -> CommentWatch | None:
    """The watch over a clip; None where it isn't online, or has been for longer than that."""
    online = [one.on for one in production.publications if one.removed is None]
    if not online or max(online) + timedelta(days=WATCH_DAYS) < today:
        return None
    until, plan = max(online) + timedelta(days=WATCH_DAYS), production.comment_plan
    return CommentWatch(until, plan.who if plan else "", plan.answer_hours if plan else 0)
