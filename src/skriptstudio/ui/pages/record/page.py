"""The page Record: choose, see oneself, count down, record, look at it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from skriptstudio.domain.errors import CameraLost, NoMicrophone, SkriptStudioError
from skriptstudio.domain.people import Person
from skriptstudio.domain.ports import Still
from skriptstudio.domain.script import WHOLE
from skriptstudio.domain.take import TakeFinding
from skriptstudio.messages.errors import sentence
from skriptstudio.messages.words import take_finding
from skriptstudio.ui.page import Page, Place
from skriptstudio.ui.pages.record.bar import Actions, RecordBar, Situation, why_not
from skriptstudio.ui.pages.record.booth import NO_CAMERA, Booth
from skriptstudio.ui.pages.record.calibration import ask_for_reading
from skriptstudio.ui.pages.record.camera_dialog import ask_for_framing
from skriptstudio.ui.pages.record.checking import Checking
from skriptstudio.ui.pages.record.empty import NoScript
from skriptstudio.ui.pages.record.face_watch import FaceWatch
from skriptstudio.ui.pages.record.filming import Filming
from skriptstudio.ui.pages.record.lineup import Lineup
from skriptstudio.ui.pages.record.material import Material
from skriptstudio.ui.pages.record.phone import ask_for_phone
from skriptstudio.ui.pages.record.prompter_choice import PrompterChoice
from skriptstudio.ui.pages.record.room_card import PHONE
from skriptstudio.ui.pages.record.room_words import Part
from skriptstudio.ui.pages.record.shoot import Shot
from skriptstudio.ui.pages.record.stage import Scene
from skriptstudio.ui.pages.record.stage_parts import StageSection
from skriptstudio.ui.pages.record.studio_view import StudioView
from skriptstudio.ui.pages.record.take_actions import TakeActions
from skriptstudio.ui.pages.record.tempo_words import about_text
from skriptstudio.ui.pages.record.watching import Watching
from skriptstudio.ui.pages.record.words import section_name, take_title

_ROOMY_DIALOG_PX = 640
"""From this height of the window on the dialog of the prompter has room for its specimen."""


class RecordPage(Page):
    """Takes of the open production.

    Attributes:
        view: the three columns.
        booth: camera and microphone.
        filming: countdown and recording.
        checking: the room check.
        faces: whether the face fits the guides.
        takes: what can be done with takes.
        watching: the take in place of the preview.
        situation: what the page is doing, see ``bar.Situation``.
    """

    key = "record"

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.setAccessibleName(self.say("Record"))
        self.setProperty("ownFocus", True)
        self._here = False
        self._lineup: Lineup | None = None
        self._section = ""
        self._unscripted = ""
        self.situation: Situation = "opening"
        self._speakers: tuple[str, ...] | None = None
        self.booth = Booth(self.session, self.jobs, self)
        self.material = Material(self.session, self.jobs, self)
        self.filming = Filming(self.session, self.jobs, self.booth, self)
        self.takes = TakeActions(place, self)
        self._build()
        self.watching = Watching(self.view, self.material, self.takes, lambda: self._lineup, self.say, self)
        self.checking = Checking(place, self.view, self._cover, self._speaking, self)
        self.faces = FaceWatch(self.jobs, lambda: self.session.house, self._face_picture, self)
        self._connect()
        self._shortcuts()

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
                sound_only=lambda: self._choose_camera(NO_CAMERA),
                search_again=self._search_again,
                back_to_camera=self._back_to_camera,
            ),
        )

    def _connect(self) -> None:
        view, booth, shoot = self.view, self.booth, self.filming.shoot
        booth.feed.pictured.connect(self._show_still)
        booth.feed.sounded.connect(self._show_level)
        booth.feed.froze.connect(self._show_frozen)
        booth.opening.connect(self._room_opening)
        booth.opened.connect(self._room_opened)
        booth.troubled.connect(self._room_troubled)
        booth.recovered.connect(self._room_recovered)
        self.material.text_read.connect(self._show_reading)
        self.session.settings_changed.connect(self._show_reading)
        self.material.pictured.connect(self._show_posters)
        self.filming.ended.connect(self._stage_ended)
        self.filming.refused.connect(self._not_kept)
        shoot.shot.connect(self._show_shot)
        shoot.waits.connect(self._take_waits)
        shoot.failed.connect(self._shot_failed)
        shoot.nothing.connect(self._back_to_camera)
        for changed in (self.session.person_changed, self.session.staff_changed):
            changed.connect(self._show)
        view.lineup.section_chosen.connect(self._choose_section)
        self.faces.placed.connect(lambda fits: view.preview.film.show_fits(fits, self.say("The face fits the guides.")))
        view.room.camera_chosen.connect(self._choose_camera)
        view.room.microphone_chosen.connect(booth.use_microphone)
        view.room.speakers.asks_at(self.place)
        view.room.speakers.changed.connect(self._tick_speakers)
        view.room.speakers.people_asked.connect(lambda: self.place.go("people"))
        view.room.set_up.clicked.connect(self._set_up_camera)
        view.room.check.clicked.connect(self._check_room)
        view.trouble.search.connect(booth.search_again)
        view.trouble.phone.connect(lambda: self._choose_camera(PHONE))
        for fetch in (view.trouble.fetch, view.lineup.fetch.clicked):
            fetch.connect(self._fetch_film)
        self.watching.begun.connect(self._watch)

    def _shortcuts(self) -> None:
        keys = {
            "K": self._check_room,
            "R": self._again,
            "S": self._star,
            "N": lambda: self._with_meant(self.watching.note),
            "Del": lambda: self._with_meant(self.watching.discard),
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
        opened = self._lineup is None or self._lineup.production.id != production.id
        self._lineup = Lineup(production)
        if opened or self._section not in (*self._lineup.sections, WHOLE):
            self._section = self._lineup.first_open()
        self._layers.setCurrentWidget(self.view)
        self.faces.start()
        self.material.read_text(production)
        if arriving or opened:
            self.watching.take = None
            self.booth.enter(production.script.text_of(self._section))
        elif self.watching.take is not None and not self.watching.renew(self._lineup):
            self._back_to_camera()
        self._show()
        if arriving:
            self._focus_filled()

    def left(self) -> None:
        self._here = False
        self._lineup = None
        self.watching.take = None
        self.faces.stop()
        self.checking.forget()
        self.filming.leave()
        self.booth.leave()
        self.view.player.close_take()

    def _show_no_script(self) -> None:
        self.faces.stop()
        self.booth.leave()
        self._lineup = None
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
        if self._lineup is None:
            return
        lineup = self._lineup
        self.view.lineup.show_lineup(lineup, self._section, self.material.posters)
        self.material.fetch_posters(lineup.production, [one.take for one in lineup.takes(self._section)])
        people = sorted(self.session.staff.people, key=self._comes_later)
        self.view.room.speakers.show_people(people, self.speakers)
        self._show_text()
        self._show_bar()

    def _show_bar(self) -> None:
        if self._lineup is None:
            return
        focused = QApplication.focusWidget()
        prompter, language = self.session.settings.prompter, self.session.speaker.language
        self._bar.about_text = about_text(self.material.sentences(self._section), prompter, self.say, language)
        take_focus = focused is None or focused is self or self.bar.isAncestorOf(focused)
        lost = self.situation == "fresh" and self.booth.trouble is not None
        self._bar.show(
            "lost" if lost else self.situation, self._lineup, self._section, self.watching.take, self.compact
        )
        self.view.room.allow_set_up("" if self.booth.can_be_framed else self.say("For cameras that are plugged in."))
        self.checking.show(why_not(self.situation, self.say), self._missing())
        for button in self.bar.buttons:
            button.removeEventFilter(self)
            button.installEventFilter(self)
        if take_focus:
            self._focus_filled()

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
        self.view.show_text(self.material.sentences(self._section), self.session.settings.prompter)

    def _show_posters(self) -> None:
        self.view.lineup.show_posters(self.material.posters)

    def _show_still(self) -> None:
        still = self.booth.feed.take_still()
        if still is None or self.booth.room is None:
            return
        self.booth.answers(CameraLost)
        if self.filming.stage is not None:
            self.filming.show_still(still)
        elif self.booth.camera != NO_CAMERA:
            self.view.show_still(still)

    def _show_level(self) -> None:
        level = self.booth.feed.take_level()
        if level is None:
            return
        self.booth.answers(NoMicrophone)
        if self.filming.stage is not None:
            self.filming.stage.show_level(level)
        else:
            self.view.room.meter.set_level(level)

    # --- sections and people

    def _choose_section(self, section: str) -> None:
        self._section = section
        self._back_to_camera()
        self._show()

    def _step_section(self, step: int) -> None:
        if self._lineup is not None and self._lineup.sections:
            names = self._lineup.sections
            at = names.index(self._section) if self._section in names else -1
            self._choose_section(names[min(max(at + step, 0), len(names) - 1)])

    def _go_on(self) -> None:
        following = self._lineup.next_after(self._section) if self._lineup else None
        if following is not None:
            self._choose_section(following)

    def _record_unscripted(self) -> None:
        if self.session.production is not None:
            self._unscripted = self.session.production.id
            self._here = False
            self.entered()

    @property
    def speakers(self) -> tuple[str, ...]:
        """Ids of those who will speak: those ticked, else who works here."""
        if self._speakers is not None:
            return self._speakers
        return (self.session.person.id,) if self.session.person else ()

    def _comes_later(self, person: Person) -> bool:
        return self.session.person is None or person.id != self.session.person.id

    def _tick_speakers(self) -> None:
        self._speakers = self.view.room.speakers.ticked

    # --- devices

    def _room_opening(self) -> None:
        self.situation = "opening"
        self.checking.forget()
        booth = self.booth
        if booth.camera:
            self.view.room.show_booth(booth)
        self.view.show_preview()
        self.view.wait_for_camera(booth.camera)
        self._show_bar()

    def _room_opened(self) -> None:
        if self._here and self.situation == "opening":
            self.situation = "ready"
            self._show_bar()

    def _room_troubled(self) -> None:
        """A device is gone; while a take is made or watched, that comes first."""
        error = self.booth.trouble
        if error is None:
            return
        self.checking.forget()
        if self.filming.stage is not None or self.situation in ("saving", "fresh", "watching"):
            self._show_bar()
            return
        self.situation = "no_microphone" if isinstance(error, NoMicrophone) else "no_camera"
        self.view.show_trouble(error)
        self._show_bar()

    def _show_frozen(self, frozen: bool) -> None:
        """The picture stands still: said over it as long as it does."""
        self.view.preview.warn(take_finding(TakeFinding.FROZEN, self.session.speaker) if frozen else "")

    def _set_up_camera(self) -> None:
        if self.booth.room is not None:
            window, newest = self._cover(), lambda: self.view.newest
            ask_for_framing(self.place, window, self.booth.camera, self.booth.room, newest, self.checking.forget)

    def _search_again(self) -> None:
        self.watching.take = None
        self.booth.search_again()

    def _room_recovered(self) -> None:
        """Cable in again, phone back in the network: the next take can begin without any press."""
        if self.situation in ("no_camera", "no_microphone"):
            self.situation = "ready"
            self.view.show_preview()
        self._show_bar()

    def _choose_camera(self, camera: str) -> None:
        if camera == PHONE:
            self.view.room.camera.choose(self.booth.camera)
            ask_for_phone(self.place, self.booth.camera, self.booth.use_camera)
        else:
            self.booth.use_camera(camera)

    # --- room check

    def _check_room(self) -> None:
        if self._lineup is None or self.filming.stage is not None:
            return
        if self.situation in ("fresh", "watching"):
            self._back_to_camera()
        if self.booth.room is not None and not why_not(self.situation, self.say):
            self.checking.start(self.booth.room)

    def _face_picture(self) -> Still | None:
        """Where a face is looked for: in the live picture with guides, while nothing covers it."""
        shown = self.view.shown is self.view.preview and self.view.preview.film.guides
        return self.view.newest if shown and self.filming.stage is None else None

    def _missing(self) -> list[Part]:
        """What the room has none of."""
        eye, ear = self.booth.camera == NO_CAMERA, self.booth.microphone == NO_CAMERA
        missing: list[Part] = ["camera"] if eye or self.situation == "no_camera" else []
        return [*missing, "microphone"] if ear or self.situation == "no_microphone" else missing

    def _speaking(self) -> str:
        """Name of who will speak, empty if that isn't known."""
        return next((one.name for one in self.session.staff.people if one.id in self.speakers), "")

    # --- recording

    def begin(self) -> None:
        """Count down for the chosen section."""
        if self._lineup is None or self.booth.room is None or self.situation in ("opening", "saving"):
            return
        self.checking.check.cancel()
        self.view.player.close_take()
        self.filming.begin(self._cover(), self._lineup.production.id, self._scene(self._lineup), self.speakers)

    def _cover(self) -> QWidget:
        """What the stage covers: all of the program's window, be it in a frame or not."""
        widget: QWidget = self
        top: object = self.place
        while widget is not top and (parent := widget.parentWidget()) is not None:
            widget = parent
        return widget

    def _scene(self, lineup: Lineup) -> Scene:
        number = lineup.next_number(self._section)
        rows = [
            StageSection(name, section_name(name, self.say), self._section != WHOLE and lineup.has_take(name))
            for name in lineup.sections
        ]
        title = take_title(self._section, number, self.say)
        return Scene(title, self._section, self.material.sentences(self._section), rows)

    def _press_record(self) -> None:
        record = self._bar.record
        if record is not None and record.isEnabled() and self._lineup is not None:
            record.click()

    def _again(self) -> None:
        if self.situation == "fresh":
            self.begin()

    def _resize(self, steps: int) -> None:
        px = self.filming.resize_text(steps)
        self.place.toast(self.say("Prompter text: {px} px", px=px), "text-aa")

    def _stage_ended(self) -> None:
        if self.filming.shoot.busy:
            self.situation = "saving"
            self.watching.take = None
            self.view.show_preview()
            self._show_bar()
        else:
            self._back_to_camera()
        self._focus_filled()

    def _show_shot(self, shot: Shot) -> None:
        """A take is home: show it, and everything else with it in it."""
        if not self._cover().isVisible():
            return  # the program is ending, and its devices are closed
        self.situation, self.watching.take = "fresh", shot.take
        now = self.session.production
        if now is not None and now.id == shot.production.id:
            self.session.show_production(shot.production)
        if self._lineup is None or self._lineup.production.id != shot.production.id:
            self.watching.take = None
            self.place.toast(self.say("The take is saved."))
            return
        self._section = shot.take.section
        self._show()
        self.watching.show(shot.take, play=False)

    def _take_waits(self, error: SkriptStudioError) -> None:
        self.place.toast(str(sentence(error, self.session.speaker, in_window=True)), "warning-fill")
        self._back_to_camera()

    def _not_kept(self, error: SkriptStudioError) -> None:
        self.place.toast(str(sentence(error, self.session.speaker, in_window=True)), "warning-fill")

    def _shot_failed(self, error: SkriptStudioError) -> None:
        self._back_to_camera()
        self.place.fail(error)

    def _back_to_camera(self) -> None:
        """Leave the take that is watched."""
        self.watching.take = None
        if self._lineup is None:
            return
        self.view.show_preview()
        self.situation = "ready" if self.booth.room is not None else "opening"
        self._show_bar()
        self._room_troubled()

    # --- takes

    def _star(self) -> None:
        takes = self._lineup.takes(self._section) if self._lineup else ()
        meant = self.watching.meant or (takes[-1].take.id if takes else None)
        if meant is not None:
            self.watching.star(meant)

    def _with_meant(self, action: Callable[[str], None]) -> None:
        meant = self.watching.meant
        if meant is not None:
            action(meant)

    def undo(self) -> None:
        """Fetch back the take that was thrown away last."""
        if self._lineup is not None:
            last = self.session.house.bin.last_discarded(self._lineup.production.id)
            if last is not None:
                self.watching.fetch_back(last)

    def _watch(self) -> None:
        self.situation = "watching"
        self._show_bar()

    def _fetch_film(self) -> None:
        if self._lineup is not None:
            chosen = self.takes.fetch_film(self._lineup.production, self._section, self.speakers, self._show_shot)
            if chosen:
                self.situation = "saving"
                self._show_bar()

    def _set_up_prompter(self) -> None:
        reading = self.material.reading(self._section)
        roomy = self._cover().height() >= _ROOMY_DIALOG_PX
        choice = PrompterChoice(self.session, self.session.settings.prompter, reading, self.view.newest, roomy)

        def save() -> None:
            try:
                self.session.change_settings(prompter=choice.prompter)
            except SkriptStudioError as error:
                self.place.fail(error)

        def read_sample() -> None:
            save()
            dialog.dismiss()
            ask_for_reading(self.place, reading, self._set_up_prompter)

        dialog = self.place.ask(self.say("Set up the prompter"), "", self.say("Take over"), save, content=choice)
        choice.reading_asked.connect(read_sample)

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
        elif event.key() == Qt.Key.Key_Escape and self.situation in ("fresh", "watching"):
            self._back_to_camera()
        elif not self._section_key(event):
            super().keyPressEvent(event)

    def _section_key(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self._step_section(step)
        return True
