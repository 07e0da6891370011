"""What is read on the stage and how far the reader is: one state for band, second screen and the words beside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from skriptstudio.domain.ports.speech import ReadingPlace
from skriptstudio.domain.reading import tempo_band
from skriptstudio.ui.pages.record.second_screen import SecondScreen
from skriptstudio.ui.pages.record.stage_controls import TextControls
from skriptstudio.ui.pages.record.stage_parts import StageSection
from skriptstudio.ui.pages.record.stage_sides import LiveSides
from skriptstudio.ui.prompter.band import PAD, PrompterBand
from skriptstudio.ui.prompter.pace import Pace
from skriptstudio.ui.prompter.reading import HAND_MODES, Sentence, moment_after, outlook, words_before
from skriptstudio.ui.prompter.tempo_words import GOOD_BANDS, band_word, length_text
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import reduced_motion

Clock = Callable[[], float]


@dataclass(frozen=True)
class Scene:
    """What is about to be recorded.

    Attributes:
        title: e.g. ``Szene 2 · Take 1``.
        section: name of the section, or ``whole``.
        sentences: what is read; may be empty.
        rows: all sections for the list at the left.
    """

    title: str
    section: str
    sentences: Sequence[Sentence]
    rows: Sequence[StageSection]


class StageText:
    """Moves the text, and says beside it what of it is left.

    Attributes:
        scene: what is recorded.
        pace: where the reader is.
    """

    def __init__(
        self,
        session: Session,
        clock: Clock,
        band: PrompterBand,
        second: SecondScreen,
        live: LiveSides,
        controls: TextControls,
    ) -> None:
        self._session = session
        self._clock = clock
        self._band = band
        self._second = second
        self._live = live
        self._controls = controls
        self._section_shown = ""
        self.scene = Scene("", "", (), ())
        self.pace = Pace(())

    def lay(self, scene: Scene) -> None:
        """Put the text of a scene into the band."""
        self.scene = scene
        self._band.set_text(scene.sentences)

    def begin(self, by_voice: bool) -> None:
        """Put the text at its beginning; it stands."""
        sentences = self.scene.sentences
        by_hand = self._session.settings.prompter.mode in HAND_MODES
        self.pace = Pace(self._band.lines, self._clock, reduced_motion(), by_hand, by_voice, self._visible_lines())
        self._live.show_text(bool(sentences), by_hand)
        self._show_tempo()
        self._section_shown = ""
        self.show()

    def rewrite(self, sentences: Sequence[Sentence], number: int) -> None:
        """Show a corrected text; the reader stays in the sentence of this number."""
        into = self.pace.seconds - self.scene.sentences[number].start
        self.scene = replace(self.scene, sentences=tuple(sentences))
        self._band.set_text(sentences)
        self._second.rewrite(sentences)
        self.break_anew()
        now = sentences[min(number, len(sentences) - 1)]
        self.pace.go_to(now.start if self.pace.by_hand else now.start + min(max(into, 0.0), now.seconds * 0.9))
        self._show_tempo()
        self.show()

    def break_anew(self) -> None:
        """The lines were broken anew; the reader stays at the same word."""
        self.pace.lay(self._band.lines, self._visible_lines())

    # --- the voice

    def follow(self, place: ReadingPlace) -> None:
        """The reader's voice has come to this place."""
        if place.sentence < len(self.scene.sentences):
            self.pace.follow(moment_after(self.scene.sentences[place.sentence], place.word + 1))

    def go_without_voice(self) -> None:
        """Nobody can follow the voice: the text runs by itself from here."""
        if self.pace.by_voice:
            self.pace.by_voice = False
            self.pace.go_to(self.pace.seconds)
            self.show()

    @property
    def place(self) -> ReadingPlace:
        """The word that counts as spoken last."""
        number = self.pace.sentence
        return ReadingPlace(number, words_before(self.scene.sentences[number], self.pace.seconds) - 1)

    # --- what is shown

    def show(self) -> None:
        """Whether the text runs, and where it is."""
        self._live.show_pace(self.pace.running, self.pace.by_hand, self.pace.by_voice)
        self._controls.show_state(self.pace.running, self.pace.by_hand)
        self.show_place()

    def show_place(self) -> None:
        """One reader, one place, on every screen; called at every tick."""
        self._band.show_at(self.pace.shown)
        self._show_progress()
        self._second.show_pace(self.pace, self._live.rest.text() if self.scene.sentences else self._live.clock.text())

    def _visible_lines(self) -> int:
        """How many lines can be read at once, the reader's own included."""
        return max(1, (self._band.height() - 2 * PAD) // self._band.line_px - self._band.reader_slot)

    def _show_tempo(self) -> None:
        say = self._session.say
        ahead = outlook(self.scene.sentences, self._session.settings.prompter)
        good = tempo_band(ahead.gross) in GOOD_BANDS
        figures = length_text(ahead, say, self._session.speaker.language)
        self._live.show_tempo(good, band_word(ahead.gross, say), figures)

    def _show_progress(self) -> None:
        """What of the text is left; touches nothing that stays as it is."""
        if self.pace.by_hand:
            self._live.show_sentence(self.pace.sentence + 1, len(self.scene.sentences))
        else:
            self._live.show_rest(self.pace.left)
        now = self.scene.section if self._is_row(self.scene.section) else self.pace.section
        if now != self._section_shown:
            self._section_shown = now
            self._show_sections(now)

    def _is_row(self, section: str) -> bool:
        return any(row.name == section for row in self.scene.rows)

    def _show_sections(self, now: str) -> None:
        names = [row.name for row in self.scene.rows]
        whole = not self._is_row(self.scene.section)
        rows: list[StageSection] = []
        for row in self.scene.rows:
            read = whole and now in names and names.index(row.name) < names.index(now)
            rows.append(StageSection(row.name, row.title, row.done or read))
        self._live.sections.show_rows(rows, now)
