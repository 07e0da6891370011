"""Orders and answers between the program and its child: dataclasses as plain JSON values and back.

No pickle: whatever a fallen child says must not be able to run anything here.
"""

from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Thing = TypeVar("Thing")


def plain(value: object) -> object:
    """What JSON can hold, for dataclasses of numbers, texts, fractions, paths, enums and tuples of these."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (Fraction, Path)):
        return str(value)
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    raise TypeError(type(value).__name__)


def shaped(kind: type[Thing], value: Any) -> Thing:  # noqa: ANN401 - anything may come out of JSON
    """A ``kind`` from what ``plain`` made of one.

    Raises:
        ValueError: it is something else.
    """
    try:
        return cast(Thing, _shaped(kind, value))
    except (TypeError, KeyError, ZeroDivisionError) as error:
        raise ValueError(f"no {kind}: {error}") from error


def _shaped(kind: Any, value: Any) -> object:  # noqa: ANN401 - types as values
    if get_origin(kind) in (Union, UnionType):
        if value is None and NoneType in get_args(kind):
            return None
        return _shaped(next(one for one in get_args(kind) if one is not NoneType), value)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind), value)
    if is_dataclass(kind) and isinstance(value, dict):
        names = _kinds(cast(type, kind))
        return cast(type, kind)(**{name: _shaped(names[name], one) for name, one in value.items()})
    if kind in (Fraction, Path) and isinstance(value, str):
        return kind(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if kind is float and type(value) in (int, float):
        return float(value)
    if kind in (bool, int, str, NoneType) and type(value) is kind:
        return value
    raise ValueError(f"{value!r:.60} is no {kind}")


def _tuple(kinds: tuple[Any, ...], value: Any) -> tuple[object, ...]:  # noqa: ANN401 - types as values
    if not isinstance(value, list):
        raise ValueError(f"{value!r:.60} is no list")
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_shaped(kinds[0], one) for one in value)
    return tuple(_shaped(kind, one) for kind, one in zip(kinds, value, strict=True))


@cache
def _kinds(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
