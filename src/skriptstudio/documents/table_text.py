"""From the bytes of a CSV file to its cells: encodings, separators, line breaks inside of cells."""

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from skriptstudio.domain.errors import DriveFault, MissingFile, UnreadableTable

MAX_BYTES = 10_000_000
"""An export of a thousand posts has about half a megabyte."""

MAX_ROWS = 20_000
MAX_CELLS = 300
MAX_CHARACTERS = 5_000
"""More of a cell is cut off; the longest post text of a platform has 3,000 (LinkedIn)."""

SEPARATORS = (";", ",", "\t", "|")
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MAX_CONTROL_SHARE = 0.01
_LOOKED_AT = 4_000


@dataclass(frozen=True)
class TextRow:
    """Cells of a row; ``line`` is that of its first character, from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class TextRows:
    """All rows of a file.

    Attributes:
        quotes_broken: a quotation mark was never closed, so each line was read by itself.
        cut_off: line from which there were too many; 0 for none.
    """

    rows: tuple[TextRow, ...]
    quotes_broken: bool = False
    cut_off: int = 0


def read_table_text(path: Path) -> str:
    """The text of the file, its line ends as ``\\n``.

    Raises:
        MissingFile, DriveFault: it can't be read.
        UnreadableTable: it is empty, far too large, or no text.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableTable(path.name, "too_large")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFile(str(path)) from error
    except OSError as error:
        raise DriveFault(str(path), error.strerror or "") from error
    text = _decoded(data, path)
    if not text.strip():
        raise UnreadableTable(path.name, "empty")
    looked = text[:_LOOKED_AT]
    control = sum(unicodedata.category(c) == "Cc" and not c.isspace() for c in looked)
    if "\0" in text or control > _MAX_CONTROL_SHARE * len(looked):
        raise UnreadableTable(path.name, "binary")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, path: Path) -> str:
    for encoding in _encodings(data):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    raise UnreadableTable(path.name, "binary")


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith(_UTF16_MARKS):
        return ("utf-16",)
    head = data[:400]
    if head and head[1::2].count(0) * 4 > len(head):
        return ("utf-16-le",)
    if head and head[0::2].count(0) * 4 > len(head):
        return ("utf-16-be",)
    return ("utf-8-sig", "cp1252")


def split_rows(text: str, separator: str) -> TextRows:
    """The cells of a text.

    A file whose quotation marks don't fit is read line by line: one that is never closed would swallow the rest.
    """
    try:
        rows, cut_off = _limited(_quoted(text, separator))
    except csv.Error:
        rows, cut_off = _limited(_line_by_line(text, separator))
        return TextRows(rows, True, cut_off)
    return TextRows(rows, False, cut_off)


def _limited(rows: Iterator[TextRow]) -> tuple[tuple[TextRow, ...], int]:
    kept: list[TextRow] = []
    for row in rows:
        if len(kept) >= MAX_ROWS:
            return tuple(kept), row.line
        kept.append(row)
    return tuple(kept), 0


def _quoted(text: str, separator: str) -> Iterator[TextRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begin = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield TextRow(begin, _bounded(cells))
        begin = reader.line_num + 1


def _line_by_line(text: str, separator: str) -> Iterator[TextRow]:
    for number, line in enumerate(text.split("\n"), start=1):
        cells = line.split(separator)
        if any(cell.strip() for cell in cells):
            yield TextRow(number, _bounded([cell.strip().strip('"') for cell in cells]))


def _bounded(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell[:MAX_CHARACTERS] for cell in cells[:MAX_CELLS])
