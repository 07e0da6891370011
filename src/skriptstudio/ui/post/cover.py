"""Choosing the picture that stands for a clip."""

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.clip import ClipPicture
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.post import cover_moment
from skriptstudio.domain.production import Production
from skriptstudio.domain.timecode import from_frames, to_frames
from skriptstudio.ui.dressing.drawing import Drawing
from skriptstudio.ui.dressing.preview import Preview
from skriptstudio.ui.dressing.words import seconds_text
from skriptstudio.ui.page import Place
from skriptstudio.ui.post.words import cover_hint, cover_text
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.chips import Link
from skriptstudio.ui.widgets.slider import Slider
from skriptstudio.ui.widgets.text import Text

Draw = Callable[[JobControl], ClipPicture | None]

_TALLEST_PX, _LEAST_PX, _SECOND_FRAMES = 480, 180, 30


class CoverPicture(QWidget):
    """The clip's picture at the moment of its cover, drawn when it is looked at."""

    def __init__(self, place: Place, tall_px: int) -> None:
        super().__init__()
        self._place = place
        self._wanted: object = None
        self._production: Production | None = None
        self.preview = Preview(place.session.say("Cover"))
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.preview.set_height(tall_px)
        self.drawing = Drawing(place.jobs, self._wish, self)
        self.drawing.made.connect(self._made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.preview)

    def show_cover(self, production: Production) -> None:
        """Show the cover of this state of a clip; drawn anew only where it looks different."""
        wanted = (production.id, production.post.cover, production.cut, production.takes, production.captions)
        self._production = production
        if wanted != self._wanted and self.isVisible():
            self._wanted = wanted
            self.drawing.soon()

    def _wish(self) -> Draw:
        production = self._production
        if production is None or not production.takes:
            return lambda _control: None
        at = cover_moment(production.post.cover, production.effective_cut().clip_seconds)
        return _draw(self._place, production, at)

    def _made(self, picture: ClipPicture | None) -> None:
        if picture is not None:
            self.preview.show_picture(picture)


class CoverRow(QWidget):
    """Where in the clip the cover lies, and the way to another one.

    Attributes:
        wanted: another picture is to be chosen.
        link: the way there.
    """

    wanted = Signal()

    def __init__(self, place: Place, upright: bool = False) -> None:
        """``upright`` puts the way below the moment."""
        super().__init__()
        say = self._say = place.session.say
        self._where = Text("", "small", "ink_soft", tabular=True)
        self.link = Link(say("Change"))
        self.link.setAccessibleName(say("Choose the cover"))
        self.link.clicked.connect(self.wanted)
        direction = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(direction, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._where, 1)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)

    def show_cover(self, production: Production) -> None:
        """Say which moment it is."""
        at = production.post.cover
        if production.takes:
            at = cover_moment(at, production.effective_cut().clip_seconds)
        self._where.setText(cover_text(at, self._say))

    def set_locked(self, locked: bool) -> None:
        """Only show."""
        self.link.setEnabled(not locked)


class CoverPicker(QWidget):
    """The clip's picture with a slider below it; arrows go by frames, Page up and down by seconds.

    Attributes:
        slider: the moment, in frames.
        drawing: draws the picture.
    """

    def __init__(self, place: Place, production: Production, room_px: int) -> None:
        """``room_px`` is the height that the window leaves."""
        super().__init__()
        say = self._say = place.session.say
        self._place, self._production = place, production
        cut = production.effective_cut()
        self.preview = Preview(say("Cover"))
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.preview.set_height(max(_LEAST_PX, min(_TALLEST_PX, room_px)))
        last = max(1, to_frames(cut.clip_seconds) - 1)
        self.slider = Slider(say("Moment of the cover"), 0, last)
        self.slider.setSingleStep(1)
        self.slider.setPageStep(_SECOND_FRAMES)
        self.slider.setTracking(True)
        self.slider.setFixedWidth(self.preview.width())
        self._clock = Text("", "small", "ink_soft", tabular=True)
        self._hint = Text("", "small", "hint", align=Qt.AlignmentFlag.AlignHCenter)
        keys = Text(say("Arrow keys: a picture on. Page keys: a second."), "small", "ink_soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        for widget in (self.preview, self.slider, self._clock):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._hint)
        column.addWidget(keys, 0, Qt.AlignmentFlag.AlignHCenter)
        self.drawing = Drawing(place.jobs, self._wish, self)
        self.drawing.made.connect(self._made)
        self.slider.valueChanged.connect(self._moved)
        self.slider.setValue(to_frames(cover_moment(production.post.cover, cut.clip_seconds)))
        self._moved()

    @property
    def at(self) -> Fraction:
        """The chosen moment of the clip, in seconds."""
        return from_frames(self.slider.value())

    def _moved(self) -> None:
        told = seconds_text(self.at, self._place.session.speaker)
        self._clock.setText(self._say("{at} s", at=told))
        self.slider.setAccessibleDescription(self._say("{at} s", at=told))
        hint = cover_hint(self._production, self.at, self._say)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.drawing.soon()

    def _wish(self) -> Draw:
        return _draw(self._place, self._production, self.at)

    def _made(self, picture: ClipPicture | None) -> None:
        if picture is not None:
            self.preview.show_picture(picture)


def _draw(place: Place, production: Production, at: Fraction) -> Draw:
    """The work that draws the clip's picture at ``at``, with all that lies over it."""
    house = place.session.house
    cues = production.captions.cues if production.captions is not None else ()
    return lambda control: house.dress.preview(production, at, cues, None, control)
