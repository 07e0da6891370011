"""A room stays open for a preview and any number of takes."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

import av
import numpy as np
import pytest

from skriptstudio.domain.address import with_login
from skriptstudio.domain.errors import (
    CameraLost,
    Cancelled,
    LoginRefused,
    MissingFile,
    NoCamera,
    NothingToRecord,
    NotMedia,
    SkriptStudioError,
    TinyPicture,
)
from skriptstudio.domain.framing import AS_IT_IS, Framing
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import Recording, RecordingOrder, Room, Still
from skriptstudio.domain.take import TakeFinding
from skriptstudio.media.capture.preview import Meter, Screen, still
from skriptstudio.media.capture.source import Picture, Sound
from skriptstudio.media.capture.studio import LocalStudio

MakeClip = Callable[..., Path]
Order = Callable[..., RecordingOrder]
Listener: TypeAlias = Any  # the class of conftest.py, which can't be imported
Play = Callable[[Path], Any]

OUR_THREADS = ("camera", "room", "writer", "recorder")


@dataclass
class Viewer:
    """Remembers what it was shown, and when."""

    stills: list[Still] = field(default_factory=list)
    moments: list[float] = field(default_factory=list)
    levels: list[float] = field(default_factory=list)
    level_moments: list[float] = field(default_factory=list)
    freezes: list[tuple[bool, float]] = field(default_factory=list)
    losses: list[SkriptStudioError] = field(default_factory=list)
    lost_something: threading.Event = field(default_factory=threading.Event)

    def seen(self, still: Still) -> None:
        self.stills.append(still)
        self.moments.append(time.perf_counter())

    def heard(self, level_db: float) -> None:
        self.levels.append(level_db)
        self.level_moments.append(time.perf_counter())

    def frozen(self, frozen: bool) -> None:
        self.freezes.append((frozen, time.perf_counter()))

    def lost(self, error: SkriptStudioError) -> None:
        self.losses.append(error)
        self.lost_something.set()

    def longest_gap(self) -> float:
        return max(after - before for before, after in zip(self.moments, self.moments[1:], strict=False))


@pytest.fixture
def viewer() -> Viewer:
    return Viewer()


Enter = Callable[..., Any]


@pytest.fixture
def enter(tmp_path: Path, viewer: Viewer) -> Enter:
    """Enter a room that is left at the end; no thread of it is left then."""

    @contextmanager
    def room(camera: str, microphone: str, framing: Framing = AS_IT_IS) -> Iterator[Room]:
        opened = LocalStudio(tmp_path / "spool").enter(camera, microphone, viewer, framing=framing)
        try:
            yield opened
        finally:
            opened.close()
        assert not [thread.name for thread in threading.enumerate() if thread.name.startswith(OUR_THREADS)]

    return room


@pytest.fixture
def spoken(order: Order) -> Callable[..., RecordingOrder]:
    """An order; what it says of camera and microphone doesn't count in a room."""

    def make(text: str = "", seconds: str | None = None) -> RecordingOrder:
        return replace(order("97", "nobody", seconds), text=text)

    return make


@contextmanager
def recording(
    room: Room, order: RecordingOrder, listener: Listener, control: JobControl
) -> "Iterator[Future[Recording]]":
    """A take that runs beside the test."""
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(room.record, order, listener, control)
        assert listener.began.wait(5)
        yield running


def assert_whole(recording: Recording, play: Play) -> Any:
    seen = play(recording.path)
    assert seen.pictures == [Fraction(k, 30) for k in range(recording.frames)]
    assert seen.sound_seconds == pytest.approx(float(recording.seconds), abs=1024 / 48_000)
    assert (recording.dropped, recording.findings) == (0, ())
    return seen


def test_the_demo_is_shown_upright_and_quiet(enter: Enter, viewer: Viewer) -> None:
    with enter("demo", "demo"):
        time.sleep(1.2)
    rate = (len(viewer.moments) - 1) / (viewer.moments[-1] - viewer.moments[0])
    assert rate == pytest.approx(30, abs=2)
    for shown in viewer.stills:
        assert (shown.width, shown.height, len(shown.data)) == (540, 960, 540 * 960 * 4)
    assert 15 <= len(viewer.levels) / 1.2 <= 30
    assert all(-60 < level < -54 for level in viewer.levels[1:])


