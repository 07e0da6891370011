"""How the upright picture is taken out of what a camera gives."""

from dataclasses import dataclass

TURNS = (0, 90, 180, 270)


@dataclass(frozen=True)
class Framing:
    """Turn first, then cut to 9:16.

    Attributes:
        turned: clockwise turn of the camera's picture in degrees, one of ``TURNS``.
        across: where the upright part lies in a picture that is wider: 0.0 at its left edge, 1.0 at its right.
        down: likewise in a picture that is taller: 0.0 at its top.
    """

    turned: int = 0
    across: float = 0.5
    down: float = 0.5


@dataclass(frozen=True)
class CameraFacts:
    """What a camera really does, measured from the pictures that arrive; its own word is worth little (measured.md).

    Attributes:
        width, height: of its pictures as they arrive, in px, before any turn.
        fps: pictures a second over the last seconds.
    """

    width: int
    height: int
    fps: float


AS_IT_IS = Framing()
"""Not turned, cut out of the middle."""
