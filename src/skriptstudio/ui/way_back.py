"""Stores a change of the open clip, and offers to take it back together with the release that fell by it."""

from collections.abc import Callable

from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.production import Production
from skriptstudio.domain.release import SEALED
from skriptstudio.domain.uploads import online_on
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.words import channel_name
from skriptstudio.ui.page import Place


def what_falls(production: Production, speaker: Speaker) -> str:
    """What a change does to a released clip, and what it doesn't do to one that is online."""
    told = speaker.say("Whatever you change lifts the release, and the clip is checked again.")
    online = ", ".join(map(channel_name, online_on(production)))
    if not online:
        return told
    return f"{told} {speaker.say('It is online already on {names}; the version there stays as it is.', names=online)}"


def store_with_way_back(
    place: Place, wanted: str, change: Callable[[], object], take_back: Callable[[Production], Production]
) -> None:
    """Make a change in a job, show the clip, and offer to take it back.

    Args:
        place: the window.
        wanted: id of the production.
        change: the step; runs in a thread.
        take_back: the step that undoes it, given the production as it was before; runs in a thread.
    """
    house, say = place.session.house, place.session.say

    def work(_control: JobControl) -> tuple[Production, Production]:
        before = house.desk.library.read(wanted).record
        change()
        return before, house.desk.library.read(wanted).record

    def done(found: tuple[Production, Production]) -> None:
        before, now = found
        _show(place, now)
        fell = before.state in SEALED and now.state not in SEALED
        told = say("Noted. The release is lifted.") if fell else say("Noted.")
        place.toast(told, action=say("Undo"), on_action=lambda: _take_back(place, before, take_back))

    place.jobs.start(work, done)


def _take_back(place: Place, before: Production, take_back: Callable[[Production], Production]) -> None:
    say = place.session.say

    def done(now: Production) -> None:
        _show(place, now)
        if now.state in SEALED:
            place.toast(say("Taken back. The release holds again."))
        elif before.state in SEALED:
            place.toast(say("Taken back. The release stays lifted: more has happened to the clip since."), "info")

    place.jobs.start(lambda control: take_back(before), done)


def _show(place: Place, now: Production) -> None:
    session = place.session
    if session.production is not None and session.production.id == now.id:
        session.show_production(now)
