"""Films made for the tests: each picture shows its own number, sound can be measured."""

import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import av
import imageio_ffmpeg
import numpy as np
import pytest
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream
from numpy.typing import NDArray

from skriptstudio.domain.clip import EncodeSettings, RenderedClip, RenderPlan, SourceSegment
from skriptstudio.domain.jobs import JobControl
from skriptstudio.media.render.renderer import PyAvRenderer
from skriptstudio.media.render.text import Lettering

BITS = 8
Waves = NDArray[np.float32]


def numbered(number: int, width: int, height: int) -> NDArray[np.uint8]:
    """A grey picture whose eight horizontal bands are the bits of ``number``."""
    bands = [200 if number >> bit & 1 else 50 for bit in range(BITS)]
    rows = np.repeat(np.array(bands, np.uint8), -(-height // BITS))[:height]
    return np.broadcast_to(rows[:, None, None], (height, width, 3)).copy()


def number_in(luma: NDArray[np.uint8]) -> int:
    """The number that a picture of the clip shows."""
    height, width = luma.shape
    step, middle = height / BITS, width // 2
    values = [luma[int(step * (bit + 0.5)), middle - 20 : middle + 20].mean() for bit in range(BITS)]
    return sum(int(value > 125) << bit for bit, value in enumerate(values))


@dataclass(frozen=True)
class Film:
    """How to make a film; ``FilmKit`` makes it.

    Attributes:
        times: moment of each picture in ms; None for a constant rate.
        waves: sound at ``rate``, shape (channels, n); None for a silent film.
        turn: clockwise turn in degrees that the player shall apply.
        late_ms: added to all times, may be negative.
    """

    name: str = "film.mp4"
    frames: int = 30
    fps: int = 30
    size: tuple[int, int] = (320, 180)
    codec: str = "libx264"
    times: tuple[int, ...] | None = None
    waves: Waves | None = None
    rate: int = 48_000
    turn: int = 0
    late_ms: int = 0
    key_every: int = 12
    picture: Callable[[int, int, int], NDArray[np.uint8]] = numbered
    tags: tuple[tuple[str, str], ...] = ()


class FilmKit:
    """Makes films in a folder of the test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(self, film: Film | None = None, **changes: object) -> Path:
        film = replace(film or Film(), **changes)  # type: ignore[arg-type]
        path = self.folder / film.name
        plain = path if not film.turn else path.with_stem(path.stem + "-flat")
        mov = plain.suffix in (".mp4", ".mov")
        options = {"movflags": "+faststart+use_metadata_tags"} if mov else {}
        with av.open(str(plain), "w", options=options) as container:
            container.metadata.update(dict(film.tags))
            picture = _picture_stream(container, film)
            sound = _sound_stream(container, film)
            for frame in _pictures(film):
                container.mux(picture.encode(frame))
            container.mux(picture.encode(None))
            if sound:
                for piece in _sounds(film):
                    container.mux(sound.encode(piece))
                container.mux(sound.encode(None))
        if film.turn:
            _ffmpeg("-display_rotation", str(-film.turn), "-i", str(plain), "-c", "copy", str(path))
        return path


def _picture_stream(container: OutputContainer, film: Film) -> VideoStream:
    options = {"g": str(film.key_every)}
    if film.codec.startswith("libx26"):
        options["preset"] = "ultrafast"
    if film.codec == "libx265":
        options["x265-params"] = "log-level=none"
    stream = container.add_stream(film.codec, rate=film.fps, options=options)
    assert isinstance(stream, VideoStream)
    stream.width, stream.height = film.size
    stream.pix_fmt = "yuv444p" if film.size[0] % 2 else "yuv420p"
    stream.codec_context.time_base = _ticks(film)
    return stream


def _sound_stream(container: OutputContainer, film: Film) -> AudioStream | None:
    if film.waves is None:
        return None
    return container.add_stream("aac", rate=film.rate, layout=_layout(film.waves))


def _layout(waves: Waves) -> str:
    return "mono" if len(waves) == 1 else "stereo"


def _ticks(film: Film) -> Fraction:
    return Fraction(1, 1000) if film.times else Fraction(1, film.fps * 100)


def _pictures(film: Film) -> Iterator[av.VideoFrame]:
    width, height = film.size[::-1] if film.turn in (90, 270) else film.size
    late = round(Fraction(film.late_ms, 1000) / _ticks(film))
    for index in range(len(film.times) if film.times else film.frames):
        stored = np.rot90(film.picture(index, width, height), film.turn // 90)
        frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(stored), format="rgb24")
        frame.pts = (film.times[index] if film.times else index * 100) + late
        frame.time_base = _ticks(film)
        yield frame


def _sounds(film: Film) -> Iterator[av.AudioFrame]:
    assert film.waves is not None
    late = film.late_ms * film.rate // 1000
    for at in range(0, film.waves.shape[1], 1024):
        piece = np.ascontiguousarray(film.waves[:, at : at + 1024])
        frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout=_layout(film.waves))
        frame.sample_rate, frame.pts, frame.time_base = film.rate, at + late, Fraction(1, film.rate)
        yield frame


def _ffmpeg(*arguments: str) -> None:
    subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", *arguments], check=True)


@pytest.fixture
def film(tmp_path: Path) -> Callable[..., Path]:
    """Makes a film; takes the fields of ``Film``."""
    return FilmKit(tmp_path).make


@pytest.fixture(scope="session")
def talking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds of numbered pictures with a tone."""
    return FilmKit(tmp_path_factory.mktemp("films")).make(name="talking.mp4", frames=60, waves=tone(2.0, 0.2))


@pytest.fixture
def render(tmp_path: Path) -> Callable[..., RenderedClip]:
    """Render segments ``(path, start, end)`` in seconds with the fastest settings."""
    renderer = PyAvRenderer()

    def run(*segments: tuple[Path, float, float], to: str = "clip.mp4", **plan: object) -> RenderedClip:
        cut = tuple(SourceSegment(path, frac(a), frac(b)) for path, a, b in segments)
        fast = EncodeSettings(preset="ultrafast", crf=18)
        wanted = RenderPlan(cut, **{"encode": fast, **plan})  # type: ignore[arg-type]
        return renderer.render(wanted, tmp_path / to, JobControl())

    return run


@pytest.fixture
def numbers() -> Callable[[Path], list[int]]:
    """Reads the number in each picture of a clip."""
    return lambda path: [number_in(luma) for luma in lumas(path)]


@pytest.fixture
def pictures() -> Callable[[Path], list[NDArray[np.uint8]]]:
    """Brightness of each picture of a clip."""
    return lambda path: list(lumas(path))


@pytest.fixture
def samples() -> Callable[[Path], Waves]:
    """Decoded sound of a file, first channel."""

    def read(path: Path) -> Waves:
        with av.open(str(path)) as container:
            return np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)]).astype(np.float32)

    return read


@pytest.fixture
def sine() -> Callable[..., Waves]:
    return tone


def tone(seconds: float, amplitude: float, hertz: float = 1000, rate: int = 48_000, channels: int = 1) -> Waves:
    """A sine, shape (channels, n)."""
    wave = amplitude * np.sin(2 * np.pi * hertz * np.arange(int(seconds * rate)) / rate)
    return np.repeat(wave[None].astype(np.float32), channels, 0)


def lumas(path: Path) -> Iterator[NDArray[np.uint8]]:
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            plane = frame.planes[0]
            yield np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)[:, : plane.width]  # type: ignore[call-overload]


def frac(seconds: float) -> Fraction:
    return Fraction(seconds).limit_denominator(30)


@pytest.fixture
def lettering() -> Lettering:
    return PyAvRenderer().lettering()


@pytest.fixture
def plan_of() -> Callable[..., RenderPlan]:
    def plan(path: Path, seconds: Sequence[float] = (0, 1), **more: object) -> RenderPlan:
        return RenderPlan((SourceSegment(path, frac(seconds[0]), frac(seconds[1])),), **more)  # type: ignore[arg-type]

    return plan
