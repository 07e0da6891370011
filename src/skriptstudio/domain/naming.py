"""Who is heard or can be recognised in a take: said by the team, and held fast once the clip was handed in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from skriptstudio.domain.errors import SpeakerMissing
from skriptstudio.domain.production import Actor, Decision, HistoryEntry, Production, State
from skriptstudio.domain.release import CHECKER, SEALED, without_held_cut
from skriptstudio.domain.script import MATERIAL


def goes_back_to_team(production: Production, take_id: str) -> bool:
    """Whether naming other people in this take takes the clip out of its checks, or its release away."""
    in_check = production.state in CHECKER or production.state in SEALED
    return in_check and any(take.id == take_id for take in production.takes_shown())


def with_speakers(
    production: Production, take_id: str, people: Sequence[str], actor: Actor, now: datetime
) -> Production:
    """Write down who is heard or can be recognised in a take.

    Consents and four eyes hang on it. So once a clip was handed in, each change is a decision on record, whoever is
    taken out still passes no check of that take, and a clip that is being checked or released goes back to the team.

    Args:
        production: the clip.
        take_id: which take.
        people: ids of all of them.
        actor: who says so.
        now: when.

    Raises:
        UnknownName: there is no such take.
        SpeakerMissing: nobody is named, and the take isn't mere material.
    """
    take = production.take(take_id)
    named = tuple(dict.fromkeys(people))
    if not named and take.section != MATERIAL:
        raise SpeakerMissing(production.places_of((take_id,)))
    if set(named) == set(take.speakers):
        return production
    was_handed_in = any(entry.decision is Decision.HANDED_IN for entry in production.history)
    gone = dict.fromkeys((*take.once_named, *take.speakers)) if was_handed_in else ()
    told = replace(take, speakers=named, once_named=tuple(person for person in gone if person not in named))
    renamed = replace(production, takes=tuple(told if one.id == take_id else one for one in production.takes))
    if not was_handed_in:
        return renamed
    if goes_back_to_team(production, take_id):
        renamed = replace(without_held_cut(renamed), state=State.RETURNED, passed={})
    return renamed.with_history(HistoryEntry(Decision.SPEAKERS_CHANGED, actor, now, take_id))
