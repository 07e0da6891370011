"""The very first picture already wears the right colours, and loads nothing heavy."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from skriptstudio.store.settings import default_settings_file

pytestmark = pytest.mark.qt

LOADED = "import sys, skriptstudio.ui.app; print(' '.join(sorted(sys.modules)))"


def test_its_colours_are_those_of_the_look() -> None:
    from skriptstudio.ui import first_colors, tokens

    for first, whole in ((first_colors.LIGHT, tokens.LIGHT), (first_colors.DARK, tokens.DARK)):
        assert first == (whole.canvas, whole.rail, whole.surface)


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
