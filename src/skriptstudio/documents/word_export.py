"""Scripts to Word documents (.docx): the shooting script that is shown for approval."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from skriptstudio.documents.labels import GERMAN
from skriptstudio.documents.properties import write_properties
from skriptstudio.documents.text import cleaned, cleaned_lines
from skriptstudio.documents.whole_file import write_whole
from skriptstudio.domain.script import Section

if TYPE_CHECKING:
    from docx.document import Document

_LABEL_HEADER, _TEXT_HEADER, _PICTURE_HEADER, _SPEAKER_HEADER = "Abschnitt", "Text", "Bild", "Spricht"
_WIDTHS_MM = {_LABEL_HEADER: 32, _PICTURE_HEADER: 44, _SPEAKER_HEADER: 24}
_PAGE_MM = 160
"""Between the margins; the spoken text takes what the other columns leave."""

_RELEASE_LINE = "Freigabe:  ja \u2610   mit Änderungen \u2610   Name, Datum: " + "_" * 22


def write_word(
    title: str,
    sections: Sequence[Section],
    target: Path,
    seconds: Sequence[float] = (),
    version: int = 0,
    approved: str = "",
) -> None:
    """Write a shooting script on A4: title, day, version and length, the table of sections, and a line to sign.

    Columns for pictures and speakers stand where there is something in them.

    Args:
        title: of the production.
        sections: in their order.
        target: what is there is replaced.
        seconds: spoken length of each section; empty leaves all lengths out.
        version: its number, 0 for none.
        approved: who approved just this text, and when; otherwise there is a line to sign.

    Raises:
        DiskFull, DriveFault.
    """
    import docx
    from docx.shared import Pt

    document = docx.Document()
    _set_page(document, cleaned(title))
    if cleaned(title):
        document.add_heading(cleaned(title), 0)
    document.add_paragraph(_about(seconds, version))
    _add_table(document, sections, seconds)
    released = f"Skript frei: {cleaned(approved)}" if approved else _RELEASE_LINE
    document.add_paragraph(released).paragraph_format.space_before = Pt(24)
    data = BytesIO()
    document.save(data)
    write_whole(target, data.getvalue())


def _about(seconds: Sequence[float], version: int) -> str:
    facts = [f"Stand: {datetime.now().astimezone():%d.%m.%Y}"]
    facts += [f"Fassung {version}"] if version else []
    facts += [f"gesprochen etwa {round(sum(seconds))} s"] if seconds else []
    return ", ".join(facts)


def _set_page(document: "Document", title: str) -> None:
    from docx.shared import Mm, Pt

    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(25)
    document.styles["Normal"].font.size = Pt(12)
    write_properties(document, title)


def _add_table(document: "Document", sections: Sequence[Section], seconds: Sequence[float]) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Mm, Pt

    headers = [
        _LABEL_HEADER,
        *([_PICTURE_HEADER] if any(section.picture for section in sections) else []),
        _TEXT_HEADER,
        *([_SPEAKER_HEADER] if any(section.speaker for section in sections) else []),
    ]
    table = document.add_table(rows=1, cols=len(headers))
    table.style = "Table Grid"
    table.autofit = False
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, name in zip(table.rows[0].cells, headers, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    for section, name in zip(sections, _labels(sections, seconds), strict=True):
        cells = dict(zip(headers, table.add_row().cells, strict=True))
        cells[_LABEL_HEADER].paragraphs[0].add_run(name).bold = True
        for header, note in ((_PICTURE_HEADER, section.picture), (_SPEAKER_HEADER, section.speaker)):
            if header in cells:
                cells[header].text = cleaned(note)
        first, *rest = cleaned_lines(section.text).split("\n")
        cells[_TEXT_HEADER].text = first
        for line in rest:
            cells[_TEXT_HEADER].add_paragraph(line)
    text_mm = _PAGE_MM - sum(_WIDTHS_MM.get(name, 0) for name in headers)
    for column, name in zip(table.columns, headers, strict=True):
        column.width = width = Mm(_WIDTHS_MM.get(name, text_mm))
        for cell in column.cells:
            cell.width = width
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(4)


def _labels(sections: Sequence[Section], seconds: Sequence[float]) -> list[str]:
    """What stands before each section, with its length; several of a kind are counted."""
    kinds = [section.kind for section in sections]
    names = [
        GERMAN[kind] if kinds.count(kind) == 1 else f"{GERMAN[kind]} {kinds[: index + 1].count(kind)}"
        for index, kind in enumerate(kinds)
    ]
    if not seconds:
        return names
    return [f"{name} ({max(1, round(length))} s)" for name, length in zip(names, seconds, strict=True)]
