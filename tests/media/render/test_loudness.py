from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from skriptstudio.domain.errors import MissingFile, NotMedia
from skriptstudio.media.render.loudness import Loudness, Meter, measure

Sine = Callable[..., NDArray[np.float32]]


@pytest.mark.parametrize("dbfs", [-33, -23, -3])
def test_a_tone_reads_as_ebu_tech_3341_says(sine: Sine, dbfs: float) -> None:
    meter = Meter()
    meter.hear(sine(3.0, 10 ** (dbfs / 20), channels=2))
    heard = meter.result()
    assert heard.lufs == pytest.approx(dbfs, abs=0.1)
    assert heard.true_peak_db == pytest.approx(dbfs, abs=0.2)


def test_peaks_between_the_samples_are_found(sine: Sine) -> None:
    wave = np.sin(np.pi / 2 * np.arange(48_000) + np.pi / 4).astype(np.float32)  # samples at 0.707 only
    meter = Meter()
    meter.hear(np.stack([wave, wave]))
    assert (meter.result().true_peak_db or -99) > -0.7


def test_silence_has_no_loudness() -> None:
    meter = Meter()
    meter.hear(np.zeros((2, 48_000), np.float32))
    assert meter.result() == Loudness(None, None)


def test_nothing_has_no_loudness() -> None:
    assert Meter().result() == Loudness(None, None)


def test_files_are_measured_whatever_their_sound(film: Callable[..., Path], sine: Sine) -> None:
    # one channel of two: 3 LU below the tone itself (BS.1770)
    path = film(waves=sine(2.0, 0.1, rate=44_100), rate=44_100, frames=60)
    assert measure(path).lufs == pytest.approx(-23, abs=0.5)
    assert measure(film(name="silent.mp4")) == Loudness(None, None)


def test_bad_files_are_told(tmp_path: Path) -> None:
    (tmp_path / "text.mp4").write_text("kein Film")
    with pytest.raises(NotMedia):
        measure(tmp_path / "text.mp4")
    with pytest.raises(MissingFile):
        measure(tmp_path / "nowhere.mp4")
