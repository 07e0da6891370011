"""The form for what is written beside a clip."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.clip import PlatformProfile
from skriptstudio.domain.post import Post, suggested_hashtags
from skriptstudio.domain.production import Production
from skriptstudio.messages.catalogue import Say, Speaker
from skriptstudio.ui.post.hashtags import HashtagField
from skriptstudio.ui.post.words import alt_help, by_hand, hashtags_text, room_text
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.fields import LineField, TextField
from skriptstudio.ui.widgets.lamp import Lamp
from skriptstudio.ui.widgets.text import Text

_TEXT_ROWS, _ALT_ROWS = 5, 3


class PostEditor(QWidget):
    """Description with its counter, hashtags, location, alternative text, and what is left to do by hand.

    Attributes:
        changed: somebody wrote something; ``post`` holds it.
        rested: a field was left.
        text, hashtags, location, alt: the fields.
    """

    changed = Signal()
    rested = Signal()

    def __init__(self, speaker: Speaker, columns: int = 1, rows: int = _TEXT_ROWS, brief: bool = False) -> None:
        """``brief`` leaves location and alternative text to the list of what is done by hand."""
        super().__init__()
        self.say: Say = speaker.say
        self._speaker = speaker
        self._production: Production | None = None
        self._profiles: tuple[PlatformProfile, ...] = ()
        self._format = ""
        say = self.say
        self.text = TextField(say("What the clip is good for, and a question"), rows, name=say("Description"))
        self.hashtags = HashtagField(say)
        self.location = LineField(say("such as: Auenau"), "map-pin", say("Location"))
        self.alt = TextField(say("What is seen"), _ALT_ROWS, name=say("Alternative text"))
        self._counter = Text("", "small", "ink_soft", tabular=True)
        self._alt_help = Text("", "small", "ink_soft")
        self._lay_out(columns, brief)
        for field in (self.text, self.alt):
            field.textChanged.connect(self._written)
        self.location.textEdited.connect(self._written)
        self.hashtags.changed.connect(self._written)
        self.hashtags.changed.connect(self.rested)
        for widget in (self.text, self.alt, self.location):
            widget.installEventFilter(self)

    def _lay_out(self, columns: int, brief: bool) -> None:
        say = self.say
        self._lock = Text("", "small", "ink_soft")
        self._lock.hide()
        self._hand = QVBoxLayout()
        self._hand.setSpacing(SPACE.xs)
        first = self._column([say("Description"), self.text, self._counter, SPACE.s, self.hashtags])
        more: list[QWidget | str | int] = [
            say("Location"),
            self.location,
            SPACE.s,
            say("Alternative text"),
            self.alt,
            self._alt_help,
            SPACE.s,
        ]
        second = self._column([] if brief else more)
        if brief:
            for widget in (self.location, self.alt, self._alt_help):
                widget.setParent(self)
                widget.hide()
        second.addWidget(Text(say("By hand, while uploading"), "small", "ink_soft"))
        second.addLayout(self._hand)
        for column in (first, second):
            column.addStretch(1 if columns > 1 else 0)
        direction = QBoxLayout.Direction.LeftToRight if columns > 1 else QBoxLayout.Direction.TopToBottom
        self._columns = QBoxLayout(direction)
        self._columns.setSpacing(SPACE.gap if columns > 1 else SPACE.m)
        self._columns.addLayout(first, 1)
        self._columns.addLayout(second, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE.s)
        whole.addWidget(self._lock)
        whole.addLayout(self._columns)
        whole.addStretch(1)

    @staticmethod
    def _column(pieces: Sequence[QWidget | str | int]) -> QVBoxLayout:
        """Widgets, labels and gaps below each other."""
        column = QVBoxLayout()
        column.setSpacing(SPACE.xs)
        for piece in pieces:
            if isinstance(piece, int):
                column.addSpacing(piece)
            else:
                column.addWidget(Text(piece, "small", "ink_soft") if isinstance(piece, str) else piece)
        return column

    # --- what is shown

    @property
    def post(self) -> Post:
        """What stands in the fields; the cover is the stored one."""
        cover = self._production.post.cover if self._production is not None else Post().cover
        return Post(
            self.text.toPlainText().strip(),
            self.hashtags.tags,
            self.alt.toPlainText().strip(),
            self.location.text().strip(),
            cover,
        )

    def show_post(self, post: Post, production: Production, format_name: str) -> None:
        """Show this without telling anybody; a field that says the same already keeps its cursor.

        Args:
            post: what the fields show.
            production: what it belongs to.
            format_name: of its series; empty for none.
        """
        self._production, self._format = production, format_name
        for field, text in ((self.text, post.text), (self.alt, post.alt)):
            if field.toPlainText().strip() != text:
                field.blockSignals(True)
                field.setPlainText(text)
                field.moveCursor(QTextCursor.MoveOperation.End)
                field.blockSignals(False)
        if self.location.text().strip() != post.location:
            self.location.setText(post.location)
        self.hashtags.show_tags(post.hashtags, suggested_hashtags(post, format_name))
        self._show_hand(production)
        self._count()

    def show_channels(self, profiles: Sequence[PlatformProfile]) -> None:
        """Count for these channels."""
        if tuple(profiles) != self._profiles:
            self._profiles = tuple(profiles)
            self._count()

    def set_locked(self, locked: bool, why: str = "") -> None:
        """Only show, and say why."""
        for field in (self.text, self.alt, self.location):
            field.setReadOnly(locked)
        self.hashtags.set_locked(locked)
        self._lock.setText(why)
        self._lock.setVisible(bool(why))

    def _show_hand(self, production: Production) -> None:
        told = by_hand(production, self.say)
        while self._hand.count() < len(told):
            self._hand.addWidget(Lamp("open", "", small=True, strong=False))
        for number, text in enumerate(told):
            item = self._hand.itemAt(number)
            lamp = item.widget() if item is not None else None
            if isinstance(lamp, Lamp):
                lamp.show_state("open", text)

    def _written(self) -> None:
        post = self.post
        self.hashtags.show_tags(post.hashtags, suggested_hashtags(post, self._format))
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        post = self.post
        for label, (told, wrong), field in (
            (self._counter, room_text(post, self._profiles, self._speaker), self.text),
            (self._alt_help, alt_help(post.alt, self.say), self.alt),
        ):
            label.setText(told)
            label.set_token("stop" if wrong else "ink_soft")
            label.setVisible(bool(told) and not field.isHidden())
            field.setAccessibleDescription(told)
        self.hashtags.show_hint(hashtags_text(post, self._profiles, self.say))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.FocusOut:
            self.rested.emit()
        return super().eventFilter(watched, event)
