"""A film without anything that its camera wrote beside picture and sound: no place, no device, no time."""

from pathlib import Path

import av

from skriptstudio.domain.errors import NotMedia
from skriptstudio.domain.jobs import JobControl
from skriptstudio.media.look.opening import ReadProgress, open_media, picture_stream
from skriptstudio.media.render.whole import whole_or_nothing

_FORMATS = {".mov": "mov", ".mkv": "matroska", ".webm": "matroska", ".avi": "avi"}
"""By the ending; everything else becomes an MP4."""


STAGE = "files"


def write_tagless(source: Path, target: Path, control: JobControl | None = None) -> None:
    """Copy picture and sound packet by packet, with the turn that a player applies and nothing else.

    Args:
        source: the film.
        target: where to; appears whole or not at all.
        control: told after each megabyte how far it is.

    Raises:
        Cancelled, MissingFile, NotMedia, DiskFull, DriveFault.
    """
    kind = _FORMATS.get(target.suffix.lower(), "mp4")
    options = {"fflags": "+bitexact"}
    progress = ReadProgress(source, control or JobControl(), STAGE)
    with open_media(source) as film, whole_or_nothing(target) as path:
        picture = picture_stream(film)
        if picture is None:
            raise NotMedia(path=str(source))
        wanted = [picture, *film.streams.audio[:1]]
        try:
            with av.open(str(path), "w", format=kind, options=options) as copy:
                streams = {one.index: copy.add_stream_from_template(one) for one in wanted}
                for stream in streams.values():
                    stream.metadata.clear()
                for packet in film.demux(wanted):
                    progress.add(packet.size)
                    if packet.dts is not None:
                        packet.stream = streams[packet.stream.index]
                        copy.mux(packet)
        except OSError:
            raise
        except av.FFmpegError as error:
            raise NotMedia(path=str(source)) from error
