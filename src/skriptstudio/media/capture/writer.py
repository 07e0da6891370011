"""Encodes in a thread of its own, so that neither the camera nor the microphone ever waits."""

from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Semaphore

import av
import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.take import MIN_HEIGHT_PX
from skriptstudio.domain.timecode import FRAME
from skriptstudio.media.capture.encoder import (
    ENCODER_HOLDS_FRAMES,
    FRAGMENT_SECONDS,
    INTERLEAVE_SECONDS,
    TakeEncoder,
)

QUEUE_FRAMES = 10
"""Most pictures that wait for the encoder: they ride out 0.33 s of a busy computer.

Measured on 2 cores for 30 s in the window, 1080p cropped to 608x1080: a picture takes 5.5 ms (median; most 67), and
10 ms (most 33) with two busy processes beside it; none was dropped.
"""

LOST_AT_MOST = INTERLEAVE_SECONDS + FRAGMENT_SECONDS + (1 + ENCODER_HOLDS_FRAMES + QUEUE_FRAMES) * FRAME
"""Seconds that a crash can cost, 0.58: what waits for its sound, what isn't flushed (a fragment ends with the picture
behind it), what the encoder holds, what waits for it."""


class TakeWriter:
    """Takes pictures and sound from any thread; one thread runs ``run`` and encodes them in order.

    The file is created when the first picture is written, so that its birth is
    the beginning of the take.

    Attributes:
        frames: pictures written.
        samples: samples of sound written.
        dropped: pictures that found the queue full; the one before is shown again instead.
        failure: why nothing is written any more (disk full, drive gone, encoder refuses), or None.
    """

    def __init__(self, path: Path, with_sound: bool, final_size: bool = False) -> None:
        """``final_size``: scale to the size of the finished clip while recording, see ``take_size``."""
        self._path = path
        self._final_size = final_size
        self._with_sound = with_sound
        self._tasks: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._room = Semaphore(QUEUE_FRAMES)
        self._encoder: TakeEncoder | None = None
        self._early_sound: list[NDArray[np.float32]] = []
        self.frames = 0
        self.samples = 0
        self.dropped = 0
        self.failure: OSError | av.FFmpegError | None = None

    def show(self, image: NDArray[np.uint8]) -> None:
        """Queue the next picture: shape (height, width, 3), BGR. The first one decides the size of the take."""
        if not self._room.acquire(blocking=False):
            self.dropped += 1
            self.show_again()
            return
        own = image.copy()
        self._tasks.put(lambda: self._write_picture(own))

    def show_again(self) -> None:
        """Queue the previous picture once more; costs next to nothing."""
        self._tasks.put(self._write_repeated)

    def hear(self, samples: NDArray[np.float32]) -> None:
        """Queue the next sound: shape (n,), mono, float32."""
        if self._with_sound and len(samples):
            self._tasks.put(lambda: self._write_sound(samples))

    def close(self) -> None:
        """Let ``run`` end once all that was queued is written."""
        self._tasks.put(None)

    def run(self) -> None:
        """Encode until ``close``; after a failure only empty the queue until then."""
        while (task := self._tasks.get()) is not None:
            self._unless_failed(task)
        if self._encoder is not None:
            self._close_file(self._encoder)

    def _unless_failed(self, task: Callable[[], None]) -> None:
        if self.failure is not None:
            return
        try:
            task()
        except (OSError, av.FFmpegError) as error:
            self.failure = error

    def _close_file(self, encoder: TakeEncoder) -> None:
        try:
            encoder.close()
        except (OSError, av.FFmpegError) as error:
            self.failure = self.failure or error

    def _write_picture(self, image: NDArray[np.uint8]) -> None:
        self._room.release()
        if self._encoder is None:
            height, width, _ = image.shape
            width, height = take_size(width, height, self._final_size)
            self._encoder = TakeEncoder(self._path, width, height, self._with_sound)
        self._encoder.show(image)
        self.frames += 1
        for samples in self._early_sound:
            self._write_sound(samples)
        self._early_sound = []

    def _write_repeated(self) -> None:
        if self._encoder is not None:
            self._encoder.show_again()
            self.frames += 1

    def _write_sound(self, samples: NDArray[np.float32]) -> None:
        if self._encoder is None:
            self._early_sound.append(samples)
        else:
            self._encoder.hear(samples)
            self.samples += len(samples)


def take_size(width: int, height: int, final_size: bool) -> tuple[int, int]:
    """Width and height of a take in px.

    Small pictures keep their size, so that nobody takes them for sharp ones.

    Args:
        width: of the pictures, upright and cut.
        height: likewise.
        final_size: whether this computer is fast enough to scale while recording.
    """
    if final_size and height >= MIN_HEIGHT_PX:
        return CLIP_WIDTH_PX, CLIP_HEIGHT_PX
    return width, height
