"""Opening media files: only from the disk, only formats that are film or sound."""

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet
from av.stream import Disposition, Stream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from skriptstudio.domain.errors import DriveFault, MissingFile, NotMedia
from skriptstudio.domain.jobs import JobControl

FORMATS = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,asf,flv,ogg,mxf,dv,h264,hevc,m4v,ivf,"
    "wav,w64,mp3,aac,flac,aiff,caf,amr,ac3,eac3"
)
"""FFmpeg's names of what is opened. Left out are playlists (they reach for the network), pictures and text."""

_REPORT_EVERY_BYTES = 1_000_000


def open_media(path: Path) -> InputContainer:
    """Open a media file for reading.

    Raises:
        MissingFile: there is no such file.
        NotMedia: zero bytes, a text, a picture, a folder, or damaged beyond use.
        DriveFault: the operating system refuses to read it.
    """
    if not path.exists():
        raise MissingFile(path=str(path))
    options = {"protocol_whitelist": "file", "format_whitelist": FORMATS}
    try:
        # Absolute, because FFmpeg takes "a:b.mp4" for a network protocol.
        return av.open(str(path.absolute()), "r", options=options, metadata_errors="replace")
    except PermissionError as error:
        raise DriveFault(path=str(path), reason=error.strerror or "") from error
    except (av.FFmpegError, OSError) as error:
        raise NotMedia(path=str(path)) from error


def picture_stream(container: InputContainer) -> VideoStream | None:
    """The moving picture; the cover of a song isn't one."""
    for stream in container.streams.video:
        if not stream.disposition & Disposition.attached_pic:
            return stream
    return None


def decoded_pictures(container: InputContainer, stream: VideoStream) -> Iterator[VideoFrame]:
    """All pictures that can be decoded from here on, in the order in which they are shown.

    Damaged packets are left out; a file that breaks off ends there.

    Raises:
        DriveFault: the file can't be read on.
    """
    for packet in _packets(container, stream):
        with suppress(av.FFmpegError):
            for frame in packet.decode():
                if isinstance(frame, VideoFrame) and frame.pts is not None and not frame.is_corrupt:
                    yield frame


def decoded_sound(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    """All sound that can be decoded from here on; otherwise like ``decoded_pictures``."""
    for packet in _packets(container, stream):
        with suppress(av.FFmpegError):
            for frame in packet.decode():
                if isinstance(frame, AudioFrame):
                    yield frame


def demuxed(container: InputContainer, stream: Stream) -> "Iterator[Packet[Stream]]":
    """The stream's packets as FFmpeg gives them, errors and all."""
    return container.demux(stream)


def _packets(container: InputContainer, stream: Stream) -> "Iterator[Packet[Stream]]":
    packets = demuxed(container, stream)
    while True:
        try:
            yield next(packets)
        except StopIteration:
            return
        except av.FFmpegError as error:
            if isinstance(error, OSError) and not _readable(Path(container.name)):
                raise DriveFault(path=container.name, reason=error.strerror or "") from error
            return


def _readable(path: Path) -> bool:
    """Whether the drive still gives the file; FFmpeg reports damaged files and pulled cables alike."""
    try:
        with path.open("rb") as file:
            while file.read(1 << 20):
                pass
    except OSError:
        return False
    return True


def seconds_of(frame: VideoFrame) -> Fraction:
    """Moment at which the picture is shown, on the clock of its file."""
    assert frame.pts is not None
    assert frame.time_base is not None
    return frame.pts * frame.time_base


def picture_start(path: Path) -> Fraction:
    """Moment of the first picture on the clock of the file, in seconds; it may be negative.

    This moment is the zero of all times of a take: its cut, its speech, its captions.

    Raises:
        MissingFile, NotMedia, DriveFault.
    """
    with open_media(path) as container:
        stream = picture_stream(container)
        first = next(decoded_pictures(container, stream), None) if stream else None
        if first is None:
            raise NotMedia(path=str(path))
        return seconds_of(first)


def clockwise_turn(frame: VideoFrame) -> int:
    """How far the player turns the picture, from its display matrix: 0, 90, 180 or 270 degrees."""
    return round(-frame.rotation / 90) * 90 % 360


class ReadProgress:
    """Tells a job how much of a file is read, about once a megabyte.

    Args:
        path: of the file; one that is gone counts as empty.
        control: told, and asked whether to go on.
        stage: of the job.
    """

    def __init__(self, path: Path, control: JobControl, stage: str) -> None:
        self._whole = path.stat().st_size if path.is_file() else 0
        self._control = control
        self._stage = stage
        self._read = self._told = 0

    def add(self, size: int) -> None:
        """So many bytes more are read. Raises ``Cancelled``."""
        self._read += size
        if self._read - self._told >= _REPORT_EVERY_BYTES:
            self._told = self._read
            self._control.report(self._stage, self._read / max(1, self._whole))
