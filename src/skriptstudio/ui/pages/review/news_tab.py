"""What is other than in the version that was looked at last."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.differences import Difference
from skriptstudio.messages.catalogue import Say, Speaker
from skriptstudio.messages.words import beside_name, part_name
from skriptstudio.ui.pages.review.blocks import section_text
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.rows import Row, RowList


class NewsTab(QWidget):
    """One row a piece: what it is, and how it read before and reads now."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say = say
        self.rows = RowList(say("What is new"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.s, 0, 0, 0)
        column.addWidget(self.rows)

    def show_differences(self, found: Sequence[Difference], speaker: Speaker) -> None:
        """List these."""
        self.rows.set_rows([self._row(str(number), one, speaker) for number, one in enumerate(found)])

    def _row(self, key: str, one: Difference, speaker: Speaker) -> Row:
        say = self.say
        where = one.where
        if one.part == "script":
            where = section_text(where, say)
        elif one.part == "post":
            where = beside_name(where, speaker)
        part = part_name(one.part, speaker)
        title = one.after or say("gone: {before}", before=one.before)
        before = say("before: {before}", before=one.before) if one.before and one.after else ""
        place = f"{part[:1].upper()}{part[1:]} {where}".strip()
        return Row(key, title, " · ".join(text for text in (place, before) if text), icon="clock-counter-clockwise")
