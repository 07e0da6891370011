"""What could be made: an idea, all of them, and which come next (domain.md 7.2)."""

from collections.abc import Collection, Iterable
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


def best_idea(
    ideas: Iterable[Idea],
    month: int,
    *,
    forbidden: Collection[str] = (),
    favourites: Collection[str] = (),
    mood_before: str = "",
) -> Idea | None:
    """The idea for one day: first what an occasion asks for, then the season, then another need than the one before.

    Args:
        ideas: to choose from, the dearest first.
        month: 1 to 12.
        forbidden: formats that stand right beside that day.
        favourites: keys of ideas that an occasion on that day asks for.
        mood_before: what the post before is good for.
    """

    def distance(idea: Idea) -> tuple[int, bool]:
        season = 0 if idea.key in favourites else 1 if idea.fits(month) else 2 if not idea.months else 3
        return season, idea.mood == mood_before

    return min((one for one in ideas if one.format not in forbidden or not one.format), key=distance, default=None)
