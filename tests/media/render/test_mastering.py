from collections.abc import Callable, Iterator
from io import BytesIO

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from skriptstudio.domain.errors import Cancelled
from skriptstudio.domain.jobs import JobControl
from skriptstudio.media.render.loudness import measure
from skriptstudio.media.render.mastering import master

Waves = NDArray[np.float32]
Pieces = Callable[[], Iterator[Waves]]


def pieces(wave: Waves) -> Pieces:
    return lambda: iter(np.array_split(wave, wave.shape[1] // 2000 + 1, axis=1))


def speechlike(seconds: float, amplitude: float) -> Waves:
    """A buzzing voice in syllables of unequal loudness, with pauses; its peaks are 20 dB above its loudness."""
    random = np.random.default_rng(7)
    time = np.arange(int(seconds * 48_000)) / 48_000
    voice = sum(np.cos(2 * np.pi * 130 * n * time) / n**0.7 for n in range(1, 25)) / 8
    loud = random.uniform(0.15, 1, int(seconds * 4) + 1) ** 2
    syllables = np.abs(np.sin(2 * np.pi * 2 * time)) * loud[(time * 4).astype(int)] * (np.sin(2.5 * time) > -0.5)
    wave = amplitude * syllables * voice
    return np.stack([wave, wave]).astype(np.float32)


def hail(seconds: float) -> Waves:
    """Noise of nothing but peaks, which no limiter makes loud."""
    wave = np.random.default_rng(7).laplace(0, 0.02, int(seconds * 48_000)) ** 3 * 500
    return np.stack([wave, wave]).astype(np.float32)


@pytest.mark.parametrize("target", [-14.0, -16.0, -23.0])
@pytest.mark.parametrize("amplitude", [0.03, 0.2, 1.0])
def test_speech_reaches_its_loudness_without_going_over_the_peak(amplitude: float, target: float) -> None:
    made = master(pieces(speechlike(6, amplitude)), target, 160, JobControl())
    heard = measure(made.file)
    assert heard == made.loudness
    assert heard.lufs == pytest.approx(target, abs=0.5)
    assert (heard.true_peak_db or 0) <= -1.0


def test_the_peak_comes_before_the_loudness_where_both_cannot_be_had() -> None:
    made = master(pieces(hail(4)), -14, 160, JobControl())
    assert (made.loudness.true_peak_db or 0) <= -1.0
    assert -22 < (made.loudness.lufs or -99) < -13.5


def test_what_the_encoder_leaves_out_costs_no_second_round() -> None:
    hiss = np.random.default_rng(1).normal(0, 0.01, (2, 288_000)).astype(np.float32)
    rounds: list[Pieces] = []
    source = pieces(hiss)

    def counted() -> Iterator[Waves]:
        rounds.append(source)
        return source()

    made = master(counted, -14, 160, JobControl())
    assert made.loudness.lufs == pytest.approx(-14, abs=0.4)
    assert len(rounds) == 2  # measured, then encoded


def test_the_gain_says_how_much_louder_it_became(sine: Callable[..., Waves]) -> None:
    quiet = sine(3, 0.02, channels=2)
    assert master(pieces(quiet), -14, 160, JobControl()).gain_db == pytest.approx(20, abs=0.6)


@pytest.mark.parametrize("amplitude", [0.0, 0.0003])
def test_silence_and_noise_are_left_alone(sine: Callable[..., Waves], amplitude: float) -> None:
    made = master(pieces(sine(2, amplitude, channels=2)), -14, 160, JobControl())
    assert made.gain_db == 0
    assert made.loudness.lufs is None or made.loudness.lufs < -60


def test_rumble_is_taken_out(sine: Callable[..., Waves]) -> None:
    voice, rumble = sine(3, 0.1, 400, channels=2), sine(3, 0.1, 25, channels=2)
    alone = master(pieces(voice), -14, 160, JobControl())
    both = master(pieces(voice + rumble), -14, 160, JobControl())
    assert both.gain_db == pytest.approx(alone.gain_db, abs=0.3)


def test_it_can_be_cancelled() -> None:
    control = JobControl()
    control.cancel()
    with pytest.raises(Cancelled):
        master(pieces(speechlike(1, 0.1)), -14, 160, control)


def test_a_long_silence_between_words_is_told_from_that_at_the_end(sine: Callable[..., Waves]) -> None:
    voice, nothing = sine(1, 0.1, channels=2), np.zeros((2, 48_000 * 2), np.float32)
    made = master(pieces(np.concatenate([voice, nothing, nothing, voice, nothing], axis=1)), -14, 160, JobControl())
    assert made.silence == pytest.approx(4, abs=0.05)
    assert made.tail == pytest.approx(2, abs=0.05)


@pytest.mark.parametrize(
    ("seconds", "peak", "given_up"), [(2, 0.0008, True), (2, 0.0003, True), (2, 0.0, False), (0.2, 0.1, False)]
)
def test_sound_that_is_too_faint_is_given_up_and_told(
    sine: Callable[..., Waves], seconds: float, peak: float, given_up: bool
) -> None:
    assert master(pieces(sine(seconds, peak, channels=2)), -14, 160, JobControl()).given_up == given_up


def test_noise_gets_quieter_and_the_voice_stays_where_and_what_it_is() -> None:
    voice = speechlike(6, 1.0)
    noise = np.random.default_rng(1).normal(0, 10 ** (-50 / 20), voice.shape).astype(np.float32)
    plain = decoded(master(pieces(voice + noise), -14, 160, JobControl()).file)
    quieter = decoded(master(pieces(voice + noise), -14, 160, JobControl(), denoise=True).file)
    count = min(len(plain), len(quieter))
    near = np.convolve(np.abs(voice[0]), np.ones(4800), "same")
    pause = np.pad(near < 1e-3, (0, 5000))[:count]
    assert pause.any()
    assert 20 * np.log10(plain[:count][pause].std() / quieter[:count][pause].std()) > 5
    clean = decoded(master(pieces(voice), -14, 160, JobControl()).file)[:count]
    assert np.corrcoef(clean, quieter[:count])[0, 1] > 0.985  # neither late nor another voice: 0.96 with its noise


def test_a_quiet_room_is_left_alone() -> None:
    voice = speechlike(3, 0.3) + np.random.default_rng(1).normal(0, 1e-4, (2, 144_000)).astype(np.float32)
    plain = master(pieces(voice), -14, 160, JobControl())
    assert master(pieces(voice), -14, 160, JobControl(), denoise=True).file == plain.file


def decoded(file: bytes) -> NDArray[np.float32]:
    with av.open(BytesIO(file), "r") as container:
        return np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])
