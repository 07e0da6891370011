"""The row below the picture: play, clock, speed, captions, safe zone."""

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from skriptstudio.ui.pages.review.play_time import clock_text
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button, IconButton
from skriptstudio.ui.widgets.text import Text

Say = Callable[..., str]
QUICK = 1.5


class Transport(QWidget):
    """Buttons only; the clip view connects them.

    Attributes:
        play, quick, captions, zone: the buttons; all but ``play`` are toggles.
    """

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say = say
        self.play = IconButton("play-fill", say("Play"), key=say("Space"))
        self._clock = Text(role="small", tabular=True)
        self._clock.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Preferred)
        self.quick = Button(say("1.5×"), "quiet", small=True, name=say("One and a half times as fast"))
        self.captions = IconButton("closed-captioning", say("Captions in the picture"), key="C")
        self.zone = IconButton("selection-background", say("Safe zone"))
        for toggle in (self.quick, self.captions, self.zone):
            toggle.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.xs, 0, SPACE.xs, 0)
        row.setSpacing(SPACE.xs)
        row.addWidget(self.play)
        row.addWidget(self._clock, 1)
        for button in (self.quick, self.captions, self.zone):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_time(Fraction(0), Fraction(0))

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
