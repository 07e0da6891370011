"""Which hints are open, and at which one the writer looks. Knows no Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from skriptstudio.domain.advice import Remark, ScriptAdvice, mark_of
from skriptstudio.domain.script import LeftRemark


@dataclass(frozen=True)
class Hint:
    """A remark, the section it stands in, and by what it is left so."""

    section: str
    remark: Remark
    mark: LeftRemark


class OpenHints:
    """The remarks on a script but for those that its writers leave so, in the order of the text.

    Attributes:
        left: those that they leave so.
    """

    def __init__(self) -> None:
        self._all: list[Hint] = []
        self._at = 0
        self.left: set[LeftRemark] = set()

    def begin(self, left: Iterable[LeftRemark]) -> None:
        """Another script, and what is left so there."""
        self._all, self._at = [], 0
        self.left = set(left)

    def look(self, advice: ScriptAdvice) -> None:
        """Take over what is remarked now; the shown one stays the shown one if it is still there."""
        before, at = self.shown, self._at
        self._all = [
            hint
            for part in advice.sections
            for remark in part.remarks
            if (hint := Hint(part.section.name, remark, mark_of(part.section, remark))).mark not in self.left
        ]
        same = [
            index
            for index, hint in enumerate(self._all)
            if before is not None and (hint.section, hint.remark.code) == (before.section, before.remark.code)
        ]
        if same:
            self._at = min(same, key=lambda index: abs(index - at))
        else:
            self._at = max(0, min(at, len(self._all) - 1))

    def __len__(self) -> int:
        return len(self._all)

    @property
    def at(self) -> int:
        """Index of the shown one."""
        return self._at

    @property
    def shown(self) -> Hint | None:
        return self._all[self._at] if self._all else None

    def of(self, section: str) -> Sequence[Hint]:
        """Those of one section."""
        return [hint for hint in self._all if hint.section == section]

    def step(self, by: int) -> None:
        """Go on to the next one; behind the last comes the first."""
        if self._all:
            self._at = (self._at + by) % len(self._all)

    def show_first_of(self, section: str) -> None:
        """Show the first one of a section, unless one of its own is shown or it has none."""
        mine = [index for index, hint in enumerate(self._all) if hint.section == section]
        if mine and self._at not in mine:
            self._at = mine[0]

    def leave_so(self) -> LeftRemark | None:
        """Say no more about the words of the shown one, and tell which it was."""
        if self.shown is None:
            return None
        mark = self.shown.mark
        self.left.add(mark)
        return mark
