"""The segment *Ideen*: filters, cards, and the way from boring to exciting."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from skriptstudio.domain.ideas import MOODS, Idea, Ideas
from skriptstudio.messages.catalogue import Say
from skriptstudio.messages.idea_words import mood_text, quoted, takes_text
from skriptstudio.ui.pages.plan.format_list import FORMAT_ICONS
from skriptstudio.ui.pages.plan.idea_grid import IdeaGrid
from skriptstudio.ui.pages.plan.parts import Nothing
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.chips import FilterChip, Link
from skriptstudio.ui.widgets.fields import Choice
from skriptstudio.ui.widgets.rows import Row

_LITTLE_MINUTES = 20
ALL = "all"


class IdeasPanel(QWidget):
    """All ideas that fit the filters and the search.

    Attributes:
        grid: the cards.
        trade: for which trade.
        need: what its viewers want just then.
        little, now, kept: the other filters.
        filtered: other filters were set.
        spark_asked: an idea is boring as yet.
        emptied: search and filters shall go.
    """

    filtered = Signal()
    spark_asked = Signal()
    emptied = Signal()

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.say = say
        self._ideas = Ideas((), ())
        self._formats: Mapping[str, str] = {}
        self._month = 1
        self._kept: Collection[str] = ()
        self.trade = Choice(say("For which trade"), [(ALL, say("All trades"))])
        self.little = FilterChip(say("Little effort"))
        self.need = Choice(
            say("What it is good for"), [(ALL, say("Any need")), *((one, mood_text(one, say)) for one in MOODS)]
        )
        self.now = FilterChip(say("Fits this month"))
        self.kept = FilterChip(say("Marked"), "bookmark-simple")
        self.spark = Link(say("Boring becomes exciting"), "lightning")
        self.grid = IdeaGrid(say("Ideas"))
        self.nothing = Nothing(Button(say("Remove filters"), "secondary"))
        filters = QHBoxLayout()
        filters.setSpacing(SPACE.s)
        for part in (self.trade, self.need, self.little, self.now, self.kept):
            filters.addWidget(part)
        filters.addStretch(1)
        filters.addWidget(self.spark)
        lists = QWidget()
        self._stack = QStackedLayout(lists)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addLayout(filters)
        column.addWidget(lists, 1)
        self.trade.activated.connect(lambda _: self.filtered.emit())
        self.need.activated.connect(lambda _: self.filtered.emit())
        for chip in (self.little, self.now, self.kept):
            chip.toggled.connect(lambda _: self.filtered.emit())
        self.spark.clicked.connect(self.spark_asked)
        self.nothing.button.clicked.connect(self._empty)

    def offer(self, ideas: Ideas, formats: Mapping[str, str], month: int, kept: Collection[str]) -> None:
        """Offer these ideas.

        Args:
            ideas: all of them.
            formats: names of the series formats by key.
            month: 1 to 12, of today.
            kept: keys of what was marked.
        """
        self._ideas, self._formats, self._month, self._kept = ideas, formats, month, kept
        self.kept.setVisible(bool(kept) or self.kept.isChecked())
        self.trade.set_items([(ALL, self.say("All trades")), *ideas.trades])

    @property
    def count(self) -> int:
        """How many ideas there are in all."""
        return len(self._ideas.ideas)

    @property
    def chosen(self) -> Idea | None:
        """The chosen card."""
        return self._ideas.find(self.grid.key)

    def show_search(self, wanted: str) -> None:
        """Show what fits filters and search."""
        found = [idea for idea in self._ideas.ideas if self._fits(idea, wanted.casefold())]
        self.grid.set_rows([self._row(idea) for idea in found])
        if not found:
            self.nothing.show_text(self.say("There is no idea about that yet."), "", True)
        self._stack.setCurrentWidget(self.grid if found else self.nothing)

    def set_compact(self, compact: bool) -> None:
        """Narrow windows leave the rarer filter out."""
        self.need.setVisible(not compact)

    def _empty(self) -> None:
        self.trade.choose(ALL)
        self.need.choose(ALL)
        for chip in (self.little, self.now, self.kept):
            chip.setChecked(False)
        self.emptied.emit()

    def _fits(self, idea: Idea, wanted: str) -> bool:
        words = f"{idea.hook} {self._formats.get(idea.format, '')} {idea.picture}".casefold()
        return (
            self.trade.key in (ALL, idea.trade)
            and (not self.little.isChecked() or idea.minutes <= _LITTLE_MINUTES)
            and self.need.key in (ALL, idea.mood)
            and (not self.kept.isChecked() or idea.key in self._kept)
            and (not self.now.isChecked() or idea.fits(self._month))
            and all(word in words for word in wanted.split())
        )

    def _row(self, idea: Idea) -> Row:
        return Row(
            idea.key,
            quoted(idea.hook, self.say),
            takes_text(idea, self.say),
            icon=FORMAT_ICONS.get(idea.format, "lightbulb"),
            side=self._formats.get(idea.format, ""),
        )
