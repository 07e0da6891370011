"""Notes that a clip is offline again on a channel: asked for on the page People and on Publish."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject
from shiboken6 import isValid

from skriptstudio.domain.production import Production
from skriptstudio.messages.words import channel_name
from skriptstudio.ui.dates import understood, written
from skriptstudio.ui.page import Place
from skriptstudio.ui.widgets.fields import Field, LineField


def ask_take_down(
    owner: QObject, place: Place, production: str, profile: str, done: Callable[[Production], None]
) -> None:
    """Ask for the day on which a clip was taken down, and write it down.

    Args:
        owner: a page; nothing happens once it is gone.
        place: the window.
        production: which clip.
        profile: on which channel.
        done: called with the newer production.
    """
    say, session = place.session.say, place.session
    today = session.house.desk.clock.today()
    line = LineField()
    line.setText(written(today))
    field = Field(say("Since when is it gone?"), line)
    dialog = place.ask(
        say("Is the clip gone from {target}?", target=channel_name(profile)),
        say("The program can't delete it there. It only notes that you did."),
        say("It is gone"),
        lambda: note(understood(line.text())),
        content=field,
    )

    def check() -> None:
        day = understood(line.text())
        past = day is not None and day <= today
        wrong = "" if past else say("A day like {day}, today at the latest.", day=written(today))
        field.set_error(wrong)
        dialog.verb.allow_unless(wrong)

    def note(day: date | None) -> None:
        person, house = session.person, session.house
        if person is None:
            place.toast(say("First choose who you are."), "info")
        elif day is not None:
            by = person.id
            place.jobs.start(lambda control: house.people.take_down(production, profile, day, by), noted)

    def noted(now: Production) -> None:
        place.toast(say("Noted: gone from {target}.", target=channel_name(profile)))
        opened = session.production
        if opened is not None and opened.id == now.id:
            session.show_production(now)
        if isValid(owner):
            done(now)

    line.textChanged.connect(check)
