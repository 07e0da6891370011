"""The room check on the page: button and key, what stands over the picture meanwhile, lamps and dialogs."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from skriptstudio.domain.ports.studio import Room
from skriptstudio.domain.room_check import RoomTopic
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.record.check_overlay import CheckOverlay
from skriptstudio.ui.pages.record.room_check import RoomCheck
from skriptstudio.ui.pages.record.room_dialogs import ask_about_background, tell_more
from skriptstudio.ui.pages.record.room_words import NEEDS, Part, remarks_of, sample_sentence
from skriptstudio.ui.pages.record.studio_view import StudioView


class Checking(QObject):
    """Follows a check from its first second to the answers.

    Attributes:
        check: the job and what it found.
        overlay: what to do, over the live picture.
    """

    def __init__(
        self, place: Place, view: StudioView, window: Callable[[], QWidget], person: Callable[[], str], parent: QObject
    ) -> None:
        """``window`` is what dialogs cover, ``person`` the name of who will speak."""
        super().__init__(parent)
        say = place.session.say
        self._place = place
        self._view = view
        self._window = window
        self._person = person
        self._missing: tuple[Part, ...] = ()
        self._why_not = ""
        self.check = RoomCheck(place.jobs, self)
        self.overlay = CheckOverlay(view.preview, say("Room check"), say("Cancel"))
        self.overlay.cancelled.connect(self.check.cancel)
        self.check.told.connect(self._told)
        self.check.ended.connect(self._ended)
        self.check.failed.connect(place.fail)
        view.room.lamps.pressed.connect(self._tell_more)

    def start(self, room: Room) -> None:
        """Check this room; the live picture has to be shown."""
        self.check.start(room)
        self._told("room_silence", 0.0)
        self._show()

    def show(self, why_not: str, missing: Collection[Part]) -> None:
        """What the room has none of, and why it can't be checked now; empty if it can."""
        self._missing, self._why_not = tuple(missing), why_not
        self._show()

    def forget(self) -> None:
        """Camera, microphone or framing have changed."""
        self.check.cancel()
        self.check.forget()
        self._show()

    def _show(self) -> None:
        self._view.preview.covered = self.check.running
        running = self._place.session.say("The room is being checked.") if self.check.running else ""
        self._view.room.allow_check(running or self._why_not)
        self._view.room.show_room(self.check.report, self.check.tidy, self._missing)

    def _told(self, stage: str, share: float) -> None:
        speaker = self._place.session.speaker
        words = {
            "room_silence": speaker.say("Be quite still for 2 seconds."),
            "room_speech": sample_sentence(self._person(), speaker),
        }.get(stage, speaker.say("One moment."))
        self.overlay.show_step(words, share)

    def _ended(self) -> None:
        self.overlay.hide()
        if self.check.report is not None:
            self.check.still = self._view.newest
            self._show()
            self._view.room.lamps.announce()
        else:
            self._show()

    def _tell_more(self, topic: RoomTopic) -> None:
        remarks = remarks_of(topic, self.check.report)
        still = self.check.still or self._view.newest
        if topic is RoomTopic.BACKGROUND and still is not None and NEEDS[topic] not in self._missing:
            self.check.still = still
            ask_about_background(self._place, self._window(), still, remarks, self._answer)
        else:
            tell_more(self._place, topic, self._view.room.lamps.row(topic).words, remarks)

    def _answer(self, tidy: bool) -> None:
        self.check.tidy = tidy
        self.check.still = None
        self._show()
