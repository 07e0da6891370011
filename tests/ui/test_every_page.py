"""What holds on every page and in every dialog: names for all that can be reached, and Tab that comes round."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.qt

PAGES = ["plan", "write", "record", "review", "publish", "results", "people", "settings", "no_library", "welcome"]


def nameless(root: Any) -> list[str]:
    """Visible widgets below ``root`` that can have the focus but have no accessible name."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget

    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        if isinstance(widget, QScrollArea) or isinstance(widget.parent(), QAbstractScrollArea):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not (widget.accessibleName() or (interface and interface.text(QAccessible.Text.Name))):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def focused() -> Any:
    """What has the focus, or None."""
    from PySide6.QtWidgets import QApplication

    return QApplication.focusWidget()


def calm(window: Any, wait_until: Callable[..., None]) -> None:
    """Wait until nothing is on its way."""
    wait_until(lambda: window.jobs.busy == 0, 20)


@pytest.mark.parametrize("page", PAGES)
def test_whatever_can_be_reached_has_a_name(opened: Any, wait_until: Callable[..., None], page: str) -> None:
    opened.window.go(page)
    calm(opened.window, wait_until)
    assert nameless(opened.window) == []
    opened.window.go("settings")
    calm(opened.window, wait_until)


@pytest.mark.parametrize("page", PAGES)
def test_tab_comes_round_and_reaches_the_filled_button(opened: Any, wait_until: Callable[..., None], page: str) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    window = opened.window
    window.activateWindow()
    window.go(page)
    calm(window, wait_until)
    reached: list[Any] = []
    for _ in range(60):
        QTest.keyClick(focused() or window, Qt.Key.Key_Tab)
        here = focused()
        if here is None or here in reached[:1]:
            break
        reached.append(here)
    filled = window.current.bar.filled
    assert reached, "Tab reaches something"
    assert filled is None or not filled.isEnabled() or filled in reached
    window.go("settings")
    calm(window, wait_until)


@pytest.mark.parametrize(("page", "button"), [("plan", "Eigene Idee"), ("people", "Person eintragen")])
def test_dialogs_name_everything_and_keep_the_focus_inside(
    opened: Any, wait_until: Callable[..., None], page: str, button: str
) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QAbstractButton

    from skriptstudio.ui.widgets.dialog import open_dialog

    window = opened.window
    window.activateWindow()
    window.go(page)
    calm(window, wait_until)
    asked = [b for b in window.findChildren(QAbstractButton) if b.isVisible() and b.accessibleName() == button]
    asked[0].click()
    wait_until(lambda: open_dialog(window) is not None)
    dialog = open_dialog(window)
    assert dialog is not None
    assert nameless(dialog) == []
    for _ in range(20):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert dialog.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    wait_until(lambda: open_dialog(window) is None)
