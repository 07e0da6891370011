"""A camera that hangs is told from one that looks at something still."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import RecordingOrder
from skriptstudio.domain.take import TakeFinding
from skriptstudio.media.capture.stillness import STILL_SECONDS, Stillness
from skriptstudio.media.capture.studio import LocalStudio

Image = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


def room_with_noise(number: int, spread: float = 2) -> Image:
    """Nothing moves in it; only the sensor's noise differs."""
    rng = np.random.default_rng(number)
    return np.clip(np.full((360, 640, 3), 90) + rng.normal(0, spread, (360, 640, 3)), 0, 255).astype(np.uint8)


def verdicts(image_of: Callable[[int], Image], seconds: float, fps: int = 30) -> list[bool]:
    stillness = Stillness()
    return [stillness.see(image_of(k), 100 + k / fps) for k in range(round(seconds * fps))]


def test_a_still_room_is_not_accused() -> None:
    assert not any(verdicts(room_with_noise, 8, fps=10))


def test_the_same_picture_again_and_again_is_told_after_some_seconds_and_taken_back() -> None:
    hanging = room_with_noise(1)
    told = verdicts(lambda k: room_with_noise(2) if k == 240 else hanging, 9)
    assert told.index(True) / 30 == pytest.approx(STILL_SECONDS, abs=0.1)
    assert all(told[told.index(True) : 240])
    assert not any(told[240:])


def test_a_camera_that_repeats_a_quiet_picture_until_its_next_whole_one_is_fine() -> None:
    assert not any(verdicts(lambda k: room_with_noise(k // 20), 20, fps=10))


@given(st.integers(0, 359), st.integers(0, 639))
def test_one_other_pixel_anywhere_is_life_enough(row: int, column: int) -> None:
    still, stirred = room_with_noise(1), room_with_noise(1)
    stirred[row, column] ^= 1
    stillness = Stillness()
    assert not stillness.see(still, 0.0)
    assert not stillness.see(stirred, STILL_SECONDS + 1)


def test_a_last_stir_between_the_pixels_that_are_looked_at_costs_half_a_second_at_most() -> None:
    before, hanging = room_with_noise(1), room_with_noise(1)
    hanging[1, 1] ^= 1
    told = verdicts(lambda k: before if k < 2 else hanging, 7)
    assert told.index(True) / 30 <= STILL_SECONDS + 0.6


def test_looking_is_cheap() -> None:
    image = np.random.default_rng(1).integers(0, 255, (1080, 1920, 3), dtype=np.uint8)
    stillness = Stillness()
    began = time.process_time()
    for k in range(300):
        stillness.see(image, k / 30)
    assert (time.process_time() - began) / 300 < 0.002


def test_a_frozen_camera_is_told_to_the_viewer_and_noted_in_the_take(
    tmp_path: Path, mjpeg: str, order: Callable[..., RecordingOrder], listener: Any
) -> None:
    told: list[bool] = []

    class Viewer:
        def seen(self, still: object) -> None: ...

        def heard(self, level_db: float) -> None: ...

        def frozen(self, frozen: bool) -> None:
            told.append(frozen)

        def lost(self, error: Exception) -> None:
            raise AssertionError(error)

    room = LocalStudio(tmp_path / "spool").enter(f"{mjpeg}/frozen/10", "none", Viewer())
    try:
        taken = room.record(order("x", "none", "6.5"), listener, JobControl())
    finally:
        room.close()
    assert told == [True]
    assert TakeFinding.FROZEN in taken.findings
    assert listener.warnings == [TakeFinding.FROZEN]


def test_what_is_still_on_purpose_is_not_accused(tmp_path: Path, make_clip: Callable[..., Path]) -> None:
    class Viewer:
        def seen(self, still: object) -> None: ...

        def heard(self, level_db: float) -> None: ...

        def frozen(self, frozen: bool) -> None:
            raise AssertionError(frozen)

        def lost(self, error: Exception) -> None:
            raise AssertionError(error)

    studio = LocalStudio(tmp_path / "spool")
    rooms = [studio.enter(camera, "demo", Viewer()) for camera in ("demo", "none", f"file:{make_clip(seconds=1)}")]
    time.sleep(STILL_SECONDS + 1)
    for room in rooms:
        room.close()
