"""Word documents: our own, other people's, and hostile ones."""

import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from skriptstudio.documents.labels import GERMAN
from skriptstudio.documents.scripts import ScriptFiles
from skriptstudio.documents.text import cleaned_lines
from skriptstudio.domain.errors import (
    DriveFault,
    EmptyScript,
    LargeScript,
    UnreadableScript,
)
from skriptstudio.domain.script import MAX_BEATS, Section, SectionKind, sections_from

files = ScriptFiles()

TEXTS = st.text(st.characters(codec="utf-8"), max_size=40).filter(cleaned_lines) | st.sampled_from(
    ["Hook: so", "CTA", "Abschnitt", "Zeile\nZeile", "<w:t>&amp;", "Szene 2", "[Nutzen]", "Bild"]
)


@st.composite
def scripts(draw: st.DrawFn) -> tuple[Section, ...]:
    parts = [(SectionKind.BEAT, text) for text in draw(st.lists(TEXTS, max_size=MAX_BEATS))]
    for kind in (SectionKind.VALUE, SectionKind.HOOK):
        parts = [(kind, draw(TEXTS)), *parts] if draw(st.booleans()) else parts
    return sections_from([*parts, (SectionKind.CTA, draw(TEXTS))])


@given(st.text(st.characters(codec="utf-8"), max_size=60), scripts())
@settings(deadline=None, max_examples=40)
def test_a_script_that_we_write_is_read_again_exactly(
    tmp_path_factory: pytest.TempPathFactory, title: str, script: tuple[Section, ...]
) -> None:
    path = tmp_path_factory.mktemp("word") / "Drehbuch.docx"
    files.write(title, script, path, [0.2 + 40 * n for n in range(len(script))] if len(title) % 2 else ())
    assert files.read(path) == sections_from((s.kind, cleaned_lines(s.text)) for s in script)


def test_pictures_and_speakers_have_columns_and_come_back(tmp_path: Path) -> None:
    script = (
        Section("hook", SectionKind.HOOK, "Hallo.", "Tor; von oben", "Mia, Jo"),
        Section("beat", SectionKind.BEAT, "Eins.\nZwei."),
        Section("cta", SectionKind.CTA, "Los!", "Text", ""),
    )
    files.write("Titel", script, tmp_path / "a.docx", [2, 3, 1], 4, "Kai Kurz, 28.11.2026")
    document = docx.Document(str(tmp_path / "a.docx"))
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["Abschnitt", "Bild", "Text", "Spricht"]
    assert ", Fassung 4, gesprochen etwa 6 s" in document.paragraphs[1].text
    assert document.paragraphs[-1].text == "Skript frei: Kai Kurz, 28.11.2026"
    assert files.read(tmp_path / "a.docx") == script


def test_the_shooting_script_is_a_title_and_two_columns(tmp_path: Path) -> None:
    files.write("Ein Tag im Amt", sections_from([(SectionKind.HOOK, "Hallo.\nDu!")]), tmp_path / "a.docx")
    document = docx.Document(str(tmp_path / "a.docx"))
    assert document.paragraphs[0].text == "Ein Tag im Amt"
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows == [["Abschnitt", "Text"], [GERMAN[SectionKind.HOOK], "Hallo.\nDu!"]]
    assert document.core_properties.author == ""
    assert not any("docProps/app.xml" in part.partname for part in document.part.package.iter_parts())


def test_the_shooting_script_tells_lengths_and_has_a_line_to_sign(tmp_path: Path) -> None:
    script = sections_from([(SectionKind.HOOK, "Hallo."), (SectionKind.BEAT, "Eins."), (SectionKind.BEAT, "Zwei.")])
    files.write("Titel", script, tmp_path / "a.docx", [2.6, 0.1, 4.0])
    document = docx.Document(str(tmp_path / "a.docx"))
    assert [row.cells[0].text for row in document.tables[0].rows][1:] == [
        "Hook (3 s)",
        "Inhalt 1 (1 s)",
        "Inhalt 2 (4 s)",
    ]
    assert document.paragraphs[1].text.endswith("gesprochen etwa 7 s")
    assert document.paragraphs[-1].text.startswith("Freigabe:")
    assert files.read(tmp_path / "a.docx") == script


def saved(path: Path, build: Callable[[Document], object]) -> list[tuple[str, str]]:
    document = docx.Document()
    build(document)
    document.save(str(path))
    return [(section.name, section.text) for section in files.read(path)]


EXPECTED = [("hook", "Wusstest du das?"), ("beat", "Eins."), ("beat2", "Zwei."), ("cta", "Los!")]


