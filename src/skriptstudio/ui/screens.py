"""The screens beside the one that the window stands on."""

from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_PX_PER_CM = 37.8
"""Where a screen says nothing believable about its size: 96 dots an inch."""

_BELIEVABLE = (4.0, 200.0)
_CM_PER_CAP, _CAP_SHARE = 130, 0.70


@dataclass(frozen=True)
class OtherScreen:
    """A screen that the window doesn't stand on.

    Attributes:
        key: tells it from others, also after a new start of the computer.
        name: as its maker or the system calls it.
        screen: Qt's own.
    """

    key: str
    name: str
    screen: QScreen


def other_screens(window: QWidget) -> list[OtherScreen]:
    """All screens but the one that ``window`` stands on, in the system's order."""
    here = window.window().screen()
    return [_described(screen) for screen in QGuiApplication.screens() if screen is not here]


def find_screen(key: str, window: QWidget) -> QScreen | None:
    """The screen of this key, or None if it is gone or carries the window itself."""
    return next((one.screen for one in other_screens(window) if one.key == key), None)


def reading_px(cm: int, screen: QScreen | None) -> int:
    """Font size in px that is read from so far away: capitals of a 130th of the distance (looks.md 2.2)."""
    px_per_cm = screen.physicalDotsPerInch() / 2.54 if screen is not None else _PX_PER_CM
    if not _BELIEVABLE[0] <= px_per_cm <= _BELIEVABLE[1]:
        px_per_cm = _PX_PER_CM
    return round(cm / _CM_PER_CAP / _CAP_SHARE * px_per_cm)


def _described(screen: QScreen) -> OtherScreen:
    made_by = " ".join(part for part in (screen.manufacturer(), screen.model(), screen.serialNumber()) if part)
    # Windows calls screens \\\\.\\DISPLAY2 where it knows no better.
    name = screen.model() or screen.name().replace("\\", "").lstrip(".")
    return OtherScreen(made_by or screen.name(), name, screen)
