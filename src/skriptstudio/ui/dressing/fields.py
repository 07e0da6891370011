"""Fields for moments and shares, each with a way to say "where the picture stands"."""

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from skriptstudio.domain.errors import BadTime
from skriptstudio.domain.timecode import FRAME, on_frame, parse_seconds
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.dressing.words import seconds_text
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.fields import Field, LineField
from skriptstudio.ui.widgets.slider import Slider
from skriptstudio.ui.widgets.text import Text


class Moment(QWidget):
    """A moment in seconds, with a button that takes the one shown.

    Attributes:
        changed: somebody wrote another moment; ``value`` holds it.
    """

    changed = Signal()

    def __init__(self, label: str, say: Say, here: Callable[[], Fraction] | None = None) -> None:
        super().__init__()
        self._say = say
        self._value = Fraction(0)
        self.field = LineField(name=label)
        self.box = Field(label, self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xs)
        row.addWidget(self.box, 1)
        if here is not None:
            button = Button(say("Here"), "quiet", small=True, name=say("{label}: here", label=label))
            button.clicked.connect(lambda: self._take(here()))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.field.editingFinished.connect(self._written)

    @property
    def value(self) -> Fraction:
        """Seconds, on a frame."""
        return self._value

    def show_value(self, seconds: Fraction) -> None:
        """Show a moment without telling anybody."""
        self._value = on_frame(seconds)
        self.box.set_error("")
        self.field.setText(seconds_text(self._value))

    def _written(self) -> None:
        if self.field.text() == seconds_text(self._value):
            return
        try:
            seconds = parse_seconds(self.field.text())
        except BadTime:
            self.box.set_error(self._say("Seconds, for example 3,5."))
            return
        self._take(seconds)

    def _take(self, seconds: Fraction) -> None:
        self.show_value(seconds)
        self.changed.emit()


class Span(QWidget):
    """From when to when something is seen, in seconds of the clip.

    Attributes:
        changed: ``start`` or ``end`` is another one; ``end`` always lies behind ``start``.
    """

    changed = Signal()

    def __init__(self, say: Say, here: Callable[[], Fraction]) -> None:
        super().__init__()
        self._from = Moment(say("From second"), say, here)
        self._to = Moment(say("To second"), say, here)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self._from)
        row.addWidget(self._to)
        self._from.changed.connect(self._moved)
        self._to.changed.connect(self._ended)

    @property
    def start(self) -> Fraction:
        return self._from.value

    @property
    def end(self) -> Fraction:
        return self._to.value

    def show_value(self, start: Fraction, end: Fraction) -> None:
        """Show a stretch without telling anybody."""
        self._from.show_value(start)
        self._to.show_value(end)

    def _moved(self) -> None:
        self._to.show_value(max(self.end, self.start + FRAME))
        self.changed.emit()

    def _ended(self) -> None:
        self._from.show_value(max(Fraction(0), min(self.start, self.end - FRAME)))
        self._to.show_value(max(self.end, FRAME))
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


def hint(words: str) -> QLabel:
    """A sentence below a form."""
    return Text(words, "small", "ink_soft")
