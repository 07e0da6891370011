"""Two takes that run in step, with the sound of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.cut import Segment
from skriptstudio.domain.timecode import FRAME
from skriptstudio.ui.pages.review.player import ClipPlayer

_APART = 1.5 * float(FRAME)
"""So many seconds apart are seen; less isn't mended."""

_FAR = 0.6
"""So many seconds apart are mended by a jump, less by running quicker or slower for a moment."""

_MENDING = 0.2
"""Share of the speed by which the silent one makes up for it."""


class InStep(QObject):
    """Both begin with their first word. The longer one leads, and the other follows it.

    Attributes:
        players: left and right.
        moved: the moment shown has changed.
        playing_changed: it started or stopped.
    """

    moved = Signal()
    playing_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.players = (ClipPlayer(self), ClipPlayer(self))
        self._rate = 1.0
        self._heard = 0
        self._lead = 0
        for number, player in enumerate(self.players):
            player.moved.connect(lambda number=number: self._moved(number))
            player.playing_changed.connect(lambda on, number=number: self._runs(number, on))

    def load(self, segments: Sequence[Segment], paths: dict[str, Path]) -> None:
        """Show the first picture of two pieces of takes."""
        for player, segment in zip(self.players, segments, strict=True):
            player.at = Fraction(0)
            player.load([segment], paths)
        self._lead = 0 if self.players[0].time.seconds >= self.players[1].time.seconds else 1
        self.hear(self._heard)

    @property
    def leader(self) -> ClipPlayer:
        """The longer one."""
        return self.players[self._lead]

    @property
    def follower(self) -> ClipPlayer:
        """The other one."""
        return self.players[1 - self._lead]

    @property
    def apart(self) -> float:
        """Seconds by which the leader is ahead; 0 where the shorter one has ended."""
        if self.leader.at > self.follower.time.seconds - FRAME:
            return 0.0
        return float(self.leader.at - self.follower.at)

    @property
    def heard(self) -> int:
        """0 for the left one, 1 for the right one."""
        return self._heard

    def hear(self, number: int) -> None:
        """Let the left (0) or the right (1) take be heard."""
        self._heard = number
        for index, player in enumerate(self.players):
            player.set_muted(index != number)

    def toggle(self) -> None:
        """Play both, or pause both."""
        if self.leader.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Run on together; from the start if the longer one stands at its end."""
        self.leader.play()
        if self.leader.at < self.follower.time.seconds - FRAME:
            self.follower.seek(self.leader.at)
            self.follower.play()

    def pause(self) -> None:
        """Stop both at the leader's picture."""
        for player in self.players:
            player.pause()
        if self.apart:
            self.follower.seek(self.leader.at)

    def seek(self, at: Fraction) -> None:
        """Show both at a moment, counted from the first word."""
        self.leader.seek(at)
        self.follower.seek(self.leader.at)
        if self.leader.playing and self.leader.at < self.follower.time.seconds - FRAME:
            self.follower.play()

    def step(self, frames: int) -> None:
        """Pause, and go so many frames on."""
        self.pause()
        self.seek(self.leader.time.next_frame(self.leader.at, frames))

    def set_rate(self, rate: float) -> None:
        """Run both at ``rate`` times the speed of life."""
        self._rate = rate
        for player in self.players:
            player.set_rate(rate)

    def close(self) -> None:
        """Let go of all files."""
        for player in self.players:
            player.close()

    def _moved(self, number: int) -> None:
        if number != self._lead:
            return
        if self.leader.playing and self.follower.playing:
            self._mend()
        self.moved.emit()

    def _mend(self) -> None:
        """Only the silent one may change its pace; where that is the leader, the follower waits for a jump."""
        apart = self.apart
        silent = self.players[1 - self._heard]
        if abs(apart) > _FAR:
            self.follower.seek(self.leader.at)
        rate = self._rate
        if _APART < abs(apart) <= _FAR:
            behind = (apart > 0) == (silent is self.follower)
            rate *= 1 + _MENDING if behind else 1 - _MENDING
        if silent.rate != rate:
            silent.set_rate(rate)

    def _runs(self, number: int, on: bool) -> None:
        if number == self._lead:
            if not on:
                self.follower.pause()
            self.playing_changed.emit(on)
