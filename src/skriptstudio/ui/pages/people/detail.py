"""The right side: one person, the papers, and where the person appears."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.people import Consent, ConsentStatus, Person, Staff
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.people_words import scope_text
from skriptstudio.messages.words import channel_name
from skriptstudio.ui.dates import spoken
from skriptstudio.ui.pages.people.appearances import Appearance
from skriptstudio.ui.pages.people.away import away_text, can_be_replaced, deputies_text
from skriptstudio.ui.pages.people.parts import Avatar, Channels, Note
from skriptstudio.ui.pages.people.standing import Standing, lamp, lamp_sentence, lamp_word, role
from skriptstudio.ui.pages.people.touched import counted, touched_rows
from skriptstudio.ui.theme import grown, scaled
from skriptstudio.ui.tokens import HEIGHT, SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.chips import Link
from skriptstudio.ui.widgets.lamp import Lamp
from skriptstudio.ui.widgets.rows import RowList
from skriptstudio.ui.widgets.scroller import Scroller
from skriptstudio.ui.widgets.text import Text, divider

_LABELS = 150
_NARROW_LABELS = 120
_ENDLESS = 16777215


class Detail(Card):
    """Head, table, and either the note or the list of what a revocation touches.

    Attributes:
        revoke_pressed: somebody wants to take the consents back.
        erase_pressed: after a revocation: the takes shall go.
        form_pressed: somebody wants the form to sign.
        scan_pressed: file name of a scan to look at.
        stand_in_pressed: somebody is away, or gets other deputies.
        online_opened: a production and the channel on which it is online.
        place_opened: a production of the list and the page it should open on.
    """

    revoke_pressed = Signal()
    erase_pressed = Signal()
    form_pressed = Signal()
    scan_pressed = Signal(str)
    stand_in_pressed = Signal()
    online_opened = Signal(str, str)
    place_opened = Signal(str, str)

    def __init__(self, speaker: Speaker) -> None:
        super().__init__(padding=SPACE.gap, spacing=SPACE.m)
        self._speaker = speaker
        self.say = speaker.say
        self._compact = False
        self._open_list = False
        self._person: Person | None = None
        self._avatar = Avatar()
        self._name = Text("", "page")
        self._role = Text("", "small", "ink_soft")
        self._lamp = Lamp("open", "")
        self._table = QWidget()
        self._scroll: Scroller | None = None
        self._list_title = Text("", "label")
        self._list = RowList(self.say("Appears in"))
        self._note = Note(
            "hand-waving",
            self.say("Filming is voluntary. A no has no drawbacks, and a revocation is possible at any time."),
        )
        self.revoke = Button(self.say("Enter revocation"), "danger", "prohibit")
        self.erase = Button(self.say("Delete the takes"), "danger", "trash")
        self.stand_in = Button(self.say("Deputy"), "secondary", "calendar-x", name=self.say("Absence and deputies"))
        self.form = Button(self.say("Print the form"), "secondary", "printer", name=self.say("Print the form"))
        self._place()
        self.revoke.clicked.connect(self.revoke_pressed)
        self.erase.clicked.connect(self.erase_pressed)
        self.form.clicked.connect(self.form_pressed)
        self.stand_in.clicked.connect(self.stand_in_pressed)
        self._list.row_opened.connect(self._open_place)

    def _place(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._role)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._avatar)
        head.addLayout(words, 1)
        head.addWidget(self._lamp, 0, Qt.AlignmentFlag.AlignVCenter)
        self._middle = QVBoxLayout()
        foot = QHBoxLayout()
        foot.addWidget(self.form)
        foot.addWidget(self.stand_in)
        foot.addStretch(1)
        foot.addWidget(self.erase)
        foot.addWidget(self.revoke)
        self.column.addLayout(head)
        self.column.addWidget(divider())
        self._at_middle = self.column.count()
        self.column.addLayout(self._middle, 1)
        self.column.addWidget(self._list_title)
        self.column.addWidget(self._list, 1)
        self.column.addWidget(self._note)
        self.column.addLayout(foot)

    def set_compact(self, compact: bool) -> None:
        """Leave the note out and keep closer together."""
        self._compact = compact
        self.form.setText(self.say("Form") if compact else self.say("Print the form"))
        self.column.setSpacing(SPACE.s if compact else SPACE.m)
        edge = SPACE.m if compact else SPACE.gap
        self.column.setContentsMargins(SPACE.gap, edge, SPACE.gap, edge)
        self._note.setVisible(not compact and not self._open_list)

    def show_person(
        self,
        person: Person,
        found: Standing,
        appearances: Sequence[Appearance] | None,
        channels: Sequence[str],
        staff: Staff,
        today: date,
    ) -> None:
        """Show this person; ``appearances`` is None while they are being looked for."""
        if self._person is None or self._person.id != person.id:
            self._open_list = False
        revoked = found.status is ConsentStatus.REVOKED and bool(appearances)
        self._person = person
        self._beside_list: tuple[QWidget, ...] = ()
        self._avatar.show_name(person.name)
        self._name.setText(person.name)
        self._role.setText(role(person, self._speaker, today, grown_up=True))
        say_lamp = lamp_word if self._compact else lamp_sentence
        self._lamp.show_state(lamp(found), say_lamp(found, today, self._speaker))
        self.revoke.setVisible(found.holds)
        self.stand_in.setVisible(can_be_replaced(person) and not revoked)
        self.erase.setVisible(revoked and any(one.takes for one in appearances or ()))
        self._fill_list(appearances or (), revoked)
        self._fill_table(person, found, appearances, channels, revoked)
        self._add_stand_in(person, staff, today)
        self._show_list(self._open_list or revoked)

    # --- the table

    def _fill_table(
        self,
        person: Person,
        found: Standing,
        appearances: Sequence[Appearance] | None,
        channels: Sequence[str],
        revoked: bool,
    ) -> None:
        self._table = QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, SPACE.s, 0)
        grid.setVerticalSpacing(SPACE.s)
        grid.setColumnMinimumWidth(0, scaled(_NARROW_LABELS if self._compact else _LABELS) - SPACE.s)
        grid.setColumnStretch(1, 1)
        say = self.say
        if found.paper is None:
            self._add(grid, say("Consent"), Text(say("None yet. Every clip with this person waits for it.")))
        elif found.holds:
            self._add_scope(grid, found.paper)
            value = self._channels(found, channels)
            self._beside_list = (*self._beside_list, self._add(grid, say("Channels"), value), value)
            days = (spoken(day, self._speaker.language) for day in (found.paper.given, found.paper.until))
            self._add(grid, say("Valid"), Text(say("{first} to {last}", first=next(days), last=next(days))))
            self._add(grid, say("Signature"), self._signature(found.paper))
        self._add_guardians(grid, person)
        if person.account:
            self._add(grid, say("Account"), Text(person.account))
        self._add(grid, say("Appears in"), self._appears(appearances, revoked))
        self._grid = grid

    def _add_scope(self, grid: QGridLayout, paper: Consent) -> None:
        scope = ", ".join(scope_text(one.value, self._speaker) for one in paper.scope)
        row = self._add(grid, self.say("Scope"), value := Text(scope[:1].upper() + scope[1:]))
        self._beside_list = (*self._beside_list, row, value)
        if paper.purpose:
            row = self._add(grid, self.say("Purpose"), value := Text(paper.purpose))
            self._beside_list = (*self._beside_list, row, value)

    def _signature(self, paper: Consent) -> QWidget:
        words = Text(self.say("{day}, on paper", day=spoken(paper.given, self._speaker.language)))
        if not paper.scan:
            return words
        look = Link(self.say("See the scan"))
        look.clicked.connect(lambda: self.scan_pressed.emit(paper.scan))
        return _in_line(words, look)

    def _add_stand_in(self, person: Person, staff: Staff, today: date) -> None:
        """Who takes the person's place, and when; the last rows of the table."""
        if person.deputies:
            self._add(self._grid, self.say("Deputies"), Text(deputies_text(person, staff)))
        if person.away is not None and person.away.last >= today:
            self._add(self._grid, self.say("Away"), Text(away_text(person.away, self._speaker)))
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._show_table()

    def _add_guardians(self, grid: QGridLayout, person: Person) -> None:
        say = self.say
        if len(person.guardians) == 1:
            self._add(grid, say("Custody"), Text(say("{name}, sole custody", name=person.guardians[0])))
            return
        for number, name in enumerate(person.guardians, 1):
            self._add(grid, say("Custody {number}", number=number), Text(name))

    def _add(self, grid: QGridLayout, label: str, value: QWidget) -> QWidget:
        """Add a row and return its label."""
        row = grid.rowCount()
        words = Text(label, "body", "ink_soft")
        if not isinstance(value, Text):
            # Ticks and links are higher than text: let the label stand on their first line.
            words.setMinimumHeight(grown(HEIGHT.target))
        grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        return words

    def _channels(self, found: Standing, channels: Sequence[str]) -> Channels:
        made = Channels()
        allowed = ", ".join(channel_name(key) for key in found.channels)
        made.show_channels(
            [(channel_name(key), key in found.channels) for key in channels],
            self.say("May be shown on: {channels}", channels=allowed),
        )
        return made

    def _appears(self, appearances: Sequence[Appearance] | None, revoked: bool) -> QWidget:
        if appearances is None:
            return Text(self.say("Being looked for"), "body", "ink_soft")
        if not appearances:
            return Text(self.say("nothing yet"))
        words = Text(counted(appearances, self._speaker))
        if revoked:
            return words
        self._toggle = Link(self.say("hide") if self._open_list else self.say("show"))
        self._toggle.clicked.connect(self._toggle_list)
        return _in_line(words, self._toggle)

    def _show_table(self) -> None:
        if self._scroll is not None:
            self._middle.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
        self._scroll = Scroller(self._table, whole=True)
        self._middle.addWidget(self._scroll)

    # --- the list

    def _fill_list(self, appearances: Sequence[Appearance], revoked: bool) -> None:
        self._list_title.setText(self.say("To be deleted or exchanged now") if revoked else self.say("Appears in"))
        self._list.set_rows(touched_rows(appearances, self._speaker))

    def _toggle_list(self) -> None:
        self._open_list = not self._open_list
        self._toggle.setText(self.say("hide") if self._open_list else self.say("show"))
        self._toggle.setAccessibleName(self._toggle.text())
        self._toggle.updateGeometry()
        self._show_list(self._open_list)

    def _show_list(self, shown: bool) -> None:
        self._list_title.setVisible(shown)
        self._list.setVisible(shown)
        self._note.setVisible(not shown and not self._compact)
        for widget in self._beside_list:
            # Ticks and list together are higher than the window.
            widget.setVisible(not shown)
        self.column.setStretch(self._at_middle, 0 if shown else 1)
        if self._scroll is not None:
            self._scroll.setMaximumHeight(self._table.sizeHint().height() if shown else _ENDLESS)

    def _open_place(self, key: str) -> None:
        page, _, place = key.partition(":")
        production, _, channel = place.partition("#")
        if channel:
            self.online_opened.emit(production, channel)
        else:
            self.place_opened.emit(production, page)


def _in_line(words: QWidget, link: QWidget) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.s)
    row.addWidget(words)
    row.addWidget(link)
    row.addStretch(1)
    return line
