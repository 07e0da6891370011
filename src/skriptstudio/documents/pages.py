"""What our printed A4 pages have in common: size, language, type, tables."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from skriptstudio.documents.properties import write_properties
from skriptstudio.documents.text import cleaned
from skriptstudio.documents.whole_file import write_whole

if TYPE_CHECKING:
    from docx.document import Document

TEXT_WIDTH_MM = 170


def new_page(title: str, points: float) -> "Document":
    """An empty A4 page in German.

    Args:
        title: of the document, for its properties and for screen readers.
        points: size of the type.
    """
    import docx
    from docx.shared import Mm, Pt

    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin = page.bottom_margin = Mm(15)
    normal = document.styles["Normal"]
    normal.font.size, normal.font.name = Pt(points), "Arial"
    normal.paragraph_format.space_after = Pt(points / 3)
    normal.paragraph_format.line_spacing = 1.0
    write_properties(document, title)
    return document


def add_heading(document: "Document", text: str, level: int, points: float) -> None:
    """A real heading, so that a screen reader finds it, in plain black."""
    from docx.shared import Pt, RGBColor

    heading = document.add_heading("", level)
    run = heading.add_run(cleaned(text))
    run.font.size, run.font.name, run.font.color.rgb = Pt(points), "Arial", RGBColor(0, 0, 0)
    heading.paragraph_format.space_before = Pt(points / 2)
    heading.paragraph_format.space_after = Pt(points / 4)


def add_rows(
    document: "Document",
    rows: Sequence[Sequence[str]],
    widths_mm: Sequence[int],
    head: bool = False,
    bold: Sequence[int] = (0,),
    tall_mm: int = 0,
) -> None:
    """A table with thin lines.

    Args:
        document: to add it to.
        rows: texts of the cells.
        widths_mm: of the columns.
        head: the first row is bold and stands again on a next page; otherwise the columns of ``bold`` are.
        bold: numbers of columns, from 0.
        tall_mm: least height of the rows but for a head, e.g. to sign in; 0 for that of the text.
    """
    from docx.oxml import OxmlElement
    from docx.shared import Mm, Pt

    table: Any = document.add_table(rows=0, cols=len(widths_mm))
    table.style = "Table Grid"
    table.autofit = False
    for number, texts in enumerate(rows):
        row = table.add_row()
        if tall_mm and not (head and number == 0):
            row.height = Mm(tall_mm)
        for at, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.add_run(cleaned(text)).bold = number == 0 if head else at in bold
    if head and rows:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _set_widths(table, widths_mm)


def _set_widths(table: Any, widths_mm: Sequence[int]) -> None:  # noqa: ANN401 - docx has no types for it
    from docx.shared import Mm

    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def save(document: "Document", target: Path) -> None:
    """Put the document in its place, whole or not at all. Raises ``DiskFull``, ``DriveFault``."""
    data = BytesIO()
    document.save(data)
    write_whole(target, data.getvalue())
