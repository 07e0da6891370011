"""The four gates before a clip may leave the house, and the seal that holds them.

A release covers a hash over everything that will be seen or read. The hash is
kept part by part, so that a void release can say what was changed.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from enum import Enum
from fractions import Fraction

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.cut import Cut
from skriptstudio.domain.errors import (
    CaptionsNotConfirmed,
    ConsentMissing,
    FourEyes,
    HatMissing,
    NotReleased,
    ReleaseVoid,
    SpeakerMissing,
    WrongState,
)
from skriptstudio.domain.people import Hat, Person, Staff
from skriptstudio.domain.production import (
    Actor,
    Decision,
    HistoryEntry,
    Production,
    Release,
    State,
    TopicClass,
)

CHECKS: dict[TopicClass, tuple[State, ...]] = {
    TopicClass.HARMLESS: (State.PRESS_CHECK,),
    TopicClass.EXPLAIN: (State.FACT_CHECK, State.PRESS_CHECK),
    TopicClass.SENSITIVE: (State.FACT_CHECK, State.PRESS_CHECK, State.LEAD_CHECK),
    TopicClass.POLITICAL: (State.FACT_CHECK, State.PRESS_CHECK, State.LEAD_CHECK),
}
"""Which checks a handed-in clip passes, in order (domain.md 6.2)."""

CHECKER: dict[State, Hat] = {State.FACT_CHECK: Hat.FACH, State.PRESS_CHECK: Hat.PRESS, State.LEAD_CHECK: Hat.LEAD}

TURN: dict[State, Hat | None] = {
    **dict.fromkeys(State, Hat.TEAM),
    **CHECKER,
    State.SCRIPT_CHECK: Hat.PRESS,
    State.RELEASED: Hat.PRESS,
    State.PACKAGED: Hat.PRESS,
    State.BLOCKED: Hat.PRESS,
    State.PUBLISHED: None,
    State.WITHDRAWN: None,
}
"""Whose turn it is in each state; None: nobody's."""

SEALED = frozenset({State.RELEASED, State.PACKAGED, State.PUBLISHED})
"""States that stand on a valid release."""


def _plain(value: object) -> object:
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, Enum):
        return value.value
    raise TypeError(type(value).__name__)


def seal(content: object) -> str:
    """SHA-256 of the canonical JSON of ``content``, in hexadecimal."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()


def cut_seal(production: Production) -> str:
    """Hash of the picture and the words that captions are made for."""
    segments = [(s.take, production.take(s.take).sha256, s.start, s.end) for s in production.effective_cut().segments]
    return seal([segments, [(s.name, s.text) for s in production.script.sections]])


def seals(production: Production) -> dict[str, str]:
    """Hash of every part that will be seen or read, by the part's name."""
    cut = production.effective_cut()
    return {
        "title": seal(production.title),
        "script": seal([(s.name, s.text) for s in production.script.sections]),
        "cut": seal([[asdict(segment) for segment in cut.segments], cut.end_card]),
        "takes": seal([(t.id, t.sha256, t.speakers) for t in production.takes_shown()]),
        "captions": seal([_seen(cue) for cue in production.captions.cues] if production.captions else []),
        "post": seal(asdict(production.post)),
    }


def _seen(cue: Cue) -> dict[str, object]:
    """What a viewer sees of a caption; how it came about isn't part of a release."""
    return {"start": cue.start, "end": cue.end, "lines": cue.lines}


def changed_parts(production: Production) -> tuple[str, ...]:
    """Names of the parts that differ from what was released; empty without a release."""
    if production.release is None:
        return ()
    if not production.takes:
        return ("takes",)
    now = seals(production)
    return tuple(part for part in now if production.release.seals.get(part) != now[part])


def after_change(production: Production, actor: Actor, now: datetime) -> Production:
    """What a change does to the state: a release that no longer fits falls back to the press check."""
    changed = changed_parts(production)
    if production.state not in SEALED or not changed:
        return production
    entry = HistoryEntry(Decision.VOIDED, actor, now, ", ".join(changed))
    return replace(production, state=State.PRESS_CHECK).with_history(entry)


