"""What the page does when the stage has gone: the take comes home, waits, or never was."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from skriptstudio.domain.errors import Cancelled, SkriptStudioError
from skriptstudio.messages.errors import sentence
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.record.device_reactions import DeviceReactions
from skriptstudio.ui.pages.record.filming import Filming
from skriptstudio.ui.pages.record.shoot import Shot
from skriptstudio.ui.pages.record.state import RecordState
from skriptstudio.ui.pages.record.studio_view import StudioView
from skriptstudio.ui.pages.record.watching import Watching
from skriptstudio.ui.pages.record.words import shown_findings
from skriptstudio.ui.widgets.dialog import open_dialog

LOOK_MS = 2500
"""How long a fresh take is shown before the next section is chosen: time to see it, and to reach for R."""


class Arrivals(QObject):
    """Shows every take that comes home, or says why there is none.

    Attributes:
        settled: the stage has gone, and the bar says what is next.
        come: a take is in the production, and its section is the chosen one.
        onward: the fresh take was looked at for long enough; the next section may be chosen.
        look_ms: how long that is.
    """

    settled = Signal()
    come = Signal()
    onward = Signal()

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
        self.look_ms = LOOK_MS
        self._just_this = False
        self._looking = QTimer(self, singleShot=True)
        self._looking.timeout.connect(self._looked)
        state.moved.connect(self._moved)
        filming.ended.connect(self._stage_ended)
        filming.refused.connect(self._tell)
        filming.shoot.shot.connect(self.show)
        filming.shoot.waits.connect(self._waits)
        filming.shoot.failed.connect(self._failed)
        watching.fetched.connect(self.show)
        watching.refused.connect(self._failed)
        filming.corrections.locked.connect(self._keep_words)
        filming.shoot.nothing.connect(devices.back_to_camera)

    def expect(self) -> None:
        """A take is about to be made. If its section has one already, and not only just now, no other follows it."""
        state = self._state
        self._looking.stop()
        if state.situation != "fresh" and state.lineup is not None:
            self._just_this = state.lineup.has_take(state.section)

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
        if self._leads_on(shot):
            self._looking.start(self.look_ms)
        self.come.emit()
        self._keep_words()
        self._watching.show(shot.take, play=False)

    @property
    def leading_on(self) -> bool:
        """Whether the next section will be chosen in a moment."""
        return self._looking.isActive()

    def _keep_words(self) -> None:
        """What the reader changed, and the script doesn't take any more, becomes a note on the take."""
        state = self._state
        come = self._filming.stage is None and state.situation == "fresh"
        if come and state.lineup is not None and state.watched is not None:
            words = self._filming.corrections.take_words()
            if words:
                self._watching.keep_words(state.watched.id, words)

    def _leads_on(self, shot: Shot) -> bool:
        """Whether somebody wants that, something is still open, and nothing speaks for another try."""
        session, lineup = self._place.session, self._state.lineup
        wanted = session.settings.goes_on and not self._just_this
        following = lineup is not None and lineup.next_after(shot.take.section) is not None
        return wanted and following and self._devices.all_there and not shown_findings(shot.take, session)

    def _moved(self) -> None:
        if self._state.situation != "fresh":
            self._looking.stop()

    def _looked(self) -> None:
        """Go on, unless the user is busy with the take."""
        view = self._view
        busy = view.player.playing or view.lineup.rows.focused or open_dialog(self._window())
        if self._state.lineup is not None and not busy:
            self.onward.emit()
        else:
            self._state.move(self._state.situation)

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
        if not isinstance(error, Cancelled):
            self._place.fail(error)

    def _tell(self, error: SkriptStudioError) -> None:
        said = sentence(error, self._place.session.speaker, in_window=True)
        self._place.toast(str(said), "warning-fill")
