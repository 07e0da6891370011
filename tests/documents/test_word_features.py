"""What Word and LibreOffice write besides plain paragraphs: nothing is spoken twice, nothing is lost."""

import zipfile
from pathlib import Path

import pytest

from skriptstudio.documents.scripts import ScriptFiles
from skriptstudio.domain.errors import OldWordScript, ProtectedScript, UnreadableScript
from skriptstudio.domain.script import Place, ReadScript

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word_file(path: Path, body: str, namespace: str = W, **parts: str) -> Path:
    """A document as Word writes it: ``body``, and parts like ``comments`` by their kind."""
    names = (
        f'xmlns:w="{namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="urn:wps" xmlns:v="urn:v"'
    )
    relation = '<Relationship Id="r{0}" Type="' + R + '/{1}" Target="{2}"/>'
    links = "".join(relation.format(i, kind, f"{kind}.xml") for i, kind in enumerate(parts))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "_rels/.rels",
            f"<Relationships>{relation.format(0, 'officeDocument', 'word/document.xml')}</Relationships>",
        )
        package.writestr("word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>")
        package.writestr("word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>")
        for kind, xml in parts.items():
            package.writestr(f"word/{kind}.xml", f"<w:{kind} {names}>{xml}</w:{kind}>")
    return path


def read(path: Path, body: str, **parts: str) -> ReadScript:
    return ScriptFiles().read_all(word_file(path / "a.docx", body, **parts))


def p(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def spoken(found: ReadScript) -> list[str]:
    return [section.text for section in found.sections]


def beside(found: ReadScript) -> list[tuple[Place, str, str]]:
    return [(piece.place, piece.text, piece.near) for piece in found.unplaced]


BOX = f"<w:txbxContent>{p(r('Nur im Kasten'))}</w:txbxContent>"


def test_a_text_box_stands_beside_its_paragraph_and_only_once(tmp_path: Path) -> None:
    box = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{BOX}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{BOX}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = read(tmp_path, p(r("Hallo.") + box))
    assert spoken(found) == ["Hallo."]
    assert beside(found) == [(Place.BOX, "Nur im Kasten", "Hallo.")]


def test_comments_and_footnotes_are_shown_where_they_stood(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        p(r("Hallo") + "<w:commentReference w:id='3'/>" + r(" du.") + "<w:r><w:footnoteReference w:id='2'/></w:r>"),
        comments=f"<w:comment w:id='3'>{p(r('Wirklich?'))}</w:comment><w:comment w:id='4'>{p(r('Lose'))}</w:comment>",
        footnotes=f"<w:footnote w:id='-1'>{p('')}</w:footnote><w:footnote w:id='2'>{p(r('§ 3'))}</w:footnote>",
    )
    assert spoken(found) == ["Hallo du."]
    assert beside(found) == [
        (Place.COMMENT, "Wirklich?", "Hallo du."),
        (Place.FOOTNOTE, "§ 3", "Hallo du."),
        (Place.COMMENT, "Lose", ""),
    ]


def test_headers_and_hidden_text_are_shown_once(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        p(r("Hallo") + r(" geheim", "<w:vanish/>") + r(" du.", "<w:vanish w:val='0'/>")),
        header=p(r("Amt für Mut")),
        footer=p(r("Amt für Mut")),
    )
    assert spoken(found) == ["Hallo du."]
    assert beside(found) == [(Place.HIDDEN, "geheim", "Hallo du."), (Place.MARGIN, "Amt für Mut", "")]


def test_tracked_changes_are_taken_as_accepted(tmp_path: Path) -> None:
    moved = r("Umgezogen.")
    found = read(
        tmp_path,
        p(f"<w:moveFrom>{moved}</w:moveFrom>{r('Erst')}", "<w:rPr><w:del/></w:rPr>")
        + p(r(" und weiter."))
        + p(f"<w:moveTo>{moved}</w:moveTo><w:del><w:r><w:delText>Weg</w:delText></w:r></w:del>")
        + f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(r('Weg'))}</w:tc></w:tr></w:tbl>",
    )
    assert spoken(found) == ["Erst und weiter.", "Umgezogen."]
    assert not found.unplaced


