"""Stores what was laid over the picture, and how it is taken back, logo included."""

from dataclasses import replace
from pathlib import Path

from skriptstudio.domain.dressing import logo_name
from skriptstudio.domain.production import Production
from skriptstudio.steps.dress import DressWish
from skriptstudio.ui.dressing.items import wish_of
from skriptstudio.ui.page import Place
from skriptstudio.ui.way_back import store_with_way_back


def store_dressing(place: Place, wanted: str, wish: DressWish) -> None:
    """Store it, and offer to take it back.

    Args:
        place: the window.
        wanted: id of the production.
        wish: what is laid over its picture.
    """
    house = place.session.house

    def take_back(before: Production) -> Production:
        back = wish_of(before.effective_cut())
        if wish.logo is not None:
            logo = before.effective_cut().dressing.logo
            back = replace(back, logo=house.desk.library.media_path(before.id, logo_name(logo)) if logo else Path())
        return house.dress.take_back(before, back)

    store_with_way_back(place, wanted, lambda: house.dress.change(wanted, wish), take_back)
