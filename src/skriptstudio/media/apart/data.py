"""Orders and answers between the program and its child: dataclasses as plain JSON values and back.

No pickle: whatever a fallen child says must not be able to run anything here.
"""

from typing import Any, TypeVar

from cattrs.errors import BaseValidationError

from skriptstudio.exact_json import exact_converter

Thing = TypeVar("Thing")


def plain(value: object) -> object:
    """What JSON can hold."""
    found: object = exact_converter().unstructure(value)
    return found


def shaped(kind: type[Thing], value: Any) -> Thing:  # noqa: ANN401 - anything may come out of JSON
    """A ``kind`` from what ``plain`` made of one.

    Raises:
        ValueError: it is something else.
    """
    try:
        return exact_converter().structure(value, kind)
    except (BaseValidationError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"no {kind}: {error}") from error
