"""Takes that wait on this computer: the list in the dialog, with a player for one of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from skriptstudio.domain.take import TakeFinding
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.pages.record.player import TakePlayer
from skriptstudio.ui.pages.record.words import section_name
from skriptstudio.ui.prompter.words import decimal
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import grown
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import IconButton
from skriptstudio.ui.widgets.text import Text

if TYPE_CHECKING:
    from skriptstudio.assembly.leftovers import WaitingTake

_PLAYER = QSize(150, 306)
_ROW_PX = 62


class WaitingTakes(QWidget):
    """The rows at left, the player at right.

    Attributes:
        player: shows the take that was asked for, at first the oldest.
        discard_asked: the id of the take that shall be deleted.
    """

    discard_asked = Signal(str)

    def __init__(self, session: Session, waiting: Sequence[WaitingTake]) -> None:
        super().__init__()
        self._session = session
        self._waiting = {one.recording.order.take: one for one in waiting}
        self._rows: dict[str, _Row] = {}
        self.setAccessibleName(session.say("Takes that wait on this computer"))
        self.player = TakePlayer(session)
        self.player.setFixedWidth(_PLAYER.width())
        inside = QWidget()
        inside.setObjectName("clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        for take, one in self._waiting.items():
            row = _Row(session, one)
            row.play.clicked.connect(partial(self.watch, take))
            row.discard.clicked.connect(partial(self.discard_asked.emit, take))
            column.addWidget(row)
            self._rows[take] = row
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setObjectName("clear")
        area.setWidget(inside)
        area.setMinimumHeight(grown(_ROW_PX))
        self._area = area
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE.gap)
        across.addWidget(area, 1)
        across.addWidget(self.player)
        self._show(next(iter(self._waiting)), play=False)

    @property
    def takes(self) -> tuple[str, ...]:
        """Ids of those that are listed."""
        return tuple(self._waiting)

    def row(self, take: str) -> _Row:
        """The row of a take."""
        return self._rows[take]

    def title(self, take: str) -> str:
        """What a take is called here."""
        return waiting_title(self._waiting[take], self._session.say)

    def watch(self, take: str) -> None:
        """Play a take."""
        self._show(take, play=True)

    def drop(self, take: str) -> None:
        """Leave a take out; the focus goes to the next row."""
        del self._waiting[take]
        row = self._rows.pop(take)
        row.hide()
        row.deleteLater()
        if self._waiting:
            first = next(iter(self._waiting))
            self._show(first, play=False)
            self._rows[first].play.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, take: str, play: bool) -> None:
        recording = self._waiting[take].recording
        self.player.show_take(recording.path, float(recording.seconds), self.title(take), None, play)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(560, _PLAYER.height())


class _Row(QWidget):
    """For what, when, how long; look, throw away."""

    def __init__(self, session: Session, one: WaitingTake) -> None:
        super().__init__()
        say = session.say
        title = waiting_title(one, say)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Text(title, "label", lines=2))
        words.addWidget(Text(about(one, session), "small", "ink_soft", lines=2))
        words.addStretch(1)
        self.play = IconButton("play", say("Look at {take}", take=title))
        self.discard = IconButton("trash", say("Throw {take} away", take=title))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SPACE.xs, 0)
        row.setSpacing(SPACE.xs)
        row.addLayout(words, 1)
        row.addWidget(self.play)
        row.addWidget(self.discard)
        self.setMinimumHeight(grown(_ROW_PX, lines=2))


def how_many(count: int, say: Say) -> str:
    """How many wait, as a sentence."""
    return say("1 take waits on this PC.") if count == 1 else say("{count} takes wait on this PC.", count=count)


def waiting_title(one: WaitingTake, say: Say) -> str:
    """Section and production."""
    section = section_name(one.recording.order.section, say)
    return f"{section} · {one.title or say('the production is gone')}"


def about(one: WaitingTake, session: Session) -> str:
    """When it was made, how long it is, and what may be missing."""
    say, language = session.say, session.speaker.language
    recording = one.recording
    when = recording.recorded.astimezone()
    day = say("today") if when.date() == date.today() else when.strftime("%d.%m.%Y")
    parts = [
        say("{day}, {time}", day=day, time=when.strftime("%H:%M")),
        say("{seconds} seconds", seconds=decimal(float(recording.seconds), language)),
    ]
    if TakeFinding.INTERRUPTED in recording.findings:
        parts.append(
            say("up to {seconds} seconds are missing", seconds=decimal(float(recording.lost_at_most), language))
        )
    return " · ".join(parts)
