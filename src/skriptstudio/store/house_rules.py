"""The rules of a house, for those who must not open its library only to know them."""

from pathlib import Path

from skriptstudio.domain.errors import BrokenRecord, DriveFault, LibraryGone, NewerRecord
from skriptstudio.domain.house import HouseRules
from skriptstudio.store.atomic import Drive
from skriptstudio.store.folder_library import STAFF_FILE
from skriptstudio.store.records import MAX_BYTES, STAFF


def rules_in(library: Path) -> HouseRules:
    """What the house of a library decided; the defaults where that can't be read, for whatever reason."""
    path = library / STAFF_FILE
    try:
        return STAFF.decode(Drive(library).read(path, MAX_BYTES), path).rules
    except (FileNotFoundError, LibraryGone, BrokenRecord, NewerRecord, DriveFault):
        return HouseRules()
