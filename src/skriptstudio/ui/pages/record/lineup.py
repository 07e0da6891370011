"""What there is to record, what is done, and what comes next; without Qt."""

from dataclasses import dataclass

from skriptstudio.domain.production import Production
from skriptstudio.domain.script import WHOLE
from skriptstudio.domain.take import Take, take_numbers


@dataclass(frozen=True)
class NumberedTake:
    """A take with what people call it in its section, see ``take_numbers``."""

    take: Take
    number: int


class Lineup:
    """The sections of a production with their takes."""

    def __init__(self, production: Production) -> None:
        self.production = production
        self.sections = tuple(s.name for s in production.script.sections if s.text.strip())
        self._takes: dict[str, list[NumberedTake]] = {}
        numbers = take_numbers(production.takes)
        for take in sorted(production.takes, key=lambda t: t.recorded):
            self._takes.setdefault(take.section, []).append(NumberedTake(take, numbers[take.id]))

    def takes(self, section: str) -> tuple[NumberedTake, ...]:
        """The takes of a section, oldest first."""
        return tuple(self._takes.get(section, ()))

    def next_number(self, section: str) -> int:
        """What the next take of a section will be called."""
        production = self.production
        known = (*production.takes, *(binned.take for binned in production.bin))
        return max(take_numbers(take for take in known if take.section == section).values(), default=0) + 1

    def numbered(self, take_id: str) -> NumberedTake | None:
        """A take by its id."""
        return next((one for takes in self._takes.values() for one in takes if one.take.id == take_id), None)

    def has_take(self, section: str) -> bool:
        return section in self._takes

    @property
    def done(self) -> int:
        """How many sections have a take."""
        return sum(map(self.has_take, self.sections))

    @property
    def complete(self) -> bool:
        """Whether a clip can be cut: every section has a take, or the whole script has one."""
        return self.has_take(WHOLE) or (bool(self.sections) and self.done == len(self.sections))

    @property
    def seconds(self) -> float:
        """Length of the clip as it would be cut now; 0 without a take."""
        if not self.production.takes:
            return 0.0
        return self.production.effective_cut().frames / 30

    def next_after(self, section: str) -> str | None:
        """The section to go on with: the next one without a take, else the first without; None if all is there."""
        if self.complete:
            return None
        at = self.sections.index(section) if section in self.sections else -1
        ahead = (*self.sections[at + 1 :], *self.sections[: at + 1])
        return next((name for name in ahead if not self.has_take(name)), None)

    def beside(self, section: str, step: int) -> str | None:
        """The section so many rows further down (up if negative), at most the last one; None without any."""
        if not self.sections:
            return None
        at = self.sections.index(section) if section in self.sections else -1
        return self.sections[min(max(at + step, 0), len(self.sections) - 1)]

    def first_open(self) -> str:
        """The section to begin with: the first without a take, else the first; the whole without any."""
        return next((name for name in self.sections if not self.has_take(name)), (*self.sections, WHOLE)[0])
