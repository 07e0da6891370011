"""Beside the way: what a revocation or the passing of time asks to be deleted, and how it goes for good."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.desk import Desk, find_person
from skriptstudio.domain.erasure import (
    BY_HAND,
    Trace,
    first_word,
    takes_with,
    traces_of,
    was_shown,
    without_takes,
)
from skriptstudio.domain.errors import BrokenRecord, NewerRecord, NotRevoked, UnknownName
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.people import Deletion, Forgotten, Person, Staff, StaffChange, StaffEntry
from skriptstudio.domain.ports.media import MediaCache
from skriptstudio.domain.ports.studio import Studio
from skriptstudio.domain.production import Production
from skriptstudio.domain.retention import Overdue, overdue_takes
from skriptstudio.domain.take import Take

ALWAYS_LEFT = ("backups", "other_computers")
"""What no program reaches: backups, and copies that people made; other computers purge at their next start."""


@dataclass(frozen=True)
class Erased:
    """What was deleted, and what is left for people.

    Attributes:
        takes: as (production id, take id) pairs.
        recordings: how many recordings waited on this computer.
        left: tasks that only people can do.
    """

    takes: tuple[tuple[str, str], ...]
    recordings: int
    left: tuple[Trace, ...]


class Erasure:
    """Find what has to go, and delete it once a person has confirmed.

    Args:
        desk: the library and who works in it.
        caches: everything on this computer that was made from films.
        studio: the recordings that wait on this computer; asked for late, because it costs time.
        library: the library's folder, as recordings name it.
    """

    def __init__(self, desk: Desk, caches: Sequence[MediaCache], studio: Callable[[], Studio], library: str) -> None:
        self._desk = desk
        self._caches = caches
        self._studio = studio
        self._library = library

    def traces(self, wanted: str, control: JobControl | None = None) -> tuple[Trace, ...]:
        """Every place at which a person is seen or heard."""
        person = find_person(self._desk.staff(), wanted)
        return tuple(trace for p in self._productions(control) for trace in traces_of(p, person.id))

    def erase(self, wanted: str, by: str, control: JobControl | None = None) -> Erased:
        """Delete every take with a person who has revoked, here and in the library.

        The films go first and the records after them, so that a broken connection leaves nothing
        that nobody remembers; doing it again goes on where it stopped.

        Raises:
            NotRevoked: the person still has a consent that holds.
        """
        _, actor = self._desk.act_as(by)
        staff = self._desk.staff()
        person = find_person(staff, wanted)
        if staff.may_be_shown_somewhere(person.id, self._desk.clock.today()):
            raise NotRevoked(person.name)
        deleted: list[tuple[str, str]] = []
        for production in self._productions(control):
            takes = takes_with(production, person.id)
            if takes:
                self._delete(production, takes, actor, "revocation", person)
                deleted += [(production.id, take.id) for take in takes]
        recordings = self._discard_recordings(person)
        left = tuple(t for t in self.traces(person.id) if t.kind in BY_HAND and not t.done)
        return Erased(tuple(deleted), recordings, left)

    def overdue(self, control: JobControl | None = None) -> tuple[Overdue, ...]:
        """Takes that are older than the house keeps them; those of minors first."""
        return overdue_takes(self._productions(control), self._desk.staff(), self._desk.clock.today())

    def delete_overdue(self, wanted: Iterable[tuple[str, str]], by: str) -> tuple[Overdue, ...]:
        """Delete those of ``overdue`` that somebody confirmed, as (production id, take id); others stay.

        Raises:
            UnknownName: one of them isn't proposed (any more).
        """
        _, actor = self._desk.act_as(by)
        proposed = {(one.production, one.take): one for one in self.overdue()}
        chosen = []
        for pair in wanted:
            if pair not in proposed:
                raise UnknownName("take", ":".join(pair), tuple(":".join(known) for known in list(proposed)[:5]))
            chosen.append(proposed[pair])
        for made in dict.fromkeys(one.production for one in chosen):
            production = self._desk.library.read(made).record
            takes = [production.take(one.take) for one in chosen if one.production == made]
            self._delete(production, takes, actor, "retention", None)
        return tuple(chosen)

    def purge_here(self) -> int:
        """Remove what this computer made of films that were deleted elsewhere; how many films there are."""
        staff = self._desk.staff()
        for film in staff.forgotten:
            self._forget(film.sha256, film.first_word)
        for person in {one.person for one in staff.deletions if one.person}:
            known = next((p for p in staff.people if p.id == person), None)
            if known is not None and not staff.may_be_shown_somewhere(person, self._desk.clock.today()):
                self._discard_recordings(known)
        return len(staff.forgotten)

    # --- one production

    def _productions(self, control: JobControl | None) -> Iterable[Production]:
        for summary in self._desk.library.list():
            if control is not None:
                control.checkpoint()
            try:
                yield self._desk.library.read(summary.id).record
            except (UnknownName, BrokenRecord, NewerRecord):
                continue

    def _delete(
        self, production: Production, takes: Sequence[Take], actor: Actor, reason: str, person: Person | None
    ) -> None:
        now = self._desk.clock.now()
        whose = person.id if person else ""
        films = tuple(Forgotten(take.sha256, first_word(take), now) for take in takes)
        left = tuple(dict.fromkeys((*ALWAYS_LEFT, *_by_hand(production, whose))))
        line = Deletion(now, actor, reason, whose, production.id, tuple(take.id for take in takes), left)
        # The order to the other computers first: it may be read twice, but must not be missed.
        self._desk.change_staff(lambda staff: _logged(staff, films, line, person))
        for take in takes:
            self._desk.library.drop_media(production.id, take.file)
            self._forget(take.sha256, first_word(take))
        ids = {take.id for take in takes}
        self._desk.change(production.id, lambda p: without_takes(p, ids, actor, now, whose), actor)
        self._desk.library.drop_conflicts(production.id)

    def _forget(self, sha256: str, first_word: Fraction) -> None:
        for cache in self._caches:
            cache.forget(sha256, first_word)

    def _discard_recordings(self, person: Person) -> int:
        studio = self._studio()
        waiting = [r for r in studio.unfinished() if r.order.library == self._library and person.id in r.order.speakers]
        for recording in waiting:
            studio.discard(recording)
        return len(waiting)


def _by_hand(production: Production, person: str) -> tuple[str, ...]:
    """Codes of what people have to see to."""
    found = []
    if any(one.removed is None for one in production.publications) and was_shown(production, person):
        found.append("uploads")
    if production.exports and was_shown(production, person):
        found.append("exports")
    return tuple(found)


def _logged(staff: Staff, films: Sequence[Forgotten], line: Deletion, person: Person | None) -> Staff:
    known = {one.sha256 for one in staff.forgotten}
    fresh = tuple(one for one in films if one.sha256 not in known)
    entry = (StaffEntry(StaffChange.ERASED, person.id, line.by, line.when),) if person is not None else ()
    return replace(
        staff,
        forgotten=(*staff.forgotten, *fresh),
        deletions=(*staff.deletions, line),
        history=(*staff.history, *entry),
    )
