"""Sound is cut exactly to the sample and stays with its picture."""

from collections.abc import Callable
from contextlib import nullcontext
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from skriptstudio.domain.clip import RenderedClip, SourceSegment
from skriptstudio.domain.errors import DriveFault
from skriptstudio.media.look import opening
from skriptstudio.media.look.opening import picture_start
from skriptstudio.media.render.sound import EDGE_FADE, cut_sound

FilmMaker = Callable[..., Path]
Waves = NDArray[np.float32]


def cut(*segments: tuple[Path, Fraction, Fraction]) -> Waves:
    origins = {path: picture_start(path) for path, _, _ in segments}
    return np.concatenate(list(cut_sound([SourceSegment(*s) for s in segments], origins)), axis=1)


def tones(hertz: float, frames: int) -> Waves:
    return (0.4 * np.sin(2 * np.pi * hertz * np.arange(frames * 1600) / 48_000)).astype(np.float32)[None]


def test_at_a_cut_one_sound_goes_over_into_the_other(film: FilmMaker) -> None:
    """Low before, high after: four frames long both are heard, together as loud as each alone, and nothing moves."""
    low = film(name="low.mov", frames=40, waves=tones(300, 40))
    high = film(name="high.mov", frames=40, waves=tones(3000, 40))
    segments = [SourceSegment(path, Fraction(10, 30), Fraction(30, 30)) for path in (low, high)]
    origins = {path: picture_start(path) for path in (low, high)}
    hard = np.concatenate(list(cut_sound(segments, origins)), axis=1)
    soft = np.concatenate(list(cut_sound(segments, origins, 4)), axis=1)
    assert soft.shape == hard.shape == (2, 40 * 1600)

    def shares(sound: Waves, frame: int) -> tuple[float, float]:
        spectrum = np.abs(np.fft.rfft(sound[0, frame * 1600 : (frame + 1) * 1600])) * 2 / 1600
        return float(spectrum[10]), float(spectrum[100])

    for frame in (17, 22):
        assert shares(soft, frame) == pytest.approx(shares(hard, frame), abs=0.02)
    for frame in (18, 19, 20, 21):
        one, other = shares(soft, frame)
        assert min(one, other) > 0.03
        assert np.hypot(one, other) == pytest.approx(max(shares(hard, 10)), rel=0.06)


def test_a_crossfade_never_reaches_beyond_a_short_segment(film: FilmMaker) -> None:
    path = film(name="short.mov", frames=30, waves=tones(300, 30))
    pieces = [(0, 1), (10, 12), (29, 30)]
    segments = [SourceSegment(path, Fraction(a, 30), Fraction(b, 30)) for a, b in pieces]
    sound = np.concatenate(list(cut_sound(segments, {path: picture_start(path)}, 4)), axis=1)
    assert sound.shape == (2, 4 * 1600)
    assert np.abs(sound).max() < 0.8


