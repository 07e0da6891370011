"""Where each person is seen or heard: what a revocation would touch, and which clip waits for a consent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from skriptstudio.domain.erasure import went_out
from skriptstudio.domain.errors import UnknownName
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.people import Staff
from skriptstudio.domain.production import Production, Publication, State

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House


@dataclass(frozen=True)
class Appearance:
    """One production with a person.

    Attributes:
        takes: how many takes have the person.
        shown: the clip as it is cut shows the person.
        released: such a clip has passed all checks.
        waiting: such a clip is still on its way out.
        publications: where such a clip is online.
    """

    production: str
    title: str
    takes: int
    shown: bool
    released: bool
    waiting: bool
    publications: tuple[Publication, ...]


Found = Mapping[str, tuple[Appearance, ...]]
"""Appearances by the person's id, the newest production first."""


def scan(house: House, control: JobControl) -> Found:
    """Look through the whole library; call it in a job.

    Raises:
        Cancelled: the page was left.
    """
    found: dict[str, tuple[Appearance, ...]] = {}
    for summary in house.plan.list():
        control.checkpoint()
        if not summary.takes:
            continue
        try:
            production = house.desk.library.read(summary.id).record
            seen = production.speakers()
        except UnknownName:
            # Deleted since the list was made, or cut from a take that is gone: it shows nobody now.
            continue
        for person in dict.fromkeys(one for take in production.takes for one in take.speakers):
            found[person] = (*found.get(person, ()), _appearance(production, person, person in seen))
    return found


def _appearance(production: Production, person: str, shown: bool) -> Appearance:
    released = went_out(production)
    return Appearance(
        production.id,
        production.title,
        sum(person in take.speakers for take in production.takes),
        shown,
        shown and released,
        shown and not released and production.state is not State.WITHDRAWN,
        tuple(one for one in production.publications if one.removed is None) if shown else (),
    )


def waits_for(found: Found, staff: Staff, today: date) -> tuple[str, tuple[str, ...]] | None:
    """The first person without a valid consent whom a clip waits for, and the titles of these clips."""
    for person in staff.people:
        titles = tuple(one.title for one in found.get(person.id, ()) if one.waiting)
        if titles and not staff.may_be_shown_somewhere(person.id, today):
            return person.id, titles
    return None
