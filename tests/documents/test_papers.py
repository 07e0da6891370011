"""Papers for the file and to be signed: on one page, with everything that has to stand there."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest

from skriptstudio.documents.papers import PaperFiles
from skriptstudio.documents.release_note import PROOF
from skriptstudio.domain.papers import ConsentPaper
from skriptstudio.domain.points import Answer, Point
from skriptstudio.domain.production import Decision
from skriptstudio.domain.release_note import (
    NoteDecision,
    NoteFile,
    NotePoint,
    NotePublication,
    ReleaseNote,
    release_note,
)

WHEN = datetime(2026, 11, 23, 12, tzinfo=UTC)
DECISIONS = (Decision.HANDED_IN, Decision.RETURNED, Decision.HANDED_IN, Decision.APPROVED, Decision.RELEASED)
NOTE = ReleaseNote(
    production="p7k3f9q2d",
    title="Mein Büro hat heute keine Wände",
    series="ein_tag_im_amt",
    topic="explain",
    seconds=24.8,
    authors=("Jonas Weber",),
    speakers=(("M.A.", ("c1",)), ("T.S.", ())),
    version="a" * 64,
    void=(),
    released_by="Katrin Behrens",
    released_at=WHEN,
    confirmed_captions="Mira Albrecht",
    comment_plan=("Katrin Behrens", 24, "Olaf Brandt"),
    points=tuple(
        NotePoint(point, Answer.YES if n % 2 else None, "Katrin Behrens" if n % 4 == 1 else "", "")
        for n, point in enumerate(Point)
    ),
    decisions=tuple(
        NoteDecision(decision, WHEN, "Katrin Behrens", "behrens", "PC-Presse-07", "press_check", "Olaf Brandt")
        for decision in DECISIONS
    ),
    files=(NoteFile("tiktok", "mein-buero.mp4", "b" * 64, WHEN), NoteFile("website", "mein-buero.mp4", "c" * 64, WHEN)),
    publications=(NotePublication("tiktok", date(2026, 11, 25), "https://example.org/1", date(2026, 12, 1)),),
    written=date(2026, 11, 24),
)
PAPER = ConsentPaper(
    "Tarek Said", "Landkreis Auenau", ("Nour Said", "Ali Said"), (("TikTok", True), ("Website", False)), "Ausbildung"
)


def words(path: Path) -> str:
    """All that stands on the paper."""
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_note_holds_what_belongs_into_the_file(tmp_path: Path) -> None:
    target = tmp_path / "Freigabevermerk.docx"
    PaperFiles().release_note(NOTE, target)
    said = words(target)
    for wanted in (
        *(NOTE.title, "a" * 64, "b" * 64, "24,8 s", "M.A. (c1)", "T.S. (keine gültige Einwilligung)", "erklären"),
        *(
            "1 Botschaft",
            "15 Zeitpunkt",
            "behrens, PC-Presse-07",
            "zurückgegeben: Presseprüfung in Vertretung für Olaf Brandt",
            PROOF,
        ),
        *("Katrin Behrens, Antwort in 24 Stunden, sonst Olaf Brandt", "25.11.2026, weg seit 01.12.2026"),
    ):
        assert wanted in said
    assert "gilt nicht mehr" not in said
    assert "Mira Albrecht" in said


def test_a_void_release_says_so_at_the_top(tmp_path: Path) -> None:
    PaperFiles().release_note(replace(NOTE, void=("captions",)), tmp_path / "n.docx")
    assert "Diese Freigabe gilt nicht mehr" in words(tmp_path / "n.docx")


def test_the_form_names_everybody_who_signs_and_what_is_ticked(tmp_path: Path) -> None:
    PaperFiles().consent_form(PAPER, tmp_path / "e.docx")
    said = words(tmp_path / "e.docx")
    for wanted in (
        "Tarek Said",
        "Nour Said",
        "Ali Said",
        "\u2612\u00a0TikTok",
        "\u2610\u00a0Website",
        "freiwillig",
        "widerrufen",
    ):
        assert wanted in said


def test_a_person_of_age_signs_alone(tmp_path: Path) -> None:
    PaperFiles().consent_form(replace(PAPER, guardians=()), tmp_path / "e.docx")
    assert "orgeberechtigt" not in words(tmp_path / "e.docx")


@pytest.mark.parametrize("kind", ["note", "form"])
def test_headings_and_language_are_there_for_a_screen_reader(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "x.docx"
    if kind == "note":
        PaperFiles().release_note(NOTE, target)
    else:
        PaperFiles().consent_form(PAPER, target)
    document = docx.Document(str(target))
    styles = [str(paragraph.style.name) for paragraph in document.paragraphs if paragraph.style is not None]
    assert next(style for style in styles if style.startswith("Heading")) == "Heading 1"
    assert document.core_properties.language == "de-DE"


def test_a_note_is_made_of_a_released_clip_alone(tmp_path: Path) -> None:
    from tests.domain.test_checks import KATRIN, OLAF, STAFF, TODAY, away, clip, handed_in, passed

    done = passed(handed_in(clip()), OLAF, staff=away(3, 4))
    assert done.release is not None
    note = release_note(done, done.release, STAFF, TODAY)
    assert note.decisions[-1].in_place_of == KATRIN.name
    assert note.released_by == OLAF.name
    assert note.speakers == (("M.", ("c1",)),)
    PaperFiles().release_note(note, tmp_path / "n.docx")
    assert "freigegeben: in Vertretung für Katrin" in words(tmp_path / "n.docx")
    changed = replace(done, title="Neu")
    assert release_note(changed, done.release, STAFF, TODAY).void == ("title",)
