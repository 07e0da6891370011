"""Brings the script into the library, one version after the other."""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.production import Production
from skriptstudio.ui.jobs import Jobs
from skriptstudio.ui.pages.write.draft import Sections, Written

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House

AFTER_MS = 800
"""How long the keyboard rests before the text is saved."""


class Saver(QObject):
    """Saves in jobs, strictly in order, and knows what the writer started from.

    The last versions may still wait when the window closes, so the order is kept by a
    lock in the workers instead of by callbacks.

    Attributes:
        due: the keyboard has rested long enough.
        saved: the production after the newest save.
        failed: id, what isn't saved (None for a rewrite), and the error.
    """

    due = Signal()
    saved = Signal(object)
    failed = Signal(str, object, object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._lock = Lock()
        self._stored: dict[str, Sections] = {}
        self._number = 0
        self._finished: dict[str, int] = {}
        self._shown = 0
        self._sending: dict[int, tuple[str, Written | None]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.due)

    def touch(self) -> None:
        """The text has changed: save it when the keyboard rests."""
        self._timer.start()

    def rest(self) -> None:
        """Nothing is due any more."""
        self._timer.stop()

    @property
    def busy(self) -> bool:
        return bool(self._sending)

    def based_on(self, production_id: str, stored: Sections) -> None:
        """The writer goes on from ``stored``."""
        self._stored[production_id] = stored

    def base(self, production_id: str) -> Sections:
        """What the writer started from; empty where nothing was known."""
        return self._stored.get(production_id, ())

    def send(self, house: "House", production_id: str, written: Written, by: str) -> None:
        """Save what was written, unless just this is on its way."""
        self.rest()
        if self._sending.get(self._number) == (production_id, written):
            return
        self._start(production_id, written, lambda: self._saved_by(house, production_id, written, by))

    def _saved_by(self, house: "House", production_id: str, written: Written, by: str) -> Production:
        before = self._stored.get(production_id)
        return house.write.save(production_id, written.sections, by, before, written.brief, written.hooks)

    def rewrite(self, production_id: str, change: Callable[[], Production], done: Callable[[Production], None]) -> None:
        """Let something else replace the script after all that is on its way; then ``done`` instead of ``saved``."""
        self.rest()
        self._start(production_id, None, change, done)

    def _start(
        self,
        production_id: str,
        written: Written | None,
        change: Callable[[], Production],
        then: Callable[[Production], None] | None = None,
    ) -> None:
        self._number += 1
        number = self._number
        self._sending[number] = (production_id, written)

        def work(control: JobControl) -> Production | None:
            with self._lock:
                if number < self._finished.get(production_id, 0):
                    return None
                made = change()
                self._finished[production_id] = number
                self._stored[production_id] = made.script.sections
                return made

        def done(made: Production | None) -> None:
            del self._sending[number]
            if made is not None and number > self._shown and isValid(self):
                self._shown = number
                (then or self.saved.emit)(made)

        def failed(error: SkriptStudioError) -> None:
            del self._sending[number]
            if isValid(self):
                self.failed.emit(production_id, written, error)

        self._jobs.start(work, done, failed)
