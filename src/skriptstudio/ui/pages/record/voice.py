"""The prompter's voice mode: what the microphone hears becomes a place in the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.speech import ReadingPlace, VoiceFollower
from skriptstudio.domain.ports.studio import Room
from skriptstudio.ui.jobs import Jobs

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House


class VoiceReading(QObject):
    """Listens to one reading after the other, each with a follower of its own.

    Attributes:
        moved: the reader's voice has come to a place, as ``ReadingPlace``.
        failed: there is nothing that could follow; the text has to be moved otherwise.
        hopeless: so it was for the reading that was prepared last.
    """

    moved = Signal(object)
    failed = Signal()
    _heard = Signal(object, object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.hopeless = False
        self._asked = 0
        self._room: Room | None = None
        self._listener: _Listener | None = None
        self._heard.connect(self._tell)

    def prepare(self, house: House, sentences: Sequence[str], at: ReadingPlace | None = None) -> None:
        """Get ready for these sentences, in a job: it takes about a second, and the countdown three.

        ``at`` is the word that was spoken last, where the reading goes on.
        """
        self.stop()
        self.hopeless = False
        asked = self._asked

        def work(control: JobControl) -> VoiceFollower:
            follower = house.listening.follower(sentences)
            if at is not None:
                follower.go_to(at)
            return follower

        self._jobs.start(
            work,
            lambda follower: self._take(asked, follower),
            lambda error: self._give_up(asked, error),
        )

    def start(self, room: Room) -> None:
        """Listen from now on, or as soon as the follower is ready."""
        self._room = room
        if self._listener is not None:
            room.listen(self._listener.hear)

    def go_to(self, place: ReadingPlace) -> None:
        """The hand moved the text: this word was the last one."""
        if self._listener is not None:
            self._listener.go_to(place)

    def stop(self) -> None:
        """Listen no more."""
        self._asked += 1
        room, self._room = self._room, None
        self._listener = None
        if room is not None:
            room.listen(None)

    def _take(self, asked: int, follower: VoiceFollower) -> None:
        if asked != self._asked:
            return
        listener = _Listener(follower)
        listener.moved = lambda place: self._heard.emit(listener, place)
        self._listener = listener
        if self._room is not None:
            self.start(self._room)

    def _give_up(self, asked: int, error: SkriptStudioError) -> None:
        if asked == self._asked:
            self.hopeless = True
            self.failed.emit()

    def _tell(self, listener: _Listener, place: ReadingPlace) -> None:
        """What was still on its way when the text was changed or the take ended counts no more."""
        if listener is self._listener and place == listener.place:
            self.moved.emit(place)


class _Listener:
    """Feeds a follower from the room's thread, and lets the hand in between two pieces.

    Attributes:
        moved: told each new place, from the room's thread.
        place: the last one.
    """

    def __init__(self, follower: VoiceFollower) -> None:
        self._follower = follower
        self._lock = Lock()
        self._wanted: ReadingPlace | None = None
        self.moved: Callable[[ReadingPlace], None] = lambda place: None
        self.place: ReadingPlace | None = None

    def hear(self, sound: bytes) -> None:
        """The next piece."""
        with self._lock:
            wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._follower.go_to(wanted)
        place = self._follower.hear(sound)
        with self._lock:
            if place is None or place == self.place or self._wanted is not None:
                return
            self.place = place
        self.moved(place)

    def go_to(self, place: ReadingPlace) -> None:
        """From the window's thread, which must not wait for a piece that is being understood."""
        with self._lock:
            self._wanted = place
            self.place = place
