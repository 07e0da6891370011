"""One take from the order to the library, in jobs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.errors import Cancelled, SkriptStudioError, TakeWaits
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import Recording, RecordingOrder, Room
from skriptstudio.domain.production import Production
from skriptstudio.domain.take import Take
from skriptstudio.ui.jobs import Job, Jobs
from skriptstudio.ui.pages.record.feed import TakeFeed
from skriptstudio.ui.pages.record.keeper import Devices

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House


@dataclass(frozen=True)
class Shot:
    """A take that has come home; ``production`` holds it already."""

    production: Production
    take: Take


@dataclass
class _Rolling:
    """A recording on its way; ``drop`` throws it away when it ends."""

    drop: Event
    job: Job[Shot | None] | None = None


class Shoot(QObject):
    """Orders, records and brings home; one take after the other.

    Attributes:
        feed: what the recorder tells while it runs.
        ordered: everything is checked; recording may begin.
        recorded: nothing more is recorded, also where nobody stopped it; ``shot`` or ``waits`` follows.
        shot: a take is in the library, as ``Shot``.
        waits: the take is safe on this computer but not in the library, with the error.
        failed: there is no take, with the error.
        nothing: it was stopped before the first picture.
    """

    ordered = Signal()
    recorded = Signal()
    shot = Signal(object)
    waits = Signal(object)
    failed = Signal(object)
    nothing = Signal()
    _over = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.feed = TakeFeed()
        self._jobs = jobs
        self._order: RecordingOrder | None = None
        self._rolling: _Rolling | None = None
        self._asked = 0
        self._over.connect(self._tell)

    @property
    def order(self) -> RecordingOrder | None:
        """What is about to be recorded, once it is checked."""
        return self._order

    @property
    def busy(self) -> bool:
        """Whether a take is being recorded or brought home."""
        return self._rolling is not None

    def ask(self, house: House, production: str, devices: Devices, section: str, speakers: Sequence[str]) -> None:
        """Check the order; ``ordered`` or ``failed`` follows."""
        self._order = None
        self._asked += 1
        asked = self._asked

        def work(control: JobControl) -> RecordingOrder:
            return house.record.order(production, devices.camera, devices.microphone, section, speakers=speakers)

        self._jobs.start(work, lambda order: self._take_order(asked, order), self.failed.emit)

    def _take_order(self, asked: int, order: RecordingOrder) -> None:
        if asked == self._asked:
            self._order = order
            self.ordered.emit()

    def forget(self) -> None:
        """The countdown was cancelled."""
        self._asked += 1
        self._order = None

    def roll(self, house: House, room: Room) -> None:
        """Record what was ordered."""
        order = self._order
        assert order is not None, "ask() comes first"
        self._order = None
        rolling = _Rolling(Event())

        def work(control: JobControl) -> Shot | None:
            recording = room.record(order, self.feed, control)
            if rolling.drop.is_set():
                house.studio.discard(recording)
                return None
            self._over.emit(rolling)
            return _brought_home(house, recording)

        self._rolling = rolling
        rolling.job = self._jobs.start(
            work, lambda shot: self._done(rolling, shot), lambda error: self._failed(rolling, error)
        )

    def stop(self) -> None:
        """End the take and keep it."""
        if self._rolling is not None and self._rolling.job is not None:
            self._rolling.job.cancel()

    def drop(self) -> None:
        """End the take and throw it away; the next one may be asked for at once."""
        if self._rolling is not None:
            self._rolling.drop.set()
            self.stop()
            self._rolling = None

    def _tell(self, rolling: _Rolling) -> None:
        if self._rolling is rolling:
            self.recorded.emit()

    def _done(self, rolling: _Rolling, shot: Shot | None) -> None:
        self._ended(rolling)
        if shot is not None:
            self.shot.emit(shot)

    def _failed(self, rolling: _Rolling, error: SkriptStudioError) -> None:
        self._ended(rolling)
        if rolling.drop.is_set():
            return
        if isinstance(error, Cancelled):
            self.nothing.emit()
        elif isinstance(error, TakeWaits):
            self.waits.emit(error)
        else:
            self.failed.emit(error)

    def _ended(self, rolling: _Rolling) -> None:
        if self._rolling is rolling:
            self._rolling = None


def _brought_home(house: House, recording: Recording) -> Shot:
    take, _ = house.record.bring_home(recording)
    return Shot(house.desk.open(recording.order.production).record, take)
