"""The finished file: what the platforms ask for, whole or not at all."""

import errno
import subprocess
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.clip import EncodeSettings, RenderedClip, RenderPlan
from skriptstudio.domain.errors import Cancelled, DiskFull, DriveFault, MissingFile, NotMedia
from skriptstudio.domain.jobs import JobControl, Progress
from skriptstudio.media.render import mux
from skriptstudio.media.render.renderer import PyAvRenderer

FilmMaker = Callable[..., Path]
Render = Callable[..., RenderedClip]
PlanOf = Callable[..., RenderPlan]
FAST = EncodeSettings(preset="ultrafast")


def boxes(path: Path) -> list[str]:
    """Names of the top-level boxes of an MP4 file."""
    data, at, names = path.read_bytes(), 0, []
    while at < len(data):
        names.append(data[at + 4 : at + 8].decode("latin-1"))
        at += int.from_bytes(data[at : at + 4], "big")
    return names


@pytest.fixture(scope="module")
def master_clip(talking: Path, tmp_path_factory: pytest.TempPathFactory) -> RenderedClip:
    """Both seconds of the talking film twice over, with the house's own settings."""
    from skriptstudio.domain.clip import SourceSegment

    part = SourceSegment(talking, Fraction(0), Fraction(2))
    cue = Cue(Fraction(0), Fraction(2), ("Mach mit!",))
    plan = RenderPlan((part, part), captions=(cue,))
    return PyAvRenderer().render(plan, tmp_path_factory.mktemp("master") / "clip.mp4", JobControl())


def test_the_index_is_in_front_and_nothing_is_hidden(master_clip: RenderedClip) -> None:
    names = boxes(master_clip.path)
    assert names.index("moov") < names.index("mdat")
    assert "moof" not in names
    assert b"edts" not in master_clip.path.read_bytes()[:20_000]


def test_the_picture_is_what_every_platform_takes(master_clip: RenderedClip) -> None:
    with av.open(str(master_clip.path)) as container:
        stream = container.streams.video[0]
        context = stream.codec_context
        assert (context.name, context.profile, context.pix_fmt) == ("h264", "High", "yuv420p")
        assert (context.width, context.height) == (1080, 1920)
        assert stream.sample_aspect_ratio in (None, 1)
        assert (context.color_range, context.colorspace, context.color_primaries, context.color_trc) == (1, 1, 1, 1)
        packets = [packet for packet in container.demux(stream) if packet.pts is not None]
    times = sorted((packet.pts or 0) * packet.time_base for packet in packets)
    assert times == [Fraction(k, 30) for k in range(120)]
    keys = [packet.pts * packet.time_base for packet in packets if packet.is_keyframe and packet.pts is not None]
    assert max(b - a for a, b in zip(keys, [*keys[1:], Fraction(4)], strict=True)) <= 2
    assert any(packet.pts != packet.dts for packet in packets), "B frames are on"


def test_the_sound_is_aac_of_the_picture_s_length(master_clip: RenderedClip) -> None:
    with av.open(str(master_clip.path)) as container:
        stream = container.streams.audio[0]
        assert (stream.codec_context.name, stream.sample_rate, stream.layout.name) == ("aac", 48_000, "stereo")
        frames = list(container.decode(stream))
    assert frames[0].pts == 0
    assert abs(sum(frame.samples for frame in frames) / 48_000 - 4) <= 0.025
    assert master_clip.lufs == pytest.approx(-14, abs=0.5)
    assert (master_clip.true_peak_db or 0) <= -1


def test_the_answer_says_what_is_in_the_file(master_clip: RenderedClip) -> None:
    assert (master_clip.frames, master_clip.seconds) == (120, Fraction(4))
    assert (master_clip.chunks_rendered, master_clip.chunks_reused) == (2, 0)


def test_nothing_tells_of_place_device_or_program(film: FilmMaker, render: Render) -> None:
    tags = (("location", "+52.5+013.4/"), ("make", "Telefon"), ("model", "X"), ("title", "Geheim"))
    clip = render((film(tags=tags), 0, 0.2))
    with av.open(str(clip.path)) as container:
        assert set(container.metadata) <= {"major_brand", "minor_version", "compatible_brands"}
        assert all(set(stream.metadata) <= {"language", "handler_name", "vendor_id"} for stream in container.streams)


def test_a_silent_film_still_gets_a_track_of_sound(film: FilmMaker, render: Render) -> None:
    clip = render((film(), 0, 1))
    assert (clip.lufs, clip.gain_db) == (None, 0)
    with av.open(str(clip.path)) as container:
        assert sum(frame.samples for frame in container.decode(audio=0)) >= 47_000


def test_takes_of_any_kind_can_follow_each_other(
    film: FilmMaker, render: Render, talking: Path, numbers: Callable[[Path], list[int]]
) -> None:
    phone = film(name="phone.mp4", codec="libx265", turn=90, fps=60, frames=60)
    small = film(name="small.mkv", size=(641, 359), fps=15)
    clip = render((phone, 0, 0.2), (talking, 0, 0.1), (small, 0, 0.2))
    assert numbers(clip.path) == [0, 2, 4, 6, 8, 10, 0, 1, 2, 0, 0, 1, 1, 2, 2]


