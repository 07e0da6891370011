"""Turns the crash-safe recording into a plain, seekable MP4 without encoding again."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

import av
from av.container import InputContainer, OutputContainer
from av.packet import Packet
from av.stream import Stream

from skriptstudio.domain.timecode import from_frames
from skriptstudio.media.capture.encoder import AAC_PRIMING
from skriptstudio.media.capture.source import SAMPLE_RATE

AnyPacket: TypeAlias = "Packet[Stream]"

_FASTSTART = {"movflags": "+faststart"}


def remux(source: Path, target: Path) -> int:
    """Copy picture and sound of a ``TakeEncoder``'s file into ``target`` (MP4, index in front).

    Picture and sound both begin at 0. A last fragment that was cut off is left out, and
    sound that goes on behind the last picture.

    Returns:
        the number of pictures; 0 if there are none, and then ``target`` isn't made.

    Raises:
        OSError: the disk is full or gone.
    """
    pictures = count_pictures(source)
    if not pictures:
        return 0  # not even the header was written, or nothing behind it
    with av.open(str(source)) as original, av.open(str(target), "w", format="mp4", options=_FASTSTART) as copy:
        _copy(original, copy, from_frames(pictures))
    return pictures


def count_pictures(path: Path) -> int:
    """Number of pictures in a media file, by its packets; 0 if it can't be read."""
    try:
        container = av.open(str(path))
    except av.FFmpegError:
        return 0
    with container:
        return sum(1 for _ in _packets(container, *container.streams.video[:1]))


def _copy(original: InputContainer, copy: OutputContainer, seconds: Fraction) -> None:
    tracks = {
        stream.index: copy.add_stream_from_template(stream)
        for stream in (*original.streams.video[:1], *original.streams.audio[:1])
    }
    for packet in _packets(original, *(original.streams[index] for index in tracks)):
        if packet.stream.type == "audio":
            _take_out_priming(packet)
        if _begins(packet) < seconds:
            packet.stream = tracks[packet.stream.index]
            copy.mux_one(packet)


def _begins(packet: AnyPacket) -> Fraction:
    return Fraction(packet.pts or 0) * (packet.time_base or 0)


def _packets(container: InputContainer, *streams: Stream) -> Iterator[AnyPacket]:
    """Whole packets, up to the end or to where the file was cut off."""
    if not streams:
        return
    packets = container.demux(*streams)
    while True:
        try:
            packet = next(packets, None)
        except av.FFmpegError:
            return
        if packet is None or packet.is_corrupt:
            return
        if packet.size and packet.pts is not None:
            yield packet


def _take_out_priming(packet: AnyPacket) -> None:
    """Move a packet of sound to where it was heard."""
    if packet.pts is not None and packet.dts is not None and packet.time_base is not None:
        ticks = round(Fraction(AAC_PRIMING, SAMPLE_RATE) / packet.time_base)
        packet.pts -= ticks
        packet.dts -= ticks
