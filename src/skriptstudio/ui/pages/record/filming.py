"""From the record button to the take: stage and recording together."""

from dataclasses import replace

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QWidget

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.ports.speech import ReadingPlace
from skriptstudio.domain.ports.studio import Still
from skriptstudio.domain.production import Production
from skriptstudio.domain.prompter import SCREEN_PX, TEXT_PX, PrompterMode
from skriptstudio.ui.jobs import Jobs
from skriptstudio.ui.pages.record.booth import NO_CAMERA, Booth
from skriptstudio.ui.pages.record.correction import Corrections
from skriptstudio.ui.pages.record.count_in import CountIn
from skriptstudio.ui.pages.record.shoot import Shoot
from skriptstudio.ui.pages.record.stage import Stage
from skriptstudio.ui.pages.record.stage_text import Scene
from skriptstudio.ui.pages.record.voice import VoiceReading
from skriptstudio.ui.prompter.reading import said_words, timed
from skriptstudio.ui.session import Session

STEP_PX = 3
"""How much larger or smaller one press of + or - makes the prompter's text."""

SCREEN_STEP_PX = 6
"""The same on a further screen, where it is larger."""


class Filming(QObject):
    """Counts down, records, and gives the page back.

    Attributes:
        shoot: the recording; its signals tell what came of it.
        stage: while it covers the window, else None.
        count_ms: length of one step of the countdown.
        count_in: its tones.
        voice: listens, where the reader's voice moves the text.
        refused: a setting or a corrected sentence couldn't be kept; told when the stage has gone.
        screen_missing: the text was to stand on a further screen, which isn't there.
        ended: the stage has gone; a take may still be on its way home.
    """

    screen_missing = Signal()
    ended = Signal()
    refused = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, booth: Booth, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._booth = booth
        self.stage: Stage | None = None
        self.count_ms = 1000
        self.shoot = Shoot(jobs, self)
        self.corrections = Corrections(session, jobs, self)
        self.count_in = CountIn(session, jobs, self)
        self.voice = VoiceReading(jobs, self)
        self.voice.moved.connect(self._heard)
        self.voice.failed.connect(self._voiceless)
        self._unsaid: list[SkriptStudioError] = []
        self._scene: Scene | None = None
        self._speakers: tuple[str, ...] = ()
        self._production = ""
        self._counted = False
        self.shoot.ordered.connect(self._roll)
        self.shoot.failed.connect(self._failed)
        self.shoot.recorded.connect(self._close)
        self.shoot.nothing.connect(self._close)
        self.corrections.kept.connect(self._kept)
        self.corrections.refused.connect(self._refuse)
        feed = self.shoot.feed
        feed.began.connect(self._began)
        feed.told.connect(self._told)
        feed.noticed.connect(self._noticed)

    def begin(self, window: QWidget, production: str, scene: Scene, speakers: tuple[str, ...]) -> None:
        """Cover the window and count down for a scene of this production."""
        if self.stage is not None or self.shoot.busy:
            return
        self._scene, self._speakers, self._production = scene, speakers, production
        stage = Stage(window, self._session)
        stage.count_ms = self.count_ms
        stage.counted.connect(self._count_over)
        stage.cancelled.connect(self._cancelled)
        stage.stopped.connect(self._stopped)
        stage.again.connect(self._again)
        stage.corrected.connect(self._correct)
        stage.resize_asked.connect(self.resize_text)
        stage.placed.connect(self.voice.go_to)
        stage.second.missing.connect(self.screen_missing)
        self.stage = stage
        now = self._session.production
        if now is not None and now.id == production:
            self.corrections.begin(now)
        self._count()

    def leave(self) -> None:
        """The page is left: forget the countdown; a take that runs ends and is kept."""
        self.shoot.forget()
        self.shoot.stop()
        self._close()

    def show_still(self, still: Still) -> None:
        """What the camera sees."""
        if self.stage is not None and self._booth.camera != NO_CAMERA:
            self.stage.show_still(still)
            self._ask_for(self.stage.film.pixels)

    def _ask_for(self, size: QSize) -> None:
        """Let the room scale the pictures, in its own thread: the window's has the text to move."""
        if self._booth.room is not None:
            self._booth.room.show_at(size.width(), size.height())

    def resize_text(self, steps: int) -> int:
        """Make the prompter's text larger or smaller, for good; returns its size in px."""
        prompter = self._session.settings.prompter
        if self.stage is not None and self.stage.second.shown:
            px = round(SCREEN_PX.hold(prompter.screen_px + steps * SCREEN_STEP_PX))
            changed = replace(prompter, screen_px=px)
        else:
            px = round(TEXT_PX.hold(prompter.text_px + steps * STEP_PX))
            changed = replace(prompter, text_px=px)
        try:
            self._session.change_settings(prompter=changed)
        except SkriptStudioError as error:
            self._refuse(error)
        return px

    def _correct(self, number: int, words: str) -> None:
        """A sentence of the scene gets other words, on the stage and in the script."""
        stage, scene = self.stage, self._scene
        if stage is None or scene is None:
            return
        sentence = scene.sentences[number]
        if self.corrections.change(sentence.section, sentence.index, words):
            names = list(dict.fromkeys(one.section for one in scene.sentences))
            sentences = timed(self.corrections.reading(names), self._session.settings.prompter)
            self._scene = replace(scene, sentences=sentences)
            stage.rewrite(sentences, number)
            if self._by_voice:
                self._prepare_voice(self._scene, stage.text.place)
                self._listen()

    def _kept(self, production: Production) -> None:
        now = self._session.production
        if now is not None and now.id == production.id:
            self._session.show_production(production)

    def _refuse(self, error: SkriptStudioError) -> None:
        if self.stage is None:
            self.refused.emit(error)
        else:
            self._unsaid.append(error)

    def _count(self) -> None:
        assert self.stage is not None
        assert self._scene is not None
        self._counted = False
        self.stage.open(self._scene)
        self.count_in.play(self.count_ms)
        if self._by_voice:
            self._prepare_voice(self._scene)
        section = self._scene.section
        self.shoot.ask(self._session.house, self._production, self._booth.devices, section, self._speakers)

    def _count_over(self) -> None:
        self.count_in.stop()
        self._counted = True
        self._roll()

    def _roll(self) -> None:
        room = self._booth.room
        if self.stage is None or not self._counted or self.shoot.order is None:
            return
        if room is None:
            self._cancelled()
            return
        self._counted = False
        self.stage.roll(self._by_voice and not self.voice.hopeless)
        self.shoot.roll(self._session.house, room)

    def _stopped(self) -> None:
        self.shoot.stop()
        self._close()

    def _again(self) -> None:
        self.shoot.drop()
        self._count()

    def _cancelled(self) -> None:
        self.shoot.forget()
        self._close()

    def _failed(self, error: SkriptStudioError) -> None:
        self._close()

    def _close(self) -> None:
        self.count_in.stop()
        self.voice.stop()
        if self.stage is not None:
            stage, self.stage = self.stage, None
            stage.close_stage()
            stage.deleteLater()
            self._ask_for(QSize())
            self.ended.emit()
            unsaid, self._unsaid = self._unsaid, []
            for error in unsaid:
                self.refused.emit(error)

    def _began(self) -> None:
        if self.stage is not None:
            self.stage.began()
            if self._by_voice:
                self._listen()

    @property
    def _by_voice(self) -> bool:
        """Whether the voice shall move the text, and there is something to hear it with."""
        wanted = self._session.settings.prompter.mode is PrompterMode.VOICE
        return (
            wanted and self._booth.microphone != NO_CAMERA and self._scene is not None and bool(self._scene.sentences)
        )

    def _prepare_voice(self, scene: Scene, at: ReadingPlace | None = None) -> None:
        sentences = [" ".join(said_words(one)) for one in scene.sentences]
        self.voice.prepare(self._session.house, sentences, at)

    def _listen(self) -> None:
        if self._booth.room is not None:
            self.voice.start(self._booth.room)

    def _heard(self, place: ReadingPlace) -> None:
        if self.stage is not None:
            self.stage.text.follow(place)

    def _voiceless(self) -> None:
        if self.stage is not None:
            self.stage.text.go_without_voice()

    def _told(self, seconds: float) -> None:
        if self.stage is not None:
            self.stage.show_seconds(seconds)

    def _noticed(self, finding: object) -> None:
        if self.stage is not None:
            self.stage.warn(finding)  # type: ignore[arg-type]  # a signal's argument
