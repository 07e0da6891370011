"""The card in the middle: the cover, and what is written beside the clip."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.clip import PlatformProfile
from skriptstudio.domain.production import Production
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.publish.parts import Cover, Scroll
from skriptstudio.ui.post.cover import CoverRow
from skriptstudio.ui.post.dialogs import choose_cover, rewrite_post
from skriptstudio.ui.post.editor import PostEditor
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.chips import Link
from skriptstudio.ui.widgets.text import Text

COVER_PX = 214
_LARGEST_COVER_PX, _WORDS_PX, _BELOW_PX, _COMPACT_PX = 300, 190, 180, 360


class ClipCard(Card):
    """Shows a released clip; whoever changes something is told first that the release is lifted.

    Attributes:
        dress_asked: somebody wants to lay something over the picture.
        cover, row, editor, change, dress: the parts.
    """

    dress_asked = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__(spacing=SPACE.xs)
        say = place.session.say
        self._place = place
        self._profiles: tuple[PlatformProfile, ...] = ()
        self._format = ""
        self._compact = False
        self._name = Text("", "card")
        self._facts = Text("", "small", "ink_soft")
        self.cover = Cover(say("Still of the clip"), COVER_PX)
        self.row = CoverRow(place)
        self.row.wanted.connect(lambda: choose_cover(place, self.window()))
        self.editor = PostEditor(place.session.speaker, brief=True)
        self.change = Link(say("Change the post"))
        self.change.setToolTip(say("Released. A change lifts the release."))
        self.change.clicked.connect(lambda: rewrite_post(place, self._profiles, self._format))
        self.dress = Button(say("Design the picture"), "quiet", "palette", small=True)
        self.dress.clicked.connect(self.dress_asked)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(SPACE.xs)
        side.addWidget(self.cover)
        side.addWidget(self.row)
        side.addWidget(self.dress, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch(1)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, SPACE.xs, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self.editor)
        self._words = Scroll(say("Post"), words)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(SPACE.gap)
        self._halves.addWidget(self._side)
        self._halves.addWidget(self._words, 1)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.change)
        self.column.addLayout(head)
        self.column.addWidget(self._facts)
        self.column.addLayout(self._halves, 1)

    def show_name(self, name: str) -> None:
        """Which target is looked at."""
        self._name.setText(name)

    def show_facts(self, facts: Sequence[str]) -> None:
        """What is known about the film, in a line."""
        self._facts.setText(" · ".join(facts))

    def show_post(self, production: Production, profiles: Sequence[PlatformProfile], poster: bytes | None) -> None:
        """Show the clip.

        Args:
            production: the released one.
            profiles: the targets that are counted for.
            poster: its cover as JPEG; None where it can't be made.
        """
        self._profiles = tuple(profiles)
        names = self._place.session.house.format_names() if production.format else {}
        self._format = names.get(production.format, "")
        self.editor.show_post(production.post, production, self._format)
        self.editor.show_channels(self._profiles)
        self.editor.set_locked(True)
        self.row.show_cover(production)
        self.cover.show_picture(poster)

    def set_compact(self, compact: bool) -> None:
        """Lay the words below, without the large still."""
        self._compact = compact
        down = QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(down if compact else QBoxLayout.Direction.LeftToRight)
        self._words.setMinimumHeight(_COMPACT_PX if compact else 0)

    def give_room(self, wide_px: int, tall_px: int) -> None:
        """Show the still as large as card and words allow, or not at all."""
        room = wide_px - 2 * SPACE.card - SPACE.gap - scaled(_WORDS_PX)
        shown = not self._compact and room >= COVER_PX
        self.cover.setVisible(shown)
        self.cover.set_width(max(COVER_PX, min(room, _LARGEST_COVER_PX, (tall_px - scaled(_BELOW_PX)) * 9 // 16)))
