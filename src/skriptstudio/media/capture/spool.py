"""Recordings on the local disk, from their first frame until they are safe in the library.

Each has a folder of its own:

- ``recording.json``: what was ordered, when, by which process, and at the end what came of it;
- ``take.mp4``: the crash-safe file, until the next one is whole;
- ``finished.mp4``: the plain MP4 made from it;
- ``running.lock``: held by the process that the recording belongs to.
"""

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

from skriptstudio.domain.disk_room import LEAST_SECONDS
from skriptstudio.domain.errors import DeviceTrouble, DiskFull, DriveFault
from skriptstudio.domain.ports.studio import Recording, RecordingOrder
from skriptstudio.domain.take import TakeFinding
from skriptstudio.domain.timecode import from_frames
from skriptstudio.media.capture.disk_forecast import free_bytes, seconds_left
from skriptstudio.media.capture.hold import hold, is_recording, let_go, set_recording
from skriptstudio.media.capture.remux import count_pictures, remux
from skriptstudio.media.capture.spool_record import Outcome, SpoolRecord, read_record, write_record
from skriptstudio.media.capture.writer import LOST_AT_MOST

_INTERRUPTED = Outcome(dropped=0, repeated=0, findings=(TakeFinding.INTERRUPTED,), lost_at_most=LOST_AT_MOST)


class SpoolEntry:
    """One recording in the spool.

    Attributes:
        take: path of the crash-safe file.
    """

    def __init__(self, folder: Path, record: SpoolRecord) -> None:
        self.folder = folder
        self.take = folder / "take.mp4"
        self._finished = folder / "finished.mp4"
        self._record = record

    def finish(self, outcome: Outcome) -> Recording | None:
        """Make the plain MP4 and give the recording; None if it holds no picture.

        Raises:
            DiskFull, DriveFault: what was recorded stays where it is.
        """
        try:
            if self._record.outcome is None:
                self._record = replace(self._record, outcome=outcome)
                write_record(self.folder, self._record)
            frames = count_pictures(self._finished) or self._make_plain()
        except OSError as error:
            raise disk_trouble(error, self.folder) from error
        return self._recording(frames) if frames else None

    def recover(self) -> Recording | None:
        """Finish what another process began, or give again what was finished. Returns and raises like ``finish``."""
        return self.finish(self._record.outcome or _INTERRUPTED)

    def _make_plain(self) -> int:
        half = self.folder / "finished.part"
        frames = remux(self.take, half)
        if not frames:
            return 0
        with half.open("rb+") as file:
            os.fsync(file.fileno())
        if count_pictures(half) != frames:
            raise OSError(errno.EIO, "the finished copy is not whole")
        half.replace(self._finished)
        self.take.unlink()
        return frames

    def _recording(self, frames: int) -> Recording:
        outcome = self._record.outcome or _INTERRUPTED
        return Recording(
            order=self._record.order,
            path=self._finished,
            recorded=self._record.started,
            frames=frames,
            seconds=from_frames(frames),
            dropped=outcome.dropped,
            repeated=outcome.repeated,
            findings=outcome.findings,
            lost_at_most=outcome.lost_at_most,
        )


class Spool:
    """The folder with all recordings that aren't in a library yet."""

    def __init__(self, folder: Path, least_seconds: int = LEAST_SECONDS) -> None:
        """With room for less than ``least_seconds`` no recording begins."""
        self._folder = folder.absolute()
        self._least_seconds = least_seconds

    @contextmanager
    def begin(self, order: RecordingOrder) -> Iterator[SpoolEntry]:
        """A new recording, ours while the block runs and until it is discarded; gone again if nothing was recorded.

        Raises:
            DiskFull, DriveFault: there is no room for it.
        """
        entry = self._create(order)
        try:
            yield entry
        finally:
            set_recording(entry.folder, False)
            if not any(entry.folder.glob("*.mp4")):
                self._remove(entry.folder)

    def unfinished(self) -> Iterator[Recording]:
        """All recordings that no running program holds, oldest first, each made whole.

        Raises:
            DiskFull, DriveFault: after all others, if one could not be made whole.
        """
        trouble: DeviceTrouble | None = None
        for folder in sorted(path for path in self._folder.glob("*") if path.is_dir()):
            record = read_record(folder)
            if record is None or is_recording(folder) or not hold(folder):
                continue
            try:
                recording = SpoolEntry(folder, record).recover()
                if recording is None:
                    self._remove(folder)
                else:
                    yield recording
            except DeviceTrouble as error:
                trouble = error
            finally:
                let_go(folder)
        if trouble is not None:
            raise trouble

    def seconds_left(self) -> Fraction:
        """How much longer can be recorded, see ``Studio.seconds_left``; 0 where the disk can't be asked."""
        try:
            return seconds_left(free_bytes(self._folder))
        except OSError:
            return Fraction(0)

    def discard(self, recording: Recording) -> None:
        """Remove a recording; nothing happens if it is gone already."""
        self._remove(recording.path.parent)

    def _create(self, order: RecordingOrder) -> SpoolEntry:
        started = datetime.now(UTC)
        name = re.sub(r"[^A-Za-z0-9_-]", "_", order.take)[:40]
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if seconds_left(free_bytes(self._folder)) < self._least_seconds:
                raise DiskFull(path=str(self._folder))
            folder = Path(tempfile.mkdtemp(prefix=f"{started:%Y%m%d-%H%M%S}-{name}-", dir=self._folder))
            set_recording(folder, True)
            hold(folder)
            record = SpoolRecord(order=order, started=started, process=os.getpid())
            write_record(folder, record)
        except OSError as error:
            raise disk_trouble(error, self._folder) from error
        return SpoolEntry(folder, record)

    def _remove(self, folder: Path) -> None:
        """Take the name away first, so that a half-removed folder is no recording any more."""
        let_go(folder)
        with suppress(OSError):
            (folder / "recording.json").unlink()
        shutil.rmtree(folder, ignore_errors=True)


def disk_trouble(error: OSError, path: Path) -> DeviceTrouble:
    """The operating system's error as one that people understand."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path=str(path))
    return DriveFault(path=str(path), reason=error.strerror or str(error))
