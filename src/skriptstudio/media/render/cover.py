"""The cover: a picture of the finished clip as JPEG."""

from fractions import Fraction
from io import BytesIO
from pathlib import Path

from PIL import Image

from skriptstudio.domain.errors import NotMedia
from skriptstudio.domain.timecode import FRAME, to_frames
from skriptstudio.media.look.opening import decoded_pictures, open_media, picture_stream, seconds_of
from skriptstudio.media.render.whole import whole_or_nothing

QUALITY = 90
"""About 300 kB; Instagram takes up to 8 MB (domain.md 2.2)."""


def write_cover(clip: Path, at: Fraction, target: Path) -> None:
    """Write the picture seen at ``at`` seconds of a clip, or its last one; 1080x1920, no metadata.

    Raises:
        MissingFile, NotMedia, DiskFull, DriveFault.
    """
    wanted, shown = to_frames(at) * FRAME, None
    with open_media(clip) as container:
        stream = picture_stream(container)
        if stream is None or stream.time_base is None:
            raise NotMedia(path=str(clip))
        stream.thread_type = "AUTO"
        container.seek(int(wanted / stream.time_base), stream=stream, backward=True)
        for frame in decoded_pictures(container, stream):
            shown = frame
            if seconds_of(frame) >= wanted:
                break
        if shown is None:
            raise NotMedia(path=str(clip))
        pixels = shown.to_ndarray(format="rgb24")
    file = BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=QUALITY)
    with whole_or_nothing(target) as path:
        path.write_bytes(file.getvalue())
