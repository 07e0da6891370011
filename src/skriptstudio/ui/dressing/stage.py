"""The picture of the clip, and the slider below it that chooses the moment."""

from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.timecode import from_frames, to_frames
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.ui.dressing.preview import Preview
from skriptstudio.ui.dressing.words import seconds_text
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.slider import Slider
from skriptstudio.ui.widgets.text import Text

_TALLEST_PX, _LEAST_PX, _BELOW_PX = 640, 240, 96


class Stage(QWidget):
    """Shows one moment of the clip.

    Attributes:
        moved: another moment is chosen.
        preview: its picture.
        time: the slider, in clip frames.
    """

    moved = Signal()

    def __init__(self, speaker: Speaker, room_px: int, frames: int) -> None:
        """``room_px`` is the height that the window leaves, ``frames`` the length of the clip."""
        super().__init__()
        self._speaker = speaker
        self.preview = Preview(speaker.say("Picture of the clip"))
        self.preview.set_height(max(_LEAST_PX, min(_TALLEST_PX, room_px - _BELOW_PX)))
        self.time = Slider(speaker.say("Moment of the clip"), 0, frames - 1)
        self.time.setSingleStep(1)
        self.time.setPageStep(15)
        self.time.setTracking(True)
        self.time.setFixedWidth(self.preview.width())
        self._clock = Text("", "small", "ink_soft", align=Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(self.preview)
        column.addWidget(self.time)
        column.addWidget(self._clock)
        column.addStretch(1)
        self.preview.raise_()  # the last of its parent's children: Tab comes to the slider first
        self.time.valueChanged.connect(self._tell)
        self._tell()

    def here(self) -> Fraction:
        """The moment that is shown, in seconds of the clip."""
        return from_frames(self.time.value())

    def go(self, seconds: Fraction) -> None:
        """Show that moment."""
        self.time.setValue(to_frames(seconds))

    def set_frames(self, frames: int) -> None:
        """The clip has another length."""
        self.time.setRange(0, frames - 1)
        self._tell()

    def show_words(self, words: str) -> None:
        """Say something in the place of the moment, until another one is chosen."""
        self._clock.setText(words)

    def _tell(self) -> None:
        at, whole = (seconds_text(one, self._speaker) for one in (self.here(), from_frames(self.time.maximum() + 1)))
        words = self._speaker.say("{at} of {whole} s", at=at, whole=whole)
        self._clock.setText(words)
        self.time.setAccessibleDescription(words)
        self.moved.emit()
