"""The page Write, entered on the script of the library, what is stored of it, and when it is."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.ui.hands import TITLE

from skriptstudio.domain.production import Production


@pytest.fixture
def page(opened: Any, wait_until: Callable[..., None]) -> Any:
    opened.window.activateWindow()
    opened.window.go("write")
    wait_until(lambda: opened.window.page == "write" and opened.window.jobs.busy == 0)
    return opened.window.current


@pytest.fixture
def stored(house: Any) -> Callable[[], Production]:
    return lambda: house.desk.open(TITLE).record


@pytest.fixture
def quiet(page: Any, wait_until: Callable[..., None]) -> Callable[[], None]:
    """Waits until everything typed is saved."""

    def wait() -> None:
        wait_until(lambda: page.jobs.busy == 0 and page.draft is not None and not page.draft.dirty)

    return wait
