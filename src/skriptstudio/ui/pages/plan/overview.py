"""What the lists of the page show of each production, and where it belongs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtGui import QPixmap

from skriptstudio.content.formats import SeriesFormat
from skriptstudio.domain.ideas import Ideas
from skriptstudio.domain.people import Person
from skriptstudio.domain.plan_book import PlanBook
from skriptstudio.domain.plan_outlook import Outlook
from skriptstudio.domain.production import Production, State, Summary
from skriptstudio.domain.release import SEALED, TURN
from skriptstudio.domain.rhythm import Capacity
from skriptstudio.domain.season import Dated
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.words import state_name, turn_text
from skriptstudio.ui.navigation import step_of
from skriptstudio.ui.widgets.rows import Row

FINISHED = SEALED | {State.WITHDRAWN}
"""States of the segment "Fertig": released and later."""


@dataclass(frozen=True)
class Overview:
    """What was read of the library at one moment.

    Attributes:
        everything: all productions, newest first.
        shown: those that hold what was searched for.
        formats: the series formats.
        ideas: what could be made.
        today: the local date.
        book, outlook, capacity: the plan; None where it can't be read.
        kept: keys of ideas that somebody marked.
        questions: how many wait for an answer.
        occasions: of the next weeks.
    """

    everything: tuple[Summary, ...] = ()
    shown: tuple[Summary, ...] = ()
    formats: tuple[SeriesFormat, ...] = ()
    ideas: Ideas = field(default_factory=lambda: Ideas((), ()))
    today: date = date.min
    book: PlanBook | None = None
    outlook: Outlook | None = None
    capacity: Capacity | None = None
    kept: tuple[str, ...] = ()
    questions: int = 0
    occasions: tuple[Dated, ...] = ()

    def segment(self, key: str) -> tuple[Summary, ...]:
        """The shown productions of a segment: ``work`` or ``done``."""
        return tuple(one for one in self.shown if (one.state in FINISHED) == (key == "done"))

    def latest(self, opened: str) -> Summary | None:
        """The one to go on with: the opened one, else the newest in work, else the newest."""
        waiting = [one for one in self.everything if one.state not in FINISHED]
        by_id = [one for one in self.everything if one.id == opened]
        return next(iter((*by_id, *waiting, *self.everything)), None)

    def find(self, production: str) -> Summary | None:
        """The production with this id."""
        return next((one for one in self.everything if one.id == production), None)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was begun and nothing planned yet."""
        return not self.everything and (self.book is None or self.book == PlanBook())

    @property
    def format_names(self) -> dict[str, str]:
        """Names of the series formats by key."""
        return {one.key: one.name for one in self.formats}

    def format(self, key: str) -> SeriesFormat | None:
        """The format with this key."""
        return next((one for one in self.formats if one.key == key), None)


def rows(
    summaries: Sequence[Summary],
    overview: Overview,
    posters: Mapping[str, QPixmap],
    person: Person | None,
    speaker: Speaker,
) -> list[Row]:
    """The list rows of these productions, as ``person`` sees them."""
    return [_row(one, overview, posters.get(one.id), person, speaker) for one in summaries]


def _row(summary: Summary, overview: Overview, poster: QPixmap | None, person: Person | None, speaker: Speaker) -> Row:
    series = overview.format(summary.format)
    words = (state_name(summary.state.value, speaker), series.name if series else "")
    text, mine = whose_turn(summary.state, person, speaker)
    return Row(
        summary.id,
        summary.title,
        " · ".join(word for word in words if word),
        poster=poster,
        has_poster=True,
        chips=((text, "warm" if mine else "neutral"),),
    )


def whose_turn(state: State, person: Person | None, speaker: Speaker) -> tuple[str, bool]:
    """Whose turn it is in words, and whether that is ``person``."""
    hat = TURN[state]
    mine = person is not None and hat is not None and hat in person.hats
    return turn_text(hat.value if hat else "", mine, speaker), mine


def step(summary: Summary) -> str:
    """The step at which the production stands."""
    return step_of(Production(summary.id, summary.title, summary.created, state=summary.state))


def way_on(summary: Summary, speaker: Speaker) -> str:
    """What the button says that leads to where the production stands."""
    if summary.state is State.CUT:
        return speaker.say("Go on cutting")
    verbs = {
        "write": speaker.say("Go on writing"),
        "record": speaker.say("Go on recording"),
        "review": speaker.say("See the check"),
        "publish": speaker.say("See the package"),
    }
    return verbs[step(summary)]
