"""“Darf ich das posten?”: a house's guideline with its traffic light (domain.md 6.5)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from skriptstudio.domain.errors import UnknownName


class Light(StrEnum):
    """What may be posted; the worst of what can be seen decides."""

    GREEN = "green"  # go ahead
    YELLOW = "yellow"  # ask first
    RED = "red"  # not without the press office


_WORST = (Light.GREEN, Light.YELLOW, Light.RED)


@dataclass(frozen=True)
class Sight:
    """Something that may be seen or heard in a clip.

    Attributes:
        key: stable within a guideline.
        advice: what to do about it, in one sentence.
    """

    key: str
    light: Light
    text: str
    advice: str


@dataclass(frozen=True)
class Chapter:
    """One chapter of the guideline."""

    title: str
    text: str


@dataclass(frozen=True)
class Guideline:
    """The whole guideline.

    Attributes:
        own: whether the house has changed the shipped one.
    """

    sights: tuple[Sight, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    own: bool = False

    def with_sight(self, sight: Sight) -> "Guideline":
        """With a line that is new or changed; a changed one keeps its place."""
        if any(one.key == sight.key for one in self.sights):
            sights = tuple(sight if one.key == sight.key else one for one in self.sights)
        else:
            sights = (*self.sights, sight)
        return replace(self, sights=sights, own=True)

    def without_sight(self, key: str) -> "Guideline":
        """Raises ``UnknownName`` where there is no such line."""
        self._require(key)
        return replace(self, sights=tuple(one for one in self.sights if one.key != key), own=True)

    def with_chapter(self, number: int, text: str) -> "Guideline":
        """With another text in the chapter of this number, from 1.

        Raises:
            UnknownName: there is no such chapter.
        """
        if not 1 <= number <= len(self.chapters):
            raise UnknownName("chapter", str(number), tuple(str(n + 1) for n in range(len(self.chapters))))
        chapters = list(self.chapters)
        chapters[number - 1] = replace(chapters[number - 1], text=text)
        return replace(self, chapters=tuple(chapters), own=True)

    def _require(self, key: str) -> None:
        if all(one.key != key for one in self.sights):
            raise UnknownName("sight", key, tuple(one.key for one in self.sights))

    def judged(self, seen: Collection[str]) -> tuple[Light | None, tuple[Sight, ...]]:
        """The light for a clip in which all this can be seen, and what is to be heeded, the worst first.

        None where nothing was ticked: nobody can say anything yet.

        Raises:
            UnknownName: it names something that the guideline doesn't know.
        """
        for key in seen:
            self._require(key)
        met = [one for one in self.sights if one.key in seen]
        met.sort(key=lambda one: -_WORST.index(one.light))
        return (met[0].light if met else None), tuple(met)
