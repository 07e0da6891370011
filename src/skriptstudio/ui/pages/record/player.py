"""Plays a take in the place of the preview."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QMouseEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from skriptstudio.ui.prompter.words import tenths_text
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import grown
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import IconButton
from skriptstudio.ui.widgets.film import Film
from skriptstudio.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame

_SMALL_HEIGHT = 960
"""Pictures are taken over at this height at most; more can't be seen in the window."""


class TakePlayer(QWidget):
    """The take as it is in the file, so not mirrored, over a row with play button and time."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.say = session.say
        self._media: QMediaPlayer | None = None
        self._wants_play = False
        self.film = Film(self.say("The take"), parent=self)
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        self.toggle = IconButton("play-fill", self.say("Play"), parent=self._row)
        self._time = Text("", "small", "ink_soft", tabular=True)
        row.addStretch(1)
        row.addWidget(self.toggle)
        row.addWidget(self._time)
        row.addStretch(1)
        self.toggle.clicked.connect(self.play_or_pause)
        self.setMinimumSize(120, 213)

    def show_take(self, path: Path, seconds: float, title: str, poster: QPixmap | None, play: bool) -> None:
        """Load a take; ``play`` sets off at once, else its first picture stands."""
        self.close_take()
        self.film.setAccessibleDescription(title)
        if poster is not None:
            self.film.show_image(poster.toImage())
        else:
            self.film.clear()
        self._seconds = seconds
        self._show_time(0)
        self._wants_play = play
        media = self._make()
        media.setSource(QUrl.fromLocalFile(str(path)))
        if play:
            media.play()
        else:
            media.pause()

    def close_take(self) -> None:
        """Let go of the file."""
        if self._media is not None:
            media, self._media = self._media, None
            media.stop()
            media.setSource(QUrl())
            media.deleteLater()

    def play_or_pause(self) -> None:
        """Play, hold, or play again from the start."""
        if self._media is None:
            return
        if self.playing:
            self._media.pause()
        else:
            self._media.play()

    @property
    def playing(self) -> bool:
        from PySide6.QtMultimedia import QMediaPlayer

        return self._media is not None and self._media.playbackState() == QMediaPlayer.PlaybackState.PlayingState

    def _make(self) -> QMediaPlayer:
        """A player; QtMultimedia takes 30 ms to import, so only who watches a take pays for it."""
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink

        from skriptstudio.ui.multimedia import settle

        media = QMediaPlayer(self)
        sound = QAudioOutput(media)
        sink = QVideoSink(media)
        settle(media, sink, sound)
        media.setAudioOutput(sound)
        media.setVideoSink(sink)
        sink.videoFrameChanged.connect(self._show_frame)
        media.positionChanged.connect(self._show_time)
        media.playbackStateChanged.connect(self._show_state)
        self._media = media
        return media

    def _show_frame(self, frame: QVideoFrame) -> None:
        image: QImage = frame.toImage()
        if image.isNull() or self._media is None:
            return
        if image.height() > _SMALL_HEIGHT:
            image = image.scaledToHeight(_SMALL_HEIGHT, Qt.TransformationMode.FastTransformation)
        self.film.show_image(image)

    def _show_time(self, position_ms: int) -> None:
        language = self._session.speaker.language
        now, end = (tenths_text(seconds, language) for seconds in (position_ms / 1000, self._seconds))
        self._time.setText(f"{now} / {end}")

    def _show_state(self) -> None:
        self.toggle.set_icon("pause-fill" if self.playing else "play-fill")
        name = self.say("Pause") if self.playing else self.say("Play")
        self.toggle.setAccessibleName(name)
        self.toggle.setToolTip(name)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(306, 544)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        row = grown(40)
        tall = max(100, self.height() - row)
        wide = min(self.width(), round(tall * 9 / 16))
        self.film.setGeometry((self.width() - wide) // 2, 0, wide, tall)
        self._row.setGeometry(0, tall, self.width(), row)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if self.film.geometry().contains(QPoint(event.position().toPoint())):
            self.play_or_pause()
