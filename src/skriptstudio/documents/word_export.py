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


_RELEASE_LINE = "Freigabe:  ja \u2610   mit Änderungen \u2610   Name, Datum: " + "_" * 22


def write_word(title: str, sections: Sequence[Section], target: Path, seconds: Sequence[float] = ()) -> None:
    """Write a shooting script on A4: title, day and length, the table of sections, and a line to sign.

    Args:
        title: of the production.
        sections: in their order.
        target: what is there is replaced.
        seconds: spoken length of each section; empty leaves all lengths out.

    Raises:
        DiskFull, DriveFault.
    """
    import docx
    from docx.shared import Pt

    document = docx.Document()
    _set_page(document, cleaned(title))
    if cleaned(title):
        document.add_heading(cleaned(title), 0)
    document.add_paragraph(_about(seconds))
    _add_table(document, sections, seconds)
    document.add_paragraph(_RELEASE_LINE).paragraph_format.space_before = Pt(24)
    data = BytesIO()
    document.save(data)
    write_whole(target, data.getvalue())


def _about(seconds: Sequence[float]) -> str:
    day = f"Stand: {datetime.now().astimezone():%d.%m.%Y}"
    return f"{day}, gesprochen etwa {round(sum(seconds))} s" if seconds else day


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


def _add_table(document: "Document", sections: Sequence[Section], seconds: Sequence[float]) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Mm, Pt

    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    table.autofit = False
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, name in zip(table.rows[0].cells, (_LABEL_HEADER, _TEXT_HEADER), strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    for section, name in zip(sections, _labels(sections, seconds), strict=True):
        lines = cleaned_lines(section.text).split("\n")
        label, text = table.add_row().cells
        label.paragraphs[0].add_run(name).bold = True
        text.text = lines[0]
        for line in lines[1:]:
            text.add_paragraph(line)
    for column, width in zip(table.columns, (Mm(36), Mm(124)), strict=True):
        column.width = width
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
