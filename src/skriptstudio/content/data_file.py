"""Data files of the program: strict JSON whose errors name file and field."""

import json
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from skriptstudio.content.json_lines import line_of
from skriptstudio.domain.errors import BrokenRecord

Item = TypeVar("Item")


class Fields:
    """The fields of one JSON object, each read once and by its type.

    All methods raise ``BrokenRecord`` that names the file and the field.
    """

    def __init__(self, path: Path, values: object, where: str = "") -> None:
        self._path = path
        self._where = where
        if not isinstance(values, dict):
            raise BrokenRecord(str(path), f"{where.rstrip('.') or 'file'}: not an object")
        self._rest: dict[str, object] = dict(values)

    def text(self, name: str) -> str:
        value = self._take(name)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(name, "text is missing")
        return value

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self._take(name)
        if not isinstance(value, bool):
            raise self.wrong(name, "not true or false")
        return value

    def flag_or_false(self, name: str) -> bool:
        """True or false; false if it is left out."""
        return self.flag(name) if name in self._rest else False

    def whole(self, name: str) -> int:
        """A whole number of at least 0."""
        value = self._take(name)
        if type(value) is not int or value < 0:
            raise self.wrong(name, "not a whole number of at least 0")
        return value

    def whole_or_none(self, name: str) -> int | None:
        """A whole number of at least 0, or null."""
        if name in self._rest and self._rest[name] is None:
            self._take(name)
            return None
        return self.whole(name)

    def wholes(self, name: str) -> list[int]:
        """A list of whole numbers of at least 0."""
        value = self._take(name)
        if not isinstance(value, list) or not all(type(one) is int and one >= 0 for one in value):
            raise self.wrong(name, "not a list of whole numbers")
        return list(value)

    def wholes_or_none(self, name: str) -> list[int] | None:
        """A list of whole numbers of at least 0, or null."""
        if name in self._rest and self._rest[name] is None:
            self._take(name)
            return None
        return self.wholes(name)

    def seconds_or_none(self, name: str) -> Fraction | None:
        """Decimal seconds, exactly as written, or null."""
        value = self._take(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1_000_000:
            raise self.wrong(name, "not seconds")
        return Fraction(str(value))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, at least one, none of them empty."""
        value = self._take(name)
        if not isinstance(value, list) or not value or not all(isinstance(one, str) and one.strip() for one in value):
            raise self.wrong(name, "not a list of texts")
        return tuple(value)

    def number(self, name: str) -> float:
        value = self._take(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.wrong(name, "not a number")
        return float(value)

    def text_or_empty(self, name: str) -> str:
        value = self._take(name)
        if not isinstance(value, str):
            raise self.wrong(name, "not text")
        return value

    def pair(self, name: str) -> tuple[float, float]:
        """A list of two numbers."""
        value = self._take(name)
        if not isinstance(value, list) or len(value) != 2 or not all(type(one) in (int, float) for one in value):
            raise self.wrong(name, "not two numbers")
        return float(value[0]), float(value[1])

    def part(self, name: str) -> "Fields":
        """An object inside this one."""
        return Fields(self._path, self._take(name), f"{self._where}{name}.")

    def parts(self, name: str) -> "list[Fields]":
        """A list of objects inside this one."""
        value = self._take(name)
        if not isinstance(value, list):
            raise self.wrong(name, "not a list")
        return [Fields(self._path, item, f"{self._where}{name}[{index}].") for index, item in enumerate(value)]

    def each(self, name: str, make: "Callable[[Fields], Item]") -> tuple[Item, ...]:
        """What ``make`` makes of each object of a list; it has to read all their fields."""
        made = []
        for part in self.parts(name):
            made.append(make(part))
            part.end()
        return tuple(made)

    def require_once(self, name: str, keys: Sequence[str]) -> None:
        """Refuse a list whose keys stand in it twice."""
        if len(set(keys)) < len(keys):
            raise BrokenRecord(str(self._path), f"{name}: a key stands twice")

    def end(self) -> None:
        """Refuse what nobody asked for: most likely a field with a typing error."""
        for name in self._rest:
            raise self.wrong(name, "unknown field")

    def _take(self, name: str) -> object:
        if name not in self._rest:
            raise self.wrong(name, "missing")
        return self._rest.pop(name)

    def wrong(self, name: str, reason: str) -> BrokenRecord:
        """The error about a field, with its place and line."""
        place = f"{self._where}{name}"
        try:
            line = line_of(self._path.read_text(encoding="utf-8"), place)
        except (OSError, ValueError):  # gone meanwhile; the place alone is enough
            return BrokenRecord(str(self._path), f"{place}: {reason}")
        return BrokenRecord(str(self._path), f"{place}: {reason} (line {line})")


def read_fields(path: Path) -> Fields:
    """The JSON object in a data file.

    Raises:
        BrokenRecord: it isn't there or holds something else.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BrokenRecord(str(path), f"file: {error.strerror}") from error
    except ValueError as error:
        raise BrokenRecord(str(path), f"file: no JSON: {error}") from error
    return Fields(path, values)
