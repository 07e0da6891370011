"""The very first picture already wears the right colours, and loads nothing heavy."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from skriptstudio.store.settings import default_settings_file

pytestmark = pytest.mark.qt

LOADED = "import sys, skriptstudio.ui.app; print(' '.join(sorted(sys.modules)))"


def test_its_colours_are_those_of_the_look() -> None:
    from skriptstudio.ui import first_colors, tokens

    for first, whole in ((first_colors.LIGHT, tokens.LIGHT), (first_colors.DARK, tokens.DARK)):
        assert first == (whole.canvas, whole.rail, whole.surface)


@pytest.mark.parametrize(
    ("room", "size"),
    [
        pytest.param((1366, 728), (1366, 688), id="1366x768 with its task bar"),
        pytest.param((1280, 680), (1280, 640), id="1920x1080 at 150 %"),
        pytest.param((683, 364), (683, 324), id="1366x768 at 200 %"),
        pytest.param((3840, 2120), (1366, 688), id="4k"),
    ],
)
def test_the_window_is_never_larger_than_the_screen(room: tuple[int, int], size: tuple[int, int]) -> None:
    from skriptstudio.ui.app import first_size

    assert first_size(*room) == size


def test_in_a_small_frame_the_pages_scroll_and_in_a_large_one_they_fill_it(program: Any) -> None:
    from PySide6.QtWidgets import QScrollArea

    from skriptstudio.ui.app import SMALLEST, Frame
    from skriptstudio.ui.first_colors import LIGHT

    frame = Frame(LIGHT)
    frame.fill(program)
    frame.open()
    for size in ((1000, 560), (683, 324)):
        frame.resize(*size)
        shown = program.window.size()
        assert (shown.width(), shown.height()) == (max(size[0], SMALLEST[0]), max(size[1], SMALLEST[1]))
    bars = frame.findChild(QScrollArea)
    assert bars is not None
    assert bars.horizontalScrollBar().maximum() > 0
    assert bars.verticalScrollBar().maximum() > 0
    program.window.setParent(None)
    frame.deleteLater()


def test_qt_speaks_the_language_of_the_program(program: Any) -> None:
    from PySide6.QtWidgets import QLineEdit

    field = QLineEdit(program.window)

    def first_entry() -> str:
        menu = field.createStandardContextMenu()
        text: str = menu.actions()[0].text()
        menu.deleteLater()
        return text

    assert "Rückgängig" in first_entry()
    program.session.use_language("en")
    assert "Undo" in first_entry()


def test_it_knows_where_the_settings_lie() -> None:
    from skriptstudio.ui.app import _settings_file

    assert _settings_file() == default_settings_file()


def test_nothing_heavy_is_loaded_before_it() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], check=True, capture_output=True, text=True, env=os.environ)
    loaded = set(done.stdout.split())
    heavy = {
        "av",
        "cv2",
        "numpy",
        "moviepy",
        "docx",
        "cattrs",
        "PIL",
        "skriptstudio.assembly",
        "skriptstudio.domain.ports",
    }
    assert not loaded & heavy


def test_a_damaged_settings_file_does_not_stop_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtWidgets import QApplication

    from skriptstudio.ui import app

    broken = tmp_path / "settings.json"
    broken.write_text("[1, 2", encoding="utf-8")
    monkeypatch.setattr(app, "_settings_file", lambda: broken)
    running = QApplication.instance() or QApplication([])
    assert isinstance(running, QApplication)
    assert app.first_colors(running).canvas.startswith("#")


def test_without_a_screen_there_is_a_sentence() -> None:
    blind = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, "-m", "skriptstudio"], env=blind, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 4
    assert done.stderr.strip() == "Hier gibt es keinen Bildschirm für das Fenster. Alle Befehle: skriptstudio --help"
