"""Takes have the size of the finished clip where the computer is fast enough for it, and nowhere else."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skriptstudio.domain.errors import Cancelled
from skriptstudio.domain.final_size import SizeTrial
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import RecordingOrder, Still
from skriptstudio.media.capture.size_trial import final_size_fps
from skriptstudio.media.capture.studio import LocalStudio
from skriptstudio.media.capture.writer import take_size

Order = Callable[..., RecordingOrder]


@pytest.mark.parametrize("fps", [16, 23, 30, 53])
def test_a_computer_that_just_about_keeps_up_is_not_fast_enough(fps: float) -> None:
    """Two cores: 112 to 127 % of one for 30 pictures a second, so 53 at best; under load 16 to 23 (measured)."""
    assert not SizeTrial(fps, "2026-11-25").fast_enough


def test_twice_real_time_is_fast_enough() -> None:
    assert SizeTrial(60, "2026-11-25").fast_enough


@pytest.mark.parametrize(
    ("size", "fast", "taken"),
    [
        ((608, 1080), True, (1080, 1920)),
        ((1214, 2160), True, (1080, 1920)),
        ((404, 720), True, (404, 720)),
        ((608, 1080), False, (608, 1080)),
        ((1214, 2160), False, (1214, 2160)),
    ],
)
def test_the_size_of_a_take(size: tuple[int, int], fast: bool, taken: tuple[int, int]) -> None:
    assert take_size(*size, final_size=fast) == taken


class Onlooker:
    def seen(self, still: Still) -> None: ...

    def heard(self, level_db: float) -> None: ...

    def frozen(self, frozen: bool) -> None: ...

    def lost(self, error: Exception) -> None: ...


@pytest.mark.parametrize("in_room", [False, True])
@pytest.mark.parametrize(("fast", "size"), [(False, (608, 1080)), (True, (1080, 1920))])
def test_a_take_is_made_as_the_computer_can(
    tmp_path: Path,
    order: Order,
    listener: Any,
    make_clip: Callable[..., Path],
    play: Callable[[Path], Any],
    fast: bool,
    in_room: bool,
    size: tuple[int, int],
) -> None:
    clip = make_clip(seconds=0.5, size=(1920, 1080))
    studio = LocalStudio(tmp_path / "spool", final_size=lambda: fast)
    asked = order(f"file:{clip}", f"file:{clip}")
    if in_room:
        room = studio.enter(asked.camera, asked.microphone, Onlooker())
        taken = room.record(asked, listener, JobControl())
        room.close()
    else:
        taken = studio.record(asked, listener, JobControl())
    seen = play(taken.path)
    assert seen.size == size
    assert len(seen.pictures) == taken.frames == 15


def test_the_trial_takes_its_seconds_and_gives_a_figure() -> None:
    shares: list[float] = []
    began = time.monotonic()
    assert final_size_fps(JobControl(lambda progress: shares.append(progress.done)), seconds=0.5) > 0
    assert time.monotonic() - began < 10
    assert shares == sorted(shares)


def test_the_trial_can_be_stopped() -> None:
    control = JobControl()
    control.cancel()
    with pytest.raises(Cancelled):
        final_size_fps(control)
