"""The state *Skript frei*: who may set it, and what voids it (domain.md 6.1 and 6.2)."""

from dataclasses import replace
from datetime import datetime

from skriptstudio.domain.errors import EmptyScript, FourEyes, HatMissing, WrongState
from skriptstudio.domain.people import Hat, Person
from skriptstudio.domain.production import Actor, Decision, HistoryEntry, Production, State
from skriptstudio.domain.release import CHECKER, CHECKS, SEALED
from skriptstudio.domain.script import ScriptApproval
from skriptstudio.domain.script_versions import with_version

_BEFORE = frozenset({State.IDEA, State.SCRIPT, State.SCRIPT_CHECK})
"""States that go on to *Skript frei*; later ones stay where they are."""


def approvers(production: Production) -> tuple[Hat, ...]:
    """The hats that may approve the script: those that will check the clip."""
    return tuple(CHECKER[state] for state in CHECKS[production.topic])


def may_approve(production: Production, person: Person) -> bool:
    """Whether this person could approve the script as it stands."""
    try:
        _require(production, person)
    except (EmptyScript, FourEyes, HatMissing, WrongState):
        return False
    return True


def asked_for_check(production: Production, actor: Actor, now: datetime) -> Production:
    """Hand the script to those who may approve it.

    Raises:
        EmptyScript: nothing is written yet.
        WrongState: recording has begun, or it is approved.
    """
    if production.script.is_empty:
        raise EmptyScript(production.title)
    if production.state not in _BEFORE:
        raise WrongState(production.title, production.state.value, State.SCRIPT.value)
    asked = replace(production, state=State.SCRIPT_CHECK)
    return asked.with_history(HistoryEntry(Decision.SCRIPT_HANDED_IN, actor, now))


def approved(production: Production, person: Person, actor: Actor, now: datetime) -> Production:
    """Approve the script as it stands.

    Raises:
        EmptyScript: nothing is written yet.
        WrongState: the clip is handed in or released, and the script with it.
        HatMissing: none of the person's hats checks clips of this topic.
        FourEyes: the person wrote on it.
    """
    _require(production, person)
    script = with_version(production.script, now, approved_by=person.id)
    script = replace(script, approval=ScriptApproval(person.id, now, script.sections))
    state = State.SCRIPT_READY if production.state in _BEFORE else production.state
    entry = HistoryEntry(Decision.SCRIPT_APPROVED, actor, now)
    return replace(production, script=script, state=state).with_history(entry)


def without_stale_approval(production: Production, actor: Actor, now: datetime) -> Production:
    """What a change does to an approval of another text: it is gone, and the history says so."""
    script = production.script
    if script.approval is None or script.approval.sections == script.sections:
        return production
    state = State.SCRIPT if production.state is State.SCRIPT_READY else production.state
    changed = replace(production, script=replace(script, approval=None), state=state)
    return changed.with_history(HistoryEntry(Decision.VOIDED, actor, now, "script"))


def _require(production: Production, person: Person) -> None:
    if production.script.is_empty:
        raise EmptyScript(production.title)
    if production.state in CHECKER or production.state in SEALED:
        raise WrongState(production.title, production.state.value, State.SCRIPT.value)
    hats = approvers(production)
    if not set(hats) & set(person.hats):
        raise HatMissing(person.name, hats[0].value)
    if person.id in production.script.authors:
        raise FourEyes(person.name, "author")
