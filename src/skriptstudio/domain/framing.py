"""How the upright picture is taken out of what a camera gives."""

from dataclasses import dataclass
from fractions import Fraction

from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX

TURNS = (0, 90, 180, 270)
_SAME = 0.99
"""Encoders round the sides to multiples of 8 or 16 px."""


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


def crop_size(width: int, height: int, aspect: Fraction, *, sideways: bool) -> tuple[int, int]:
    """Largest 9:16 window of a picture, in its own pixels.

    Args:
        width: as stored, in px, at least 1.
        height: as stored, in px, at least 1.
        aspect: width of a pixel by its height.
        sideways: the player turns the picture by a quarter, so the window is 16:9 as stored.
    """
    wanted = Fraction(CLIP_WIDTH_PX, CLIP_HEIGHT_PX)
    ratio = (1 / wanted if sideways else wanted) / aspect  # of the window, counted in stored pixels
    cropped = round(height * ratio)
    return (max(1, cropped), height) if cropped <= width else (width, max(1, round(width / ratio)))


def fills_clip(width: int, height: int) -> bool:
    """Whether a picture with square pixels has the shape of the clip, so that no other part of it could be seen."""
    wide, tall = crop_size(width, height, Fraction(1), sideways=False)
    return wide >= _SAME * width and tall >= _SAME * height


def window(width: int, height: int, across: Fraction) -> tuple[float, float, int, int]:
    """Left, top, width and height of the 9:16 part that the clip shows of an upright picture with square pixels.

    Args:
        width: as shown, in px, at least 1.
        height: as shown, in px, at least 1.
        across: 0 for the left or top edge, 1 for the right or bottom one.
    """
    wide, tall = crop_size(width, height, Fraction(1), sideways=False)
    return (width - wide) * float(across), (height - tall) * float(across), wide, tall


def whole_size(width: int, height: int, aspect: Fraction) -> tuple[Fraction, Fraction]:
    """Width and height in px that an upright picture takes in the middle of the clip where all of it is seen."""
    scale = min(CLIP_WIDTH_PX / (width * aspect), Fraction(CLIP_HEIGHT_PX, height))
    return width * aspect * scale, height * scale
