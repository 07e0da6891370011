"""Free days get something: the stock first, then what is in work, then ideas, and no format twice in a row."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from skriptstudio.domain.ideas import Idea, best_idea
from skriptstudio.domain.plan_book import Planned
from skriptstudio.domain.plan_outlook import DONE, PlannedDay
from skriptstudio.domain.production import State, Summary

_NEVER = DONE | {State.WITHDRAWN, State.BLOCKED}
"""States in which nothing is left to be done for a post, or nothing may be."""


@dataclass(frozen=True)
class Pick:
    """What a day could be kept for; fields as in ``Entry``."""

    kind: Planned
    key: str = ""
    title: str = ""
    format: str = ""


def pick_of(clip: Summary) -> Pick:
    """A production, to be planned."""
    return Pick(Planned.PRODUCTION, clip.id, clip.title, clip.format)


def pick_of_idea(idea: Idea) -> Pick:
    """An idea, to be planned."""
    return Pick(Planned.IDEA, idea.key, idea.hook, idea.format)


def waiting(spare: Sequence[Summary], clips: Sequence[Summary], planned: Sequence[str]) -> tuple[Summary, ...]:
    """The clips that no day is kept for, finished ones first, then those in work; the oldest first.

    Args:
        spare: of the stock.
        clips: all productions, newest first.
        planned: ids of productions that have their day.
    """
    in_work = (clip for clip in reversed(clips) if clip.state not in _NEVER and clip.id not in planned)
    return (*spare, *in_work)


def fill(
    days: Sequence[PlannedDay],
    clips: Sequence[Summary],
    ideas: Sequence[Idea],
    favourites: Callable[[date], Sequence[str]] = lambda _day: (),
    may_go_out: Callable[[date, Summary], bool] = lambda _day, _clip: True,
) -> Iterator[tuple[PlannedDay, Pick]]:
    """What fits each free day; a day for which nothing is left stays free.

    Args:
        days: of the plan, in order.
        clips: that may be planned, the dearest first.
        ideas: the same; none of them planned yet.
        favourites: keys of ideas that an occasion on a day asks for.
        may_go_out: whether a clip may be posted on a day; nothing political may before an election.
    """
    clips, ideas = list(clips), list(ideas)
    before, mood = "", ""
    for place, one in enumerate(days):
        if not one.is_free:
            before, mood = (before, mood) if one.is_pause else (one.format, "")
            continue
        forbidden = {before, _format_after(days[place + 1 :])} - {""}
        clip = next((clip for clip in clips if clip.format not in forbidden and may_go_out(one.day, clip)), None)
        if clip is not None:
            clips.remove(clip)
            before, mood = clip.format, ""
            yield one, pick_of(clip)
            continue
        month = one.day.month
        idea = best_idea(ideas, month, forbidden=forbidden, favourites=favourites(one.day), mood_before=mood)
        if idea is not None:
            ideas.remove(idea)
            before, mood = idea.format, idea.mood
            yield one, pick_of_idea(idea)


def _format_after(days: Sequence[PlannedDay]) -> str:
    """The format that viewers see next, as far as that is settled."""
    following = next((one for one in days if not one.is_pause), None)
    return "" if following is None or following.is_free else following.format
