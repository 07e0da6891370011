"""Scripts from and to Word documents (.docx)."""

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from skriptstudio.documents.labels import GERMAN, label_of
from skriptstudio.documents.paragraphs import Paragraph, Role
from skriptstudio.documents.text import cleaned, cleaned_lines
from skriptstudio.documents.whole_file import write_whole
from skriptstudio.domain.errors import UnreadableScript
from skriptstudio.domain.script import Section

if TYPE_CHECKING:
    from docx.document import Document

MAX_FILE_BYTES = 100_000_000
MAX_UNPACKED_BYTES = 300_000_000
"""All members together: a script with photographs stays far below."""

MAX_XML_BYTES = 30_000_000
"""One XML member, which takes ten times its size when parsed."""

MAX_MEMBERS = 3000

_LABEL_COLUMN = frozenset("abschnitt teil section baustein phase part".split())
_TEXT_COLUMN = frozenset(
    "text ton sprechtext sprecher sprecherin sprechertext sprecher*in gesprochen audio o-ton off voiceover".split()
)
_OTHER_COLUMN = frozenset("bild video visuell kamera einstellung zeit dauer nr nr. requisite einblendung shot".split())
_LABEL_HEADER, _TEXT_HEADER = "Abschnitt", "Text"

Row = list[list[str]]
"""Cells of a table row, each with its paragraphs."""


def read_word(path: Path) -> list[Paragraph]:
    """The paragraphs of a document in reading order, or those of its script table.

    Text that was inserted with tracked changes counts, deleted text doesn't.

    Raises:
        UnreadableScript: broken, encrypted, suspiciously large, or no Word document.
    """
    document = _opened(path)
    headings = _heading_styles(document)
    blocks = list(_blocks(document.element.body))
    tables = [_rows(block) for block in blocks if _tag(block) == "tbl"]
    scripts = [found for rows in tables if (found := _script_table(rows))]
    if scripts:
        return [paragraph for table in scripts for paragraph in table]
    return [paragraph for block in blocks for paragraph in _paragraphs_of(block, headings) if paragraph.text]


# --- opening ------------------------------------------------------------------


def _opened(path: Path) -> "Document":
    _require_harmless(path)
    import docx
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError

    try:
        document = docx.Document(str(path))
        if document.element.body is None:
            raise UnreadableScript(str(path))
    except (
        # What the library lets through when the parts of a package don't fit together.
        PythonDocxError,
        OpcError,
        SyntaxError,
        zipfile.BadZipFile,
        zlib.error,
        LookupError,
        ValueError,
        AttributeError,
        TypeError,
        AssertionError,
        EOFError,
        RuntimeError,
        OSError,
    ) as error:
        raise UnreadableScript(str(path)) from error
    return document


def _require_harmless(path: Path) -> None:
    """Look at the list of members before anything is unpacked. An encrypted document is no ZIP at all."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise UnreadableScript(str(path))
        with zipfile.ZipFile(path) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError, UnicodeDecodeError) as error:
        raise UnreadableScript(str(path)) from error
    total = sum(member.file_size for member in members)
    largest_xml = max((m.file_size for m in members if m.filename.lower().endswith((".xml", ".rels"))), default=0)
    if len(members) > MAX_MEMBERS or total > MAX_UNPACKED_BYTES or largest_xml > MAX_XML_BYTES:
        raise UnreadableScript(str(path))


# --- reading ------------------------------------------------------------------


def _tag(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    return str(element.tag).rpartition("}")[2]


def _blocks(parent: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml has no types
    """Paragraphs and tables, also inside content controls and tracked insertions."""
    for child in parent:
        if _tag(child) in ("p", "tbl"):
            yield child
        elif _tag(child) in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            yield from _blocks(child)


def _paragraphs_of(block: Any, headings: dict[str, Role]) -> list[Paragraph]:  # noqa: ANN401 - lxml has no types
    if _tag(block) == "tbl":
        return [Paragraph(text) for row in _rows(block) for cell in row for text in cell]
    return [Paragraph(_text(block), headings.get(_style(block), Role.TEXT))]


def _style(paragraph: Any) -> str:  # noqa: ANN401 - lxml has no types
    found = paragraph.xpath("./w:pPr/w:pStyle/@w:val")
    return str(found[0]) if found else ""


def _heading_styles(document: "Document") -> dict[str, Role]:
    """Style ids of headings and titles, whose ids differ by the language of Word and whose names don't."""
    roles = {}
    for style in document.styles.element.xpath("./w:style[@w:type='paragraph']"):
        names = style.xpath("./w:name/@w:val")
        name = str(names[0]).lower() if names else ""
        ids = style.xpath("./@w:styleId")
        if ids and name.startswith("heading"):
            roles[str(ids[0])] = Role.HEADING
        elif ids and name in ("title", "subtitle"):
            roles[str(ids[0])] = Role.TITLE
    return roles


