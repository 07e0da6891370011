"""The studio of this computer: the ``Studio`` port over real cameras, microphones and the local disk."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from skriptstudio.domain.camera_check import CameraCheck
from skriptstudio.domain.framing import AS_IT_IS, Framing
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import Device, Recording, RecordingListener, RecordingOrder, Room, RoomViewer
from skriptstudio.domain.room_check import Threshold
from skriptstudio.media.capture import devices
from skriptstudio.media.capture.keeping import keep_take
from skriptstudio.media.capture.opening import NONE, asked_of, framing_for, sources
from skriptstudio.media.capture.recorder import record
from skriptstudio.media.capture.spool import Spool


class LocalStudio:
    """Records with the devices of this computer into a spool on its disk."""

    def __init__(
        self,
        spool_folder: Path,
        thresholds: Sequence[Threshold] = (),
        final_size: Callable[[], bool] = lambda: False,
    ) -> None:
        """Nothing is opened yet.

        Args:
            spool_folder: made when it is first needed.
            thresholds: judge the room check.
            final_size: asked before each take, whether this computer scales to the clip's size while recording.
        """
        self._final_size = final_size
        self._thresholds = tuple(thresholds)
        self._spool = Spool(spool_folder)

    def cameras(self) -> tuple[Device, ...]:
        return devices.cameras()

    def microphones(self) -> tuple[Device, ...]:
        return devices.microphones()

    def check_camera(self, camera: str, seconds: float, control: JobControl) -> CameraCheck:
        from skriptstudio.media.capture.camera_check import check_camera

        order = RecordingOrder("", "", "", "", camera, NONE, Fraction(0))
        return check_camera(camera, sources(order)[0], asked_of(camera), seconds, control)

    def record(self, order: RecordingOrder, listener: RecordingListener, control: JobControl) -> Recording:
        """Record as the port says.

        When the disk runs full on the way, what was recorded stays in the spool
        and ``unfinished`` gives it as soon as there is room again.

        Raises:
            NoCamera, CameraLost, NoMicrophone, NothingToRecord, NotMedia, MissingFile, DiskFull, DriveFault,
                EncoderFault.
            Cancelled: before the first picture.
        """
        chosen = sources(order)
        framing = framing_for(order.camera, order.framing)
        return keep_take(
            self._spool,
            order,
            lambda path: record(chosen, path, order.seconds, listener, control, framing, self._final_size()),
        )

    def enter(
        self, camera: str, microphone: str, viewer: RoomViewer, text: str = "", framing: Framing = AS_IT_IS
    ) -> Room:
        from skriptstudio.media.capture.room import open_room

        return open_room(self._spool, camera, microphone, viewer, text, framing, self._thresholds, self._final_size)

    def unfinished(self) -> Iterator[Recording]:
        return self._spool.unfinished()

    def seconds_left(self) -> Fraction:
        return self._spool.seconds_left()

    def discard(self, recording: Recording) -> None:
        self._spool.discard(recording)
