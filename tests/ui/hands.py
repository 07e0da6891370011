"""What a user's hands and eyes do: keys and clicks where they land, and what has the focus.

PySide6 is imported when it is needed: these modules are also read where it is missing.
"""

from typing import Any

TITLE = "Mein Büro hat heute keine Wände"
"""The production of the fixture ``house``."""


def press(key: str) -> None:
    """Press a key combination such as ``Ctrl+Return`` where the focus is."""
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest

    pressed = QKeySequence.fromString(key)[0]  # type: ignore[index]  # the stubs leave it out
    QTest.keyClick(focused(), pressed.key(), pressed.keyboardModifiers())


def type_text(text: str) -> None:
    """Type where the focus is; Qt's own way can't type umlauts."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    key = Qt.Key(ord(text)) if len(text) == 1 else Qt.Key.Key_unknown
    QApplication.sendEvent(focused(), QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))


def press_key(key: Any, modifiers: Any = None, text: str = "") -> None:
    """Press a key where the focus is, with all that Qt makes of it; umlauts only reach a field as text."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    target, held = focused(), modifiers or Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, held, text))


def type_letters(words: str) -> None:
    """Type letter by letter where the focus is; it may wander on the way."""
    from PySide6.QtCore import Qt

    for letter in words:
        press_key(Qt.Key.Key_unknown, text=letter)


def click(button: Any) -> None:
    """Click the left button of the mouse."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def focused() -> Any:
    """The widget that has the focus; there is one."""
    from PySide6.QtWidgets import QApplication

    found = QApplication.focusWidget()
    assert found is not None
    return found


def focus_text() -> str:
    """What a screen reader calls the widget that has the focus."""
    name: str = focused().accessibleName()
    return name


def open_dialog(window: Any) -> Any:
    """The dialog over a window, or None."""
    from skriptstudio.ui.widgets import dialog

    return dialog.open_dialog(window)


def dialog_of(program: Any) -> Any:
    """The dialog over the window of a program; there is one."""
    found = open_dialog(program.window)
    assert found is not None
    return found