def test_fields_links_and_controls_give_what_a_reader_sees(tmp_path: Path) -> None:
    field = (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
        f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{r('Montag')}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    found = read(
        tmp_path,
        p(
            r("Am ")
            + field
            + f"<w:hyperlink>{r(' im')}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>{r(' Amt')}</w:sdtContent></w:sdt>"
            + "<w:r><w:br w:type='page'/><w:t>E</w:t><w:noBreakHyphen/><w:t>Mail</w:t><w:softHyphen/><w:t>s</w:t></w:r>"
        ),
    )
    assert spoken(found) == ["Am Montag im Amt E-Mails"]


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{p(r(cell))}</w:tc>" for cell in cells) + "</w:tr>"


def test_pictures_and_text_around_a_script_table_are_shown(tmp_path: Path) -> None:
    table = "<w:tbl>" + row("Bild", "Text") + row("Hook") + row("Tor", "Hallo.") + row("CTA", "") + row("", "Komm!")
    found = read(tmp_path, p(r("Stand: Mai")) + table + "</w:tbl>" + p(r("Ende")))
    assert [(s.name, s.text, s.picture) for s in found.sections] == [("hook", "Hallo.", "Tor"), ("cta", "Komm!", "")]
    assert beside(found) == [(Place.ASIDE, "Stand: Mai", ""), (Place.ASIDE, "Ende", "Komm!")]


def test_pictures_and_speakers_go_with_their_sections(tmp_path: Path) -> None:
    table = (
        "<w:tbl>"
        + row("Bild", "Text", "Kamera", "Wer spricht")
        + row("Tor", "Hook: Hallo.", "nah", "Mia")
        + row("Flur", "Szene 1: Eins.", "", "Jo")
        + row("Dach", "Noch eins.", "", "Jo")
    )
    found = read(tmp_path, table + "</w:tbl>")
    assert [(s.name, s.text, s.picture, s.speaker) for s in found.sections] == [
        ("hook", "Hallo.", "Tor", "Mia"),
        ("beat", "Eins.\nNoch eins.", "Flur; Dach", "Jo"),
    ]
    assert beside(found) == [(Place.PICTURE, "nah", "Hook: Hallo.")]


def test_pictures_of_a_table_without_sections_are_shown(tmp_path: Path) -> None:
    table = "<w:tbl>" + row("Bild", "Text") + row("Tor", "Hallo.") + row("", "Komm!") + "</w:tbl>"
    found = read(tmp_path, table)
    assert spoken(found) == ["Hallo.", "Komm!"]
    assert beside(found) == [(Place.PICTURE, "Tor", "Hallo.")]


def test_tables_in_tables_lose_nothing(tmp_path: Path) -> None:
    inner = f"<w:tbl>{row('Innen')}</w:tbl>"
    found = read(tmp_path, f"<w:tbl><w:tr><w:tc>{p(r('Außen'))}{inner}{p('')}</w:tc></w:tr></w:tbl>")
    assert spoken(found) == ["Außen", "Innen"]


def test_what_stands_under_notes_or_before_the_hook_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Vorab\n\n# Hook\nHallo.\n\n# Notizen\nStativ!\n\n# CTA\nLos!\n", encoding="utf-8")
    found = ScriptFiles().read_all(path)
    assert spoken(found) == ["Hallo.", "Los!"]
    assert beside(found) == [
        (Place.ASIDE, "Vorab", ""),
        (Place.ASIDE, "Notizen", ""),
        (Place.ASIDE, "Stativ!", "Notizen"),
    ]


def test_the_strict_form_of_word_is_read_too(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", p(r("Hallo.")), STRICT)
    assert spoken(ScriptFiles().read_all(path)) == ["Hallo."]


def test_right_to_left_text_stays_in_its_order_without_marks(tmp_path: Path) -> None:
    found = read(tmp_path, p(r("\u202bשלום עולם\u202c", "<w:rtl/>"), "<w:bidi/>"))
    assert spoken(found) == ["שלום עולם"]


def test_a_word_document_of_another_name_is_read_and_macros_stay_untouched(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.txt", p(r("Hallo.")))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/vbaProject.bin", b"\0" * 50)
    assert spoken(ScriptFiles().read_all(path)) == ["Hallo."]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("EncryptedPackage", ProtectedScript),
        ("WordDocument", OldWordScript),
        ("Workbook", UnreadableScript),
    ],
)
def test_a_password_and_an_old_word_are_told_apart(tmp_path: Path, content: str, error: type[Exception]) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + content.encode("utf-16-le"))
    with pytest.raises(error):
        ScriptFiles().read(path)


@pytest.mark.parametrize("content", [b"", b"nur Text", b"PK\x03\x04kaputt", b"%PDF-1.7"])
def test_what_only_looks_like_word_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(UnreadableScript):
        ScriptFiles().read(tmp_path / "a.docx")


DATA = Path(__file__).parents[1] / "data"
"""Made once with LibreOffice 7.4: a document with all features, and our own export saved again there."""


def test_a_document_of_libreoffice_with_everything_in_it() -> None:
    found = ScriptFiles().read_all(DATA / "skript_libreoffice.docx")
    assert spoken(found) == [
        "Mein Büro hat heute keine Wände.",
        "Ich messe Straßen.\n„Auf den Zentimeter“, sagt Mira.\nEins.\nZwei.\nDrei.",
        "Schreib uns.",
    ]
    assert [(place, text) for place, text, _ in beside(found)] == [
        (Place.COMMENT, "Stark!"),
        (Place.HIDDEN, "geheim"),
        (Place.FOOTNOTE, "Laut Norm."),
        (Place.BOX, "Im Kasten"),
        (Place.MARGIN, "Amt für Mut"),
    ]


def test_our_shooting_script_saved_again_by_libreoffice_is_the_same_script() -> None:
    found = ScriptFiles().read_all(DATA / "drehbuch_libreoffice.docx")
    assert [(section.name, section.text) for section in found.sections] == [
        ("hook", "Mein Büro hat heute keine Wände."),
        ("value", "In 30 Sekunden siehst du, was eine Vermesserin macht."),
        ("beat", "Ich messe Straßen.\nAuf den Zentimeter."),
        ("cta", "Schreib uns bis Freitag."),
    ]
