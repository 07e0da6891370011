"""What works better: clips in groups, with honest numbers (domain.md 7.5, A07).

Clips of one channel are compared with each other, since each platform counts a view differently. A group of fewer
than ``ENOUGH`` clips says nothing. Half of the clips of a group lie between its quartiles; only where these spans
don't touch is one group said to do better, and it is never said why. People are no trait (domain.md 4.7).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from skriptstudio.domain.results import ClipFacts, Measure, Moment, Result, ResultBook

ENOUGH = 5
"""Clips that a group needs before anything is said about it (domain.md 7.5)."""

LENGTHS = (20, 35, 60)
"""Seconds at which a longer kind of clip begins; 20 to 35 s is what the program aims at (domain.md 1.7)."""


class Trait(StrEnum):
    """What clips are grouped by."""

    HOOK = "hook"
    FORMAT = "format"
    LENGTH = "length"


@dataclass(frozen=True)
class Group:
    """Clips that have something in common.

    Attributes:
        key: of the kind of hook or format; for lengths seconds such as ``20-35`` or ``60-``; empty: nobody said.
        values: of each clip, ascending.
    """

    key: str
    values: tuple[Fraction, ...]

    @property
    def count(self) -> int:
        return len(self.values)

    @property
    def enough(self) -> bool:
        """Whether anything may be said about it."""
        return bool(self.key) and self.count >= ENOUGH

    def at(self, part: Fraction) -> Fraction:
        """The value below which this part of the group lies, between two clips in proportion."""
        place = part * (self.count - 1)
        below = int(place)
        above = min(below + 1, self.count - 1)
        return self.values[below] + (self.values[above] - self.values[below]) * (place - below)

    @property
    def median(self) -> Fraction:
        return self.at(Fraction(1, 2))

    @property
    def quartiles(self) -> tuple[Fraction, Fraction]:
        """Between them lies the middle half of the group."""
        return self.at(Fraction(1, 4)), self.at(Fraction(3, 4))


class Verdict(StrEnum):
    """What may be said."""

    TOO_FEW = "too_few"  # fewer than two groups with enough clips
    NO_DIFFERENCE = "no_difference"  # the middle halves overlap
    BETTER = "better"  # the first group's middle half lies above that of every other one that is large enough


@dataclass(frozen=True)
class Comparison:
    """Groups of clips beside each other.

    Attributes:
        groups: the large enough ones by their median, highest first, then the others by size.
        profile: of the channel.
    """

    trait: Trait
    measure: Measure
    moment: Moment
    profile: str
    groups: tuple[Group, ...]
    verdict: Verdict

    @property
    def clips(self) -> int:
        return sum(group.count for group in self.groups)


def compare(book: ResultBook, trait: Trait, measure: Measure, moment: Moment, profile: str) -> Comparison:
    """Compare the clips of a channel; a clip that was published there twice counts once, the first time."""
    values: dict[str, list[Fraction]] = defaultdict(list)
    for one in _first_ones(book.results, moment, profile):
        value = one.figures.of(measure)
        clip = book.clips.get(one.production)
        if value is not None and clip is not None:
            values[group_key(clip, trait)].append(Fraction(value))
    groups = [Group(key, tuple(sorted(found))) for key, found in values.items()]
    large = sorted((g for g in groups if g.enough), key=lambda g: (-g.median, g.key))
    small = sorted((g for g in groups if not g.enough), key=lambda g: (not g.key, -g.count, g.key))
    return Comparison(trait, measure, moment, profile, (*large, *small), _verdict(large))


def group_key(clip: ClipFacts, trait: Trait) -> str:
    """The group that a clip belongs to."""
    if trait is not Trait.LENGTH:
        return clip.hook if trait is Trait.HOOK else clip.format
    if not clip.seconds:
        return ""
    bounds = (0, *LENGTHS)
    lower = max(bound for bound in bounds if bound <= clip.seconds)
    upper = next((bound for bound in bounds if bound > clip.seconds), None)
    return f"{lower}-{upper or ''}"


def busiest_profile(book: ResultBook, moment: Moment) -> str:
    """The channel with the most clips at this moment; empty where there is none."""
    counts: dict[str, set[str]] = defaultdict(set)
    for one in book.results:
        if one.moment is moment:
            counts[one.profile].add(one.production)
    return max(sorted(counts), key=lambda key: len(counts[key]), default="")


def _first_ones(results: Iterable[Result], moment: Moment, profile: str) -> Iterable[Result]:
    seen: set[str] = set()
    for one in results:  # the days of a publication come in order
        if one.moment is moment and one.profile == profile and one.production not in seen:
            seen.add(one.production)
            yield one


def _verdict(large: Sequence[Group]) -> Verdict:
    if len(large) < 2:
        return Verdict.TOO_FEW
    best, *others = large
    clear = all(best.quartiles[0] > other.quartiles[1] for other in others)
    return Verdict.BETTER if clear else Verdict.NO_DIFFERENCE
