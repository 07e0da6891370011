"""The press check of fifteen points: what the program can see already, and what a person has to say (domain.md 6.3)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.errors import CaptionsNotConfirmed
from skriptstudio.domain.licence import heard
from skriptstudio.domain.people import Staff
from skriptstudio.domain.points import Answer, Point, PointAnswer
from skriptstudio.domain.production import Production
from skriptstudio.domain.release import require_captions
from skriptstudio.domain.seals import version_seal

MACHINE = frozenset({Point.CONSENT, Point.CAPTIONS})
"""Points that no person has to answer: the rules behind them are checked at the release itself."""

GROUPS: dict[str, tuple[Point, ...]] = {
    "message": (Point.MESSAGE,),
    "facts": (Point.FACTS,),
    "tone": (Point.TONE, Point.NEUTRAL, Point.LANGUAGE),
    "strangers": (Point.PICTURE, Point.SOUND),
    "material": (Point.LICENCES, Point.AI),
    "post": (Point.DESIGN, Point.POST),
    "answers": (Point.COMMENTS,),
    "time": (Point.TIME,),
}
"""How the window asks: one tick may stand for several points, so that a check stays short.

Together they are all points but those of ``MACHINE``.
"""


@dataclass(frozen=True)
class PointState:
    """One point as it stands for the present version.

    Attributes:
        answer: None while nobody has answered it.
        by: who did; None where the program saw it itself.
    """

    point: Point
    answer: Answer | None
    by: Actor | None = None
    note: str = ""


def point_states(production: Production, staff: Staff, today: date) -> tuple[PointState, ...]:
    """All fifteen in their order; without a take nothing is answered."""
    version = version_seal(production) if production.takes else ""
    said = {one.point: one for one in production.answers if one.version == version}
    seen = machine_answers(production, staff, today)
    return tuple(_state(point, said.get(point), seen.get(point)) for point in Point)


def _state(point: Point, said: PointAnswer | None, seen: Answer | None) -> PointState:
    if point in MACHINE or said is None:
        return PointState(point, seen)
    return PointState(point, said.answer, said.by, said.note)


def machine_answers(production: Production, staff: Staff, today: date) -> dict[Point, Answer]:
    """What the program sees by itself. A comment plan answers its point until a person says otherwise."""
    if not production.takes:
        return {}
    shown = production.speakers()
    consent = bool(shown) and all(staff.may_be_shown_somewhere(person, today) for person in shown)
    found = {Point.CONSENT: _yes(consent), Point.CAPTIONS: _yes(_captions_confirmed(production))}
    if any(take.music and take.licence is None for take in heard(production)):
        found[Point.LICENCES] = Answer.NO
    if production.comment_plan is not None:
        found[Point.COMMENTS] = Answer.YES
    return found


def _yes(good: bool) -> Answer:
    return Answer.YES if good else Answer.NO


def _captions_confirmed(production: Production) -> bool:
    try:
        require_captions(production)
    except CaptionsNotConfirmed:
        return False
    return True


def answered(
    production: Production, answers: Mapping[Point, tuple[Answer, str]], actor: Actor, now: datetime
) -> Production:
    """Write down what a person answered about the present version; earlier versions' answers go.

    Args:
        production: with at least one take.
        answers: answer and note by point; those of ``MACHINE`` are left out, for nobody may overrule them.
        actor: who answers.
        now: when.
    """
    version = version_seal(production)
    fresh = {
        point: PointAnswer(point, answer, actor, now, version, note)
        for point, (answer, note) in answers.items()
        if point not in MACHINE
    }
    kept = [one for one in production.answers if one.version == version and one.point not in fresh]
    order = list(Point)
    return replace(production, answers=tuple(sorted([*kept, *fresh.values()], key=lambda a: order.index(a.point))))


def open_points(production: Production, staff: Staff, today: date) -> tuple[Point, ...]:
    """Points without an answer."""
    return tuple(one.point for one in point_states(production, staff, today) if one.answer is None)
