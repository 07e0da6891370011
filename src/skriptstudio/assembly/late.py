"""Adapters that are made when they are first asked for something.

Whoever lists takes gets the same step as somebody who records; only the latter
needs cameras, and everything that is imported for them.
"""

from collections.abc import Callable
from functools import cached_property
from threading import RLock
from typing import Any, Generic, TypeVar, cast

Adapter = TypeVar("Adapter")


def late(make: Callable[[], Adapter]) -> Adapter:
    """What ``make`` makes, made at the first use of one of its methods."""
    return cast(Adapter, _Late(make))


_MAKING = RLock()
"""Two threads that import PyAV at the same moment meet a half-made one, see ``kept.load_media``."""


class _Late(Generic[Adapter]):
    def __init__(self, make: Callable[[], Adapter]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Adapter:
        return self._make()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the adapter has there
        with _MAKING:
            made = self._made
        return getattr(made, name)
