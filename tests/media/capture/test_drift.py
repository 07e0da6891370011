"""Sound stays on the clock, whatever the microphone's own clock does."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from skriptstudio.media.capture.drift import SoundLine

RATE = 48_000
START = 1000.0
Samples = NDArray[np.float32]


def noise(count: int) -> Samples:
    return np.random.default_rng(3).uniform(-0.5, 0.5, count).astype(np.float32)


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=30), st.integers(0, 5000))
def test_stamps_that_fit_leave_every_sample_as_it_is(pieces: list[int], early: int) -> None:
    sound = noise(sum(pieces))
    line, done, out = SoundLine(START), 0, []
    for count in pieces:
        out.append(line.add(sound[done : done + count], START + (done - early) / RATE))
        done += count
    assert np.array_equal(np.concatenate(out), sound[early:])


def worst_offset(ppm: int, jitter: float, piece: int, minutes: int, seed: int) -> float:
    """How far, in seconds, the sound was ever laid from where it was heard; stamps are wrong by up to ``jitter``."""
    random = np.random.default_rng(seed)
    line = SoundLine(START)
    rate = RATE * (1 + ppm / 1_000_000)
    began = START - 0.3
    worst = 0.0
    silence = np.zeros(piece, np.float32)
    for k in range(minutes * 60 * RATE // piece):
        line.add(silence, began + k * piece / rate + random.uniform(-jitter, jitter))
        heard = (began + (k + 1) * piece / rate - START) * RATE
        if line.written:
            worst = max(worst, abs(heard - line.written))
    return worst / RATE


clocks = st.integers(-1200, 1200)
seeds = st.integers(0, 999)


@settings(deadline=None, max_examples=10)
@given(ppm=clocks, jitter=st.floats(0, 0.008), piece=st.sampled_from([480, 960, 2048, 4800]), seed=seeds)
def test_a_wrong_clock_is_never_heard_ten_ms_off(ppm: int, jitter: float, piece: int, seed: int) -> None:
    assert worst_offset(ppm, jitter, piece, minutes=2, seed=seed) < 0.010


@settings(deadline=None, max_examples=2)
@given(ppm=clocks, seed=seeds)
@example(ppm=1200, seed=1)
@example(ppm=-1200, seed=2)
def test_nor_in_half_an_hour(ppm: int, seed: int) -> None:
    assert worst_offset(ppm, 0.008, 9600, minutes=30, seed=seed) < 0.010


@pytest.mark.parametrize("ppm", [-1200, 300, 1200])
def test_a_beep_stays_where_it_was_heard_and_sounds_the_same(ppm: int) -> None:
    rate = RATE * (1 + ppm / 1_000_000)
    moments = np.arange(40 * RATE) / rate
    sound = (0.5 * np.sin(2 * np.pi * 1000 * moments)).astype(np.float32)
    sound[moments % 1 > 0.1] = 0
    line = SoundLine(START)
    out = np.concatenate([line.add(sound[k : k + 960], START + k / rate) for k in range(0, len(sound), 960)])
    loud = np.abs(out) > 0.1
    for second in (5, 20, 38):
        onset = second * RATE - 2000 + int(np.argmax(loud[second * RATE - 2000 : second * RATE + 2000]))
        assert onset / RATE == pytest.approx(second, abs=0.003)
    tone = out[38 * RATE + 500 : 38 * RATE + 4000]
    spectrum = np.abs(np.fft.rfft(tone * np.hanning(len(tone))))
    assert np.argmax(spectrum) * RATE / len(tone) == pytest.approx(1000, abs=RATE / len(tone))
    assert np.abs(out).max() < 0.52


def test_lost_sound_becomes_silence_and_what_follows_stays_in_place() -> None:
    sound = noise(RATE)
    line = SoundLine(START)
    out = [line.add(sound[:9600], START), line.add(sound[24_000:33_600], START + 0.5)]
    whole = np.concatenate(out)
    assert np.array_equal(whole[:9600], sound[:9600])
    assert not whole[9600:24_000].any()
    assert np.array_equal(whole[24_000:], sound[24_000:33_600])


def test_sound_that_begins_late_has_silence_before_it() -> None:
    line = SoundLine(START)
    out = line.add(noise(960), START + 0.02)
    assert len(out) == 960 + 960
    assert not out[:960].any()


def test_sound_that_comes_after_its_place_was_given_away_is_cut() -> None:
    sound = noise(9600)
    line = SoundLine(START)
    silence = line.silence_until(START + 0.1)
    late = line.add(sound, START)
    assert len(silence) == 4800
    assert np.array_equal(late, sound[4800:])
    assert len(line.silence_until(START + 0.1)) == 0
