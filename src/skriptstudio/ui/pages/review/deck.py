"""One film of the review player: goes to a frame, plays from it, and lets go of the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPropertyAnimation, QTimer, QUrl, Signal

from skriptstudio.domain.cut import CROSSFADE_FRAMES
from skriptstudio.domain.timecode import FRAME
from skriptstudio.ui.multimedia import settle
from skriptstudio.ui.pages.review.play_time import Spot

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame

_SETTLED_SECONDS = 0.25
"""Pictures further from where a deck was sent are left over from before the jump."""

_SETTLE_MS = 600
"""After this time a deck shows whatever it has."""


class Deck(QObject):
    """One QMediaPlayer with its sink.

    Attributes:
        path: the film in it.
        frame: the last picture it gave.
        second: the moment of that picture in the take.
        pictured: deck, picture, second of the take.
        ended: deck; the film is over.
        faded: its sound is gone, and it stands.
    """

    pictured = Signal(object, object, float)
    ended = Signal(object)
    faded = Signal()
    failed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink

        self.path: Path | None = None
        self.frame: QVideoFrame | None = None
        self.second = 0.0
        self._kind = QMediaPlayer
        self._player: QMediaPlayer = QMediaPlayer(self)
        self._sink = QVideoSink(self)
        self._sound = QAudioOutput(self)
        settle(self._player, self._sink, self._sound)
        self._player.setVideoSink(self._sink)
        self._player.setAudioOutput(self._sound)
        self._player.setPitchCompensation(True)
        self._wanted: tuple[Spot, bool] | None = None
        self._target: Spot | None = None
        self._runs = False
        self._loads = False  # Qt tells once more that the old film is loaded, before it loads the new one
        self._fading = QPropertyAnimation(self._sound, b"volume", self)
        self._fading.setDuration(round(CROSSFADE_FRAMES * FRAME * 1000))
        self._fading.finished.connect(self._faded)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._run)
        self._sink.videoFrameChanged.connect(self._framed)
        self._player.mediaStatusChanged.connect(self._status)
        self._player.errorOccurred.connect(lambda *_: self.failed.emit())

    def show(self, path: Path, spot: Spot, playing: bool) -> None:
        """Show a spot of a film, and run on from it if ``playing``."""
        self.cut_fade()
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

    @property
    def settled(self) -> bool:
        """Whether it has arrived where it was sent."""
        return self._wanted is None and not self._settling.isActive()

    @property
    def rate(self) -> float:
        """How fast it runs, 1.0 for the speed of life."""
        return self._player.playbackRate()

    @property
    def position(self) -> float:
        """Seconds of the film at which it is."""
        return self._player.position() / 1000

    def pause(self) -> None:
        """Stop at the present picture."""
        if self._wanted is not None:
            self._wanted = (self._wanted[0], False)
            return
        self._runs = False
        if self._player.playbackState() == self._kind.PlaybackState.PlayingState:
            self._player.pause()

    def fade_in(self) -> None:
        """Let the sound come softly."""
        self._sound.setVolume(0.0)
        self._fade_to(1.0)

    def fade_out(self) -> None:
        """Let the sound go softly, then stand."""
        self._fade_to(0.0)

    def cut_fade(self) -> None:
        """Be as loud as the film is, at once."""
        self._fading.stop()
        self._sound.setVolume(1.0)

    def _fade_to(self, volume: float) -> None:
        self._fading.stop()
        self._fading.setStartValue(self._sound.volume())
        self._fading.setEndValue(volume)
        self._fading.start()

    def _faded(self) -> None:
        if self._fading.endValue() == 0.0:
            self.pause()
            self._sound.setVolume(1.0)
            self.faded.emit()

    def set_rate(self, rate: float) -> None:
        """Run at ``rate``; voices keep their pitch: 440 Hz stay 440 Hz from half to double (measured)."""
        self._player.setPlaybackRate(rate)

    def set_muted(self, muted: bool) -> None:
        """Let the film be heard or not."""
        self._sound.setMuted(muted)

    def close(self) -> None:
        """Let go of the film."""
        self._settling.stop()
        self._fading.stop()
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
        self.frame, self.second = frame, second
        self.pictured.emit(self, frame, second)
