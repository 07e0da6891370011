"""What the Freigabevermerk says: everything that belongs into the file about one clip (domain.md 6.4)."""

from dataclasses import dataclass
from datetime import date, datetime

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.people import Staff
from skriptstudio.domain.points import Answer, Point
from skriptstudio.domain.press_check import point_states
from skriptstudio.domain.production import Decision, HistoryEntry, Production, Release
from skriptstudio.domain.release import DEPUTY_MARK, require_captions
from skriptstudio.domain.seals import changed_parts, version_seal
from skriptstudio.domain.timecode import as_decimal, from_frames

DECIDED = (
    Decision.HANDED_IN,
    Decision.RETURNED,
    Decision.APPROVED,
    Decision.RELEASED,
    Decision.VOIDED,
    Decision.RESTORED,
    Decision.CAPTIONS_CONFIRMED,
    Decision.TOPIC_CHANGED,
    Decision.SPEAKERS_CHANGED,
)
"""What of a history belongs into the note."""


@dataclass(frozen=True)
class NotePoint:
    """One point of the press check.

    Attributes:
        answer: None: confirmed together with the release.
        by: name, empty where the program saw it itself or it came with the release.
    """

    point: Point
    answer: Answer | None
    by: str
    note: str


@dataclass(frozen=True)
class NoteDecision:
    """One decision, with name, account and machine.

    Attributes:
        in_place_of: name of the officer whom a deputy stood in for; empty for nobody.
    """

    decision: Decision
    when: datetime
    name: str
    account: str
    machine: str
    note: str
    in_place_of: str = ""


@dataclass(frozen=True)
class NoteFile:
    """An exported file and its hash."""

    profile: str
    file: str
    sha256: str
    when: datetime


@dataclass(frozen=True)
class NotePublication:
    """Where the clip is online."""

    profile: str
    on: date
    url: str
    removed: date | None


@dataclass(frozen=True)
class ReleaseNote:
    """All that stands on the one page.

    Attributes:
        speakers: initials with the ids of their consents.
        version: seal of the released version.
        void: names of the parts that were changed since; the release doesn't hold then.
        confirmed_captions: who checked the captions; empty for nobody.
    """

    production: str
    title: str
    series: str
    topic: str
    seconds: float
    authors: tuple[str, ...]
    speakers: tuple[tuple[str, tuple[str, ...]], ...]
    version: str
    void: tuple[str, ...]
    released_by: str
    released_at: datetime
    confirmed_captions: str
    comment_plan: tuple[str, int, str] | None
    points: tuple[NotePoint, ...]
    decisions: tuple[NoteDecision, ...]
    files: tuple[NoteFile, ...]
    publications: tuple[NotePublication, ...]
    written: date


def release_note(production: Production, release: Release, staff: Staff, today: date) -> ReleaseNote:
    """The note about a released clip.

    Raises:
        CaptionsNotConfirmed: the captions don't belong to this cut any more.
    """
    require_captions(production)
    captions, plan = production.captions, production.comment_plan
    return ReleaseNote(
        production=production.id,
        title=production.title,
        series=production.format,
        topic=production.topic.value,
        seconds=as_decimal(from_frames(production.effective_cut().frames)),
        authors=tuple(staff.name(person) for person in production.script.authors),
        speakers=tuple((_initials(staff.name(p)), _papers(staff, p, today)) for p in production.speakers()),
        version=version_seal(production),
        void=changed_parts(production),
        released_by=_who(staff, release.by),
        released_at=release.when,
        confirmed_captions=staff.name(captions.confirmed_by) if captions and captions.confirmed_by else "",
        comment_plan=(plan.who, plan.answer_hours, plan.escalate_to) if plan else None,
        points=_points(production, staff, today),
        decisions=tuple(_decision(e, staff) for e in production.history if e.decision in DECIDED),
        files=tuple(NoteFile(e.profile, e.file, e.sha256, e.when) for e in production.exports if e.version),
        publications=tuple(NotePublication(p.profile, p.on, p.url, p.removed) for p in production.publications),
        written=today,
    )


def _points(production: Production, staff: Staff, today: date) -> tuple[NotePoint, ...]:
    return tuple(
        NotePoint(one.point, one.answer, _who(staff, one.by) if one.by else "", one.note)
        for one in point_states(production, staff, today)
    )


def _decision(entry: HistoryEntry, staff: Staff) -> NoteDecision:
    note, officer = entry.note, ""
    if entry.decision in (Decision.APPROVED, Decision.RELEASED):
        note, _, officer = f" {note}".partition(DEPUTY_MARK)
    by = entry.by
    return NoteDecision(
        entry.decision,
        entry.when,
        _who(staff, by),
        by.account,
        by.machine,
        note.strip(),
        staff.name(officer) if officer else "",
    )


def _papers(staff: Staff, person: str, today: date) -> tuple[str, ...]:
    return tuple(c.id for c in staff.consents if c.person == person and any(c.holds(k, today) for k in c.channels))


def _who(staff: Staff, by: Actor) -> str:
    return staff.name(by.person) if by.person else by.account


def _initials(name: str) -> str:
    return "".join(f"{part[0]}." for part in name.replace("-", " ").split() if part)
