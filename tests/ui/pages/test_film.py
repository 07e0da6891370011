"""The camera's picture as the window shows it: cut to shape, mirrored, and painted no more often than needed."""

from collections.abc import Callable
from typing import Any

import pytest

from skriptstudio.domain.ports.studio import Still

pytestmark = pytest.mark.qt

WIDE, TALL = 540, 960
LEFT, RIGHT = (10, 60, 220), (200, 120, 30)
"""Blue, green, red of the two halves."""


def halves() -> Still:
    row = bytes((*LEFT, 255)) * (WIDE // 2) + bytes((*RIGHT, 255)) * (WIDE // 2)
    return Still(WIDE, TALL, row * TALL)


@pytest.fixture
def film(app: Any) -> Any:
    from skriptstudio.ui.widgets.film import Film

    made = Film("Bild")
    made.resize(360, 640)
    made.show_still(halves())
    return made


def shown(film: Any) -> Any:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QImage

    image = QImage(film.size(), QImage.Format.Format_RGB32)
    film.render(image, QPoint())
    return image


def colour(image: Any, x: int, y: int) -> tuple[int, int, int]:
    point = image.pixelColor(x, y)
    return (point.blue(), point.green(), point.red())


def test_colours_stay_and_the_corners_are_round(film: Any) -> None:
    image = shown(film)
    assert colour(image, 90, 320) == LEFT
    assert colour(image, 270, 320) == RIGHT
    for x, y in ((0, 0), (359, 0), (0, 639), (359, 639)):
        assert colour(image, x, y) not in (LEFT, RIGHT)
    for x, y in ((20, 0), (0, 20), (5, 5)):
        assert colour(image, x, y) == LEFT


def test_mirrored_the_halves_change_places(film: Any) -> None:
    film.set_mirrored(True)
    image = shown(film)
    assert (colour(image, 90, 320), colour(image, 270, 320)) == (RIGHT, LEFT)


def test_another_shape_shows_the_middle_of_the_picture(film: Any) -> None:
    film.resize(90, 640)
    image = shown(film)
    assert (colour(image, 20, 320), colour(image, 70, 320)) == (LEFT, RIGHT)


def test_behind_the_countdown_it_is_darker(film: Any) -> None:
    film.dim(True)
    assert sum(colour(shown(film), 90, 320)) < sum(LEFT)


def test_pictures_of_a_hasty_camera_are_painted_with_the_text_and_not_beside_it(
    opened: Any, wait_until: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from skriptstudio.ui.pages.record.stage import Stage
    from skriptstudio.ui.pages.record.stage_text import Scene
    from skriptstudio.ui.widgets.film import Film

    stage = Stage(opened.window, opened.session)
    stage.open(Scene("Hook · Take 1", "hook", (), ()))
    wait_until(lambda: stage.isVisible())
    taken: list[Still] = []
    monkeypatch.setattr(Film, "prepare", lambda film, still: taken.append(still))
    stills = [halves() for _ in range(20)]
    for still in stills:
        stage.show_still(still)
    assert taken == []
    wait_until(lambda: bool(taken))
    assert len(taken) == 1
    assert taken[0] is stills[-1]
    stage.close_stage()
    stage.deleteLater()
