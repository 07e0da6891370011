"""How the demo's presenter moves while she speaks: always the same at the same moment."""

from dataclasses import dataclass
from math import pi, sin

_BLINK_EVERY = 3.7
_BLINK_SECONDS = 0.2
_BREATH_SECONDS = 4.3


@dataclass(frozen=True)
class Pose:
    """Where everything is, in units of the drawing (480 to the picture's height).

    Attributes:
        tilt: of the head to its side, in radians.
        lean: of the head to the right.
        nod: of the head downward.
        glance: of the face's features to the right, as if the head turned.
        breath: by which shoulders and head are raised.
        brows: by which the brows are raised.
        eyelid: 0.0 open to 1.0 shut.
    """

    tilt: float
    lean: float
    nod: float
    glance: float
    breath: float
    brows: float
    eyelid: float


def pose_at(seconds: float, emphasis: float) -> Pose:
    """The pose at a moment; ``emphasis`` (0.0 to 1.0) nods and raises the brows.

    The periods have no common multiple within minutes, so nothing seems to repeat.
    """
    return Pose(
        tilt=0.022 * _swing(seconds, 5.3) + 0.012 * _swing(seconds, 2.9, 0.3),
        lean=2.2 * _swing(seconds, 7.1, 0.15) + 0.8 * _swing(seconds, 3.1),
        nod=0.9 * _swing(seconds, 3.7, 0.6) + 1.4 * emphasis,
        glance=1.5 * _swing(seconds, 6.1, 0.4) + 0.7 * _swing(seconds, 2.3),
        breath=1.3 * (1 + _swing(seconds, _BREATH_SECONDS)) / 2,
        brows=0.4 * _swing(seconds, 4.7) + 3.0 * emphasis,
        eyelid=_eyelid(seconds),
    )


def _swing(seconds: float, period: float, phase: float = 0.0) -> float:
    return sin(2 * pi * (seconds / period + phase))


def _eyelid(seconds: float) -> float:
    """One blink in each stretch of 3.7 s, now earlier, now later in it."""
    stretch, within = divmod(seconds, _BLINK_EVERY)
    begin = 0.4 + (stretch * 0.618 % 1.0) * (_BLINK_EVERY - 1.0)
    share = (within - begin) / _BLINK_SECONDS
    return sin(pi * share) if 0.0 < share < 1.0 else 0.0
