"""The whole way in a real window on a screen of 1366x768 without ever touching the mouse."""

from pathlib import Path

import av
import pytest
from tests.window.walk import OUTPUT, comes_from_nothing_to_a_package, walked

pytestmark = pytest.mark.qt


@pytest.mark.timeout(300)
def test_a_new_user_comes_from_nothing_to_a_package(tmp_path: Path) -> None:
    comes_from_nothing_to_a_package("keys", tmp_path)


def test_a_trainee_records_with_the_keyboard_alone(tmp_path: Path) -> None:
    result = walked("recording", tmp_path)
    gaps = [gap for _, gap, _ in result["gaps_over_50_ms"]]
    print(f"recording: {len(gaps)} moments over 50 ms, longest {max(gaps, default=0):.0f} ms")
    with av.open(result["film"]) as container:
        assert container.streams.video[0].frames > 0
        assert container.streams.audio
    assert len(list((OUTPUT / "recording").glob("*.png"))) >= 10
