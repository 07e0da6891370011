"""Passes a room's sound on to somebody who understands speech, without the recorder waiting for that."""

from collections.abc import Callable
from queue import Empty, Full, Queue
from threading import Thread

import av
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler

from skriptstudio.media.capture.source import SAMPLE_RATE, Sound

EAR_RATE = 16_000
PIECE_SECONDS = 0.1

_MOST_WAITING = 250
"""Pieces of the microphone, about 5 s. Whoever listens slower than people speak misses something."""

Hear = Callable[[bytes], None]
"""Takes mono sound at ``EAR_RATE``, signed 16 bit, in pieces of ``PIECE_SECONDS``."""


class Ear:
    """Makes the pieces and hands them over, in a thread of its own."""

    def __init__(self, hear: Hear) -> None:
        """Begin. ``hear`` may take its time; it must not raise."""
        self._hear = hear
        self._waiting: Queue[Sound | None] = Queue(_MOST_WAITING)
        self._resampler = AudioResampler("s16", "mono", EAR_RATE, frame_size=round(PIECE_SECONDS * EAR_RATE))
        self._thread = Thread(target=self._listen, name="room ear", daemon=True)
        self._thread.start()

    def take(self, sound: Sound) -> None:
        """Take in a piece of the microphone; from its thread, returns at once."""
        try:
            self._waiting.put_nowait(sound)
        except Full:
            return

    def close(self) -> None:
        """Hand nothing over any more; waits for the piece that is being heard."""
        while True:
            try:
                self._waiting.put_nowait(None)
                break
            except Full:
                self._drop_one()
        self._thread.join()

    def _drop_one(self) -> None:
        try:
            self._waiting.get_nowait()
        except Empty:
            return

    def _listen(self) -> None:
        while (sound := self._waiting.get()) is not None:
            for piece in self._resampler.resample(_frame(sound)):
                self._hear(piece.to_ndarray().tobytes())


def _frame(sound: Sound) -> AudioFrame:
    made = av.AudioFrame.from_ndarray(sound.samples.reshape(1, -1), format="flt", layout="mono")
    made.sample_rate = SAMPLE_RATE
    return made
