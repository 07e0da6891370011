from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from skriptstudio.domain.errors import MissingFile, NoPicture, NotMedia, UnusableLength, UnusablePicture
from skriptstudio.domain.ports.media import MediaProbe
from skriptstudio.media.look.probe import PyAvProbe

FilmMaker = Callable[..., Path]


@pytest.fixture
def probe() -> MediaProbe:
    return PyAvProbe()


@pytest.mark.parametrize(
    ("name", "kind", "codec"),
    [
        ("a.mp4", {}, "h264"),
        ("a.mkv", {"fps": 25, "frames": 50}, "h264"),
        ("a.mov", {"codec": "libx265"}, "hevc"),
        ("a.webm", {"codec": "libvpx-vp9", "size": (180, 320)}, "vp9"),
        ("a.avi", {"codec": "mpeg4", "fps": 50, "frames": 10}, "mpeg4"),
        ("a.ts", {"fps": 60, "frames": 61}, "h264"),
        ("odd.mp4", {"size": (641, 359)}, "h264"),
        ("sound.mp4", {"sound": True}, "h264"),
        ("one.mp4", {"frames": 1}, "h264"),
        ("late.mkv", {"late_ms": 2000}, "h264"),
        ("early.mkv", {"late_ms": -100}, "h264"),
    ],
)
def test_films_of_all_kinds(probe: MediaProbe, film: FilmMaker, name: str, kind: dict[str, Any], codec: str) -> None:
    found = probe.footage(film(name, **kind))
    fps, frames = kind.get("fps", 30), kind.get("frames", 30)
    assert (found.frames, found.video_codec, found.rotation) == (frames, codec, 0)
    assert (found.width, found.height) == kind.get("size", (320, 180))
    assert abs(found.seconds - Fraction(frames, fps)) <= Fraction(2, 1000)
    assert abs(found.fps / fps - 1) <= 0.06
    assert found.has_sound == kind.get("sound", False)


def test_seconds_are_exact_where_the_file_is(probe: MediaProbe, film: FilmMaker) -> None:
    found = probe.footage(film(frames=31))
    assert (found.seconds, found.fps) == (Fraction(31, 30), Fraction(30))


def test_a_variable_rate_lasts_from_the_first_to_the_end_of_the_last(probe: MediaProbe, film: FilmMaker) -> None:
    found = probe.footage(film("vfr.mkv", times=(0, 33, 66, 100, 900, 933, 966)))
    assert found.frames == 7
    assert abs(found.seconds - Fraction(999, 1000)) <= Fraction(4, 1000)


@pytest.mark.parametrize(("degrees", "size"), [(90, (180, 320)), (180, (320, 180)), (270, (180, 320))])
def test_rotation_is_what_the_player_does(
    probe: MediaProbe, film: FilmMaker, turned: Callable[[Path, int], Path], degrees: int, size: tuple[int, int]
) -> None:
    found = probe.footage(turned(film(), degrees))
    assert (found.rotation, (found.width, found.height)) == (degrees, size)


def test_pixels_that_are_not_square_are_counted_as_shown(probe: MediaProbe, film: FilmMaker) -> None:
    found = probe.footage(film(size=(720, 576), aspect=Fraction(64, 45)))
    assert (found.width, found.height) == (1024, 576)


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_broken_off_film_counts_what_can_be_decoded(probe: MediaProbe, film: FilmMaker, kept: float) -> None:
    path = film(frames=60)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * kept)])
    with av.open(str(path)) as container:
        decodable = 0
        try:
            for _ in container.decode(video=0):
                decodable += 1
        except av.FFmpegError:
            pass
    found = probe.footage(path)
    assert abs(found.frames - decodable) <= 1
    assert abs(found.seconds - Fraction(found.frames, 30)) <= Fraction(1, 30)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.mp4", b""),
        ("text.mp4", b"Guten Tag, dies ist ein Text.\n" * 50),
        ("text.txt", b"Guten Tag, dies ist ein Text.\n" * 50),
        ("list.m3u8", b"#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/a.ts\n"),
        ("words.srt", b"1\n00:00:01,000 --> 00:00:02,000\nHallo\n"),
        ("zeros.mov", b"\x00" * 10_000),
        ("noise.mkv", bytes(np.random.default_rng(1).integers(0, 255, 10_000, dtype=np.uint8))),
        ("head.mp4", b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2"),
    ],
)
def test_what_is_no_film_is_told(probe: MediaProbe, tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(NotMedia):
        probe.footage(path)


def test_a_folder_is_no_film(probe: MediaProbe, tmp_path: Path) -> None:
    with pytest.raises(NotMedia):
        probe.footage(tmp_path)


def test_a_missing_film_is_told(probe: MediaProbe, tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        probe.footage(tmp_path / "nirgends.mp4")


def test_sound_alone_has_no_picture(probe: MediaProbe, tmp_path: Path) -> None:
    path = tmp_path / "voice.m4a"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("aac", rate=48_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 4096), np.float32), format="fltp", layout="mono")
        frame.sample_rate = 48_000
        container.mux([*stream.encode(frame), *stream.encode(None)])
    with pytest.raises(NoPicture):
        probe.footage(path)


def test_too_small_a_picture_is_told_with_its_size(probe: MediaProbe, film: FilmMaker) -> None:
    with pytest.raises(UnusablePicture) as caught:
        probe.footage(film(size=(32, 240)))
    assert (caught.value.width, caught.value.height) == (32, 240)


def test_a_film_of_more_than_half_a_day_has_a_damaged_clock(probe: MediaProbe, film: FilmMaker) -> None:
    hours = 3_600_000
    assert probe.footage(film(frames=3, times=(0, 40, 11 * hours))).seconds > 11 * 3600
    with pytest.raises(UnusableLength):
        probe.footage(film(frames=3, times=(0, 40, 13 * hours)))


@pytest.mark.parametrize("name", ["Übung März.mp4", "a:b.mp4", "x" * 240 + ".mp4"])
def test_any_name_will_do(probe: MediaProbe, film: FilmMaker, name: str) -> None:
    path = film("plain.mp4")
    assert probe.footage(path.rename(path.with_name(name))).frames == 30


def test_pictures_at_the_beginning_without_a_time_are_counted(probe: PyAvProbe, tmp_path: Path) -> None:
    path = tmp_path / "negative.mkv"
    with av.open(str(path), "w", options={"avoid_negative_ts": "disabled"}) as container:
        stream = container.add_stream("libx264", rate=30, options={"preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = 128, 128, "yuv420p"
        for number in range(-5, 5):
            frame = av.VideoFrame(128, 128, "yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, 30)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    found = probe.footage(path)
    assert (found.frames, found.untimed) == (5, 5)
