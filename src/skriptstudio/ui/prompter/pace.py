"""Where the reader is in the text: one state for every view of it; without Qt."""

import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from skriptstudio.ui.prompter.reading import Line

GLIDE_SECONDS = 0.18
"""How long the text takes to follow the hand."""

VOICE_GLIDE_SECONDS = 0.6
"""How long it takes to follow the voice, which is told of two to four times a second: so it flows and doesn't jerk."""


@dataclass(frozen=True)
class _Glide:
    """The rest of a way that the text hasn't gone yet.

    Attributes:
        distance: in seconds of the script; negative where the text has to move on.
        since: when it set out.
        length: how long it takes.
    """

    distance: float
    since: float
    length: float

    def left(self, now: float) -> float:
        """What is still to go, slower towards the end."""
        share = 1 - (now - self.since) / self.length
        return self.distance * share**3 if share > 0 else 0.0


_STANDING = _Glide(0.0, 0.0, 1.0)


class Track:
    """The lines of one view, and which of them stands at the reader's place at a moment of the script.

    A second view with other line breaks has a track of its own and asks it for the same ``Pace.moment``.

    Attributes:
        lines: in order.
        end: moment after the last word.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = tuple(lines)
        self._starts = [line.start for line in self.lines]
        self.end = self.lines[-1].start + self.lines[-1].seconds if self.lines else 0.0
        self._ends = [*self._starts[1:], self.end]
        self._times: list[float] = []
        self._places: list[float] = []
        for at, line in enumerate(self.lines):
            self._lay(at, line)
        self._knot(self.end, len(self.lines) - 0.5)

    def _lay(self, at: int, line: Line) -> None:
        """A line passes the reader's place evenly, but stands still at its pause marks."""
        self._knot(line.start, at - 0.5)
        waiting = sum(seconds for _, seconds in line.waits)
        speaking = max(0.0, self._ends[at] - line.start - waiting)
        waited = 0.0
        for share, seconds in line.waits:
            self._knot(line.start + speaking * share + waited, at - 0.5 + share)
            waited += seconds
            self._knot(line.start + speaking * share + waited, at - 0.5 + share)

    def _knot(self, moment: float, place: float) -> None:
        self._times.append(max(moment, self._times[-1]) if self._times else moment)
        self._places.append(place)

    def line(self, moment: float) -> int:
        """Index of the line that is read at a moment; 0 for an empty text."""
        return max(0, bisect_right(self._starts, moment) - 1)

    def start(self, line: int) -> float:
        """When a line begins."""
        return self._starts[line]

    def middle(self, line: int) -> float:
        """When a line stands exactly at the reader's place."""
        at = bisect_left(self._places, line)
        return self._between(self._places, self._times, at, float(line))

    def scrolled(self, moment: float) -> float:
        """The line at the reader's place while the text moves; a line is in place at the middle of its time."""
        if not self.lines:
            return 0.0
        at = bisect_right(self._times, moment)
        return min(max(self._between(self._times, self._places, at, moment), 0.0), len(self.lines) - 1.0)

    def stood(self, moment: float) -> float:
        """The line at the reader's place while the text stands: a line is in place from its first word on."""
        if not self.lines:
            return 0.0
        at = self.line(moment)
        share = (moment - self._starts[at]) / max(0.05, self._ends[at] - self._starts[at])
        return min(at + min(max(share, 0.0), 1.0), len(self.lines) - 1.0)

    def _between(self, x: Sequence[float], y: Sequence[float], at: int, value: float) -> float:
        if at <= 0:
            return y[0]
        if at >= len(x):
            return y[-1]
        span = x[at] - x[at - 1]
        share = (value - x[at - 1]) / span if span > 0 else 1.0
        return y[at - 1] + share * (y[at] - y[at - 1])


