"""What has become of the answers: the script so far, and what is still to come."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.advice import ScriptAdvice
from skriptstudio.domain.script import Section, SectionKind
from skriptstudio.ui.pages.write.section_list import SavedMark
from skriptstudio.ui.pages.write.words import section_name
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import color
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.bare_scroll import BareScroll
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.text import Text
from skriptstudio.ui.widgets.time_bar import Block, TimeBar

PLANNED_SECONDS = {SectionKind.HOOK: 3.0, SectionKind.VALUE: 4.0, SectionKind.BEAT: 17.0, SectionKind.CTA: 4.0}
"""How long a part that isn't written yet is drawn: together a clip of about 30 s."""


class GrowthCard(Card):
    """The script as far as the answers make it.

    Attributes:
        saved: when it was saved.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(padding=SPACE.gap, spacing=SPACE.s)
        self._session = session
        say = session.say
        self.column.addWidget(Text(say("This is how your script grows"), "card"))
        self.column.addWidget(Text(say("From your answers. You can change all of it later."), "small", "ink_soft"))
        self.bar = TimeBar()
        self.column.addSpacing(SPACE.s)
        self.column.addWidget(self.bar)
        self._scroll = BareScroll()
        self._scroll.column.setSpacing(SPACE.page)
        self._scroll.column.setContentsMargins(0, SPACE.m, 0, 0)
        self._shown: list[_Part] = []
        self.column.addWidget(self._scroll, 1)
        self.saved = SavedMark()
        self.column.addWidget(self.saved)

    def show_script(self, parts: Sequence[Section], advice: ScriptAdvice) -> None:
        """Show what is written and what is still to come."""
        say = self._session.say
        seconds = {one.section.name: one.seconds for one in advice.sections}
        blocks = []
        for part in parts:
            written = bool(part.text.strip())
            length = seconds.get(part.name, 0.0) if written else PLANNED_SECONDS[part.kind]
            blocks.append(Block(section_name(part, say), part.kind.value, length, planned=not written))
        self.bar.show_blocks(blocks)
        waiting = {
            SectionKind.HOOK: say("comes from question 7"),
            SectionKind.VALUE: say("comes from question 4"),
            SectionKind.BEAT: say("comes from question 3"),
            SectionKind.CTA: say("comes from question 6"),
        }
        while len(self._shown) < len(parts):
            self._shown.append(_Part())
            self._scroll.column.insertWidget(len(self._shown) - 1, self._shown[-1])
        while len(self._shown) > len(parts):
            self._scroll.drop(self._shown.pop())
        for entry, part in zip(self._shown, parts, strict=True):
            entry.show_part(section_name(part, say), part.kind.value, part.text.strip(), waiting[part.kind])


class _Part(QWidget):
    """A section with a bar in its colour at the left; grey while it isn't written."""

    def __init__(self) -> None:
        super().__init__()
        self._token = "line"
        self._name = Text("", "small_strong")
        self._text = Text("", "body")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.card, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._text)

    def show_part(self, name: str, kind: str, text: str, waiting: str) -> None:
        """Show its text, or where that will come from."""
        self._token = kind if text else "line"
        self._name.setText(name)
        self._name.set_token(kind if text else "ink_soft")
        self._text.setText(text or waiting)
        self._text.set_token("ink" if text else "ink_soft")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self._token))
        painter.drawRoundedRect(QRectF(0, 0, 4, self.height()), 2, 2)
