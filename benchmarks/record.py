"""How well the recorder keeps pictures, sound and its promise after a crash.

``python benchmarks/record.py [--minutes 10] [--kills 20] [--size 1920x1080]`` prints two tables. The first is
of one recording in real time, from a clip of flashes and beeps; the second of recordings
killed at random moments, measured by the clock on the wall and not by the program's word.
"""

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports import Recording, RecordingOrder
from skriptstudio.domain.take import TakeFinding
from skriptstudio.media.capture.studio import LocalStudio

FPS = 30
RATE = 48_000
FLASH_FRAMES = 3
LOOP_SECONDS = 8


class Nobody:
    """Isn't interested in how it goes."""

    def started(self) -> None: ...

    def progress(self, seconds: Fraction, level_db: float) -> None: ...

    def warned(self, finding: TakeFinding) -> None: ...


@dataclass(frozen=True)
class Figures:
    """What was measured: counts, ms (positive: sound late), share of one core."""

    expected: int
    recording: Recording
    first_ms: float
    last_ms: float
    worst_ms: float
    cpu: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Returns 0 if all promises are kept, else 1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--size", default="1920x1080")
    wanted = parser.parse_args(arguments)
    width, height = map(int, wanted.size.split("x"))
    with tempfile.TemporaryDirectory(prefix="skriptstudio-bench-") as folder:
        clip = Path(folder) / "flashes.mp4"
        make_clip(clip, 60 * wanted.minutes, width, height)
        kept = report(measure(clip, Path(folder) / "spool"))
        kept &= report_kills([lost_by_kill(clip, Path(folder) / f"kill-{k}", k) for k in range(wanted.kills)])
    return 0 if kept else 1


def make_clip(path: Path, seconds: float, width: int, height: int) -> None:
    """A clip in which each second, from 0.5 s on, a flash and a beep begin together, over a moving texture.

    Its first seconds are encoded once and then repeated, so that ten minutes of 1080p take some seconds.
    """
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=FPS, options={"preset": "ultrafast", "bf": "0"})
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        audio = container.add_stream("aac", rate=RATE, layout="mono")
        packets = [
            (bytes(packet), packet.is_keyframe)
            for picture in pictures(width, height)
            for packet in video.encode(picture)
        ]
        packets += [(bytes(packet), packet.is_keyframe) for packet in video.encode(None)]
        for k in range(round(seconds * FPS)):
            data, key = packets[k % len(packets)]
            packet = av.Packet(data)
            packet.stream, packet.is_keyframe, packet.time_base = video, key, Fraction(1, FPS)
            packet.pts = packet.dts = k
            container.mux(packet)
            container.mux(audio.encode(sound(k)))
        container.mux(audio.encode(None))


