"""Assets are found wherever the program runs from."""

import sys
from pathlib import Path

import pytest

from skriptstudio.domain import assets
from skriptstudio.domain.assets import asset


def test_in_a_checkout_assets_lie_beside_the_source() -> None:
    assert asset("fonts/Figtree-Bold.ttf").is_file()
    assert asset("profiles").is_dir()


def test_installed_they_lie_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "skriptstudio"
    (package / "assets").mkdir(parents=True)
    (package / "assets" / "logo.svg").touch()
    monkeypatch.setattr(assets, "_PACKAGE", package)
    assert asset("logo.svg") == package / "assets" / "logo.svg"


def test_frozen_they_lie_beside_the_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "logo.svg").touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert asset("logo.svg") == tmp_path / "assets" / "logo.svg"


def test_what_is_missing_is_named_with_every_place() -> None:
    with pytest.raises(FileNotFoundError, match=r"nichts\.ttf.*assets"):
        asset("nichts.ttf")
