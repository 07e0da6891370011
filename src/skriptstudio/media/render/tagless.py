"""A film without anything that its camera wrote beside picture and sound: no place, no device, no time."""

from collections.abc import Iterator
from pathlib import Path

import av
from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream

from skriptstudio.domain.errors import NoContainer, NotMedia
from skriptstudio.domain.jobs import JobControl
from skriptstudio.media.look.opening import ReadProgress, open_media, picture_stream
from skriptstudio.media.render.whole import whole_or_nothing

STAGE = "files"

_FORMATS = {".mp4": "mp4", ".mov": "mov", ".mkv": "matroska", ".webm": "webm"}
"""FFmpeg's names of what every program for cutting opens, by ending, in the order in which they are tried."""
_OLDER = {".wmv": "asf", ".asf": "asf", ".flv": "flv", ".avi": "avi"}
"""For films whose kind of picture fits into no other file (Windows Media, Flash); tried last."""

ENDINGS = (*_FORMATS, *_OLDER)
"""One of them a copy has."""


class _DoesNotFitError(Exception):
    """This kind of file can't hold this kind of picture or sound."""


def write_tagless(source: Path, target: Path, control: JobControl | None = None) -> Path:
    """Copy picture and sound packet by packet, with the turn that a player applies and nothing else.

    Args:
        source: the film.
        target: where to; another ending takes the place of its own where the packets need another container.
        control: told after each megabyte how far it is.

    Returns:
        Where the copy is; it appears whole or not at all.

    Raises:
        Cancelled, MissingFile, NotMedia, DiskFull, DriveFault.
        NoContainer: no kind of file can hold what the film holds as it is.
    """
    control = control or JobControl()
    for ending, kind in _candidates(target.suffix.lower()):
        place = target.with_suffix(ending)
        try:
            _copy(source, place, kind, control)
        except _DoesNotFitError:
            continue
        return place
    raise NoContainer(path=str(source))


def _candidates(own: str) -> Iterator[tuple[str, str]]:
    """Endings with FFmpeg's names: that of the film itself where it is a good one, then the good ones, then its own."""
    if own in _FORMATS:
        yield own, _FORMATS[own]
    yield from ((ending, kind) for ending, kind in _FORMATS.items() if ending != own)
    if own in _OLDER:
        yield own, _OLDER[own]


def _copy(source: Path, target: Path, kind: str, control: JobControl) -> None:
    """One try. Raises ``_DoesNotFitError``, and what ``write_tagless`` raises."""
    progress = ReadProgress(source, control, STAGE)
    with open_media(source) as film:
        picture = picture_stream(film)
        if picture is None:
            raise NotMedia(path=str(source))
        wanted: list[Stream] = [picture, *film.streams.audio[:1]]
        with whole_or_nothing(target) as path:
            try:
                with av.open(str(path), "w", format=kind, options={"fflags": "+bitexact"}) as copy:
                    streams = {one.index: copy.add_stream_from_template(one) for one in wanted}
                    for stream in streams.values():
                        stream.metadata.clear()
                    for packet in _packets(film, wanted, source):
                        progress.add(packet.size)
                        packet.stream = streams[packet.stream.index]
                        copy.mux(packet)
            except (ValueError, av.FFmpegError) as error:
                if isinstance(error, OSError):
                    raise
                raise _DoesNotFitError from error


def _packets(film: InputContainer, wanted: list[Stream], source: Path) -> "Iterator[Packet[Stream]]":
    """What the film holds of these streams. Raises ``NotMedia`` where it is damaged."""
    try:
        for packet in film.demux(wanted):
            if packet.dts is not None:
                yield packet
    except OSError:
        raise
    except av.FFmpegError as error:
        raise NotMedia(path=str(source)) from error
