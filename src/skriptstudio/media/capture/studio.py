"""The studio of this computer: the ``Studio`` port over real cameras, microphones and the local disk."""

from collections.abc import Iterator
from pathlib import Path

import av

from skriptstudio.domain.errors import CameraLost, DeviceTrouble, EncoderFault
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports import Device, Recording, RecordingListener, RecordingOrder
from skriptstudio.media.capture import devices
from skriptstudio.media.capture.opening import sources
from skriptstudio.media.capture.recorder import Recorded, record
from skriptstudio.media.capture.spool import Spool, disk_trouble
from skriptstudio.media.capture.spool_record import Outcome


class LocalStudio:
    """Records with the devices of this computer into a spool on its disk."""

    def __init__(self, spool_folder: Path) -> None:
        """``spool_folder`` is made when it is first needed."""
        self._spool = Spool(spool_folder)

    def cameras(self) -> tuple[Device, ...]:
        return devices.cameras()

    def microphones(self) -> tuple[Device, ...]:
        return devices.microphones()

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
        with self._spool.begin(order) as entry:
            recorded = record(chosen, entry.take, order.seconds, listener, control)
            if recorded.failure is not None:
                raise _trouble(recorded.failure, entry.folder) from recorded.failure
            recording = entry.finish(_outcome(recorded))
            if recording is None:
                raise CameraLost(source=order.camera)
            return recording

    def unfinished(self) -> Iterator[Recording]:
        return self._spool.unfinished()

    def discard(self, recording: Recording) -> None:
        self._spool.discard(recording)


def _trouble(failure: OSError | av.FFmpegError, folder: Path) -> DeviceTrouble:
    if isinstance(failure, OSError):
        return disk_trouble(failure, folder)
    return EncoderFault(reason=str(failure))


def _outcome(recorded: Recorded) -> Outcome:
    return Outcome(dropped=recorded.dropped, repeated=recorded.repeated, findings=recorded.findings)
