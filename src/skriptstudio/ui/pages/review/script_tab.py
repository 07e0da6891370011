"""The script beside the clip, to read along."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from skriptstudio.domain.script import Script
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.pages.review.blocks import section_text, section_token
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.text import Text


class ScriptTab(QScrollArea):
    """All sections, each under its name, and the hooks that wait.

    Attributes:
        variants_wanted: a clip of its own for each waiting hook.
    """

    variants_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say = say
        self._shown: Script | None = None
        self._wanted = Script()
        self.setAccessibleName(say("Script"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)

    def show_script(self, script: Script) -> None:
        """Show this text; it is laid out when somebody looks at it."""
        self._wanted = script
        if self.isVisible():
            self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        super().showEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        script = self._wanted
        if script == self._shown:
            return
        self._shown = script
        inside = QWidget()
        inside.setObjectName("clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE.s, SPACE.s, SPACE.m, SPACE.m)
        column.setSpacing(SPACE.xs)
        for section in script.sections:
            if section.text.strip():
                column.addWidget(Text(section_text(section.name, self.say), "label", section_token(section.name)))
                column.addWidget(Text(section.text))
                column.addSpacing(SPACE.m)
        if script.is_empty:
            column.addWidget(Text(self.say("Nothing is written for this clip."), "body", "ink_soft"))
        self._add_hooks(column, script)
        column.addStretch(1)
        self.setWidget(inside)

    def _add_hooks(self, column: QVBoxLayout, script: Script) -> None:
        if not script.hooks:
            return
        column.addWidget(Text(self.say("Waiting hooks"), "label"))
        for hook in script.hooks:
            column.addWidget(Text(hook))
        make = Button(self.say("Make a clip for each hook"), "secondary", "copy", small=True)
        make.clicked.connect(self.variants_wanted)
        column.addWidget(make, 0, Qt.AlignmentFlag.AlignLeft)
