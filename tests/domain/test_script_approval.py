"""The state *Skript frei*: who may set it, and what voids it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from skriptstudio.domain.errors import EmptyScript, FourEyes, HatMissing, WrongState
from skriptstudio.domain.people import Hat, Person
from skriptstudio.domain.production import Actor, Decision, Production, State, TopicClass
from skriptstudio.domain.script import Script, SectionKind, sections_from
from skriptstudio.domain.script_approval import approved, asked_for_check, may_approve, without_stale_approval

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
ACTOR = Actor("kai", "kai", "pc")
PRESS = Person("kai", "Kai", (Hat.PRESS,))
FACH = Person("fia", "Fia", (Hat.FACH,))
TEAM = Person("mia", "Mia", (Hat.TEAM,))
SCRIPT = Script(sections_from([(SectionKind.HOOK, "Hallo.")]), ("mia",))
CLIP = Production("p1", "Titel", NOON, state=State.SCRIPT, script=SCRIPT)


def test_the_press_office_approves_and_the_history_tells() -> None:
    ready = approved(CLIP, PRESS, ACTOR, NOON)
    assert ready.state is State.SCRIPT_READY
    assert ready.script.approval is not None
    assert ready.script.versions[-1].approved_by == "kai"
    assert ready.history[-1].decision is Decision.SCRIPT_APPROVED


@pytest.mark.parametrize(
    ("person", "topic", "error"),
    [
        (TEAM, TopicClass.HARMLESS, HatMissing),
        (FACH, TopicClass.HARMLESS, HatMissing),
        (FACH, TopicClass.EXPLAIN, None),
        (Person("l", "Lea", (Hat.LEAD,)), TopicClass.EXPLAIN, HatMissing),
        (Person("l", "Lea", (Hat.LEAD,)), TopicClass.SENSITIVE, None),
        (Person("mia", "Mia", (Hat.PRESS,)), TopicClass.HARMLESS, FourEyes),
    ],
)
def test_who_may_follows_from_the_topic_and_never_an_author(
    person: Person, topic: TopicClass, error: type[Exception] | None
) -> None:
    clip = replace(CLIP, topic=topic)
    assert may_approve(clip, person) == (error is None)
    if error is not None:
        with pytest.raises(error):
            approved(clip, person, ACTOR, NOON)


@pytest.mark.parametrize("state", [State.PRESS_CHECK, State.RELEASED])
def test_what_is_handed_in_or_released_is_past_it(state: State) -> None:
    with pytest.raises(WrongState):
        approved(replace(CLIP, state=state), PRESS, ACTOR, NOON)


def test_an_empty_script_is_neither_checked_nor_approved() -> None:
    empty = replace(CLIP, script=Script())
    with pytest.raises(EmptyScript):
        approved(empty, PRESS, ACTOR, NOON)
    with pytest.raises(EmptyScript):
        asked_for_check(empty, ACTOR, NOON)


def test_while_it_is_recorded_the_state_stays() -> None:
    assert approved(replace(CLIP, state=State.RECORD), PRESS, ACTOR, NOON).state is State.RECORD


def test_a_change_voids_it_visibly() -> None:
    ready = approved(CLIP, PRESS, ACTOR, NOON)
    assert without_stale_approval(ready, ACTOR, NOON) is ready
    other = replace(ready, script=replace(ready.script, sections=sections_from([(SectionKind.HOOK, "Anders.")])))
    void = without_stale_approval(other, ACTOR, NOON)
    assert (void.state, void.script.approval) == (State.SCRIPT, None)
    assert (void.history[-1].decision, void.history[-1].note) == (Decision.VOIDED, "script")
    assert void.script.versions[-1].approved_by == "kai"


def test_asking_waits_for_the_check_once() -> None:
    asked = asked_for_check(CLIP, ACTOR, NOON)
    assert asked.state is State.SCRIPT_CHECK
    with pytest.raises(WrongState):
        asked_for_check(replace(CLIP, state=State.RECORD), ACTOR, NOON)
    assert approved(asked, PRESS, ACTOR, NOON).state is State.SCRIPT_READY
