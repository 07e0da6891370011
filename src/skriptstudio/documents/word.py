"""Scripts from Word documents (.docx)."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from skriptstudio.documents.labels import label_of
from skriptstudio.documents.paragraphs import Paragraph, Role
from skriptstudio.documents.word_package import Tree, WordParts, attribute, child, parts_of, tag_of
from skriptstudio.documents.word_text import WordText, blocks, joined, rows_of
from skriptstudio.domain.errors import LargeScript
from skriptstudio.domain.script import Place, Unplaced

_LABEL_COLUMN = frozenset("abschnitt teil section baustein phase part".split())
_TEXT_COLUMN = frozenset(
    "text ton sprechtext sprecher sprecherin sprechertext sprecher*in gesprochen audio o-ton off voiceover".split()
)
_PICTURE_COLUMN = frozenset("bild bilder video visuell".split())
_SPEAKER_COLUMN = frozenset({"spricht", "wer spricht", "wer", "person"})
_OTHER_COLUMN = (
    _PICTURE_COLUMN
    | _SPEAKER_COLUMN
    | frozenset("kamera einstellung zeit dauer nr nr. requisite einblendung shot".split())
)

MAX_BLOCKS = 100_000
"""Paragraphs and tables; 500 full pages have about 20,000."""

Row = list[list[str]]
"""Cells of a table row, each with its paragraphs."""


def read_word(path: Path) -> tuple[list[Paragraph], list[Unplaced]]:
    """The paragraphs of a document in reading order, or those of its script tables, and what isn't spoken.

    Tracked changes count as accepted.

    Raises:
        UnreadableScript, ProtectedScript, OldWordScript, LargeScript: see ``parts_of``.
    """
    parts = parts_of(path)
    text = WordText(parts)
    headings = _heading_styles(parts)
    body = child(parts.document, "body")
    groups = list(islice(joined(blocks(body if body is not None else [])), MAX_BLOCKS + 1))
    if len(groups) > MAX_BLOCKS:
        raise LargeScript(str(path))
    found = [_read(group, text, headings) for group in groups]
    tables = [_script_table(block) if isinstance(block, list) else [] for block in found]
    has_script = any(tables)
    paragraphs: list[Paragraph] = []
    for block, table in zip(found, tables, strict=True):
        if table:
            for row, spoken in table:
                paragraphs += spoken
                _put_aside_other_cells(row, spoken, text)
        elif has_script:
            _put_aside(block, text, paragraphs[-1].text if paragraphs else "")
        else:
            paragraphs += _flat(block)
    text.gather_margins()
    return [paragraph for paragraph in paragraphs if paragraph.text], text.unplaced


def _read(group: list[Tree], text: WordText, headings: dict[str, Role]) -> Paragraph | list[Row]:
    if tag_of(group[0]) != "tbl":
        return Paragraph(text.of(group), headings.get(_style(group[-1]), Role.TEXT))
    return [[_cell(cell, text) for cell in row] for row in rows_of(group[0])]


def _cell(cell: Tree, text: WordText) -> list[str]:
    texts: list[str] = []
    for group in joined(blocks(cell)):
        if tag_of(group[0]) == "tbl":
            texts += [inner for row in rows_of(group[0]) for below in row for inner in _cell(below, text)]
        else:
            texts.append(text.of(group))
    return texts


def _flat(block: Paragraph | list[Row]) -> list[Paragraph]:
    if isinstance(block, Paragraph):
        return [block]
    return [Paragraph(text) for row in block for cell in row for text in cell]


def _put_aside(block: Paragraph | list[Row], text: WordText, near: str) -> None:
    for paragraph in _flat(block):
        text.put_aside(Place.TITLE if paragraph.role is Role.TITLE else Place.ASIDE, paragraph.text, near)


def _put_aside_other_cells(row: Row, spoken: list[Paragraph], text: WordText) -> None:
    """Cells of a script table's row that are neither spoken nor its label."""
    used = {text for one in spoken for text in (one.text, one.picture, one.speaker) if text}
    near = spoken[-1].text if spoken else ""
    for cell in row:
        whole = " ".join(cell).strip()
        if whole not in used and not used.intersection(cell):
            text.put_aside(Place.PICTURE, whole, near)


def _style(paragraph: Tree) -> str:
    style = child(paragraph, "pPr", "pStyle")
    return "" if style is None else attribute(style, "val")


def _heading_styles(parts: WordParts) -> dict[str, Role]:
    """Style ids of headings and titles, whose ids differ by the language of Word and whose names don't."""
    roles = {}
    for style in (style for part in parts.others.get("styles", ()) for style in part if tag_of(style) == "style"):
        named = child(style, "name")
        name = "" if named is None else attribute(named, "val").lower()
        if name.startswith("heading"):
            roles[attribute(style, "styleId")] = Role.HEADING
        elif name in ("title", "subtitle"):
            roles[attribute(style, "styleId")] = Role.TITLE
    return roles


# --- script tables ------------------------------------------------------------


class _Columns(NamedTuple):
    """Where a head says that labels, spoken text, pictures and speakers stand; no text without any other column."""

    label: int | None
    text: int | None
    picture: int | None = None
    speaker: int | None = None


def _columns(header: Row) -> _Columns:
    names = [_name(cell) for cell in header]
    text_at = _column(names, _TEXT_COLUMN)
    known = text_at is not None and _column(names, _LABEL_COLUMN | _OTHER_COLUMN) is not None
    return _Columns(
        _column(names, _LABEL_COLUMN),
        text_at if known else None,
        _column(names, _PICTURE_COLUMN),
        _column(names, _SPEAKER_COLUMN),
    )


def _script_table(rows: list[Row]) -> list[tuple[Row, list[Paragraph]]]:
    """The rows of a table with a text column and maybe labels, each with what is spoken; empty if it is another."""
    if not rows or max(len(row) for row in rows) < 2:
        return []
    columns = _columns(rows[0])
    if columns.text is not None:
        rows = rows[1:]
    elif any(label_of(_name(row[0]), heading=True) for row in rows if row):
        columns = _Columns(0, max(len(row) for row in rows) - 1)
    else:
        return []
    return [(row, list(_spoken(row, columns))) for row in rows]


def _name(cell: list[str]) -> str:
    return " ".join(cell).strip().casefold()


def _column(header: list[str], names: frozenset[str]) -> int | None:
    return next((i for i, name in enumerate(header) if name.split("/")[0].strip(" :") in names), None)


def _names_section(row: Row, text_at: int) -> bool:
    """Whether a row of its own, often merged into one cell, is the label of those below."""
    if not row or any(_name(cell) for cell in row[1:]) or (text_at == 0 and len(row) > 1):
        return False
    label = label_of(f"{' '.join(row[0]).strip(' :')}:")
    return label is not None and not label.rest


def _spoken(row: Row, columns: _Columns) -> Iterator[Paragraph]:
    assert columns.text is not None
    if _names_section(row, columns.text):
        yield Paragraph(" ".join(row[0]).strip(), Role.HEADING)
        return
    if columns.text >= len(row):
        return
    label = _cell_of(row, columns.label)
    if label:
        yield Paragraph(label, Role.HEADING)
    notes = (_cell_of(row, columns.picture), _cell_of(row, columns.speaker))
    for text in filter(None, row[columns.text]):
        yield Paragraph(text, Role.SPOKEN if label else Role.TEXT, *notes)
        notes = ("", "")


def _cell_of(row: Row, at: int | None) -> str:
    """The text of a cell in one line; empty where there is no such cell."""
    return " ".join(filter(None, row[at])).strip() if at is not None and at < len(row) else ""
