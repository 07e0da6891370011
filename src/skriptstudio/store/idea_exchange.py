"""The ``IdeaExchange`` port: ideas in one JSON file that can be sent by mail."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from skriptstudio.domain.errors import MissingFile
from skriptstudio.domain.idea_pool import OwnIdea
from skriptstudio.store.atomic import Drive
from skriptstudio.store.migrations import FIRST
from skriptstudio.store.records import Form

MOST_BYTES = 5_000_000


@dataclass(frozen=True)
class Parcel:
    """What is sent.

    Attributes:
        kind: tells such a file from any other JSON.
        house: name of the sender; empty where it isn't said.
    """

    ideas: tuple[OwnIdea, ...]
    house: str = ""
    kind: str = "ideas"


_PARCEL = Form(Parcel, FIRST)


class IdeaFiles:
    """Reads and writes them."""

    def write(self, ideas: Sequence[OwnIdea], house: str, target: Path) -> None:
        Drive(target.parent).write(target, _PARCEL.encode(Parcel(tuple(ideas), house), target))

    def read(self, source: Path) -> tuple[OwnIdea, ...]:
        try:
            data = Drive(source.parent).read(source, MOST_BYTES)
        except FileNotFoundError:
            raise MissingFile(str(source)) from None
        parcel = _PARCEL.decode(data, source)
        return tuple(replace(one, origin=one.origin or parcel.house) for one in parcel.ideas)
