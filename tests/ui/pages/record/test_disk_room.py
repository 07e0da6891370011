"""How much longer can be recorded: shown on the page, a warning when it gets scarce, and no take without room."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.tiny_disk import MB, fill, tiny_disk
from tests.ui.hands import press

from skriptstudio.messages.catalogue import Speaker

pytestmark = pytest.mark.qt


@pytest.fixture
def spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Recordings go to a disk with room for about eight minutes."""
    with tiny_disk(tmp_path / "spool", megabytes=500) as folder:
        monkeypatch.setenv("SKRIPTSTUDIO_SPOOL", str(folder))
        yield folder


def test_scarce_room_is_said_beside_the_devices(spool: Path, enter: Callable[..., Any]) -> None:
    page = enter()
    shown = page.view.room.disk
    assert shown.isVisible()
    assert shown.text() == "Nur noch Platz für 8 Minuten"
    assert shown.paragraph.token == "hint"
    assert "sicher in der Bibliothek" in shown.toolTip()
    assert shown.accessibleDescription() == shown.toolTip()
    assert page.bar.filled.isEnabled()


def test_without_room_for_a_minute_no_take_begins_until_there_is_some_again(
    spool: Path, enter: Callable[..., Any], wait_until: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    film = fill(spool, leaving=50 * MB)
    page = enter()
    said: list[str] = []
    monkeypatch.setattr(page.place, "toast", lambda text, *more: said.append(text))
    assert page.view.room.disk.text() == "Kein Platz mehr für einen Take"
    assert "Auf diesem PC ist kein Platz mehr für einen Take. Leer den Papierkorb" in page.bar.state
    assert not page.bar.filled.isEnabled()
    press("Space")
    assert said == ["Kein Platz mehr für einen Take"]
    assert page.filming.stage is None
    film.unlink()
    page.disk.look()
    wait_until(lambda: page.bar.filled.isEnabled())
    assert "Hook ist dran." in page.bar.state


def test_a_disk_that_fills_after_the_last_look_is_noticed_before_the_take_begins(
    spool: Path, enter: Callable[..., Any], wait_until: Callable[..., None]
) -> None:
    page = enter()
    page.filming.count_ms = 2000
    fill(spool, leaving=50 * MB)
    press("Space")
    wait_until(lambda: page.place._dialog is not None)
    assert page.filming.stage is None
    assert page.place._dialog.accessibleName().startswith("Auf diesem PC ist für weniger als eine Minute Platz")
    press("Return")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (59, "Kein Platz mehr für einen Take"),
        (61, "Nur noch Platz für 1 Minute"),
        (599, "Nur noch Platz für 9 Minuten"),
        (600, "Platz für 10 Minuten"),
        (43 * 60 + 59, "Platz für 43 Minuten"),
        (120 * 60, "Platz für 2 Stunden"),
    ],
)
def test_the_figure_is_one_that_people_can_plan_with(seconds: int, said: str) -> None:
    from skriptstudio.ui.pages.record.disk_watch import room_text

    assert room_text(Fraction(seconds), Speaker("de").say) == said
