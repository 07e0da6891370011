"""What comes from the room's threads into the window's."""

from fractions import Fraction
from threading import Lock

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.ports.studio import Still
from skriptstudio.domain.take import TakeFinding


class RoomFeed(QObject):
    """A ``RoomViewer``: keeps the newest picture and level only, so nothing ever queues up.

    Attributes:
        pictured: there is a new picture to take.
        sounded: there is a new level to take.
        froze: the camera's picture stands still (True) or moves again (False).
        lost_device: a device has gone, with the error.
    """

    pictured = Signal()
    sounded = Signal()
    froze = Signal(bool)
    lost_device = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock()
        self._still: Still | None = None
        self._level: float | None = None

    def seen(self, still: Still) -> None:
        """Called by the room."""
        with self._lock:
            waiting = self._still is not None
            self._still = still
        if not waiting:
            self.pictured.emit()

    def heard(self, level_db: float) -> None:
        """Called by the room."""
        with self._lock:
            waiting = self._level is not None
            self._level = level_db
        if not waiting:
            self.sounded.emit()

    def frozen(self, frozen: bool) -> None:
        """Called by the room."""
        self.froze.emit(frozen)

    def lost(self, error: SkriptStudioError) -> None:
        """Called by the room."""
        self.lost_device.emit(error)

    def take_still(self) -> Still | None:
        """The newest picture, each only once."""
        with self._lock:
            still, self._still = self._still, None
        return still

    def take_level(self) -> float | None:
        """The newest level in dBFS, each only once."""
        with self._lock:
            level, self._level = self._level, None
        return level


class TakeFeed(QObject):
    """A ``RecordingListener`` that tells the window's thread.

    Attributes:
        began: the first picture is in the file.
        told: seconds so far.
        noticed: a ``TakeFinding`` that can still be mended.
    """

    began = Signal()
    told = Signal(float)
    noticed = Signal(object)

    def started(self) -> None:
        """Called by the recorder."""
        self.began.emit()

    def progress(self, seconds: Fraction, level_db: float) -> None:
        """Called by the recorder."""
        self.told.emit(float(seconds))

    def warned(self, finding: TakeFinding) -> None:
        """Called by the recorder."""
        self.noticed.emit(finding)
