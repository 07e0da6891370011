"""How many minutes a clip takes: measured on a house's own clips, else what is usual (domain.md 7.5)."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from statistics import median

from skriptstudio.domain.production import Production
from skriptstudio.domain.rhythm import Capacity

USUAL_MINUTES = 110
"""Idea 10, script 20, recording 25, cut and captions 25, review 10, publishing and comments 20."""

UNSEEN_MINUTES = 30
"""Of ``USUAL_MINUTES`` idea and comments, at which the program isn't open."""

ENOUGH_CLIPS = 5
"""Fewer say nothing."""

LAST_CLIPS = 12
"""The newest ones are looked at: a house becomes faster."""

_SITTING = timedelta(minutes=20)
"""Whoever does nothing that is written down for longer has stood up."""

_BEGIN = timedelta(minutes=5)
"""Before the first thing of a sitting that is written down, one has looked at it already."""


def seen_minutes(production: Production) -> int:
    """Minutes that people worked on a production, as far as its record tells; an estimate.

    Moments that lie close together are one sitting; what lies between sittings isn't work.
    """
    total = timedelta()
    before: datetime | None = None
    for moment in sorted(_moments(production)):
        together = before is not None and moment - before <= _SITTING
        total += moment - before if before is not None and together else _BEGIN
        before = moment
    return round(total.total_seconds() / 60)


def _moments(production: Production) -> Iterable[datetime]:
    script = production.script
    yield production.created
    yield from (version.when for version in script.versions)
    if script.written is not None:
        yield script.written
    for take in production.takes:
        yield take.recorded
        yield take.recorded + timedelta(seconds=float(take.seconds))
    for comment in production.comments:
        yield comment.when
        yield from (reply.when for reply in comment.replies)
    yield from (entry.when for entry in production.history)
    yield from (export.when for export in production.exports)


def minutes_of(clip: Production, typed: Mapping[str, int]) -> int:
    """Minutes that a clip took: as somebody entered them, else as its record tells, and what can't be seen there."""
    return typed.get(clip.id) or seen_minutes(clip) + UNSEEN_MINUTES


def capacity(minutes_a_week: int, clips: Iterable[Production], typed: dict[str, int]) -> Capacity:
    """What a house has and needs.

    Args:
        minutes_a_week: that people may spend.
        clips: finished ones, the newest.
        typed: minutes that somebody entered for a clip, by its id; they outweigh what was seen.
    """
    found = [minutes_of(clip, typed) for clip in clips]
    if len(found) < ENOUGH_CLIPS:
        return Capacity(minutes_a_week, USUAL_MINUTES)
    return Capacity(minutes_a_week, max(1, round(median(found))), len(found))
