"""What works better: groups of clips beside each other, and only what the figures may say."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from skriptstudio.domain.charts import Spread
from skriptstudio.domain.comparison import Comparison, Group, Trait, Verdict, busiest_profile, compare
from skriptstudio.domain.results import Measure, Moment
from skriptstudio.messages.result_words import (
    figure_shown,
    group_name,
    measure_name,
    moment_name,
    trait_name,
    verdict_text,
)
from skriptstudio.messages.words import channel_name
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.results.panel import Deeds, Panel
from skriptstudio.ui.pages.results.reading import Snapshot
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.bare_scroll import BareScroll
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.chart import SpreadChart
from skriptstudio.ui.widgets.fields import Choice
from skriptstudio.ui.widgets.lamp import Lamp
from skriptstudio.ui.widgets.segments import Segment, Segments
from skriptstudio.ui.widgets.text import Text


class ComparePanel(Panel):
    """Four choices, a chart, and one sentence.

    Attributes:
        traits, measures, moments, channels: what is compared.
        verdict: what may be said.
        chart: the groups that are large enough.
        report_asked: somebody wants it on paper.
    """

    report_asked = Signal()

    def __init__(self, place: Place, deeds: Deeds) -> None:
        super().__init__(place, deeds)
        say, speaker = self.say, self.speaker
        self.found: Comparison | None = None
        self.traits = Segments(
            say("Compare by"), [Segment(one.value, _capital(trait_name(one.value, speaker))) for one in Trait]
        )
        measures = [(one.value, measure_name(one.value, speaker)) for one in Measure]
        self.measures = Choice(say("Figure"), measures)
        self.moments = Choice(say("Read"), [(one.value, moment_name(one.value, speaker)) for one in Moment])
        self.moments.choose(Moment.WEEK.value)
        self.channels = Choice(say("Channel"))
        self.verdict = Lamp("open", "")
        self.chart = SpreadChart(say("Groups of clips"))
        self._legend = Text(
            say("Line: all clips. Bar: the middle half. Stroke: half of the clips lie below."), "small", "ink_soft"
        )
        self._small = Text("", "small", "ink_soft")
        self._build()
        self.traits.chosen.connect(lambda _: self._compare())
        for choice in (self.measures, self.moments, self.channels):
            choice.activated.connect(lambda _: self._compare())

    def _build(self) -> None:
        area = BareScroll(room_below=False)
        area.column.addWidget(self.chart)
        choices = QHBoxLayout()
        choices.setSpacing(SPACE.m)
        choices.addWidget(self.traits)
        choices.addStretch(1)
        for choice in (self.measures, self.moments, self.channels):
            choices.addWidget(choice)
        card = Card()
        card.column.addWidget(self.verdict)
        card.column.addWidget(area, 1)
        card.column.addWidget(self._legend)
        card.column.addWidget(self._small)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE.m)
        whole.addLayout(choices)
        whole.addWidget(card, 1)

    def draw(self, now: Snapshot) -> None:
        moment = Moment(self.moments.key)
        counts = {one.profile for one in now.book.results}
        before = self.channels.key
        self.channels.set_items([(key, channel_name(key)) for key in sorted(counts, key=channel_name)])
        self.channels.setVisible(len(counts) > 1)
        if not before:
            self.channels.choose(busiest_profile(now.book, moment))
        self._compare()

    def _compare(self) -> None:
        now = self.now
        if now is None:
            return
        trait, measure, moment = Trait(self.traits.current), Measure(self.measures.key), Moment(self.moments.key)
        found = compare(now.book, trait, measure, moment, self.channels.key)
        self.found = found
        names = {**now.hooks, **now.formats}
        titles = [group_name(one.key, trait, names, self.speaker) for one in found.groups]
        ready = [(group, title) for group, title in zip(found.groups, titles, strict=True) if group.enough]
        spreads = [self._spread(found, group, title) for group, title in ready]
        self.chart.show_spreads(spreads, [self._told(found, group, title) for group, title in ready])
        self.chart.setVisible(bool(ready))
        self._legend.setVisible(bool(ready))
        words = verdict_text(found, titles[0] if titles else "", self.speaker)
        self.verdict.show_state("ok" if found.verdict is Verdict.BETTER else "open", words)
        few = [f"{title} ({g.count})" for g, title in zip(found.groups, titles, strict=True) if not g.enough]
        text = self.say("Too few to say anything: {groups}", groups=", ".join(few)) if few else ""
        self._small.setText(text)
        self.chosen.emit()

    def _spread(self, found: Comparison, group: Group, title: str) -> Spread:
        low, high = group.quartiles
        text = figure_shown(found.measure.value, group.median, self.speaker)
        label = f"{title} ({group.count})"
        return Spread(label, group.values[0], low, group.median, high, group.values[-1], text)

    def _told(self, found: Comparison, group: Group, title: str) -> str:
        shown = [figure_shown(found.measure.value, one, self.speaker) for one in (group.median, *group.quartiles)]
        return self.say(
            "{name}: {count} clips, half of them below {median}, the middle half from {low} to {high}",
            name=title, count=group.count, median=shown[0], low=shown[1], high=shown[2],
        )  # fmt: skip

    def standing(self) -> tuple[str, str]:
        clips = self.found.clips if self.found else 0
        return self.say("{count} clips compared.", count=clips), self.say("Clips are compared, never people.")

    def buttons(self) -> list[Button]:
        return [self.button(self.say("Monthly report"), self.report_asked.emit, "file-text", filled=True)]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
