"""After the last station: what came of the clips, noted by hand or out of a platform's export."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from skriptstudio.domain.comparison import Comparison, Trait, busiest_profile, compare
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.errors import UnknownName
from skriptstudio.domain.online import corrected, published, require_publication
from skriptstudio.domain.ports.content import Profiles
from skriptstudio.domain.ports.documents import ResultTables
from skriptstudio.domain.ports.library import HouseRecord
from skriptstudio.domain.production import Production, Publication
from skriptstudio.domain.result_table import ColumnNames, Matches, matched
from skriptstudio.domain.results import (
    ClipFacts,
    Due,
    Figures,
    Measure,
    Moment,
    Result,
    ResultBook,
    due,
    facts_of,
    require_plausible,
    require_reached,
)

NEW = timedelta(days=400)


class Results:
    """Note figures, look at them, and compare clips.

    Args:
        desk: library, clock and who sits there.
        record: of all results.
        tables: reads the exports.
        names: of their columns.
        hooks: keys of the kinds of hooks.
        profiles: of the platforms.
    """

    def __init__(
        self,
        desk: Desk,
        record: HouseRecord[ResultBook],
        tables: ResultTables,
        names: Callable[[], ColumnNames],
        hooks: Callable[[], Collection[str]],
        profiles: Profiles,
    ) -> None:
        self._desk = desk
        self._record = record
        self._tables = tables
        self._names = names
        self._hooks = hooks
        self._profiles = profiles

    def book(self) -> ResultBook:
        return self._record.read().record

    def published(self) -> tuple[Production, ...]:
        """All that is or was online."""
        return tuple(published(self._desk.library))

    def due(self) -> tuple[Due, ...]:
        """What could be noted today, the oldest first."""
        return due(self.published(), self.book(), self._desk.clock.today())

    def due_of_new_clips(self) -> tuple[Due, ...]:
        """The same without clips that were begun over ``NEW`` ago: quick enough for each start of the program."""
        today = self._desk.clock.today()
        return due(published(self._desk.library, today - NEW), self.book(), today)

    def add(
        self,
        wanted: str,
        profile: str,
        moment: Moment,
        figures: Figures,
        on: date | None = None,
        read: date | None = None,
    ) -> Result:
        """Note figures; what was noted before and isn't named now stays.

        Args:
            wanted: production.
            profile: where it is online.
            moment: that the figures are for.
            figures: what was read.
            on: day of the publication, where there are several; the last one by default.
            read: day on which the figures were read; today by default.

        Raises:
            UnknownName: no such production, or it isn't online there.
            TooEarly: the moment is still to come.
            BadNumber: a figure that can't be.
        """
        result, clip = self._result(wanted, profile, moment, figures, on, read)
        book = self._desk.change_house(self._record, lambda now: now.noted([result], {result.production: clip}))
        return next(one for one in book.results if one.place == result.place)

    def set(self, wanted: str, profile: str, moment: Moment, figures: Figures, on: date | None = None) -> None:
        """Note exactly these figures, as ``add`` does; what isn't named is unknown then."""
        result, clip = self._result(wanted, profile, moment, figures, on, None)
        self._desk.change_house(self._record, lambda book: book.replaced(result, clip))

    def _result(
        self, wanted: str, profile: str, moment: Moment, figures: Figures, on: date | None, read: date | None
    ) -> tuple[Result, ClipFacts]:
        production = self._desk.open(wanted).record
        publication = _publication(production, self._profiles.get(profile).key, on)
        noted = self._day(read)
        require_reached(moment, publication.on, noted)
        require_plausible(figures)
        result = Result(production.id, publication.profile, publication.on, moment, figures, noted)
        return result, facts_of(production)

    def correct(self, wanted: str, before: Publication, on: date, url: str) -> None:
        """Give a publication its true day and address; its figures go with it.

        Raises:
            UnknownName: no such production, or the publication isn't noted like that any more.
            NotOnlineYet, OnlineBeforeRelease, NotAWebAddress: it can't be true, see ``require_publication``.
        """
        production = self._desk.open(wanted).record
        require_publication(production, on, url, self._desk.clock.today())
        self._desk.change(production.id, lambda p: corrected(p, before, on, url), self._desk.anonymous())
        moved = (production.id, before.profile, before.on, on)
        self._desk.change_house(self._record, lambda book: book.moved(*moved))

    def remove(self, wanted: str, profile: str, moment: Moment, on: date | None = None) -> None:
        """Take figures out again. Raises ``UnknownName``."""
        production = self._desk.open(wanted).record
        day = _publication(production, self._profiles.get(profile).key, on).on
        self._desk.change_house(self._record, lambda book: book.without(production.id, profile, day, moment))

    def set_hook(self, wanted: str, hook: str) -> str:
        """Say of which kind a clip's hook is; empty for none. Raises ``UnknownName``."""
        if hook and hook not in self._hooks():
            raise UnknownName("hook_type", hook, tuple(self._hooks()))
        production = self._desk.open(wanted).record

        def edit(book: ResultBook) -> ResultBook:
            facts = replace(facts_of(production), hook=hook)
            return replace(book, clips={**book.clips, production.id: facts})

        self._desk.change_house(self._record, edit)
        return hook

    def preview(self, path: Path, profile: str = "", moment: Moment | None = None, read: date | None = None) -> Matches:
        """What a platform's export would add; nothing is noted yet.

        Raises:
            MissingFile, DriveFault, UnreadableTable: the file.
            UnknownName: the profile.
        """
        key = self._profiles.get(profile).key if profile else ""
        names = self._names()
        table = self._tables.read(path, names)
        return matched(table, self.published(), names, self._day(read), key, moment)

    def take_over(self, matches: Matches) -> int:
        """Note what a preview has found; returns how many results."""
        clips = {}
        for key in {one.production for one in matches.results}:
            clips[key] = facts_of(self._desk.library.read(key).record)
        if matches.found:
            self._desk.change_house(self._record, lambda book: book.noted(matches.results, clips))
        return len(matches.found)

    def _day(self, read: date | None) -> date:
        """The day of reading; nobody has read anything tomorrow."""
        today = self._desk.clock.today()
        return min(read, today) if read else today

    def compare(self, trait: Trait, measure: Measure, moment: Moment, profile: str = "") -> Comparison:
        """Compare the clips of a channel, by default that with the most clips. Raises ``UnknownName``."""
        book = self.book()
        key = self._profiles.get(profile).key if profile else busiest_profile(book, moment)
        return compare(book, trait, measure, moment, key)


def _publication(production: Production, profile: str, on: date | None) -> Publication:
    fitting = [one for one in production.publications if one.profile == profile and on in (None, one.on)]
    if not fitting:
        places = tuple(f"{one.profile} {one.on.isoformat()}" for one in production.publications)
        raise UnknownName("publication", f"{profile} {on or ''}".strip(), places)
    return max(fitting, key=lambda one: one.on)
