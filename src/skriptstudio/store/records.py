"""Records as JSON that a person can read, and back again without trust.

Whatever lies in a shared folder may have been edited, cut off or forged.
Reading gives the very record that was written, or ``BrokenRecord`` with the
place and the reason, or ``NewerRecord``; nothing is guessed or left out.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from fractions import Fraction
from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import GenericAlias
from typing import Any, Generic, TypeVar, cast, get_args, get_origin

from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_structure_fn
from cattrs.v import format_exception

from skriptstudio.domain.channel_register import ChannelRegister
from skriptstudio.domain.errors import BrokenRecord, NewerRecord
from skriptstudio.domain.goals import GoalBook
from skriptstudio.domain.guideline import Guideline
from skriptstudio.domain.idea_pool import IdeaPool
from skriptstudio.domain.people import Staff
from skriptstudio.domain.plan_book import PlanBook
from skriptstudio.domain.production import Production
from skriptstudio.domain.results import ResultBook
from skriptstudio.store import migrations
from skriptstudio.store.migrations import JsonObject, Step

MAX_BYTES = 20_000_000
"""Larger JSON is refused: a long production has about 200 kB."""

Kind = TypeVar("Kind")

_FRACTION = re.compile(r"-?[0-9]{1,40}(/[0-9]{1,40})?")
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_WINDOWS_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')


@dataclass(frozen=True)
class Form(Generic[Kind]):
    """How a kind of record lies on the drive.

    Attributes:
        steps: migrations from older versions, see ``migrations.py``.
    """

    kind: type[Kind]
    steps: Mapping[int, Step]

    @property
    def schema(self) -> int:
        return migrations.present(self.steps)

    def encode(self, record: Kind, path: Path) -> bytes:
        """The bytes to store.

        Raises:
            BrokenRecord: nobody could read them again, e.g. because of a take called ``../x``.
        """
        data = as_json({"schema": self.schema, **_converter().unstructure(record)})
        self.decode(data, path)
        return data

    def decode(self, data: bytes, path: Path) -> Kind:
        """The record in ``data``; ``path`` is for the error.

        Raises:
            BrokenRecord, NewerRecord.
        """
        raw = json_object(data, path)
        schema = raw.pop("schema", None)
        if type(schema) is not int or schema < 1:
            raise BrokenRecord(str(path), "no schema version")
        if schema > self.schema:
            raise NewerRecord(str(path), schema)
        try:
            record = _converter().structure(migrations.migrated(raw, schema, self.steps), self.kind)
        except BaseValidationError as error:
            raise BrokenRecord(str(path), "; ".join(transform_error(error, format_exception=_told)[:3])) from error
        except (KeyError, TypeError, ValueError, RecursionError) as error:
            raise BrokenRecord(str(path), f"{type(error).__name__}: {error}") from error
        _require_safe_names(record, path)
        return record


PRODUCTION = Form(Production, migrations.PRODUCTION)
STAFF = Form(Staff, migrations.STAFF)
PLAN_BOOK = Form(PlanBook, migrations.FIRST)
IDEA_POOL = Form(IdeaPool, migrations.FIRST)
RESULTS = Form(ResultBook, migrations.FIRST)
GOALS = Form(GoalBook, migrations.FIRST)
CHANNELS = Form(ChannelRegister, migrations.FIRST)
GUIDELINE = Form(Guideline, migrations.FIRST)


def as_json(value: object) -> bytes:
    """JSON for people: indented, umlauts as they are, one newline at the end."""
    text = json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    # A command-line argument in a foreign encoding may hold half a character.
    return text.encode("utf-8", errors="replace")


def json_object(data: bytes, path: Path) -> JsonObject:
    """The one JSON object in ``data``, UTF-8 with or without byte order mark.

    Raises:
        BrokenRecord: it is anything else.
    """
    try:
        raw = json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        raise BrokenRecord(str(path), f"no JSON: {error}") from error
    if not isinstance(raw, dict):
        raise BrokenRecord(str(path), "no JSON object")
    return raw


def plain_name(name: str) -> bool:
    """Whether ``name`` is one file's name on every system, and no way out of its folder."""
    return (
        0 < len(name) <= 200
        and not _FORBIDDEN.search(name)
        and not _WINDOWS_RESERVED.fullmatch(name)
        and name == name.strip(" ").rstrip(".")
        and name == PurePosixPath(name).name == PureWindowsPath(name).name
    )


