"""A film from outside on the page Review: told while it is made ready, then played as its stand-in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.ui.pages.review.at_the_desk import TITLE, settle

from skriptstudio.domain.errors import DecoderFell
from skriptstudio.media.apart import stand_ins

pytestmark = pytest.mark.qt


def test_it_is_told_until_its_small_version_is_there_and_then_that_is_played(
    house: Any, program: Any, film: Path, monkeypatch: pytest.MonkeyPatch, wait_until: Callable[..., None]
) -> None:
    monkeypatch.setattr(stand_ins, "MOST_PIXELS", 1)  # as if it were a long one
    take, original = house.record.import_take(TITLE, film, "whole", ("Mira Albrecht",))
    window = program.window
    said: list[str] = []
    window.open_production(TITLE, "review")
    wait_until(lambda: window.page == "review")
    view = window.current.view
    real = view.parts.screen.show_message

    def heard(message: str) -> None:
        said.append(message)
        real(message)

    monkeypatch.setattr(view.parts.screen, "show_message", heard)
    wait_until(lambda: view.player.loaded and bool(said) and not said[-1])
    settle(window, wait_until)
    assert said[0].startswith("Der Film von außen wird zum Ansehen vorbereitet: ")
    small = house.films.gate.film(take)
    assert {deck.path for deck in view.player._decks if deck.path} == {small}
    assert small != original
    assert view.loading.strips[take.id]
    assert not view.parts.screen.accessibleDescription()


def test_a_film_that_brings_its_helper_down_is_a_sentence_in_its_place(
    house: Any, program: Any, film: Path, monkeypatch: pytest.MonkeyPatch, wait_until: Callable[..., None]
) -> None:
    house.record.import_take(TITLE, film, "whole", ("Mira Albrecht",))
    house.films.gate.clear()

    def falls(*_: object) -> Path:
        raise DecoderFell(path="film.mp4")

    monkeypatch.setattr(type(house.films), "make_stand_in", falls)
    program.window.open_production(TITLE, "review")
    wait_until(lambda: program.window.page == "review")
    screen = program.window.current.view.parts.screen
    wait_until(lambda: "film.mp4 lässt sich nicht lesen" in screen.accessibleDescription())
    settle(program.window, wait_until)
