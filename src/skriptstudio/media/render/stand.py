"""A photo as a short film, so that it can be laid over the voice like any other take."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.frame import VideoFrame
from PIL import Image, ImageOps, UnidentifiedImageError

from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.errors import MissingFile, NotMedia
from skriptstudio.domain.take import PHOTO_FPS, PHOTO_SECONDS
from skriptstudio.domain.timecode import FRAME
from skriptstudio.media.render.framing import Framing, View
from skriptstudio.media.render.whole import whole_or_nothing

PHOTO_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
_LARGEST_PX = 200_000_000
_LONGEST_SIDE_PX = 4096
_CROP_UP_TO = Fraction(4, 5)
"""Wider pictures than 4:5 lose too much when they are cropped to 9:16: they are seen whole, on a blurred ground."""


def stand(photo: Path, target: Path) -> None:
    """Write a silent film of 1080x1920 that shows the photo upright, without any of its tags.

    Raises:
        MissingFile, NotMedia, DiskFull, DriveFault.
    """
    picture = _framed(_opened(photo))
    with whole_or_nothing(target) as path, av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=PHOTO_FPS, options={"preset": "veryfast", "crf": "12"})
        stream.width, stream.height, stream.pix_fmt = CLIP_WIDTH_PX, CLIP_HEIGHT_PX, "yuv420p"
        stream.codec_context.colorspace = stream.codec_context.color_primaries = stream.codec_context.color_trc = 1
        stream.codec_context.color_range = 1
        for index in range(PHOTO_SECONDS * PHOTO_FPS):
            picture.pts, picture.time_base = index, Fraction(1, PHOTO_FPS)
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))


def _opened(photo: Path) -> Image.Image:
    try:
        with Image.open(photo) as file:
            if file.width * file.height > _LARGEST_PX:
                raise NotMedia(path=str(photo))
            image = ImageOps.exif_transpose(file).convert("RGB")
    except FileNotFoundError as error:
        raise MissingFile(path=str(photo)) from error
    except (Image.DecompressionBombError, UnidentifiedImageError, SyntaxError, ValueError, OSError) as error:
        raise NotMedia(path=str(photo)) from error
    image.thumbnail((_LONGEST_SIDE_PX, _LONGEST_SIDE_PX))
    return image


def _framed(image: Image.Image) -> VideoFrame:
    whole = Fraction(image.width, image.height) > _CROP_UP_TO
    frame = VideoFrame.from_ndarray(np.ascontiguousarray(np.asarray(image)), format="rgb24")
    frame.pts, frame.time_base = 0, FRAME
    return Framing(Fraction(1), View(all_of_it=whole)).clip_picture(frame)
