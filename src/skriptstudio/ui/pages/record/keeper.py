"""Opens and closes the room, one after the other, without the window ever waiting."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.errors import Cancelled, SkriptStudioError
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import Room, RoomViewer
from skriptstudio.ui.jobs import Job, Jobs

Enter = Callable[[str, str, RoomViewer, str], Room]
"""``Studio.enter``."""


@dataclass(frozen=True)
class Devices:
    """Ids of a camera and a microphone."""

    camera: str
    microphone: str


class RoomKeeper(QObject):
    """Keeps the room open that is wanted, and none other.

    Attributes:
        opened: the wanted room is there.
        refused: it can't be opened, with the error.
    """

    opened = Signal()
    refused = Signal(object)

    def __init__(self, jobs: Jobs, enter: Enter, viewer: RoomViewer, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._enter = enter
        self._viewer = viewer
        self._lock = Lock()
        self._room: Room | None = None
        self._open: Devices | None = None
        self._wanted: Devices | None = None
        self._failed: Devices | None = None
        self._text = ""
        self._opening: Job[None] | None = None
        self._busy = 0

    @property
    def room(self) -> Room | None:
        """The wanted room, once it is open."""
        return self._room if self._open == self._wanted else None

    @property
    def devices(self) -> Devices | None:
        """What is wanted."""
        return self._wanted

    def want(self, devices: Devices, text: str = "", again: bool = False) -> None:
        """Open these devices; what failed before is only tried again if asked to.

        Args:
            devices: camera and microphone.
            text: what is spoken first, for the demo.
            again: close and open even where nothing changed.
        """
        self._text = text
        self._wanted = devices
        if again:
            self._failed = None
            self._shut()
        self._go_on()

    def release(self) -> None:
        """Let go of the devices, also of those that are just being opened."""
        self._wanted = None
        self._failed = None
        if self._opening is not None:
            self._opening.cancel()
        self._shut()

    def _go_on(self) -> None:
        """One step towards what is wanted; each job calls again when it ends."""
        if self._busy or self._wanted == self._open:
            return
        if self._room is not None:
            self._shut()
        elif self._wanted is not None and self._wanted != self._failed:
            wanted = self._wanted
            self._busy += 1
            self._opening = self._jobs.start(
                self._work(wanted), lambda _: self._opened(wanted), lambda error: self._not_opened(wanted, error)
            )

    def _work(self, wanted: Devices) -> Callable[[JobControl], None]:
        def work(control: JobControl) -> None:
            room = self._enter(wanted.camera, wanted.microphone, self._viewer, self._text)
            with self._lock:
                if not control.cancelled:
                    self._room = room
                    return
            room.close()
            raise Cancelled

        return work

    def _opened(self, devices: Devices) -> None:
        self._ended()
        self._open = devices if self._room is not None else None
        if self.room is not None:
            self.opened.emit()
        self._go_on()

    def _not_opened(self, devices: Devices, error: SkriptStudioError) -> None:
        self._ended()
        if not isinstance(error, Cancelled) and devices == self._wanted:
            self._failed = devices
            self.refused.emit(error)
        self._go_on()

    def _ended(self) -> None:
        self._busy -= 1
        self._opening = None

    def _shut(self) -> None:
        """Close what is open. The room is taken out at once, so that the end of the program waits for its closing."""
        with self._lock:
            room, self._room = self._room, None
        self._open = None
        if room is not None:
            self._busy += 1
            self._jobs.start(_closing(room), lambda _: self._closed(), lambda _: self._closed())

    def _closed(self) -> None:
        self._busy -= 1
        self._go_on()


def _closing(room: Room) -> Callable[[JobControl], None]:
    return lambda control: room.close()
