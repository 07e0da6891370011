"""The first run: who works here, at what, and where the videos lie."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.people import Hat, Person
from skriptstudio.messages.errors import sentence
from skriptstudio.ui.library_choice import FolderPicker, is_on_network, pick_folder, suggested_folder
from skriptstudio.ui.page import Page, Place
from skriptstudio.ui.pages.welcome.choices import FolderRow, HatCard
from skriptstudio.ui.pages.welcome.picture import ClipPicture
from skriptstudio.ui.theme import font, is_style_change, scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.fields import Field, LineField
from skriptstudio.ui.widgets.marks import paint_mark
from skriptstudio.ui.widgets.text import Text

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House

_FORM_WIDE = 560
_PICTURE_FROM = 1100
_BRAND_FROM = 560
_LONGEST_NAME = 80


class WelcomePage(Page):
    """Three short answers, then the library is there.

    Attributes:
        name: who works here.
        hats: what that person mostly does, by hat.
        folder: where the library lies or shall lie.
        pick: asks for another folder.
    """

    key = "welcome"
    needs_production = False

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.pick: FolderPicker = pick_folder
        self.folder = suggested_folder()
        self._by_hand = False
        self._building = False
        say = self.say
        self._brand = _Brand("SkriptStudio")
        self.name = LineField()
        self.name.setMaxLength(_LONGEST_NAME)
        self.name_field = Field(say("Name"), self.name)
        self.hats = {
            Hat.TEAM: HatCard(say("Make videos"), say("Trainees, training, departments")),
            Hat.PRESS: HatCard(say("Check and release videos"), say("Press office, stand-in")),
        }
        self.hats[Hat.TEAM].setChecked(True)
        self.folder_row = FolderRow(say("Other folder"))
        below = say("A shared drive will do, too. No server is needed.")
        self.folder_field = Field(say("Where shall the videos lie?"), self.folder_row, below)
        self.start = Button(say("Get started"), "primary", trailing="arrow-right")
        self.example = Button(say("See the example"), icon="play")
        self._build()
        self._connect()

    def _build(self) -> None:
        say = self.say
        lines = (say("My office has"), say("no walls today."))
        chips = ((say("Hook 2.5 s"), "hook"), (say("Benefit 4.3 s"), "value"))
        self._picture = ClipPicture(
            lines, chips, say("Drawn picture: a clip on a phone, with the text beside the lens")
        )
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._form())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self._area)
        row.addWidget(self._picture)
        row.addStretch(1)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, SPACE.s, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._brand)
        column.addLayout(row, 1)
        self.bar.show_state("", say("Just looking? In the example everything is there already."))
        self.bar.set_buttons(self.example, self.start)
        order = (self.name, *self.hats.values(), self.folder_row.other, self.start, self.example)
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)
        self._dress()

    def _form(self) -> QWidget:
        form = QWidget()
        form.setObjectName("clear")
        # A path is one long word: let it break instead of widening the form.
        form.setMinimumWidth(1)
        column = QVBoxLayout(form)
        column.setContentsMargins(SPACE.xs, 0, SPACE.card, SPACE.xs)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._greeting())
        column.addWidget(self.name_field)
        column.addWidget(self._hat_choice())
        column.addWidget(self.folder_field)
        column.addStretch(1)
        self._column = column
        return form

    def _greeting(self) -> QWidget:
        words = self.say("Three short answers, then it starts. Everything stays in the house.")
        return _group(SPACE.xs, Text(self.say("Hello!"), "hello"), Text(words, "script", "ink_soft"))

    def _hat_choice(self) -> QWidget:
        cards = QWidget()
        row = QHBoxLayout(cards)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for card in self.hats.values():
            row.addWidget(card)
        return _group(SPACE.s, Text(self.say("What is mostly on?"), "label"), cards)

    def _connect(self) -> None:
        self.name.returnPressed.connect(self.begin)
        self.name.textEdited.connect(lambda: self.name_field.set_error(""))
        self.folder_row.asked.connect(self.choose_folder)
        self.start.clicked.connect(self.begin)
        self.example.clicked.connect(self.begin_example)

    # --- the page

    def entered(self) -> None:
        self._show_folder()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def help_text(self) -> str:
        return self.say(
            "Name and task can be changed later. The folder may lie on this computer or on a shared drive; "
            "a library that is there already is simply opened."
        )

    # --- the folder

    def choose_folder(self) -> None:
        """Ask for another folder."""
        chosen = self.pick(self, self.say("Where shall the videos lie?"), self.folder.parent)
        if chosen is not None:
            self.folder, self._by_hand = chosen, True
            self._show_folder()

    def _show_folder(self) -> None:
        folder = self.folder
        self._show_folder_error("")
        self.folder_row.show_folder(folder, "")
        self.jobs.start(lambda control: (folder, is_on_network(folder)), self._show_place)

    def _show_place(self, found: tuple[Path, bool]) -> None:
        folder, on_network = found
        if folder == self.folder:
            side = self.say("on a shared drive") if on_network else self.say("on this PC")
            self.folder_row.show_folder(folder, side)

    def _show_folder_error(self, text: str) -> None:
        self.folder_field.set_error(text)
        self.folder_row.set_wrong(bool(text))

    # --- beginning

    @property
    def hat(self) -> Hat:
        """What is mostly on."""
        return next(hat for hat, card in self.hats.items() if card.isChecked())

    def begin(self) -> None:
        """Make or open the library and enter the person."""
        from skriptstudio.ui.pages.welcome.begin import begin_library

        name, folder, hat, with_parents = " ".join(self.name.text().split()), self.folder, self.hat, not self._by_hand
        if not name:
            self.name_field.set_error(self.say("A name is missing. It will stand beside everything you do."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._set_building(True)
        self.jobs.start(lambda control: begin_library(folder, name, hat, with_parents), self._begun, self._not_begun)

    def _begun(self, made: tuple[House, Person]) -> None:
        self._use(*made, library=str(self.folder))

    def _not_begun(self, error: SkriptStudioError) -> None:
        self._set_building(False)
        self._show_folder_error(str(sentence(error, self.session.speaker, in_window=True)))
        self._area.ensureWidgetVisible(self.folder_field)
        self.folder_row.other.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_example(self) -> None:
        """Open the example, made where it is missing; it isn't remembered as the library."""
        from skriptstudio.ui.pages.welcome.begin import begin_example

        folder = user_data_path("SkriptStudio", appauthor=False) / "Beispiel"
        self._set_building(True)
        self.jobs.start(lambda control: begin_example(folder), self._example_begun, self._example_failed)

    def _example_begun(self, made: tuple[House, Person]) -> None:
        self._use(*made)
        self.place.toast(self.say("This is the example. Your own library: Settings, Library."), "info")

    def _example_failed(self, error: SkriptStudioError) -> None:
        self._set_building(False)
        self.place.fail(error, self.begin_example)

    def _use(self, house: House, person: Person, **settings: str) -> None:
        self._set_building(False)
        trouble: SkriptStudioError | None = None
        try:
            self.session.change_settings(person=person.id, **settings)
        except SkriptStudioError as error:  # it holds for this run; the library is good
            trouble = error
        self.session.use_library(house)
        if trouble is not None:
            self.place.fail(trouble)

    def _set_building(self, building: bool) -> None:
        for button in (self.start, self.example):
            if building:
                button.refuse(self.say("The library is being opened."))
            else:
                button.allow()

    # --- room

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        roomy = self.height() >= _BRAND_FROM
        self._picture.setVisible(self.width() >= _PICTURE_FROM)
        self._brand.setVisible(roomy)
        self._column.setSpacing(SPACE.gap + 2 if roomy else SPACE.m)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event) and hasattr(self, "_area"):
            self._dress()

    def _dress(self) -> None:
        self._area.setFixedWidth(scaled(_FORM_WIDE) + SPACE.xs + SPACE.card)


def _group(spacing: int, *parts: QWidget) -> QWidget:
    """Parts that belong together, one above the other."""
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for part in parts:
        column.addWidget(part)
    return group


class _Brand(QLabel):
    """Mark and name of the program, as the rail shows them elsewhere."""

    def __init__(self, name: str) -> None:
        super().__init__(name)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(160), scaled(32))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QRectF(0, (self.height() - 25) / 2, 18, 25))
        painter.setFont(font("card"))
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect().adjusted(29, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
