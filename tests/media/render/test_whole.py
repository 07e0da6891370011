from pathlib import Path

import pytest

from skriptstudio.domain.errors import DriveFault
from skriptstudio.media.render.whole import partial_path, whole_or_nothing


def test_the_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "clip.mp4"
    with whole_or_nothing(target) as path:
        path.write_bytes(b"new")
        assert not target.exists()
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("error", [KeyError, KeyboardInterrupt])
def test_after_a_failure_the_old_file_is_still_there(tmp_path: Path, error: type[BaseException]) -> None:
    target = tmp_path / "clip.mp4"
    target.write_bytes(b"old")

    def fail() -> None:
        with whole_or_nothing(target) as path:
            path.write_bytes(b"half")
            raise error

    with pytest.raises(error):
        fail()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_faults_of_the_drive_are_told_in_our_words(tmp_path: Path) -> None:
    with pytest.raises(DriveFault), whole_or_nothing(tmp_path / "clip.mp4"):
        pass  # nothing was written


@pytest.mark.parametrize("name", ["ä" * 120 + ".mp4", "x" * 255, "a"])
def test_the_temporary_name_fits_the_file_system(name: str) -> None:
    path = partial_path(Path("/folder") / name)
    assert path.parent == Path("/folder")
    assert len(path.name.encode()) < 200
    assert path.name.endswith(".partial")
