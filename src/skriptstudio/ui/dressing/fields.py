"""Fields for moments and shares, each with a way to say "where the picture stands"."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from skriptstudio.domain.errors import BadTime
from skriptstudio.domain.timecode import on_frame, parse_seconds
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.ui.dressing.spans import begun_at, ended_at
from skriptstudio.ui.dressing.words import seconds_text
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.fields import Field, LineField
from skriptstudio.ui.widgets.slider import Slider
from skriptstudio.ui.widgets.text import Text


@dataclass(frozen=True)
class ClipTime:
    """What fields for moments need to know of the clip.

    Attributes:
        speaker: says things, and writes figures.
        here: the moment that is shown, in seconds.
        spoken: length without the end card, in seconds: nothing can be laid over that.
    """

    speaker: Speaker
    here: Callable[[], Fraction]
    spoken: Callable[[], Fraction]


class Moment(QWidget):
    """A moment in seconds, with a button that takes the one shown.

    Attributes:
        changed: somebody wrote another moment; ``value`` holds it.
    """

    changed = Signal()

    def __init__(self, label: str, time: ClipTime, take_here: str = "") -> None:
        """``take_here`` names the button; without it there is none."""
        super().__init__()
        self._speaker = time.speaker
        self._value = Fraction(0)
        self.field = LineField(name=label)
        button = Button(take_here, "quiet", small=True) if take_here else None
        if button is not None:
            button.clicked.connect(lambda: self._take(time.here()))
        self.box = Field(label, self.field, beside=button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.field.editingFinished.connect(self._written)

    @property
    def value(self) -> Fraction:
        """Seconds, on a frame."""
        return self._value

    def show_value(self, seconds: Fraction) -> None:
        """Show a moment without telling anybody."""
        self._value = on_frame(seconds)
        self.box.set_error("")
        self.field.setText(self._text)

    @property
    def _text(self) -> str:
        return seconds_text(self._value, self._speaker)

    def _written(self) -> None:
        if self.field.text() == self._text:
            self.box.set_error("")
            return
        try:
            seconds = parse_seconds(self.field.text())
        except BadTime:
            example = self._speaker.figure("3.5")
            self.box.set_error(self._speaker.say("Seconds, for example {example}.", example=example))
            return
        self._take(seconds)

    def _take(self, seconds: Fraction) -> None:
        self.show_value(seconds)
        self.changed.emit()


class Span(QWidget):
    """From when to when something is seen, in seconds of the clip; never over the end card.

    Attributes:
        changed: ``start`` or ``end`` is another one; ``end`` always lies behind ``start``.
    """

    changed = Signal()

    def __init__(self, time: ClipTime) -> None:
        super().__init__()
        say = time.speaker.say
        self._time = time
        self._shown = Fraction(0), Fraction(0)
        self._from = Moment(say("From second"), time, say("From here"))
        self._to = Moment(say("To second"), time, say("Up to here"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self._from, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._to, 1, Qt.AlignmentFlag.AlignTop)
        self._from.changed.connect(lambda: self._tell(begun_at(self._shown, self._from.value, time.spoken())))
        self._to.changed.connect(lambda: self._tell(ended_at(self._shown, self._to.value, time.spoken())))

    @property
    def start(self) -> Fraction:
        return self._shown[0]

    @property
    def end(self) -> Fraction:
        return self._shown[1]

    def show_value(self, start: Fraction, end: Fraction) -> None:
        """Show a stretch without telling anybody."""
        self._shown = start, end
        self._from.show_value(start)
        self._to.show_value(end)

    def _tell(self, span: tuple[Fraction, Fraction]) -> None:
        self.show_value(*span)
        self.changed.emit()


class Share(QWidget):
    """A share from 0 to 1, as a slider in percent.

    Attributes:
        changed: somebody moved it.
    """

    changed = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self.slider = Slider(label, 0, 100)
        self.slider.setSingleStep(1)
        self.slider.setTracking(True)
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.slider.setMinimumWidth(scaled(_LEAST_SLIDER_PX))
        self._shown = Text("", "small", "ink_soft")
        head = QHBoxLayout()
        head.addWidget(Text(label, "small"))
        head.addStretch(1)
        head.addWidget(self._shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.slider)
        self.slider.valueChanged.connect(self._moved)

    @property
    def value(self) -> Fraction:
        return Fraction(self.slider.value(), 100)

    def show_value(self, share: Fraction) -> None:
        """Show a share without telling anybody."""
        self.slider.blockSignals(True)
        self.slider.setValue(round(share * 100))
        self.slider.blockSignals(False)
        self._tell()

    def _moved(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        self._shown.setText(f"{self.slider.value()} %")
        self.slider.update()


_LEAST_SLIDER_PX = 100


def hint(words: str) -> QLabel:
    """A sentence below a form."""
    return Text(words, "small", "ink_soft")
