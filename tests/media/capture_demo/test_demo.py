import threading
import time

import numpy as np
import pytest

from skriptstudio.domain.errors import VoiceMissing
from skriptstudio.media.capture.demo import PIECE_SAMPLES, demo_sources
from skriptstudio.media.capture.performance import Performance
from skriptstudio.media.capture.source import SAMPLE_RATE, CameraSource, MicrophoneSource, Sound

TEXT = "Guten Tag. Heute messen wir."
BEGIN = 1_002.0


class FastTime:
    """A clock that jumps to the moment that a sleeper waits for."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def perf_counter(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def fast_time(monkeypatch: pytest.MonkeyPatch) -> FastTime:
    clock = FastTime()
    monkeypatch.setattr("skriptstudio.media.capture.demo.time", clock)
    return clock


def all_stamps(camera: CameraSource, most: int = 100_000) -> list[float]:
    stamps: list[float] = []
    while len(stamps) < most and (picture := camera.read(10.0)) is not None:
        stamps.append(picture.at)
    return stamps


def all_sound(microphone: MicrophoneSource, most: int = 100_000) -> list[Sound]:
    pieces: list[Sound] = []
    while len(pieces) < most and (piece := microphone.read(10.0)) is not None:
        pieces.append(piece)
    return pieces


def started(text: str = TEXT, endless: bool = False, at: float = BEGIN) -> tuple[CameraSource, MicrophoneSource]:
    camera, microphone = demo_sources(text, endless)
    for source in (camera, microphone):
        source.open()
        source.start(at)
    return camera, microphone


@pytest.mark.usefixtures("fast_time")
def test_pictures_are_stamped_thirty_times_a_second() -> None:
    camera, _ = started()

    stamps = all_stamps(camera)

    assert stamps == [BEGIN + k / 30 for k in range(len(stamps))]


@pytest.mark.usefixtures("fast_time")
def test_sound_is_stamped_and_has_no_gaps() -> None:
    _, microphone = started()

    pieces = all_sound(microphone)

    assert [piece.at for piece in pieces] == [BEGIN + n * PIECE_SAMPLES / SAMPLE_RATE for n in range(len(pieces))]
    assert {len(piece.samples) for piece in pieces[:-1]} == {PIECE_SAMPLES}
    heard = np.concatenate([piece.samples for piece in pieces])
    assert np.array_equal(heard, Performance(TEXT).sound(0, len(heard)))


@pytest.mark.usefixtures("fast_time")
def test_both_end_together_and_stay_at_the_end() -> None:
    camera, microphone = started()

    stamps, pieces = all_stamps(camera), all_sound(microphone)

    heard = sum(len(piece.samples) for piece in pieces) / SAMPLE_RATE
    assert heard == pytest.approx(len(stamps) / 30, abs=1 / 30)
    assert 3 < heard < 6
    assert camera.read(1.0) is None
    assert microphone.read(1.0) is None


@pytest.mark.usefixtures("fast_time")
def test_endless_goes_on_with_a_quiet_room_and_a_shut_mouth() -> None:
    camera, microphone = started(endless=True)

    stamps, pieces = all_stamps(camera, 30 * 12), all_sound(microphone, 50 * 12)

    assert len(stamps) == 30 * 12
    for second in range(8, 12):
        heard = np.concatenate([piece.samples for piece in pieces[50 * second : 50 * second + 50]])
        assert -60 < 20 * np.log10(np.abs(heard).max()) <= -54
    performance = Performance(TEXT)
    assert all(performance.expression(k / 30).mouth == 0 for k in range(30 * 8, 30 * 12))


@pytest.mark.usefixtures("fast_time")
@pytest.mark.parametrize("which", [0, 1])
def test_each_works_alone(which: int) -> None:
    source = demo_sources(TEXT, endless=False)[which]
    source.open()
    source.start(BEGIN)

    assert source.read(10.0) is not None


@pytest.mark.usefixtures("fast_time")
def test_starting_again_plays_from_the_beginning() -> None:
    _, microphone = started()
    first = all_sound(microphone, 60)
    microphone.start(BEGIN + 9)
    again = all_sound(microphone, 60)

    assert again[0].at == BEGIN + 9
    assert all(np.array_equal(a.samples, b.samples) for a, b in zip(first, again, strict=True))


def test_nothing_comes_before_its_time(fast_time: FastTime) -> None:
    camera, microphone = started(at=fast_time.now + 5)

    for source in (camera, microphone):
        before = fast_time.now
        with pytest.raises(TimeoutError):
            source.read(0.5)
        assert fast_time.now == pytest.approx(before + 0.5)

    picture = camera.read(10.0)
    assert picture is not None
    assert fast_time.now == pytest.approx(picture.at)
    sound = microphone.read(10.0)
    assert sound is not None
    assert fast_time.now == pytest.approx(sound.at + PIECE_SAMPLES / SAMPLE_RATE)


def test_a_late_reader_loses_nothing(fast_time: FastTime) -> None:
    camera, microphone = started()
    fast_time.now = BEGIN + 60

    assert len(all_stamps(camera)) > 90
    assert fast_time.now == BEGIN + 60
    assert len(all_sound(microphone)) > 150


def test_closing_twice_is_harmless() -> None:
    for source in started():
        source.close()
        source.close()
        assert source.read(0.0) is None


def test_in_real_time_two_threads_hear_and_see_the_same_performance() -> None:
    at = time.perf_counter() + 0.3
    camera, microphone = started(at=at)
    stamps: list[float] = []
    pieces: list[Sound] = []
    threads = [
        threading.Thread(target=lambda: stamps.extend(all_stamps(camera, 20))),
        threading.Thread(target=lambda: pieces.extend(all_sound(microphone, 34))),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert stamps[-1] == at + 19 / 30
    assert pieces[-1].at == at + 33 * PIECE_SAMPLES / SAMPLE_RATE
    assert 0.65 < time.perf_counter() - at < 1.2


def test_opening_is_quick_even_for_a_long_text() -> None:
    camera, _ = demo_sources("Das Amt hat neue Zeiten, und wir sagen Bescheid. " * 250, endless=False)

    before = time.perf_counter()
    camera.open()

    assert time.perf_counter() - before < 2.0


def test_a_missing_voice_is_told_on_opening(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: object, text: str, **_: object) -> bytes:
        raise RuntimeError("pico_initialize failed")

    monkeypatch.setattr("py_nanotts.NanoTTS.speak", fail)

    for source in demo_sources("Das hat noch niemand gehört.", endless=False):
        with pytest.raises(VoiceMissing):
            source.open()
