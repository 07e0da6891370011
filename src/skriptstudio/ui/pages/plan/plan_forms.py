"""What is asked about the plan: how often, and on which day."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.plan_book import PlanBook
from skriptstudio.domain.plan_outlook import Outlook
from skriptstudio.domain.rhythm import MOST_MINUTES_A_WEEK, PACES, WORKDAYS, Capacity, Level
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.dates import full_day_text
from skriptstudio.messages.plan_words import level_name, pace_text, planned_title
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.fields import Choice, Field, LineField
from skriptstudio.ui.widgets.lamp import Lamp

_FITTING = "fitting"
_FIRST_DAYS = 21
_ANY_DAYS = 56


class RhythmForm(QWidget):
    """Minutes a week, the rhythm, its first day; what fits is said while one types.

    Attributes:
        minutes: the field.
        levels: the rhythm; what fits by itself, or one that was chosen.
        first: day of the first post.
        verdict: what it means.
    """

    def __init__(self, speaker: Speaker, book: PlanBook, capacity: Capacity, today: date) -> None:
        super().__init__()
        self.speaker = speaker
        self._capacity = capacity
        say = speaker.say
        self.minutes = LineField(say("e.g. 180"))
        self.minutes.setValidator(QIntValidator(0, MOST_MINUTES_A_WEEK, self.minutes))
        if book.minutes_a_week:
            self.minutes.setText(str(book.minutes_a_week))
        items = [(_FITTING, say("What fits by itself"))]
        items += [(level.value, self._level_text(level)) for level in Level]
        self.levels = Choice(say("Rhythm"), items)
        if book.level is not None and book.level is not capacity.level:
            self.levels.choose(book.level.value)
        self.first = Choice(say("First post"), _first_days(speaker, book.first, today))
        self.verdict = Lamp("open", "", small=True, strong=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(Field(say("Minutes a week that all of you have for videos"), self.minutes))
        column.addWidget(Field(say("Rhythm"), self.levels))
        column.addWidget(Field(say("First post"), self.first))
        column.addWidget(self.verdict)
        self.minutes.textChanged.connect(lambda _: self._judge())
        self.levels.currentIndexChanged.connect(lambda _: self._judge())
        self._judge()

    @property
    def wanted_minutes(self) -> int:
        """Minutes a week; 0 where nothing was written."""
        return int(self.minutes.text() or 0)

    @property
    def level(self) -> Level | None:
        """The chosen rhythm; None for what fits."""
        return None if self.levels.key == _FITTING else Level(self.levels.key)

    @property
    def first_day(self) -> date:
        """Day of the first post."""
        return date.fromisoformat(self.first.key)

    def _level_text(self, level: Level) -> str:
        return self.speaker.say(
            "{level}: {pace}, about {minutes} minutes a week",
            level=level_name(level, self.speaker),
            pace=pace_text(level, self.speaker),
            minutes=PACES[level].minutes_a_week(self._capacity.minutes_a_clip),
        )

    def _judge(self) -> None:
        say = self.speaker.say
        has = Capacity(self.wanted_minutes, self._capacity.minutes_a_clip, self._capacity.measured_on)
        level = self.level or has.level or Level.START
        if not has.minutes_a_week:
            self.verdict.show_state("open", say("A clip takes about {minutes} minutes.", minutes=has.minutes_a_clip))
        elif has.missing(level):
            words = say("{minutes} minutes a week are missing for that.", minutes=has.missing(level))
            left = has.missing(level, in_batches=True)
            helps = say("With days of several recordings it is enough.")
            if left:
                helps = say("With days of several recordings {minutes} are still missing.", minutes=left)
            self.verdict.show_state("hint", f"{words} {helps}")
        else:
            words = say("That fits: {pace}.", pace=pace_text(level, self.speaker))
            self.verdict.show_state("ok", words)


def _first_days(speaker: Speaker, first: date | None, today: date) -> list[tuple[str, str]]:
    days = [today + timedelta(days=ahead) for ahead in range(_FIRST_DAYS)]
    offered = [*([first] if first else []), *(day for day in days if day.weekday() in WORKDAYS and day != first)]
    return [(day.isoformat(), full_day_text(day, speaker)) for day in offered]


class DayForm(QWidget):
    """A list of days: the free ones first, then those with something on them, then all others of the next weeks.

    Attributes:
        days: the list.
    """

    def __init__(self, speaker: Speaker, outlook: Outlook, today: date, without: Sequence[date] = ()) -> None:
        super().__init__()
        say = speaker.say
        known = {one.day: one for one in outlook.days if one.day not in without}
        free = [(one.day, say("{day}: still free", day=full_day_text(one.day, speaker))) for one in outlook.free]
        taken = [
            (
                day,
                say("{day}: instead of “{title}”", day=full_day_text(day, speaker), title=planned_title(one, speaker)),
            )
            for day, one in known.items()
            if not one.is_free
        ]
        others = [today + timedelta(days=ahead) for ahead in range(_ANY_DAYS)]
        rest = [(day, full_day_text(day, speaker)) for day in others if day not in known and day not in without]
        items = [(day.isoformat(), text) for day, text in (*free, *taken, *rest)]
        self.days = Choice(say("Day"), items)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Field(say("Day"), self.days))

    @property
    def day(self) -> date:
        """The chosen one."""
        return date.fromisoformat(self.days.key)
