"""Two takes of a section side by side: in step, one sound, and a key for each to take it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.cut import trimmed
from skriptstudio.domain.take import Take
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.pages.review.in_step import InStep
from skriptstudio.ui.pages.review.play_time import decimal_text
from skriptstudio.ui.pages.review.playback import DOUBLE, HALF, USUAL
from skriptstudio.ui.pages.review.screen import VideoScreen
from skriptstudio.ui.pages.review.transport import Transport
from skriptstudio.ui.theme import grown
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.fields import Choice
from skriptstudio.ui.widgets.segments import Segment, Segments


class CompareView(QWidget):
    """Left the take of the cut, right another one; each side can show any take of the section.

    Attributes:
        changed: another take is shown on one of the sides.
        taken: id of the take to use.
    """

    changed = Signal()
    taken = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say = say
        self.step = InStep(self)
        self._takes: dict[str, Take] = {}
        self._paths: dict[str, Path] = {}
        names = (say("Left take"), say("Right take"))
        self.choices = tuple(Choice(name) for name in names)
        self.screens = tuple(VideoScreen(name) for name in names)
        self.transport = Transport(say)
        for part in (self.transport.loop, self.transport.captions, self.transport.zone):
            part.hide()
        self.sound = Segments(say("Sound"), [Segment("0", say("Sound left")), Segment("1", say("Sound right"))])
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(SPACE.gap)
        sides.addStretch(1)
        for choice, screen in zip(self.choices, self.screens, strict=True):
            side = QVBoxLayout()
            side.setSpacing(SPACE.s)
            side.addWidget(choice)
            side.addWidget(screen, 1, Qt.AlignmentFlag.AlignHCenter)
            sides.addLayout(side)
        sides.addStretch(1)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.transport)
        below.addSpacing(SPACE.gap)
        below.addWidget(self.sound)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addLayout(sides, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        step, transport = self.step, self.transport
        for player, screen in zip(step.players, self.screens, strict=True):
            player.pictured.connect(screen.show_frame)
            player.failed.connect(
                lambda screen=screen: screen.show_message(self.say("This film can't be played here."))
            )
            screen.clicked.connect(step.toggle)
        step.moved.connect(self._moved)
        step.playing_changed.connect(transport.show_playing)
        transport.play.clicked.connect(step.toggle)
        transport.speed_chosen.connect(self._set_rate)
        self.sound.chosen.connect(lambda key: step.hear(int(key)))
        for choice in self.choices:
            choice.activated.connect(lambda _: self._load())

    def keys(self) -> dict[str, Callable[[], object]]:
        """What single keys do here; the page, which has others for the clip, hands them on."""
        step = self.step
        return {
            "J": lambda: step.seek(step.leader.at - 3),
            "K": step.pause,
            "L": step.play,
            ",": lambda: step.step(-1),
            ".": lambda: step.step(1),
            "H": lambda: self._toggle_rate(HALF),
            "D": lambda: self._toggle_rate(DOUBLE),
            "T": lambda: self.sound.choose(str(1 - step.heard)),
            "1": lambda: self.taken.emit(self.shown[0]),
            "2": lambda: self.taken.emit(self.shown[1]),
        }

    def open(self, takes: Sequence[Take], used: str, paths: dict[str, Path], language: str) -> None:
        """Show the take of the cut beside the best or newest other one.

        Args:
            takes: of one section, at least two, oldest first.
            used: id of the one in the cut.
            paths: film of each take.
            language: ``de`` or ``en``, for the comma.
        """
        self._takes = {take.id: take for take in takes}
        self._paths = paths
        items = [
            (
                take.id,
                self.say("Take {number} · {seconds} s", number=number, seconds=decimal_text(take.seconds, language)),
            )
            for number, take in enumerate(takes, 1)
        ]
        others = [take for take in takes if take.id != used]
        other = max(others, key=lambda take: (take.starred, take.recorded)).id
        for choice, take in zip(self.choices, (used, other), strict=True):
            choice.set_items(items)
            choice.choose(take)
        self.step.hear(int(self.sound.current))
        self._load()
        self.screens[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def close_films(self) -> None:
        """Let go of the films."""
        self.step.close()

    @property
    def shown(self) -> tuple[str, str]:
        """Ids of the left and the right take."""
        return self.choices[0].key, self.choices[1].key

    def number_of(self, take: str) -> int:
        """How the take is called: its place among those of its section, from 1."""
        return list(self._takes).index(take) + 1

    def _load(self) -> None:
        for screen in self.screens:
            screen.show_frame(None)
        self.step.load([trimmed(self._takes[take]) for take in self.shown], self._paths)
        self._moved()
        self.changed.emit()

    def _moved(self) -> None:
        leader = self.step.leader
        self.transport.show_time(leader.at, leader.time.seconds)

    def _toggle_rate(self, rate: float) -> None:
        self._set_rate(USUAL if self.step.leader.rate == rate else rate)

    def _set_rate(self, rate: float) -> None:
        self.step.set_rate(rate)
        self.transport.show_speed(rate)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Space and the arrows come here only where no button or list wanted them."""
        steps = {Qt.Key.Key_Left: Fraction(-1), Qt.Key.Key_Right: Fraction(1)}
        if event.modifiers():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self.step.toggle()
        elif event.key() in steps:
            self.step.seek(self.step.leader.at + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        tall = max(100, self.height() - grown(44) - grown(40) - 2 * SPACE.s)
        for screen in self.screens:
            screen.setFixedSize(round(tall * CLIP_WIDTH_PX / CLIP_HEIGHT_PX), tall)
