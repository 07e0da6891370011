"""Camera and microphone of the demo: a drawn presenter who reads the script aloud."""

import time

from skriptstudio.media.capture.performance import Performance
from skriptstudio.media.capture.presenter import Presenter
from skriptstudio.media.capture.source import SAMPLE_RATE, CameraSource, MicrophoneSource, Picture, Sound

FRAMES_A_SECOND = 30
PIECE_SAMPLES = SAMPLE_RATE // 50
"""The demo microphone gives its sound in pieces of 20 ms."""


def demo_sources(text: str | None, endless: bool) -> tuple[CameraSource, MicrophoneSource]:
    """A camera and a microphone that give one performance of a text; each also works without the other.

    Started at the same moment, the mouth moves with the sound. Both raise
    ``VoiceMissing`` from ``open`` (and from ``read``, half a minute before a later
    sentence) if the built-in voice fails.

    Args:
        text: what is read; a short introduction if there is nothing to read in it; None: the presenter says nothing.
        endless: after the text stay there, silent, instead of coming to an end.
    """
    performance = Performance(text)
    return DemoCamera(performance, endless), DemoMicrophone(performance, endless)


def rehearse(text: str) -> None:
    """Get ready for a text, so that its first performance begins sooner. Raises ``VoiceMissing``."""
    Performance(text).prepare()


class DemoCamera:
    """Picture k is stamped with the start plus k/30 s; it is never dropped, only late if the reader is."""

    def __init__(self, performance: Performance, endless: bool) -> None:
        self._performance = performance
        self._endless = endless
        self._presenter: Presenter | None = None
        self._begin = 0.0
        self._number = 0

    def open(self) -> None:
        self._performance.prepare()
        self._presenter = Presenter()
        self.start(time.perf_counter())

    def start(self, at: float) -> None:
        self._begin = at
        self._number = 0

    def read(self, timeout: float) -> Picture | None:
        seconds = self._number / FRAMES_A_SECOND
        if self._presenter is None:
            return None
        if not self._endless and self._performance.over(self._number * SAMPLE_RATE // FRAMES_A_SECOND):
            return None
        _wait_until(self._begin + seconds, timeout)
        face = self._performance.expression(seconds)
        self._number += 1
        return Picture(self._presenter.draw(seconds, face.mouth, face.emphasis), self._begin + seconds)

    def close(self) -> None:
        self._presenter = None


class DemoMicrophone:
    """Pieces of 20 ms, each handed over once its last sample has sounded; the last may be shorter."""

    def __init__(self, performance: Performance, endless: bool) -> None:
        self._performance = performance
        self._endless = endless
        self._opened = False
        self._begin = 0.0
        self._sample = 0

    def open(self) -> None:
        self._performance.prepare()
        self._opened = True
        self.start(time.perf_counter())

    def start(self, at: float) -> None:
        self._begin = at
        self._sample = 0

    def read(self, timeout: float) -> Sound | None:
        if not self._opened:
            return None
        end = self._sample + PIECE_SAMPLES
        if not self._endless:
            end = self._performance.length_until(end)
        if end <= self._sample:
            return None
        _wait_until(self._begin + end / SAMPLE_RATE, timeout)
        first, self._sample = self._sample, end
        return Sound(self._performance.sound(first, end - first), self._begin + first / SAMPLE_RATE)

    def close(self) -> None:
        self._opened = False


def _wait_until(moment: float, timeout: float) -> None:
    """Raises ``TimeoutError`` after ``timeout`` seconds if the moment is still to come."""
    left = moment - time.perf_counter()
    if left > timeout:
        time.sleep(max(0.0, timeout))
        raise TimeoutError
    if left > 0:
        time.sleep(left)
