"""Earlier versions of the script, and what was changed since."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from skriptstudio.domain.people import Staff
from skriptstudio.domain.script import ScriptVersion, Section
from skriptstudio.domain.word_difference import Change, SectionDifference, script_difference
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.pages.write.words import section_name
from skriptstudio.ui.theme import color, font, is_style_change, scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.rows import Row, RowList
from skriptstudio.ui.widgets.text import Text

_LIST_PX = 270
_HEIGHT_PX = 330
_LOOKS = {Change.SAME: ("ink", ""), Change.GONE: ("stop", "stop_tint"), Change.NEW: ("ok", "ok_tint")}
"""Text and ground of words by what happened to them; gone ones are crossed out, new ones underlined, too."""


class VersionsView(QWidget):
    """Versions at the left, the newest first; at the right, what is different now.

    Attributes:
        list: the versions.
        text: the difference.
    """

    def __init__(self, versions: Sequence[ScriptVersion], now: Sequence[Section], staff: Staff, say: Say) -> None:
        super().__init__()
        self._versions = list(reversed(versions))
        self._now = tuple(now)
        self.say = say
        self.list = RowList(say("Earlier versions"))
        self.list.setMinimumWidth(scaled(_LIST_PX) // 2)
        self.list.setMaximumWidth(scaled(_LIST_PX))
        self.list.set_rows([self._row(at, version, staff) for at, version in enumerate(self._versions)])
        self._about = Text("", "small", "ink_soft")
        self.text = DifferenceText(say)
        right = QVBoxLayout()
        right.setSpacing(SPACE.s)
        right.addWidget(self._about)
        right.addWidget(self.text, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.card)
        row.addWidget(self.list, 2)
        row.addLayout(right, 3)
        self.list.row_chosen.connect(lambda _: self._show())
        self.list.choose("0")
        self._show()

    @property
    def chosen(self) -> ScriptVersion:
        """The version that is looked at."""
        return self._versions[int(self.list.key or 0)]

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(super().sizeHint().width(), scaled(_HEIGHT_PX))

    def _show(self) -> None:
        differences = script_difference(self.chosen.sections, self._now)
        gone = sum(one.count(Change.GONE) for one in differences)
        new = sum(one.count(Change.NEW) for one in differences)
        self._about.setText(
            self.say(
                "Since then {gone} words are gone (crossed out) and {new} are new (underlined).", gone=gone, new=new
            )
        )
        self.text.show_difference(differences)

    def _row(self, at: int, version: ScriptVersion, staff: Staff) -> Row:
        who = staff.name(version.by) or self.say("Somebody")
        chips = ((self.say("ready"), "ok"),) if version.approved_by else ()
        return Row(str(at), moment(version.when, self.say), who, chips=chips)


class DifferenceText(QTextEdit):
    """The sections of a script with the words that are gone and those that are new."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.say = say
        self._shown: Sequence[SectionDifference] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(say("What was changed"))

    def show_difference(self, differences: Sequence[SectionDifference]) -> None:
        """Show it from the top."""
        self._shown = differences
        self.clear()
        cursor = QTextCursor(self.document())
        for at, one in enumerate(differences):
            self._write(cursor, one, first=not at)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setAccessibleDescription(self._spoken())

    def _write(self, cursor: QTextCursor, one: SectionDifference, first: bool) -> None:
        head, body = QTextBlockFormat(), QTextBlockFormat()
        head.setTopMargin(0 if first else SPACE.m)
        for block, begins in ((head, first), (body, False)):
            if begins:
                cursor.setBlockFormat(block)
            else:
                cursor.insertBlock(block)
            if block is head:
                cursor.insertText(self._name(one), _format("ink_soft", "", True))
        for number, stretch in enumerate(one.stretches):
            token, ground = _LOOKS[stretch.change]
            look = _format(token, ground, False)
            look.setFontStrikeOut(stretch.change is Change.GONE)
            look.setFontUnderline(stretch.change is Change.NEW)
            if number:
                cursor.insertText(" ", _format("ink", "", False))
            cursor.insertText(stretch.text, look)

    def _spoken(self) -> str:
        """The changes in words: who can't see them hears the same."""
        said = []
        for one in (difference for difference in self._shown if difference.is_changed):
            said.append(self._name(one))
            gone, new = (_words_of(one, change) for change in (Change.GONE, Change.NEW))
            said += [self.say("gone: {text}", text=gone)] if gone else []
            said += [self.say("new: {text}", text=new)] if new else []
        return ". ".join(said) or self.say("Nothing was changed since.")

    def _name(self, one: SectionDifference) -> str:
        return section_name(Section(one.name, one.kind, ""), self.say)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event) and self._shown:
            self.show_difference(self._shown)


def _words_of(one: SectionDifference, change: Change) -> str:
    return ", ".join(stretch.text for stretch in one.stretches if stretch.change is change)


def moment(when: datetime, say: Say) -> str:
    """Day and time as people here write them."""
    local = when.astimezone()
    return say("{day}, {time}", day=f"{local:%d.%m.%Y}", time=f"{local:%H:%M}")


def _format(token: str, ground: str, strong: bool) -> QTextCharFormat:
    look = QTextCharFormat()
    face = QFont(font("small" if strong else "body"))
    if strong:
        face.setWeight(font("label").weight())
    look.setFont(face)
    look.setForeground(color(token))
    if ground:
        look.setBackground(color(ground))
    return look
