"""Takes that wait on this computer are offered at the start: take over, look first, throw away, or later."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.ui.hands import TITLE, focus_text, open_dialog, press

pytestmark = pytest.mark.qt

Start = Callable[[], Any]


@pytest.fixture
def spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "spool"
    monkeypatch.setenv("SKRIPTSTUDIO_SPOOL", str(folder))
    return folder


@pytest.fixture(scope="session")
def killed(tmp_path_factory: pytest.TempPathFactory, furnished: Path) -> Path:
    """A recording with the demo in a process of its own, which was killed on the way."""
    folder = tmp_path_factory.mktemp("killed")
    shutil.copytree(furnished, folder / "Bibliothek")
    own = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "CACHE", "DATA", "STATE")}
    places = {"SKRIPTSTUDIO_LIBRARY": str(folder / "Bibliothek"), "SKRIPTSTUDIO_SPOOL": str(folder / "spool")}
    order = ("record", TITLE, "--camera", "demo", "--microphone", "demo", "--section", "hook")
    process = subprocess.Popen(
        [sys.executable, "-m", "skriptstudio", *order, "--speaker", "Mira Albrecht", "--json"],
        env={**os.environ, **own, **places},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 30
    while not any(film.stat().st_size > 100_000 for film in folder.glob("spool/*/take.mp4")):
        assert time.monotonic() < until, "no recording began"
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    (found,) = folder.glob("spool/*")
    return found


@pytest.fixture
def interrupted(house: Any, spool: Path, killed: Path) -> Callable[[str], None]:
    """Leaves such a recording of a section on this computer, as one for this library."""

    def record(section: str) -> None:
        number = len(list(spool.glob("*")))
        shutil.copytree(killed, spool / f"{killed.name}-{number}")
        note = spool / f"{killed.name}-{number}" / "recording.json"
        known = json.loads(note.read_text(encoding="utf-8"))
        known["order"] |= {"library": str(house.library_path), "section": section, "take": f"t{number:08x}"}
        note.write_text(json.dumps(known), encoding="utf-8")

    return record


@pytest.fixture
def start(app: Any, house: Any, wait_until: Callable[..., None]) -> Iterator[Start]:
    """Starts the program as in the morning."""
    from PySide6.QtCore import QEvent

    from skriptstudio.ui.program import Program

    started: list[Any] = []

    def close() -> None:
        for program in started:
            program.window.close()
            program.window.deleteLater()
        started.clear()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        app.processEvents()

    def begin() -> Any:
        close()
        program = Program(app, str(house.library_path), language="de")
        started.append(program)
        program.window.show()
        program.window.activateWindow()
        wait_until(lambda: program.window.page == "plan" and program.window.jobs.busy == 0, 20)
        return program

    yield begin
    close()


def takes(house: Any) -> list[str]:
    return [take.section for take in house.desk.open(TITLE).record.takes]


def words(dialog: Any) -> str:
    from skriptstudio.ui.widgets.text import Text

    return " | ".join(one.text() for one in dialog.findChildren(Text))


def test_enter_takes_all_of_them_over(
    house: Any, interrupted: Callable[[str], None], start: Start, wait_until: Callable[..., None]
) -> None:
    interrupted("hook")
    interrupted("cta")
    program = start()
    dialog = open_dialog(program.window)
    assert dialog.accessibleName() == "2 Takes warten auf diesem PC."
    assert f"Hook · {TITLE}" in words(dialog)
    assert "heute, " in words(dialog)
    assert "Sekunden fehlen" in words(dialog)
    assert focus_text() == "Alle in die Produktion übernehmen"
    press("Return")
    wait_until(lambda: program.window.jobs.busy == 0)
    assert takes(house) == ["hook", "cta"]
    assert program.window._toasts.shown[-1].text == "2 Takes sind in ihren Produktionen."
    assert open_dialog(start().window) is None


def test_later_keeps_them_for_the_next_start(house: Any, interrupted: Callable[[str], None], start: Start) -> None:
    interrupted("hook")
    press_esc_in(start())
    assert takes(house) == []
    assert open_dialog(start().window).accessibleName() == "1 Take wartet auf diesem PC."


def press_esc_in(program: Any) -> None:
    press("Esc")
    assert open_dialog(program.window) is None


def test_one_is_looked_at_and_thrown_away_after_one_question(
    house: Any, interrupted: Callable[[str], None], start: Start, spool: Path, wait_until: Callable[..., None]
) -> None:
    interrupted("hook")
    interrupted("cta")
    program = start()
    dialog = open_dialog(program.window)
    first, second = dialog.content.takes
    row = dialog.content.row(first)
    row.play.setFocus()
    assert focus_text() == f"Hook · {TITLE} ansehen"
    press("Space")
    wait_until(lambda: dialog.content.player.playing)
    row.discard.setFocus()
    assert focus_text() == f"Hook · {TITLE} verwerfen"
    press("Space")
    assert open_dialog(program.window).accessibleName() == "Diesen Take verwerfen?"
    assert focus_text() == "Behalten"
    press("Return")
    assert dialog.content.takes == (first, second)
    row.discard.click()
    open_dialog(program.window).confirm()
    wait_until(lambda: program.window.jobs.busy == 0)
    assert dialog.content.takes == (second,)
    assert len(list(spool.glob("*/recording.json"))) == 1
    dialog.confirm()
    wait_until(lambda: program.window.jobs.busy == 0)
    assert takes(house) == ["cta"]


def test_where_the_library_is_away_they_wait(
    house: Any, interrupted: Callable[[str], None], start: Start, tmp_path: Path
) -> None:
    interrupted("hook")
    away = tmp_path / "weg"
    house.library_path.rename(away)
    from skriptstudio.assembly.house import House
    from skriptstudio.assembly.leftovers import waiting_takes

    assert waiting_takes(House(str(house.library_path), create=False)) == ()
    away.rename(house.library_path)
    assert len(open_dialog(start().window).content.takes) == 1


def test_who_works_already_is_told_in_a_toast(
    house: Any, interrupted: Callable[[str], None], start: Start, wait_until: Callable[..., None]
) -> None:
    program = start()
    interrupted("hook")
    program.window.go("people")
    program._recover()
    wait_until(lambda: program.window.jobs.busy == 0, 20)
    assert open_dialog(program.window) is None
    toast = program.window._toasts.shown[-1]
    assert toast.text == "1 Take wartet auf diesem PC."
    toast.action.click()
    assert open_dialog(program.window).accessibleName() == "1 Take wartet auf diesem PC."


@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
def test_the_dialog_fits_into_every_window(
    interrupted: Callable[[str], None], start: Start, size: tuple[int, int], app: Any, wait_until: Callable[..., None]
) -> None:
    for section in ("hook", "value", "cta"):
        interrupted(section)
    program = start()
    program.window.resize(*size)
    app.processEvents()
    dialog = open_dialog(program.window)
    player = dialog.content.player
    wait_until(lambda: player.film.has_picture)
    for button in (dialog.verb, dialog.cancel):
        assert dialog.sheet.rect().contains(button.mapTo(dialog.sheet, button.rect().bottomRight()))
        assert dialog.content.geometry().bottom() < button.mapTo(dialog.sheet, button.rect().topLeft()).y()
    assert dialog.content.rect().contains(player.toggle.mapTo(dialog.content, player.toggle.rect().bottomRight()))
