"""The stage: countdown and recording, dark and over the whole window."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from skriptstudio.domain.ports.studio import Still
from skriptstudio.domain.prompter import Prompter
from skriptstudio.domain.take import TakeFinding
from skriptstudio.messages.words import take_finding
from skriptstudio.ui.pages.record.correction import CorrectionField
from skriptstudio.ui.pages.record.second_screen import SecondScreen
from skriptstudio.ui.pages.record.stage_controls import TextControls
from skriptstudio.ui.pages.record.stage_layout import StagePlan, stage_plan
from skriptstudio.ui.pages.record.stage_parts import LensMark, Ring, StageButton
from skriptstudio.ui.pages.record.stage_sides import CountdownSides, LiveSides
from skriptstudio.ui.pages.record.stage_text import Clock, Scene, StageText
from skriptstudio.ui.pages.record.words import lens_text
from skriptstudio.ui.prompter.band import PrompterBand
from skriptstudio.ui.prompter.pace import Pace
from skriptstudio.ui.prompter.reading import HAND_MODES, Sentence
from skriptstudio.ui.prompter.tempo_words import about_text
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import color, reduced_motion
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.film import Film

FRAME_MS = 16
AHEAD_MS = 4
"""So long after a step of the text, when that is painted, the next picture is composed: done within the step itself
it made every second one late by as much."""
COUNT = 3
_WHEEL_STEP = 120


class Stage(QWidget):
    """Covers the window while the countdown and the recording run, and takes all keys.

    Attributes:
        counted: the countdown is over.
        cancelled: Esc during the countdown.
        stopped: Space while recording.
        again: R.
        placed: the hand moved a text that the voice moves: the word that counts as spoken last, as ``ReadingPlace``.
        corrected: the reader gave a sentence other words: its number in the scene, and the words.
        resize_asked: the reader wants the text larger (1) or smaller (-1).
        text: what is read, and how far the reader is.
        second: the same on a further screen, where that is set.
        count_ms: length of one step of the countdown.
    """

    counted = Signal()
    cancelled = Signal()
    stopped = Signal()
    again = Signal()
    corrected = Signal(int, str)
    resize_asked = Signal(int)
    placed = Signal(object)

    def __init__(self, window: QWidget, session: Session, clock: Clock = time.perf_counter) -> None:
        super().__init__(window)
        self._session = session
        self.say = session.say
        self._window = window
        self._clock = clock
        self._live = False
        self._began = 0.0
        self._before: QWidget | None = None
        self._still: Still | None = None
        self.count_ms = 1000
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        # Said to Qt, too: it would paint the whole page below at each step of the text, and does half as much so.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._build()
        self.text = StageText(session, clock, self.band, self.second, self.live, self.controls)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._ahead = QTimer(self)
        self._ahead.setTimerType(Qt.TimerType.PreciseTimer)
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(self._prepare)
        window.installEventFilter(self)
        session.settings_changed.connect(self._settings_changed)
        self.hide()

    def _build(self) -> None:
        say = self.say
        self.film = Film(say("Your picture"), mirrored=True, parent=self)
        self.band = PrompterBand(say("Prompter"), lens=True, parent=self)
        self.second = SecondScreen(say("Prompter"), self)
        self.lens = LensMark(self)
        self.ring = Ring(say("Countdown"), self)
        self.countdown = CountdownSides(say, self)
        self.live = LiveSides(say, self)
        self.cancel = StageButton(say("Cancel"), "secondary", None, "Esc", parent=self)
        self.restart = StageButton(
            say("Again from the start"), "secondary", "arrow-counter-clockwise", "R", parent=self
        )
        self.restart.setToolTip(say("Drops what was begun and counts down again (R)"))
        self.controls = TextControls(say, self)
        self.stop = StageButton(say("Stop"), "stop", "stop-fill", say("Space"), parent=self)
        self._buttons = (self.cancel, *self.controls.all(), self.restart, self.stop)
        for button in self._buttons:
            button.setProperty("focusToken", "stage_now")
        self.cancel.clicked.connect(self._cancel)
        self.restart.clicked.connect(self._again)
        self.stop.clicked.connect(self._stop)
        self.controls.back.clicked.connect(lambda: self._move(-1))
        self.controls.forward.clicked.connect(lambda: self._move(1))
        self.controls.hold.clicked.connect(self._toggle)
        self.controls.edit.clicked.connect(self.correct)
        self.correction = CorrectionField(say, self)
        self.correction.saved.connect(lambda words: self.corrected.emit(self.pace.sentence, words))
        self.correction.closed.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))

    # --- what the page asks for

    def open(self, scene: Scene) -> None:
        """Count down for a scene."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.text.lay(scene)
        self._live = False
        prompter, language = self._prompter, self._session.speaker.language
        about = about_text(scene.sentences, prompter, self.say, language)
        self.countdown.show_lens(lens_text(prompter.lens, self.say))
        self.countdown.show_next(scene.sentences[0].text if scene.sentences else "", about)
        self.setAccessibleName(self.say("Countdown. Esc cancels."))
        self._began = self._clock()
        self.film.dim(True)
        self.ring.show_count(COUNT, 0.0)
        self.setGeometry(self._window.rect())
        self._arrange()
        self.show()
        self.raise_()
        self.second.open(prompter, scene.sentences, self._starting_in(COUNT))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._timer.start(FRAME_MS if not reduced_motion() else 50)

    def roll(self, by_voice: bool = False) -> None:
        """Show the recording; the text stands until ``began``, and then waits for ``follow`` if the voice moves it."""
        self._live = True
        self.film.dim(False)
        self.setAccessibleName(self.say("Recording. Space stops."))
        self.live.show_title(self.text.scene.title)
        self.live.show_seconds(0.0)
        self.live.note.setText("")
        self._arrange()
        self.text.begin(by_voice)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._timer.start(FRAME_MS)

    def began(self) -> None:
        """The first picture is in the file: the text sets off."""
        if self._live:
            self.pace.start()
            self.text.show()

    def show_seconds(self, seconds: float) -> None:
        """Length of the take so far."""
        self.live.show_seconds(seconds)

    def show_level(self, level_db: float) -> None:
        """Level of the microphone in dBFS."""
        if self._live:
            self.live.meter.set_level(level_db)

    def show_still(self, still: Still) -> None:
        """What the camera sees; composed between two steps of the text and shown with the second, painted at once."""
        self._still = still

    def warn(self, finding: TakeFinding) -> None:
        """Say something that can still be mended."""
        self.live.note.setText(take_finding(finding.value, self._session.speaker))

    def close_stage(self) -> None:
        """Give the window back."""
        self._rest()
        self._live = False
        self.second.close()
        self._window.removeEventFilter(self)
        # The focus leaves first: Qt would look for its next place inside what is being hidden.
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        focused = QApplication.focusWidget()
        if focused is not None and (focused is self or self.isAncestorOf(focused)):
            focused.clearFocus()
        self.hide()

    @property
    def rolling(self) -> bool:
        """Whether a recording is shown, not the countdown."""
        return self._live

    @property
    def pace(self) -> Pace:
        """Where the reader is."""
        return self.text.pace

    @property
    def _prompter(self) -> Prompter:
        return self._session.settings.prompter

    def correct(self) -> None:
        """Hold the text and ask for other words for the sentence being read."""
        if self._live and self.text.scene.sentences and not self.correction.isVisible():
            self.pace.hold()
            self.text.show()
            self.activateWindow()  # the keyboard may be on the other screen
            sentence = self.text.scene.sentences[self.pace.sentence]
            self.correction.open(sentence.full or sentence.text, self.band.geometry())

    def rewrite(self, sentences: Sequence[Sentence], number: int) -> None:
        """Show a corrected text; the reader stays in the sentence of this number."""
        self.text.rewrite(sentences, number)

    def _settings_changed(self) -> None:
        """The text may have another size; the reader stays at the same word."""
        if self.isVisible():
            self._arrange()
            self.second.follow(self._prompter)
            self.text.break_anew()
            if self._live:
                self.text.show()

    # --- time

    def _tick(self) -> None:
        self.film.show_prepared()
        self._ahead.start(AHEAD_MS)
        if self._live:
            self.text.show_place()
            return
        step = self.count_ms / 1000
        passed = self._clock() - self._began
        if passed >= COUNT * step:
            self._rest()
            self.counted.emit()
            return
        whole, rest = divmod(passed, step)
        self.ring.show_count(COUNT - int(whole), 1.0 if reduced_motion() else rest / step)
        self.second.tell(self._starting_in(COUNT - int(whole)))

    def _prepare(self) -> None:
        if self._still is not None and self.film.isVisible():
            self.film.prepare(self._still)
            self._still = None

    def _rest(self) -> None:
        for timer in (self._timer, self._ahead):
            timer.stop()

    def _starting_in(self, seconds: int) -> str:
        return self.say("Starting in {seconds}", seconds=seconds)

    # --- keys

    def event(self, event: QEvent) -> bool:
        # An accepted override keeps the window's shortcuts from running below the stage.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if not event.isAutoRepeat() or Qt.Key(event.key()) in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._press(event)
        event.accept()

    def _press(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        if self.correction.isVisible():
            if key == Qt.Key.Key_Escape:
                self.correction.drop()
        elif not self._live:
            if key == Qt.Key.Key_Escape:
                self._cancel()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_F9, Qt.Key.Key_Escape):
            self._stop()
        elif (wanted := self._mapped(event)) is not None:
            wanted()
        elif key == Qt.Key.Key_R:
            self._again()
        elif key == Qt.Key.Key_P:
            self._toggle()
        elif key == Qt.Key.Key_E:
            self.correct()
        elif key == Qt.Key.Key_V:
            self.film.setVisible(not self.film.isVisible())
        elif text in ("+", "-"):
            self.resize_asked.emit(1 if text == "+" else -1)
        else:
            self._move(_LINES.get(key, 0))

    def _mapped(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What the further keys of a clicker or pedal are set to do."""
        prompter = self._prompter
        return next(
            (
                action
                for keys, action in (
                    (prompter.forward_key, lambda: self._move(1)),
                    (prompter.back_key, lambda: self._move(-1)),
                    (prompter.hold_key, self._toggle),
                )
                if keys and QKeySequence(keys) == QKeySequence(event.keyCombination())
            ),
            None,
        )

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        if self._live and not self.correction.isVisible():
            turned = event.angleDelta().y()
            self._move(-round(turned / _WHEEL_STEP) or (-1 if turned > 0 else 1))
        event.accept()

    def _move(self, steps: int) -> None:
        if steps:
            self.pace.move(steps)
            self.text.show()
            if self.pace.by_voice:
                self.placed.emit(self.text.place)

    def _toggle(self) -> None:
        self.pace.toggle()
        self.text.show()

    def _cancel(self) -> None:
        self._rest()
        self.cancelled.emit()

    def _stop(self) -> None:
        self._finish_correction()
        self._rest()
        self.stopped.emit()

    def _again(self) -> None:
        self._finish_correction()
        self._rest()
        self.again.emit()

    def _finish_correction(self) -> None:
        """Nothing that was typed is lost because somebody pressed Stop right away."""
        if self.correction.isVisible():
            self.correction.save()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  Qt's name
        ring = [one for one in self._buttons if one.isVisible()]
        if not ring:
            return False
        now = QApplication.focusWidget()
        at = ring.index(now) if isinstance(now, StageButton) and now in ring else -1 if forward else 0
        to = ring[(at + (1 if forward else -1)) % len(ring)]
        to.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    # --- places

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if watched is self._window and event.type() == QEvent.Type.Resize and isValid(self):
            self.setGeometry(self._window.rect())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put everything where it belongs in the present size."""
        look = self._prompter
        plan = stage_plan(self.width(), self.height(), self.stop.sizeHint().height(), look)
        self.film.set_mirrored(look.mirrored_preview)
        self.film.setGeometry(plan.film)
        self.lens.point(look.lens, plan.lens)
        self.ring.setGeometry(plan.ring)
        self._arrange_band(plan)
        for columns in (self.countdown, self.live):
            columns.place(plan.sides, plan.side)
        self._arrange_buttons(self.width(), plan.buttons)
        for part, shown in (
            (self.ring, not self._live),
            (self.countdown, not self._live),
            (self.live, self._live),
            (self.band, self._live and bool(self.text.scene.sentences)),
        ):
            part.setVisible(shown)
        if self.correction.isVisible():
            self.correction.place(self.band.geometry())

    def _arrange_band(self, plan: StagePlan) -> None:
        self.band.rounded = plan.rounded
        self.band.set_look(self._prompter.in_window)
        self.band.fit(plan.px, plan.slots, plan.band.width())
        self.band.move(plan.band.topLeft())

    def _arrange_buttons(self, wide: int, top: int) -> None:
        """One row in the middle: what moves the text, then again, then stop."""
        controls: Sequence[StageButton] = ()
        if self._live:
            controls = self.controls.offered(bool(self.text.scene.sentences), self._prompter.mode in HAND_MODES)
        shown = [*controls, self.restart, self.stop] if self._live else [self.cancel]
        gaps = [SPACE.s if one in controls[:-1] else SPACE.card for one in shown[:-1]]
        left = (wide - sum(one.sizeHint().width() for one in shown) - sum(gaps)) // 2
        for button in self._buttons:
            button.setVisible(button in shown)
        for button, gap in zip(shown, [*gaps, 0], strict=True):
            size = button.sizeHint()
            button.setGeometry(left, top, size.width(), size.height())
            left += size.width() + gap

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        QPainter(self).fillRect(event.rect(), color("stage"))


_LINES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageUp: -1,
}
"""How far the keys of keyboards, clickers and pedals move the text."""
