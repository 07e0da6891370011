"""Which camera and microphone are in use, and whether they answer."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.address import is_address, showable
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.framing import AS_IT_IS
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import Device, Room, RoomViewer
from skriptstudio.ui.jobs import Jobs
from skriptstudio.ui.pages.record.feed import RoomFeed
from skriptstudio.ui.pages.record.keeper import Devices, RoomKeeper
from skriptstudio.ui.session import Session

DEMO = "demo"
NO_CAMERA = "none"
"""Ids that stand for no device of this computer, see ``RecordingOrder``."""

_Found = tuple[tuple[Device, ...], tuple[Device, ...]]


class Booth(QObject):
    """Finds devices, opens the room, and remembers the choice.

    Attributes:
        feed: what the open room shows.
        cameras, microphones: what this computer has.
        trouble: why there is no picture or sound, or None.
        camera, microphone: ids in use; empty while devices are looked for.
        opening: devices are being opened.
        opened: they are there.
        troubled: they don't answer (any more); ``trouble`` says why.
        recovered: what was lost answers again by itself.
    """

    opening = Signal()
    opened = Signal()
    troubled = Signal()
    recovered = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._text = ""
        self._here = False
        self.feed = RoomFeed()
        self.cameras: tuple[Device, ...] = ()
        self.microphones: tuple[Device, ...] = ()
        self.camera = ""
        self.microphone = ""
        self.trouble: SkriptStudioError | None = None
        self._keeper = RoomKeeper(jobs, self._enter, self.feed, self)
        self._keeper.opened.connect(self.opened)
        self._keeper.refused.connect(self._lost)
        self.feed.lost_device.connect(self._lost)

    @property
    def room(self) -> Room | None:
        """The open room."""
        return self._keeper.room

    @property
    def devices(self) -> Devices:
        """Both ids."""
        return Devices(self.camera, self.microphone)

    @property
    def can_be_framed(self) -> bool:
        """Whether the camera in use is a real one, whose picture can be turned and cut."""
        return self.room is not None and self.camera not in (DEMO, NO_CAMERA)

    def _enter(self, camera: str, microphone: str, viewer: RoomViewer, text: str) -> Room:
        framing = self._session.settings.framings.get(showable(camera), AS_IT_IS)
        return self._session.house.studio.enter(camera, microphone, viewer, text, framing)

    def enter(self, text: str) -> None:
        """Look for devices and open those chosen last; ``text`` is what is spoken first."""
        self._text = text
        self._here = True
        self.trouble = None
        house = self._session.house

        def work(control: JobControl) -> _Found:
            return house.studio.cameras(), house.studio.microphones()

        self.opening.emit()
        self._jobs.start(work, self._found)

    def leave(self) -> None:
        """Let go of everything."""
        self._here = False
        self._keeper.release()

    def answers(self, lost: type[SkriptStudioError]) -> None:
        """A picture or a sound has come: whoever was told as ``lost`` is back."""
        if isinstance(self.trouble, lost) and self.room is not None:
            self.trouble = None
            self.recovered.emit()

    def search_again(self) -> None:
        """Look for devices anew, also for those that didn't answer."""
        self._keeper.release()
        if not is_address(self.camera):  # its login is known here alone
            self.camera = ""
        self.microphone = ""
        self.enter(self._text)

    def use_camera(self, camera: str) -> None:
        """Take another camera, and remember it unless it stands for none; a login is never remembered."""
        self.camera = camera
        if camera != NO_CAMERA:
            self._session.change_settings(camera=showable(camera))
        self._open()

    def use_microphone(self, microphone: str) -> None:
        """Take another microphone, and remember it."""
        self.microphone = microphone
        self._session.change_settings(microphone=microphone)
        self._open()

    def _found(self, found: _Found) -> None:
        self.cameras, self.microphones = found
        if self._here:
            settings = self._session.settings
            self.camera = self.camera or first_device(self.cameras, settings.camera)
            self.microphone = self.microphone or first_device(self.microphones, settings.microphone)
            self._open()

    def _open(self) -> None:
        self.trouble = None
        self.opening.emit()
        self._keeper.want(self.devices, self._text, again=self._keeper.room is None)
        if self._keeper.room is not None:
            self.opened.emit()

    def _lost(self, error: SkriptStudioError) -> None:
        if self._here:
            self.trouble = error
            self.troubled.emit()


def first_device(devices: Sequence[Device], remembered: str | None) -> str:
    """The one that was chosen last, else the first real one, else the demo."""
    return remembered or next((device.id for device in devices if device.id != DEMO), DEMO)
