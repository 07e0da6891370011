"""The page Record: choose, see oneself, count down, record, look at it."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from skriptstudio.domain.disk_room import DiskRoom
from skriptstudio.domain.people import Person
from skriptstudio.domain.script import WHOLE
from skriptstudio.ui.page import Page, Place
from skriptstudio.ui.pages.record.arrivals import Arrivals
from skriptstudio.ui.pages.record.bar import Actions, RecordBar, why_not
from skriptstudio.ui.pages.record.booth import NO_CAMERA, Booth
from skriptstudio.ui.pages.record.checking import Checking
from skriptstudio.ui.pages.record.device_reactions import DeviceReactions
from skriptstudio.ui.pages.record.disk_watch import DiskWatch
from skriptstudio.ui.pages.record.empty import NoScript
from skriptstudio.ui.pages.record.face_watch import FaceWatch
from skriptstudio.ui.pages.record.filming import Filming
from skriptstudio.ui.pages.record.lineup import Lineup
from skriptstudio.ui.pages.record.material import Material
from skriptstudio.ui.pages.record.scene import scene_of
from skriptstudio.ui.pages.record.state import RecordState, Situation
from skriptstudio.ui.pages.record.studio_view import StudioView
from skriptstudio.ui.pages.record.take_actions import TakeActions
from skriptstudio.ui.pages.record.watching import Watching
from skriptstudio.ui.prompter.dialog import set_up_prompter
from skriptstudio.ui.prompter.tempo_words import about_text


class RecordPage(Page):
    """Takes of the open production.

    Attributes:
        state: what the page is about just now.
        view: the three columns.
        booth: camera and microphone.
        devices: what happens when they come and go.
        filming: countdown and recording.
        arrivals: what becomes of a take.
        checking: the room check.
        faces: whether the face fits the guides.
        disk: how much longer can be recorded.
        takes: what can be done with takes.
        watching: the take in place of the preview.
    """

    key = "record"

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.setAccessibleName(self.say("Record"))
        self.setProperty("ownFocus", True)
        self._here = False
        self._unscripted = ""
        self.state = RecordState(self.session, self)
        self.booth = Booth(self.session, self.jobs, self)
        self.material = Material(self.session, self.jobs, self)
        self.filming = Filming(self.session, self.jobs, self.booth, self)
        self.takes = TakeActions(place, self)
        self._build()
        view, state = self.view, self.state
        self.watching = Watching(view, state, self.material, self.takes, self.say, self)
        self.checking = Checking(place, view, self._cover, lambda: state.speaking, self)
        self.devices = DeviceReactions(place, view, state, self.booth, self.filming, self.checking, self._cover, self)
        self.arrivals = Arrivals(place, view, state, self.filming, self.watching, self.devices, self._cover, self)
        self.faces = FaceWatch(self.jobs, lambda: self.session.house, self.devices.face_picture, self)
        self.disk = DiskWatch(self.jobs, lambda: self.session.house, self)
        self._connect()
        self._shortcuts()

    @property
    def situation(self) -> Situation:
        """What the page is doing."""
        return self.state.situation

    def _build(self) -> None:
        self.view = StudioView(self.session)
        self._no_script = NoScript(self.say, lambda: self.place.go("write"), self._record_unscripted)
        self._layers = QStackedLayout(self.body)
        self._layers.setContentsMargins(0, 0, 0, 0)
        for layer in (self.view, self._no_script):
            self._layers.addWidget(layer)
        self._bar = RecordBar(
            self.bar,
            self.session,
            Actions(
                record=self.begin,
                go_on=self._go_on,
                to_review=lambda: self.place.go("review"),
                prompter=self._set_up_prompter,
                sound_only=lambda: self.devices.choose_camera(NO_CAMERA),
                search_again=lambda: self.devices.search_again(),
                back_to_camera=lambda: self.devices.back_to_camera(),
                stop_fetching=lambda: self.watching.stop_fetching(),
            ),
        )

    def _connect(self) -> None:
        view = self.view
        self.state.moved.connect(self._show_bar)
        self.arrivals.come.connect(self._show)
        self.arrivals.settled.connect(self._focus_filled)
        self.arrivals.onward.connect(self._go_on)
        self.filming.shoot.shot.connect(self.disk.look)
        self.filming.shoot.ordered.connect(self._have_the_computer)
        self.filming.ended.connect(self.place.stand_ins.resume)
        self.disk.looked.connect(self._show_disk)
        self.booth.opened.connect(self.filming.count_in.prepare)
        self.material.text_read.connect(self._show_reading)
        self.session.settings_changed.connect(self._show_reading)
        self.material.pictured.connect(lambda: view.lineup.show_posters(self.material.posters))
        for changed in (self.session.person_changed, self.session.staff_changed):
            changed.connect(self._show)
        self.faces.placed.connect(lambda fits: view.preview.film.show_fits(fits, self.say("The face fits the guides.")))
        self.filming.screen_missing.connect(self._screen_missing)
        view.lineup.section_chosen.connect(self._choose_section)
        view.room.speakers.asks_at(self.place)
        view.room.speakers.changed.connect(lambda: self.state.tick(view.room.speakers.ticked))
        view.room.speakers.people_asked.connect(lambda: self.place.go("people"))

    def _shortcuts(self) -> None:
        keys = {
            "K": self.devices.check_room,
            "R": self._again,
            "S": self.watching.star_meant,
            "N": self.watching.note_meant,
            "Del": self.watching.discard_meant,
            "+": partial(self._resize, 1),
            "-": partial(self._resize, -1),
        }
        for key, action in keys.items():
            made = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(action)
        start = QShortcut(QKeySequence("F9"), self, context=Qt.ShortcutContext.WindowShortcut)
        start.activated.connect(self._press_record)

    # --- Page

    def entered(self) -> None:
        arriving, self._here = not self._here, True
        production = self.session.production
        if production is None:
            self.left()
            return
        if (
            production.script.is_empty
            and not (production.takes or production.bin)
            and self._unscripted != production.id
        ):
            self._show_no_script()
            return
        state = self.state
        opened = state.lineup is None or state.lineup.production.id != production.id
        state.lineup = Lineup(production)
        if opened or state.section not in (*state.lineup.sections, WHOLE):
            state.section = state.lineup.first_open()
        self._layers.setCurrentWidget(self.view)
        self.faces.start()
        if arriving:
            self.disk.start()
        self.material.read_text(production)
        if arriving or opened:
            state.watched = None
            self.booth.enter(production.script.text_of(state.section))
        elif state.watched is not None and not self.watching.renew(state.lineup):
            self.devices.back_to_camera()
        self._show()
        if arriving:
            self._focus_filled()

    def left(self) -> None:
        self._here = False
        self.disk.stop()
        self.state.lineup = None
        self.state.watched = None
        self.faces.stop()
        self.checking.forget()
        self.filming.leave()
        self.booth.leave()
        self.view.player.close_take()

    def _show_no_script(self) -> None:
        self.faces.stop()
        self.booth.leave()
        self.state.lineup = None
        self._layers.setCurrentWidget(self._no_script)
        self._bar.clear()
        if self._no_script.primary is not None:
            self._no_script.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self.view.set_compact(compact)
        self._show()

    def help_text(self) -> str:
        room = self.say("K checks the room.")
        keys = self.say(
            "Space or F9 starts and stops. R starts again, S marks the last take as the best, arrow up and down "
            "choose the section. While recording, the arrows, the wheel and Page Up and Down move the text, P holds "
            "it, E changes the sentence, + and - change its size, V hides the picture. Esc cancels the countdown."
        )
        on_takes = self.say("On a take, N writes a note and Del deletes it. Ctrl+Z fetches it back.")
        return f"{room} {keys} {on_takes}"

    # --- what is shown

    def _show(self) -> None:
        """Cards and bar as things are now."""
        lineup, section = self.state.lineup, self.state.section
        if lineup is None:
            return
        self.view.lineup.show_lineup(lineup, section, self.material.posters)
        self.material.fetch_posters(lineup.production, [one.take for one in lineup.takes(section)])
        people = sorted(self.session.staff.people, key=self._comes_later)
        self.view.room.speakers.show_people(people, self.state.speakers)
        self._show_text()
        self._show_bar()

    def _show_bar(self) -> None:
        state = self.state
        if state.lineup is None:
            return
        focused = QApplication.focusWidget()
        prompter, language = self.session.settings.prompter, self.session.speaker.language
        self._bar.about_text = about_text(self.material.sentences(state.section), prompter, self.say, language)
        take_focus = focused is None or focused is self or self.bar.isAncestorOf(focused)
        lost = state.situation == "fresh" and self.booth.trouble is not None
        self._bar.leads_on = self.arrivals.leading_on
        self._bar.show(state, "lost" if lost else state.situation, self.compact)
        self.view.room.allow_set_up("" if self.booth.can_be_framed else self.say("For cameras that are plugged in."))
        self.checking.show(why_not(state.situation, self.say), self.devices.missing)
        for button in self.bar.buttons:
            button.removeEventFilter(self)
            button.installEventFilter(self)
        if take_focus:
            self._focus_filled()

    def _show_disk(self) -> None:
        if self.disk.seconds is not None:
            self.view.room.show_disk(self.disk.seconds)
            self._bar.has_room = self.disk.room is not DiskRoom.NONE
            self._show_bar()

    def _focus_filled(self) -> None:
        """Give the focus to the filled button; the page keeps it warm while that is off."""
        if self._here and self.filming.stage is None and self.isVisible():
            filled = self.bar.filled
            to = filled if filled is not None and filled.isEnabled() else self
            to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_reading(self) -> None:
        """The script was read, or shall be read otherwise."""
        self._show_text()
        self._show_bar()

    def _show_text(self) -> None:
        self.view.show_text(self.material.sentences(self.state.section), self.session.settings.prompter)

    # --- sections and people

    def _choose_section(self, section: str) -> None:
        self.state.section = section
        self.devices.back_to_camera()
        self._show()

    def _step_section(self, step: int) -> None:
        beside = self.state.lineup.beside(self.state.section, step) if self.state.lineup else None
        if beside is not None:
            self._choose_section(beside)

    def _go_on(self) -> None:
        following = self.state.lineup.next_after(self.state.section) if self.state.lineup else None
        if following is not None:
            self._choose_section(following)

    def _record_unscripted(self) -> None:
        if self.session.production is not None:
            self._unscripted = self.session.production.id
            self._here = False
            self.entered()

    def _comes_later(self, person: Person) -> bool:
        return self.session.person is None or person.id != self.session.person.id

    # --- recording

    def begin(self) -> None:
        """Count down for the chosen section."""
        state = self.state
        if state.lineup is None or self.booth.room is None or state.situation in ("opening", "saving", "fetching"):
            return
        self.checking.check.cancel()
        self.arrivals.expect()
        self.view.player.close_take()
        scene = scene_of(state.lineup, state.section, self.material.sentences(state.section), self.say)
        self.filming.begin(self._cover(), state.lineup.production.id, scene, state.speakers)

    def _cover(self) -> QWidget:
        """What the stage covers: all of the program's window, be it in a frame or not."""
        widget: QWidget = self
        top: object = self.place
        while widget is not top and (parent := widget.parentWidget()) is not None:
            widget = parent
        return widget

    def _press_record(self) -> None:
        record = self._bar.record
        if record is None or self.state.lineup is None:
            return
        if record.isEnabled():
            record.click()
        elif record.why:
            self.place.toast(record.why, "info")

    def _again(self) -> None:
        if self.state.situation == "fresh":
            self.begin()

    def _have_the_computer(self) -> None:
        """Nothing is made ready beside a recording."""
        if self.filming.stage is not None:
            self.place.stand_ins.pause()

    def _screen_missing(self) -> None:
        self.place.toast(self.say("The other screen isn't there. The text stands here."), "monitor-play")

    def _resize(self, steps: int) -> None:
        px = self.filming.resize_text(steps)
        self.place.toast(self.say("Prompter text: {px} px", px=px), "text-aa")

    def _set_up_prompter(self) -> None:
        reading = self.material.reading(self.state.section)
        set_up_prompter(self.place, reading, self.view.newest, self._cover())

    def undo(self) -> None:
        """Fetch back the take that was thrown away last."""
        self.watching.undo()

    # --- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Up and Down on a button of the bar choose the section, instead of the next button."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._section_key(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._press_record()
        elif event.key() == Qt.Key.Key_Escape and self.checking.check.running:
            self.checking.check.cancel()
        elif event.key() == Qt.Key.Key_Escape and self.state.situation == "fetching":
            self.watching.stop_fetching()
        elif event.key() == Qt.Key.Key_Escape and self.state.situation in ("fresh", "watching"):
            self.devices.back_to_camera()
        elif not self._section_key(event):
            super().keyPressEvent(event)

    def _section_key(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self._step_section(step)
        return True
