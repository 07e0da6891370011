"""The ``ResultTables`` port: CSV files out of the platforms' own exports."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from skriptstudio.documents.table_text import SEPARATORS, TextRow, TextRows, read_table_text, split_rows
from skriptstudio.documents.text import cleaned
from skriptstudio.domain import figure_text
from skriptstudio.domain.errors import BadNumber, UnreadableTable
from skriptstudio.domain.result_table import (
    WHICH_CLIP,
    ColumnNames,
    Meaning,
    ResultTable,
    TableLine,
    Unread,
    plain,
)
from skriptstudio.domain.results import Figures

_HEAD_WITHIN = 30
"""Rows before the names of the columns, such as the name of the account and the span of days."""

_COUNTS = (Meaning.VIEWS, Meaning.COMMENTS, Meaning.SHARES, Meaning.CLICKS, Meaning.APPLICATIONS)
_DECIMALS = (Meaning.SECONDS, Meaning.SHARE, Meaning.TOTAL_SECONDS, Meaning.TOTAL_HOURS)
_SHOWN = 60
_MONTHS = "jan feb mär apr mai jun jul aug sep okt nov dez".split()
_ENGLISH = {"mar": "mär", "mrz": "mär", "may": "mai", "oct": "okt", "dec": "dez"}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_DAY_MONTH = re.compile(r"(\d{1,2})\.?\s+([a-zä]{3})[a-zä]*\.?,?\s+(\d{4})")
_MONTH_DAY = re.compile(r"([a-zä]{3})[a-zä]*\.?\s+(\d{1,2}),?\s+(\d{4})")


@dataclass(frozen=True)
class _Column:
    at: int
    name: str
    meaning: Meaning


class ResultFiles:
    """Reads the exports of platforms by the names of their columns."""

    def read(self, path: Path, names: ColumnNames) -> ResultTable:
        """Raises ``MissingFile``, ``DriveFault``, ``UnreadableTable``."""
        text = read_table_text(path)
        tables = [split_rows(text, one) for one in SEPARATORS]
        table = max(tables, key=lambda one: _score(one, names))
        head = _head(table, names)
        if head is None:
            seen = tuple(cleaned(cell)[:_SHOWN] for cell in table.rows[0].cells[:6]) if table.rows else ()
            raise UnreadableTable(path.name, "no_columns", seen)
        columns = _columns(table.rows[head], names)
        means = {one.meaning for one in columns}
        shown = tuple(one.name for one in columns)
        if not means & WHICH_CLIP:
            raise UnreadableTable(path.name, "no_clip", shown)
        if means <= WHICH_CLIP | {Meaning.DAY}:
            raise UnreadableTable(path.name, "no_figures", shown)
        rows = table.rows[head + 1 :]
        if not rows:
            raise UnreadableTable(path.name, "no_rows", shown)
        used = {one.at for one in columns}
        ignored = (cleaned(cell) for at, cell in enumerate(table.rows[head].cells) if at not in used)
        lines, unread = _lines(rows, columns, names)
        if table.quotes_broken:
            unread.insert(0, Unread(table.rows[head].line, "", '"'))
        if table.cut_off:
            unread.append(Unread(table.cut_off, "", "…"))
        return ResultTable(path.name, shown, tuple(filter(None, ignored)), tuple(lines), tuple(unread))


def _score(table: TextRows, names: ColumnNames) -> int:
    head = _head(table, names)
    return 0 if head is None else len(_columns(table.rows[head], names))


def _head(table: TextRows, names: ColumnNames) -> int | None:
    """The row with the most known names, at least two."""
    counts = [len({c.meaning for c in _columns(row, names)}) for row in table.rows[:_HEAD_WITHIN]]
    best = max(counts, default=0)
    return counts.index(best) if best > 1 else None


def _columns(head: TextRow, names: ColumnNames) -> list[_Column]:
    """The known columns; several may hold a title, of all else the name that comes first in the data file counts."""
    order = {name: number for number, name in enumerate(names.meanings)}
    known = [(at, cell) for at, cell in enumerate(head.cells) if plain(cell) in order]
    known.sort(key=lambda one: order[plain(one[1])])
    columns: list[_Column] = []
    for at, cell in known:
        meaning = names.meanings[plain(cell)]
        if meaning is Meaning.TITLE or all(one.meaning is not meaning for one in columns):
            columns.append(_Column(at, cleaned(cell), meaning))
    return sorted(columns, key=lambda one: one.at)


def _lines(
    rows: Sequence[TextRow], columns: Sequence[_Column], names: ColumnNames
) -> tuple[list[TableLine], list[Unread]]:
    decimals = [one for one in columns if one.meaning in _DECIMALS]
    point = figure_text.decimal_sign(_short(_cell(row, one)) for row in rows for one in decimals)
    lines: list[TableLine] = []
    unread: list[Unread] = []
    for row in rows:
        figures, wrong = _figures(row, columns, point)
        unread += [Unread(row.line, one.name, _cell(row, one)[:_SHOWN]) for one in wrong]
        titles = tuple(cleaned(_cell(row, one)) for one in columns if one.meaning is Meaning.TITLE)
        address = next((a for m in (Meaning.ADDRESS, Meaning.ID) if (a := _first(row, columns, m))), "")
        days = _days(_first(row, columns, Meaning.DAY))
        is_sum = plain(next((cell for cell in row.cells if cell.strip()), "")) in names.sums
        lines.append(TableLine(row.line, titles, address, days, figures, is_sum))
    return lines, unread


def _figures(row: TextRow, columns: Sequence[_Column], point: str) -> tuple[Figures, list[_Column]]:
    values: dict[Meaning, int | Fraction | None] = {}
    wrong = []
    for column in columns:
        text = _cell(row, column)
        read = _reader(column, point)
        if read is None:
            continue
        try:
            values[column.meaning] = read(text)
        except BadNumber:
            wrong.append(column)
    counts = {one.value: values[one] for one in _COUNTS if values.get(one) is not None}
    figures = Figures(**counts, seconds=_seconds(values), share=_fraction(values.get(Meaning.SHARE)))  # type: ignore[arg-type]
    return figures, wrong


def _reader(column: _Column, point: str) -> Callable[[str], int | Fraction | None] | None:
    if column.meaning in _COUNTS:
        return figure_text.count
    if column.meaning is Meaning.SHARE:
        return lambda text: figure_text.share(text, point, "%" in column.name)
    if column.meaning in _DECIMALS:
        return lambda text: figure_text.seconds(text, point)
    return None


def _seconds(values: dict[Meaning, int | Fraction | None]) -> Fraction | None:
    """Watched on average: as it is said, else all that was watched, divided by the views."""
    said = values.get(Meaning.SECONDS)
    views = values.get(Meaning.VIEWS)
    if said is not None:
        return Fraction(said)
    for meaning, seconds in ((Meaning.TOTAL_SECONDS, 1), (Meaning.TOTAL_HOURS, 3600)):
        total = values.get(meaning)
        if total is not None and views:
            return (Fraction(total) * seconds / views).limit_denominator(1000)
    return None


def _fraction(value: int | Fraction | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def _first(row: TextRow, columns: Sequence[_Column], meaning: Meaning) -> str:
    return next((cleaned(_cell(row, one)) for one in columns if one.meaning is meaning), "")


def _cell(row: TextRow, column: _Column) -> str:
    return row.cells[column.at].strip() if column.at < len(row.cells) else ""


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else ""


def _days(text: str) -> tuple[date, ...]:
    """The days that a text may mean: two where ``10/03/2026`` may be October or March."""
    small = text.casefold()[:_SHOWN]
    found: list[tuple[int, int, int]] = []
    if match := _ISO.match(small):
        found = [(int(match[1]), int(match[2]), int(match[3]))]
    elif match := _DOTTED.match(small):
        found = [(int(match[3]), int(match[2]), int(match[1]))]
    elif match := _SLASHED.match(small):
        found = [(int(match[3]), int(match[1]), int(match[2])), (int(match[3]), int(match[2]), int(match[1]))]
    elif (match := _DAY_MONTH.match(small)) and (month := _month(match[2])):
        found = [(int(match[3]), month, int(match[1]))]
    elif (match := _MONTH_DAY.match(small)) and (month := _month(match[1])):
        found = [(int(match[3]), month, int(match[2]))]
    days = []
    for year, month, day in found:
        with suppress(ValueError):
            days.append(date(year, month, day))
    return tuple(dict.fromkeys(days))


def _month(word: str) -> int:
    name = _ENGLISH.get(word, word)
    return _MONTHS.index(name) + 1 if name in _MONTHS else 0
