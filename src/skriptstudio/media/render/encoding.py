"""Pictures in, H.264 packets out: one encoder for all chunks that are missing.

A chunk is a run of packets that needs no other: its first picture is forced to be
a key frame. One encoder for all keeps both cores busy (measured.md, "Export");
an encoder for each chunk would drain and fill up again at every border.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import av
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType, VideoFrame
from av.video.stream import VideoStream

from skriptstudio.domain.clip import EncodeSettings
from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.errors import EncoderFault
from skriptstudio.domain.timecode import CLIP_FPS, FRAME

B_FRAMES = 2
"""What YouTube advises (domain.md 2.1)."""
_BT709, _LIMITED = 1, 1
_GLOBAL_HEADER = 1 << 22
"""AV_CODEC_FLAG_GLOBAL_HEADER of libavcodec: parameter sets beside the stream, as MP4 wants them."""


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
        "forced-idr": "1",
    }


@dataclass(frozen=True)
class CodedPicture:
    """One packet.

    Attributes:
        at: frame of the chunk in which it is shown, from 0.
        key: needs no other picture.
    """

    data: bytes
    at: int
    key: bool


def set_up(context: VideoCodecContext) -> None:
    """What every encoder of a clip has in common beside ``x264_options``."""
    context.width, context.height, context.pix_fmt = CLIP_WIDTH_PX, CLIP_HEIGHT_PX, "yuv420p"
    context.framerate, context.time_base, context.thread_type = Fraction(CLIP_FPS), FRAME, "FRAME"
    context.sample_aspect_ratio = Fraction(1)
    context.colorspace = context.color_primaries = context.color_trc = _BT709
    context.color_range = _LIMITED


def clip_stream(container: av.container.OutputContainer, encode: EncodeSettings) -> VideoStream:
    """A stream for packets of ``encoded_chunks``; its own encoder only says the parameter sets."""
    stream = container.add_stream("libx264", rate=CLIP_FPS, options=x264_options(encode))
    set_up(stream.codec_context)
    stream.codec_context.thread_count = 1
    return stream


def encoder_mark(encode: EncodeSettings) -> str:
    """Parameter sets and version of the encoder, in hexadecimal: chunks of equal marks can follow each other."""
    context = _encoder(encode, threads=1)
    context.open()
    return (context.extradata or b"").partition(b" - options")[0].hex()


def _encoder(encode: EncodeSettings, threads: int = 0) -> VideoCodecContext:
    context = av.CodecContext.create("libx264", "w")
    assert isinstance(context, VideoCodecContext)
    set_up(context)
    context.thread_count = threads
    context.options = x264_options(encode)
    context.flags |= _GLOBAL_HEADER
    return context


def encoded_chunks(
    pictures: Iterable[VideoFrame], sizes: Sequence[int], encode: EncodeSettings, threads: int = 0
) -> Generator[list[CodedPicture], None, None]:
    """Encode pictures of 1080x1920, yuv420p, and give out each chunk as soon as it is complete.

    Args:
        pictures: those of all chunks, one after the other.
        sizes: pictures in each chunk.
        encode: how.
        threads: of the encoder; 0 for as many as the computer can run.

    Raises:
        EncoderFault: the encoder refuses, or pictures are missing.
    """
    collected: list[CodedPicture] = []
    waiting = list(sizes)
    begin = 0
    for packet in _packets(pictures, sizes, encode, threads):
        collected.append(CodedPicture(bytes(packet), (packet.pts or 0) - begin, packet.is_keyframe))
        if len(collected) == waiting[0]:
            yield collected
            begin += waiting.pop(0)
            collected = []
    if waiting or collected:
        raise EncoderFault(reason=f"{len(waiting)} chunks are missing")


def _packets(
    pictures: Iterable[VideoFrame], sizes: Sequence[int], encode: EncodeSettings, threads: int
) -> "Iterator[Packet[VideoStream]]":
    borders = {sum(sizes[:index]) for index in range(len(sizes))}
    context = _encoder(encode, threads)
    try:
        for index, picture in enumerate(pictures):
            picture.pts, picture.time_base = index, FRAME
            picture.pict_type = PictureType.I if index in borders else PictureType.NONE
            yield from context.encode(picture)
        yield from context.encode(None)
    except OSError:
        raise  # FFmpeg's own are both; a full disk isn't the encoder's fault
    except av.FFmpegError as error:
        raise EncoderFault(reason=str(error)) from error
