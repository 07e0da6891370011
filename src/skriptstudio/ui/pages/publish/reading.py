"""What the page has to know about a production; read in a job."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from skriptstudio.domain.clip import PlatformProfile
from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.people import Staff
from skriptstudio.domain.post import cover_moment
from skriptstudio.domain.production import Production
from skriptstudio.ui.pages.publish.made import Made, find_made

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House


@dataclass(frozen=True)
class Found:
    """The state of one production for this page.

    Attributes:
        production: as it lies in the library now.
        poster: JPEG of the clip's cover with all that lies over it, None where it can't be made.
        made: the package in the present folder, None if there is none.
    """

    production: Production
    profiles: tuple[PlatformProfile, ...]
    staff: Staff
    poster: bytes | None
    made: Made | None


def read(house: "House", production_id: str, folder: Path, control: JobControl) -> Found:
    """Everything at once. A still that can't be made is no reason to show nothing."""
    production = house.desk.library.read(production_id).record
    profiles = house.profiles.all()
    poster = None
    if production.takes:
        with suppress(SkriptStudioError):
            poster = _cover(house, production, control)
    made = find_made(folder, production, [profile.key for profile in profiles])
    return Found(production, profiles, house.people.staff(), poster, made)


def _cover(house: "House", production: Production, control: JobControl) -> bytes:
    """The picture that the package's cover will show, as small as the window needs it."""
    cues = production.captions.cues if production.captions is not None else ()
    at = cover_moment(production.post.cover, production.effective_cut().clip_seconds)
    picture = house.dress.preview(production, at, cues, None, control)
    image = QImage(picture.rgb, CLIP_WIDTH_PX, CLIP_HEIGHT_PX, 3 * CLIP_WIDTH_PX, QImage.Format.Format_RGB888)
    file = QBuffer()
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    image.scaled(image.size() / 2).save(file, "JPEG")  # type: ignore[call-overload]
    return bytes(file.data().data())
