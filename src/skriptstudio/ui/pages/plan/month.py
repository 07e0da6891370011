"""A month of the plan: what is posted, recorded and celebrated on each day, and who isn't there."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from skriptstudio.domain.people import Staff
from skriptstudio.domain.plan_outlook import PlannedDay
from skriptstudio.domain.season import on_day
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.dates import full_day_text, month_name, weekday_name
from skriptstudio.messages.plan_words import leave_name, planned_state, planned_title
from skriptstudio.steps.rhythm import Look
from skriptstudio.ui.pages.plan.slot_list import DragSource, SlotList, SlotRow
from skriptstudio.ui.theme import color, line_height, scaled
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.buttons import Button, IconButton
from skriptstudio.ui.widgets.paragraph import Paragraph
from skriptstudio.ui.widgets.row_delegate import Index, RowDelegate
from skriptstudio.ui.widgets.rows import Row
from skriptstudio.ui.widgets.text import Text

WEEKS = 6
"""So many touch any month."""

_WEEK = 7
_SATURDAY = 5
_LONG_DAYS = 14
"""What lasts longer than that would stand on every day and say nothing."""


def monday_before(day: date) -> date:
    """The Monday with which the month of ``day`` begins on a calendar."""
    first = day.replace(day=1)
    return first - timedelta(days=first.weekday())


def next_month(day: date, step: int) -> date:
    """The first day of a month later (1) or earlier (-1)."""
    number = day.year * 12 + day.month - 1 + step
    return date(number // 12, number % 12 + 1, 1)


@dataclass(frozen=True)
class MonthRow(SlotRow):
    """A day of the calendar.

    Attributes:
        inside: it belongs to the month itself.
        today: it is today.
        planned: something stands on it; ``free`` days are those that the rhythm wants.
    """

    inside: bool = True
    today: bool = False
    planned: bool = False


class MonthView(QWidget):
    """A month with the way to the next one.

    Attributes:
        days: the grid.
        turned: another month is wanted; ``month`` is its first day.
        month: the first day of the month that is shown.
    """

    turned = Signal()

    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        self.speaker = speaker
        say = speaker.say
        self.month = date.min
        self.days = MonthGrid(say("Calendar"), speaker)
        self.back = IconButton("caret-left", say("Month before"))
        self.forward = IconButton("caret-right", say("Next month"))
        self.now = Button(say("Today"), "quiet", small=True)
        self._title = Text("", "card")
        self._found: dict[str, PlannedDay] = {}
        DragSource(self.days, "day", lambda key: key in self._found and not self._found[key].is_free)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE.s, SPACE.xs, SPACE.s, 0)
        head.addWidget(self._title, 1)
        for button in (self.now, self.back, self.forward):
            head.addWidget(button)
        names = QHBoxLayout()
        names.setContentsMargins(SPACE.xs, 0, 0, 0)
        names.setSpacing(0)
        for weekday in range(_WEEK):
            names.addWidget(Text(weekday_name(weekday, speaker)[:2], "small", "ink_soft"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addLayout(head)
        column.addLayout(names)
        column.addWidget(self.days, 1)
        self.back.clicked.connect(lambda: self._turn(next_month(self.month, -1)))
        self.forward.clicked.connect(lambda: self._turn(next_month(self.month, 1)))

    def _turn(self, month: date) -> None:
        self.month = month
        self.turned.emit()

    def show_month(self, look: Look, staff: Staff, today: date) -> None:
        """Show the month on whose days was looked."""
        year = self.month.year
        self._title.setText(f"{month_name(self.month.month, self.speaker)} {year}")
        self._found = {one.day.isoformat(): one for one in look.outlook.days}
        first = monday_before(self.month)
        days = [first + timedelta(days=number) for number in range(WEEKS * _WEEK)]
        self.days.set_rows([self._row(day, look, staff, today) for day in days])

    def day(self, key: str) -> PlannedDay | None:
        """A day by its key; one that the rhythm doesn't want is free all the same."""
        if not key:
            return None
        return self._found.get(key) or PlannedDay(date.fromisoformat(key))

    @property
    def chosen(self) -> PlannedDay | None:
        """The chosen day."""
        return self.day(self.days.key)

    def _row(self, day: date, look: Look, staff: Staff, today: date) -> MonthRow:
        key = day.isoformat()
        one = self._found.get(key)
        missed = one is not None and one.is_free and day < today
        title = planned_title(one, self.speaker) if one is not None and not missed else ""
        small = self._remarks(day, look, staff)
        state = planned_state(one, self.speaker) if one is not None and not one.is_free else ""
        spoken = [full_day_text(day, self.speaker), title, state, *small]
        return MonthRow(
            key,
            title,
            ", ".join(small),
            spoken=", ".join(word for word in spoken if word),
            day=day,
            free=one is not None and one.is_free and day >= today,
            inside=day.month == self.month.month,
            today=day == today,
            planned=one is not None and not one.is_free,
        )

    def _remarks(self, day: date, look: Look, staff: Staff) -> list[str]:
        """What else is on that day: a recording, an occasion, an election, and who isn't there."""
        say = self.speaker.say
        remarks = [say("Recording day") for one in look.book.batches if one.day == day]
        blackout = staff.rules.blackout(day)
        remarks += [blackout.reason] if blackout else []
        short = [one for one in look.occasions if (one.last - one.first).days < _LONG_DAYS]
        remarks += [one.name for one in on_day(short, day)]
        for leave in look.book.away(day):
            who = staff.name(leave.person).split()[0] if leave.person else say("The whole house")
            remarks.append(f"{who}: {leave_name(leave.kind, self.speaker)}")
        return remarks