def pictures(width: int, height: int) -> Iterator[av.VideoFrame]:
    """Some seconds of picture."""
    random = np.random.default_rng(1)
    texture = random.integers(40, 90, (height // 8 + 1, width // 8 + 1, 3), np.uint8).repeat(8, 0).repeat(8, 1)
    texture = texture[:height, :width]
    for k in range(LOOP_SECONDS * FPS):
        lit = (k - FPS // 2) % FPS < FLASH_FRAMES
        picture = np.full_like(texture, 235) if lit else np.roll(texture, 3 * k, axis=1)
        yield av.VideoFrame.from_ndarray(picture, format="bgr24")


def sound(k: int) -> av.AudioFrame:
    """The sound beside picture ``k``."""
    t = (np.arange(RATE // FPS) + k * RATE // FPS) / RATE
    beep = 0.5 * np.sin(2 * np.pi * 1000 * t) * ((t >= 0.5) & ((t - 0.5) % 1 < 0.1))
    frame = av.AudioFrame.from_ndarray(beep.astype(np.float32)[None, :], format="fltp", layout="mono")
    frame.sample_rate, frame.pts, frame.time_base = RATE, k * RATE // FPS, Fraction(1, RATE)
    return frame


def measure(clip: Path, spool: Path) -> Figures:
    """Record the clip once, in real time."""
    cpu, wall = time.process_time(), time.perf_counter()
    recording = LocalStudio(spool).record(order_for(clip), Nobody(), JobControl())
    share = (time.process_time() - cpu) / (time.perf_counter() - wall)
    offsets = offsets_ms(recording.path)
    with av.open(str(clip)) as container:
        expected = container.streams.video[0].frames
    return Figures(expected, recording, offsets[0], offsets[-1], max(offsets, key=abs), share)


def order_for(clip: Path) -> RecordingOrder:
    """Camera and microphone are both played by the clip."""
    return RecordingOrder("take", "library", "production", "whole", f"file:{clip}", f"file:{clip}")


def offsets_ms(path: Path) -> list[float]:
    """Beep minus flash for each flash, in ms."""
    beeps = np.array(beep_moments(path))
    return [1000 * float((beeps - flash)[np.abs(beeps - flash).argmin()]) for flash in flash_moments(path)]


def flash_moments(path: Path) -> list[float]:
    """When the picture turns bright, in seconds."""
    found, before = [], False
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            lit = bool(frame.reformat(16, 16, "gray").to_ndarray().mean() > 160)
            if lit and not before:
                found.append(float(frame.time or 0.0))
            before = lit
    return found


def beep_moments(path: Path) -> list[float]:
    """When it gets loud after at least half a second of quiet, in seconds."""
    found: list[float] = []
    with av.open(str(path)) as container:
        for frame in container.decode(audio=0):
            loud = np.flatnonzero(np.abs(frame.to_ndarray()[0]) > 0.15)
            moment = float(frame.time or 0.0) + float(loud[0] if len(loud) else 0) / RATE
            if len(loud) and (not found or moment - found[-1] > 0.5):
                found.append(moment)
    return found


def lost_by_kill(clip: Path, spool: Path, seed: int) -> float | None:
    """Seconds that a kill at a random moment costs; None if the recording doesn't open."""
    script = (
        "import sys; from pathlib import Path; from benchmarks.record import *; "
        "LocalStudio(Path(sys.argv[2])).record(order_for(Path(sys.argv[1])), Nobody(), JobControl())"
    )
    here = Path(__file__).parents[1]
    process = subprocess.Popen([sys.executable, "-c", script, str(clip), str(spool)], cwd=here)
    while not any(spool.glob("*/take.mp4")):
        time.sleep(0.002)
    born = time.monotonic()
    time.sleep(random.Random(seed).uniform(1, 10))
    killed = time.monotonic()
    process.kill()
    process.wait()
    recordings = list(LocalStudio(spool).unfinished())
    if not recordings:
        return None
    with av.open(str(recordings[0].path)) as container:
        return killed - born - sum(1 for _ in container.decode(video=0)) / FPS


def report(figures: Figures) -> bool:
    """Print the first table; whether sound is within 40 ms and no frame is missing."""
    recording = figures.recording
    missing = figures.expected - recording.frames
    print(f"{'recorded':24}{float(recording.seconds):10.1f} s")
    print(f"{'frames missing':24}{missing:10d}")
    print(f"{'dropped, repeated':24}{recording.dropped:10d}{recording.repeated:6d}")
    print(f"{'offset first':24}{figures.first_ms:10.1f} ms")
    print(f"{'offset last':24}{figures.last_ms:10.1f} ms")
    print(f"{'offset worst':24}{figures.worst_ms:10.1f} ms   (limit 40)")
    print(f"{'CPU':24}{100 * figures.cpu:10.0f} % of one core, the file's decoding included")
    return missing == 0 and recording.dropped == 0 and abs(figures.worst_ms) <= 40


def report_kills(losses: list[float | None]) -> bool:
    """Print the second table; whether all open and none lacks more than 0.6 s."""
    if not losses:
        return True
    opened = [lost for lost in losses if lost is not None]
    print(f"{'killed, opens':24}{len(opened):7d}/{len(losses)}")
    if opened:
        print(f"{'lost median':24}{statistics.median(opened):10.2f} s")
        print(f"{'lost most':24}{max(opened):10.2f} s   (limit 0.6)")
    return len(opened) == len(losses) and max(opened) <= 0.6


if __name__ == "__main__":
    raise SystemExit(main())
