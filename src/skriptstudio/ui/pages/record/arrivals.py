"""What the page does when the stage has gone: the take comes home, waits, or never was."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.messages.errors import sentence
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.record.device_reactions import DeviceReactions
from skriptstudio.ui.pages.record.filming import Filming
from skriptstudio.ui.pages.record.shoot import Shot
from skriptstudio.ui.pages.record.state import RecordState
from skriptstudio.ui.pages.record.studio_view import StudioView
from skriptstudio.ui.pages.record.watching import Watching


class Arrivals(QObject):
    """Shows every take that comes home, or says why there is none.

    Attributes:
        settled: the stage has gone, and the bar says what is next.
        come: a take is in the production, and its section is the chosen one.
    """

    settled = Signal()
    come = Signal()

    def __init__(
        self,
        place: Place,
        view: StudioView,
        state: RecordState,
        filming: Filming,
        watching: Watching,
        devices: DeviceReactions,
        window: Callable[[], QWidget],
        parent: QObject,
    ) -> None:
        """``window`` is what the stage covers; once it is closed the program is ending."""
        super().__init__(parent)
        self._place = place
        self._view = view
        self._state = state
        self._filming = filming
        self._watching = watching
        self._devices = devices
        self._window = window
        filming.ended.connect(self._stage_ended)
        filming.refused.connect(self._tell)
        filming.shoot.shot.connect(self.show)
        filming.shoot.waits.connect(self._waits)
        filming.shoot.failed.connect(self._failed)
        watching.fetched.connect(self.show)
        watching.refused.connect(self._failed)
        filming.shoot.nothing.connect(devices.back_to_camera)

    def show(self, shot: Shot) -> None:
        """A take is home: show it, and everything else with it in it."""
        if not self._window().isVisible():
            return  # the devices are closed
        state, session = self._state, self._place.session
        state.situation, state.watched = "fresh", shot.take
        now = session.production
        if now is not None and now.id == shot.production.id:
            session.show_production(shot.production)
        if state.lineup is None or state.lineup.production.id != shot.production.id:
            state.watched = None
            self._place.toast(session.say("The take is saved."))
            return
        state.section = shot.take.section
        self.come.emit()
        self._watching.show(shot.take, play=False)

    def _stage_ended(self) -> None:
        if self._filming.shoot.busy:
            self._state.watched = None
            self._view.show_preview()
            self._state.move("saving")
        else:
            self._devices.back_to_camera()
        self.settled.emit()

    def _waits(self, error: SkriptStudioError) -> None:
        self._tell(error)
        self._devices.back_to_camera()

    def _failed(self, error: SkriptStudioError) -> None:
        self._devices.back_to_camera()
        self._place.fail(error)

    def _tell(self, error: SkriptStudioError) -> None:
        said = sentence(error, self._place.session.speaker, in_window=True)
        self._place.toast(str(said), "warning-fill")
