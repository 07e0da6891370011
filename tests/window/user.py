"""A user at a real window: sees names, moves the mouse, presses keys, all through the X server.

Runs beside the program in a thread of the same process. It asks the window's own
thread only where something stands; every click and key goes through xdotool.
"""

import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMenu, QWidget

from skriptstudio.ui.widgets.step_rail import StepRail

Result = TypeVar("Result")


class _Bridge(QObject):
    """Runs small questions in the window's thread."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(lambda question: question(), Qt.ConnectionType.QueuedConnection)


class User:
    """Hands and eyes of one person.

    Args:
        log: file that gets a line for every step.
        pictures: folder for screenshots.
    """

    def __init__(self, log: Path, pictures: Path) -> None:
        self._bridge = _Bridge()
        self._log = log
        self._pictures = pictures
        self._begun = time.monotonic()
        self._number = 0
        # A real German keyboard: xdotool would have to remap a key for every umlaut.
        subprocess.run(["setxkbmap", "-layout", "de"], check=True, timeout=10)

    # --- eyes

    def see(self, name: str, seconds: float = 20, enabled: bool = True) -> tuple[int, int]:
        """Wait for a visible widget of that accessible name; its middle on the screen in px."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found = self.ask(lambda: _place_of(name, enabled))
            if found is not None:
                return found
            time.sleep(0.1)
        self.shot("waited-in-vain")
        raise AssertionError(f"never saw {name!r}; saw {self.ask(_names)}")

    def await_true(self, condition: Callable[[], object], what: str, seconds: float = 60) -> None:
        """Wait until something holds, asked in the window's thread."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self.ask(condition):
                return
            time.sleep(0.1)
        self.shot("waited-in-vain")
        raise AssertionError(f"waited in vain: {what}")

    def focused(self) -> str:
        """Accessible name of what has the focus."""
        return str(self.ask(_focused_name))

    def shot(self, name: str) -> None:
        """A picture of the whole screen."""
        self._number += 1
        target = self._pictures / f"{self._number:02}-{name}.png"
        subprocess.run(["import", "-window", "root", str(target)], check=True, timeout=30)
        self._say(f"picture {target.name}")

    # --- hands

    def click(self, name: str, seconds: float = 20) -> None:
        """Move the mouse to a widget and press."""
        x, y = self.see(name, seconds)
        self._say(f"click {name}")
        _xdotool("mousemove", "--sync", str(x), str(y), "click", "1")
        time.sleep(0.25)

    def click_row(self, name: str, row: int, from_right: int = 0) -> None:
        """Press into a row of the list of that name: in its middle, or so many px from its right edge."""
        until = time.monotonic() + 20
        while (found := self.ask(lambda: _row_of(name, row, from_right))) is None:
            assert time.monotonic() < until, f"no row {row} in {name!r}"
            time.sleep(0.1)
        self._say(f"click row {row} of {name}")
        _xdotool("mousemove", "--sync", str(found[0]), str(found[1]), "click", "1")
        time.sleep(0.25)

    def choose(self, text: str) -> None:
        """Pick an entry of the open menu with the mouse."""
        until = time.monotonic() + 20
        while (found := self.ask(lambda: _menu_entry(text))) is None:
            assert time.monotonic() < until, f"no entry {text!r} in a menu"
            time.sleep(0.1)
        self._say(f"choose {text}")
        _xdotool("mousemove", "--sync", str(found[0]), str(found[1]), "click", "1")
        time.sleep(0.25)

    def row_count(self, name: str) -> int:
        """How many rows the list of that name has; 0 where there is none."""
        return int(self.ask(lambda: rows(name)))

    def write(self, text: str) -> None:
        """Type text where the focus is."""
        self._say(f"type {text}")
        _xdotool("type", "--delay", "12", text)
        time.sleep(0.2)

    def press(self, keys: str) -> None:
        """Press a key or a chord such as ``ctrl+Return``."""
        self._say(f"press {keys}")
        _xdotool("key", "--delay", "30", keys)
        time.sleep(0.25)

    def tab_to(self, name: str, most: int = 60, key: str = "Tab") -> None:
        """Press Tab until the focus stands on the widget of that name."""
        self.see(name)
        for _ in range(most):
            if self.focused() == name:
                return
            _xdotool("key", key)
            time.sleep(0.08)
        self.shot("never-focused")
        raise AssertionError(f"Tab never came to {name!r}; stands on {self.focused()!r}")

    def go_to_rail(self, name: str) -> None:
        """F6 until the focus is in the rail, then the arrow keys to an entry."""
        for _ in range(4):
            self.press("F6")
            if self.ask(_in_rail):
                break
        for _ in range(12):
            if self.focused() == name:
                return
            self.press("Down")
        raise AssertionError(f"the rail has no {name!r}")

    def arrow_to_entry(self, text: str) -> None:
        """Down until the open menu stands on an entry that begins so."""
        for _ in range(12):
            self.press("Down")
            if str(self.ask(_active_entry)).startswith(text):
                return
        raise AssertionError(f"the menu has no {text!r}")

    def push(self, name: str) -> None:
        """Reach a button with Tab and press it."""
        self.tab_to(name)
        self._say(f"push {name}")
        _xdotool("key", "space")
        time.sleep(0.25)

    # --- bridge

    def ask(self, question: Callable[[], Result]) -> Result:
        answer: list[Any] = []
        done = threading.Event()

        def run() -> None:
            answer.append(question())
            done.set()

        self._bridge.asked.emit(run)
        assert done.wait(30), "the window doesn't answer"
        return answer[0]  # type: ignore[no-any-return]

    def _say(self, text: str) -> None:
        with self._log.open("a", encoding="utf-8") as log:
            log.write(f"{time.monotonic() - self._begun:7.1f} s  {text}\n")


def _xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True, timeout=60)


def _visible() -> list[QWidget]:
    return [
        widget
        for top in QApplication.topLevelWidgets()
        if top.isVisible()
        for widget in [top, *top.findChildren(QWidget)]
        if widget.isVisible()
    ]


def _names() -> list[str]:
    return sorted({name for widget in _visible() if (name := _name(widget))})


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def _place_of(name: str, enabled: bool) -> tuple[int, int] | None:
    for widget in reversed(_visible()):
        if _name(widget) == name and (widget.isEnabled() or not enabled):
            middle = widget.mapToGlobal(QPoint(widget.width() // 2, widget.height() // 2))
            return middle.x(), middle.y()
    return None


def _list_of(name: str) -> QAbstractItemView | None:
    return next((w for w in reversed(_visible()) if isinstance(w, QAbstractItemView) and _name(w) == name), None)


def rows(name: str) -> int:
    """Rows of the list of that name, 0 where there is none; only in the window's thread."""
    view = _list_of(name)
    return view.model().rowCount() if view is not None and view.model() is not None else 0


def _row_of(name: str, row: int, from_right: int) -> tuple[int, int] | None:
    view = _list_of(name)
    if view is None or rows(name) <= row:
        return None
    view.scrollTo(view.model().index(row, 0))
    box = view.visualRect(view.model().index(row, 0))
    x = box.right() - from_right if from_right else box.center().x()
    place = view.viewport().mapToGlobal(QPoint(x, box.center().y()))
    return place.x(), place.y()


def _menu_entry(text: str) -> tuple[int, int] | None:
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return None
    for action in menu.actions():
        if action.text().startswith(text):
            place = menu.mapToGlobal(menu.actionGeometry(action).center())
            return place.x(), place.y()
    return None


def _active_entry() -> str:
    menu = QApplication.activePopupWidget()
    action = menu.activeAction() if isinstance(menu, QMenu) else None
    return action.text() if action is not None else ""


def _in_rail() -> bool:
    widget = QApplication.focusWidget()
    return widget is not None and any(rail.isAncestorOf(widget) for rail in _visible() if isinstance(rail, StepRail))


def _focused_name() -> str:
    widget = QApplication.focusWidget()
    return _name(widget) if widget is not None else ""
