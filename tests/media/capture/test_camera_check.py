"""A camera is asked for a size and a rate, and what it really does is measured."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.camera_check import CameraFinding, CameraMode, judged_camera
from skriptstudio.domain.errors import CameraLost, Cancelled, LoginRefused, NoCamera, NothingToRecord
from skriptstudio.domain.jobs import JobControl
from skriptstudio.media.capture.studio import LocalStudio

HD = CameraMode(1920, 1080, 30)
HD_SHAPE = (1920, 1080, 1080)


@pytest.fixture
def studio(tmp_path: Path) -> LocalStudio:
    return LocalStudio(tmp_path / "spool")


def even(fps: float, seconds: float = 4) -> list[float]:
    return [k / fps for k in range(round(fps * seconds))]


def test_a_good_camera_has_nothing_to_find() -> None:
    check = judged_camera(HD, even(30), HD_SHAPE, frozen=False, black=False)
    assert check.measured.fps == pytest.approx(30)
    assert check.findings == ()
    assert check.jitter_ms == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    ("moments", "shape", "finding"),
    [
        (even(15), HD_SHAPE, CameraFinding.FEW_PICTURES),
        ([k / 30 + 0.03 * (k % 2) for k in range(120)], HD_SHAPE, CameraFinding.UNEVEN),
        ([k / 30 + (0.6 if k > 60 else 0) for k in range(200)], HD_SHAPE, CameraFinding.UNEVEN),
        (even(30), (1920, 720, 720), CameraFinding.SMALL),
        (even(30), (3840, 2160, 2160), CameraFinding.NOT_AS_ASKED),
    ],
)
def test_what_is_wrong_is_named(moments: list[float], shape: tuple[int, int, int], finding: CameraFinding) -> None:
    assert finding in judged_camera(HD, moments, shape, frozen=False, black=False).findings


@given(st.lists(st.floats(0.001, 2), min_size=1, max_size=200))
def test_any_row_of_pictures_can_be_judged(gaps: list[float]) -> None:
    moments = [0.0]
    for gap in gaps:
        moments.append(moments[-1] + gap)
    check = judged_camera(None, moments, HD_SHAPE, frozen=False, black=False)
    assert check.pictures == len(moments)
    assert 0 <= check.jitter_ms <= check.longest_gap_ms + 1e-6
    assert check.measured.fps == pytest.approx(len(gaps) / (moments[-1]), rel=1e-6)


def test_a_network_camera_is_measured(studio: LocalStudio, mjpeg: str) -> None:
    shares: list[float] = []
    check = studio.check_camera(f"{mjpeg}/ok", 2, JobControl(lambda progress: shares.append(progress.done)))
    assert (check.asked, check.measured.width, check.measured.height) == (None, 640, 360)
    assert check.measured.fps == pytest.approx(30, abs=2)
    assert 50 <= check.pictures <= 62
    assert CameraFinding.SMALL in check.findings
    assert not {CameraFinding.FROZEN, CameraFinding.BLACK, CameraFinding.FEW_PICTURES} & set(check.findings)
    assert shares == sorted(shares)


@pytest.mark.parametrize(
    ("way", "seconds", "finding"), [("frozen/5", 6, CameraFinding.FROZEN), ("black", 1, CameraFinding.BLACK)]
)
def test_a_picture_that_hangs_or_shows_nothing_is_found(
    studio: LocalStudio, mjpeg: str, way: str, seconds: float, finding: CameraFinding
) -> None:
    assert studio.check_camera(f"{mjpeg}/{way}", seconds, JobControl()).findings[0] is finding


def test_the_demo_is_what_it_is_said_to_be(studio: LocalStudio) -> None:
    check = studio.check_camera("demo", 1.5, JobControl())
    assert (check.measured.width, check.measured.height) == (1920, 1080)
    assert check.findings == ()


def test_a_short_film_is_measured_as_long_as_it_lasts(studio: LocalStudio, make_clip: Callable[..., Path]) -> None:
    check = studio.check_camera(f"file:{make_clip(seconds=1)}", 6, JobControl())
    assert check.pictures == 30


@pytest.mark.parametrize(
    ("way", "error"), [("login", LoginRefused), ("missing", NoCamera), ("die/20", CameraLost), ("stall/40", CameraLost)]
)
def test_a_camera_that_gives_no_pictures_is_an_error(
    studio: LocalStudio, mjpeg: str, way: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        studio.check_camera(f"{mjpeg}/{way}", 6, JobControl())
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("camera")]


def test_no_camera_can_not_be_checked(studio: LocalStudio) -> None:
    with pytest.raises(NothingToRecord):
        studio.check_camera("none", 1, JobControl())


def test_it_can_be_stopped_at_once(studio: LocalStudio, mjpeg: str) -> None:
    control = JobControl()
    threading.Timer(1, control.cancel).start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        studio.check_camera(f"{mjpeg}/ok", 6, control)
    assert time.monotonic() - began < 3
