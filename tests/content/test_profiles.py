"""Platform profiles and series formats: the shipped data is whole, and errors say where."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from skriptstudio.content.formats import find_format, load_formats
from skriptstudio.content.profiles import PROFILE_KEYS, ProfileFolder, load_profile
from skriptstudio.domain.errors import BrokenRecord, UnknownName
from skriptstudio.domain.ports.content import Profiles

GOOD = {
    "name": "Test",
    "safe_zone": {"top": 1, "bottom": 2, "left": 3, "right": 4},
    "lufs": -14,
    "min_seconds": 0.5,
    "max_seconds": None,
    "max_megabytes": 40,
    "source": "hier",
    "as_of": "2026-11-22",
    "logo": True,
    "max_text": 500,
    "max_hashtags": None,
}


def test_every_platform_has_a_profile_in_the_order_of_the_offer() -> None:
    assert ProfileFolder().keys() == PROFILE_KEYS


@pytest.mark.parametrize("key", PROFILE_KEYS)
def test_a_shipped_profile_fits_the_master(key: str) -> None:
    profiles: Profiles = ProfileFolder()
    profile = profiles.get(key)
    assert profile.key == key
    assert profile.lufs == -14
    assert profile.source.startswith("domain.md")
    assert profile.as_of == "2026-11-22"
    assert profile.max_seconds is None or profile.max_seconds >= 60
    # The caption lane that all platforms share (domain.md 2.3) lies inside.
    assert profile.safe_zone.top <= 1150
    assert 1920 - profile.safe_zone.bottom >= 1430


def test_figures_are_those_of_the_table() -> None:
    profiles = ProfileFolder()
    assert profiles.get("tiktok").safe_zone.bottom == 460
    assert profiles.get("yt_shorts").max_seconds == 180
    assert profiles.get("mastodon").max_megabytes == 40
    assert profiles.get("x").min_seconds == Fraction(1, 2)


def test_an_unknown_profile_gets_suggestions() -> None:
    with pytest.raises(UnknownName) as error:
        ProfileFolder().get("tictok")
    assert error.value.known == ("tiktok",)
    with pytest.raises(UnknownName) as error:
        ProfileFolder().get("../formats")
    assert error.value.known == PROFILE_KEYS


def test_a_house_may_have_profiles_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "peertube.json").write_text(json.dumps(GOOD))
    profiles = ProfileFolder(tmp_path)
    assert profiles.keys() == ("peertube",)
    assert profiles.get("peertube").min_seconds == Fraction(1, 2)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": 5}, "name"),
        ({"safe_zone": 5}, "safe_zone"),
        ({"safe_zone": {"top": -1, "bottom": 2, "left": 3, "right": 4}}, "safe_zone.top"),
        ({"safe_zone": {"top": 1, "bottom": 2, "left": 3}}, "safe_zone.right"),
        ({"safe_zone": {"top": 1, "bottom": 2, "left": 3, "right": 4, "rigth": 5}}, "safe_zone.rigth"),
        ({"safe_zone": {"top": 1000, "bottom": 1000, "left": 3, "right": 4}}, "safe_zone"),
        ({"lufs": "leise"}, "lufs"),
        ({"lufs": 14}, "lufs"),
        ({"min_seconds": True}, "min_seconds"),
        ({"max_seconds": -1}, "max_seconds"),
        ({"max_megabytes": 0.5}, "max_megabytes"),
        ({"lufts": -14}, "lufts"),
    ],
)
def test_a_wrong_profile_names_file_and_field(tmp_path: Path, change: dict[str, object], field: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({**GOOD, **change}))
    with pytest.raises(BrokenRecord) as error:
        load_profile(path)
    assert error.value.path == str(path)
    assert error.value.reason.startswith(f"{field}:")


@pytest.mark.parametrize("missing", list(GOOD))
def test_a_missing_field_is_named(tmp_path: Path, missing: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({k: v for k, v in GOOD.items() if k != missing}))
    with pytest.raises(BrokenRecord, match=missing):
        load_profile(path)


@pytest.mark.parametrize("text", ["", "[]", "{", "5"])
def test_a_file_that_is_no_profile_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(BrokenRecord, match="file: "):
        load_profile(tmp_path / "a.json")
    with pytest.raises(BrokenRecord, match="file: "):
        load_profile(tmp_path / "b.json")


def test_there_are_fourteen_formats() -> None:
    formats = load_formats()
    assert len(formats) == 14
    assert formats[0].key == "ein_tag_im_amt"
    assert formats[0].name == "Ein Tag im Amt"
    assert all(f.key.isascii() and f.key.islower() and f.hint.endswith((".", "!", "?")) for f in formats)
    assert find_format("klischee_check", formats).name == "Klischee-Check"


def test_an_unknown_format_gets_suggestions() -> None:
    with pytest.raises(UnknownName) as error:
        find_format("ein_tag", load_formats())
    assert "ein_tag_im_amt" in error.value.known


def test_a_format_that_stands_twice_is_told(tmp_path: Path) -> None:
    one = {"key": "a", "name": "A", "hint": "A."}
    (tmp_path / "f.json").write_text(json.dumps({"source": "x", "formats": [one, one]}))
    with pytest.raises(BrokenRecord, match="twice"):
        load_formats(tmp_path / "f.json")
    (tmp_path / "f.json").write_text(json.dumps({"source": "x", "formats": [one, {"key": "b", "name": "B"}]}))
    with pytest.raises(BrokenRecord, match=r"formats\[1\].hint"):
        load_formats(tmp_path / "f.json")
