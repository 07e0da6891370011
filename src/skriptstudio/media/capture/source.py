"""What the recorder reads from: any camera and any microphone, on one clock.

The clock is ``time.perf_counter()`` of this process, in seconds. It is monotonic
and the same for pictures and sound, which is all that keeps them together.
"""

from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 48_000
"""Samples a second of all sound inside the program."""


@dataclass(frozen=True)
class Picture:
    """One frame.

    Attributes:
        image: shape (height, width, 3), BGR, uint8; never written to after it was handed over.
        at: moment of capture on the clock, in seconds.
        frozen: the camera has been sending the very same picture for some seconds; only a live one is ever judged.
    """

    image: NDArray[np.uint8]
    at: float
    frozen: bool = False

    @property
    def until(self) -> float:
        """When it was wholly captured, on the clock: at once."""
        return self.at


@dataclass(frozen=True)
class Sound:
    """A piece of sound.

    Attributes:
        samples: shape (n,), mono, float32, -1.0 to 1.0, at ``SAMPLE_RATE``.
        at: moment of the first sample on the clock, in seconds.
    """

    samples: NDArray[np.float32]
    at: float

    @property
    def until(self) -> float:
        """The moment behind its last sample on the clock, in seconds."""
        return self.at + len(self.samples) / SAMPLE_RATE


Piece = TypeVar("Piece", Picture, Sound, covariant=True)


class Stream(Protocol[Piece]):
    """What a take reads from: any camera or microphone that has begun."""

    def read(self, timeout: float) -> Piece | None:
        """The next piece, or None at the end. Raises ``TimeoutError`` like the sources below."""
        ...


class Source(Stream[Piece], Protocol[Piece]):
    """A ``CameraSource`` or a ``MicrophoneSource``, once opened."""

    def start(self, at: float) -> None: ...

    def close(self) -> None: ...


class Device(Source[Piece], Protocol[Piece]):
    """The same, not necessarily opened yet."""

    def open(self) -> None: ...


class CameraSource(Protocol):
    """A camera, from the first look to the last frame. Used by one thread at a time."""

    def open(self) -> None:
        """Connect and wait until a first picture has really arrived.

        Raises:
            NoCamera: nothing answers within the source's own patience (2 s for a network camera).
            NotMedia: a file that can't be played.
        """
        ...

    def start(self, at: float) -> None:
        """Begin at the clock moment ``at``.

        A file or the demo plays its first picture at exactly that moment; a live
        camera drops what was captured before it.
        """
        ...

    def read(self, timeout: float) -> Picture | None:
        """The next picture, or None when the source has come to its end.

        Raises:
            TimeoutError: nothing new within ``timeout`` seconds; reading may go on.
        """
        ...

    def close(self) -> None:
        """Let go of the device. May be called twice."""
        ...


class MicrophoneSource(Protocol):
    """A microphone; the same life as a camera's."""

    def open(self) -> None:
        """Connect and wait until first sound has really arrived (up to 4 s: measured.md).

        Raises:
            NoMicrophone: nothing answers.
            NotMedia: a file without sound.
        """
        ...

    def start(self, at: float) -> None:
        """Begin at the clock moment ``at``, as with a camera."""
        ...

    def read(self, timeout: float) -> Sound | None:
        """The next piece of sound, in order and without gaps of its own making, or None at the end.

        Raises:
            TimeoutError: nothing new within ``timeout`` seconds.
        """
        ...

    def close(self) -> None:
        """Let go of the device. May be called twice."""
        ...
