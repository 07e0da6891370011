"""Animated cards, made once with MoviePy and then cut in like any film.

MoviePy is several times slower than our own renderer (measured.md), so it is
kept off the hot path: a card is filmed once and kept under the hash of what it shows.
"""

from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import numpy as np
from moviepy import ColorClip, CompositeVideoClip, ImageClip, vfx

from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.timecode import CLIP_FPS
from skriptstudio.media.render.text import Drawn, Lettering
from skriptstudio.media.render.whole import whole_or_nothing

CARD_SECONDS = Fraction(2)
PETROL_RGB = (0x0B, 0x5F, 0x66)
"""Ground of cards (looks.md, petrol); white on it has 7.4:1 contrast."""

_DESIGN = "1"
"""To be raised whenever cards shall look different, so that kept ones are made anew."""
_RISE_PX = 60
_RISE_SECONDS, _FADE_SECONDS = 0.5, 0.4
_FILM_SECONDS = 0.6
"""Only what moves is filmed; the last picture then stands, as at the end of any source."""
_BAR_PX = (160, 8)

_FFMPEG = [
    *("-vf", "scale=out_color_matrix=bt709:out_range=tv"),
    *("-pix_fmt", "yuv420p", "-crf", "10", "-color_range", "tv"),
    *("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"),
]
"""Nearly lossless, since it will be encoded again, and tagged: FFmpeg would turn RGB into BT.601."""


def end_card(text: str, lettering: Lettering, folder: Path, control: JobControl) -> Path:
    """A silent film at 30 fps in which the text rises and appears, to be shown for ``CARD_SECONDS``.

    Args:
        text: one or more lines; wrapped to the width of the card.
        lettering: what draws it.
        folder: where cards are kept; an equal card is taken from there.
        control: asked before the work starts.

    Raises:
        Cancelled, DiskFull, DriveFault.
    """
    key = sha256(f"{_DESIGN}\0{text}\0{lettering.font.name}".encode()).hexdigest()[:20]
    path = folder / f"card-{key}.mp4"
    if not path.exists():
        control.checkpoint()
        folder.mkdir(parents=True, exist_ok=True)
        with whole_or_nothing(path) as unfinished:
            _film(lettering.card(text), unfinished)
    return path


def _film(text: Drawn, path: Path) -> None:
    ground = ColorClip((CLIP_WIDTH_PX, CLIP_HEIGHT_PX), color=PETROL_RGB, duration=_FILM_SECONDS)
    letters = ImageClip(text.image, transparent=True, duration=_FILM_SECONDS)
    letters = letters.with_effects([vfx.CrossFadeIn(_FADE_SECONDS)])
    letters = letters.with_position(lambda t: (text.x, text.y + round(_RISE_PX * (1 - _eased(t / _RISE_SECONDS)))))
    bar = ColorClip(_BAR_PX, color=(255, 255, 255), duration=_FILM_SECONDS).with_effects(
        [vfx.CrossFadeIn(_FADE_SECONDS)]
    )
    bar = bar.with_position(((CLIP_WIDTH_PX - _BAR_PX[0]) // 2, text.y - 70))
    film = CompositeVideoClip([ground, bar, letters], size=(CLIP_WIDTH_PX, CLIP_HEIGHT_PX))
    film.write_videofile(
        str(path),
        fps=CLIP_FPS,
        codec="libx264",
        audio=False,
        preset="veryfast",
        logger=None,
        ffmpeg_params=[*_FFMPEG, "-f", "mp4"],
    )
    film.close()


def _eased(share: float) -> float:
    """Fast at first, then gentle: 0 to 1."""
    return 1 - (1 - float(np.clip(share, 0, 1))) ** 3