def test_two_demo_takes_one_after_the_other_while_the_preview_goes_on(
    enter: Enter, viewer: Viewer, spoken: Callable[..., RecordingOrder], listener: Listener, play: Play
) -> None:
    with enter("demo", "demo") as room:
        first = room.record(spoken("Ja."), listener, JobControl())
        quiet_from = time.perf_counter()
        time.sleep(0.3)
        quiet = [
            level
            for level, at in zip(viewer.levels, viewer.level_moments, strict=True)
            if quiet_from + 0.05 < at < quiet_from + 0.3
        ]
        second = room.record(spoken("Nein."), listener, JobControl())
    assert_whole(first, play)
    assert_whole(second, play)
    assert (first.order.camera, first.order.microphone) == ("demo", "demo")
    assert first.path != second.path
    assert min(first.frames, second.frames) > 33
    assert first.repeated == second.repeated == 0
    assert quiet
    assert max(quiet) < -50
    assert max(viewer.levels) > -10
    assert viewer.longest_gap() < 0.4


def test_a_file_plays_from_its_beginning_for_every_take_and_stays_in_sync(
    enter: Enter, spoken: Callable[..., RecordingOrder], make_clip: MakeClip, listener: Listener, play: Play
) -> None:
    clip = make_clip(seconds=1)
    with enter(f"file:{clip}", f"file:{clip}") as room:
        takes = [room.record(spoken(), listener, JobControl()) for _ in range(2)]
    for take in takes:
        assert take.frames == 30
        seen = assert_whole(take, play)
        assert len(seen.offsets) == 1
        assert max(abs(offset) for offset in seen.offsets) <= 0.010


def test_cancelling_keeps_the_take_and_the_room_stays_open(
    enter: Enter,
    spoken: Callable[..., RecordingOrder],
    mjpeg: str,
    make_clip: MakeClip,
    viewer: Viewer,
    listener: Listener,
    control: JobControl,
    play: Play,
) -> None:
    with enter(f"{mjpeg}/ok", f"file:{make_clip(seconds=3)}") as room:
        with recording(room, spoken(), listener, control) as running:
            time.sleep(0.5)
            control.cancel()
        taken = running.result()
        assert 10 <= taken.frames <= 30
        assert_whole(taken, play)
        before = len(viewer.stills)
        time.sleep(0.3)
        assert len(viewer.stills) > before + 5
        with pytest.raises(Cancelled):
            room.record(spoken(), listener, control)
    assert viewer.longest_gap() < 0.4


def test_a_network_camera_is_recorded_from_now_on(
    enter: Enter, spoken: Callable[..., RecordingOrder], mjpeg: str, viewer: Viewer, listener: Listener, play: Play
) -> None:
    with enter(f"{mjpeg}/ok", "none") as room:
        time.sleep(0.3)
        asked = time.perf_counter()
        taken = room.record(spoken(seconds="1"), listener, JobControl())
        assert time.perf_counter() - asked < 1.6
    assert taken.frames == len(play(taken.path).pictures) == 30
    assert taken.dropped == 0
    assert taken.repeated <= 4
    assert taken.findings == (TakeFinding.NO_SOUND,)
    assert viewer.levels == []
    assert (viewer.stills[0].width, viewer.stills[0].height) == (202, 360)


@pytest.mark.parametrize("way", ["login", "digest"])
def test_a_phone_that_asks_for_a_login_gets_it_and_nothing_writes_it_down(
    tmp_path: Path, mjpeg: str, order: Callable[..., RecordingOrder], listener: Listener, viewer: Viewer, way: str
) -> None:
    user, password = "mira", "geheim: ä@/"
    address = with_login(f"{mjpeg}/{way}", user, password)
    room = LocalStudio(tmp_path / "spool").enter(address, "none", viewer)
    try:
        recording = room.record(order("x", "none", "0.5"), listener, JobControl())
    finally:
        room.close()
    assert recording.frames == 15
    written = [path for path in (tmp_path / "spool").rglob("*") if path.is_file()]
    assert any(path.name == "recording.json" for path in written)
    assert not [path for path in written if b"geheim" in path.read_bytes()]


