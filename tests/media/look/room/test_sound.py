"""The sound part of the room check, on rooms and voices that the tests make."""

import numpy as np
import pytest
from numpy.typing import NDArray

from skriptstudio.content.room_thresholds import load_thresholds
from skriptstudio.domain.room_check import RoomTopic, judged
from skriptstudio.media.capture.room_check import TEST_SENTENCE
from skriptstudio.media.capture.voice import pieces
from skriptstudio.media.look.room.sound import clipped_places, measure

Samples = NDArray[np.float32]
RATE = 48_000


def noise(level_db: float, seconds: float = 2.0, seed: int = 1) -> Samples:
    wild = np.random.default_rng(seed).normal(0, 1, round(seconds * RATE))
    return (wild * 10 ** (level_db / 20)).astype(np.float32)


@pytest.fixture(scope="module")
def voice() -> Samples:
    said = np.concatenate(list(pieces(TEST_SENTENCE)))[: 3 * RATE]
    return np.pad(said, (0, 3 * RATE - len(said))).astype(np.float32)


def codes(silence: Samples, speech: Samples) -> set[str]:
    report = judged(load_thresholds(), measure(silence, speech), frozenset({RoomTopic.QUIET}), None)
    return {remark.code for remark in report.remarks}


def test_a_quiet_room_with_a_clear_voice_gets_no_remark(voice: Samples) -> None:
    assert codes(noise(-62), voice + noise(-62, 3, 2)) == set()


@pytest.mark.parametrize(("level_db", "expected"), [(-40, True), (-50, True), (-60, False), (-90, False)])
def test_a_loud_room_is_named(voice: Samples, level_db: float, expected: bool) -> None:
    assert ("noisy" in codes(noise(level_db), voice + noise(level_db, 3, 2))) is expected


@pytest.mark.parametrize("tone", [50, 100, 150])
def test_mains_hum_is_named(voice: Samples, tone: int) -> None:
    hum = (0.003 * np.sin(2 * np.pi * tone * np.arange(2 * RATE) / RATE)).astype(np.float32)
    assert "hum" in codes(noise(-65) + hum, voice)


@pytest.mark.parametrize(("seconds", "expected"), [(0.0, False), (0.2, False), (1.2, True), (2.0, True)])
def test_a_room_that_echoes_is_named(voice: Samples, seconds: float, expected: bool) -> None:
    heard = voice
    if seconds:
        time = np.arange(round(seconds * RATE)) / RATE
        tail = np.random.default_rng(4).normal(0, 1, len(time)) * 10 ** (-3 * time / seconds)
        tail[0] = 4.0
        wet = np.fft.irfft(np.fft.rfft(voice, 2**19) * np.fft.rfft(tail, 2**19))[: len(voice)]
        heard = (wet * np.abs(voice).max() / np.abs(wet).max()).astype(np.float32)
    assert ("echo" in codes(noise(-70), heard + noise(-70, 3, 2))) is expected


@pytest.mark.parametrize(("gain_db", "expected"), [(-25, "too_quiet"), (14, "too_loud")])
def test_a_voice_of_the_wrong_level_is_named(voice: Samples, gain_db: float, expected: str) -> None:
    assert expected in codes(noise(-75), (voice * 10 ** (gain_db / 20)).astype(np.float32))


def test_a_distorted_voice_is_named(voice: Samples) -> None:
    assert "distorted" in codes(noise(-65), np.clip(voice * 8, -1, 1).astype(np.float32))


def test_three_samples_at_full_scale_are_one_place_and_two_are_none() -> None:
    samples = np.zeros(1000, np.float32)
    samples[10:13], samples[100:102] = 1.0, -1.0
    assert clipped_places(samples) == 1


@pytest.mark.parametrize("speech_db", [-120.0, -62.0])
def test_somebody_who_says_nothing_is_told_so(speech_db: float) -> None:
    assert "no_voice" in codes(noise(-62), noise(speech_db, 3, 5))


@pytest.mark.parametrize("length", [0, 1, 1000])
def test_too_little_sound_gives_no_measures_and_no_crash(length: int) -> None:
    assert measure(np.zeros(length, np.float32), np.zeros(length, np.float32)) == {}


def test_exact_zeros_say_nothing_about_the_room_but_the_voice_is_judged(voice: Samples) -> None:
    nothing = np.zeros(RATE, np.float32)
    assert set(measure(nothing, voice)) == {"clipped_places", "no_voice", "speech_level", "echo"}
    assert measure(nothing, nothing) == {"clipped_places": 0.0, "no_voice": 1.0}


def test_noise_alone_is_no_hum(voice: Samples) -> None:
    assert not any("hum" in codes(noise(-60, seed=seed), voice) for seed in range(40))
