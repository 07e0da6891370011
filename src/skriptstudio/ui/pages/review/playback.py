"""How the clip is played: in a loop, slower, quicker."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from skriptstudio.domain.timecode import FRAME
from skriptstudio.ui.pages.review.play_time import clock_text

if TYPE_CHECKING:
    from skriptstudio.ui.pages.review.clip import ClipView

HALF, USUAL, DOUBLE = 0.5, 1.0, 2.0


class Playback:
    """Connects loop and speed of the clip view with its player.

    Without a marked range the loop is the segment under the playhead, and goes along with it.
    """

    def __init__(self, view: ClipView) -> None:
        self._view = view
        self._begin: Fraction | None = None
        self._end: Fraction | None = None
        transport = view.parts.transport
        transport.loop.toggled.connect(lambda _on: self.show())
        transport.speed_chosen.connect(self.set_rate)

    def toggle_rate(self, rate: float) -> None:
        """H and D: half or double, and back with the same key."""
        self.set_rate(USUAL if self._view.player.rate == rate else rate)

    def set_rate(self, rate: float) -> None:
        """Play ``rate`` times as fast as life."""
        self._view.player.set_rate(rate)
        self._view.parts.transport.show_speed(rate)

    def mark_begin(self) -> None:
        """Shift+I: the loop begins at the picture that is shown."""
        self._begin = self._view.player.at
        if self._end is not None and self._end <= self._begin:
            self._end = None
        self._marked()

    def mark_end(self) -> None:
        """Shift+O: the loop ends after the picture that is shown."""
        self._end = self._view.player.at + FRAME
        if self._begin is not None and self._begin >= self._end:
            self._begin = None
        self._marked()

    def forget(self) -> None:
        """Another clip: no loop, no range; the speed stays."""
        self._begin = self._end = None
        self._view.parts.transport.loop.setChecked(False)

    def show(self) -> None:
        """Let the player and the timeline know what is repeated now."""
        view = self._view
        if not view.parts.transport.loop.isChecked():
            self._begin = self._end = None
        stretch = self.stretch
        if stretch != view.player.loop:
            view.player.set_loop(stretch)
        view.parts.timeline.show_loop(stretch)
        told = view.say("Loop")
        if stretch is not None:
            told = view.say("Loop from {start} to {end}", start=clock_text(stretch[0]), end=clock_text(stretch[1]))
        view.parts.transport.loop.setAccessibleName(told)
        view.parts.transport.loop.setToolTip(f"{told} (W)")

    @property
    def stretch(self) -> tuple[Fraction, Fraction] | None:
        """What is repeated, in seconds of the clip; None for nothing."""
        time = self._view.player.time
        if not self._view.parts.transport.loop.isChecked() or not time.segments:
            return None
        if self._begin is None and self._end is None:
            segment = time.locate(self._view.player.at).segment
            begin = time.starts[segment]
            return begin, begin + time.segments[segment].end - time.segments[segment].start
        begin = min(self._begin or Fraction(0), time.spoken - FRAME)
        end = time.spoken if self._end is None else min(self._end, time.spoken)
        return begin, max(end, begin + FRAME)

    def _marked(self) -> None:
        loop = self._view.parts.transport.loop
        if loop.isChecked():
            self.show()
        else:
            loop.setChecked(True)
