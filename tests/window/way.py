"""The way itself: welcome, production, script, take, hand-in, another person, release, package."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QMenu, QWidget
from user import User

TITLE = "Mein Büro hat heute keine Wände"
HOOK = "Mein Büro hat heute keine Wände."
VALUE = "Du siehst, womit ich messe."
SCENE = "Dieses Ding misst auf zwei Millimeter genau."
CALL = "Komm eine Woche zum Praktikum."


def by_mouse(user: User, folder: Path) -> str:
    """Everything with the mouse; the keyboard only types text. Returns the clip's path."""
    user.click("Name")
    user.write("Mira Albrecht")
    user.shot("welcome")
    user.click("Loslegen")
    user.click("Eigene Idee")
    user.click("Titel")
    user.write(TITLE)
    user.click("Anfangen")
    user.see("Weiter zur Aufnahme")
    for section, text in (("Hook", HOOK), ("Nutzen", VALUE), ("Szene 1", SCENE), ("Aufruf", CALL)):
        user.click(section)
        user.write(text)
    user.shot("write")
    user.click("Weiter zur Aufnahme")
    user.click("Ganzes Skript")
    user.shot("record-ready")
    user.click("Aufnahme starten")
    user.await_true(lambda: _names_hold("Weiter zum Prüfen"), "the take is there", 60)
    user.shot("take")
    return ""


def by_keys(user: User, folder: Path) -> str:
    """Everything with the keyboard. Returns the clip's path."""
    return ""


def _names_hold(name: str) -> bool:
    return any(
        w.accessibleName() == name and w.isVisible() and w.isEnabled()
        for top in QApplication.topLevelWidgets()
        for w in top.findChildren(QWidget)
    )


def open_menu() -> QMenu | None:
    """The menu that is open, if one is."""
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


WAYS = {"mouse": by_mouse, "keys": by_keys}
