"""Plays a cut straight from its takes: two decks take turns, so that a cut is no gap."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal

from skriptstudio.domain.cut import Segment
from skriptstudio.domain.timecode import FRAME, on_frame
from skriptstudio.ui.multimedia import settle
from skriptstudio.ui.pages.review.play_time import PlayTime, Spot

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame

_SETTLED_SECONDS = 0.25
"""Pictures further from where a deck was sent are left over from before the jump."""

_SETTLE_MS = 600
"""After this time a deck shows whatever it has."""


def warm_up() -> None:
    """Import Qt's player and find the loudspeaker; slow at first, so call it in a job."""
    from PySide6.QtMultimedia import QMediaDevices

    QMediaDevices.defaultAudioOutput()


class ClipPlayer(QObject):
    """Play, pause and seek in seconds of the clip.

    ``warm_up`` must have run, else the first ``load`` is slow.

    Attributes:
        time: the clip's segments; empty before ``load``.
        at: the moment shown, in seconds of the clip.
        playing: whether it runs.
        rate: 1.0 or quicker.
        pictured: a new picture, as QVideoFrame.
        moved: ``at`` has changed.
        playing_changed: it started or stopped.
        failed: a film can't be played.
    """

    pictured = Signal(object)
    moved = Signal()
    playing_changed = Signal(bool)
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.time = PlayTime(())
        self.at = Fraction(0)
        self.playing = False
        self.rate = 1.0
        self._paths: dict[str, Path] = {}
        self._decks: list[_Deck] = []
        self._active = 0
        self._segment = 0
        self._over = False
        self._until: Fraction | None = None

    def load(self, segments: Sequence[Segment], paths: dict[str, Path], at: Fraction = Fraction(0)) -> None:
        """Take over a cut and show its picture at ``at``."""
        self.pause()
        self.time = PlayTime(segments)
        self._paths = paths
        if not self._decks:
            self._decks = [_Deck(self), _Deck(self)]
            for deck in self._decks:
                deck.pictured.connect(self._deck_pictured)
                deck.ended.connect(self._deck_ended)
                deck.failed.connect(self.failed)
                deck.set_rate(self.rate)
        if self.time.segments:
            self.seek(at)

    @property
    def loaded(self) -> bool:
        """Whether there is something to play."""
        return bool(self._decks and self.time.segments)

    def play(self) -> None:
        """Run on from here; from the start if it stands at the end."""
        if not self.loaded or self.playing:
            return
        self._set_playing(True)
        if self._over:
            self.seek(Fraction(0))
        else:
            self._go(self.time.locate(self.at))

    def play_stretch(self, start: Fraction, end: Fraction) -> None:
        """Run from ``start`` to ``end``, in seconds of the clip, and stand there."""
        self.pause()
        self.seek(max(Fraction(0), start))
        self.play()
        self._until = end if self.playing and end < self.time.seconds else None

    def pause(self) -> None:
        """Stop at the picture shown."""
        self._until = None
        if not self.playing:
            return
        self._set_playing(False)
        for deck in self._decks:
            deck.pause()

    def toggle(self) -> None:
        """Play or pause."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def seek(self, at: Fraction) -> None:
        """Show the frame at ``at`` seconds of the clip, and run on if it runs."""
        self._over = False
        self._until = None
        self.at = self.time.clamped(at)
        if self.loaded:
            self._go(self.time.locate(self.at))
        self.moved.emit()

    def step(self, frames: int) -> None:
        """Pause and go so many frames on."""
        self.pause()
        self.seek(self.time.next_frame(self.at, frames))

    def set_rate(self, rate: float) -> None:
        """Run at ``rate`` times the speed of life."""
        self.rate = rate
        for deck in self._decks:
            deck.set_rate(rate)

    def close(self) -> None:
        """Let go of all files."""
        self.pause()
        for deck in self._decks:
            deck.close()
        self._decks = []
        self.time = PlayTime(())

    def _set_playing(self, playing: bool) -> None:
        self.playing = playing
        self.playing_changed.emit(playing)

    def _go(self, spot: Spot) -> None:
        """Let the deck that lies nearest show the spot, and get the other one ready for the next segment."""
        segment = self.time.segments[spot.segment]
        path = self._paths[segment.take]
        other = self._decks[1 - self._active]
        if self._decks[self._active].path != path and other.path == path:
            self._decks[self._active].pause()
            self._active = 1 - self._active
        self._segment = spot.segment
        self._decks[self._active].show(path, spot, self.playing)
        self._prepare_next()

    def _prepare_next(self) -> None:
        following = self._segment + 1
        other = self._decks[1 - self._active]
        other.pause()
        if self.playing and following < len(self.time.segments):
            segment = self.time.segments[following]
            other.show(self._paths[segment.take], Spot(following, segment.start), playing=False)

    def _deck_pictured(self, deck: _Deck, frame: QVideoFrame, second: float) -> None:
        if not self.loaded or deck is not self._decks[self._active]:
            return
        if self.playing and self.time.is_over(self._segment, second):
            self._next_segment()
            return
        self.pictured.emit(frame)
        if self.playing:
            there = Spot(self._segment, on_frame(Fraction(second)))
            self.at = self.time.clamped(self.time.moment(there))
            if self._until is not None and self.at >= self._until - FRAME:
                self.pause()
            self.moved.emit()

    def _deck_ended(self, deck: _Deck) -> None:
        if self.playing and self._decks and deck is self._decks[self._active]:
            self._next_segment()

    def _next_segment(self) -> None:
        following = self._segment + 1
        if following >= len(self.time.segments):
            self.pause()
            self._over = True
            self.at = self.time.clamped(self.time.seconds)
            self.moved.emit()
            return
        self._decks[self._active].pause()
        self._active = 1 - self._active
        self._segment = following
        self.at = self.time.starts[following]
        deck = self._decks[self._active]
        segment = self.time.segments[following]
        deck.show(self._paths[segment.take], Spot(following, segment.start), playing=True)
        if deck.frame is not None:
            self.pictured.emit(deck.frame)
        self.moved.emit()
        self._prepare_next()


class _Deck(QObject):
    """One QMediaPlayer with its sink.

    Attributes:
        path: the film in it.
        frame: the last picture it gave.
        pictured: deck, picture, second of the take.
        ended: deck; the film is over.
    """

    pictured = Signal(object, object, float)
    ended = Signal(object)
    failed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink

        self.path: Path | None = None
        self.frame: QVideoFrame | None = None
        self._kind = QMediaPlayer
        self._player: QMediaPlayer = QMediaPlayer(self)
        self._sink = QVideoSink(self)
        self._sound = QAudioOutput(self)
        settle(self._player, self._sink, self._sound)
        self._player.setVideoSink(self._sink)
        self._player.setAudioOutput(self._sound)
        self._wanted: tuple[Spot, bool] | None = None
        self._target: Spot | None = None
        self._runs = False
        self._loads = False  # Qt tells once more that the old film is loaded, before it loads the new one
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._run)
        self._sink.videoFrameChanged.connect(self._framed)
        self._player.mediaStatusChanged.connect(self._status)
        self._player.errorOccurred.connect(lambda *_: self.failed.emit())

    def show(self, path: Path, spot: Spot, playing: bool) -> None:
        """Show a spot of a film, and run on from it if ``playing``."""
        if path != self.path:
            self.path = path
            self.frame = None
            self._target = None
            self._wanted = (spot, playing)
            self._loads = False
            self._player.setSource(QUrl.fromLocalFile(str(path)))
        elif self._wanted is not None:
            self._wanted = (spot, playing)
        else:
            self._apply(spot, playing)

    def pause(self) -> None:
        """Stop at the present picture."""
        if self._wanted is not None:
            self._wanted = (self._wanted[0], False)
            return
        self._runs = False
        if self._player.playbackState() == self._kind.PlaybackState.PlayingState:
            self._player.pause()

    def set_rate(self, rate: float) -> None:
        """Run at ``rate``."""
        self._player.setPlaybackRate(rate)

    def close(self) -> None:
        """Let go of the film."""
        self._settling.stop()
        self._player.stop()
        self._player.setSource(QUrl())
        self.deleteLater()

    def _apply(self, spot: Spot, playing: bool) -> None:
        """Go there and stand; running begins with the first picture from there."""
        there = self.frame is not None and self._target == spot and not self._settling.isActive()
        self._runs = playing
        self._target = spot
        if there:
            self._run()
            return
        self._settling.start()
        self._player.pause()
        self._player.setPosition(spot.middle_ms)

    def _run(self) -> None:
        if self._runs:
            self._target = None
            self._player.play()

    def _status(self, status: object) -> None:
        kind = self._kind.MediaStatus
        if status == kind.LoadingMedia:
            self._loads = True
        elif status in (kind.LoadedMedia, kind.BufferedMedia) and self._wanted is not None and self._loads:
            (spot, playing), self._wanted = self._wanted, None
            self._apply(spot, playing)
        elif status == kind.EndOfMedia:
            self.ended.emit(self)

    def _framed(self, frame: QVideoFrame) -> None:
        if not frame.isValid() or self._wanted is not None:
            return
        micro = frame.startTime()
        second = micro / 1e6 if micro >= 0 else self._player.position() / 1000
        target = self._target if self._settling.isActive() else None
        if target is not None and abs(second - float(target.second)) > _SETTLED_SECONDS + float(FRAME):
            return
        if self._settling.isActive():
            self._settling.stop()
            self._run()
        self.frame = frame
        self.pictured.emit(self, frame, second)
