"""List, form and preview beside each other: what lies over the picture, and how that looks."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from skriptstudio.domain.clip import ClipPicture
from skriptstudio.domain.cut import Cut
from skriptstudio.domain.dressing import Box, NameLine
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.legible import SmallText
from skriptstudio.domain.production import Production
from skriptstudio.domain.timecode import from_frames
from skriptstudio.messages.errors import sentence
from skriptstudio.ui.dressing.add_bar import AddBar
from skriptstudio.ui.dressing.drawing import Drawing
from skriptstudio.ui.dressing.fields import ClipTime
from skriptstudio.ui.dressing.form_stack import FormStack
from skriptstudio.ui.dressing.items import (
    Item,
    Kind,
    items,
    new_box,
    new_insert,
    seen_near,
    shown_at,
    with_box,
    with_card,
    with_insert,
    with_name,
    with_title,
    with_view,
)
from skriptstudio.ui.dressing.picture_forms import place_of
from skriptstudio.ui.dressing.preview import Place
from skriptstudio.ui.dressing.remarks import remark_on
from skriptstudio.ui.dressing.shapes import takes_seen_in_part
from skriptstudio.ui.dressing.spans import new_span
from skriptstudio.ui.dressing.speaking import speaker_at, speaker_names
from skriptstudio.ui.dressing.stage import Stage
from skriptstudio.ui.dressing.words import box_text, row_of, take_text
from skriptstudio.ui.jobs import Jobs
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.job_strip import JobStrip
from skriptstudio.ui.widgets.rows import RowList


class DressingEditor(QWidget):
    """Changes a copy; nothing is stored here.

    Attributes:
        cut: as it is now.
        logo: file of a logo that isn't stored yet; an empty path for "no logo", None for the stored one.
        logo_wanted: somebody wants to choose a logo.
        material_wanted: somebody wants to fetch a film or photo.
        drawing: draws the preview.
    """

    logo_wanted = Signal()
    material_wanted = Signal()

    def __init__(self, session: Session, jobs: Jobs, production: Production, room_px: int) -> None:
        """``room_px`` is the height that the window leaves."""
        super().__init__()
        self.say = session.say
        self._session = session
        self.production = production
        self.cut = production.effective_cut()
        self.logo: Path | None = None
        self._item = Item("title")
        self._wide: frozenset[str] = frozenset()
        self._small: tuple[SmallText, ...] = ()
        self.drawing = Drawing(jobs, self._wish, self)
        self._frames = max(1, self.cut.frames)
        self.stage = Stage(session.speaker, room_px, self._frames + self.cut.card_frames)
        self.preview, self.time, self.here = self.stage.preview, self.stage.time, self.stage.here
        self.rows = RowList(self.say("Over the picture"))
        self._make_forms()
        self._lay_out()
        self._listen()
        self._fill()
        self.rows.choose(self._item.key)
        jobs.start(lambda _control: takes_seen_in_part(session.house, production), self._know_shapes)

    # --- parts

    def _make_forms(self) -> None:
        time = ClipTime(self._session.speaker, self.here, lambda: self._spoken)
        forms = self.forms = FormStack(time)
        forms.name.offer(speaker_names(self.cut, self.production.takes, self._session.staff))
        forms.title.changed.connect(lambda title: self._put(with_title(self.cut, title)))
        forms.logo.changed.connect(self._logo_asked)
        forms.card.changed.connect(self._card_written)
        forms.name.changed.connect(lambda line: self._put(with_name(self.cut, self._item.number, line)))
        forms.insert.changed.connect(lambda one: self._put(with_insert(self.cut, self._item.number, one)))
        forms.insert.fetch.clicked.connect(self.material_wanted)
        forms.box.changed.connect(lambda box: self._put(with_box(self.cut, self._item.number, box)))
        forms.view.changed.connect(lambda seen: self._put(with_view(self.cut, self._item.number, *seen)))

    def _lay_out(self) -> None:
        adding = AddBar(self.say)
        self.add_name, self.add_insert, self.add_box = adding.name, adding.insert, adding.box
        self.remove = Button(self.say("Remove"), "quiet", "trash", small=True)
        self.fetching = JobStrip(self.say("The film is being fetched."), self.say("Cancel"))
        self.fetching.hide()
        middle = QVBoxLayout()
        middle.setSpacing(SPACE.xs)
        middle.addWidget(self.rows, 1)
        middle.addWidget(adding)
        middle.addWidget(self.fetching)
        right = QVBoxLayout()
        right.setSpacing(SPACE.s)
        right.addWidget(self.forms, 1)
        right.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.gap)
        row.addLayout(middle, 4)
        row.addLayout(right, 5)
        row.insertWidget(0, self.stage)  # seen first, but Tab begins with the list

    def _listen(self) -> None:
        for button, action in (
            (self.add_name, self._new_name),
            (self.add_insert, self._new_insert),
            (self.add_box, self._new_box),
            (self.remove, self._remove),
        ):
            button.clicked.connect(lambda _=False, action=action: action())
        self.rows.row_chosen.connect(self._chosen)
        self.stage.moved.connect(self._moved)
        self.preview.box_moved.connect(self._box_drawn)
        self.preview.box_missed.connect(self._go_there)
        self.drawing.made.connect(self._drawn)
        self.drawing.failed.connect(self._not_drawn)

    # --- what is shown

    def _fill(self) -> None:
        logo = "" if self.logo is None else self.logo.name
        takes = [(take, take_text(take, self.production, self.say)) for take in self.production.takes]
        self.forms.insert.show_takes(takes)
        found = items(self.cut, self._wide)
        speaker = self._session.speaker
        self.rows.set_rows([row_of(item, self._told_cut(), self.production, logo, speaker) for item in found])

    def _told_cut(self) -> Cut:
        """The cut without the stored logo where it is to go."""
        gone = self.logo is not None and self.logo == Path()
        return replace(self.cut, dressing=replace(self.cut.dressing, logo="")) if gone else self.cut

    def _chosen(self, key: str) -> None:
        kind, _, number = key.partition(":")
        found = next((item for item in items(self.cut, self._wide) if item.key == f"{kind}:{number}"), None)
        if found is None:
            return
        self._item = found
        self._show_form()
        self.stage.go(shown_at(self.cut, found, self.here()))
        self.drawing.soon()

    def _show_form(self) -> None:
        item = self._item
        self.forms.show_item(item, self.cut)
        self.remove.setVisible(item.kind in ("name", "insert", "box"))
        self._show_box()
        self._show_remark()

    def _show_box(self) -> None:
        box = self.cut.dressing.boxes[self._item.number] if self._item.kind == "box" else None
        if box is None or not box.start <= self.here() < box.end:
            self.preview.show_box(None)
            return
        self.preview.show_box(place_of(box), box_text(box, self.say))

    # --- what the user does

    def _put(self, cut: Cut) -> None:
        """Another cut: show the moment at which the changed item is seen."""
        self.cut = cut
        self._fill()
        self._go_there()
        self._show_box()
        self._show_remark()
        self.drawing.soon()

    def _go_there(self) -> None:
        self.stage.go(seen_near(self.cut, self._item, self.here()))

    def _add(self, cut: Cut, kind: Kind, number: int) -> None:
        self._item = Item(kind, number)
        self._put(cut)
        self.rows.choose(Item(kind, number).key)
        first = {"name": self.forms.name.name, "insert": self.forms.insert.take}.get(kind, self.preview)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_name(self) -> None:
        number = len(self.cut.dressing.names)
        name = speaker_at(self.cut, self.production.takes, self.here(), self._session.staff)
        line = NameLine(name, "", *new_span(self.here(), self._spoken))
        self._add(with_name(self.cut, number, line), "name", number)
        self.forms.name.name.selectAll()

    def _new_insert(self) -> None:
        self.add_insert_of(self.production.takes[-1].id)

    def add_insert_of(self, take_id: str) -> None:
        """Show another take over the voice, from the moment shown on."""
        number = len(self.cut.dressing.inserts)
        insert = new_insert(self.production.take(take_id), self.here(), self._spoken)
        self._add(with_insert(self.cut, number, insert), "insert", number)

    def use_material(self, production: Production, take_id: str) -> None:
        """Take over fetched material: the chosen insert shows it, or a new one."""
        self.production = production
        self._fill()
        if self._item.kind != "insert":
            self.add_insert_of(take_id)
            return
        old = self.cut.dressing.inserts[self._item.number]
        fresh = new_insert(production.take(take_id), old.start, self._spoken)
        self._put(with_insert(self.cut, self._item.number, fresh))
        self._show_form()

    def know_again(self, production: Production, _take_id: str) -> None:
        """More is known about a take than before; its picture is the same."""
        self.production = production
        self._fill()

    def _new_box(self) -> None:
        number = len(self.cut.dressing.boxes)
        self._add(with_box(self.cut, number, new_box(self._spoken)), "box", number)

    def _remove(self) -> None:
        item = self._item
        gone: dict[str, Callable[[Cut, int, None], Cut]] = {"name": with_name, "insert": with_insert, "box": with_box}
        self._item = Item("title")
        self._put(gone[item.kind](self.cut, item.number, None))
        self.rows.choose(self._item.key)
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _box_drawn(self, place: Place) -> None:
        old = self.cut.dressing.boxes[self._item.number]
        box = Box(*place, old.start, old.end)
        self.forms.box.show_thing(box)
        self._put(with_box(self.cut, self._item.number, box))

    def _card_written(self, text: str) -> None:
        """The clip is longer with a card; what is written is seen at once."""
        if text == self.cut.end_card:
            return
        self.cut = with_card(self.cut, text)
        self.stage.set_frames(self._frames + self.cut.card_frames)
        self._put(self.cut)

    def _logo_asked(self, wanted: bool) -> None:
        if wanted:
            self.logo_wanted.emit()
        else:
            self.use_logo(Path())

    def use_logo(self, path: Path) -> None:
        """Show this picture as logo, or none with an empty path."""
        self.logo = path
        self._put(self.cut)

    @property
    def _spoken(self) -> Fraction:
        """Length without the card: nothing can be laid over that."""
        return from_frames(self._frames)

    def _moved(self) -> None:
        self._show_box()
        self.drawing.soon()

    def _show_remark(self) -> None:
        self.forms.show_remark(remark_on(self._item, self.cut, self._small, self._session.speaker))

    def _know_shapes(self, wide: frozenset[str]) -> None:
        if isValid(self):
            self._wide = wide
            self._fill()

    # --- drawing

    def _wish(self) -> Callable[[JobControl], tuple[ClipPicture, tuple[SmallText, ...]]]:
        house, at, logo = self._session.house, self.here(), self.logo
        wanted, stored = replace(self.production, cut=self._told_cut()), self.production.captions
        cues = stored.cues if stored is not None else ()
        shown = logo if logo != Path() else None
        return lambda control: (
            house.dress.preview(wanted, at, cues, shown, control),
            house.dress.small_text(wanted),
        )

    def _drawn(self, found: tuple[ClipPicture, tuple[SmallText, ...]]) -> None:
        picture, self._small = found
        self.preview.show_picture(picture)
        self._show_remark()

    def _not_drawn(self, error: SkriptStudioError) -> None:
        self.stage.show_words(sentence(error, self._session.speaker, in_window=True).message)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self.forms.setMinimumWidth(scaled(_FORM_PX))


_FORM_PX = 300
