"""Cameras, microphones and clips for these tests, all made on the spot."""

import base64
import hashlib
import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event
from typing import cast

import av
import cv2
import numpy as np
import pytest
from av.video.stream import VideoStream
from tests import tiny_disk as small
from tests.sound_server import SoundServer, serving

from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import RecordingOrder
from skriptstudio.domain.take import TakeFinding

RATE = 48_000


@dataclass
class Listener:
    """Remembers what it was told."""

    began: Event = field(default_factory=Event)
    lengths: list[Fraction] = field(default_factory=list)
    levels: list[float] = field(default_factory=list)
    warnings: list[TakeFinding] = field(default_factory=list)

    def started(self) -> None:
        self.began.set()

    def progress(self, seconds: Fraction, level_db: float) -> None:
        self.lengths.append(seconds)
        self.levels.append(level_db)

    def warned(self, finding: TakeFinding) -> None:
        self.warnings.append(finding)


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def control() -> JobControl:
    return JobControl()


@pytest.fixture
def order() -> Callable[..., RecordingOrder]:
    def make(camera: str, microphone: str, seconds: str | None = None) -> RecordingOrder:
        return RecordingOrder(
            take="take-1",
            library="/somewhere/Bücherei",
            production="p-1",
            section="hook",
            camera=camera,
            microphone=microphone,
            seconds=None if seconds is None else Fraction(seconds),
            speakers=("anna",),
        )

    return make


ClipMaker = Callable[..., Path]


@pytest.fixture(scope="session")
def make_clip(tmp_path_factory: pytest.TempPathFactory) -> ClipMaker:
    """A clip in which a flash (3 frames) and a beep (0.1 s) begin together, at 0.5 s and then every second."""

    def make(
        name: str = "Prüfung ä.mp4",
        *,
        seconds: float = 3,
        size: tuple[int, int] = (640, 360),
        fps: Fraction = Fraction(30),
        codec: str = "libx264",
        sound_seconds: float | None = None,
        moments: Callable[[int], float] | None = None,
        sound_rate: int = RATE,
    ) -> Path:
        path = tmp_path_factory.mktemp("clip") / name
        moment = moments or (lambda k: float(k / fps))
        with av.open(str(path), "w") as container:
            video = cast(VideoStream, container.add_stream(codec, rate=fps))
            video.width, video.height = size
            video.pix_fmt = "yuv420p" if not (size[0] % 2 or size[1] % 2) else "yuv444p"
            video.codec_context.time_base = Fraction(1, 90_000)
            video.options = {"preset": "ultrafast", "x265-params": "log-level=none"}
            length = seconds if sound_seconds is None else sound_seconds
            audio = container.add_stream("aac", rate=sound_rate, layout="mono") if length else None
            for k in range(round(seconds * fps)):
                frame = av.VideoFrame.from_ndarray(_picture(k, moment(k), size), format="bgr24")
                frame.pts, frame.time_base = round(moment(k) * 90_000), Fraction(1, 90_000)
                container.mux(video.encode(frame))
            container.mux(video.encode(None))
            if audio is not None:
                for start in range(0, round(length * sound_rate), 1024):
                    beep = _beep(np.arange(start, min(start + 1024, round(length * sound_rate))) / sound_rate)
                    piece = av.AudioFrame.from_ndarray(beep[None, :], format="fltp", layout="mono")
                    piece.sample_rate, piece.pts, piece.time_base = sound_rate, start, Fraction(1, sound_rate)
                    container.mux(audio.encode(piece))
                container.mux(audio.encode(None))
        return path

    return make


