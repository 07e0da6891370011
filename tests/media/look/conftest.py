"""Small films for the probe."""

import subprocess
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import imageio_ffmpeg
import numpy as np
import pytest


def make_film(
    path: Path,
    *,
    frames: int = 30,
    fps: int = 30,
    size: tuple[int, int] = (320, 180),
    codec: str = "libx264",
    times: tuple[int, ...] | None = None,
    sound: bool = False,
    aspect: Fraction = Fraction(1),
    late_ms: int = 0,
) -> Path:
    """A film of noise; ``times`` are the moments of its pictures in ms, for a variable rate."""
    with av.open(str(path), "w", options={"movflags": "+faststart"} if path.suffix == ".mp4" else {}) as container:
        stream = container.add_stream(codec, rate=fps, options=_options(codec))
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv444p" if size[0] % 2 else "yuv420p"
        stream.codec_context.sample_aspect_ratio = aspect
        stream.codec_context.time_base = Fraction(1, 1000) if times else Fraction(1, fps)
        audio = container.add_stream("aac", rate=48_000, layout="mono") if sound else None
        random = np.random.default_rng(3)
        for index in range(len(times) if times else frames):
            picture = random.integers(0, 255, (size[1], size[0], 3), dtype=np.uint8)
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts = (times[index] if times else index) + late_ms * (1 if times else fps) // (1 if times else 1000)
            frame.time_base = stream.codec_context.time_base
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        if audio:
            quiet = av.AudioFrame.from_ndarray(np.zeros((1, 4096), np.float32), format="fltp", layout="mono")
            quiet.sample_rate = 48_000
            container.mux([*audio.encode(quiet), *audio.encode(None)])
    return path


def _options(codec: str) -> dict[str, str]:
    if codec == "libx265":
        return {"preset": "ultrafast", "x265-params": "log-level=none"}
    return {"preset": "ultrafast"} if codec == "libx264" else {}


@pytest.fixture
def film(tmp_path: Path) -> Callable[..., Path]:
    """Makes a film; takes a name and the arguments of ``make_film``."""

    def make(name: str = "film.mp4", **kind: object) -> Path:
        return make_film(tmp_path / name, **kind)  # type: ignore[arg-type]

    return make


@pytest.fixture
def turned(tmp_path: Path) -> Callable[[Path, int], Path]:
    """A copy of a film with a display matrix that turns it clockwise."""

    def turn(path: Path, degrees: int) -> Path:
        copy = tmp_path / f"turned-{degrees}.mp4"
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-display_rotation", str(-degrees), "-i", str(path)]
        subprocess.run([*command, "-c", "copy", str(copy)], check=True)
        return copy

    return turn