class MonthGrid(SlotList):
    """Six weeks of seven days; the arrow keys go in all four directions."""

    def __init__(self, name: str, speaker: Speaker) -> None:
        super().__init__(name, speaker)
        self.lay_in_cells()
        self.setAcceptDrops(True)  # IconMode and Static took it away
        self.setDragEnabled(False)
        self.setItemDelegate(_Delegate(self))
        # A bar that may come takes its room from the seventh day; wheel and keys scroll without one.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def row_size(self) -> QSize:
        """Size of a day; no smaller than its number and a line."""
        least = 2 * line_height("small") + 2 * SPACE.xs
        wide, tall = (self.viewport().width() - 1) // _WEEK, (self.viewport().height() - 1) // WEEKS
        return QSize(max(scaled(40), wide), max(least, tall))


class _Delegate(RowDelegate):
    """The square of a day: its number, what is planned, and a small remark."""

    def __init__(self, grid: MonthGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Row) -> None:
        assert isinstance(row, MonthRow)
        box = QRectF(option.rect).adjusted(1, 1, -2, -2)
        self._paint_box(painter, box, row, bool(option.state & QStyle.StateFlag.State_Selected), index)
        inner = box.adjusted(SPACE.xs, 2, -SPACE.xs, -2)
        number = Paragraph(str(row.day.day), role="small_strong", token=self._ink(row), tabular=True)
        number.paint(painter, inner)
        beside = number.natural_width() + SPACE.xs
        if row.small:
            words = Paragraph(row.small, role="small", token="ink_soft", lines=1)
            words.paint(painter, inner.adjusted(beside, 0, 0, 0))
        if row.title:
            top = inner.top() + line_height("small")
            lines = max(1, int((inner.bottom() - top) // line_height("small")))
            role, token = ("small_strong", "on_tint") if row.planned else ("small", "ink_soft")
            title = Paragraph(row.title, role=role, token=token, lines=lines)
            title.paint(painter, QRectF(inner.left(), top, inner.width(), inner.bottom() - top))

    def _ink(self, row: MonthRow) -> str:
        return "primary" if row.today else "ink" if row.inside else "ink_faint"

    def _paint_box(
        self,
        painter: QPainter,
        box: QRectF,
        row: MonthRow,
        chosen: bool,
        index: Index,
    ) -> None:
        weekend = row.day.weekday() >= _SATURDAY
        ground = "tint" if row.planned else "sunken" if weekend or not row.inside else "surface"
        dropping = self._grid.over == index
        edge, width, style = "line", 1, Qt.PenStyle.SolidLine
        if chosen or dropping or row.today:
            edge, width = "primary", 2 if chosen or dropping else 1
        elif row.free:
            edge, style = "control", Qt.PenStyle.DashLine
        painter.setPen(QPen(color(edge), width, Qt.PenStyle.DashLine if dropping else style))
        painter.setBrush(color(ground))
        painter.drawRoundedRect(box, RADIUS.tag, RADIUS.tag)
        self._paint_focus(painter, box.adjusted(2, 2, -2, -2), index)
