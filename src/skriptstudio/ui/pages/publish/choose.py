"""Where to, what it looks like, and whether it may: the three cards before an export."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.messages.catalogue import Say, Speaker
from skriptstudio.ui.pages.publish.gates import Gate
from skriptstudio.ui.pages.publish.parts import Cover, Scroll
from skriptstudio.ui.pages.publish.targets import Target
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.chips import Link
from skriptstudio.ui.widgets.fields import Check
from skriptstudio.ui.widgets.finding import FindingBox
from skriptstudio.ui.widgets.lamp import Lamp
from skriptstudio.ui.widgets.rows import RowList
from skriptstudio.ui.widgets.text import Text

_SHOWN_AT_FIRST = 6
_LIST_PX, _CHECK_PX, _COVER_PX, _FACTS_PX = 356, 250, 214, 150
_LARGEST_COVER_PX = 300
_ANY_PX = 16_777_215
"""Qt's own word for no limit of size."""

_GATES = 4


class ChooseView(QWidget):
    """Targets at left, cover and facts in the middle, the check at right.

    Attributes:
        ticks_changed: the set of ticked keys is another one.
        cure_asked: the target for which somebody wants to enter the missing consent or licence.
        folder_asked: somebody wants another folder.
        dress_asked: somebody wants to lay something over the picture.
        ticked: keys of the chosen targets.
    """

    ticks_changed = Signal()
    cure_asked = Signal(object)
    folder_asked = Signal()
    dress_asked = Signal()

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.say = say
        self.ticked: set[str] = set()
        self._targets: tuple[Target, ...] = ()
        self._gates: tuple[Gate, ...] = ()
        self._speaker = Speaker()
        self._all = False
        self._compact = False
        self._cards = QWidget()
        self._side = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._cards)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(SPACE.gap)
        self._side.addWidget(self._clip_card(), 1)
        self._side.addWidget(self._check_card())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.gap)
        self._list_card = self._targets_card()
        self._scroll = Scroll(say("Clip and check"), self._cards)
        row.addWidget(self._list_card)
        row.addWidget(self._scroll, 1)

    # --- the cards

    def _targets_card(self) -> Card:
        say = self.say
        card = Card(padding=SPACE.s, spacing=SPACE.s)
        title = Text(say("Where to?"), "card")
        title.setContentsMargins(SPACE.m, 0, 0, 0)
        self.list = RowList(say("Targets"))
        self.list.row_chosen.connect(self._chosen)
        self.list.row_opened.connect(self._opened)
        self.list.tick_toggled.connect(self._toggle)
        self.more = Link("", "dots-three-vertical")
        self.more.clicked.connect(self._show_more)
        head = QHBoxLayout()
        head.setContentsMargins(10, SPACE.s, 10, 0)
        head.addWidget(title)
        card.column.addLayout(head)
        card.column.addWidget(self.list, 1)
        card.column.addWidget(self.more)
        return card

    def _clip_card(self) -> Card:
        say = self.say
        card = Card(spacing=SPACE.s)
        self._name = Text("", "card")
        self.cover = Cover(say("Still of the clip"), _COVER_PX)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(SPACE.xs)
        self._length = self._fact(say("Length"))
        self._picture = self._fact(say("Picture"))
        self._captions = self._fact(say("Captions"))
        self._folder = self._fact(say("Folder for the package"))
        self.folder_button = Button(say("Other folder"), "quiet", "folder-open", small=True)
        self.folder_button.clicked.connect(self.folder_asked)
        self._facts.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.packed = Check(say("As ZIP files, too"))
        self._facts.addWidget(self.packed)
        self.dress = Button(say("Design the picture"), "quiet", "palette", small=True)
        self.dress.clicked.connect(self.dress_asked)
        self._facts.addWidget(self.dress, 0, Qt.AlignmentFlag.AlignLeft)
        self._facts.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE.gap)
        row.addWidget(self.cover)
        row.addLayout(self._facts, 1)
        card.column.addWidget(self._name)
        card.column.addLayout(row, 1)
        return card

    def _fact(self, label: str) -> Text:
        value = Text("")
        self._facts.addWidget(Text(label, "small", "ink_soft"))
        self._facts.addWidget(value)
        self._facts.addSpacing(SPACE.s)
        return value

    def _check_card(self) -> Card:
        self._check = Card(spacing=SPACE.m)
        self._check.column.addWidget(Text(self.say("Final check"), "card"))
        self._lamps = [Lamp("open", "", small=True, strong=False) for _ in range(_GATES)]
        self.finding = FindingBox("stop", "")
        self.finding.hide()
        self.cure = Button("", "quiet", small=True)
        self.cure.clicked.connect(lambda: self._opened(self.list.key))
        self.cure.hide()
        self._check.column.addWidget(self.finding)
        self._check.column.addWidget(self.cure, 0, Qt.AlignmentFlag.AlignLeft)
        for lamp in self._lamps:
            self._check.column.addWidget(lamp)
        self._check.column.addStretch(1)
        return self._check

    # --- what is shown

    def show_targets(self, found: Sequence[Target], ticked: set[str], speaker: Speaker) -> None:
        """Offer these; ``ticked`` are chosen."""
        self._targets = tuple(found)
        self._speaker = speaker
        self.ticked = ticked & {target.key for target in found if target.open}
        self._fill()
        if not self.list.key and found:
            self.list.choose(found[0].key)
        self._chosen(self.list.key)

    def show_facts(self, length: str, picture: str, captions: str, folder: str) -> None:
        """What is known about the clip, and where the package goes."""
        self._length.setText(length)
        self._picture.setText(picture)
        self._captions.setText(captions)
        self._folder.setText(folder)

    def show_gates(self, found: Sequence[Gate]) -> None:
        """The four gates; beside a finding those that are open say one word, so that the card stays as high."""
        self._gates = tuple(found)
        for lamp, gate in zip(self._lamps, found, strict=True):
            short = gate.state == "ok" and not self.finding.isHidden()
            lamp.show_state(gate.state, gate.word, "" if short else gate.sentence)

    def set_compact(self, compact: bool) -> None:
        """Lay check below clip, without the large still."""
        self._compact = compact
        down = QBoxLayout.Direction.TopToBottom
        self._side.setDirection(down if compact else QBoxLayout.Direction.LeftToRight)
        self._check.setMinimumWidth(0 if compact else scaled(_CHECK_PX))
        self._check.setMaximumWidth(_ANY_PX if compact else scaled(_CHECK_PX))
        self._list_card.setFixedWidth(scaled(_LIST_PX))
        self._give_cover_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._give_cover_room()

    def _give_cover_room(self) -> None:
        """Show the still only where the facts beside it keep their width, and larger where there is plenty."""
        around = scaled(_LIST_PX) + scaled(_CHECK_PX) + 2 * SPACE.gap + 2 * SPACE.card
        room = self.width() - around - SPACE.gap - scaled(_FACTS_PX)
        self.cover.setVisible(not self._compact and room >= _COVER_PX)
        self.cover.set_width(max(_COVER_PX, min(room, _LARGEST_COVER_PX, self.height() * 2 // 5)))

    # --- reactions

    def _fill(self) -> None:
        shown = self._targets if self._all else self._targets[:_SHOWN_AT_FIRST]
        hidden = len(self._targets) - _SHOWN_AT_FIRST
        self.list.set_rows([target.row(target.key in self.ticked, self._speaker) for target in shown])
        self.more.setVisible(hidden > 0)
        text = self.say("Fewer targets") if self._all else self.say("{count} more targets", count=hidden)
        self.more.setText(text)
        self.more.setAccessibleName(text)
        self.more.updateGeometry()

    def _show_more(self) -> None:
        self._all = not self._all
        self._fill()

    def _toggle(self, key: str, on: bool) -> None:
        self.ticked = self.ticked | {key} if on else self.ticked - {key}
        self._fill()
        self.ticks_changed.emit()

    def _opened(self, key: str) -> None:
        target = self._target(key)
        if target is not None and not target.open:
            self.cure_asked.emit(target)

    def _chosen(self, key: str) -> None:
        target = self._target(key)
        self._name.setText(target.name if target else "")
        shut = target is not None and not target.open
        if target is not None and target.finding:
            self.finding.show_finding("stop" if shut else "hint", target.finding, target.finding_why)
        self.finding.setVisible(target is not None and bool(target.finding))
        licence = target is not None and bool(target.take)
        self.cure.setText(self.say("Enter the licence") if licence else self.say("Add consent"))
        self.cure.setAccessibleName(self.cure.text())
        self.cure.setVisible(shut)
        if self._gates:
            self.show_gates(self._gates)

    def _target(self, key: str) -> Target | None:
        return next((one for one in self._targets if one.key == key), None)
