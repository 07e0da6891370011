"""From here to the next clip that waits for a check: the first one of the inbox."""

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.people import Person
from skriptstudio.domain.production import Production, Summary
from skriptstudio.domain.release import CHECKER
from skriptstudio.domain.waiting import next_to_check, oldest_first
from skriptstudio.ui.page import Place

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House


def check_next(place: Place) -> None:
    """Open the first clip of the inbox that waits for whoever works here, or say that none does."""
    session, house = place.session, place.session.house
    person, but = session.person, session.production.id if session.production is not None else ""

    def show(found: tuple[Production | None, tuple[Summary, ...]]) -> None:
        following, summaries = found
        place.count_waiting(summaries)
        if following is None:
            place.toast(session.say("No clip waits for your check right now."), "info")
        else:
            place.open_production(following.id, "review")

    place.jobs.start(lambda control: _read_next(house, person, but, control), show)


def _read_next(
    house: "House", person: Person | None, but: str, control: JobControl
) -> tuple[Production | None, tuple[Summary, ...]]:
    summaries, waiting = house.plan.list(), []
    for summary in summaries:
        control.checkpoint()
        if summary.state in CHECKER:
            with suppress(SkriptStudioError):  # a damaged one is told about on the page Plan
                waiting.append(house.desk.library.read(summary.id).record)
    planned = house.rhythm.planned_days()
    queue = sorted(oldest_first(one for one in waiting if one.takes), key=lambda one: planned.get(one.id, date.max))
    return next_to_check(queue, person, house.people.staff(), house.desk.clock.today(), but), summaries
