"""Runs the program as its users do: a process of its own, real files, real encoders.

What only prepares a test, and calls that are refused before anything begins, run in
the test's own process: ``Desk.tell``.
"""

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any
from unittest.mock import patch

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from skriptstudio.__main__ import main

Sound = NDArray[np.float64]
RATE = 48_000

HEADLESS = (
    "import sys; sys.modules['PySide6'] = None; from skriptstudio.__main__ import main; sys.exit(main(sys.argv[1:]))"
)
"""Starts the program with PySide6 made impossible to import: the core must not miss it."""


@dataclass(frozen=True)
class Answer:
    """What a command came back with."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)

    @property
    def error(self) -> str:
        """Code of the error."""
        assert "Traceback" not in self.err
        assert self.err.strip(), "a refusal says something on stderr"
        return str(self.document["error"]["code"])


@dataclass
class Desk:
    """A computer with the program on it, and a library somewhere."""

    library: Path
    home: Path
    running: list[subprocess.Popen[str]] = field(default_factory=list)

    def environment(self) -> dict[str, str]:
        own = {
            "SKRIPTSTUDIO_LIBRARY": str(self.library),
            "SKRIPTSTUDIO_SPOOL": str(self.home / "spool"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_STATE_HOME": str(self.home / "state"),
        }
        return {**os.environ, **own}

    def start(self, *arguments: str | Path) -> subprocess.Popen[str]:
        """Start a command and leave it running; ended at the end of the test."""
        process = subprocess.Popen(
            [sys.executable, "-c", HEADLESS, *map(str, arguments), "--json"],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.running.append(process)
        return process

    def run(self, *arguments: str | Path, within: float = 90) -> Answer:
        """Run a command to its end, at most ``within`` seconds."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=within)
        return Answer(process.returncode, out, err)

    def do(self, *arguments: str | Path) -> Any:
        """Run a command that must succeed and return its document."""
        answer = self.run(*arguments)
        assert answer.status == 0, answer.err
        return answer.document

    def tell(self, *arguments: str | Path) -> Answer:
        """Like ``run``, without starting Python anew: for calls about which nothing hangs on the process."""
        out, err = io.StringIO(), io.StringIO()
        with patch.dict(os.environ, self.environment()), redirect_stdout(out), redirect_stderr(err):
            status = main([*map(str, arguments), "--json"])
        return Answer(status, out.getvalue(), err.getvalue())

    def prepare(self, *arguments: str | Path) -> Any:
        """Like ``do``, but by ``tell``."""
        answer = self.tell(*arguments)
        assert answer.status == 0, answer.err
        return answer.document

    def spooled_films(self) -> list[Path]:
        """Recordings on the local disk, oldest first."""
        return sorted((self.home / "spool").rglob("*.mp4"))

    def await_recording(self, within: float = 15) -> float:
        """Wait for the first bytes of a recording; the moment by ``time.time()``."""
        until = time.monotonic() + within
        while time.monotonic() < until:
            films = self.spooled_films()
            if films:
                return time.time()
            time.sleep(0.005)
        raise AssertionError("no recording began")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "Bibliothek", tmp_path / "home")
    yield desk
    for process in desk.running:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.communicate()


