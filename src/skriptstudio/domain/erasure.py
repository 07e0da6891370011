"""After a revocation: where a person is seen or heard, what is to be done, and how it goes (domain.md 4.1)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.cut import Segment
from skriptstudio.domain.production import Decision, HistoryEntry, Production, State
from skriptstudio.domain.release import CHECKER, SEALED
from skriptstudio.domain.take import Take


class TraceKind(StrEnum):
    """What holds something of a person."""

    PUBLICATION = "publication"
    EXPORT = "export"
    CLIP = "clip"
    TAKE = "take"
    BINNED = "binned"


BY_HAND = frozenset({TraceKind.PUBLICATION, TraceKind.EXPORT})
"""What the program can't delete: people have to, and tick it off."""


@dataclass(frozen=True)
class Trace:
    """One place at which a person is seen or heard, and so one task after a revocation.

    Attributes:
        what: take id, profile key, or folder of an exported file; empty for the clip itself.
        detail: the address of a publication, or the name of an exported file and its computer.
        done: somebody has taken care of it.
    """

    kind: TraceKind
    production: str
    title: str
    what: str = ""
    detail: str = ""
    done: bool = False


def shows(production: Production, person: str) -> bool:
    """Whether the clip as it is cut shows the person."""
    return bool(production.takes) and person in production.speakers()


def went_out(production: Production) -> bool:
    """Whether the clip was released once, also if it is blocked by now."""
    return production.state in SEALED or production.state is State.BLOCKED or production.release is not None


def traces_of(production: Production, person: str) -> tuple[Trace, ...]:
    """Everything of a production that holds the person: what is online first, then files, clip, takes."""
    return tuple(_traces(production, person))


def _traces(production: Production, person: str) -> Iterator[Trace]:
    made, title = production.id, production.title
    if was_shown(production, person):
        for one in production.publications:
            gone = one.removed is not None
            yield Trace(TraceKind.PUBLICATION, made, title, one.profile, one.url, gone)
        for file in {(e.folder, e.file, e.by.machine): e for e in production.exports}.values():
            yield Trace(TraceKind.EXPORT, made, title, file.folder, f"{file.file} ({file.by.machine})")
    if shows(production, person) and went_out(production):
        yield Trace(TraceKind.CLIP, made, title)
    for take in production.takes:
        if person in take.speakers:
            yield Trace(TraceKind.TAKE, made, title, take.id)
    for binned in production.bin:
        if person in binned.take.speakers:
            yield Trace(TraceKind.BINNED, made, title, binned.take.id)


def was_shown(production: Production, person: str) -> bool:
    """Whether what went out of the house shows the person, also after its takes were deleted here."""
    return shows(production, person) or person in production.erased


def blocked(production: Production, person: str, actor: Actor, now: datetime) -> Production:
    """A clip that shows somebody who has revoked goes nowhere until it is cut anew and handed in again."""
    if not shows(production, person) or not (production.state in CHECKER or production.state in SEALED):
        return production
    return replace(production, state=State.BLOCKED, passed={}).with_history(HistoryEntry(Decision.BLOCKED, actor, now))


def takes_with(production: Production, person: str) -> tuple[Take, ...]:
    """All takes with the person, those in the bin, too."""
    takes = (*production.takes, *(binned.take for binned in production.bin))
    return tuple(take for take in takes if person in take.speakers)


def without_takes(
    production: Production, take_ids: Collection[str], actor: Actor, now: datetime, person: str = ""
) -> Production:
    """The production after the films of these takes are deleted, with all that was made from them.

    A cut that used one loses its pieces; captions, earlier versions and answers were about
    another clip and go. What was published counts as withdrawn, what was on its way goes back
    to the team.

    Args:
        production: as it is.
        take_ids: the takes; unknown ones are left out.
        actor: who deletes.
        now: when.
        person: whose revocation it is; empty where they were merely old.
    """
    gone = {take.id for take in takes_all(production) if take.id in take_ids}
    if not gone:
        return production
    used = gone.intersection(segment.take for segment in _segments(production))
    takes = tuple(take for take in production.takes if take.id not in gone)
    left = replace(production, takes=takes, bin=tuple(b for b in production.bin if b.take.id not in gone))
    if person:
        left = replace(left, erased=tuple(dict.fromkeys((*left.erased, person))) if used else left.erased)
    if used:
        left = _uncut(left, gone)
    return left.with_history(HistoryEntry(Decision.ERASED, actor, now, str(len(gone))))


def first_word(take: Take) -> Fraction:
    """Second of the first word, by which small pictures of a film are kept."""
    return take.speech[0].start if take.speech else Fraction(0)


def takes_all(production: Production) -> tuple[Take, ...]:
    """Takes and those in the bin."""
    return (*production.takes, *(binned.take for binned in production.bin))


def _segments(production: Production) -> tuple[Segment, ...]:
    return production.effective_cut().segments if production.takes else ()


def _uncut(production: Production, gone: Collection[str]) -> Production:
    cut = production.cut
    if cut is not None:
        kept = tuple(segment for segment in cut.segments if segment.take not in gone)
        cut = replace(cut, segments=kept, held=cut.held and bool(kept))
    return replace(
        production,
        cut=cut,
        captions=None,
        versions=(),
        answers=(),
        passed={},
        release=None,
        state=_state_after(production),
    )


def _state_after(production: Production) -> State:
    if production.publications:
        return State.WITHDRAWN
    if not production.takes:
        return State.SCRIPT if production.state is not State.IDEA else State.IDEA
    return State.RETURNED
