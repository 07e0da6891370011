"""What is online: a tick for every target, with its day and link."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.comment_watch import CommentWatch
from skriptstudio.domain.production import Publication
from skriptstudio.domain.uploads import NO_PUBLICATION
from skriptstudio.messages.catalogue import Say, Speaker
from skriptstudio.messages.words import channel_name, watch_text
from skriptstudio.ui.dates import written
from skriptstudio.ui.pages.publish.figures import day
from skriptstudio.ui.pages.publish.parts import Mark
from skriptstudio.ui.pages.publish.targets import ICONS
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import IconButton
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.chips import Link
from skriptstudio.ui.widgets.fields import Check
from skriptstudio.ui.widgets.text import Text


class UploadsCard(Card):
    """Ticks for the targets of a package.

    Attributes:
        asked: key of the target that is said to be online, or to be noted wrongly, and whether its link is at hand.
        link_opened: address of an upload that somebody wants to see.
        gone: key of the target where it was taken down.
    """

    asked = Signal(str, bool)
    link_opened = Signal(str)
    gone = Signal(str)

    def __init__(self, say: Say) -> None:
        super().__init__(spacing=SPACE.s)
        self.say = say
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE.s)
        self.ticks: dict[str, Check] = {}
        self.links: dict[str, Link] = {}
        self.downs: dict[str, IconButton] = {}
        self.edits: dict[str, IconButton] = {}
        self.posts: dict[str, IconButton] = {}
        self.column.addWidget(Text(say("Uploaded?"), "card"))
        self.column.addWidget(
            Text(say("Tick it and add the link. Then a revocation can find everything."), "small", "ink_soft")
        )
        self.column.addSpacing(SPACE.xs)
        self.column.addLayout(self._rows)
        self._watch = Text("", "small", "ink_soft")
        self.column.addSpacing(SPACE.xs)
        self.column.addWidget(self._watch)
        self.column.addStretch(1)

    def show_watch(self, watch: CommentWatch | None, speaker: Speaker) -> None:
        """Say who looks after the comments, or nothing."""
        self._watch.setText(watch_text(watch, speaker) if watch else "")
        self._watch.setVisible(watch is not None)

    def show_targets(self, keys: Sequence[str], publications: Sequence[Publication], speaker: Speaker) -> None:
        """Offer these targets; those with a publication are ticked for good. A hand-over is no upload."""
        focused = self._focused
        while item := self._rows.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for shown in (self.ticks, self.links, self.downs, self.edits, self.posts):
            shown.clear()
        online = {publication.profile: publication for publication in publications if publication.removed is None}
        for key in dict.fromkeys((*(key for key in keys if key not in NO_PUBLICATION), *online)):
            self._rows.addWidget(self._row(key, online.get(key), speaker))
        self._focus_again(focused)

    @property
    def _focused(self) -> str:
        """Key of the target in whose row the focus is, empty for none."""
        parts = (self.ticks, self.links, self.downs, self.edits, self.posts)
        return next((key for shown in parts for key, one in shown.items() if one.hasFocus()), "")

    def _focus_again(self, key: str) -> None:
        """Rows are made anew; whoever has just noted an upload goes on in its row."""
        again: QWidget | None = self.edits.get(key) or self.ticks.get(key)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, key: str, online: Publication | None, speaker: Speaker) -> QWidget:
        say, name = self.say, channel_name(key)
        tick = Check("", say("{target} is uploaded", target=name))
        tick.setChecked(online is not None)
        tick.setEnabled(online is None)
        tick.clicked.connect(lambda: self._ask(key, False))
        self.ticks[key] = tick
        holder = _TickRow(tick)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(tick)
        row.addWidget(Mark(ICONS.get(key, "globe")))
        if online is None:
            row.addWidget(Text(name), 1)
            row.addWidget(self._link(key, name))
            return holder
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(name))
        words.addWidget(self._told(tick, online, speaker))
        row.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        if online.url:
            buttons.addWidget(self._post(key, name, online.url))
        buttons.addWidget(self._edit(key, name))
        buttons.addWidget(self._down(key, name))
        row.addLayout(buttons)
        return holder

    def _post(self, key: str, name: str, url: str) -> IconButton:
        post = IconButton("link-simple", self.say("See the upload on {target}", target=name))
        post.setToolTip(url)
        post.clicked.connect(lambda: self.link_opened.emit(url))
        self.posts[key] = post
        return post

    def _edit(self, key: str, name: str) -> IconButton:
        edit = IconButton("pencil-simple", self.say("Change day and link of {target}", target=name))
        edit.clicked.connect(lambda: self.asked.emit(key, False))
        self.edits[key] = edit
        return edit

    def _down(self, key: str, name: str) -> IconButton:
        down = IconButton("trash", self.say("Taken down on {target}", target=name))
        down.clicked.connect(lambda: self.gone.emit(key))
        self.downs[key] = down
        return down

    def _link(self, key: str, name: str) -> Link:
        link = Link(self.say("Add link"))
        link.setAccessibleName(self.say("Add the link of {target}", target=name))
        link.clicked.connect(lambda: self._ask(key, True))
        self.links[key] = link
        return link

    def _told(self, tick: Check, online: Publication, speaker: Speaker) -> Text:
        since = self.say("since {day}", day=day(online.on, speaker))
        tick.setAccessibleDescription(" ".join(part for part in (since, online.url) if part))
        told = Text(self.say("since {day}", day=written(online.on)), "small", "ink_soft")
        told.setToolTip(online.url)
        return told

    def _ask(self, key: str, link: bool) -> None:
        """The tick stands only once it is noted."""
        self.ticks[key].setChecked(False)
        self.asked.emit(key, link)


class _TickRow(QWidget):
    """A row that is clicked for its tick."""

    def __init__(self, tick: Check) -> None:
        super().__init__()
        self._tick = tick

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._tick.click()
