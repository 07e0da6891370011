"""What the clips brought, and what the house has settled about posting."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout
from shiboken6 import isValid

from skriptstudio.domain.jobs import JobControl
from skriptstudio.ui.page import Page, Place
from skriptstudio.ui.pages.results.channels_panel import ChannelsPanel
from skriptstudio.ui.pages.results.compare_panel import ComparePanel
from skriptstudio.ui.pages.results.figures_panel import FiguresPanel
from skriptstudio.ui.pages.results.goals_panel import GoalsPanel
from skriptstudio.ui.pages.results.guideline_panel import GuidelinePanel
from skriptstudio.ui.pages.results.panel import Deeds, Panel
from skriptstudio.ui.pages.results.reading import Snapshot, read_snapshot
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.segments import Segment, Segments


class ResultsPage(Page):
    """Five parts, one at a time.

    Attributes:
        segments: which part is shown.
        panels: the parts by key.
    """

    key = "results"
    needs_production = False

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._now: Snapshot | None = None
        self._asked = 0
        deeds = Deeds(place, self)
        figures, compare = FiguresPanel(place, deeds), ComparePanel(place, deeds)
        compare.report_asked.connect(figures.ask_month)
        self.panels: dict[str, Panel] = {
            "figures": figures,
            "compare": compare,
            "goals": GoalsPanel(place, deeds),
            "guideline": GuidelinePanel(place, deeds),
            "channels": ChannelsPanel(place, deeds),
        }
        self.segments = Segments(self.say("Parts"), self._items())
        self._stack = QStackedWidget()
        for panel in self.panels.values():
            self._stack.addWidget(panel)
            panel.chosen.connect(self._show_bar)
        top = QHBoxLayout()
        top.addWidget(self.segments)
        top.addStretch(1)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self.segments.chosen.connect(self._switch)
        deeds.changed.connect(self._load)
        self.session.library_changed.connect(self._forget)

    def _items(self) -> list[Segment]:
        say, now = self.say, self._now
        due = len(now.due) if now else None
        remind = len(now.reminders) if now else None
        return [
            Segment("figures", say("Figures"), due or None),
            Segment("compare", say("What works")),
            Segment("goals", say("Goals and series")),
            Segment("guideline", say("May I post this?")),
            Segment("channels", say("Channels"), remind or None),
        ]

    # --- what every page has

    def header_title(self) -> str:
        titles = {"guideline": self.say("May I post this?"), "channels": self.say("Where does your house post?")}
        return titles.get(self.segments.current, self.say("What did the clips bring?"))

    def help_text(self) -> str:
        return self.say(
            "Note here how often clips were seen, and compare what works. Arrow keys choose, Enter opens, Space ticks. "
            "“May I post this?” and the channels are what your house has settled. Nothing is kept about single people."
        )

    def entered(self) -> None:
        self._load()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        for panel in self.panels.values():
            panel.set_compact(compact)

    # --- read and draw

    @property
    def panel(self) -> Panel:
        """The part that is shown."""
        return self.panels[self.segments.current]

    def _load(self) -> None:
        if not self.session.has_library:
            return
        house = self.session.house
        self._asked += 1
        asked = self._asked

        def work(control: JobControl) -> Snapshot:
            return read_snapshot(house)

        def done(now: Snapshot) -> None:
            # A later question was asked meanwhile, or the page is gone: this answer is stale.
            if isValid(self) and asked == self._asked:
                self._show(now)

        self.jobs.start(work, done)

    def _show(self, now: Snapshot) -> None:
        self._now = now
        self.segments.set_items(self._items())
        for panel in self.panels.values():
            panel.show_snapshot(now)
        self._show_bar()
        self.place.count_open(len(now.due) + len(now.reminders))

    def _switch(self, key: str) -> None:
        self._stack.setCurrentWidget(self.panels[key])
        self._show_bar()
        self.place.retitle()

    def _show_bar(self) -> None:
        fact, sentence = self.panel.standing()
        self.bar.show_state(fact, sentence)
        self.bar.set_buttons(*self.panel.buttons())

    def _forget(self) -> None:
        self._now = None