def _picture(k: int, moment: float, size: tuple[int, int]) -> np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]:
    """Dark with a wandering bar; white while the flash lasts; the top left quarter red for telling up from down."""
    width, height = size
    picture = np.full((height, width, 3), 40, np.uint8)
    picture[:, (5 * k) % width : (5 * k) % width + 8] = 90
    picture[: height // 2, : width // 2] = (0, 0, 120)
    if moment >= 0.5 - 1e-6 and (moment - 0.5 + 1e-6) % 1.0 < 0.1:
        picture[:] = 235
    return picture


def _beep(moments: np.ndarray[tuple[int], np.dtype[np.float64]]) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    sounding = (moments >= 0.5) & ((moments - 0.5) % 1.0 < 0.1)
    hum = 0.01 * np.sin(2 * np.pi * 200 * moments)
    return (hum + 0.5 * np.sin(2 * np.pi * 1000 * moments) * sounding).astype(np.float32)


@dataclass
class Seen:
    """What a player makes of a clip: times in seconds."""

    pictures: list[Fraction]
    sound_seconds: float
    offsets: list[float]
    beeps: list[float]
    size: tuple[int, int]


@pytest.fixture
def play() -> Callable[[Path], Seen]:
    """Decode a clip: moments of its pictures, length of its sound, and beep minus flash for each flash."""

    def look(path: Path) -> Seen:
        with av.open(str(path)) as container:
            frames = [(_moment(f), f.reformat(32, 32, "gray").to_ndarray().mean()) for f in container.decode(video=0)]
            size = (container.streams.video[0].width, container.streams.video[0].height)
        flashes = _onsets([t for t, light in frames], [light > 150 for _, light in frames])
        moments, levels, count = _loudness(path)
        beeps = _onsets(moments, [level > 0.15 for level in levels])
        offsets = [min((b - f for b in beeps), key=abs) for f in flashes] if beeps else []
        return Seen([t for t, _ in frames], count / RATE, offsets, beeps, size)

    return look


def _loudness(path: Path) -> tuple[list[float], list[float], int]:
    """Peak of each ms."""
    with av.open(str(path)) as container:
        if not container.streams.audio:
            return [], [], 0
        frames = list(container.decode(audio=0))
        first = _moment(frames[0])
        samples = np.abs(np.concatenate([frame.to_ndarray()[0] for frame in frames]))
    peaks = samples[: len(samples) // 48 * 48].reshape(-1, 48).max(1)
    return [float(first) + k / 1000 for k in range(len(peaks))], [float(peak) for peak in peaks], len(samples)


def _moment(frame: av.VideoFrame | av.AudioFrame) -> Fraction:
    assert frame.pts is not None
    assert frame.time_base is not None
    return frame.pts * frame.time_base


def _onsets(moments: Sequence[Fraction | float], active: list[bool]) -> list[float]:
    found: list[float] = []
    for moment, now, before in zip(moments, active, [False, *active], strict=False):
        if now and not before and (not found or moment - found[-1] > 0.5):
            found.append(float(moment))
    return found


USER, PASSWORD = "mira", "geheim: ä@/"
"""The login of ``/login``."""

_LOGIN = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()

_REALM, _NONCE = "camera", "5f2c0a"


def _digest_fits(sent: str, path: str) -> bool:
    """Whether an Authorization header answers our challenge (RFC 7616 with MD5 and qop=auth)."""
    fields: dict[str, str] = dict(re.findall(r'(\w+)="?([^",]+)"?', sent))
    if not sent.startswith("Digest ") or (fields["username"], fields["nonce"], fields["uri"]) != (USER, _NONCE, path):
        return False
    secret, what = _md5(f"{USER}:{_REALM}:{PASSWORD}"), _md5(f"GET:{path}")
    return fields["response"] == _md5(f"{secret}:{_NONCE}:{fields['nc']}:{fields['cnonce']}:auth:{what}")


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


class _MjpegHandler(BaseHTTPRequestHandler):
    """A camera on the network.

    Paths: /ok, /stall/N and /die/N after N pictures, /mute (accepts and says nothing), /missing, /tiny/N with
    pictures of N px, /frozen/N (the same picture again and again from number N on), /black.
    With a login: /login (Basic), /digest (MD5), /sha (Digest with SHA-256 only).
    """

    protocol_version = "HTTP/1.0"
    over: Event
    away: Event

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        mode, _, count = self.path.strip("/").partition("/")
        with suppress(OSError):
            if self.away.is_set():
                return
            if mode == "mute":
                self.over.wait(15)
            elif mode == "missing":
                self.send_error(404)
            elif (challenge := self._challenge(mode)) is not None:
                self.send_response(401)
                self.send_header("WWW-Authenticate", challenge)
                self.send_header("Content-Length", "0")
                self.end_headers()
            elif mode == "tiny":
                self._stream(10_000, size=(int(count), int(count)))
            elif mode == "black":
                self._stream(10_000, light=0.05)
            elif mode == "frozen":
                self._stream(10_000, moving=int(count))
            else:
                self._stream(int(count) if count else 10_000, stalls=mode == "stall")

    def _challenge(self, mode: str) -> str | None:
        """What a camera that wants a login asks for, unless it has got it."""
        sent = self.headers.get("Authorization", "")
        if mode == "login" and sent != _LOGIN:
            return 'Basic realm="camera"'
        if mode == "digest" and not _digest_fits(sent, self.path):
            return f'Digest realm="{_REALM}", nonce="{_NONCE}", qop="auth", algorithm=MD5'
        if mode == "sha":
            return f'Digest realm="{_REALM}", nonce="{_NONCE}", qop="auth", algorithm=SHA-256'
        return None

    def _stream(
        self,
        count: int,
        stalls: bool = False,
        size: tuple[int, int] = (640, 360),
        moving: int = 10_000,
        light: float = 1,
    ) -> None:
        """So many pictures, ``moving`` of them different ones; ``light`` makes them darker."""
        self.send_response(200)
        self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
        self.end_headers()
        began = time.perf_counter()
        for k in range(count):
            picture = (_picture(min(k, moving), min(k, moving) / 30, size) * light).astype(np.uint8)
            jpeg = cv2.imencode(".jpg", picture)[1].tobytes()
            self.wfile.write(
                b"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n%s\r\n" % (len(jpeg), jpeg)
            )
            if self.over.wait(max(0.0, began + (k + 1) / 30 - time.perf_counter())) or self.away.is_set():
                return
        if stalls:
            self.over.wait(15)


@pytest.fixture
def mjpeg_away() -> Event:
    """While it is set, the camera of ``mjpeg`` hangs up and answers nobody."""
    return Event()


@pytest.fixture
def mjpeg(mjpeg_away: Event) -> Iterator[str]:
    """Address of a camera on the network."""
    over = Event()
    handler = type("Handler", (_MjpegHandler,), {"over": over, "away": mjpeg_away})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    over.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def sound_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """A private PulseAudio for this test, with one microphone that hears what is played."""
    with serving(tmp_path / "pulse", monkeypatch) as server:
        yield server


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with room for 80 s of an ordinary take."""
    with small.tiny_disk(tmp_path / "tiny") as folder:
        yield folder
