"""What the program brings along about the platforms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from skriptstudio.domain.clip import PlatformProfile


class Profiles(Protocol):
    """Platform profiles by key."""

    def get(self, key: str) -> PlatformProfile:
        """Raises ``UnknownName``."""
        ...

    def keys(self) -> tuple[str, ...]: ...

    def all(self) -> tuple[PlatformProfile, ...]:
        """Every profile, in the order of ``keys``."""
        ...
