"""Sound as samples, whatever a damaged file says about its kind and its clock."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from skriptstudio.media.look.listen import read_sound
from skriptstudio.media.look.resampling import Resampling


def tone(rate: int, layout: str, samples: int = 1024) -> av.AudioFrame:
    channels = 1 if layout == "mono" else 2
    frame = av.AudioFrame.from_ndarray(np.full((channels, samples), 0.5, np.float32), format="fltp", layout=layout)
    frame.sample_rate = rate
    return frame


def test_a_change_of_rate_and_channels_costs_no_samples() -> None:
    resampling = Resampling("flt", "mono", 16_000)
    first, other = tone(48_000, "stereo", 4800), tone(44_100, "mono", 4410)
    assert not resampling.goes_on_with(first)
    pieces = [*resampling.add(first), *resampling.add(other)]
    assert resampling.goes_on_with(other)
    pieces += resampling.rest()
    assert sum(piece.samples for piece in pieces) == pytest.approx(3200, abs=2)
    assert not resampling.goes_on_with(other)


@pytest.mark.parametrize(("hours", "heard"), [(0, 16_000), (13, 0)])
def test_sound_that_begins_half_a_day_late_is_none(tmp_path: Path, hours: int, heard: int) -> None:
    path = tmp_path / "late.mkv"
    with av.open(str(path), "w") as film:
        picture, sound = film.add_stream("libx264", rate=30), film.add_stream("flac", rate=48_000, layout="mono")
        picture.width, picture.height, picture.pix_fmt = 64, 64, "yuv420p"
        still = av.VideoFrame(64, 64, "yuv420p")
        still.pts, still.time_base = 0, Fraction(1, 30)
        film.mux([*picture.encode(still), *picture.encode(None)])
        samples = np.zeros((1, 48_000), np.int16)
        noise = av.AudioFrame.from_ndarray(samples, format="s16", layout="mono")
        noise.sample_rate, noise.pts, noise.time_base = 48_000, hours * 3600 * 48_000, Fraction(1, 48_000)
        film.mux([*sound.encode(noise), *sound.encode(None)])
    assert len(read_sound(path, 16_000)) == pytest.approx(heard, abs=1)