def test_progress_rises_to_the_end(talking: Path, plan_of: PlanOf, tmp_path: Path) -> None:
    heard: list[Progress] = []
    PyAvRenderer().render(plan_of(talking, encode=FAST), tmp_path / "clip.mp4", JobControl(heard.append))
    shares = [progress.done for progress in heard]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert len(shares) > 5
    assert {progress.stage for progress in heard} == {"render"}


@pytest.mark.parametrize("share", [0.0, 0.05, 0.1, 0.5, 0.9])
def test_cancelling_leaves_nothing_and_keeps_the_old_file(
    talking: Path, plan_of: PlanOf, tmp_path: Path, share: float
) -> None:
    target = tmp_path / "clip.mp4"
    target.write_bytes(b"the old one")
    control = JobControl(lambda progress: control.cancel() if progress.done >= share else None)
    with pytest.raises(Cancelled):
        PyAvRenderer().render(plan_of(talking, encode=FAST), target, control)
    assert [path.name for path in tmp_path.iterdir()] == ["clip.mp4"]
    assert target.read_bytes() == b"the old one"


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"", NotMedia), (b"Das ist kein Film.\n" * 100, NotMedia), (b"\x00" * 5000, NotMedia), (None, MissingFile)],
)
def test_bad_sources_are_told_and_leave_nothing(
    tmp_path: Path, plan_of: PlanOf, content: bytes | None, error: type[Exception]
) -> None:
    source = tmp_path / "source.mp4"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(error):
        PyAvRenderer().render(plan_of(source), tmp_path / "clip.mp4", JobControl())
    assert not list(tmp_path.glob("clip*"))


def test_a_source_with_sound_only_is_not_a_film(tmp_path: Path, plan_of: PlanOf) -> None:
    path = tmp_path / "sound.wav"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=48_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 48_000), np.int16), format="s16", layout="mono")
        frame.sample_rate = 48_000
        container.mux(stream.encode(frame))
    with pytest.raises(NotMedia):
        PyAvRenderer().render(plan_of(path), tmp_path / "clip.mp4", JobControl())


def test_a_broken_off_source_is_used_as_far_as_it_goes(
    film: FilmMaker, render: Render, numbers: Callable[[Path], list[int]]
) -> None:
    path = film(frames=60, size=(640, 360), picture=noisy)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 6 // 10])
    shown = numbers(render((path, 0, 2)).path)
    assert len(shown) == 60
    assert shown[:20] == list(range(20))
    assert shown[-1] == shown[-10]


def test_damaged_packets_in_the_middle_are_passed_over(
    film: FilmMaker, render: Render, numbers: Callable[[Path], list[int]]
) -> None:
    path = film(frames=30, key_every=1, size=(640, 360), picture=noisy)
    data = bytearray(path.read_bytes())
    for index in (10, 11):
        start, size = places(path)[index]
        data[start : start + size] = b"\xff" * size
    path.write_bytes(bytes(data))
    shown = numbers(render((path, 0, 1)).path)
    assert shown == [*range(10), 9, 9, *range(12, 30)]


def noisy(number: int, width: int, height: int) -> NDArray[np.uint8]:
    """The number in bands, with noise so that the packets are large."""
    bands = np.repeat(np.array([200 if number >> bit & 1 else 50 for bit in range(8)]), height // 8)
    noise = np.random.default_rng(number).integers(-20, 20, (height, width, 3))
    return (bands[:, None, None] + noise).astype(np.uint8)


def places(path: Path) -> list[tuple[int, int]]:
    """Offset and size of each picture's packet in the file."""
    with av.open(str(path)) as container:
        return [(packet.pos or 0, packet.size) for packet in container.demux(video=0) if packet.size]


@pytest.mark.parametrize("name", ["Übung für März – neu.mp4", "ein zwei  drei.mp4", "x" * 240 + ".mp4", "a:b.mp4"])
def test_any_name_will_do(film: FilmMaker, render: Render, name: str) -> None:
    clip = render((film(), 0, 0.1), to=name)
    assert clip.path.name == name
    assert clip.path.exists()


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 200 kB; the test is skipped where it may not be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    try:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(place)], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no tmpfs can be mounted here; the injected fault ran instead")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_is_told_and_left_clean__real_tmpfs(film: FilmMaker, plan_of: PlanOf, tiny_disk: Path) -> None:
    source = film(frames=60, size=(640, 360), picture=noisy)
    with pytest.raises(DiskFull):
        PyAvRenderer().render(plan_of(source, (0, 2), encode=FAST), tiny_disk / "clip.mp4", JobControl())
    assert not list(tiny_disk.iterdir())


@pytest.mark.parametrize(
    ("number", "error"), [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EIO, DriveFault)]
)
def test_a_failing_disk_is_told_and_left_clean__injected(
    talking: Path, plan_of: PlanOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    def fail(writer: mux.ClipWriter, frame: object) -> None:
        raise OSError(number, "injected")

    monkeypatch.setattr(mux.ClipWriter, "write", fail)
    with pytest.raises(error):
        PyAvRenderer().render(plan_of(talking), tmp_path / "clip.mp4", JobControl())
    assert not list(tmp_path.iterdir())


def test_a_missing_target_folder_is_told(talking: Path, plan_of: PlanOf, tmp_path: Path) -> None:
    with pytest.raises(DriveFault):
        PyAvRenderer().render(plan_of(talking), tmp_path / "gone" / "clip.mp4", JobControl())


def test_a_plan_without_pictures_is_a_defect_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="frame"):
        PyAvRenderer().render(RenderPlan(()), tmp_path / "clip.mp4", JobControl())
