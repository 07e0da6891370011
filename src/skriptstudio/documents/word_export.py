"""Scripts to Word documents (.docx): the shooting script that is shown for approval."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from skriptstudio.documents.labels import GERMAN
from skriptstudio.documents.text import cleaned, cleaned_lines
from skriptstudio.documents.whole_file import write_whole
from skriptstudio.domain.script import Section

if TYPE_CHECKING:
    from docx.document import Document

_LABEL_HEADER, _TEXT_HEADER = "Abschnitt", "Text"


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
