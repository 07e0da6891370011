"""The clip that the tests of the page Review work on, and what a reviewer's hands do with it."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from skriptstudio.domain.captions import Cue

TITLE = "Mein Büro hat heute keine Wände"
CUES = (
    Cue(Fraction(0), Fraction(2), ("Mein Büro hat", "heute keine Wände.")),
    Cue(Fraction(2), Fraction(3), ("Du siehst, womit ich messe.",)),
)


def settle(window: Any, wait_until: Callable[..., None]) -> None:
    """Wait for all jobs, and for what they set off."""
    wait_until(lambda: window.jobs.busy == 0)
    for _ in range(3):
        wait_until(lambda: True)
    wait_until(lambda: window.jobs.busy == 0)


def press(window: Any, key: str, text: str = "") -> None:
    """Press a key where the focus is; shortcuts hear it as from a real keyboard."""
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest

    combination = QKeySequence.fromString(key)[0]  # type: ignore[index]  # the stubs don't know it
    QTest.keyClick(window.focusWidget() or window, combination.key(), combination.keyboardModifiers())


def write(widget: Any, text: str) -> None:
    """Type text with umlauts, as a keyboard sends it."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    for letter in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(widget, event)


def toasts(window: Any) -> str:
    """What the toasts say that stand there."""
    from skriptstudio.ui.widgets.toast import Toast

    return " ".join(toast.text for toast in window.findChildren(Toast) if toast.isVisible())
