"""A clip of flashes and beeps, and how far apart they are in a recording of it."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

FPS = 30
RATE = 48_000
FLASH_FRAMES = 3
LOOP_SECONDS = 8
BEEP_SECONDS = 0.1
FIRST_SECOND = 0.5
"""From then on, each second a flash and a beep begin together."""


def make_clip(path: Path, seconds: float, width: int, height: int) -> None:
    """A clip in which flashes and beeps begin together, over a moving texture.

    Its first seconds are encoded once and then repeated, so that ten minutes of 1080p take some seconds.
    """
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=FPS, options={"preset": "ultrafast", "bf": "0"})
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        audio = container.add_stream("aac", rate=RATE, layout="mono")
        packets = [
            (bytes(packet), packet.is_keyframe)
            for picture in _pictures(width, height)
            for packet in video.encode(picture)
        ]
        packets += [(bytes(packet), packet.is_keyframe) for packet in video.encode(None)]
        for k in range(round(seconds * FPS)):
            data, key = packets[k % len(packets)]
            packet = av.Packet(data)
            packet.stream, packet.is_keyframe, packet.time_base = video, key, Fraction(1, FPS)
            packet.pts = packet.dts = k
            container.mux(packet)
            container.mux(audio.encode(_sound(k)))
        container.mux(audio.encode(None))


def lit(k: int) -> bool:
    """Whether picture ``k`` shows a flash."""
    return (k - round(FIRST_SECOND * FPS)) % FPS < FLASH_FRAMES


def beeps(moments: NDArray[np.float64]) -> NDArray[np.float32]:
    """Samples, -1.0 to 1.0, at ``moments`` in seconds from the start of the clip."""
    since = moments - FIRST_SECOND
    sounding = (since >= 0) & (since % 1 < BEEP_SECONDS)
    return (0.5 * np.sin(2 * np.pi * 1000 * since) * sounding).astype(np.float32)


def offsets_ms(path: Path) -> list[float]:
    """Beep minus flash for each flash of a recording, in ms; positive: sound late."""
    heard = np.array(_beep_moments(path))
    return [1000 * float((heard - flash)[np.abs(heard - flash).argmin()]) for flash in _flash_moments(path)]


def frames_of(path: Path) -> int:
    """Pictures in a clip, by its header."""
    with av.open(str(path)) as container:
        return int(container.streams.video[0].frames)


def _pictures(width: int, height: int) -> Iterator[av.VideoFrame]:
    random = np.random.default_rng(1)
    texture = random.integers(40, 90, (height // 8 + 1, width // 8 + 1, 3), np.uint8).repeat(8, 0).repeat(8, 1)
    texture = texture[:height, :width]
    for k in range(LOOP_SECONDS * FPS):
        picture = np.full_like(texture, 235) if lit(k) else np.roll(texture, 3 * k, axis=1)
        yield av.VideoFrame.from_ndarray(picture, format="bgr24")


def _sound(k: int) -> av.AudioFrame:
    """The sound beside picture ``k``."""
    first = k * RATE // FPS
    samples = beeps((np.arange(RATE // FPS) + first) / RATE)
    frame = av.AudioFrame.from_ndarray(samples[None, :], format="fltp", layout="mono")
    frame.sample_rate, frame.pts, frame.time_base = RATE, first, Fraction(1, RATE)
    return frame


def _flash_moments(path: Path) -> list[float]:
    """When the picture turns bright, in seconds."""
    found, before = [], False
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            bright = bool(frame.reformat(16, 16, "gray").to_ndarray().mean() > 160)
            if bright and not before:
                found.append(float(frame.time or 0.0))
            before = bright
    return found


def _beep_moments(path: Path) -> list[float]:
    """When it gets loud after at least half a second of quiet, in seconds."""
    found: list[float] = []
    with av.open(str(path)) as container:
        for frame in container.decode(audio=0):
            loud = np.flatnonzero(np.abs(frame.to_ndarray()[0]) > 0.15)
            moment = float(frame.time or 0.0) + float(loud[0] if len(loud) else 0) / RATE
            if len(loud) and (not found or moment - found[-1] > 0.5):
                found.append(moment)
    return found
