"""Pictures over the voice while the clip plays: one more film, without sound, in step with the clip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.dressing import Insert, seen_spans
from skriptstudio.domain.timecode import from_frames, on_frame, to_frames
from skriptstudio.ui.pages.review.deck import Deck
from skriptstudio.ui.pages.review.play_time import Spot

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

_READY_FRAMES = 45
"""So long before its time a film is opened and stands at its first picture."""
_APART_SECONDS, _MENDING = 0.1, 0.1
"""A film that is further from where it should be runs so much quicker or slower until it is there."""
_FAR_SECONDS = 0.8
"""From here on it is sent there: a jump costs more than a picture or two."""


@dataclass(frozen=True)
class _Span:
    """A film and the clip frames that show it; ``source`` is seen in frame ``first``."""

    path: Path
    source: Fraction
    first: int
    end: int

    def spot(self, frame: int) -> Spot:
        """Where the film is in a clip frame; spots of different inserts are never equal."""
        return Spot(self.first, self.source + from_frames(frame - self.first))


class OverVoice(QObject):
    """Follows the clip's player.

    Attributes:
        pictured: picture, clip frame in which it is seen.
        failed: the film can't be played.
    """

    pictured = Signal(object, int)
    failed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._deck: Deck | None = None
        self._rate = 1.0
        self._spans: tuple[_Span, ...] = ()
        self._shown: _Span | None = None
        self._ready: _Span | None = None
        self._runs = self._ended = False
        self._at = 0

    def load(self, inserts: Sequence[Insert], paths: Mapping[str, Path], frames: int) -> None:
        """Take over the inserts of a clip of so many frames; films that can't be played yet are left out."""
        known = [one for one in inserts if one.take in paths]
        spans = seen_spans([(to_frames(one.start), to_frames(one.end)) for one in known], frames)
        found = []
        for number, first, end in spans:
            one = known[number]
            source = one.source + from_frames(first) - one.start
            found.append(_Span(paths[one.take], source, first, end))
        if tuple(found) != self._spans:
            self._spans, self._shown, self._ready = tuple(found), None, None
            self.pause()
        if self._spans and self._deck is None:
            self._deck = Deck(self)
            self._deck.set_muted(True)
            self._deck.set_rate(self._rate)
            self._deck.pictured.connect(self._deck_pictured)
            self._deck.ended.connect(self._deck_ended)
            self._deck.failed.connect(self.failed)

    def covers(self, frame: int) -> bool:
        """Whether another film's picture is seen in a clip frame."""
        return self._span(frame) is not None

    def follow(self, frame: int, playing: bool) -> None:
        """The clip is at this frame, and runs or stands."""
        if self._deck is None:
            return
        span, sent = self._span(frame), self._is_far(frame)
        self._at = frame
        if span is None:
            self._shown = None
            self._get_ready(frame, playing)
        elif span is not self._shown or playing != self._runs or sent:
            self._send(span, frame, playing)
        elif playing:
            self._mend(span, frame)

    def seek(self, frame: int, playing: bool) -> None:
        """Somebody went to this frame: the film goes there, however near it is."""
        self._shown = None
        self.follow(frame, playing)

    def _send(self, span: _Span, frame: int, playing: bool) -> None:
        assert self._deck is not None
        begins, ready = span is not self._shown, span is self._ready
        self._shown, self._ready, self._runs, self._ended = span, None, playing, False
        self._deck.set_rate(self._rate)
        self._deck.show(span.path, span.spot(frame), playing)
        near = abs(self._deck.second - float(span.spot(frame).second)) < _APART_SECONDS
        if begins and ready and near and self._deck.frame is not None:
            self.pictured.emit(self._deck.frame, frame)

    def _mend(self, span: _Span, frame: int) -> None:
        """Let a film that lags or hurries come into step without a jump."""
        assert self._deck is not None
        behind = float(span.spot(frame).second) - self._deck.position
        if not self._deck.settled or self._ended:
            return
        pace = self._rate
        if abs(behind) > _APART_SECONDS:
            pace *= 1 + _MENDING if behind > 0 else 1 - _MENDING
        if self._deck.rate != pace:
            self._deck.set_rate(pace)

    def pause(self) -> None:
        """Stop with the clip."""
        self._runs = False
        if self._deck is not None:
            self._deck.pause()

    def set_rate(self, rate: float) -> None:
        """Run as fast as the clip."""
        self._rate = rate
        if self._deck is not None:
            self._deck.set_rate(rate)

    def close(self) -> None:
        """Let go of the film."""
        if self._deck is not None:
            self._deck.close()
        self._deck, self._shown, self._ready = None, None, None
        self._spans = ()

    def _span(self, frame: int) -> _Span | None:
        return next((span for span in self._spans if span.first <= frame < span.end), None)

    def _is_far(self, frame: int) -> bool:
        """Whether the film shown has to be sent to where it should be, and isn't on its way there."""
        if self._shown is None or self._deck is None or frame == self._at or (self._ended and frame > self._at):
            return False
        if not self._runs:
            return True
        wanted = float(self._shown.spot(frame).second)
        return self._deck.settled and abs(self._deck.position - wanted) > _FAR_SECONDS

    def _get_ready(self, frame: int, playing: bool) -> None:
        assert self._deck is not None
        if self._runs:
            self.pause()
        soon = next((span for span in self._spans if 0 < span.first - frame <= _READY_FRAMES), None)
        if playing and soon is not None and soon is not self._ready:
            self._ready = soon
            self._deck.show(soon.path, soon.spot(soon.first), playing=False)

    def _deck_pictured(self, _deck: Deck, frame: QVideoFrame, second: float) -> None:
        span = self._shown
        if span is not None:
            at = span.first + to_frames(on_frame(Fraction(second)) - span.source)
            self.pictured.emit(frame, min(max(at, span.first), span.end - 1))

    def _deck_ended(self, _deck: Deck) -> None:
        """Its last picture stays until the voice's picture is seen again."""
        self._ended = True
