"""Adapters that are made when they are first asked for something.

Whoever lists takes gets the same step as somebody who records; only the latter
needs cameras, and everything that is imported for them.
"""

from collections.abc import Callable
from threading import Lock
from typing import Any, Generic, TypeVar, cast

Adapter = TypeVar("Adapter")


def late(make: Callable[[], Adapter]) -> Adapter:
    """What ``make`` makes, made at the first use of one of its methods."""
    return cast(Adapter, _Late(make))


class _Late(Generic[Adapter]):
    def __init__(self, make: Callable[[], Adapter]) -> None:
        self._make = make
        self._making = Lock()
        self._made: Adapter | None = None

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the adapter has there
        return getattr(self._now() if self._made is None else self._made, name)

    def _now(self) -> Adapter:
        """Two jobs that come at once share one."""
        with self._making:
            if self._made is None:
                self._made = self._make()
            return self._made
