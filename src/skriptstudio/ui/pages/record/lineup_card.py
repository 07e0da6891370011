"""The card at the left: what is recorded next, and the takes there are."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from skriptstudio.domain.script import WHOLE
from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.pages.record.lineup import Lineup
from skriptstudio.ui.pages.record.section_list import SectionList, SectionRow
from skriptstudio.ui.pages.record.take_rows import TakeRows
from skriptstudio.ui.pages.record.words import section_name, section_token, take_count
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import IconButton
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.fields import Choice
from skriptstudio.ui.widgets.segments import Segment, Segments
from skriptstudio.ui.widgets.text import Text, divider

_INDENT = 8
_BY_SECTION, _WHOLE = "section", WHOLE


class LineupCard(Card):
    """Segments, sections and takes.

    Attributes:
        section_chosen: the section, or ``whole``, that shall be recorded next.
        rows: the takes of the chosen one.
    """

    section_chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(padding=SPACE.card - 5)
        self._session = session
        self._compact = False
        say = session.say
        self._lineup: Lineup | None = None
        self._section = ""
        self._title = Text(say("What do you record?"), "card")
        self.segments = Segments(
            say("What do you record?"),
            [Segment(_BY_SECTION, say("Section")), Segment(_WHOLE, say("Whole script"))],
            stretch=True,
        )
        self.sections = SectionList(say("Sections"))
        self.choice = Choice(say("What do you record?"))
        self._count = Text("", "small", "ink_soft")
        self._of = Text("", "label", lines=1)
        self.fetch = IconButton("folder-open", say("Fetch a finished video"))
        self.rows = TakeRows(session)
        self._hint = _Hint(say("Three takes are enough. The star marks the best one."))
        self._build()
        self.segments.chosen.connect(self._segment_chosen)
        self.sections.section_chosen.connect(self.section_chosen)
        self.choice.activated.connect(lambda _: self.section_chosen.emit(self.choice.key))

    def _build(self) -> None:
        self.column.setSpacing(SPACE.xs)
        for part in (self._title, self.segments, self.choice, self._count):
            self.column.addLayout(_indented(part))
        self.column.addSpacing(SPACE.xs)
        self.column.addWidget(self.sections)
        self.column.addSpacing(SPACE.xs)
        self.column.addLayout(_indented(divider()))
        heading = _indented(self._of)
        heading.setStretch(0, 1)
        heading.addWidget(self.fetch)
        self.column.addLayout(heading)
        holder = _indented(self.rows)
        self.column.addLayout(holder, 1)
        self.column.addLayout(_indented(self._hint))
        self._show_parts()

    def set_compact(self, compact: bool) -> None:
        """Choose the section in a list that folds, where there is little room."""
        self._compact = compact
        self._show_parts()
        self.show_posters({})

    def show_lineup(self, lineup: Lineup, section: str, posters: Mapping[str, QPixmap]) -> None:
        """Show what there is, with ``section`` chosen."""
        self._lineup, self._section = lineup, section
        self._show_parts()
        self.segments.blockSignals(True)
        self.segments.choose(_WHOLE if section == WHOLE else _BY_SECTION)
        self.segments.blockSignals(False)
        rows = [self._row(name) for name in lineup.sections]
        self.sections.set_rows(rows, section)
        say = self._session.say
        self.choice.set_items([(name, section_name(name, say)) for name in (*lineup.sections, WHOLE)])
        self.choice.choose(section)
        self._count.setText(say("{done} of {all} sections have a take.", done=lineup.done, all=len(lineup.sections)))
        self._of.setText(say("Takes of {section}", section=section_name(section, say)))
        self.show_posters(posters)

    def show_posters(self, posters: Mapping[str, QPixmap]) -> None:
        """Show the takes again, with pictures that have arrived."""
        if self._lineup is not None:
            self.rows.show_takes(self._lineup.takes(self._section), posters, self._compact)

    def _row(self, name: str) -> SectionRow:
        assert self._lineup is not None
        say = self._session.say
        count = len(self._lineup.takes(name))
        side = take_count(count, say) if count else say("your turn now") if name == self._section else say("open")
        title = section_name(name, say)
        return SectionRow(name, title, side, section_token(name), bool(count), f"{title}, {side}")

    def _segment_chosen(self, key: str) -> None:
        if self._lineup is not None:
            self.section_chosen.emit(WHOLE if key == _WHOLE else self._lineup.first_open())

    def _show_parts(self) -> None:
        has_script = self._lineup is None or bool(self._lineup.sections)
        by_section = self._section != WHOLE
        self.segments.setVisible(has_script and not self._compact)
        self.sections.setVisible(has_script and not self._compact and by_section)
        self.choice.setVisible(has_script and self._compact)
        self._count.setVisible(has_script and self._compact)
        self._hint.setVisible(not self._compact)


class _Hint(QWidget):
    """A small sentence with the mark of a hint."""

    def __init__(self, text: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(18) + SPACE.s, SPACE.xs, 0, 0)
        row.addWidget(Text(text, "small", "ink_soft"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        side = float(scaled(18))
        top = SPACE.xs + (self.height() - SPACE.xs - side) / 2
        paint_icon(QPainter(self), QRectF(0, top, side, side), "info", "ink_soft")


def _indented(part: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(_INDENT, 0, _INDENT, 0)
    row.addWidget(part)
    return row
