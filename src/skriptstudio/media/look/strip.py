"""Small pictures along a take, for the strip above its sound."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from skriptstudio.domain.errors import NotMedia
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import Still
from skriptstudio.media.look.opening import decoded_pictures, open_media, picture_stream, seconds_of
from skriptstudio.media.look.poster import cropped

STRIP_SIZE = (54, 96)
"""Width and height in px: twice what the timeline shows, sharp at 200 %."""

MOST_PICTURES = 40
"""Of one take, however long it is: the time and memory that a strip costs stay bounded (0.6 MB)."""


def film_strip(
    path: Path, start: Fraction, end: Fraction, control: JobControl, every: Fraction = Fraction(1)
) -> Iterator[tuple[Fraction, Still]]:
    """Key pictures from ``start`` to ``end`` in seconds of the take, about ``every`` seconds, each once.

    Only key pictures are decoded, because that costs a hundredth of decoding them all; our own takes have one a second.

    Yields:
        Second of the take, and the picture in ``STRIP_SIZE``.

    Raises:
        Cancelled, MissingFile, NotMedia, DriveFault.
    """
    step = max(every, (end - start) / MOST_PICTURES)
    with open_media(path) as container:
        stream = picture_stream(container)
        first = next(decoded_pictures(container, stream), None) if stream else None
        if stream is None or first is None:
            raise NotMedia(str(path))
        origin = seconds_of(first)
        stream.codec_context.skip_frame = "NONKEY"
        shown: Fraction | None = None
        for index in range(MOST_PICTURES):
            wanted = start + index * step
            if wanted >= end:
                return
            control.checkpoint()
            container.seek(int((origin + wanted) * 1_000_000))
            frame = next(decoded_pictures(container, stream), None)
            if frame is None:
                return
            second = seconds_of(frame) - origin
            if shown is None or second > shown:
                shown = second
                small = cropped(frame, STRIP_SIZE).convert("RGBA")
                yield second, Still(*STRIP_SIZE, small.tobytes("raw", "BGRA"))
