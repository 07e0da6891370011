"""Who else is at it: seen at once, gone when they leave or fall silent, whatever their clocks say."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from skriptstudio.domain.presence import STALE_SECONDS, Editor
from skriptstudio.domain.production import Production
from skriptstudio.store.folder_library import FolderLibrary
from skriptstudio.store.presence import PresenceFiles

MIRA = Editor("Mira Albrecht", "mira", "PC-1", "a")
DENIZ = Editor("Deniz Kaya", "deniz", "PC-2", "b")


@pytest.fixture
def both(library: FolderLibrary, clip: Production) -> tuple[PresenceFiles, PresenceFiles]:
    library.create(clip)
    return library.presence("p1", MIRA), library.presence("p1", DENIZ)


def test_two_people_see_each_other_and_not_themselves(both: tuple[PresenceFiles, PresenceFiles]) -> None:
    mira, deniz = both
    assert mira.others() == ()
    mira.renew()
    deniz.renew()
    assert (mira.others(), deniz.others()) == ((DENIZ,), (MIRA,))
    deniz.leave()
    assert mira.others() == ()


def test_who_falls_silent_is_gone(both: tuple[PresenceFiles, PresenceFiles], library: FolderLibrary) -> None:
    mira, deniz = both
    deniz.renew()
    (file,) = library.root.glob("productions/*/here/*.json")
    _age(file, STALE_SECONDS + 5)
    mira.renew()
    assert mira.others() == ()
    deniz.renew()
    assert mira.others() == (DENIZ,)


def test_a_drive_whose_clock_is_two_hours_off_makes_nobody_stale(
    both: tuple[PresenceFiles, PresenceFiles], library: FolderLibrary
) -> None:
    mira, deniz = both
    mira.renew()
    deniz.renew()
    for file in library.root.glob("productions/*/here/*.json"):
        _age(file, 7200)
    assert mira.others() == (DENIZ,)


def _age(file: Path, seconds: float) -> None:
    state = file.stat()
    os.utime(file, (state.st_atime - seconds, state.st_mtime - seconds))


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"person": 7}', b"x" * 5000, json.dumps({"person": "a"}).encode()]
)
def test_what_isnt_honest_is_nobody(
    both: tuple[PresenceFiles, PresenceFiles], library: FolderLibrary, content: bytes
) -> None:
    mira, _ = both
    mira.renew()
    (next(library.root.glob("productions/*/here")) / "f.json").write_bytes(content)
    assert mira.others() == ()


def test_a_guest_who_may_only_look_sees_the_others(
    both: tuple[PresenceFiles, PresenceFiles], library: FolderLibrary, make_read_only: Callable[[Path], bool]
) -> None:
    mira, deniz = both
    deniz.renew()
    if make_read_only(library.root):
        assert mira.others() == (DENIZ,)
    mira.leave()
