"""What the page does when devices come, go, show and sound."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from skriptstudio.domain.errors import CameraLost, NoMicrophone
from skriptstudio.domain.ports.studio import Still
from skriptstudio.domain.take import TakeFinding
from skriptstudio.messages.words import take_finding
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.record.booth import NO_CAMERA, Booth
from skriptstudio.ui.pages.record.camera_dialog import ask_for_framing
from skriptstudio.ui.pages.record.checking import Checking
from skriptstudio.ui.pages.record.filming import Filming
from skriptstudio.ui.pages.record.phone import ask_for_phone
from skriptstudio.ui.pages.record.room_card import PHONE
from skriptstudio.ui.pages.record.room_words import Part
from skriptstudio.ui.pages.record.state import RecordState
from skriptstudio.ui.pages.record.studio_view import StudioView


class DeviceReactions(QObject):
    """Shows what the booth has, and hands what is chosen on to it."""

    def __init__(
        self,
        place: Place,
        view: StudioView,
        state: RecordState,
        booth: Booth,
        filming: Filming,
        checking: Checking,
        window: Callable[[], QWidget],
        parent: QObject,
    ) -> None:
        """``window`` is what dialogs cover."""
        super().__init__(parent)
        self._place = place
        self._view = view
        self._state = state
        self._booth = booth
        self._filming = filming
        self._checking = checking
        self._window = window
        booth.feed.pictured.connect(self._show_still)
        booth.feed.sounded.connect(self._show_level)
        booth.feed.froze.connect(self._show_frozen)
        booth.opening.connect(self._opening)
        booth.opened.connect(self._opened)
        booth.troubled.connect(self._troubled)
        booth.recovered.connect(self._recovered)
        view.room.camera_chosen.connect(self.choose_camera)
        view.room.microphone_chosen.connect(booth.use_microphone)
        view.room.set_up.clicked.connect(self._set_up_camera)
        view.room.check.clicked.connect(self.check_room)
        view.trouble.search.connect(booth.search_again)
        view.trouble.phone.connect(lambda: self.choose_camera(PHONE))

    def choose_camera(self, camera: str) -> None:
        """Take a camera by its id, ``PHONE`` after a question."""
        if camera == PHONE:
            self._view.room.camera.choose(self._booth.camera)
            ask_for_phone(self._place, self._booth.camera, self._booth.use_camera)
        else:
            self._booth.use_camera(camera)

    def search_again(self) -> None:
        """Look for devices anew; the take that was watched goes."""
        self._state.watched = None
        self._booth.search_again()

    def back_to_camera(self) -> None:
        """Leave the take that is watched."""
        self._state.watched = None
        if self._state.lineup is None:
            return
        self._view.show_preview()
        self._state.move("ready" if self._booth.room is not None else "opening")
        self._troubled()

    def check_room(self) -> None:
        """Start the room check, unless the room can't be checked now."""
        state = self._state
        if state.lineup is None or self._filming.stage is not None:
            return
        if state.situation in ("fresh", "watching"):
            self.back_to_camera()
        if self._booth.room is not None and state.situation == "ready":
            self._checking.start(self._booth.room)

    def face_picture(self) -> Still | None:
        """Where a face is looked for: in the live picture with guides, while nothing covers it."""
        view = self._view
        shown = view.shown is view.preview and view.preview.film.guides
        return view.newest if shown and self._filming.stage is None else None

    @property
    def missing(self) -> list[Part]:
        """What the room has none of."""
        eye, ear = self._booth.camera == NO_CAMERA, self._booth.microphone == NO_CAMERA
        situation = self._state.situation
        missing: list[Part] = ["camera"] if eye or situation == "no_camera" else []
        return [*missing, "microphone"] if ear or situation == "no_microphone" else missing

    @property
    def all_there(self) -> bool:
        """Whether the devices answer, as far as is known."""
        return self._booth.trouble is None

    def _opening(self) -> None:
        self._checking.forget()
        booth = self._booth
        if booth.camera:
            self._view.room.show_booth(booth)
        self._view.show_preview()
        self._view.wait_for_camera(booth.camera)
        self._state.move("opening")

    def _opened(self) -> None:
        if self._state.lineup is not None and self._state.situation == "opening":
            self._state.move("ready")

    def _troubled(self) -> None:
        """A device is gone; while a take is made or watched, that comes first."""
        error = self._booth.trouble
        if error is None:
            return
        self._checking.forget()
        situation = self._state.situation
        if self._filming.stage is not None or situation in ("saving", "fetching", "fresh", "watching"):
            self._state.move(situation)
            return
        self._view.show_trouble(error)
        self._state.move("no_microphone" if isinstance(error, NoMicrophone) else "no_camera")

    def _recovered(self) -> None:
        """Cable in again, phone back in the network: the next take can begin without any press."""
        if self._state.situation in ("no_camera", "no_microphone"):
            self._view.show_preview()
            self._state.move("ready")
        else:
            self._state.move(self._state.situation)

    def _set_up_camera(self) -> None:
        room, view = self._booth.room, self._view
        if room is not None:
            camera, window = self._booth.camera, self._window()
            ask_for_framing(self._place, window, camera, room, lambda: view.newest, self._checking.forget)

    def _show_still(self) -> None:
        still = self._booth.feed.take_still()
        if still is None or self._booth.room is None:
            return
        self._booth.answers(CameraLost)
        if self._filming.stage is not None:
            self._filming.show_still(still)
        elif self._booth.camera != NO_CAMERA:
            self._view.show_still(still)

    def _show_level(self) -> None:
        level = self._booth.feed.take_level()
        if level is None:
            return
        self._booth.answers(NoMicrophone)
        if self._filming.stage is not None:
            self._filming.stage.show_level(level)
        else:
            self._view.room.meter.set_level(level)

    def _show_frozen(self, frozen: bool) -> None:
        """The picture stands still: said over it as long as it does."""
        self._view.preview.warn(take_finding(TakeFinding.FROZEN, self._place.session.speaker) if frozen else "")
