"""What is asked before a start: what the video is called, and five questions to the idea."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.idea_pool import GATE, is_round
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.idea_words import gate_text
from skriptstudio.messages.plan_words import gate_question
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.fields import Field, LineField
from skriptstudio.ui.widgets.lamp import Lamp, LampState
from skriptstudio.ui.widgets.text import Text
from skriptstudio.ui.widgets.ticks import Check

LONGEST_TITLE = 120
"""Characters; a title also becomes the name of a folder."""


class StartForm(QWidget):
    """A field for the title, and the gate; the dialog's verb is off while the title is empty.

    Attributes:
        gate: the five questions; ticked means yes.
        verdict: what the answers mean. They never forbid anything.
        later: of an ``own`` idea: mark it, and begin another time.
    """

    def __init__(self, speaker: Speaker, title: str = "", heed: str = "", own: bool = False) -> None:
        super().__init__()
        self.say = say = speaker.say
        self._title = LineField(say("e.g. My office has no walls today"))
        self._title.setMaxLength(LONGEST_TITLE)
        self._title.setText(title)
        self.gate = [Check(gate_question(key, speaker)) for key in GATE]
        self.verdict = Lamp("open", "", small=True, strong=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(Field(say("Title"), self._title))
        if heed:
            column.addWidget(Lamp("hint", heed, small=True, strong=False))
        column.addSpacing(SPACE.s)
        column.addWidget(Text(say("Five questions to your idea"), "label"))
        for tick in self.gate:
            column.addWidget(tick)
            tick.toggled.connect(lambda _: self._judge())
        column.addWidget(self.verdict)
        self.later = Check(say("Only mark it as an idea for now"))
        self.later.setVisible(own)
        column.addSpacing(SPACE.s)
        column.addWidget(self.later)
        self._judge()

    @property
    def title(self) -> str:
        """What was written, without space around it."""
        return " ".join(self._title.text().split())

    def watch(self, dialog: Dialog) -> None:
        """Keep the dialog's verb true."""

        def check() -> None:
            if self.title:
                dialog.verb.allow()
            else:
                dialog.verb.refuse(self.say("Write a title."))

        self._title.textChanged.connect(check)
        check()

    def _judge(self) -> None:
        yes = sum(tick.isChecked() for tick in self.gate)
        state: LampState = "ok" if is_round(yes) else "hint" if yes else "open"
        self.verdict.show_state(state, gate_text(yes, self.say) if yes else self.say("Tick what is true."))
