"""The body of the page: the way back, the lists, and at the right the next posts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from skriptstudio.content.formats import SeriesFormat
from skriptstudio.domain.plan_outlook import PlannedDay
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.ui.pages.plan.coming import ComingPanel
from skriptstudio.ui.pages.plan.continue_card import ContinueCard
from skriptstudio.ui.pages.plan.format_list import FormatList
from skriptstudio.ui.pages.plan.ideas_panel import IdeasPanel
from skriptstudio.ui.pages.plan.month import MonthView
from skriptstudio.ui.pages.plan.overview import Overview
from skriptstudio.ui.pages.plan.parts import Nothing
from skriptstudio.ui.pages.plan.slot_list import DragSource
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button, IconButton
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.rows import Row, RowList, row_at
from skriptstudio.ui.widgets.search_field import SearchField
from skriptstudio.ui.widgets.segments import Segment, Segments

_SIDE = 318
_WIDE_SIDE = 380
_WIDE_FROM = 1350
_GROUP = SPACE.m

_SEARCH_WIDTH_PX = 236
"""looks.md 7.1."""


class Board(QWidget):
    """Continue card, segments, search, list; the next posts at the right, or as a segment where it is narrow.

    Attributes:
        chosen: something was chosen, or nothing is any more.
        opened: Enter or double click on what is chosen.
        segment_chosen: another segment is shown.
    """

    chosen = Signal()
    opened = Signal()
    segment_chosen = Signal()

    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        self.say = say = speaker.say
        self._compact = False
        self._counts = (0, 0)
        self.card = ContinueCard(say("You were here last"), say("Go on writing"))
        self.search = SearchField(say("Search ideas and videos"), _SEARCH_WIDTH_PX)
        self.inbox = IconButton("chat-circle-text", say("Questions from comments"))
        self.work = RowList(say("Videos"), tall=True)
        self.formats = FormatList(say("Start something new"))
        self.ideas = IdeasPanel(say)
        self.coming = ComingPanel(speaker)
        self.month = MonthView(speaker)
        self.segments = Segments(say("Which videos"), self._segments())
        self.nothing = Nothing(Button(say("Empty the search"), "secondary"))
        self._place()
        self.segments.chosen.connect(self._segment_chosen)
        self.search.down.connect(self._into_list)
        self.segments.pressed.connect(lambda _key: self._leave_month())
        self.coming.calendar.toggled.connect(lambda _: self._segment_chosen())
        self.nothing.button.clicked.connect(self.search.clear)
        lists: tuple[RowList, ...] = (self.work, self.formats, self.ideas.grid, self.coming.days, self.month.days)
        for rows in lists:
            others = tuple(one for one in lists if one is not rows)
            rows.row_chosen.connect(lambda _key, others=others: self._choose_alone(others))
            rows.row_opened.connect(lambda _key: self.opened.emit())
        DragSource(self.work, "production")
        DragSource(self.ideas.grid, "idea")
        self.ideas.filtered.connect(self._show_ideas)
        self.ideas.emptied.connect(self._empty_search)

    def _place(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(SPACE.m)
        tools.addWidget(self.segments)
        tools.addStretch(1)
        tools.addWidget(self.inbox)
        tools.addWidget(self.search)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.work)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.formats)
        self._stack.addWidget(self.month)
        self._list_card = Card(padding=SPACE.xs)
        self._list_card.column.addWidget(self._stack)
        self._left = QVBoxLayout()
        self._left.setSpacing(_GROUP)
        self._left.addWidget(self.card)
        self._left.addLayout(tools)
        self._left.addWidget(self._list_card, 1)
        self._left.addWidget(self.ideas, 1)
        self._side = Card(padding=6, spacing=0)
        self._side.column.addWidget(self.coming, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.gap)
        row.addLayout(self._left, 1)
        row.addWidget(self._side)

    # --- what is shown

    def show_formats(self, formats: Sequence[SeriesFormat]) -> None:
        """Offer these formats."""
        self.formats.set_formats(formats)

    def show_ideas(self, overview: Overview) -> None:
        """Offer its ideas."""
        self.ideas.offer(overview.ideas, overview.format_names, overview.today.month, overview.kept)
        self.segments.set_items(self._segments())
        self._show_ideas()

    def show_questions(self, count: int) -> None:
        """Say how many questions wait."""
        self.inbox.set_icon("chat-circle-text-fill" if count else "chat-circle-text")
        words = self.say("Questions from comments: {count}", count=count)
        self.inbox.setAccessibleName(words)
        self.inbox.setToolTip(words)

    def _show_ideas(self) -> None:
        self.ideas.show_search(self.search.text())
        self.chosen.emit()

    def _empty_search(self) -> None:
        self.search.clear()
        self._show_ideas()

    def show_counts(self, work: int, done: int) -> None:
        """Say how many videos stand in each segment."""
        self._counts = (work, done)
        self.segments.set_items(self._segments())

    def show_rows(self, rows: Sequence[Row], searched: bool) -> None:
        """List these videos; without any, say why."""
        self.work.set_rows(rows)
        if not rows:
            self.nothing.show_text(*self._why_nothing(searched), searched)
        self._show_list()

    def _why_nothing(self, searched: bool) -> tuple[str, str]:
        say = self.say
        if searched:
            return say("There is no video about that yet."), say("Try another word, or begin one.")
        if self.segments.current == "done":
            return say("Nothing finished yet"), say("What is released stands here.")
        return say("Nothing in work"), say("Choose a format, or bring an idea of your own.")

    def _segments(self) -> list[Segment]:
        say = self.say
        counts = (self.ideas.count, *self._counts)
        names = {"ideas": say("Ideas"), "work": say("In work"), "done": say("Finished")}
        # Five segments with their figures don't fit beside the search where it is narrow.
        shown = (None,) * len(names) if self._compact else counts
        items = [Segment(key, name, count) for (key, name), count in zip(names.items(), shown, strict=True)]
        items.append(Segment("formats", say("Formats")))
        return [*items, Segment("coming", say("Calendar"))] if self._compact else items

    def _show_list(self) -> None:
        ideas = self.segments.current == "ideas" and not self.shows_month
        self.ideas.setVisible(ideas)
        self._list_card.setVisible(not ideas)
        if self.shows_month:
            self._stack.setCurrentWidget(self.month)
        elif self.segments.current == "formats":
            self._stack.setCurrentWidget(self.formats)
        elif self.segments.current == "coming":
            self._stack.setCurrentWidget(self.coming)
        else:
            self._stack.setCurrentWidget(self.work if self.work.rows_model.rows else self.nothing)

    def set_compact(self, compact: bool) -> None:
        """Where it is narrow, the next posts become a segment of the one list."""
        if compact == self._compact:
            return
        self._compact = compact
        self.card.set_compact(compact)
        self.ideas.set_compact(compact)
        self.inbox.setVisible(not compact)
        self._left.setSpacing(SPACE.s if compact else _GROUP)
        if compact:
            self._stack.addWidget(self.coming)
        else:
            self._stack.removeWidget(self.coming)
            self._side.column.addWidget(self.coming, 1)
            self.coming.show()
        self._side.setVisible(not compact)
        self.coming.calendar.setVisible(not compact)
        was = self.segments.current
        self.segments.set_items(self._segments())
        if self.segments.current != was:
            self.segment_chosen.emit()
        self._show_list()

    # --- what is chosen

    @property
    def format_key(self) -> str:
        """The chosen format, empty if none is."""
        return self.formats.key

    @property
    def shows_month(self) -> bool:
        """Whether the calendar stands in the place of the lists."""
        return self.coming.calendar.isChecked() and not self._compact

    def _leave_month(self) -> None:
        self.coming.calendar.setChecked(False)

    @property
    def remark(self) -> str:
        """What else is on the chosen day of the calendar."""
        row = row_at(self.month.days.currentIndex())
        return row.small if row is not None else ""

    @property
    def chosen_day(self) -> PlannedDay | None:
        """The chosen day of the plan, in the panel or in the calendar."""
        return self.coming.chosen or self.month.chosen

    @property
    def production_id(self) -> str:
        """The chosen video, empty if none is."""
        return self.work.key

    def clear_choice(self) -> None:
        """Choose nothing."""
        _clear(self.work)
        _clear(self.formats)
        _clear(self.ideas.grid)
        _clear(self.coming.days)
        _clear(self.month.days)
        self.chosen.emit()

    def to_ideas(self) -> None:
        """Put the cursor on the first idea."""
        self._leave_month()
        self.segments.choose("ideas")
        rows = self.ideas.grid.rows_model.rows
        if rows:
            self.ideas.grid.choose(rows[0].key)
        self.ideas.grid.setFocus()

    def seen(self) -> list[str]:
        """Ids of the videos in view, and of a few below."""
        rows = self.work.rows_model.rows
        first = max(0, self.work.indexAt(QPoint(20, 1)).row())
        count = self.work.viewport().height() // max(1, self.work.row_height()) + 3
        return [row.key for row in rows[first : first + count]]

    def _choose_alone(self, others: Sequence[RowList]) -> None:
        for other in others:
            _clear(other)
        self.chosen.emit()

    def _segment_chosen(self) -> None:
        for rows in (self.work, self.ideas.grid, self.formats, self.month.days):
            _clear(rows)
        self.segment_chosen.emit()
        self._show_list()

    def _into_list(self) -> None:
        shown = self.ideas.grid if self.segments.current == "ideas" else self._stack.currentWidget()
        if isinstance(shown, RowList) and shown.rows_model.rows:
            if not shown.key:
                shown.choose(shown.rows_model.rows[0].key)
            shown.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._side.setFixedWidth(scaled(_WIDE_SIDE if self.width() >= _WIDE_FROM else _SIDE))


def _clear(rows: RowList) -> None:
    rows.selectionModel().clear()
