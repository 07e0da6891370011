"""A short turn of what ``dev.py bench library`` does for a minute: two writers, one of them killed now and then."""

from pathlib import Path

from benchmarks.hammer import hammer


def test_nothing_is_lost_and_no_file_is_broken_whoever_is_killed(tmp_path: Path) -> None:
    found = hammer(tmp_path, 3)
    print(found)
    assert (found.lost, found.doubled, found.broken) == (0, 0, 0)
    assert found.kills >= 2
    assert found.acknowledged > 20
