"""Takes leave the house without what their cameras wrote into them."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import av
import imageio_ffmpeg
import pytest

from skriptstudio.domain.errors import Cancelled, NotMedia
from skriptstudio.domain.jobs import JobControl
from skriptstudio.media.look import opening
from skriptstudio.media.look.opening import clockwise_turn, seconds_of
from skriptstudio.media.look.probe import PyAvProbe
from skriptstudio.media.render.tagless import write_tagless

TAGS = (("location", "+48.1+11.5/"), ("com.apple.quicktime.model", "iPhone 15"), ("comment", "Mira"))


@pytest.mark.parametrize("name", ["phone.mp4", "phone.mov", "film.mkv"])
def test_place_and_device_are_gone_and_every_picture_stays(
    film: Callable[..., Path], sine: Callable[..., object], tmp_path: Path, name: str
) -> None:
    turn = 0 if name.endswith("mkv") else 90
    source = film(name=name, frames=20, tags=TAGS, turn=turn, waves=sine(0.6, 0.1))
    write_tagless(source, tmp_path / f"copy-{name}")
    raw = (tmp_path / f"copy-{name}").read_bytes()
    assert not [word for word in (b"+48.1", b"iPhone", b"Mira") if word in raw]
    with av.open(str(source)) as before, av.open(str(tmp_path / f"copy-{name}")) as after:
        frames = [[seconds_of(frame) for frame in one.decode(video=0)] for one in (before, after)]
        assert frames[0] == frames[1]
        assert len(after.streams.audio) == 1
    with av.open(str(tmp_path / f"copy-{name}")) as after:
        assert clockwise_turn(next(after.decode(video=0))) == turn


def test_whoever_waits_hears_how_far_it_is_and_can_stop(
    film: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_REPORT_EVERY_BYTES", 1)
    source, heard = film(frames=20), list[float]()
    control = JobControl(lambda progress: heard.append(progress.done))
    write_tagless(source, tmp_path / "copy.mp4", control)
    PyAvProbe().footage(source, control)
    assert len(heard) > 40
    assert heard[:20] == sorted(heard[:20])
    stopped = JobControl(lambda progress: stopped.cancel())
    with pytest.raises(Cancelled):
        write_tagless(source, tmp_path / "none.mp4", stopped)
    assert not (tmp_path / "none.mp4").exists()


def test_what_is_no_film_is_told(tmp_path: Path) -> None:
    (tmp_path / "text.mp4").write_text("kein Film")
    with pytest.raises(NotMedia):
        write_tagless(tmp_path / "text.mp4", tmp_path / "copy.mp4")
    assert not (tmp_path / "copy.mp4").exists()


@pytest.mark.parametrize(
    ("name", "codecs", "ending"),
    [
        ("h264.avi", "-c:v libx264 -bf 2 -c:a mp3", ".mp4"),
        ("camera.mts", "-f mpegts -c:v libx264 -c:a ac3", ".mp4"),
        ("windows.wmv", "-c:v wmv2 -c:a wmav2", ".wmv"),
        ("edited.avi", "-c:v libvpx -c:a pcm_s16le", ".mkv"),
    ],
)
def test_what_fits_into_no_mp4_gets_a_file_of_another_kind_and_every_ending_is_true(
    tmp_path: Path, name: str, codecs: str, ending: str
) -> None:
    source = tmp_path / name
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "lavfi", "-i", "testsrc=s=160x284:r=25:d=0.4"]
    command += ["-f", "lavfi", "-i", "sine=300:r=44100:d=0.4", "-pix_fmt", "yuv420p", "-metadata", "comment=Mira"]
    subprocess.run([*command, *codecs.split(), str(source)], check=True)
    (tmp_path / "takes").mkdir()
    copy = write_tagless(source, tmp_path / "takes" / name)
    assert [one.name for one in copy.parent.iterdir()] == [Path(name).with_suffix(ending).name]
    assert b"Mira" not in copy.read_bytes()
    with av.open(str(source)) as before, av.open(str(copy)) as after:
        assert ending[1:3] in after.format.name.replace("asf", "wm").replace("matroska", "mk")
        shown = [[seconds_of(frame) for frame in one.decode(video=0)] for one in (before, after)]
        assert len(after.streams.audio) == 1
    starts = [[float(moment - one[0]) for moment in one] for one in shown]
    assert starts[0] == pytest.approx(starts[1], abs=0.001)
