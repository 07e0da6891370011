"""The texts of a package: to paste, to tick off, to compare."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from skriptstudio.documents.package_files import POST, REMINDERS, SUMS, PackageFiles
from skriptstudio.domain.clip import Check, PlatformProfile, SafeZone, Severity
from skriptstudio.domain.package_sheet import PackageSheet

PROFILE = PlatformProfile("yt_shorts", "Shorts", SafeZone(0, 0, 0, 0), -14, None, None, None, "", "", max_text=500)
SHEET = PackageSheet(
    "ein-tag", "Ein Tag", PROFILE, Fraction(20), "Komm!\n\n#Amt", ("Hallo.",), (Check("loudness", Severity.OK, "-14"),)
)
FILES = PackageFiles(lambda check: f"{check.code} {check.value}")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_everything_lies_there(tmp_path: Path) -> None:
    assert FILES.write(SHEET, tmp_path) == (POST, REMINDERS, "ein-tag.txt")
    assert "Text zum Einfügen (11 Zeichen von 500)" in read(tmp_path / POST)
    assert "Alternativtext (" in read(tmp_path / POST)
    assert read(tmp_path / "ein-tag.txt") == "Ein Tag\n\nHallo.\n"
    assert "Speziell für Kinder: nein?" in read(tmp_path / REMINDERS)
    assert "- loudness -14" in read(tmp_path / REMINDERS)


def test_what_somebody_wrote_takes_the_place_of_what_is_made(tmp_path: Path) -> None:
    FILES.write(replace(SHEET, alt="Mira misst.", location="Auenau"), tmp_path)
    post = read(tmp_path / POST)
    assert "--- Alternativtext (11 Zeichen) ---\nMira misst.\n" in post
    assert post.endswith("--- Standort ---\nAuenau\n")
    assert "[ ] Standort gesetzt: Auenau?" in read(tmp_path / REMINDERS)


def test_a_draft_says_so_and_a_release_says_when(tmp_path: Path) -> None:
    FILES.write(SHEET, tmp_path)
    assert "ENTWURF" in read(tmp_path / REMINDERS)
    FILES.write(replace(SHEET, released="2026-11-28", version="ab" * 32), tmp_path)
    assert "Freigegeben am 2026-11-28, Fassung abababababababab." in read(tmp_path / REMINDERS)


def test_without_captions_there_is_no_transcript(tmp_path: Path) -> None:
    assert FILES.write(replace(SHEET, spoken=()), tmp_path) == (POST, REMINDERS)


def test_sums_are_as_sha256sum_reads_them(tmp_path: Path) -> None:
    assert FILES.write_sums([("x.mp4", "a" * 64)], tmp_path) == (SUMS,)
    assert read(tmp_path / SUMS) == "a" * 64 + "  x.mp4\n"


def test_who_hands_takes_over_is_asked_about_them_and_not_about_an_upload(tmp_path: Path) -> None:
    FILES.write(replace(SHEET, profile=replace(PROFILE, name="Übergabe an das Videoteam", hand_over=True)), tmp_path)
    asked = read(tmp_path / REMINDERS)
    assert asked.startswith("Ein Tag: Übergabe an das Videoteam\n")
    assert "Vor der Übergabe:" in asked
    assert "Unkenntlich gemachte Stellen sind darin zu sehen" in asked
    assert not any(word in asked for word in ("Standort", "Alternativtext", "Hochladen", "Impressum"))
