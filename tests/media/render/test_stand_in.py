"""A stand-in shows and sounds what its film does, at the same moments, the right way up."""

import subprocess
from fractions import Fraction
from pathlib import Path

import av
import imageio_ffmpeg
import numpy as np
import pytest

from skriptstudio.domain.errors import Cancelled
from skriptstudio.domain.jobs import JobControl, Progress
from skriptstudio.media.look.listen import read_sound
from skriptstudio.media.render.stand_in import without_silent_end, write_sound_alone, write_stand_in

FLASH = "geq=lum='if(between(T,1,1.2)*lt(Y,H/2),235,16)':cb=128:cr=128"
CLICK = "aevalsrc='if(between(t,1,1.02),0.8*sin(2*PI*1000*t),0)':s=44100:d=2"


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    """The upper half lights up at the second 1, with a click; held sideways, with B-frames, at 25 pictures a second."""
    ffmpeg = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error"]
    stored, path = tmp_path / "stored.mov", tmp_path / "handy.mov"
    make = ["-f", "lavfi", "-i", f"color=black:s=90x160:r=25:d=2,{FLASH},transpose=cclock", "-f", "lavfi", "-i", CLICK]
    codecs = ["-c:v", "libx264", "-preset", "veryfast", "-bf", "2", "-pix_fmt", "yuv420p", "-c:a", "aac"]
    subprocess.run([*ffmpeg, *make, *codecs, str(stored)], check=True)
    subprocess.run([*ffmpeg, "-display_rotation", "-90", "-i", str(stored), "-c", "copy", str(path)], check=True)
    return path


def clicked(path: Path) -> float:
    return float(np.flatnonzero(np.abs(read_sound(path, 48_000)) > 0.2)[0] / 48_000)


def test_hours_of_nothing_at_the_end_are_left_out_but_no_pause_is() -> None:
    loud, second = np.ones((2, 10), np.float32), np.zeros((2, 48_000), np.float32)
    pieces = list(without_silent_end(iter([second, loud, second, second, loud, *[second] * 10_000])))
    assert [(piece.shape[1], bool(piece.any())) for piece in pieces] == [
        (48_000, False),
        (10, True),
        (48_000, False),
        (48_000, False),
        (10, True),
        (48_000, False),
    ]
    assert len(list(without_silent_end(iter([loud])))) == 1


def test_hours_of_nothing_can_be_stopped(phone: Path, tmp_path: Path) -> None:
    shares: list[float] = []

    def stop_early(progress: Progress) -> None:
        shares.append(progress.done)
        if progress.done > 0.1:
            control.cancel()

    control = JobControl(stop_early)
    with pytest.raises(Cancelled):
        write_sound_alone(phone, Fraction(60), tmp_path / "sound.m4a", control)
    assert 0.1 < shares[-1] < 0.2
    assert [path.name for path in tmp_path.iterdir() if "sound" in path.name] == []


def test_pictures_and_sound_keep_their_moments_and_stand_upright(phone: Path, tmp_path: Path) -> None:
    small, sound = tmp_path / "small.mp4", tmp_path / "sound.m4a"
    write_stand_in(phone, Fraction(2), small, JobControl())
    write_sound_alone(phone, Fraction(2), sound, JobControl())
    with av.open(str(small)) as film:
        pictures = [(frame.time, frame.to_ndarray(format="gray")) for frame in film.decode(video=0)]
    assert len(pictures) == 60
    assert pictures[0][1].shape == (160, 90)
    lit = next(at for at, picture in pictures if picture[:70].mean() > 150)
    assert (pictures[0][0], lit) == (0, 1.0)
    assert all(picture[90:].mean() < 40 for _, picture in pictures)
    assert [clicked(one) for one in (small, sound)] == pytest.approx([1.0, 1.0], abs=0.001)
