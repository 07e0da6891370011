"""The user's settings, who sits here, and what time it is."""

import getpass
import os
import platform
import sys
from datetime import UTC, date, timedelta
from pathlib import Path

import pytest

from skriptstudio.domain.errors import BrokenRecord, DriveFault
from skriptstudio.domain.final_size import SizeTrial
from skriptstudio.domain.ports.computer import Clock, Identity
from skriptstudio.store.clock import SystemClock
from skriptstudio.store.identity import SystemIdentity
from skriptstudio.store.settings import Settings, SettingsFile, default_settings_file


def test_settings_are_kept(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "neu" / "settings.json")
    assert file.load() == Settings()
    file.save(Settings("S:/Bücherei", "en"))
    assert file.load() == Settings("S:/Bücherei", "en")


def test_what_was_tried_once_is_known_ever_after(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.save(Settings(final_size=SizeTrial(71.5, "2026-11-25")))
    assert file.load().final_size == SizeTrial(71.5, "2026-11-25")


@pytest.mark.parametrize(
    "text",
    [
        '{"final_size": {"fps": 60}}',
        '{"final_size": {"fps": "60", "day": "x"}}',
        "",
        "[]",
        '{"language": "fr"}',
        '{"library": 5}',
        '{"language": null}',
    ],
)
def test_damaged_settings_are_told(tmp_path: Path, text: str) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.path.write_text(text)
    with pytest.raises(BrokenRecord):
        file.load()


def test_settings_that_cant_be_saved_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("eine Datei")
    with pytest.raises(DriveFault):
        SettingsFile(tmp_path / "a" / "settings.json").save(Settings())


def test_settings_lie_where_the_system_wants_them() -> None:
    assert "SkriptStudio" in str(default_settings_file())


def test_the_account_cant_be_chosen_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    identity: Identity = SystemIdentity()
    real = identity.account
    for name in ("USER", "LOGNAME", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "chefin")
    assert identity.account == real != "chefin"


@pytest.mark.skipif(sys.platform == "win32", reason="no pwd")
def test_an_account_without_name_is_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object) -> str:
        raise KeyError

    monkeypatch.setattr(os, "getuid", lambda: 4_000_000_000)
    monkeypatch.setattr(getpass, "getuser", nobody)
    monkeypatch.setattr(platform, "node", str)
    assert SystemIdentity().account == "unknown"
    assert SystemIdentity().machine


def test_the_clock_knows_its_zone() -> None:
    clock: Clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert abs(clock.today() - date.today()) <= timedelta(days=1)
