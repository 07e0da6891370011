"""Who answers for a series, what it is for, and how far that is."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from skriptstudio.domain.desk import Desk, find_person
from skriptstudio.domain.errors import UnknownName
from skriptstudio.domain.goals import Gap, Goal, GoalBook, Progress, Series, gaps, progress, publications
from skriptstudio.domain.ids import new_id
from skriptstudio.domain.online import published
from skriptstudio.domain.ports.library import HouseRecord
from skriptstudio.domain.production import Production
from skriptstudio.domain.results import ResultBook


@dataclass(frozen=True)
class SeriesView:
    """A series as people read it; names instead of ids."""

    series: Series
    responsible: str
    deputy: str
    goal: Goal | None
    gaps: tuple[Gap, ...]


@dataclass(frozen=True)
class GoalsView:
    """Everything about goals at one moment.

    Attributes:
        aimless: id and title of each clip online that belongs to no goal.
    """

    series: tuple[SeriesView, ...]
    progress: tuple[Progress, ...]
    aimless: tuple[tuple[str, str], ...]


class Goals:
    """Settle who answers for a series and what it shall reach.

    Args:
        desk: library, clock and who sits there.
        record: of series and goals.
        results: what came of the clips.
        formats: keys of the series formats.
    """

    def __init__(
        self,
        desk: Desk,
        record: HouseRecord[GoalBook],
        results: HouseRecord[ResultBook],
        formats: Callable[[], Collection[str]],
    ) -> None:
        self._desk = desk
        self._record = record
        self._results = results
        self._formats = formats

    def book(self) -> GoalBook:
        return self._record.read().record

    def view(self, online: Sequence[Production] | None = None) -> GoalsView:
        """How all goals stand today; ``online`` is all that is or was published, where it was read already."""
        book, staff, today = self.book(), self._desk.staff(), self._desk.clock.today()
        productions = tuple(published(self._desk.library)) if online is None else online
        places, results = publications(productions), self._results.read().record
        return GoalsView(
            tuple(
                SeriesView(
                    one,
                    staff.name(one.responsible),
                    staff.name(one.deputy),
                    book.goal(one.goal),
                    gaps(one, book, staff, self._formats(), today),
                )
                for one in book.series
            ),
            tuple(progress(goal, book, places, results, today) for goal in book.goals),
            tuple((one.id, one.title) for one in productions if book.goal_of(one.id, one.format) is None),
        )

    def set_series(
        self, key: str, responsible: str | None = None, deputy: str | None = None, goal: str | None = None
    ) -> Series:
        """Say who answers for a series; None leaves something as it is, an empty text takes it out.

        Raises:
            UnknownName: no such format, person or goal; or nobody was named for a new series.
            AmbiguousName: several persons of that name.
        """
        staff = self._desk.staff()

        def edit(book: GoalBook) -> GoalBook:
            before = book.of_series(key)
            if before is None and key not in self._formats():
                raise UnknownName("format", key, tuple(self._formats()))
            series = before or Series(key, "")
            if responsible is not None or not series.responsible:
                series = replace(series, responsible=find_person(staff, responsible or "").id)
            if deputy is not None:
                series = replace(series, deputy=find_person(staff, deputy).id if deputy else "")
            if goal is not None:
                series = replace(series, goal=book.find(goal).id if goal else "")
            return book.with_series(series)

        found = self._desk.change_house(self._record, edit).of_series(key)
        assert found is not None
        return found

    def remove_series(self, key: str) -> None:
        """Raises ``UnknownName``."""
        self._desk.change_house(self._record, lambda book: book.without_series(key))

    def set_goal(
        self, name: str, counts: str, target: int, until: date, first: date | None = None, goal_id: str = ""
    ) -> Goal:
        """A new goal, or with its id another form of an old one; a new one counts from today on, an old one
        from when it did, where nobody says otherwise.

        Raises:
            BadNumber, DatesSwapped, UnknownName: see ``GoalBook.with_goal``; or no goal has this id.
        """
        fresh = Goal(goal_id or new_id("g"), name, counts, target, first or self._desk.clock.today(), until)

        def edit(book: GoalBook) -> GoalBook:
            old = book.goal(goal_id)
            if goal_id and old is None:
                raise UnknownName("goal", goal_id, tuple(one.id for one in book.goals))
            return book.with_goal(replace(fresh, first=old.first) if old and first is None else fresh)

        return self._desk.change_house(self._record, edit).find(fresh.id)

    def remove_goal(self, wanted: str) -> None:
        """Raises ``UnknownName``."""
        self._desk.change_house(self._record, lambda book: book.without_goal(book.find(wanted).id))

    def assign(self, wanted: str, goal: str | None) -> Goal | None:
        """Say what a clip is for: a goal, none at all (empty), or again that of its series (None).

        Raises:
            UnknownName, AmbiguousName: no such production or goal.
        """
        production = self._desk.open(wanted).record

        def edit(book: GoalBook) -> GoalBook:
            clips = {key: value for key, value in book.clips.items() if key != production.id}
            if goal is not None:
                clips[production.id] = book.find(goal).id if goal else ""
            return replace(book, clips=clips)

        return self._desk.change_house(self._record, edit).goal_of(production.id, production.format)