def clicks(seconds: float, rate: int, every: float) -> Waves:
    """A click at 0.25 s and then every ``every`` seconds."""
    wave = np.zeros(int(seconds * rate), np.float32)
    for at in np.arange(0.25, seconds, every):
        wave[int(at * rate) : int(at * rate) + rate // 500] = 0.8
    return wave[None]


def onsets(wave: Waves) -> list[float]:
    loud = np.flatnonzero(np.abs(wave) > 0.25)
    first = loud[np.concatenate([[True], np.diff(loud) > 4800])]
    return [float(at) / 48_000 for at in first]


@pytest.mark.parametrize("rate", [48_000, 44_100, 16_000])
@pytest.mark.parametrize("name", ["a.mp4", "a.mkv", "a.mov"])
def test_a_segment_has_exactly_its_samples_at_their_place(film: FilmMaker, rate: int, name: str) -> None:
    path = film(name=name, frames=60, waves=clicks(2, rate, 0.5), rate=rate)
    sound = cut((path, Fraction(2, 30), Fraction(50, 30)))
    assert sound.shape == (2, 48 * 1600)
    assert onsets(sound[0]) == pytest.approx([0.25 + k / 2 - 2 / 30 for k in range(3)], abs=0.001)


@pytest.mark.parametrize(("name", "late_ms"), [("n.mkv", -200), ("l.mkv", 1500), ("l.ts", 400), ("l.mp4", 700)])
def test_sound_stays_with_the_picture_wherever_the_file_begins(film: FilmMaker, name: str, late_ms: int) -> None:
    path = film(name=name, frames=60, waves=clicks(2, 48_000, 0.5), late_ms=late_ms)
    assert onsets(cut((path, Fraction(0), Fraction(1)))[0]) == pytest.approx([0.25, 0.75], abs=0.002)


def test_segments_follow_each_other_in_time(film: FilmMaker) -> None:
    path = film(frames=60, waves=clicks(2, 48_000, 10))
    sound = cut((path, Fraction(1), Fraction(3, 2)), (path, Fraction(0), Fraction(1, 2)))
    assert onsets(sound[0]) == pytest.approx([0.75], abs=0.001)


def test_a_film_without_sound_is_silent(film: FilmMaker) -> None:
    assert not cut((film(), Fraction(0), Fraction(1))).any()


def test_sound_that_ends_early_is_followed_by_silence(film: FilmMaker, sine: Callable[..., Waves]) -> None:
    sound = cut((film(frames=60, waves=sine(0.5, 0.5)), Fraction(0), Fraction(2)))
    assert sound.shape == (2, 96_000)
    assert not sound[:, 30_000:].any()


def test_a_hole_in_the_sound_stays_a_hole(tmp_path: Path, film: FilmMaker, sine: Callable[..., Waves]) -> None:
    whole = film(frames=60, waves=sine(2, 0.5))
    holed = tmp_path / "holed.mkv"
    with av.open(str(whole)) as source, av.open(str(holed), "w") as copy:
        streams = {stream: copy.add_stream_from_template(stream) for stream in source.streams}
        for packet in source.demux():
            late = packet.pts is not None and packet.stream.type == "audio" and 0.5 < packet.pts * packet.time_base < 1
            if packet.dts is not None and not late:
                packet.stream = streams[packet.stream]
                copy.mux(packet)
    sound = np.abs(cut((holed, Fraction(0), Fraction(2))))[0]
    assert sound[:20_000].max() > 0.3
    assert sound[27_000:46_000].max() < 0.01
    assert sound[52_000:].max() > 0.3


def test_cuts_do_not_click(film: FilmMaker, sine: Callable[..., Waves]) -> None:
    path = film(frames=60, waves=sine(2, 0.8))
    sound = cut((path, Fraction(1, 30), Fraction(1)), (path, Fraction(1, 3), Fraction(1)))[0]
    edge = 29 * 1600
    assert np.abs(sound[[0, edge - 1, edge, -1]]).max() < 0.01
    assert np.abs(np.diff(sound)).max() < 0.12  # a 1 kHz sine of 0.8 itself moves by 0.105
    assert np.abs(sound[edge + EDGE_FADE : edge + 2 * EDGE_FADE]).max() > 0.5


def flash(number: int, width: int, height: int) -> NDArray[np.uint8]:
    return np.full((height, width, 3), 235 if number % 15 in (6, 7, 8) else 40, np.uint8)


@pytest.mark.parametrize("rate", [48_000, 44_100])
@pytest.mark.parametrize(("start", "fps"), [(0.0, 30), (7 / 30, 30), (0.2, 25), (0.1, 60)])
def test_flash_and_beep_stay_together(
    film: FilmMaker,
    render: Callable[..., RenderedClip],
    pictures: Callable[[Path], list[Waves]],
    samples: Callable[[Path], Waves],
    rate: int,
    start: float,
    fps: int,
) -> None:
    """Our own part of the offset is at most 10 ms; frames of 25 and 60 fps shift by up to half a clip frame more."""
    wave = np.zeros((1, 2 * rate), np.float32)
    for k in range(6, 2 * fps, 15):
        at = k * rate // fps
        wave[0, at : at + rate // 20] = 0.5 * np.sin(2 * np.pi * 1000 * np.arange(rate // 20) / rate)
    path = film(frames=2 * fps, fps=fps, picture=flash, waves=wave, rate=rate)
    clip = render((path, start, start + 1))
    light = np.array([picture.mean() for picture in pictures(clip.path)]) > 130
    flashes = [(k + 1) / 30 for k in np.flatnonzero(np.diff(light.astype(int)) == 1)]
    beeps = onsets(samples(clip.path) * 1.2)
    assert flashes
    allowed = 0.010 if fps == 30 else 0.010 + 1 / 60
    for moment in flashes:
        assert min(abs(beep - moment) for beep in beeps) <= allowed


@pytest.mark.parametrize(("readable", "told"), [(False, True), (True, False)])
def test_a_pulled_cable_is_told_and_a_damaged_file_ends(
    film: FilmMaker, monkeypatch: pytest.MonkeyPatch, readable: bool, told: bool
) -> None:
    path = film(waves=clicks(1, 48_000, 0.5))
    segment = SourceSegment(path, Fraction(0), Fraction(1))

    def fail(_: int) -> None:
        raise av.error.OSError(5, "Input/output error")

    monkeypatch.setattr(opening, "_readable", lambda _: readable)
    origins = {path: picture_start(path)}
    monkeypatch.setattr(opening, "demuxed", lambda *_: map(fail, [0]))
    with pytest.raises(DriveFault) if told else nullcontext():
        assert sum(piece.shape[1] for piece in cut_sound([segment], origins)) == 48_000
