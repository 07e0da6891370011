"""Help, and what works on this computer: the window's ``doctor``."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio import __version__
from skriptstudio.domain.assets import asset_roots
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.final_size import SizeTrial
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.timecode import CLIP_FPS
from skriptstudio.messages.errors import sentence
from skriptstudio.ui.library_choice import whole_words
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.settings.section import Section
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.fields import TextField
from skriptstudio.ui.widgets.lamp import Lamp, LampState
from skriptstudio.ui.widgets.text import Text

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House
    from skriptstudio.messages.catalogue import Speaker

NOTICES = "THIRD_PARTY_NOTICES.md"
_DEMO = "demo"
_FAST_ENOUGH = 2.0
"""Times real time: half of the computer stays for camera and window."""


@dataclass(frozen=True)
class Health:
    """What was found.

    Attributes:
        cameras, microphones: names of real devices.
        encoder: speed in multiples of real time.
        trial: how fast takes of the clip's full size are made.
        library_trouble: in words; empty if there is none.
    """

    cameras: tuple[str, ...]
    microphones: tuple[str, ...]
    encoder: float
    trial: SizeTrial
    library: str
    library_trouble: str
    missing_fonts: tuple[str, ...]
    spool: str


class HealthSection(Section):
    """Version, notices, and a lamp for each thing that has to work.

    Attributes:
        lamps: by what they stand for, after the look.
        again: looks once more; notices: shows other people's licences; kept: removes finished pieces of clips.
    """

    def __init__(self, place: Place) -> None:
        say = place.session.say
        super().__init__(place, say("Help and health"))
        self._looking = False
        self.lamps: dict[str, Lamp] = {}
        self.again = Button(say("Look again"), icon="arrow-counter-clockwise", small=True)
        self.notices = Button(say("See licences"), icon="file-text", small=True)
        self.column.addWidget(Text(say("F1 explains the page that is open."), "small", "ink_soft"))
        self.row(say("SkriptStudio {version}", version=__version__), say("Free software: GPL 3"), self.notices)
        self.row(say("What works on this computer"), say("Devices, speed, library and fonts"), self.again)
        self.kept = Button(say("Remove"), icon="trash", small=True, name=say("Remove finished pieces of clips"))
        told = say("They make the next export and playing fast, and are made ahead while you check. At most 6 GB.")
        self.row(say("Finished pieces of clips, small versions of films"), told, self.kept)
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SPACE.s)
        self.column.addWidget(self._list)
        self.end()
        self.again.clicked.connect(lambda: self._look(None))
        self.notices.clicked.connect(self.show_notices)
        self.kept.clicked.connect(lambda: self.jobs.start(lambda control: _emptied(), self._show_kept))

    def opened(self) -> None:
        self._look(self.session.settings.final_size)
        self.jobs.start(lambda control: _kept_bytes(), self._show_kept)

    def _show_kept(self, size: int) -> None:
        """How much there is to remove."""
        self.kept.setText(self.say("Remove {megabytes} MB", megabytes=round(size / 1e6)))
        self.kept.updateGeometry()
        if size:
            self.kept.allow()
        else:
            self.kept.refuse(self.say("There are none."))

    def _look(self, known: SizeTrial | None) -> None:
        """Look at everything; what is known of the size of takes isn't tried again."""
        if self._looking:
            return
        self._set_looking(True)
        house = self.session.house if self.session.has_library else None
        speaker = self.session.speaker
        self.jobs.start(lambda control: look(house, speaker, known, control), self._found, self._failed)

    def _found(self, health: Health) -> None:
        self._set_looking(False)
        say = self.say
        self._show("camera", _any(health.cameras), say("Camera"), _list(health.cameras, say("none found")))
        self._show(
            "microphone", _any(health.microphones), say("Microphone"), _list(health.microphones, say("none found"))
        )
        fast = health.encoder >= _FAST_ENOUGH
        speed = (
            f"{health.encoder:.1f}"
            if self.session.speaker.language == "en"
            else f"{health.encoder:.1f}".replace(".", ",")
        )
        self._show(
            "encoder",
            "ok" if fast else "hint",
            say("Speed"),
            say("Encodes {factor} times as fast as it is played", factor=speed),
        )
        self._show_trial(health.trial)
        trouble = health.library_trouble
        self._show("library", "stop" if trouble else "ok", say("Library"), trouble or health.library)
        fonts = _list(health.missing_fonts, say("complete"))
        self._show("fonts", "hint" if health.missing_fonts else "ok", say("Fonts"), fonts)
        self._show("spool", "ok", say("Running recordings"), say("They lie in {path} first", path=health.spool))

    def _show_trial(self, trial: SizeTrial) -> None:
        """What takes look like here, remembered for the recorder."""
        say = self.say
        words = (
            say("Full size, 1080 x 1920: this computer is fast enough")
            if trial.fast_enough
            else say("In the camera's own size, so that no picture gets lost")
        )
        self._show("final_size", "ok", say("Size of takes"), words)
        self.change(final_size=trial)

    def _failed(self, error: SkriptStudioError) -> None:
        self._set_looking(False)
        self.place.fail(error)

    def _show(self, key: str, state: LampState, word: str, text: str) -> None:
        if key in self.lamps:
            self.lamps[key].show_state(state, word, text)
        else:
            self.lamps[key] = Lamp(state, word, text)
            self._lines.addWidget(self.lamps[key])

    def _set_looking(self, looking: bool) -> None:
        self._looking = looking
        if looking:
            self.again.refuse(self.say("Looking, a few seconds"))
        else:
            self.again.allow()

    # --- notices

    def show_notices(self) -> None:
        """Show whose work is inside, and under which licence."""
        self.jobs.start(lambda control: read_notices(), self._show_notices)

    def _show_notices(self, text: str) -> None:
        shown = TextField(rows=12, name=self.say("Licences"))
        shown.setReadOnly(True)
        shown.setPlainText(text or self.say("The file {name} isn't there.", name=NOTICES))
        self.place.tell(self.say("Licences"), "", shown)


