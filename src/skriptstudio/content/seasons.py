"""Occasions that come again each year: data in assets/, a house's own lie in its plan (domain.md 7.4)."""

from pathlib import Path

from skriptstudio.content.data_file import Fields, read_fields
from skriptstudio.domain.assets import asset
from skriptstudio.domain.season import Occasion

_ANY_YEAR = 2027


def load_occasions(path: Path | None = None) -> tuple[Occasion, ...]:
    """All occasions in the order of the year; ``path`` is the shipped file by default.

    Raises:
        BrokenRecord: names the file and the field.
    """
    fields = read_fields(path or asset("seasons.json"))
    fields.text("source")
    occasions = fields.each("occasions", _occasion)
    fields.end()
    fields.require_once("occasions", [one.key for one in occasions])
    return occasions


def _occasion(part: Fields) -> Occasion:
    weekday = part.whole_or_none("weekday")
    until = part.wholes_or_none("until")
    occasion = Occasion(
        key=part.text("key"),
        name=part.text("name"),
        month=part.whole("month"),
        day=part.whole("day"),
        weekday=weekday or 0,
        nth=part.whole("nth"),
        until=(until[0], until[1]) if until and len(until) == 2 else None,
        ideas=tuple(map(str, part.wholes("ideas"))),
    )
    if bool(occasion.day) == bool(occasion.nth) or occasion.nth > 4 or (weekday or 0) > 6:
        raise part.wrong("day", "either a day of the month, or the first to fourth weekday")
    try:
        occasion.in_year(_ANY_YEAR)
    except ValueError:
        raise part.wrong("day", "no such day") from None
    return occasion
