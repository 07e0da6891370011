"""Makes a finished recording in the spool out of a take, or says why there is none."""

from collections.abc import Callable
from pathlib import Path

import av

from skriptstudio.domain.errors import CameraLost, DeviceTrouble, EncoderFault
from skriptstudio.domain.ports.studio import Recording, RecordingOrder
from skriptstudio.media.capture.precedence import PRECEDENCE
from skriptstudio.media.capture.recorder import Recorded
from skriptstudio.media.capture.spool import Spool, disk_trouble
from skriptstudio.media.capture.spool_record import Outcome
from skriptstudio.media.capture.wakefulness import kept_awake


def keep_take(spool: Spool, order: RecordingOrder, roll: Callable[[Path], Recorded]) -> Recording:
    """Record in the spool.

    Args:
        spool: where it is kept.
        order: what to record.
        roll: records into the new file at a path; what it raises goes on to the caller.

    Raises:
        CameraLost: not one picture came.
        DiskFull, DriveFault, EncoderFault: what was recorded stays in the spool.
    """
    with spool.begin(order) as entry:
        with kept_awake(), PRECEDENCE.given():
            recorded = roll(entry.take)
        if recorded.failure is not None:
            raise _trouble(recorded.failure, entry.folder) from recorded.failure
        recording = entry.finish(_outcome(recorded))
        if recording is None:
            raise CameraLost(source=order.camera)
        return recording


def _trouble(failure: OSError | av.FFmpegError, folder: Path) -> DeviceTrouble:
    if isinstance(failure, OSError):
        return disk_trouble(failure, folder)
    return EncoderFault(reason=str(failure))


def _outcome(recorded: Recorded) -> Outcome:
    return Outcome(dropped=recorded.dropped, repeated=recorded.repeated, findings=recorded.findings)
