"""The peaks of a take's sound."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from skriptstudio.domain.errors import MissingFile, NotMedia
from skriptstudio.media.look.waveform import PEAKS_A_SECOND, peaks


@pytest.fixture
def loud_in_the_middle(tmp_path: Path) -> Path:
    """Three seconds of sound; only the second one is loud."""
    path = tmp_path / "sound.wav"
    time = np.arange(3 * 48_000) / 48_000
    wave = np.where((time >= 1) & (time < 2), 0.5, 0.0) * np.sin(2 * np.pi * 300 * time)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=48_000, layout="mono")
        frame = av.AudioFrame.from_ndarray((wave * 32767).astype(np.int16)[None, :], format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = 48_000, 0, Fraction(1, 48_000)
        container.mux([*stream.encode(frame), *stream.encode(None)])
    return path


def test_peaks_follow_the_loudness(loud_in_the_middle: Path) -> None:
    found = peaks(loud_in_the_middle)
    second = PEAKS_A_SECOND
    assert len(found) == pytest.approx(3 * second, abs=2)
    assert found[2 : second - 3].max() < 0.02
    assert found[second + 3 : 2 * second - 3].min() == pytest.approx(0.5, abs=0.06)
    assert found[2 * second + 3 :].max() < 0.02


def test_a_film_without_sound_has_no_peaks(film: Callable[..., Path]) -> None:
    assert peaks(film(sound=False)).shape == (0,)


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "text.mp4").write_text("kein Film")
    with pytest.raises(NotMedia):
        peaks(tmp_path / "text.mp4")
    with pytest.raises(MissingFile):
        peaks(tmp_path / "weg.mp4")
