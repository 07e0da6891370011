"""A production: one idea on its way to a published clip, with all that belongs to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from skriptstudio.domain.actor import Actor as Actor
from skriptstudio.domain.brief import Brief
from skriptstudio.domain.captions import Captions
from skriptstudio.domain.cut import Cut, Segment, default_segments
from skriptstudio.domain.errors import AmbiguousName, NothingRecorded, UnknownName
from skriptstudio.domain.points import CommentPlan, PointAnswer
from skriptstudio.domain.post import Post as Post
from skriptstudio.domain.script import MATERIAL, Script
from skriptstudio.domain.take import Take, take_numbers, take_place
from skriptstudio.domain.versions import Version


class State(StrEnum):
    """Where a production stands (design.md, "Who acts")."""

    IDEA = "idea"
    SCRIPT = "script"
    SCRIPT_CHECK = "script_check"
    SCRIPT_READY = "script_ready"
    RECORD = "record"
    SELECT = "select"
    CUT = "cut"
    FACT_CHECK = "fact_check"
    PRESS_CHECK = "press_check"
    LEAD_CHECK = "lead_check"
    RELEASED = "released"
    PACKAGED = "packaged"
    PUBLISHED = "published"
    RETURNED = "returned"
    BLOCKED = "blocked"
    WITHDRAWN = "withdrawn"


class TopicClass(StrEnum):
    """How delicate the topic is, and so how many people look at it (domain.md 6.2)."""

    HARMLESS = "harmless"
    EXPLAIN = "explain"
    SENSITIVE = "sensitive"
    POLITICAL = "political"


@dataclass(frozen=True)
class Reply:
    """What somebody answered to a remark."""

    text: str
    by: Actor
    when: datetime


@dataclass(frozen=True)
class Comment:
    """A remark at a moment of the clip, in seconds (exact decimal text).

    Attributes:
        id: unique in the production.
        until: end of the stretch that it is about, in the same form; empty for a moment.
        done_by, done_at: who said that it is dealt with, and when.
    """

    at: str
    text: str
    by: Actor
    when: datetime
    id: str = ""
    until: str = ""
    replies: tuple[Reply, ...] = ()
    done_by: Actor | None = None
    done_at: datetime | None = None


class Decision(StrEnum):
    """What somebody decided about a production."""

    SCRIPT_HANDED_IN = "script_handed_in"
    SCRIPT_APPROVED = "script_approved"
    HANDED_IN = "handed_in"
    RETURNED = "returned"
    APPROVED = "approved"
    RELEASED = "released"
    VOIDED = "voided"
    RESTORED = "restored"
    CAPTIONS_CONFIRMED = "captions_confirmed"
    TOPIC_CHANGED = "topic_changed"
    BLOCKED = "blocked"
    EXPORTED = "exported"
    PUBLISHED = "published"
    TAKEN_DOWN = "taken_down"
    ERASED = "erased"
    SPEAKERS_CHANGED = "speakers_changed"


@dataclass(frozen=True)
class HistoryEntry:
    """One decision for the file (Freigabevermerk, domain.md 6.4)."""

    decision: Decision
    by: Actor
    when: datetime
    note: str = ""


@dataclass(frozen=True)
class BinnedTake:
    """A take that was thrown away and can be fetched back until the program that did it ends."""

    take: Take
    by: Actor
    when: datetime


@dataclass(frozen=True)
class Release:
    """The permission to publish, bound to exactly what was looked at.

    Attributes:
        seals: hash of each covered part by name, see ``domain/release.py``.
    """

    by: Actor
    when: datetime
    seals: dict[str, str]


@dataclass(frozen=True)
class Publication:
    """Where and since when a clip is online. Needed for revocations.

    Attributes:
        removed: day on which it was taken down there.
    """

    profile: str
    on: date
    url: str = ""
    removed: date | None = None


@dataclass(frozen=True)
class Export:
    """A file that left the program: which clip it holds can be told by its hash alone.

    Attributes:
        folder: where it was put, on the machine of ``by``.
        version: seal of the released version; empty for a draft.
    """

    profile: str
    file: str
    folder: str
    sha256: str
    version: str
    by: Actor
    when: datetime


@dataclass(frozen=True)
class Production:
    """The whole record of one clip, as it lies in ``production.json``.

    Attributes:
        format: key of the series format, e.g. ``ein_tag_im_amt``; empty for none.
        begun_by: id of the person who created it; empty if nobody said.
        cut: set by a person; None means the default cut.
        post: what is written beside it.
        brief: answers to the questions before the script.
        passed: seals of the parts at the last check that was passed; empty before the first one.
        answers: of the press check.
        versions: what was handed in, oldest first.
        erased: ids of persons whose takes were deleted after a revocation, though a clip had shown them.
        check_seconds: for how long the clip was looked at by all who checked it together; told for the clip alone,
            never for a person (domain.md 4.7). Only the window counts.
        bin: takes thrown away whose files still exist; nothing but undo looks at them.
    """

    id: str
    title: str
    created: datetime
    begun_by: str = ""
    format: str = ""
    topic: TopicClass = TopicClass.HARMLESS
    state: State = State.IDEA
    script: Script = field(default_factory=Script)
    takes: tuple[Take, ...] = ()
    cut: Cut | None = None
    captions: Captions | None = None
    post: Post = field(default_factory=Post)
    comments: tuple[Comment, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    release: Release | None = None
    publications: tuple[Publication, ...] = ()
    bin: tuple[BinnedTake, ...] = ()
    brief: Brief = field(default_factory=Brief)
    passed: dict[str, str] = field(default_factory=dict)
    answers: tuple[PointAnswer, ...] = ()
    comment_plan: CommentPlan | None = None
    versions: tuple[Version, ...] = ()
    exports: tuple[Export, ...] = ()
    erased: tuple[str, ...] = ()
    check_seconds: int = 0

    def take(self, take_id: str) -> Take:
        """The take with this id.

        Raises:
            UnknownName: there is none.
        """
        for take in self.takes:
            if take.id == take_id:
                return take
        raise UnknownName("take", take_id, tuple(t.id for t in self.takes))

    def effective_cut(self) -> Cut:
        """The cut that was set, otherwise the default one.

        Raises:
            NothingRecorded: there is no take.
        """
        if not self.takes:
            raise NothingRecorded(self.title)
        if self.cut is not None and self.cut.segments:
            return self.cut
        return replace(self.cut or Cut(), segments=default_segments(self.script, self.takes))

    def takes_shown(self) -> tuple[Take, ...]:
        """The takes that the cut uses, each once, in order."""
        cut = self.effective_cut()
        used = dict.fromkeys((*(s.take for s in cut.segments), *(i.take for i in cut.dressing.inserts)))
        return tuple(self.take(take_id) for take_id in used)

    def places_of(self, takes: Iterable[str]) -> tuple[str, ...]:
        """What tells people which takes these are, by their ids; see ``take_place``."""
        return tuple(take_place(self.take(take), self.takes) for take in takes)

    def nameless_takes(self) -> tuple[str, ...]:
        """Ids of the takes shown of which nobody has said who is in them.

        Material that only lends its picture may show nobody; what is heard has somebody who is heard.
        """
        heard = {segment.take for segment in self.effective_cut().segments}
        return tuple(t.id for t in self.takes_shown() if not t.speakers and (t.section != MATERIAL or t.id in heard))

    def speakers(self) -> tuple[str, ...]:
        """Ids of all persons who are heard or can be recognised in the clip as it is cut."""
        return tuple(dict.fromkeys(person for take in self.takes_shown() for person in take.speakers))

    def with_history(self, entry: HistoryEntry) -> "Production":
        return replace(self, history=(*self.history, entry))

    def with_take(self, take: Take) -> "Production":
        """Add a take with the next number. Early states move on to ``record``; later ones stay."""
        before = (*self.takes, *(binned.take for binned in self.bin))
        numbers = take_numbers(one for one in before if one.section == take.section)
        take = replace(take, number=max(numbers.values(), default=0) + 1)
        early = {State.IDEA, State.SCRIPT, State.SCRIPT_CHECK, State.SCRIPT_READY}
        state = State.RECORD if self.state in early else self.state
        return replace(self, takes=(*self.takes, take), state=state)


class Summary(NamedTuple):
    """What a list of productions shows of each. A tuple, because lists of 10,000 are made of it at every start."""

    id: str
    title: str
    state: State
    format: str
    created: datetime
    takes: int
    folder: str


def find_one(wanted: str, summaries: tuple[Summary, ...]) -> Summary:
    """The production that a person means by id, folder name, or title.

    Raises:
        UnknownName: none fits.
        AmbiguousName: several have this title.
    """
    for summary in summaries:
        if wanted in (summary.id, summary.folder):
            return summary
    titled = [s for s in summaries if s.title.casefold() == wanted.casefold()]
    if len(titled) > 1:
        raise AmbiguousName("production", wanted, tuple(s.id for s in titled))
    if not titled:
        raise UnknownName("production", wanted, tuple(s.title for s in summaries[:5]))
    return titled[0]


def segments_with_takes(production: Production) -> tuple[tuple[Segment, Take], ...]:
    """The effective cut, each segment beside its take."""
    return tuple((segment, production.take(segment.take)) for segment in production.effective_cut().segments)
