"""The page Record, entered and ready, and takes made on it as a user makes them."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.ui.hands import TITLE, press

from skriptstudio.domain.production import Production


@pytest.fixture
def enter(opened: Any, wait_until: Callable[..., None]) -> Callable[..., Any]:
    """Goes to the page and waits until it is in a situation; the countdown is a short one."""

    def go(situation: str = "ready") -> Any:
        opened.window.activateWindow()
        opened.window.go("record")
        page = opened.window.current
        page.filming.count_ms = 15
        wait_until(lambda: page.situation == situation and opened.window.jobs.busy == 0)
        return page

    return go


@pytest.fixture
def page(enter: Callable[..., Any]) -> Any:
    return enter()


@pytest.fixture
def stored(house: Any) -> Callable[[], Production]:
    """The production as the library has it."""
    return lambda: house.desk.open(TITLE).record


@pytest.fixture
def rolling(page: Any, wait_until: Callable[..., None]) -> Callable[..., Any]:
    """Presses Space and waits until so many seconds are recorded; gives the stage."""

    def start(seconds: float = 0.3) -> Any:
        press("Space")
        wait_until(lambda: page.filming.stage is not None and page.filming.stage.rolling)
        told: list[float] = []
        page.filming.shoot.feed.told.connect(told.append)
        wait_until(lambda: told and told[-1] >= seconds)
        return page.filming.stage

    return start


@pytest.fixture
def stop(page: Any, wait_until: Callable[..., None]) -> Callable[[], None]:
    """Presses Space again and waits until the take is home."""

    def end() -> None:
        press("Space")
        wait_until(lambda: page.situation == "fresh" and page.jobs.busy == 0)

    return end


@pytest.fixture
def take(rolling: Callable[..., Any], stop: Callable[[], None]) -> Callable[[], None]:
    """Records a short take of what is chosen, by the keyboard."""

    def record() -> None:
        rolling()
        stop()

    return record
