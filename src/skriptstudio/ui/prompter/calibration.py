"""Twenty seconds of reading aloud, which tell the prompter how fast somebody speaks."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.assets import asset
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.ports.language import ScriptCoach
from skriptstudio.domain.prompter import SYLLABLES_PER_SECOND, Prompter
from skriptstudio.domain.reading import tempo_of
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.page import Place
from skriptstudio.ui.prompter.reading import Reading, timed, total_seconds
from skriptstudio.ui.prompter.tempo_words import rate_text
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.text import Text

SHORTEST_SECONDS = 8.0
"""Nobody reads the sample aloud in less."""

_PLAUSIBLE = (2.0, 9.0)
"""Net syllables a second between which a person has read the whole sample, and nothing else."""


def sample() -> str:
    """What is read: about 80 syllables of German, the language of every script."""
    return asset("prompter/probe.txt").read_text(encoding="utf-8").strip()


class CalibrationReading(QWidget):
    """A sample text with one button: start, then finished.

    Attributes:
        rate: net syllables a second, within what can be set; None until the sample was read believably.
        done: ``rate`` is known.
        begun: a reading has begun, so that an earlier ``rate`` no longer counts.
        button: start, finished, once more.

    Args:
        reading: the reader's own script, to say how long it takes at that rate; may be empty.
    """

    done = Signal()
    begun = Signal()

    def __init__(
        self,
        say: Say,
        coach: ScriptCoach,
        clock: Callable[[], float] = time.perf_counter,
        reading: Reading | None = None,
        language: str = "de",
    ) -> None:
        super().__init__()
        self.say = say
        self._clock = clock
        self._script = reading or {}
        self._language = language
        self._sentences = coach.reading(sample())
        self._state: Literal["before", "reading", "after"] = "before"
        self._began = 0.0
        self.rate: float | None = None
        self.button = Button(say("Start"), "secondary", "play-fill")
        self._words = Text(sample(), "page")
        self._said = Text("", "body")
        self._said.setAccessibleName(say("What came of it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self._words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._said)
        self.setFocusProxy(self.button)
        self.button.clicked.connect(self._pressed)
        self._tell(say("Press Start, read aloud as if to a friend, then press Finished."))

    @property
    def told(self) -> str:
        """The sentence below the sample."""
        return self._said.text()

    def _pressed(self) -> None:
        if self._state == "reading":
            self._finish(self._clock() - self._began)
        else:
            self._state, self.rate = "reading", None
            self._began = self._clock()
            self._show_button(self.say("Finished"), "check")
            self._tell(self.say("Read aloud now."))
            self.begun.emit()

    def _finish(self, seconds: float) -> None:
        say = self.say
        self._state = "after"
        self._show_button(say("Once more"), "arrow-counter-clockwise")
        rate = tempo_of(self._sentences, seconds)
        if seconds < SHORTEST_SECONDS or rate > _PLAUSIBLE[1]:
            self._tell(say("That was very quick. Read all of the text aloud, then it fits."))
        elif rate < _PLAUSIBLE[0]:
            self._tell(say("That took long. Read the text in one go, then it fits."))
        else:
            self.rate = SYLLABLES_PER_SECOND.hold(round(rate, 1))
            self._tell(self._result(self.rate))
            self.done.emit()

    def _result(self, rate: float) -> str:
        said = rate_text(rate, self.say, self._language)
        seconds = total_seconds(timed(self._script, Prompter(syllables_per_second=rate)))
        if not seconds:
            return self.say("{rate}. That is how fast the text will run.", rate=said)
        return self.say("{rate}, so your script takes {seconds} s.", rate=said, seconds=round(seconds))

    def _show_button(self, text: str, icon: str) -> None:
        self.button.setText(text)
        self.button.set_icon(icon)

    def _tell(self, sentence: str) -> None:
        self._said.setText(sentence)


def ask_for_reading(place: Place, reading: Reading, saved: Callable[[], None] = lambda: None) -> CalibrationReading:
    """Open the reading over the page; taking it over saves the rate with the prompter's settings."""
    session, say = place.session, place.session.say
    content = CalibrationReading(say, session.house.coach, reading=reading, language=session.speaker.language)

    def save() -> None:
        if content.rate is None:
            return
        prompter = replace(session.settings.prompter, syllables_per_second=content.rate)
        try:
            session.change_settings(prompter=prompter)
        except SkriptStudioError as error:
            place.fail(error)
        saved()

    dialog = place.ask(say("Read a 20 second sample"), "", say("Apply"), save, content=content)

    def refuse() -> None:
        dialog.verb.refuse(say("Read the sample first."))

    content.done.connect(dialog.verb.allow)
    content.begun.connect(refuse)
    refuse()
    content.button.setFocus(Qt.FocusReason.PopupFocusReason)
    return content