def _kept_bytes() -> int:
    from skriptstudio.assembly.kept import kept_pictures_bytes

    return kept_pictures_bytes()


def _emptied() -> int:
    from skriptstudio.assembly.kept import clear_kept_pictures

    clear_kept_pictures()
    return _kept_bytes()


def look(house: House | None, speaker: Speaker, known: SizeTrial | None, control: JobControl) -> Health:
    """Look at everything; takes some seconds, for a job.

    Args:
        house: the open one, or None.
        speaker: says what is wrong.
        known: what an earlier trial of the size of takes gave; without it, it is tried now.
        control: of the job.
    """
    from skriptstudio.assembly.computer import encoder_speed, missing_fonts, try_final_size
    from skriptstudio.assembly.house import House
    from skriptstudio.assembly.places import spool_folder

    house = house or House(create=False)
    library, trouble = _library(house, speaker)
    return Health(
        cameras=tuple(device.name for device in house.studio.cameras() if device.id != _DEMO),
        microphones=tuple(device.name for device in house.studio.microphones() if device.id != _DEMO),
        encoder=encoder_speed() / CLIP_FPS,
        trial=known or try_final_size(control),
        library=library,
        library_trouble=trouble,
        missing_fonts=missing_fonts(),
        spool=whole_words(spool_folder()),
    )


def _library(house: House, speaker: Speaker) -> tuple[str, str]:
    try:
        path = whole_words(house.library_path)
        house.plan.list()
    except SkriptStudioError as error:
        return "", str(sentence(error, speaker, in_window=True))
    return path, ""


def read_notices() -> str:
    """The text of the notices, empty if they aren't there: beside the assets, or with the installed package."""
    places = [root.parent / NOTICES for root in asset_roots()] + [root / NOTICES for root in asset_roots()]
    with suppress(PackageNotFoundError):
        places += [Path(str(file.locate())) for file in files("skriptstudio") or () if file.name == NOTICES]
    found = next((place for place in places if place.is_file()), None)
    return found.read_text(encoding="utf-8") if found else ""


def _any(names: tuple[str, ...]) -> LampState:
    return "ok" if names else "hint"


def _list(names: tuple[str, ...], otherwise: str) -> str:
    return ", ".join(names) or otherwise
