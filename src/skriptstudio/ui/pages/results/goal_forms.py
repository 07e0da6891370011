"""What is asked about a goal and a series."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from skriptstudio.domain.errors import BadNumber
from skriptstudio.domain.figure_text import count
from skriptstudio.domain.goals import TARGETS, Goal, Series
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.result_words import measure_name
from skriptstudio.ui.dates import understood, written
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.fields import Choice, Field, LineField

LONGEST_NAME = 80


class GoalForm(QWidget):
    """Name, what counts, how many, from when until when."""

    def __init__(self, speaker: Speaker, today: date, goal: Goal | None = None) -> None:
        super().__init__()
        self.speaker = say = speaker
        self.name = LineField(say.say("e.g. More applications for the summer"), name=say.say("Goal"))
        self.name.setMaxLength(LONGEST_NAME)
        self.counts = Choice(say.say("What counts"), [(key, measure_name(key, speaker)) for key in TARGETS])
        self.target = LineField(say.say("e.g. 30"), name=say.say("How many"))
        self.first = LineField(name=say.say("From"))
        self.until = LineField(say.say("e.g. 31.12.2027"), name=say.say("Until"))
        self.first.setText(written(goal.first if goal else today))
        if goal is not None:
            self.name.setText(goal.name)
            self.counts.choose(goal.counts)
            self.target.setText(str(goal.target))
            self.until.setText(written(goal.until))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.m)
        grid.addWidget(Field(say.say("Goal"), self.name), 0, 0, 1, 2)
        grid.addWidget(Field(say.say("How many"), self.target), 1, 0)
        grid.addWidget(Field(say.say("What counts"), self.counts), 1, 1)
        grid.addWidget(Field(say.say("From"), self.first), 2, 0)
        grid.addWidget(Field(say.say("Until"), self.until), 2, 1)

    @property
    def how_many(self) -> int:
        """0 where nothing sure was written."""
        try:
            return count(self.target.text()) or 0
        except BadNumber:
            return 0

    @property
    def days(self) -> tuple[date, date] | None:
        """From and until; None where one of them is no day."""
        first, until = understood(self.first.text()), understood(self.until.text())
        return (first, until) if first is not None and until is not None else None

    def watch(self, dialog: Dialog) -> None:
        """Keep the dialog's verb true."""

        def check() -> None:
            say = self.speaker.say
            if not self.name.text().strip():
                dialog.verb.refuse(say("Write what you want to reach."))
            elif not self.how_many:
                dialog.verb.refuse(say("Write how many."))
            elif self.days is None or self.days[1] < self.days[0]:
                dialog.verb.refuse(say("Write until when, such as 31.12.2027."))
            else:
                dialog.verb.allow()

        for field in (self.name, self.target, self.first, self.until):
            field.textChanged.connect(lambda _: check())
        check()


class SeriesForm(QWidget):
    """Who answers for a series, who stands in, what it is for."""

    def __init__(
        self,
        speaker: Speaker,
        formats: Sequence[tuple[str, str]],
        people: Sequence[tuple[str, str]],
        goals: Sequence[tuple[str, str]],
        series: Series | None = None,
    ) -> None:
        super().__init__()
        say = speaker.say
        self.series = Choice(say("Series"), formats)
        self.responsible = Choice(say("Responsible"), people)
        self.deputy = Choice(say("Deputy"), [("", say("nobody yet")), *people])
        self.goal = Choice(say("Goal"), [("", say("none yet")), *goals])
        if series is not None:
            self.series.choose(series.key)
            self.series.setEnabled(False)
            self.responsible.choose(series.responsible)
            self.deputy.choose(series.deputy)
            self.goal.choose(series.goal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(Field(say("Series"), self.series))
        column.addWidget(Field(say("Responsible"), self.responsible))
        column.addWidget(Field(say("Deputy"), self.deputy))
        column.addWidget(Field(say("Goal"), self.goal))