def _told(error: BaseException, kind: type | None) -> str:
    """A reason for people: our own words where one of the hooks below refused."""
    return str(error) if type(error) is ValueError else format_exception(error, kind)


def _require_safe_names(record: object, path: Path) -> None:
    if isinstance(record, Staff):
        for index, consent in enumerate(record.consents):
            if consent.scan and not plain_name(consent.scan):
                raise BrokenRecord(str(path), f"consents[{index}].scan: not a plain file name")
        return
    if not isinstance(record, Production):
        return
    if not _ID.fullmatch(record.id):
        raise BrokenRecord(str(path), "id: not an id")
    for index, take in enumerate((*record.takes, *(binned.take for binned in record.bin))):
        if not plain_name(take.file):
            raise BrokenRecord(str(path), f"takes[{index}].file: not a plain file name")


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number")


def _unique(pairs: list[tuple[str, object]]) -> JsonObject:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return result


# --- between JSON and dataclasses ---------------------------------------------


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for exact in (int, bool):
        converter.register_structure_hook(exact, _exactly)
    converter.register_structure_hook(str, _text_or_code)
    converter.register_structure_hook(Fraction, _fraction)
    converter.register_structure_hook(datetime, _moment)
    converter.register_structure_hook(date, _day)
    converter.register_unstructure_hook(Fraction, lambda value: f"{value.numerator}/{value.denominator}")
    converter.register_unstructure_hook(datetime, _moment_text)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook_factory(_is_many, lambda kind: _many(converter, kind))
    converter.register_structure_hook_factory(_is_mapping, lambda kind: _mapping(converter, kind))
    converter.register_structure_hook_factory(is_dataclass, lambda kind: _record(converter, kind))
    return converter


def _exactly(value: object, kind: type) -> object:
    if type(value) is not kind:
        raise ValueError(f"not {kind.__name__}")
    return value


def _text(value: object, _kind: type) -> str:
    if not isinstance(value, str):
        raise ValueError("not text")
    value.encode()  # half a surrogate pair can't be stored again
    return value


def _text_or_code(value: object, kind: type) -> str:
    """Text; or a ``StrEnum``, which is text to the converter."""
    text = _text(value, kind)
    return cast(str, kind(text)) if issubclass(kind, Enum) else text


def _fraction(value: object, _kind: type) -> Fraction:
    if not isinstance(value, str) or not _FRACTION.fullmatch(value):
        raise ValueError('not a fraction like "3/2"')
    try:
        return Fraction(value)
    except ZeroDivisionError as error:
        raise ValueError("divided by zero") from error


def _moment(value: object, kind: type) -> datetime:
    moment = datetime.fromisoformat(_text(value, kind))
    if moment.tzinfo is None:
        raise ValueError("a time without its zone")
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("beyond the calendar") from error


def _moment_text(moment: datetime) -> str:
    # A time without zone is written as it is, and so refused by the check before storing.
    return moment.isoformat() if moment.tzinfo is None else moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _day(value: object, kind: type) -> date:
    return date.fromisoformat(_text(value, kind))


def _is_many(kind: object) -> bool:
    return get_origin(kind) is tuple


def _is_mapping(kind: object) -> bool:
    return get_origin(kind) is dict


def _many(converter: Converter, kind: Any) -> Callable[[object, object], object]:  # noqa: ANN401 - a type form
    listed: Any = GenericAlias(list, get_args(kind)[:1])

    def structure(value: object, _kind: object) -> object:
        if not isinstance(value, list):
            raise ValueError("not a list")
        return tuple(converter.structure(value, listed))

    return structure


def _mapping(converter: Converter, kind: Any) -> Callable[[object, object], object]:  # noqa: ANN401 - a type form
    key_kind, value_kind = get_args(kind)

    def structure(value: object, _kind: object) -> object:
        if not isinstance(value, dict):
            raise ValueError("not an object")
        return {converter.structure(k, key_kind): converter.structure(v, value_kind) for k, v in value.items()}

    return structure


def _record(converter: Converter, kind: Any) -> Callable[[object, object], object]:  # noqa: ANN401 - a type form
    build = cast(Callable[[object, object], object], make_dict_structure_fn(kind, converter))

    def structure(value: object, wanted: object) -> object:
        if not isinstance(value, dict):
            raise ValueError("not an object")
        return build(value, wanted)

    return structure