def test_headings_are_labels(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("Mein Skript", 0)
        for heading, text in (
            ("Haken", "Wusstest du das?"),
            ("Szene 1", "Eins."),
            ("Im Büro", "Zwei."),
            ("Aufruf", "Los!"),
        ):
            document.add_heading(heading, 2)
            document.add_paragraph(text)

    assert saved(tmp_path / "a.docx", build) == EXPECTED


def with_table(rows: Sequence[Sequence[str]]) -> Callable[[Document], None]:
    def build(document: Document) -> None:
        document.add_paragraph("Drehbuch, Stand heute, Sprecherin: Mia")
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text

    return build


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Bild", "Text"],
            ["Mia am Tor", "Wusstest du das?"],
            ["Flur", "Szene 1: Eins."],
            ["", "Szene 2: Zwei."],
            ["Logo", "CTA: Los!"],
        ],
        [
            ["Abschnitt", "Bild", "Text"],
            ["Hook", "Tor", "Wusstest du das?"],
            ["Szene 1", "", "Eins."],
            ["Szene 2", "", "Zwei."],
            ["CTA", "", "Los!"],
        ],
        [["Hook", "Wusstest du das?"], ["Beat", "Eins."], ["Beat", "Zwei."], ["CTA", "Los!"]],
        [
            ["Text", "Bild"],
            ["Hook: Wusstest du das?", "x"],
            ["Inhalt: Eins.", "y"],
            ["Inhalt: Zwei.", ""],
            ["Aufruf: Los!", ""],
        ],
    ],
)
def test_tables_of_picture_and_text_are_understood(tmp_path: Path, rows: list[list[str]]) -> None:
    assert saved(tmp_path / "a.docx", with_table(rows)) == EXPECTED


def test_a_table_without_labels_goes_by_its_order(tmp_path: Path) -> None:
    rows = [["Bild", "Text"], ["a", "Wusstest du das?"], ["b", "Nutzen hier."], ["c", "Eins."], ["d", "Los!"]]
    found = saved(tmp_path / "a.docx", with_table(rows))
    assert found == [("hook", "Wusstest du das?"), ("value", "Nutzen hier."), ("beat", "Eins."), ("cta", "Los!")]


def test_soft_breaks_and_hard_blanks_become_blanks(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        run = document.add_paragraph().add_run("Wusstest\u00a0du")
        run.add_break()
        run.add_text("das?\t Ja\u00adha")

    assert saved(tmp_path / "a.docx", build) == [("hook", "Wusstest du das?"), ("cta", "Jaha")]


def with_body(xml: str, path: Path) -> Path:
    """A document whose body is given as XML, as only Word itself would write it."""
    plain = BytesIO()
    docx.Document().save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                start, end = data.index(b"<w:body>") + 8, data.index(b"</w:body>")
                data = data[:start] + xml.encode() + data[end:]
            new.writestr(name, data)
    return path


def test_tracked_changes_count_as_accepted_and_nothing_hides(tmp_path: Path) -> None:
    xml = (
        "<w:p><w:r><w:t>Wir </w:t></w:r><w:ins w:id='1'><w:r><w:t>neuen </w:t></w:r></w:ins>"
        "<w:del w:id='2'><w:r><w:delText>alten </w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t>Leute</w:t></w:r></w:hyperlink>"
        "</w:p><w:sdt><w:sdtContent><w:p><w:r><w:t>im</w:t><w:tab/><w:t>Feld</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    found = files.read(with_body(xml, tmp_path / "a.docx"))
    assert [s.text for s in found] == ["Wir neuen Leute", "im Feld"]


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return path


ENTITIES = (
    b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><w:document>&j;</w:document>"
)


@pytest.mark.parametrize(
    "members",
    [
        {"word/document.xml": b" " * 31_000_000},
        {f"{n}": b"" for n in range(3001)},
        {"word/media/a.png": b"\0" * 301_000_000},
        {"[Content_Types].xml": b"<Types/>"},
        {"[Content_Types].xml": ENTITIES},
        {"a": b""},
        {},
    ],
    ids=["large xml", "many members", "large picture", "no parts", "entities", "no document", "empty"],
)
def test_bombs_and_torsos_are_refused(tmp_path: Path, members: dict[str, bytes]) -> None:
    with pytest.raises((UnreadableScript, LargeScript)):
        files.read(zipped(tmp_path / "a.docx", members))


def test_an_encrypted_document_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000)
    with pytest.raises(UnreadableScript):
        files.read(tmp_path / "a.docx")


def test_a_document_without_text_is_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyScript):
        saved(tmp_path / "a.docx", lambda document: document.add_paragraph("  \u00a0"))


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("good") / "a.docx"
    files.write("Titel", sections_from([(SectionKind.HOOK, "Hallo."), (SectionKind.CTA, "Los!")]), path)
    return path.read_bytes()


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_a_scratched_document_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, good: bytes, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("bad") / "a.docx"
    at = data.draw(st.integers(0, len(good)))
    junk = data.draw(st.binary(max_size=20))
    path.write_bytes(good[:at] + junk + (good[at + len(junk) :] if data.draw(st.booleans()) else b""))
    read_or_refused(path)


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_a_document_with_one_wrong_part_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, good: bytes, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("bad") / "a.docx"
    with zipfile.ZipFile(BytesIO(good)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    name = data.draw(st.sampled_from(sorted(members)))
    whole = members.pop(name)
    if data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(whole)))
        members[name] = (
            whole[:at] + data.draw(st.sampled_from([b"", b"<x/>", b"&a;", b"<", b"\0", b'"'])) + whole[at + 1 :]
        )
    read_or_refused(zipped(path, members))


def read_or_refused(path: Path) -> None:
    try:
        assert files.read(path)
    except (UnreadableScript, EmptyScript, LargeScript) as error:
        refused = error.path
    else:
        refused = str(path)
    assert refused == str(path)


def test_a_script_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(DriveFault):
        files.write("Titel", (), tmp_path / "nichts" / "a.docx")
    assert not list(tmp_path.iterdir())
