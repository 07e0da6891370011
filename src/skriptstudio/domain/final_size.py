"""Whether a computer is fast enough to record in the size of the finished clip."""

from dataclasses import dataclass

from skriptstudio.domain.timecode import CLIP_FPS

HEADROOM = 2.0
"""So many times faster than real time a take has to be made when nothing else runs.

On a busy computer the recorder kept 16 to 23 of 30 pictures (measured.md): about half
of its speed goes to virus scanner, browser and video calls, and half must be enough.
"""


@dataclass(frozen=True)
class SizeTrial:
    """How fast pictures of a camera became a film of the final size, one after the other as fast as possible.

    Attributes:
        fps: pictures a second.
        day: when it was tried, as ``2026-11-25``.
    """

    fps: float
    day: str

    @property
    def factor(self) -> float:
        """Times faster than real time."""
        return self.fps / CLIP_FPS

    @property
    def fast_enough(self) -> bool:
        """Whether takes are made in the final size; otherwise they keep the camera's own."""
        return self.factor >= HEADROOM
