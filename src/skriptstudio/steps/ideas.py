"""Station 1, too: a house's own ideas, what viewers ask, and what neighbours send."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from skriptstudio.domain.desk import Desk
from skriptstudio.domain.errors import EmptyText, UnknownName
from skriptstudio.domain.idea_pool import IdeaPool, OwnIdea, Question
from skriptstudio.domain.ideas import MOODS, Idea, Ideas
from skriptstudio.domain.ids import new_id
from skriptstudio.domain.ports.computer import IdeaExchange
from skriptstudio.domain.ports.library import HouseRecord

ANSWER_FORMAT = "ihr_fragt_wir_antworten"
LONGEST_HOOK = 200
_LONGEST_ORIGIN = 80
_SOUND_KEY = re.compile(r"[a-z][a-z0-9-]{0,39}")
_LONGEST_TEXT = 500
_MOST_MINUTES = 600


class IdeaDesk:
    """All ideas, and the inbox of questions.

    Args:
        desk: library, clock and who sits there.
        pool: the record of the house's own.
        shipped: the program's ideas and those of the house's file.
        formats: keys of the series formats.
        exchange: reads and writes ideas as a file.
    """

    def __init__(
        self,
        desk: Desk,
        pool: HouseRecord[IdeaPool],
        shipped: Callable[[], Ideas],
        formats: Callable[[], Sequence[str]],
        exchange: IdeaExchange,
    ) -> None:
        self._desk = desk
        self._pool = pool
        self._shipped = shipped
        self._formats = formats
        self._exchange = exchange

    def pool(self) -> IdeaPool:
        return self._pool.read().record

    def all(self) -> Ideas:
        """Every idea, the house's own first."""
        shipped = self._shipped()
        return Ideas(shipped.trades, (*(one.as_idea() for one in self.pool().ideas), *shipped.ideas))

    def by_key(self) -> dict[str, Idea]:
        """Every idea by its key."""
        return {one.key: one for one in self.all().ideas}

    def find(self, key: str) -> Idea:
        """Raises ``UnknownName``."""
        ideas = self.all()
        found = ideas.find(key)
        if found is None:
            raise UnknownName("idea", key, tuple(one.key for one in ideas.ideas[:5]))
        return found

    def add(self, idea: OwnIdea) -> OwnIdea:
        """An idea of one's own; gets its key here. One that says the same as an earlier one gives that one.

        Raises:
            UnknownName: no such format.
            EmptyText: it says nothing.
        """
        if not idea.hook.strip():
            raise EmptyText
        if idea.format and idea.format not in self._formats():
            raise UnknownName("format", idea.format, tuple(self._formats()))
        fresh = self._settled(replace(idea, key=new_id("e")))
        pool = self._change(lambda pool: pool.with_idea(fresh))
        return next(one for one in pool.ideas if one.sense == fresh.sense)

    def remove(self, key: str) -> None:
        """Raises ``UnknownName``: it isn't one of the house's own."""
        self._change(lambda pool: pool.without_idea(key))

    def keep(self, key: str, keep: bool = True) -> None:
        """Mark an idea to come back to. Raises ``UnknownName``."""
        found = self.find(key).key
        self._change(lambda pool: pool.keeping(found, keep))

    # --- questions

    def ask(self, text: str, channel: str = "", production: str = "", came: date | None = None) -> Question:
        """Put what somebody asked under a clip into the inbox.

        Raises:
            UnknownName, AmbiguousName: of the production.
            EmptyText: it says nothing.
        """
        about = self._desk.open(production).record.id if production else ""
        words = " ".join(text.split())[:_LONGEST_TEXT]
        if not words:
            raise EmptyText
        question = Question(new_id("q"), words, came or self._desk.clock.today(), channel, about)
        self._change(lambda pool: replace(pool, questions=(*pool.questions, question)))
        return question

    def answer(self, question_id: str) -> OwnIdea:
        """Make an idea of a question: a clip that answers it. Raises ``UnknownName``."""
        asked = self.pool().question(question_id)
        series = ANSWER_FORMAT if ANSWER_FORMAT in self._formats() else ""
        idea = self._settled(OwnIdea(new_id("e"), asked.text, series, minutes=20, mood="learn"))
        pool = self._change(lambda pool: pool.answered(question_id, idea))
        return next(one for one in pool.ideas if one.sense == idea.sense)

    def drop(self, question_id: str) -> None:
        """Raises ``UnknownName``."""
        self._change(lambda pool: pool.without_question(question_id))

    # --- the neighbours

    def export(self, target: Path, house: str = "") -> int:
        """Write the house's own ideas into a file; how many. Raises ``DiskFull``, ``DriveFault``."""
        ideas = self.pool().ideas
        self._exchange.write(ideas, house, target)
        return len(ideas)

    def merge(self, source: Path) -> tuple[OwnIdea, ...]:
        """Take in what a neighbouring house sent; what says the same as something that is there stays out.

        Returns:
            What is new.

        Raises:
            MissingFile, DriveFault, BrokenRecord, NewerRecord.
            TooManyIdeas: not all of them fit in; none is taken.
        """
        shipped = {one.key for one in self._shipped().ideas}
        sent = tuple(_under_own_key(self._settled(one), shipped) for one in self._exchange.read(source))
        before: set[str] = set()

        def edit(pool: IdeaPool) -> IdeaPool:
            before.clear()
            before.update(one.key for one in pool.ideas)
            return pool.merged(sent)

        return tuple(one for one in self._change(edit).ideas if one.key not in before)

    def _change(self, edit: Callable[[IdeaPool], IdeaPool]) -> IdeaPool:
        return self._desk.change_house(self._pool, edit)

    def _settled(self, idea: OwnIdea) -> OwnIdea:
        """Within the bounds of this house: what it doesn't know becomes what fits everybody."""
        trades = {key for key, _name in self._shipped().trades}
        return replace(
            idea,
            hook=" ".join(idea.hook.split())[:LONGEST_HOOK],
            format=idea.format if idea.format in self._formats() else "",
            trade=idea.trade if idea.trade in trades else "alle",
            minutes=min(max(1, idea.minutes), _MOST_MINUTES),
            mood=idea.mood if idea.mood in MOODS else MOODS[0],
            months=tuple(sorted({month for month in idea.months if 1 <= month <= 12})),
            picture=idea.picture[:_LONGEST_TEXT],
            heed=idea.heed[:_LONGEST_TEXT],
            origin=" ".join(idea.origin.split())[:_LONGEST_ORIGIN],
        )


def _under_own_key(idea: OwnIdea, shipped: Collection[str]) -> OwnIdea:
    """What comes from outside names nothing of ours, and nothing that can't be typed."""
    sound = _SOUND_KEY.fullmatch(idea.key) and idea.key not in shipped
    return idea if sound else replace(idea, key=new_id("e"))
