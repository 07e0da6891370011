"""Forms of pictures over the voice, of boxes and of parts: each shows a thing, and tells what it became."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from skriptstudio.domain.cut import Segment
from skriptstudio.domain.dressing import Box, Insert
from skriptstudio.domain.take import Take
from skriptstudio.domain.timecode import FRAME, on_frame
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.dressing.fields import ClipTime, Moment, Share, Span, hint
from skriptstudio.ui.dressing.forms import Form
from skriptstudio.ui.dressing.preview import Place, inside
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.fields import Choice, Field
from skriptstudio.ui.widgets.ticks import Check


class InsertForm(Form):
    """Another take's picture over the voice.

    Attributes:
        fetch: fetches a film or a photo as material.
        people: asks who can be recognised in the film that is shown.
        licence: asks what may be done with that film.
    """

    def __init__(self, time: ClipTime) -> None:
        super().__init__()
        say = time.speaker.say
        self._takes: dict[str, Take] = {}
        self._insert: Insert | None = None
        self.take = Choice(say("Picture of"))
        self.fetch = Button(say("Fetch a film or photo"), "quiet", "folder-open", small=True)
        self.people = Button(say("Who can be recognised?"), "quiet", "users", small=True)
        self.licence = Button(say("Music and licence"), "quiet", "shield-check", small=True)
        self.source = Moment(say("Begins in the film at second"), time)
        self.span = Span(time)
        self.take.activated.connect(self._another)
        self.source.changed.connect(self._tell)
        self.span.changed.connect(self._tell)
        self.column.addWidget(Field(say("Picture of"), self.take))
        self.column.addWidget(self.fetch, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.people, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.licence, 0, Qt.AlignmentFlag.AlignLeft)
        self.fill(self.source, self.span)

    def show_takes(self, takes: Sequence[tuple[Take, str]]) -> None:
        """Offer these takes with their names."""
        self._takes = {take.id: take for take, _ in takes}
        self.take.set_items([(take.id, text) for take, text in takes])

    def show_thing(self, insert: Insert) -> None:
        """Show an insert."""
        self._insert = insert
        self.take.choose(insert.take)
        self.source.show_value(insert.source)
        take = self._takes.get(insert.take)
        self.source.setVisible(take is None or not take.is_photo)
        self.span.show_value(insert.start, insert.end)

    def _another(self) -> None:
        self.source.show_value(Fraction(0))
        self._tell()

    def _tell(self) -> None:
        """Never beyond the end of the film."""
        take = self._takes.get(self.take.key)
        if take is None or self._insert is None:
            return
        last = on_frame(take.seconds)
        source = max(Fraction(0), min(self.source.value, last - FRAME))
        end = min(self.span.end, self.span.start + last - source)
        self.show_thing(replace(self._insert, take=take.id, source=source, start=self.span.start, end=end))
        self.changed.emit(self._insert)


class BoxForm(Form):
    """A place that nobody shall recognise."""

    def __init__(self, time: ClipTime) -> None:
        super().__init__()
        say = time.speaker.say
        self.shares = [Share(label) for label in _place_labels(say)]
        self.span = Span(time)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.m)
        grid.setVerticalSpacing(SPACE.xs)
        for number, share in enumerate(self.shares):
            share.changed.connect(self._tell)
            grid.addWidget(share, number // 2, number % 2)
        self.span.changed.connect(self._tell)
        self.column.addLayout(grid)
        self.fill(self.span, hint(say("Draw it on the picture with the mouse, or move it there with the arrow keys.")))

    def show_thing(self, box: Box) -> None:
        """Show a box."""
        for share, value in zip(self.shares, place_of(box), strict=True):
            share.show_value(value)
        self.span.show_value(box.start, box.end)

    def _tell(self) -> None:
        left, top, width, height = (share.value for share in self.shares)
        self.changed.emit(Box(*inside((left, top, width, height)), self.span.start, self.span.end))


def _place_labels(say: Say) -> tuple[str, str, str, str]:
    return say("Left"), say("Top"), say("Width"), say("Height")


def place_of(box: Box) -> Place:
    """Where a box lies."""
    return box.left, box.top, box.width, box.height


class ViewForm(Form):
    """Which part of a wide picture is seen; ``changed`` tells a pair: place, and whether all of it is seen."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.across = Share(say("Place of the part: left to right"))
        self.whole = Check(say("Show the whole picture on a blurred ground"))
        self.across.changed.connect(self._tell)
        self.whole.toggled.connect(self._tell)
        self.fill(
            self.across, self.whole, hint(say("For films that are wider than the clip. Upright ones stay as they are."))
        )
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_thing(self, segment: Segment) -> None:
        """Show a segment's part."""
        self.across.show_value(segment.across)
        self.whole.blockSignals(True)
        self.whole.setChecked(segment.all_of_it)
        self.whole.blockSignals(False)

    def _tell(self) -> None:
        self.changed.emit((self.across.value, self.whole.isChecked()))
