"""Stores what was laid over the picture, and takes it back together with the release that fell by it."""

from dataclasses import replace
from pathlib import Path

from skriptstudio.domain.dressing import logo_name
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.production import Production
from skriptstudio.domain.release import SEALED
from skriptstudio.domain.uploads import online_on
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.words import channel_name
from skriptstudio.steps.dress import DressWish
from skriptstudio.ui.dressing.items import wish_of
from skriptstudio.ui.page import Place


def what_falls(production: Production, speaker: Speaker) -> str:
    """What a change does to a released clip, and what it doesn't do to one that is online."""
    told = speaker.say("Whatever you change lifts the release, and the clip is checked again.")
    online = ", ".join(map(channel_name, online_on(production)))
    if not online:
        return told
    return f"{told} {speaker.say('It is online already on {names}; the version there stays as it is.', names=online)}"


def store_dressing(place: Place, wanted: str, wish: DressWish) -> None:
    """Store it, and offer to take it back.

    Args:
        place: the window.
        wanted: id of the production.
        wish: what is laid over its picture.
    """
    house, say = place.session.house, place.session.say

    def work(_control: JobControl) -> tuple[Production, Production]:
        before = house.desk.library.read(wanted).record
        house.dress.change(wanted, wish)
        return before, house.desk.library.read(wanted).record

    def done(found: tuple[Production, Production]) -> None:
        before, now = found
        _show(place, now)
        fell = before.state in SEALED and now.state not in SEALED
        told = say("Noted. The release is lifted.") if fell else say("Noted.")
        place.toast(told, action=say("Undo"), on_action=lambda: _take_back(place, before, wish))

    place.jobs.start(work, done)


def _take_back(place: Place, before: Production, wish: DressWish) -> None:
    house, say = place.session.house, place.session.say
    back = wish_of(before.effective_cut())
    if wish.logo is not None:
        logo = before.effective_cut().dressing.logo
        back = replace(back, logo=house.desk.library.media_path(before.id, logo_name(logo)) if logo else Path())

    def done(now: Production) -> None:
        _show(place, now)
        if now.state in SEALED:
            place.toast(say("Taken back. The release holds again."))
        elif before.state in SEALED:
            place.toast(say("Taken back. The release stays lifted: more has happened to the clip since."), "info")

    place.jobs.start(lambda control: house.dress.take_back(before, back), done)


def _show(place: Place, now: Production) -> None:
    session = place.session
    if session.production is not None and session.production.id == now.id:
        session.show_production(now)