@pytest.mark.parametrize("user", ["", "mira"])
@pytest.mark.parametrize("way", ["login", "digest", "sha"])
def test_a_wrong_login_is_named_and_isn_t_told(enter: Enter, mjpeg: str, way: str, user: str) -> None:
    with pytest.raises(LoginRefused) as error, enter(with_login(f"{mjpeg}/{way}", user, "falsch"), "none"):
        pytest.fail("it was opened")
    assert error.value.source == f"{mjpeg}/{way}"


@pytest.mark.parametrize("size", [1, 2, 33])
def test_a_camera_whose_pictures_are_next_to_nothing_is_refused(enter: Enter, mjpeg: str, size: int) -> None:
    with pytest.raises(TinyPicture) as error, enter(f"{mjpeg}/tiny/{size}", "none"):
        pytest.fail("it was opened")
    assert (error.value.width, error.value.height) == (size, size)


@pytest.mark.parametrize("way", ["stall/5", "die/5"])
def test_a_camera_lost_between_takes_is_told_once(enter: Enter, way: str, mjpeg: str, viewer: Viewer) -> None:
    with enter(f"{mjpeg}/{way}", "none"):
        assert viewer.lost_something.wait(6)
        time.sleep(0.3)
    assert viewer.losses == [CameraLost(source=f"{mjpeg}/{way}")]


def test_a_camera_lost_in_a_take_leaves_the_take_so_far(
    enter: Enter,
    spoken: Callable[..., RecordingOrder],
    mjpeg: str,
    make_clip: MakeClip,
    viewer: Viewer,
    listener: Listener,
    play: Play,
) -> None:
    with enter(f"{mjpeg}/die/20", f"file:{make_clip(seconds=10)}") as room:
        taken = room.record(spoken(), listener, JobControl())
        assert viewer.lost_something.wait(1)
    assert taken.findings == (TakeFinding.CAMERA_LOST,)
    assert listener.warnings == [TakeFinding.CAMERA_LOST]
    assert 5 <= taken.frames <= 20
    assert len(play(taken.path).pictures) == taken.frames


def test_without_a_camera_one_dark_picture_is_enough(
    enter: Enter, spoken: Callable[..., RecordingOrder], make_clip: MakeClip, viewer: Viewer, listener: Listener
) -> None:
    with enter("none", f"file:{make_clip(seconds=0.7)}") as room:
        taken = room.record(spoken(), listener, JobControl())
    assert 21 <= taken.frames <= 25
    assert len(viewer.stills) == 1
    assert max(viewer.stills[0].data[::4]) <= 40
    assert viewer.levels[0] == -120
    assert max(viewer.levels) == pytest.approx(-6, abs=1)


def test_closing_during_a_take_ends_it_and_keeps_it(
    tmp_path: Path,
    enter: Enter,
    spoken: Callable[..., RecordingOrder],
    make_clip: MakeClip,
    listener: Listener,
    play: Play,
) -> None:
    clip = make_clip(seconds=9)
    with enter(f"file:{clip}", f"file:{clip}") as room:
        with recording(room, spoken(), listener, JobControl()) as running:
            time.sleep(0.4)
            room.close()
            assert running.done() or running.result(0.5)
        room.close()
        with pytest.raises(Cancelled):
            room.record(spoken(), listener, JobControl())
    assert_whole(running.result(), play)
    assert list(LocalStudio(tmp_path / "spool").unfinished()) == [running.result()]


def test_a_defect_of_the_viewer_is_not_hidden(tmp_path: Path, viewer: Viewer, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(_: Still) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(viewer, "seen", stumble)
    room = LocalStudio(tmp_path / "spool").enter("none", "demo", viewer)
    with pytest.raises(ZeroDivisionError):
        room.close()
    room.close()


@pytest.mark.slow
def test_a_live_microphone_is_metered_and_recorded_from_now_on(
    enter: Enter,
    spoken: Callable[..., RecordingOrder],
    sound_server: Any,
    mjpeg: str,
    viewer: Viewer,
    listener: Listener,
    play: Play,
) -> None:
    hum = 0.3 * np.sin(2 * np.pi * 440 * np.arange(15 * 48_000) / 48_000)
    playing = sound_server.play(hum.astype(np.float32))
    with enter(f"{mjpeg}/ok", "default") as room:
        time.sleep(1)
        assert max(viewer.levels[-10:]) == pytest.approx(-10.5, abs=1)
        takes = [room.record(spoken(seconds="1.5"), listener, JobControl()) for _ in range(2)]
    playing.kill()
    playing.wait()
    for take in takes:
        assert take.frames == 45
        assert_whole(take, play)
        assert silence_at_the_beginning(take.path) < 0.005


def silence_at_the_beginning(path: Path) -> float:
    """Seconds without the hum."""
    with av.open(str(path)) as container:
        samples = np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])
    return float(np.flatnonzero(np.abs(samples) > 0.1)[0]) / 48_000


