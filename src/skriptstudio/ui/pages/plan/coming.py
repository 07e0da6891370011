"""The panel at the right: the next posts, the rhythm they follow, and how far the stock reaches."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from skriptstudio.domain.plan_outlook import Heed, Outlook, PlannedDay
from skriptstudio.domain.production import Summary
from skriptstudio.domain.season import Dated
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.dates import day_text, full_day_text
from skriptstudio.messages.plan_words import heed_text, pace_text, planned_state, planned_title
from skriptstudio.ui.pages.plan.overview import Overview
from skriptstudio.ui.pages.plan.slot_list import DragSource, SlotList, SlotRow
from skriptstudio.ui.theme import color, scaled
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.buttons import Button, IconButton
from skriptstudio.ui.widgets.lamp import Lamp
from skriptstudio.ui.widgets.rows import paint_poster
from skriptstudio.ui.widgets.text import Text, divider

_PRESSING = (Heed.GONE, Heed.QUEUE, Heed.GAP, Heed.OPEN, Heed.SAME_FORMAT, Heed.BLACKOUT, Heed.EFFORT)
"""What the one line of the panel says first; stock and reserve stand below anyway."""

_STOCK_SLOTS = 4
_SHORT_DAYS = 4
_EARLY_DAYS = 3
_STOCK = (25, 44)


class ComingPanel(QWidget):
    """Next posts.

    Attributes:
        days: the list.
        tune: asks for the rhythm.
        calendar: on while the months are shown.
        fill: asks to give every free day something.
        more: asks for days of recording, absences and the plan as a file.
        first: asks for the rhythm where there is none yet.
    """

    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        self.say = say = speaker.say
        self.speaker = speaker
        self.days = SlotList(say("Next posts"), speaker)
        self.tune = IconButton("sliders-horizontal", say("Set the rhythm"))
        self.calendar = IconButton("calendar-blank", say("Calendar"))
        self.calendar.setCheckable(True)
        self.first = Button(say("Find your rhythm"), "secondary", "calendar-blank")
        self.fill = Button(say("Fill free days"), "quiet", "lightning", small=True)
        self.more = Button(say("More"), "quiet", "dots-three-vertical", small=True)
        self.heed = Lamp("hint", "", small=True, strong=False)
        self._pace = Text("", "small", "ink_soft")
        self._stock = StockStrip()
        self._stock_words = Text("", "small", "ink_soft")
        self._outlook: Outlook | None = None
        DragSource(self.days, "day", lambda key: not self.is_free(key))
        self._place()

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(10, 6, 2, 2)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(self.say("Next posts"), "card"))
        words.addWidget(self._pace)
        head.addLayout(words, 1)
        head.addWidget(self.calendar, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.tune, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        notes = QVBoxLayout()
        notes.setContentsMargins(10, SPACE.xs, 10, SPACE.xs)
        notes.addWidget(self.heed)
        notes.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(notes)
        column.addWidget(self.days, 1)
        tools = QHBoxLayout()
        tools.addWidget(self.fill)
        tools.addStretch(1)
        tools.addWidget(self.more)
        column.addLayout(tools)
        column.addWidget(divider())
        foot = QHBoxLayout()
        foot.setContentsMargins(10, SPACE.s, 10, 6)
        foot.setSpacing(SPACE.m)
        foot.addWidget(self._stock)
        foot.addWidget(self._stock_words, 1)
        column.addLayout(foot)

    # --- what is shown

    def show_plan(self, overview: Overview, posters: Mapping[str, QPixmap]) -> None:
        """Show how the plan stands; nothing where it can't be read."""
        book, outlook = overview.book, overview.outlook
        if book is None or outlook is None:
            return
        self._outlook = outlook
        say, level = self.say, book.level
        self._pace.setText(
            say("How much time do you have for videos?")
            if level is None
            else say("Your rhythm: {pace}", pace=pace_text(level, self.speaker))
        )
        self.first.setVisible(level is None)
        self.tune.setVisible(level is not None)
        self.fill.setVisible(level is not None and bool(outlook.free))
        self.days.set_rows([self._row(one, posters, overview.occasions) for one in outlook.days])
        self._show_heed(outlook, overview.format_names)
        self._show_stock(outlook, posters)

    def _show_heed(self, outlook: Outlook, formats: Mapping[str, str]) -> None:
        found = sorted(
            (one for one in outlook.warnings if one.what in _PRESSING), key=lambda one: _PRESSING.index(one.what)
        )
        self.heed.setVisible(bool(found))
        if not found:
            return
        words = [heed_text(one, self.speaker, formats.get(one.text, "")) for one in found]
        if found[0].what is Heed.OPEN and outlook.spare:
            words[0] += " " + self.say("Clips from the stock that fit there: {count}.", count=len(outlook.spare))
        self.heed.show_state("hint", words[0])
        self.heed.setToolTip("\n".join(words))
        self.heed.setAccessibleDescription(" ".join(words[1:]))

    def _show_stock(self, outlook: Outlook, posters: Mapping[str, QPixmap]) -> None:
        say, have, wanted = self.say, len(outlook.stock), outlook.stock_wanted
        words = (
            say("{have} of {wanted} in stock", have=have, wanted=wanted)
            if wanted
            else say("{have} in stock", have=have)
        )
        if outlook.reserve:
            words += " · " + say("{count} timeless", count=len(outlook.reserve))
        if have and outlook.missing_from is not None:
            words += "\n" + say("a clip is missing from {day}", day=day_text(outlook.missing_from, self.speaker))
        self._stock_words.setText(words)
        self._stock.show_stock(outlook.stock, wanted, posters)

    def _row(self, one: PlannedDay, posters: Mapping[str, QPixmap], occasions: Sequence[Dated]) -> SlotRow:
        title, state = planned_title(one, self.speaker), planned_state(one, self.speaker)
        soon = next((dated for dated in occasions if _asks_for(dated, one.day)), None)
        if one.is_free and soon is not None:
            state = f"{soon.name}, {day_text(soon.first, self.speaker)}"
        if one.blackout:
            state = f"{state} · {one.blackout}"
        return SlotRow(
            one.day.isoformat(),
            title,
            state,
            poster=posters.get(one.clip.id) if one.clip else None,
            has_poster=one.entry is not None and not one.is_pause,
            spoken=f"{full_day_text(one.day, self.speaker)}: {title}, {state}",
            day=one.day,
            free=one.is_free,
        )

    # --- what is chosen

    @property
    def chosen(self) -> PlannedDay | None:
        """The chosen day."""
        return self.day(self.days.key)

    def day(self, key: str) -> PlannedDay | None:
        """A day by its key, None where there is none."""
        days = self._outlook.days if self._outlook else ()
        return next((one for one in days if one.day.isoformat() == key), None)

    def is_free(self, key: str) -> bool:
        """Whether nothing is planned on that day."""
        found = self.day(key)
        return found is None or found.is_free

    def clips(self) -> tuple[Summary, ...]:
        """The productions whose posters are wanted."""
        if self._outlook is None:
            return ()
        planned = [one.clip for one in self._outlook.days[:8] if one.clip is not None]
        return (*planned, *self._outlook.stock[:_STOCK_SLOTS])