@pytest.fixture
def script_file(tmp_path: Path) -> Path:
    path = tmp_path / "Skript.md"
    path.write_text(
        "## Hook\nMein Büro hat heute keine Wände.\n\n## Nutzen\nDu siehst, womit ich messe.\n\n"
        "## Aufruf\nKomm eine Woche zum Praktikum.\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture(scope="session")
def staffed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with three people."""
    folder = tmp_path_factory.mktemp("staffed")
    desk = Desk(folder / "Bibliothek", folder / "home")
    desk.prepare("person", "add", "--name", "Mira Albrecht")
    desk.prepare("person", "add", "--name", "Jonas Weber", "--hat", "team", "--hat", "press")
    desk.prepare("person", "add", "--name", "Katrin Behrens", "--hat", "press")
    return desk.library


@pytest.fixture
def house(desk: Desk, staffed: Path) -> Callable[[str], str]:
    """Three people with consent for the speaker, and a production; returns its id for a title."""

    def build(title: str) -> str:
        if not desk.library.exists():
            shutil.copytree(staffed, desk.library)
        return str(desk.prepare("new", "--title", title, "--format", "ein_tag_im_amt")["production"])

    return build


@pytest.fixture
def tone_film(tmp_path: Path) -> Callable[..., Path]:
    """Films of moving grain with a soft tone: no speech, no faces."""

    def make(name: str, seconds: float = 2, size: tuple[int, int] = (640, 360)) -> Path:
        return _film(tmp_path / name, seconds, size, lambda t: np.full_like(t, 0.1) * np.sin(2 * np.pi * 300 * t), None)

    return make


@pytest.fixture
def sync_film(tmp_path: Path) -> Callable[..., Path]:
    """Films with a white flash and a beep that begin together, half a second after each full second."""

    def beep(t: Sound) -> Sound:
        return 0.5 * np.sin(2 * np.pi * 1000 * t) * ((t >= 0.5) & ((t - 0.5) % 1.0 < 0.1))

    def make(name: str, seconds: float = 6, size: tuple[int, int] = (1280, 720)) -> Path:
        return _film(tmp_path / name, seconds, size, beep, lambda k: k >= 15 and (k - 15) % 30 < 3)

    return make


def _film(
    path: Path,
    seconds: float,
    size: tuple[int, int],
    wave: Callable[[Sound], Sound],
    lit: Callable[[int], bool] | None,
) -> Path:
    width, height = size
    rng = np.random.default_rng(1)
    grain = rng.integers(40, 90, (height // 8 + 1, width // 8 + 1), dtype=np.uint8).repeat(8, 0).repeat(8, 1)
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=30)
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        video.options = {"preset": "ultrafast", "crf": "23"}
        audio = container.add_stream("aac", rate=RATE, layout="mono")
        for k in range(round(seconds * 30)):
            grey = np.roll(grain, 3 * k, axis=1)[:height, :width]
            picture = np.full((height, width), 235, np.uint8) if lit is not None and lit(k) else grey
            frame = av.VideoFrame.from_ndarray(picture, format="gray")
            frame.pts, frame.time_base = k, Fraction(1, 30)
            container.mux(video.encode(frame))
        samples = wave(np.arange(round(seconds * RATE)) / RATE).astype(np.float32)
        for at in range(0, len(samples), 1024):
            sound = av.AudioFrame.from_ndarray(samples[None, at : at + 1024], format="fltp", layout="mono")
            sound.sample_rate, sound.pts, sound.time_base = RATE, at, Fraction(1, RATE)
            container.mux(audio.encode(sound))
        container.mux(video.encode(None))
        container.mux(audio.encode(None))
    return path


@pytest.fixture
def sync_offsets() -> Callable[[str], list[float]]:
    """Measures beep minus flash in seconds, for every flash of a clip."""

    def measure(path: str) -> list[float]:
        with av.open(path) as container:
            light = [
                (float(f.time or 0), float(f.reformat(width=32, height=32, format="gray").to_ndarray().mean()))
                for f in container.decode(video=0)
            ]
        with av.open(path) as container:
            resampler = av.AudioResampler("flt", "mono", RATE)
            start = None
            pieces = []
            for frame in container.decode(audio=0):
                start = float(frame.time or 0) if start is None else start
                pieces += [piece.to_ndarray().ravel() for piece in resampler.resample(frame)]
        loud = np.abs(np.concatenate(pieces)).reshape(-1)
        envelope = loud[: len(loud) // 48 * 48].reshape(-1, 48).max(1)
        beeps = _onsets(envelope > 0.3 * envelope.max(), [(start or 0.0) + n / 1000 for n in range(len(envelope))])
        top = max(value for _, value in light)
        flashes = _onsets([value > 0.8 * top for _, value in light], [at for at, _ in light])
        return [min((beep - flash for beep in beeps), key=abs) for flash in flashes]

    return measure


def _onsets(above: Iterable[bool], times: Sequence[float]) -> list[float]:
    found: list[float] = []
    before = False
    for at, now in zip(times, above, strict=True):
        if now and not before and (not found or at - found[-1] > 0.5):
            found.append(at)
        before = bool(now)
    return found