_UNSPOKEN = frozenset("del moveFrom txbxContent Fallback pPr rPr instrText delText footnoteReference".split())


def _text(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    return cleaned("".join(_pieces(element)))


def _pieces(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    for child in element:
        tag = _tag(child)
        if tag in _UNSPOKEN:
            continue
        if tag == "t":
            yield child.text or ""
        elif tag in ("br", "cr", "tab", "ptab"):
            yield " "
        elif tag == "noBreakHyphen":
            yield "-"
        else:
            yield from _pieces(child)


def _rows(table: Any) -> list[Row]:  # noqa: ANN401 - lxml has no types
    return [
        [
            [_text(p) for p in _blocks(cell) if _tag(p) == "p"]
            for cell in row.xpath("./w:tc | ./w:sdt/w:sdtContent/w:tc")
        ]
        for row in table.xpath("./w:tr | ./w:sdt/w:sdtContent/w:tr | ./w:ins/w:tr")
    ]


def _script_table(rows: list[Row]) -> list[Paragraph]:
    """The spoken paragraphs of a table with a text column and maybe labels; empty if it is another table."""
    if not rows or max(len(row) for row in rows) < 2:
        return []
    header = [_name(cell) for cell in rows[0]]
    text_at = _column(header, _TEXT_COLUMN)
    label_at = _column(header, _LABEL_COLUMN)
    if text_at is not None and _column(header, _LABEL_COLUMN | _OTHER_COLUMN) is not None:
        rows = rows[1:]
    elif any(label_of(_name(row[0]), heading=True) for row in rows if row):
        label_at, text_at = 0, max(len(row) for row in rows) - 1
    else:
        return []
    return [paragraph for row in rows for paragraph in _spoken(row, label_at, text_at)]


def _name(cell: list[str]) -> str:
    return " ".join(cell).strip().casefold()


def _column(header: list[str], names: frozenset[str]) -> int | None:
    return next((i for i, name in enumerate(header) if name.split("/")[0].strip(" :") in names), None)


def _spoken(row: Row, label_at: int | None, text_at: int) -> Iterator[Paragraph]:
    if text_at >= len(row):
        return
    labelled = label_at is not None and label_at < len(row) and bool(_name(row[label_at]))
    if labelled and label_at is not None:
        yield Paragraph(" ".join(row[label_at]).strip(), Role.HEADING)
    for text in row[text_at]:
        if text:
            yield Paragraph(text, Role.SPOKEN if labelled else Role.TEXT)


# --- writing ------------------------------------------------------------------


def write_word(title: str, sections: Sequence[Section], target: Path) -> None:
    """Write a shooting script: the title and a table of sections, on A4.

    Raises:
        DiskFull, DriveFault.
    """
    import docx

    document = docx.Document()
    _set_page(document, cleaned(title))
    if cleaned(title):
        document.add_heading(cleaned(title), 0)
    _add_table(document, sections)
    data = BytesIO()
    document.save(data)
    write_whole(target, data.getvalue())


def _set_page(document: "Document", title: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(25)
    document.styles["Normal"].font.size = Pt(12)
    for language in document.styles.element.xpath("./w:docDefaults//w:lang"):
        language.set(qn("w:val"), "de-DE")  # a screen reader would speak English
    about = document.core_properties
    about.title, about.author, about.comments, about.language = title[:250], "", "", "de-DE"
    about.created = about.modified = datetime.now(UTC).replace(microsecond=0, tzinfo=None)


def _add_table(document: "Document", sections: Sequence[Section]) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    table.autofit = False
    for cell, name in zip(table.rows[0].cells, (_LABEL_HEADER, _TEXT_HEADER), strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for section, name in zip(sections, _labels(sections), strict=True):
        lines = cleaned_lines(section.text).split("\n")
        label, text = table.add_row().cells
        label.text = name
        text.text = lines[0]
        for line in lines[1:]:
            text.add_paragraph(line)
    for row in table.rows:
        for cell, width in zip(row.cells, (Mm(32), Mm(128)), strict=True):
            cell.width = width


def _labels(sections: Sequence[Section]) -> list[str]:
    """What stands before each section; several of a kind are counted."""
    kinds = [section.kind for section in sections]
    return [
        GERMAN[kind] if kinds.count(kind) == 1 else f"{GERMAN[kind]} {kinds[: index + 1].count(kind)}"
        for index, kind in enumerate(kinds)
    ]