def hand_in(production: Production, actor: Actor, now: datetime) -> Production:
    """Give the clip to the first check of its topic class, with the cut held fast.

    Raises:
        NothingRecorded: there is no take.
        SpeakerMissing: a take of the cut doesn't say who speaks.
        WrongState: it already waits for a check or is released.
    """
    nameless = tuple(t.id for t in production.takes_shown() if not t.speakers)
    if nameless:
        raise SpeakerMissing(nameless)
    if production.state in CHECKER or production.state in SEALED:
        raise WrongState(production.title, production.state.value, "cut")
    state = CHECKS[production.topic][0]
    return replace(production, state=state, cut=_held(production)).with_history(
        HistoryEntry(Decision.HANDED_IN, actor, now)
    )


def _held(production: Production) -> Cut:
    """The cut that everybody will look at, whatever takes are still to come."""
    was_set = production.cut is not None and bool(production.cut.segments)
    return replace(production.effective_cut(), held=not was_set or (production.cut is not None and production.cut.held))


def send_back(production: Production, person: Person, actor: Actor, now: datetime, reason: str) -> Production:
    """Return the clip to the team with a reason.

    Raises:
        WrongState: it waits for nobody's check.
        HatMissing: the check belongs to another hat.
    """
    _require_turn(production, person)
    entry = HistoryEntry(Decision.RETURNED, actor, now, reason)
    cut = production.cut
    if cut is not None and cut.held:
        cut = Cut(end_card=cut.end_card)
    return replace(production, state=State.RETURNED, cut=cut).with_history(entry)


def approve(production: Production, person: Person, staff: Staff, actor: Actor, now: datetime) -> Production:
    """Pass the check whose turn it is; the last one releases the clip.

    Raises:
        WrongState, HatMissing: it isn't this person's turn.
        FourEyes: the person speaks in the clip or wrote its script.
        CaptionsNotConfirmed: nobody confirmed the captions of this very cut.
        ConsentMissing: somebody may be shown on no channel at all.
    """
    _require_turn(production, person)
    _require_four_eyes(production, person)
    remaining = CHECKS[production.topic][CHECKS[production.topic].index(production.state) + 1 :]
    if remaining:
        entry = HistoryEntry(Decision.APPROVED, actor, now, production.state.value)
        return replace(production, state=remaining[0]).with_history(entry)
    require_captions(production)
    shown = production.speakers()
    missing = tuple(staff.name(p) for p in shown if not staff.may_be_shown_somewhere(p, now.date()))
    if missing:
        raise ConsentMissing(missing, "")
    release = Release(actor, now, seals(production))
    entry = HistoryEntry(Decision.RELEASED, actor, now)
    return replace(production, state=State.RELEASED, release=release).with_history(entry)


def _require_turn(production: Production, person: Person) -> None:
    if production.state not in CHECKS[production.topic]:
        raise WrongState(production.title, production.state.value, "press_check")
    hat = CHECKER[production.state]
    if hat not in person.hats:
        raise HatMissing(person.name, hat.value)


def _require_four_eyes(production: Production, person: Person) -> None:
    if any(person.id in take.speakers for take in production.takes_shown()):
        raise FourEyes(person.name, "speaker")
    if person.id in production.script.authors:
        raise FourEyes(person.name, "author")


def require_captions(production: Production) -> None:
    """Raise ``CaptionsNotConfirmed`` unless a person confirmed the captions of this very cut."""
    captions = production.captions
    if captions is None or captions.confirmed_by is None or captions.seal != cut_seal(production):
        raise CaptionsNotConfirmed(production.title)


@dataclass(frozen=True)
class ReleasedCut:
    """A production that passed all gates for the given channels. Only this can be published.

    Made by ``released_cut`` alone.
    """

    production: Production
    channels: tuple[str, ...]
    seal: str


def released_cut(production: Production, staff: Staff, channels: Iterable[str], today: date) -> ReleasedCut:
    """Check every gate for every channel.

    Raises:
        NotReleased: nobody released it.
        ReleaseVoid: something was changed since.
        CaptionsNotConfirmed: the captions don't belong to this cut.
        ConsentMissing: a speaker may not be shown on a channel.
    """
    wanted = tuple(channels)
    if production.release is None:
        raise NotReleased(production.title)
    changed = changed_parts(production)
    if changed:
        raise ReleaseVoid(production.title, changed)
    if production.state not in SEALED:
        raise NotReleased(production.title)
    require_captions(production)
    for channel in wanted:
        missing = tuple(staff.name(p) for p in production.speakers() if not staff.may_be_shown(p, channel, today))
        if missing:
            raise ConsentMissing(missing, channel)
    return ReleasedCut(production, wanted, seal(production.release.seals))
