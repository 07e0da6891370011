"""Films from outside get a stand-in of our own, in a child process."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from tests.media.apart.conftest import DIES_IN_THE_MIDDLE

from skriptstudio.domain.errors import Cancelled, DecoderFell, DriveFault, MissingFile, NotMedia, UnusablePicture
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.take import Take
from skriptstudio.media.apart import stand_ins
from skriptstudio.media.apart.asking import Apart
from skriptstudio.media.apart.stand_ins import StandIns
from skriptstudio.media.look.listen import read_sound
from skriptstudio.media.look.probe import PyAvProbe

FilmMaker = Callable[..., Path]


@pytest.fixture
def kept(tmp_path: Path) -> StandIns:
    return StandIns(tmp_path / "stand-ins", Apart())


def a_take(seconds: Fraction = Fraction(1), sha256: str = "a" * 64) -> Take:
    return Take("t1", "hook", "hook-t1.mov", sha256, seconds, 30, datetime(2026, 11, 28, tzinfo=UTC), foreign=True)


def left(tmp_path: Path) -> list[str]:
    return [path.name for path in (tmp_path / "stand-ins").iterdir()]


def test_a_turned_film_of_variable_rate_stands_upright_at_a_constant_one(
    film: FilmMaker, turned: Callable[[Path, int], Path], kept: StandIns
) -> None:
    times = (0, 30, 70, 400, 410, 900, 970)
    original = turned(film(size=(1280, 720), times=times, sound=True, late_ms=200), 90)
    with kept.take_in(original, JobControl()) as new:
        assert new.footage == PyAvProbe().footage(original)
        assert new.whole
        new.keep("a" * 64)
    seen = PyAvProbe().footage(found := kept.film(a_take()) or Path())
    assert (seen.width, seen.height, seen.rotation, int(seen.fps), seen.video_codec) == (540, 960, 0, 30, "h264")
    assert abs(seen.seconds - new.footage.seconds) <= Fraction(1, 30)
    assert len(read_sound(found, 48_000)) == pytest.approx(48_000 * seen.seconds, abs=2048)


def test_a_small_film_is_not_made_larger(film: FilmMaker, kept: StandIns) -> None:
    with kept.take_in(film(size=(320, 180)), JobControl()) as new:
        seen = PyAvProbe().footage(new.watched)
    assert (seen.width, seen.height, seen.has_sound) == (320, 180, False)


def test_of_a_long_film_there_is_first_only_the_sound(
    film: FilmMaker, kept: StandIns, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stand_ins, "MOST_PIXELS", 1)
    original = film(sound=True)
    with kept.take_in(original, JobControl()) as new:
        new.keep("a" * 64)
        assert not new.whole
    assert kept.film(a_take()) is None
    assert kept.sound(a_take(), Path("gibt-es-nicht.mp4"), JobControl()).suffix == ".m4a"
    heard: list[float] = []
    made = kept.make(a_take(), original, JobControl(lambda progress: heard.append(progress.done)))
    assert kept.film(a_take()) == made == kept.sound(a_take(), original, JobControl())
    assert [path.suffix for path in made.parent.iterdir()] == [".mp4"]
    assert heard == [1.0]


def test_what_is_watched_together_stays_beyond_the_limit(film: FilmMaker, tmp_path: Path) -> None:
    original, small = film(sound=True), StandIns(tmp_path / "stand-ins", Apart(), limit=1)
    stays, goes = small.sound(a_take(), original, JobControl()), tmp_path / "stand-ins" / f"{'c' * 64}.mp4"
    goes.write_bytes(b"old")
    made = small.make(a_take(sha256="b" * 64), original, JobControl(), beside={"a" * 64})
    assert [path.exists() for path in (stays, goes, made)] == [True, False, True]


def test_two_who_want_the_same_film_at_once_share_one_child(
    film: FilmMaker, child: Callable[..., Apart], tmp_path: Path
) -> None:
    starts = tmp_path / "starts"
    counts = f"""
        from skriptstudio.media.apart import child
        with open({str(starts)!r}, "a") as file:
            file.write("x")
        child.main()
        """
    kept, original = StandIns(tmp_path / "stand-ins", child(counts)), film(sound=True)
    with ThreadPoolExecutor() as pool:
        found = set(pool.map(lambda _: kept.sound(a_take(), original, JobControl()), range(3)))
    assert len(found) == 1
    assert starts.read_text() == "x"


def test_a_finished_one_that_cannot_be_put_in_its_place_is_an_error_and_no_path(
    film: FilmMaker, kept: StandIns, tmp_path: Path
) -> None:
    (tmp_path / "stand-ins" / f"{'a' * 64}.mp4" / "in the way").mkdir(parents=True)
    with pytest.raises(DriveFault):
        kept._keep(film(), "a" * 64)


def test_what_is_gone_is_made_again_and_the_oldest_goes_first(film: FilmMaker, tmp_path: Path) -> None:
    original, small = film(sound=True), StandIns(tmp_path / "stand-ins", Apart(), limit=1)
    first = small.sound(a_take(), original, JobControl())
    second = small.sound(a_take(sha256="b" * 64), original, JobControl())
    assert (first.exists(), second.exists()) == (False, True)
    small.forget("b" * 64, Fraction(0))
    assert small.size() == 0


@pytest.mark.parametrize("content", [b"", b"Das ist kein Film.\n" * 50, None])
def test_what_is_no_film_is_told_as_such_and_leaves_nothing(
    tmp_path: Path, kept: StandIns, content: bytes | None
) -> None:
    path = tmp_path / "film.mp4"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(MissingFile if content is None else NotMedia) as error, kept.take_in(path, JobControl()):
        pass
    assert error.value.values()["path"] == str(path)
    assert left(tmp_path) == []


def test_a_picture_that_is_too_small_is_told_with_its_size(film: FilmMaker, kept: StandIns) -> None:
    with pytest.raises(UnusablePicture) as error, kept.take_in(film(size=(32, 320)), JobControl()):
        pass
    assert (error.value.width, error.value.height) == (32, 320)


def test_a_film_damaged_in_the_middle_keeps_its_length(film: FilmMaker, kept: StandIns) -> None:
    path = film(frames=90)
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 20_000] = b"\xff" * 20_000
    path.write_bytes(data)
    with kept.take_in(path, JobControl()) as new:
        assert PyAvProbe().footage(new.watched).frames == round(new.footage.seconds * 30)


def test_a_child_brought_down_in_the_middle_leaves_nothing(
    film: FilmMaker, child: Callable[..., Apart], tmp_path: Path
) -> None:
    mortal = StandIns(tmp_path / "stand-ins", child(DIES_IN_THE_MIDDLE))
    path = film(frames=90)
    with pytest.raises(DecoderFell) as error, mortal.take_in(path, JobControl()):
        pass
    assert error.value.path == str(path)
    assert left(tmp_path) == []


def test_a_stop_leaves_nothing(film: FilmMaker, kept: StandIns, tmp_path: Path) -> None:
    control = JobControl(lambda progress: control.cancel())
    with pytest.raises(Cancelled), kept.take_in(film(frames=90), control):
        pass
    assert left(tmp_path) == []
