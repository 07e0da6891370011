"""Where in which take a moment of the clip lies; the logic of the player without a player."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from skriptstudio.domain.cut import Segment, placed
from skriptstudio.domain.timecode import FRAME, from_frames, on_frame, to_frames


@dataclass(frozen=True)
class Spot:
    """A moment: the segment by its number, and seconds of its take."""

    segment: int
    second: Fraction

    @property
    def middle_ms(self) -> int:
        """Milliseconds to ask a player for: the middle of the frame.

        At a frame's exact start Qt shows the one before (measured.md, Qt).
        """
        return round((self.second + FRAME / 2) * 1000)


class PlayTime:
    """The segments of a cut laid end to end, and its end card behind them, in seconds of the clip.

    Attributes:
        segments: in order; may be empty.
        starts: the moment of the clip at which each begins.
        spoken: length of all segments: there the end card begins.
        seconds: length of the clip.
    """

    def __init__(self, segments: Sequence[Segment], card: Fraction = Fraction(0)) -> None:
        """``card`` is the length of the end card in seconds; 0 for none."""
        self.segments = tuple(segments)
        self.starts = tuple(at for _, at in placed(self.segments))
        self.spoken = sum((s.end - s.start for s in self.segments), Fraction(0))
        self.seconds = self.spoken + card if self.segments else Fraction(0)

    @property
    def frames(self) -> int:
        """Length of the segments in frames."""
        return to_frames(self.spoken)

    def in_card(self, at: Fraction) -> bool:
        """Whether the end card is seen at ``at`` seconds of the clip."""
        return self.spoken <= at < self.seconds

    def clamped(self, at: Fraction) -> Fraction:
        """``at`` on a frame that the clip has."""
        return min(max(Fraction(0), on_frame(at)), max(Fraction(0), self.seconds - FRAME))

    def locate(self, at: Fraction) -> Spot:
        """The frame of a take that is seen at ``at`` seconds of the clip; while the end card is seen, the last one.

        Raises:
            IndexError: the clip is empty.
        """
        moment = min(self.clamped(at), max(Fraction(0), self.spoken - FRAME))
        index = max((n for n, start in enumerate(self.starts) if start <= moment), default=0)
        return Spot(index, self.segments[index].start + moment - self.starts[index])

    def moment(self, spot: Spot) -> Fraction:
        """The moment of the clip at which the spot is seen."""
        return self.starts[spot.segment] + spot.second - self.segments[spot.segment].start

    def next_frame(self, at: Fraction, step: int) -> Fraction:
        """``step`` frames later, negative for earlier, inside the clip."""
        return self.clamped(from_frames(to_frames(at) + step))

    def is_over(self, segment: int, second: float) -> bool:
        """Whether a picture of the take at ``second`` is no longer part of the segment."""
        return second >= float(self.segments[segment].end) - float(FRAME) / 2


def clock_text(seconds: Fraction) -> str:
    """``0:12,4``: minutes, seconds, tenths (looks.md, Words, rule 4)."""
    tenths = int(seconds * 10)
    return f"{tenths // 600}:{tenths // 10 % 60:02},{tenths % 10}"


def short_clock(seconds: Fraction) -> str:
    """``0:25``: minutes and whole seconds."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def decimal_text(seconds: Fraction, language: str = "de") -> str:
    """``3,7``: one decimal, with the comma that the house writes."""
    text = f"{float(seconds):.1f}"
    return text.replace(".", ",") if language == "de" else text
