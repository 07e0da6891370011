"""What the page has to know about a production; read in a job."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from skriptstudio.domain.clip import PlatformProfile
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.people import Staff
from skriptstudio.domain.production import Production
from skriptstudio.ui.pages.publish.made import Made, find_made

if TYPE_CHECKING:
    from skriptstudio.assembly import House


@dataclass(frozen=True)
class Found:
    """The state of one production for this page.

    Attributes:
        production: as it lies in the library now.
        poster: JPEG of the clip's first take, None where it can't be read.
        made: the package in the present folder, None if there is none.
    """

    production: Production
    profiles: tuple[PlatformProfile, ...]
    staff: Staff
    poster: bytes | None
    made: Made | None


def read(house: "House", production_id: str, folder: Path) -> Found:
    """Everything at once. A still that can't be made is no reason to show nothing."""
    production = house.desk.library.read(production_id).record
    profiles = tuple(house.profiles.get(key) for key in house.profiles.keys())  # noqa: SIM118 - no dict
    poster = None
    if production.takes:
        with suppress(SkriptStudioError):
            poster = house.poster(production, production.takes_shown()[0])
    made = find_made(folder, production, [profile.key for profile in profiles])
    return Found(production, profiles, house.people.staff(), poster, made)