@pytest.mark.parametrize(
    ("camera", "microphone", "error"),
    [
        ("none", "none", NothingToRecord),
        ("http://127.0.0.1:9/nobody", "demo", NoCamera),
        ("Kamera von gestern", "none", NoCamera),
        ("file:weg.mp4", "none", MissingFile),
        ("none", "file:weg.mp4", MissingFile),
        ("demo", f"file:{__file__}", NotMedia),
    ],
)
def test_a_room_that_can_not_be_opened(
    enter: Enter, camera: str, microphone: str, error: type[SkriptStudioError]
) -> None:
    with pytest.raises(error), enter(camera, microphone):
        pytest.fail("it was opened")


@pytest.mark.parametrize(
    ("size", "small"),
    [
        ((1920, 1080), (540, 960)),
        ((1080, 1920), (540, 960)),
        ((3840, 2160), (540, 960)),
        ((1280, 720), (404, 720)),
        ((640, 480), (270, 480)),
    ],
)
def test_a_still_is_the_upright_middle_made_small(size: tuple[int, int], small: tuple[int, int]) -> None:
    width, height = size
    image = np.zeros((height, width, 3), np.uint8)
    image[:, : width // 2] = (255, 10, 20)
    shown = still(image)
    assert (shown.width, shown.height) == small
    pixels = np.frombuffer(shown.data, np.uint8).reshape(shown.height, shown.width, 4)[..., :3]
    assert tuple(pixels[shown.height // 2, 3]) == (255, 10, 20)
    assert tuple(pixels[shown.height // 2, -3]) == (0, 0, 0)


@pytest.mark.parametrize(("fps", "shown"), [(15, 15), (25, 25), (30, 30), (50, 30), (60, 30), (120, 30)])
def test_a_fast_camera_is_shown_thirty_times_a_second(viewer: Viewer, fps: int, shown: int) -> None:
    screen = Screen(viewer, Framing)
    image = np.zeros((96, 54, 3), np.uint8)
    for k in range(4 * fps):
        screen.show(Picture(image, 100 + k / fps + (k % 3) * 0.002))
    assert len(viewer.stills) / 4 == pytest.approx(shown, abs=1.5)


def test_a_peak_between_two_calls_is_not_missed(viewer: Viewer) -> None:
    meter = Meter(viewer)
    for k in range(10):
        meter.hear(Sound(np.full(960, 0.5 if k == 4 else -0.05, np.float32), k * 0.02))
    assert viewer.levels == pytest.approx([-26.02, -26.02, -6.02, -26.02, -26.02], abs=0.01)


def test_who_listens_gets_the_take_s_sound_in_even_pieces_and_nothing_after_the_end(
    tmp_path: Path, make_clip: MakeClip, order: Order, listener: Listener
) -> None:
    pieces: list[bytes] = []
    room = LocalStudio(tmp_path / "spool").enter(f"file:{make_clip(seconds=1)}", "demo", Viewer())
    try:
        room.listen(pieces.append)
        room.record(order("x", "x", "0.6"), listener, JobControl())
        room.listen(None)
        count = len(pieces)
        time.sleep(0.2)
        assert len(pieces) == count
    finally:
        room.close()
    assert count >= 5
    assert {len(piece) for piece in pieces} == {2 * 1600}


def test_a_slow_listener_costs_the_take_nothing(
    tmp_path: Path, make_clip: MakeClip, order: Order, listener: Listener
) -> None:
    may_go = threading.Event()

    def hear(piece: bytes) -> None:
        may_go.wait(10)

    room = LocalStudio(tmp_path / "spool").enter(f"file:{make_clip(seconds=1)}", "demo", Viewer())
    try:
        room.listen(hear)
        recording = room.record(order("x", "x", "0.6"), listener, JobControl())
    finally:
        may_go.set()
        room.close()
    assert recording.dropped == 0
