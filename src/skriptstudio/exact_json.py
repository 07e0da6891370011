"""Between plain JSON values and dataclasses, exactly and by cattrs: what isn't quite what was meant is refused."""

import re
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import GenericAlias, NoneType
from typing import Any, cast, get_args, get_origin

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

_FRACTION = re.compile(r"-?[0-9]{1,40}(/[0-9]{1,40})?")


@cache
def exact_converter() -> Converter:
    """Structures dataclasses of numbers, texts, fractions, days, moments, paths, enums, tuples and dictionaries.

    It raises cattrs' ``BaseValidationError``, or ``KeyError``, ``TypeError``, ``ValueError``, ``RecursionError``.
    """
    converter = Converter(forbid_extra_keys=True)
    for exact in (int, bool, NoneType):
        converter.register_structure_hook(exact, _exactly)
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(str, _text_or_code)
    converter.register_structure_hook(Path, lambda value, kind: Path(_text(value, kind)))
    converter.register_structure_hook(Fraction, _fraction)
    converter.register_structure_hook(datetime, _moment)
    converter.register_structure_hook(date, _day)
    converter.register_unstructure_hook(Fraction, lambda value: f"{value.numerator}/{value.denominator}")
    converter.register_unstructure_hook(Path, str)
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


def _number(value: object, _kind: type) -> float:
    if type(value) not in (int, float):
        raise ValueError("not a number")
    return float(cast(float, value))


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
