"""Joining encoded pictures and finished sound to an MP4 for upload."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from types import TracebackType

import av
from av.audio.stream import AudioStream
from av.packet import Packet

from skriptstudio.domain.clip import EncodeSettings
from skriptstudio.domain.timecode import FRAME
from skriptstudio.media.render.encoding import B_FRAMES, CodedPicture, clip_stream

_MP4 = {
    # moov in front; no edit lists: the picture's reordering goes into negative offsets instead (domain.md 2.1)
    "movflags": "+faststart+negative_cts_offsets",
    "use_editlist": "0",
    "fflags": "+bitexact",  # no word about the program that wrote it
}
_DELAY = B_FRAMES
"""Frames by which decoding runs ahead: two B frames, of which one may be referred to."""


class ClipWriter:
    """Takes chunk after chunk and writes the finished clip.

    Must be left by ``with``; only a clip that was ``finish``ed is playable.
    """

    def __init__(self, path: Path, encode: EncodeSettings, sound: bytes) -> None:
        """Raises ``OSError`` if ``path`` can't be created."""
        self._source = av.open(BytesIO(sound), "r")
        self._container = av.open(str(path), "w", format="mp4", options=dict(_MP4))
        self._video = clip_stream(self._container, encode)
        self._audio = self._container.add_stream_from_template(self._source.streams.audio[0])
        self._sound = self._packets()
        self._next_sound = next(self._sound, None)
        self._frames = 0

    def __enter__(self) -> "ClipWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._source.close()
        if kind is None:
            self._container.close()
            return
        with suppress(av.FFmpegError, OSError):  # the first error is the one to tell
            self._container.close()

    def write(self, chunk: Iterable[CodedPicture]) -> None:
        """Append the pictures of one chunk, in the order in which they are decoded."""
        begin = self._frames
        for picture in chunk:
            packet = Packet(picture.data)
            packet.stream, packet.time_base = self._video, FRAME
            packet.pts, packet.dts, packet.duration = begin + picture.at, self._frames - _DELAY, 1
            packet.is_keyframe = picture.key
            self._container.mux(packet)
            self._frames += 1
        self._sound_until(self._frames * FRAME)

    def finish(self) -> int:
        """Write the rest of the sound and return the number of pictures."""
        self._sound_until(None)
        return self._frames

    def _sound_until(self, moment: Fraction | None) -> None:
        """Mux the sound up to a moment, so that neither stream runs far ahead of the other."""
        while self._next_sound is not None:
            at = (self._next_sound.dts or 0) * Fraction(self._next_sound.time_base)
            if moment is not None and at > moment:
                return
            self._next_sound.stream = self._audio
            self._container.mux(self._next_sound)
            self._next_sound = next(self._sound, None)

    def _packets(self) -> "Iterator[Packet[AudioStream]]":
        for packet in self._source.demux(self._source.streams.audio[0]):
            if packet.dts is not None:
                yield packet


def packet_count(path: Path) -> int:
    """Number of pictures that a finished clip's index names."""
    with av.open(str(path)) as container:
        return container.streams.video[0].frames
