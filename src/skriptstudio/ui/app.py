"""Opens the window: first an empty house in the right colours, then everything heavy.

This module imports next to nothing, so that something stands on screen at once
(``benchmarks/start.py`` measures it). The rest is imported beside the first
picture, in a thread, and moves in when it is ready.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from skriptstudio.ui.first_colors import DARK, LIGHT, FirstColors

if TYPE_CHECKING:
    from skriptstudio.ui.program import Program

FIRST_SIZE = (1366, 688)
SMALLEST = (900, 460)
"""What the pages need; in a smaller frame they scroll."""
LEAST_FRAME = (480, 300)
TITLE_BAR_PX = 40
"""Room that is left for the title bar of the system."""
RAIL_WIDTH, BAR_HEIGHT = 200, 64
NO_SCREEN_STATUS = 4


def open_window(arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    asked = _asked(arguments)
    if not _has_screen():
        return _say_no_screen(asked.get("lang") or "de")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("SkriptStudio")
    app.setApplicationDisplayName("SkriptStudio")
    frame = Frame(first_colors(app))
    opening = Opening(app, frame, asked)
    frame.painted.connect(opening.begin, Qt.ConnectionType.SingleShotConnection)
    frame.open()
    return app.exec()


def _has_screen() -> bool:
    """Qt ends the whole process where it finds no screen, so we look first."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in named)


def _say_no_screen(language: str) -> int:
    from skriptstudio.messages.catalogue import Speaker

    say = Speaker(language).say
    print(say("There is no screen for the window here. All commands: skriptstudio --help"), file=sys.stderr)  # noqa: T201
    return NO_SCREEN_STATUS


def _asked(arguments: Sequence[str]) -> dict[str, str]:
    """Production, library and language of the call; argparse is loaded only where there is something to read."""
    if not arguments:
        return {}
    import argparse

    parser = argparse.ArgumentParser(prog="skriptstudio open")
    parser.add_argument("production", nargs="?", default="")
    parser.add_argument("--library", default="")
    parser.add_argument("--lang", choices=("de", "en"), default="")
    return dict(vars(parser.parse_args(arguments)))


class Frame(QWidget):
    """The top-level window; empty at first, then it holds the real one.

    Attributes:
        painted: the first picture is on its way to the screen.
    """

    painted = Signal()

    def __init__(self, colors: FirstColors) -> None:
        super().__init__()
        self._colors = colors
        self._program: Program | None = None
        self.setWindowTitle("SkriptStudio")
        self.setMinimumSize(*LEAST_FRAME)
        self._room = self.screen().availableGeometry()
        wide, tall = first_size(self._room.width(), self._room.height())
        self.resize(wide, tall)
        beside, above = self._room.width() - wide, self._room.height() - TITLE_BAR_PX - tall
        self.move(self._room.left() + beside // 2, self._room.top() + max(0, above // 2))

    def open(self) -> None:
        """Show it, over the whole screen where that is smaller than the window would like to be."""
        if (self.width(), self.height()) == FIRST_SIZE:
            self.show()
        else:
            self.showMaximized()

    def fill(self, program: Program) -> None:
        """Let the real window move in."""
        self._program = program
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(_Ground(program.window))
        column.addWidget(scroll)
        program.window.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        if self._program is not None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colors.canvas))
        painter.fillRect(0, 0, RAIL_WIDTH, self.height(), QColor(self._colors.rail))
        bar = self.rect().adjusted(RAIL_WIDTH, self.height() - BAR_HEIGHT, 0, 0)
        painter.fillRect(bar, QColor(self._colors.surface))
        QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        if self._program is not None:
            self._program.close()
        super().closeEvent(event)


class _Ground(QWidget):
    """Gives the pages all the room of the frame, and at least what they need, however tall they would like to be."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        window.setParent(self)
        self.setMinimumSize(*SMALLEST)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        self._window.resize(event.size())


class Opening(QObject):
    """Imports the program beside the first picture and then lets it in."""

    _imported = Signal()

    def __init__(self, app: QApplication, frame: Frame, asked: dict[str, str]) -> None:
        super().__init__()
        self._app = app
        self._frame = frame
        self._asked = asked
        self._thread = Thread(target=self._import, name="opening")
        self._imported.connect(self._move_in)

    def begin(self) -> None:
        """Start to import."""
        self._thread.start()

    def _import(self) -> None:
        import skriptstudio.ui.program  # noqa: F401 - loaded here, used in the window's thread

        self._imported.emit()

    def _move_in(self) -> None:
        from PySide6.QtGui import QIcon

        from skriptstudio.domain.assets import asset
        from skriptstudio.ui.program import Program

        self._thread.join()
        self._app.setWindowIcon(QIcon(str(asset("logo.svg"))))
        asked = self._asked
        program = Program(
            self._app, asked.get("library") or None, asked.get("production", ""), asked.get("lang") or None
        )
        self._frame.fill(program)


def first_size(room_width: int, room_height: int) -> tuple[int, int]:
    """Width and height of the window at first, within so many logical pixels of screen.

    A screen of 1920x1080 at 150 % has 1280x720 of them, one of 1366x768 at 200 % has 683x384.
    """
    wide, tall = FIRST_SIZE
    least_wide, least_tall = LEAST_FRAME
    return max(least_wide, min(wide, room_width)), max(least_tall, min(tall, room_height - TITLE_BAR_PX))


def first_colors(app: QApplication) -> FirstColors:
    """Light or dark as the settings say, read without the program's own code."""
    scheme = "system"
    try:
        raw = json.loads(_settings_file().read_bytes())
        scheme = str(raw.get("scheme", scheme))
    except (OSError, ValueError, AttributeError):
        pass
    if scheme == "system":
        return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if scheme == "dark" else LIGHT


def _settings_file() -> Path:
    """Where ``store/settings.py`` keeps them, without importing it; a test holds both together."""
    from platformdirs import user_config_path

    return user_config_path("SkriptStudio", appauthor=False) / "settings.json"
