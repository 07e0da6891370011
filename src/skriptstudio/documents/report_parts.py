"""Parts of a page that is looked at, not filled in: large figures, charts with their words, a quiet table."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from skriptstudio.documents.pages import TEXT_WIDTH_MM
from skriptstudio.documents.text import cleaned

if TYPE_CHECKING:
    from docx.document import Document

_PETROL, _INK_SOFT, _TILE, _LINE = "0B5F66", "47575A", "E9F3F2", "DFDAD0"
"""Colours of looks.md 2.1; text keeps 4.5:1 on white and on the tile."""

_LONGEST_FIGURE = 7
"""Longer ones are set smaller, so that they stay on their line."""

_CELL_PADDING_TWIPS = 108
"""Word's own, on both sides of a cell."""


@dataclass(frozen=True)
class Picture:
    """A chart, what stands above it, and what a screen reader says instead."""

    title: str
    png: bytes
    alt: str


def add_title(document: "Document", title: str, above: str) -> None:
    """The title of the page with a small line above it."""
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    _run(paragraph, above, 9, _INK_SOFT)
    heading = document.add_heading("", 1)
    heading.paragraph_format.space_before = Pt(0)
    heading.paragraph_format.space_after = Pt(4)
    _run(heading, title, 20, _PETROL, bold=True)


def add_tiles(document: "Document", tiles: Sequence[tuple[str, str, str]]) -> None:
    """Large figures beside each other, each with what it is and a second line."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    table = _bare_table(document, [TEXT_WIDTH_MM / len(tiles)] * len(tiles))
    _indent(table)
    for cell, (figure, name, second) in zip(table.add_row().cells, tiles, strict=True):
        _shade(cell, _TILE)
        large = 17 if len(figure) <= _LONGEST_FIGURE else 13
        for number, (text, points, colour) in enumerate(
            (
                (figure, large, _PETROL),
                (name, 9, "1A2B2D"),
                (second, 8, _INK_SOFT),
            )
        ):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.space_before = Pt(6 if number == 0 else 0)
            paragraph.paragraph_format.space_after = Pt(6 if number == 2 else 0)
            _run(paragraph, text, points, colour, bold=number == 0)
    _narrow_gap(document)


def add_pictures(document: "Document", pictures: Sequence[Picture], width_mm: float) -> None:
    """Charts beside each other, each below its heading."""
    from docx.shared import Pt

    table = _bare_table(document, [TEXT_WIDTH_MM / len(pictures)] * len(pictures))
    for cell, picture in zip(table.add_row().cells, pictures, strict=True):
        heading = cell.paragraphs[0]
        heading.style = document.styles["Heading 2"]
        heading.paragraph_format.space_before = Pt(2)
        heading.paragraph_format.space_after = Pt(2)
        _run(heading, picture.title, 12, "000000", bold=True)
        paragraph = cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        _place(paragraph, picture, width_mm)


def add_cells(
    document: "Document",
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths_mm: Sequence[float],
    pictures: Mapping[int, Sequence[Picture]] | None = None,
) -> None:
    """A table with thin lines below its rows; figures stand at the right.

    Args:
        document: to add it to.
        head: names of the columns; the row stands again on a next page.
        rows: texts of the cells.
        widths_mm: of the columns.
        pictures: one for each row by number of the column, in place of the text.
    """
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    table = _bare_table(document, widths_mm)
    for number, texts in enumerate((head, *rows)):
        row = table.add_row()
        if number == 0:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for at, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            _line_below(cell)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
            if at > 1 and len(head) > 4:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            drawn = (pictures or {}).get(at)
            if number and drawn:
                _place(paragraph, drawn[number - 1], widths_mm[at] - 6)
            else:
                _run(paragraph, text, 8 if number == 0 else 9, _INK_SOFT if number == 0 else "000000")


def add_bullets(document: "Document", texts: Sequence[str], small: bool = False) -> None:
    """Short sentences, each with a dot; small ones are a note without it."""
    from docx.shared import Pt

    for text in texts:
        paragraph = document.add_paragraph(style=None if small else "List Bullet")
        paragraph.paragraph_format.space_before = Pt(8 if small else 0)
        paragraph.paragraph_format.space_after = Pt(2)
        _run(paragraph, text, 8 if small else 10, _INK_SOFT if small else "000000")


def _place(paragraph: Any, picture: Picture, width_mm: float) -> None:  # noqa: ANN401 - docx has no types for it
    from docx.shared import Mm

    shape = paragraph.add_run().add_picture(io.BytesIO(picture.png), width=Mm(width_mm))
    for side in ("distT", "distB", "distL", "distR"):  # else some programs keep a distance of their own
        shape._inline.set(side, "0")
    shape._inline.docPr.set("descr", cleaned(picture.alt))
    shape._inline.docPr.set("title", cleaned(picture.title))


def _run(paragraph: Any, text: str, points: float, colour: str, bold: bool = False) -> None:  # noqa: ANN401
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(cleaned(text))
    run.font.size, run.font.name, run.bold = Pt(points), "Arial", bold
    run.font.color.rgb = RGBColor.from_string(colour)


def _bare_table(document: "Document", widths_mm: Sequence[float]) -> Any:  # noqa: ANN401
    from docx.shared import Mm

    table: Any = document.add_table(rows=0, cols=len(widths_mm))
    table.autofit = False
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    return table


def _indent(table: Any) -> None:  # noqa: ANN401
    """Let the edge of a table, not the text in it, stand at the margin."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), str(_CELL_PADDING_TWIPS))
    indent.set(qn("w:type"), "dxa")
    # Word refuses a file in which the properties of a table stand in another order.
    after = ("w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    table._tbl.tblPr.insert_element_before(indent, *after)


def _shade(cell: Any, colour: str) -> None:  # noqa: ANN401
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _line_below(cell: Any) -> None:  # noqa: ANN401
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders, line = OxmlElement("w:tcBorders"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _LINE)):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    cell._tc.get_or_add_tcPr().append(borders)


def _narrow_gap(document: "Document") -> None:
    """Word joins tables that follow each other; an empty line of two points keeps them apart."""
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(8)
