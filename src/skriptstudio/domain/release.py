"""The four gates before a clip may leave the house, and the seal that holds them.

A release covers a hash over everything that will be seen or read, see ``seals.py``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from skriptstudio.domain.cut import Cut
from skriptstudio.domain.errors import (
    CaptionsNotConfirmed,
    ConsentMissing,
    HatMissing,
    NotReleased,
    PointsRefused,
    ReleaseVoid,
    SpeakerMissing,
    WrongState,
)
from skriptstudio.domain.film_stops import require_captions_of_sound, require_usable_sound
from skriptstudio.domain.four_eyes import may_wear, require_may_pass, stands_in_for
from skriptstudio.domain.licence import require_licences, require_licensed_music
from skriptstudio.domain.people import Hat, Person, Staff
from skriptstudio.domain.points import Answer
from skriptstudio.domain.production import (
    Actor,
    Decision,
    HistoryEntry,
    Production,
    Release,
    State,
    TopicClass,
)
from skriptstudio.domain.seals import changed_parts, cut_seal, seal, seals, version_seal
from skriptstudio.domain.snapshot import remembered
from skriptstudio.domain.topic_rules import (
    require_checked_script,
    require_comment_plan,
    require_no_blackout,
    require_no_trainees,
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


def is_others_turn(production: Production, person: Person | None, staff: Staff, today: date) -> bool:
    """Whether somebody else than ``person`` checks the clip right now: then it stays as it is."""
    hat = CHECKER.get(production.state)
    return hat is not None and (person is None or not may_wear(production, person, hat, staff, today))


SEALED = frozenset({State.RELEASED, State.PACKAGED, State.PUBLISHED})
"""States that stand on a valid release."""


def after_change(production: Production, actor: Actor, now: datetime) -> Production:
    """What a change does to the state: whatever was passed for another version has to be passed again.

    A released clip falls back to the press check (domain.md 6.1). A clip that is being checked falls
    back to its first check where what is said or seen was changed, else to the press check.
    """
    state = production.state
    changed: tuple[str, ...] = ()
    if state in SEALED:
        state, changed = State.PRESS_CHECK, changed_parts(production)
    elif state in CHECKER and production.passed and production.takes:
        present = seals(production)
        changed = tuple(part for part in present if production.passed.get(part) != present[part])
        if _FACTS.intersection(changed):
            state = CHECKS[production.topic][0]
        elif state is State.LEAD_CHECK:
            state = State.PRESS_CHECK
        elif changed:
            return replace(production, passed=present)
    if not changed:
        return production
    entry = HistoryEntry(Decision.VOIDED, actor, now, ", ".join(changed))
    return replace(production, state=state, passed={}).with_history(entry)


def taken_back(production: Production, before: Production, actor: Actor, now: datetime) -> Production:
    """What taking a change back at once does to a release: it holds again, and the history says both.

    Only where the clip is in every respect the one that was released, and nothing but the voiding has been decided
    or written since. So nobody's decision is passed over, and nothing goes out that the releasing person hasn't seen.

    Args:
        production: with the change taken back.
        before: as it was when the change was made.
        actor: who takes it back.
        now: when.
    """
    since = production.history[len(before.history) :]
    same = replace(production, state=before.state, passed=before.passed, history=before.history) == before
    continued = production.history[: len(before.history)] == before.history
    only_voided = [entry.decision for entry in since] == [Decision.VOIDED]
    if before.state not in SEALED or not (same and continued and only_voided) or changed_parts(production):
        return production
    restored = replace(production, state=before.state, passed=before.passed)
    return restored.with_history(HistoryEntry(Decision.RESTORED, actor, now))


_FACTS = frozenset({"script", "cut", "takes"})
"""Parts that a fact check stands on; wording of captions and post is for the press office."""


def hand_in(production: Production, actor: Actor, now: datetime) -> Production:
    """Give the clip to the first check of its topic class, with the cut held fast.

    Raises:
        NothingRecorded: there is no take.
        SpeakerMissing: a take of the cut doesn't say who speaks.
        WrongState: it already waits for a check or is released.
        ScriptNotChecked: the topic is delicate, and nobody has approved the script as it stands.
    """
    require_speakers(production)
    if production.state in CHECKER or production.state in SEALED:
        raise WrongState(production.title, production.state.value, "cut")
    require_checked_script(production)
    held = replace(production, state=CHECKS[production.topic][0], cut=_held(production), passed={})
    return remembered(held, actor, now).with_history(HistoryEntry(Decision.HANDED_IN, actor, now))


def _held(production: Production) -> Cut:
    """The cut that everybody will look at, whatever takes are still to come."""
    was_set = production.cut is not None and bool(production.cut.segments)
    return replace(production.effective_cut(), held=not was_set or (production.cut is not None and production.cut.held))


def send_back(
    production: Production, person: Person, actor: Actor, now: datetime, reason: str, staff: Staff | None = None
) -> Production:
    """Return the clip to the team with a reason.

    Args:
        production: the clip.
        person: who checks it.
        actor: the same, with the machine.
        now: when.
        reason: for the team.
        staff: everybody, where a deputy may return it, too.

    Raises:
        WrongState: it waits for nobody's check.
        HatMissing: the check belongs to another hat.
    """
    hat = _turn(production)
    if hat not in person.hats and (staff is None or not may_wear(production, person, hat, staff, now.date())):
        raise HatMissing(person.name, hat.value)
    entry = HistoryEntry(Decision.RETURNED, actor, now, reason)
    return replace(without_held_cut(production), state=State.RETURNED, passed={}).with_history(entry)


def without_held_cut(production: Production) -> Production:
    """The clip with a cut that follows its takes again, unless somebody set it."""
    cut = production.cut
    if cut is None or not cut.held:
        return production
    return replace(production, cut=replace(cut, segments=(), held=False))


def approve(production: Production, person: Person, staff: Staff, actor: Actor, now: datetime) -> Production:
    """Pass the check whose turn it is; the last one releases the clip.

    Raises:
        WrongState, HatMissing: it isn't this person's turn.
        FourEyes: the person speaks in the clip or wrote its script.
        SecondPersonNeeded: the topic is delicate, and the person has passed an earlier check.
        SpeakerMissing: a take of the cut doesn't say who speaks.
        PointsRefused: a point of the press check was answered with no.
        TopicNotForTeam, ScriptNotChecked, CommentPlanMissing, BlackoutTime: the topic asks for more.
        CaptionsNotConfirmed: nobody confirmed the captions of this very cut.
        ConsentMissing: somebody may be shown on no channel at all.
        MusicUnlicensed: music is heard for which nobody entered a licence.
    """
    production = after_change(production, actor, now)
    today = now.date()
    hat = _turn(production)
    require_may_pass(production, person, hat, staff, today)
    require_speakers(production)
    require_no_trainees(production, staff)
    require_checked_script(production)
    note = _in_whose_place(production, person, hat, staff, today)
    require_nothing_refused(production)
    if production.state is not State.FACT_CHECK:
        require_comment_plan(production)
    remaining = CHECKS[production.topic][CHECKS[production.topic].index(production.state) + 1 :]
    if remaining:
        entry = HistoryEntry(Decision.APPROVED, actor, now, f"{production.state.value}{note}")
        return replace(production, state=remaining[0], passed=seals(production)).with_history(entry)
    require_captions(production)
    require_no_blackout(production, staff, today)
    missing = tuple(staff.name(p) for p in production.speakers() if not staff.may_be_shown_somewhere(p, today))
    if missing:
        raise ConsentMissing(missing, "")
    require_licensed_music(production)
    release = Release(actor, now, seals(production))
    entry = HistoryEntry(Decision.RELEASED, actor, now, note.strip())
    return replace(production, state=State.RELEASED, release=release, passed={}).with_history(entry)


DEPUTY_MARK = " for "
"""Stands in the note of a decision before the id of the officer whom a deputy stood in for."""


def _in_whose_place(production: Production, person: Person, hat: Hat, staff: Staff, today: date) -> str:
    """What the record says of a deputy: `` for <id of the officer>``."""
    if hat in person.hats:
        return ""
    officer = stands_in_for(production, person, hat, staff, today)
    return f"{DEPUTY_MARK}{officer.id}" if officer is not None else ""


def _turn(production: Production) -> Hat:
    """The hat whose turn it is. Raises ``WrongState``."""
    if production.state not in CHECKS[production.topic]:
        raise WrongState(production.title, production.state.value, "press_check")
    return CHECKER[production.state]


def require_nothing_refused(production: Production) -> None:
    """Raise ``PointsRefused`` where somebody answered a point of this very version with no."""
    version = version_seal(production)
    refused = tuple(a.point.value for a in production.answers if a.version == version and a.answer is Answer.NO)
    if refused:
        raise PointsRefused(production.title, refused)


def require_speakers(production: Production) -> None:
    """Raise ``SpeakerMissing`` where nobody has said who is in a take of the cut: nobody could ask for consents."""
    nameless = production.nameless_takes()
    if nameless:
        raise SpeakerMissing(production.places_of(nameless))


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
        SpeakerMissing: a take of the cut doesn't say who speaks.
        CaptionsNotConfirmed: the captions don't belong to this cut.
        NoSoundTrack, SoundDistorted, CaptionsMissing: what is heard, or isn't, can't go out like that.
        ConsentMissing: a speaker may not be shown on a channel.
        MusicUnlicensed, LicenceExpired, LicenceElsewhere: music or material may not be published on a channel.
        BlackoutTime: nothing political goes out today.
    """
    wanted = tuple(channels)
    if production.release is None:
        raise NotReleased(production.title)
    changed = changed_parts(production)
    if changed:
        raise ReleaseVoid(production.title, changed)
    if production.state not in SEALED:
        raise NotReleased(production.title)
    require_speakers(production)
    require_captions(production)
    require_usable_sound(production)
    require_captions_of_sound(production, production.captions)
    require_no_blackout(production, staff, today)
    for channel in wanted:
        missing = tuple(staff.name(p) for p in production.speakers() if not staff.may_be_shown(p, channel, today))
        if missing:
            raise ConsentMissing(missing, channel)
        require_licences(production, channel, today)
    return ReleasedCut(production, wanted, seal(production.release.seals))


def require_same_release(
    present: Production, rendered: Production, staff: Staff, channels: Iterable[str], today: date
) -> None:
    """Check every gate again for what is about to leave the house: an export takes minutes, a revocation a moment.

    Args:
        present: the production as it lies in the library now.
        rendered: as it was when the export began.
        staff: everybody, read just now.
        channels: where the clip goes.
        today: the present day.

    Raises:
        ReleaseVoid: another version was released meanwhile, and all that ``released_cut`` raises.
    """
    released_cut(present, staff, channels, today)
    made = seals(rendered)
    changed = tuple(part for part, value in seals(present).items() if made.get(part) != value)
    if changed:
        raise ReleaseVoid(present.title, changed)
