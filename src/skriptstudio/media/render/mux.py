"""Encoding the pictures and joining them with the sound to an MP4 for upload."""

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from types import TracebackType

import av
from av.audio.stream import AudioStream
from av.packet import Packet
from av.video.frame import VideoFrame

from skriptstudio.domain.clip import CLIP_HEIGHT_PX, CLIP_WIDTH_PX, EncodeSettings
from skriptstudio.domain.errors import EncoderFault
from skriptstudio.domain.timecode import CLIP_FPS, FRAME

B_FRAMES = 2
"""What YouTube advises (domain.md 2.1)."""
_BT709, _LIMITED = 1, 1

_MP4 = {
    # moov in front; no edit lists: the picture's reordering goes into negative offsets instead (domain.md 2.1)
    "movflags": "+faststart+negative_cts_offsets",
    "use_editlist": "0",
    "fflags": "+bitexact",  # no word about the program that wrote it
}


def x264_options(encode: EncodeSettings) -> dict[str, str]:
    """The encoder's options; the same in a peer's command line make the same stream."""
    return {
        "preset": encode.preset,
        "crf": str(encode.crf),
        "profile": "high",
        "8x8dct": "1",  # without it the fastest preset would write Main
        "maxrate": f"{encode.maxrate_kbit}k",
        "bufsize": f"{encode.maxrate_kbit}k",
        "g": str(encode.gop_seconds * CLIP_FPS),
        "bf": str(B_FRAMES),
        "flags": "+cgop",
    }


class ClipWriter:
    """Takes pictures one by one and writes the finished clip.

    Must be left by ``with``; only a clip that was ``finish``ed is playable.
    """

    def __init__(self, path: Path, encode: EncodeSettings, sound: bytes) -> None:
        """Raises ``OSError`` if ``path`` can't be created."""
        self._source = av.open(BytesIO(sound), "r")
        self._container = av.open(str(path), "w", format="mp4", options=dict(_MP4))
        video = self._container.add_stream("libx264", rate=CLIP_FPS, options=x264_options(encode))
        video.width, video.height, video.pix_fmt = CLIP_WIDTH_PX, CLIP_HEIGHT_PX, "yuv420p"
        context = video.codec_context
        context.time_base, context.thread_type = FRAME, "FRAME"
        context.sample_aspect_ratio = Fraction(1)
        context.colorspace = context.color_primaries = context.color_trc = _BT709
        context.color_range = _LIMITED
        self._video = video
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

    def write(self, frame: VideoFrame) -> None:
        """Append one picture of 1080x1920, yuv420p."""
        frame.pts, frame.time_base = self._frames, FRAME
        self._frames += 1
        self._encode(frame)
        self._sound_until(self._frames * FRAME)

    def finish(self) -> int:
        """Write what is held back and return the number of pictures."""
        self._encode(None)
        self._sound_until(None)
        return self._frames

    def _encode(self, frame: VideoFrame | None) -> None:
        try:
            packets = self._video.encode(frame)
        except av.FFmpegError as error:
            raise EncoderFault(reason=str(error)) from error
        for packet in packets:
            packet.duration = 1
        self._container.mux(packets)

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
