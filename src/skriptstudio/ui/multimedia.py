"""One rule for whoever plays films with Qt."""

from PySide6.QtCore import SignalInstance
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink


def settle(player: QMediaPlayer, sink: QVideoSink, sound: QAudioOutput) -> None:
    """Let PySide find out now that nobody overrides (dis)connectNotify of the three objects.

    It asks at the first call and remembers. That call would else come from a thread of Qt's player that
    holds one of Qt's locks and waits for Python's, while we may hold Python's and wait for Qt's: the
    window stood still for good (measured once in about ten runs of the review page's tests).
    """
    for signal in (player.errorChanged, sink.videoSizeChanged, sound.volumeChanged):
        _connect_once(signal)


def _connect_once(signal: SignalInstance) -> None:
    connection = signal.connect(_nothing)
    signal.disconnect(connection)


def _nothing() -> None:
    """Connected and disconnected at once."""
