"""What could be made: an idea, all of them, and which come next (domain.md 7.2)."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

MOODS = ("marvel", "laugh", "learn", "guess", "belong", "decide")
"""What an idea is good for: the need that its viewers have just then."""


@dataclass(frozen=True)
class Idea:
    """One clip that could be made.

    Attributes:
        key: stable, e.g. ``13`` or ``house-2``.
        hook: its first sentence.
        format: key of a series format.
        trade: key of a trade.
        minutes: until the first take, roughly.
        mood: one of ``MOODS``.
        months: 1 to 12 in which it fits best; empty for any time.
        picture: what is seen first.
        heed: what to take care of; empty for nothing in particular.
    """

    key: str
    hook: str
    format: str
    trade: str
    minutes: int
    mood: str
    months: frozenset[int]
    picture: str
    heed: str = ""

    def fits(self, month: int) -> bool:
        """Whether this is its time of the year."""
        return month in self.months


@dataclass(frozen=True)
class Ideas:
    """All ideas.

    Attributes:
        trades: key and name of each, in the order in which they are offered.
    """

    trades: tuple[tuple[str, str], ...]
    ideas: tuple[Idea, ...]

    def find(self, key: str) -> Idea | None:
        return next((idea for idea in self.ideas if idea.key == key), None)


@dataclass(frozen=True)
class Wanted:
    """What somebody is looking for; whatever is empty or 0 doesn't matter.

    Attributes:
        month: 1 to 12.
        most_minutes: the effort at most.
        words: each stands in hook or picture.
    """

    trade: str = ""
    month: int = 0
    most_minutes: int = 0
    mood: str = ""
    format: str = ""
    words: str = ""

    def accepts(self, idea: Idea) -> bool:
        """Whether the idea is one of those."""
        text = f"{idea.hook} {idea.picture}".casefold()
        return (
            self.trade in ("", idea.trade)
            and (not self.month or idea.fits(self.month))
            and (not self.most_minutes or idea.minutes <= self.most_minutes)
            and self.mood in ("", idea.mood)
            and self.format in ("", idea.format)
            and all(word in text for word in self.words.casefold().split())
        )


def next_ideas(
    ideas: Iterable[Idea],
    months: Sequence[int],
    used: Collection[str] = (),
    neighbours: Callable[[int], Collection[str]] = lambda place: (),
) -> tuple[Idea | None, ...]:
    """One idea for each place of a row, so that no format stands twice in a row.

    The season comes first, then what fits at any time, then another need than the one before. None stands twice;
    a place for which nothing is left stays empty.

    Args:
        ideas: to choose from, the dearest first.
        months: 1 to 12 of each place.
        used: keys that are planned already.
        neighbours: formats that stand right beside a place already; those of this row are kept apart anyway.
    """
    left = [idea for idea in ideas if idea.key not in used]
    row: list[Idea | None] = []
    for place, month in enumerate(months):
        before = row[-1] if row else None
        forbidden = {*neighbours(place), *([before.format] if before else ())} - {""}
        fitting = [idea for idea in left if idea.format not in forbidden]
        chosen = min(fitting, key=lambda idea: _distance(idea, month, before), default=None)
        if chosen is not None:
            left.remove(chosen)
        row.append(chosen)
    return tuple(row)


def _distance(idea: Idea, month: int, before: Idea | None) -> tuple[int, bool]:
    season = 0 if idea.fits(month) else 1 if not idea.months else 2
    return season, before is not None and idea.mood == before.mood
