"""Throwing takes away, and fetching them back."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from skriptstudio.domain.errors import TakeInUse
from skriptstudio.domain.production import Actor, BinnedTake, Production
from skriptstudio.domain.release import CHECKER, SEALED


def takes_in_use(production: Production) -> frozenset[str]:
    """Ids of the takes that a clip stands on: those of a cut that was set, handed in or released."""
    was_set = production.cut is not None and bool(production.cut.segments)
    looked_at = production.state in CHECKER or production.state in SEALED
    if not production.takes or not (was_set or looked_at):
        return frozenset()
    return frozenset(take.id for take in production.takes_shown())


def discard(production: Production, take_id: str, actor: Actor, now: datetime) -> Production:
    """Move a take into the bin.

    Raises:
        UnknownName: there is no such take.
        TakeInUse: the clip stands on it.
    """
    take = production.take(take_id)
    if take_id in takes_in_use(production):
        raise TakeInUse(production.title, take_id)
    takes = tuple(one for one in production.takes if one.id != take_id)
    return replace(production, takes=takes, bin=(*production.bin, BinnedTake(take, actor, now)))


def fetch_back(production: Production, take_id: str) -> Production:
    """Take a take out of the bin; nothing happens if it isn't there. A star that another one has got stays there."""
    binned = next((one for one in production.bin if one.take.id == take_id), None)
    if binned is None:
        return production
    take = binned.take
    if any(one.starred and one.section == take.section for one in production.takes):
        take = replace(take, starred=False)
    return replace(without_binned(production, {take_id}), takes=(*production.takes, take))


def without_binned(production: Production, take_ids: Collection[str]) -> Production:
    """Forget these takes of the bin for good."""
    return replace(production, bin=tuple(one for one in production.bin if one.take.id not in take_ids))
