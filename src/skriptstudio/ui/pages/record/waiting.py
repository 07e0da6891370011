"""The dialog about takes that wait on this computer, from an interrupted recording or while a drive was gone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.jobs import JobControl
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.record.waiting_rows import WaitingTakes, how_many
from skriptstudio.ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from skriptstudio.assembly.leftovers import WaitingTake

_WIDTH = 720

_Outcome = tuple[int, list[SkriptStudioError]]


def offer_waiting(place: Place, window: QWidget, waiting: Sequence[WaitingTake]) -> None:
    """Offer to take them all over, to look at them first, or to throw them away.

    Closing the dialog changes nothing: they are offered again at the next start.
    """
    session, say = place.session, place.session.say
    house = session.house
    content = WaitingTakes(session, waiting)
    dialog = Dialog(
        window,
        how_many(len(waiting), say),
        say("The recording was interrupted, or the library was away. Nothing is lost: take over, or look first."),
        say("Into the production") if len(waiting) == 1 else say("All into their productions"),
        say("Later"),
        content=content,
        width=_WIDTH,
    )

    def take_over() -> None:
        content.player.close_take()
        wanted = content.takes

        def work(control: JobControl) -> _Outcome:
            from skriptstudio.assembly.leftovers import bring_home_all

            outcomes = list(bring_home_all(house, wanted))
            return sum(home is not None for _, home, _ in outcomes), [error for _, _, error in outcomes if error]

        place.jobs.start(work, lambda outcome: _tell(place, *outcome))

    def ask_to_discard(take: str) -> None:
        ask = Dialog(
            window,
            say("Throw this take away?"),
            say("{take} is then deleted for good.", take=content.title(take)),
            say("Throw away"),
            say("Keep"),
            kind="destroy",
        )
        ask.confirmed.connect(lambda: discard(take))
        ask.open()

    def discard(take: str) -> None:
        content.player.close_take()
        title = content.title(take)

        def work(control: JobControl) -> None:
            from skriptstudio.assembly.leftovers import discard_waiting

            discard_waiting(house, take)

        place.jobs.start(work, lambda _: place.toast(say("{take} deleted.", take=title), "trash"))
        content.drop(take)
        if not content.takes:
            dialog.dismiss()

    content.discard_asked.connect(ask_to_discard)
    dialog.confirmed.connect(take_over)
    dialog.cancelled.connect(content.player.close_take)
    dialog.open(dialog.verb)


def _tell(place: Place, count: int, errors: Sequence[SkriptStudioError]) -> None:
    """How many came home, the open production with them, and what stood in the way of others."""
    say, production = place.session.say, place.session.production
    if count:
        place.toast(
            say("The take is in its production.")
            if count == 1
            else say("{count} takes are in their productions.", count=count)
        )
        if production is not None:
            place.open_production(production.id)
    if errors:
        place.fail(errors[0])
