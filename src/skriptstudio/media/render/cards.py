"""Animated cards, made once with MoviePy and then cut in like any film.

MoviePy is several times slower than our own renderer (measured.md), so it is
kept off the hot path: a card is filmed once and kept under the hash of what it shows,
and only who films one imports it.
"""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import time

from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.timecode import CLIP_FPS
from skriptstudio.media.render.card_design import (
    BAR_PX,
    FADE_SECONDS,
    MOVING_SECONDS,
    PETROL_RGB,
    bar_place,
    text_place,
)
from skriptstudio.media.render.kept import KeptFolder
from skriptstudio.media.render.text import Drawn, Lettering
from skriptstudio.media.render.whole import whole_or_nothing

_ENDING, _A_DAY = ".mp4", 24 * 3600
_DESIGN = "2"
"""To be raised whenever cards shall look different, so that kept ones are made anew."""

_LIMIT_BYTES = 200_000_000
"""Some hundreds of cards."""

_FFMPEG = [
    *("-vf", "scale=out_color_matrix=bt709:out_range=tv"),
    *("-pix_fmt", "yuv420p", "-crf", "10", "-color_range", "tv"),
    *("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"),
]
"""Nearly lossless, since it will be encoded again, and tagged: FFmpeg would turn RGB into BT.601."""


def end_card(text: str, lettering: Lettering, folder: Path, control: JobControl) -> Path:
    """A silent film at 30 fps in which the text rises and appears, to be shown for ``END_CARD_SECONDS``.

    Args:
        text: one or more lines; wrapped to the width of the card.
        lettering: what draws it.
        folder: where cards are kept; an equal card is taken from there.
        control: asked before the work starts.

    Raises:
        Cancelled, DiskFull, DriveFault.
    """
    key = sha256(f"{_DESIGN}\0{text}\0{lettering.font.name}".encode()).hexdigest()[:20]
    path = folder / f"card-{key}{_ENDING}"
    if path.exists():
        _note_use(path)
    else:
        control.checkpoint()
        folder.mkdir(parents=True, exist_ok=True)
        with whole_or_nothing(path) as unfinished:
            _film(lettering.card(text), unfinished)
        kept_cards(folder).trim()
    return path


def _note_use(path: Path) -> None:
    """So that ``trim`` leaves it. Once a day will do: the hash of a file is remembered by its time."""
    with suppress(OSError):
        if path.stat().st_mtime < time() - _A_DAY:
            os.utime(path)


def kept_cards(folder: Path) -> KeptFolder:
    """The cards in a folder, to be counted, bounded and cleared; those that weren't used for longest go first."""
    return KeptFolder(folder, _LIMIT_BYTES, _ENDING)


def _film(text: Drawn, path: Path) -> None:
    """Only what moves is filmed; the last picture then stands, as at the end of any source."""
    from moviepy import ColorClip, CompositeVideoClip, ImageClip, vfx

    ground = ColorClip((CLIP_WIDTH_PX, CLIP_HEIGHT_PX), color=PETROL_RGB, duration=MOVING_SECONDS)
    appearing = [vfx.CrossFadeIn(FADE_SECONDS)]
    letters = ImageClip(text.image, transparent=True, duration=MOVING_SECONDS).with_effects(appearing)
    letters = letters.with_position(lambda t: text_place(text, t))
    bar = ColorClip(BAR_PX, color=(255, 255, 255), duration=MOVING_SECONDS).with_effects(appearing)
    bar = bar.with_position(bar_place(text))
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
