"""The ``HouseRecord`` port: files in the library's folder ``house``, saved like everything else in it."""

from dataclasses import dataclass
from typing import Generic

from skriptstudio.domain.ports import Versioned
from skriptstudio.store.folder_library import FolderLibrary
from skriptstudio.store.records import Form, Kind


@dataclass(frozen=True)
class HouseFile(Generic[Kind]):
    """One record of the house.

    Attributes:
        name: of its file, without ending.
        nothing: what it is before anybody saved it.
    """

    library: FolderLibrary
    form: Form[Kind]
    name: str
    nothing: Kind

    def read(self) -> Versioned[Kind]:
        return self.library.read_house(self.form, self.name, self.nothing)

    def write(self, record: Kind, revision: str, /, keep: bool = True) -> str:
        return self.library.write_house(self.form, self.name, record, revision, keep)
