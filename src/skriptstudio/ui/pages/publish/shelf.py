"""Released clips to choose from, while none is open."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from skriptstudio.domain.production import State, Summary
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.empty import EmptyPage
from skriptstudio.ui.widgets.rows import Row, RowList
from skriptstudio.ui.widgets.text import Text

_ORDER = (State.RELEASED, State.PACKAGED, State.PUBLISHED)
"""What has most to be done stands first."""
_ICONS = {State.RELEASED: "check-circle", State.PACKAGED: "cube", State.PUBLISHED: "globe"}


def to_publish(summaries: Iterable[Summary]) -> tuple[Summary, ...]:
    """The clips that were released: those without a package first, of each kind the youngest first."""
    found = [one for one in summaries if one.state in _ORDER]
    found.sort(key=lambda one: one.created, reverse=True)
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.state)))


class ShelfView(QStackedWidget):
    """The list, or what belongs here while it is empty.

    Attributes:
        opened: id of the clip that somebody wants to see.
        review_asked: somebody wants to go where clips are released.
        list: the rows.
    """

    opened = Signal(str)
    review_asked = Signal()

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.say = say
        self.list = RowList(say("Released clips"))
        self.list.row_opened.connect(self.opened)
        card = Card(padding=6)
        card.column.addWidget(self.list, 1)
        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Text(say("Which clip goes out?"), "card"))
        column.addWidget(card, 1)
        review = Button(say("To the review"), "primary", trailing="arrow-right")
        review.clicked.connect(self.review_asked)
        sentence = say("As soon as a clip is released, it stands here.")
        self._empty = EmptyPage("export", say("Nothing is released yet"), sentence, review)
        self._board = board
        self.addWidget(board)
        self.addWidget(self._empty)

    def show_clips(self, clips: Iterable[Summary]) -> None:
        """Offer these, and choose the first where none is chosen."""
        told = {
            State.RELEASED: self.say("Released, without a package so far"),
            State.PACKAGED: self.say("Package made, not uploaded yet"),
            State.PUBLISHED: self.say("Published"),
        }
        rows = [Row(one.id, one.title, told[one.state], icon=_ICONS[one.state]) for one in clips]
        self.list.set_rows(rows)
        if rows and self.list.key not in {row.key for row in rows}:
            self.list.choose(rows[0].key)
        self.setCurrentWidget(self._board if rows else self._empty)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to choose."""
        return self.currentWidget() is self._empty

    def take_focus(self) -> None:
        """Put the focus where the keyboard goes on."""
        first = self._empty.primary if self.is_empty else self.list
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
