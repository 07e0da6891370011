"""The ``HouseRecord`` port: files in the library's folder ``house``, saved like everything else in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic

from skriptstudio.domain.ports.library import Versioned
from skriptstudio.store.folder_library import FolderLibrary
from skriptstudio.store.migrations import FIRST, Step
from skriptstudio.store.records import Form, Kind


@dataclass(frozen=True)
class HouseFile(Generic[Kind]):
    """One record of the house.

    Attributes:
        name: of its file, without ending.
        nothing: what it is before anybody saved it.
        steps: migrations from older versions, see ``migrations.py``.
    """

    library: FolderLibrary
    name: str
    nothing: Kind
    steps: Mapping[int, Step] = field(default_factory=lambda: FIRST)

    @property
    def form(self) -> Form[Kind]:
        """How it lies on the drive."""
        return Form(type(self.nothing), self.steps)

    def read(self) -> Versioned[Kind]:
        return self.library.read_house(self.form, self.name, self.nothing)

    def write(self, record: Kind, revision: str, /, keep: bool = True) -> str:
        return self.library.write_house(self.form, self.name, record, revision, keep)
