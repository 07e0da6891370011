"""How an end card looks at each moment, for the film that MoviePy makes of it and for a single picture of it."""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.media.render.text import ZONE_MIDDLE_PX, Drawn, Lettering

PETROL_RGB = (0x0B, 0x5F, 0x66)
"""Ground of cards (looks.md, petrol); white on it has 7.4:1 contrast."""
BAR_PX = (160, 8)
"""Width and height of the bar above the text."""
FADE_SECONDS = 0.4
"""So long text and bar take to appear."""
MOVING_SECONDS = 0.6
"""From then on nothing moves any more."""

_BAR_ABOVE_PX = 70
_RISE_PX = 60
_RISE_SECONDS = 0.5


def bar_place(text: Drawn) -> tuple[int, int]:
    """Left and top of the bar in px of the clip."""
    return ZONE_MIDDLE_PX - BAR_PX[0] // 2, text.y - _BAR_ABOVE_PX


def text_place(text: Drawn, second: float) -> tuple[int, int]:
    """Left and top of the rising text, ``second`` seconds after the card has begun."""
    return text.x, text.y + round(_RISE_PX * (1 - _eased(second / _RISE_SECONDS)))


def _eased(share: float) -> float:
    """Fast at first, then gentle: 0 to 1."""
    return 1 - (1 - float(np.clip(share, 0, 1))) ** 3


def card_picture(text: str, lettering: Lettering, second: Fraction) -> NDArray[np.uint8]:
    """The card as it is ``second`` seconds after it has begun; shape (1920, 1080, 3), red, green, blue."""
    drawn = lettering.card(text)
    picture = Image.new("RGB", (CLIP_WIDTH_PX, CLIP_HEIGHT_PX), PETROL_RGB)
    letters = Image.fromarray(drawn.image)
    shown = min(1.0, float(second) / FADE_SECONDS)
    bar = Image.new("RGBA", BAR_PX, "white")
    for image, place in ((bar, bar_place(drawn)), (letters, text_place(drawn, float(second)))):
        picture.paste(image, place, image.getchannel("A").point(lambda alpha: round(alpha * shown)))
    return np.asarray(picture)
