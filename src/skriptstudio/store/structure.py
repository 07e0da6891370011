"""Between records and JSON objects; imported with the first record that is read or written."""

from pathlib import Path
from typing import TypeVar

from cattrs import transform_error
from cattrs.errors import BaseValidationError
from cattrs.v import format_exception

from skriptstudio.domain.errors import BrokenRecord
from skriptstudio.exact_json import exact_converter
from skriptstudio.store.migrations import JsonObject

Kind = TypeVar("Kind")


def to_json(record: object) -> JsonObject:
    """The fields of a dataclass as JSON knows them."""
    fields: JsonObject = exact_converter().unstructure(record)
    return fields


def to_record(raw: JsonObject, kind: type[Kind], path: Path) -> Kind:
    """The dataclass that ``to_json`` was given.

    Raises:
        BrokenRecord: the object isn't exactly one of this kind; ``path`` is for the error.
    """
    try:
        return exact_converter().structure(raw, kind)
    except BaseValidationError as error:
        raise BrokenRecord(str(path), "; ".join(transform_error(error, format_exception=_told)[:3])) from error
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise BrokenRecord(str(path), f"{type(error).__name__}: {error}") from error


def _told(error: BaseException, kind: type | None) -> str:
    """A reason for people: our own words where one of the hooks below refused."""
    return str(error) if type(error) is ValueError else format_exception(error, kind)
