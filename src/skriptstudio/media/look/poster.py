"""A small still of a take for lists, kept on the local disk."""

import hashlib
import io
from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

from av.video.frame import VideoFrame
from PIL import Image

from skriptstudio.domain.errors import NotMedia
from skriptstudio.media.look.opening import clockwise_turn, decoded_pictures, open_media, picture_stream

POSTER_SIZE = (270, 480)
"""Width and height in px: twice the largest row of the window, sharp at 200 %."""

Draw = Callable[[Path, Fraction], bytes]


class Posters:
    """Makes posters once and finds them again. Safe across threads.

    Args:
        folder: local cache; may be deleted at any time.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def poster(self, path: Path, sha256: str, second: Fraction, drawn: Draw | None = None) -> bytes:
        """A JPEG of ``POSTER_SIZE``, cropped to 9:16, from the key picture next to ``second``.

        Args:
            path: of the film.
            sha256: of the film.
            second: of the film.
            drawn: makes the JPEG of a film and a second of it, if this process must not open it.

        Raises:
            MissingFile, NotMedia, DriveFault: the film can't be read.
        """
        kept = self._file(sha256, second)
        with suppress(OSError):
            return kept.read_bytes()
        made = (drawn or draw_poster)(path, second)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(made)
        return made

    def forget(self, sha256: str, first_word: Fraction) -> None:
        """Remove a poster, asked for as it was made: the ``MediaCache`` port."""
        with suppress(OSError):
            self._file(sha256, first_word).unlink(missing_ok=True)

    def _file(self, sha256: str, second: Fraction) -> Path:
        return self._folder / f"{hashlib.sha256(f'{sha256}|{float(second):.1f}'.encode()).hexdigest()[:32]}.jpg"


def draw_poster(path: Path, second: Fraction) -> bytes:
    """What ``Posters.poster`` gives, made now."""
    return _jpeg(_key_picture(path, float(second)))


def _key_picture(path: Path, second: float) -> VideoFrame:
    with open_media(path) as container:
        stream = picture_stream(container)
        if stream is None:
            raise NotMedia(str(path))
        stream.codec_context.skip_frame = "NONKEY"
        container.seek(round(second * 1_000_000))
        frame = next(decoded_pictures(container, stream), None)
        if frame is None:
            raise NotMedia(str(path))
        return frame


def _jpeg(frame: VideoFrame) -> bytes:
    file = io.BytesIO()
    cropped(frame, POSTER_SIZE).save(file, "JPEG", quality=85)
    return file.getvalue()


def cropped(frame: VideoFrame, size: tuple[int, int]) -> Image.Image:
    """The middle of a picture in the shape of ``size`` and of so many px, turned as a player turns it."""
    image = Image.fromarray(frame.to_ndarray(format="rgb24"))
    turn = clockwise_turn(frame)
    image = image.rotate(-turn, expand=True) if turn else image
    width, height = image.size
    wanted = min(width, height * size[0] / size[1])
    tall = min(height, width * size[1] / size[0])
    left, top = (width - wanted) / 2, (height - tall) / 2
    return image.resize(size, Image.Resampling.LANCZOS, (left, top, left + wanted, top + tall))