class Pace:
    """Where the reader is: moved by clock, voice or hand alone, held by P, and always pushed by the hand.

    Args:
        lines: what is read, as the first view breaks it.
        clock: seconds, ever growing.
        still: jump from line to line instead of scrolling.
        by_hand: the clock moves nothing; a step is a sentence.
        by_voice: the clock moves nothing either, but ``follow`` does.
        visible: so many lines can be read at once; a longer sentence takes several steps.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        clock: Callable[[], float] = time.perf_counter,
        still: bool = False,
        by_hand: bool = False,
        by_voice: bool = False,
        visible: int = 3,
    ) -> None:
        self._track = Track(lines)
        self._clock = clock
        self._still = still
        self.by_hand = by_hand
        self.by_voice = by_voice
        self._visible = max(1, visible)
        self._at = 0.0
        self._since: float | None = None
        self._glide = _STANDING

    @property
    def running(self) -> bool:
        """Whether clock or voice moves the text."""
        return self._since is not None

    @property
    def seconds(self) -> float:
        """Moment of the script, in seconds after its first word."""
        by_clock = self._since is not None and not self.by_voice
        return self._at + (self._clock() - self._since if by_clock and self._since is not None else 0.0)

    @property
    def moment(self) -> float:
        """The moment that is shown: it follows the hand in a short glide. For the track of any view."""
        return self.seconds + self._glide.left(self._clock())

    @property
    def left(self) -> float:
        """Seconds to the end of the text."""
        return max(0.0, self._track.end - self.seconds)

    @property
    def line(self) -> int:
        """Index of the line being read; 0 for an empty text."""
        return self._track.line(self.seconds)

    @property
    def sentence(self) -> int:
        """Number of the sentence being read, from 0; 0 for an empty text."""
        return self._track.lines[self.line].sentence if self._track.lines else 0

    @property
    def section(self) -> str:
        """Section being read; empty for an empty text."""
        return self._track.lines[self.line].section if self._track.lines else ""

    @property
    def shown(self) -> float:
        """The line that stands at the reader's place in the first view; between two lines while the text moves."""
        return self.place(self._track)

    def place(self, track: Track) -> float:
        """The line that stands at the reader's place in a view with these lines."""
        if self._still:
            return float(track.line(self.seconds))
        return track.stood(self.moment) if self.by_hand else track.scrolled(self.moment)

    def start(self) -> None:
        """Let the text run; by hand alone it stands."""
        if self._since is None and not self.by_hand:
            self._since = self._clock()

    def hold(self) -> None:
        """Let the text stand where it is."""
        self._at, self._since = self.seconds, None

    def toggle(self) -> None:
        """Hold or go on."""
        if self.running:
            self.hold()
        else:
            self.start()

    def move(self, steps: int) -> None:
        """Put the text so many lines further, or sentences where only the hand moves it; negative goes back."""
        if not self._track.lines:
            return
        before = self.moment
        if self.by_hand:
            self.go_to(self._track.start(self._stop_after(steps)))
        else:
            to = min(max(self.line + steps, 0), len(self._track.lines) - 1)
            self.go_to(self._track.start(to) if self.running and not self.by_voice else self._track.middle(to))
        self._glide = _Glide(before - self.seconds, self._clock(), GLIDE_SECONDS)

    def follow(self, seconds: float) -> None:
        """The voice has come to this moment of the script; nothing moves while the text is held."""
        if self.by_voice and self.running and seconds != self._at:
            before = self.moment
            self._at = seconds
            self._glide = _Glide(before - seconds, self._clock(), VOICE_GLIDE_SECONDS)

    def go_to(self, seconds: float) -> None:
        """Go to a moment of the script."""
        self._at = seconds
        if self._since is not None:
            self._since = self._clock()
        self._glide = _STANDING

    def lay(self, lines: Sequence[Line], visible: int | None = None) -> None:
        """The lines were broken anew; the reader stays at the same word, and the text moves or stands as before."""
        self._track = Track(lines)
        if visible is not None:
            self._visible = max(1, visible)

    def _stop_after(self, steps: int) -> int:
        """The line to which so many steps lead by hand."""
        stops = self._stops()
        now = self.line
        at = bisect_right(stops, now) - 1 + steps if steps > 0 else bisect_left(stops, now) + steps
        return stops[min(max(at, 0), len(stops) - 1)]

    def _stops(self) -> list[int]:
        """First lines of the sentences, and of what doesn't fit into view at once."""
        stops: list[int] = []
        for at, line in enumerate(self._track.lines):
            fresh = at == 0 or line.sentence != self._track.lines[at - 1].sentence
            if fresh or at - stops[-1] >= self._visible:
                stops.append(at)
        return stops
