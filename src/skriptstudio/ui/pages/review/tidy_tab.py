"""What could be tidied: heard and seen first, with it and without, then taken or left."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.tidy import Suggestion, TidyKind
from skriptstudio.messages.caption_words import TIDY_KINDS
from skriptstudio.messages.catalogue import Say
from skriptstudio.steps.tidy import Tidying
from skriptstudio.ui.pages.review.play_time import clock_text, decimal_text
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button, IconButton
from skriptstudio.ui.widgets.fields import Check
from skriptstudio.ui.widgets.rows import Row, RowList
from skriptstudio.ui.widgets.text import Text

_ICONS = {
    TidyKind.START: "skip-forward",
    TidyKind.END: "skip-back",
    TidyKind.PAUSE: "hourglass",
    TidyKind.REPEATED: "repeat",
    TidyKind.BROKEN_OFF: "repeat",
    TidyKind.FILLER: "question",
    TidyKind.FREE_SPEECH: "chat-circle-text",
}


class TidyTab(QWidget):
    """The list, and what can be done with the chosen row.

    Attributes:
        chosen: the suggestion that the user went to.
        heard: play around it.
        tried: play as it would be without it.
        taken: take it out of the clip.
        denoise: tick: steady noise gets quieter.
        back: brings back all that was cut away; hidden while nothing was.
        crossfade: tick: at cuts, one sound goes over into the next.
    """

    chosen = Signal(object)
    heard = Signal(object)
    tried = Signal(object)
    taken = Signal(object)

    def __init__(self, say: Say, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say = say
        self._language = language
        self._suggestions: tuple[Suggestion, ...] = ()
        self.rows = RowList(say("Tidy up"))
        self._none = Text("", "body", "ink_soft")
        self._unsaid = Text("", "small", "ink_soft")
        self.hear = Button(say("Listen"), "quiet", "speaker-high", small=True)
        self.trial = Button(say("Listen without"), "quiet", "play", small=True)
        self.take = Button(say("Take it out"), icon="scissors", small=True)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
        buttons.setSpacing(SPACE.xs)
        for button, signal in ((self.hear, self.heard), (self.trial, self.tried), (self.take, self.taken)):
            buttons.addWidget(button)
            button.clicked.connect(lambda _=False, signal=signal: self._send(signal))
        buttons.addStretch(1)
        self.back = IconButton("arrow-counter-clockwise", say("Bring back all that was cut away"))
        buttons.addWidget(self.back)
        self.crossfade = Check(say("Soft sound at cuts"))
        self.crossfade.setToolTip(f"{say('Soft sound at cuts')} (X)")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.rows, 1)
        column.addWidget(self._unsaid)
        column.addLayout(buttons)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.m, 0, SPACE.s, 0)
        foot.addWidget(self.crossfade)
        self.denoise = Check(say("Quieter noise"))
        self.denoise.setToolTip(say("Fans and humming get quieter in the finished clip, voices stay. Not heard here."))
        foot.addWidget(self.denoise)
        foot.addStretch(1)
        column.addLayout(foot)
        self.rows.row_chosen.connect(lambda _key: self._choose())
        self.rows.row_opened.connect(lambda _key: self._send(self.heard))
        self.show_tidying(None)

    @property
    def current(self) -> Suggestion | None:
        """The chosen suggestion."""
        key = self.rows.key
        return self._suggestions[int(key)] if key and int(key) < len(self._suggestions) else None

    def show_tidying(self, tidying: Tidying | None) -> None:
        """List what was found; None while nobody knows yet."""
        self._suggestions = tidying.suggestions if tidying is not None else ()
        self.rows.set_rows([self._row(str(n), one) for n, one in enumerate(self._suggestions)])
        self.rows.setVisible(bool(self._suggestions))
        self._none.setVisible(not self._suggestions)
        say = self.say
        self._none.setText(say("There is nothing to tidy.") if tidying is not None else say("Listening to the takes."))
        missing = [one.text for one in tidying.unsaid] if tidying is not None else []
        self._unsaid.setVisible(bool(missing))
        self._unsaid.setText(say("Not said: {text}", text=" ".join(missing)))
        self._offer()

    def _row(self, key: str, one: Suggestion) -> Row:
        seconds = self.say("{seconds} s", seconds=decimal_text(one.seconds, self._language()))
        parts = [clock_text(one.at), seconds if one.can_be_taken else "", one.text]
        title = self.say(TIDY_KINDS[one.kind.value])
        return Row(key, title, " · ".join(part for part in parts if part), icon=_ICONS[one.kind])

    def _offer(self) -> None:
        one, why = self.current, self.say("First choose a line.")
        for button in (self.hear, self.trial, self.take):
            possible = one is not None and (one.can_be_taken or button is self.hear)
            if possible:
                button.allow()
            else:
                button.refuse(why if one is None else self.say("Only marked: the ends of the segment cut it out."))

    def _choose(self) -> None:
        self._offer()
        if self.current is not None:
            self.chosen.emit(self.current)

    def _send(self, signal: SignalInstance) -> None:
        if self.current is not None:
            signal.emit(self.current)
