"""The row below the picture: play, clock, speed, loop, captions, safe zone."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.pages.review.play_time import clock_text
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button, IconButton
from skriptstudio.ui.widgets.text import Text

ALL_ZONES = "all"
"""What every platform leaves free."""

SPEEDS = (0.5, 1.0, 1.5, 2.0)
"""Times the speed of life; voices keep their pitch."""


class Transport(QWidget):
    """Buttons only; the clip view connects them.

    Attributes:
        play, speed, loop, captions, zone: the buttons; ``loop`` and ``captions`` are toggles, ``speed`` and ``zone``
            have menus.
        zones: the menu of ``zone``.
        speed_chosen: one of ``SPEEDS``, from the menu.
        zone_chosen: key of a platform, ``ALL_ZONES``, or empty for none.
    """

    speed_chosen = Signal(float)
    zone_chosen = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say = say
        self.play = IconButton("play-fill", say("Play"), key=say("Space"))
        self._clock = Text(role="small", tabular=True)
        self._clock.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Preferred)
        self.speed = Button("", "quiet", small=True)
        menu = QMenu(self.speed)
        for rate in SPEEDS:
            menu.addAction(self._rate_text(rate)).triggered.connect(lambda _=False, rate=rate: self._choose(rate))
        self.speed.clicked.connect(lambda: _above(self.speed, menu))
        self.loop = IconButton("repeat", say("Loop"), key="W")
        self.captions = IconButton("closed-captioning", say("Captions in the picture"), key="C")
        self.zone = IconButton("selection-background", say("Safe zone"), key="S")
        self.zones = QMenu(self.zone)
        self.zone.clicked.connect(self.ask_zone)
        for toggle in (self.loop, self.captions, self.zone):
            toggle.setCheckable(True)
        self.show_zones((), "")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.xs, 0, SPACE.xs, 0)
        row.setSpacing(SPACE.xs)
        row.addWidget(self.play)
        row.addWidget(self._clock, 1)
        for button in (self.speed, self.loop, self.captions, self.zone):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_speed(1.0)
        self.show_time(Fraction(0), Fraction(0))

    def show_speed(self, rate: float) -> None:
        """Say how fast it plays."""
        self.speed.setText(self._rate_text(rate))
        name = self.say("Speed: {rate}", rate=self._rate_text(rate))
        self.speed.setAccessibleName(name)
        self.speed.setToolTip(f"{name} (H, D)")
        self.speed.setAccessibleDescription("H, D")

    def show_zones(self, platforms: Sequence[tuple[str, str]], shown: str) -> None:
        """Offer the platforms, as (key, name); ``shown`` is the one whose zone lies over the picture."""
        self._shown_zone = shown
        self.zones.clear()
        for key, name in ((ALL_ZONES, self.say("All platforms")), *platforms, ("", self.say("No safe zone"))):
            action = self.zones.addAction(name)
            action.setCheckable(True)
            action.setChecked(key == shown)
            action.triggered.connect(lambda _=False, key=key: self.zone_chosen.emit(key))
        self.zone.setChecked(bool(shown))

    def ask_zone(self) -> None:
        """S: open the menu of the platforms."""
        self.zone.setChecked(bool(self._shown_zone))
        _above(self.zone, self.zones)

    def _choose(self, rate: float) -> None:
        self.speed_chosen.emit(rate)

    def _rate_text(self, rate: float) -> str:
        texts = {0.5: self.say("0.5×"), 1.0: self.say("1×"), 1.5: self.say("1.5×"), 2.0: self.say("2×")}
        return texts[rate]

    def show_playing(self, playing: bool) -> None:
        """Offer what can be done now."""
        self.play.set_icon("pause-fill" if playing else "play-fill")
        name = self.say("Pause") if playing else self.say("Play")
        self.play.setAccessibleName(name)
        self.play.setToolTip(f"{name} ({self.say('Space')})")

    def show_time(self, at: Fraction, whole: Fraction) -> None:
        """Show the clock."""
        self._clock.show_text(f"/ {clock_text(whole)}", clock_text(at))
        needed = self._clock.paragraph.natural_width() + 2
        if needed > self._clock.minimumWidth() or needed < self._clock.minimumWidth() - 12:
            self._clock.setMinimumWidth(needed)

    @property
    def clock(self) -> str:
        """What the clock says."""
        return self._clock.text()


def _above(button: QWidget, menu: QMenu) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
