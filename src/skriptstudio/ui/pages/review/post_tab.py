"""The tab "Beitrag": what is written beside the clip and its cover, because the release covers them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from skriptstudio.domain.clip import PlatformProfile
from skriptstudio.domain.production import Production
from skriptstudio.domain.release import SEALED
from skriptstudio.ui.post.cover import CoverPicture, CoverRow
from skriptstudio.ui.post.dialogs import choose_cover, lock_reason, rewrite_post
from skriptstudio.ui.post.editor import PostEditor
from skriptstudio.ui.post.keeping import PostKeeper
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from skriptstudio.ui.page import Place

_COVER_PX, _SIDE_PX, _TEXT_ROWS = 128, 96, 3


class PostTab(QScrollArea):
    """Writes while somebody types; a released clip is only shown, with a way to change it that asks first.

    Attributes:
        editor, cover, row: the parts.
        keeper: stores what is written.
        change: asks for a change after the release.
    """

    def __init__(self, place: Place) -> None:
        super().__init__()
        say = place.session.say
        self._place = place
        self._production: Production | None = None
        self._profiles: tuple[PlatformProfile, ...] = ()
        self.setAccessibleName(say("Post"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.editor = PostEditor(place.session.speaker, rows=_TEXT_ROWS)
        self.keeper = PostKeeper(place, self.editor)
        self.cover = CoverPicture(place, _COVER_PX)
        self.row = CoverRow(place, upright=True)
        self.row.wanted.connect(lambda: choose_cover(place, self.window()))
        self.change = Button(say("Change the post"), "quiet", "pencil-simple", small=True)
        self.change.clicked.connect(lambda: rewrite_post(place, self._profiles, self._format))
        side = QVBoxLayout()
        side.setSpacing(SPACE.xs)
        side.addWidget(self.cover, 0, Qt.AlignmentFlag.AlignLeft)
        side.addWidget(self.row)
        side.addStretch(1)
        self.row.setFixedWidth(_SIDE_PX)
        words = QVBoxLayout()
        words.setSpacing(SPACE.s)
        words.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.editor)
        inside = QWidget()
        inside.setObjectName("clear")
        row = QHBoxLayout(inside)
        row.setContentsMargins(SPACE.s, SPACE.s, SPACE.m, SPACE.s)
        row.setSpacing(SPACE.card)
        row.addLayout(side)
        row.addLayout(words, 1)
        self.setWidget(inside)

    @property
    def _format(self) -> str:
        """Name of the production's series; empty for none."""
        key = self._production.format if self._production is not None else ""
        return self._place.session.house.format_names().get(key, "") if key else ""

    def show_post(self, production: Production, profiles: Sequence[PlatformProfile]) -> None:
        """Show a production or its newer state; ``profiles`` are those that are counted for."""
        self._production, self._profiles = production, tuple(profiles)
        self.keeper.show(production, self._format)
        self.editor.show_channels(self._profiles)
        why = lock_reason(self._place, production)
        sealed = production.state in SEALED and bool(why)
        self.editor.set_locked(bool(why), "" if sealed else why)
        self.change.setVisible(sealed)
        self.change.setToolTip(why)
        self.row.show_cover(production)
        self.row.set_locked(bool(why) and not sealed)
        self.cover.show_cover(production)

    def flush(self) -> None:
        """Store what isn't stored yet."""
        self.editor.hashtags.take()
        self.keeper.flush()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        super().showEvent(event)
        if self._production is not None:
            self.cover.show_cover(self._production)