def _asks_for(dated: Dated, day: date) -> bool:
    """Whether a post on this day is just in time for an occasion; what lasts for weeks needs no such hint."""
    return (dated.last - dated.first).days < _SHORT_DAYS and 0 <= (dated.first - day).days <= _EARLY_DAYS


class StockStrip(QWidget):
    """The stock as four upright pictures, dashed where one is missing."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures: list[QPixmap | None] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_stock(self, stock: tuple[Summary, ...], wanted: int, posters: Mapping[str, QPixmap]) -> None:
        """Fill as many of the four as the stock fills of what is wanted."""
        share = _STOCK_SLOTS if not wanted else min(_STOCK_SLOTS, -(-_STOCK_SLOTS * len(stock) // wanted))
        self._pictures = [posters.get(clip.id) for clip in stock[: min(share, len(stock))]]
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(_STOCK_SLOTS * (scaled(_STOCK[0]) + 5), scaled(_STOCK[1]))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, tall = scaled(_STOCK[0]), scaled(_STOCK[1])
        for place in range(_STOCK_SLOTS):
            box = QRectF(place * (wide + 5) + 0.5, 0.5, wide - 1, tall - 1)
            if place < len(self._pictures):
                paint_poster(painter, box, self._pictures[place])
            else:
                painter.setPen(QPen(color("control"), 1, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, RADIUS.tag, RADIUS.tag)
