"""Where to, what it looks like, and whether it may: the three cards before an export."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.messages.catalogue import Speaker
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.publish.clip_card import ClipCard
from skriptstudio.ui.pages.publish.gates import Gate
from skriptstudio.ui.pages.publish.parts import Scroll
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
from skriptstudio.ui.widgets.text import Text, divider

_SHOWN_AT_FIRST = 6
_LIST_PX, _CHECK_PX = 356, 250
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
        clip: the card in the middle.
    """

    ticks_changed = Signal()
    cure_asked = Signal(object)
    folder_asked = Signal()
    dress_asked = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        say = self.say = place.session.say
        self.clip = ClipCard(place)
        self.clip.dress_asked.connect(self.dress_asked)
        self.ticked: set[str] = set()
        self._targets: tuple[Target, ...] = ()
        self._gates: tuple[Gate, ...] = ()
        self._speaker = Speaker()
        self._all = False
        self._cards = QWidget()
        self._side = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._cards)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(SPACE.gap)
        self._side.addWidget(self.clip, 1)
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
        self._add_folder(self._check)
        return self._check

    def _add_folder(self, card: Card) -> None:
        """Where the package goes, and whether as ZIP, too."""
        say = self.say
        self._folder = Text("", lines=2)
        self.folder_button = Link(say("Change"))
        self.folder_button.setAccessibleName(say("Other folder"))
        self.folder_button.clicked.connect(self.folder_asked)
        self.packed = Check(say("As ZIP files, too"))
        head = QHBoxLayout()
        head.addWidget(Text(say("Folder for the package"), "small", "ink_soft"), 1)
        head.addWidget(self.folder_button)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(head)
        words.addWidget(self._folder)
        words.addWidget(self.packed)
        card.column.addWidget(divider())
        card.column.addLayout(words)

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

    def show_folder(self, folder: str) -> None:
        """Where the package goes."""
        self._folder.setText(folder)

    def show_gates(self, found: Sequence[Gate]) -> None:
        """The four gates; beside a finding those that are open say one word, so that the card stays as high."""
        self._gates = tuple(found)
        for lamp, gate in zip(self._lamps, found, strict=True):
            short = gate.state == "ok" and not self.finding.isHidden()
            lamp.show_state(gate.state, gate.word, "" if short else gate.sentence)

    def set_compact(self, compact: bool) -> None:
        """Lay check below clip, without the large still."""
        self.clip.set_compact(compact)
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
        """Show the still only where the words beside it keep their width, and larger where there is plenty."""
        around = scaled(_LIST_PX) + scaled(_CHECK_PX) + 2 * SPACE.gap
        self.clip.give_room(self.width() - around, self.height())

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
        self.clip.show_name(target.name if target else "")
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
