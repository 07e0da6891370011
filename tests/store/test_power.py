"""Battery or mains, as Linux tells it."""

from pathlib import Path

import pytest

from skriptstudio.store.power import on_battery


@pytest.mark.parametrize(
    ("kind", "online", "battery"), [("Mains", "0", True), ("Mains", "1", False), ("USB", "0", False)]
)
def test_only_an_unplugged_adapter_means_battery(tmp_path: Path, kind: str, online: str, battery: bool) -> None:
    supply = tmp_path / "AC"
    supply.mkdir()
    (supply / "type").write_text(f"{kind}\n")
    (supply / "online").write_text(f"{online}\n")
    assert on_battery(tmp_path) == battery


def test_a_computer_without_a_battery_says_nothing(tmp_path: Path) -> None:
    assert not on_battery(tmp_path)
