"""The house's own ideas, what viewers ask, and how a neighbouring house's ideas come in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from skriptstudio.domain.errors import TooManyIdeas, UnknownName
from skriptstudio.domain.ideas import Idea

GATE = ("touch", "plain", "one_sentence", "keep_watching", "harmless")
"""Five questions to an idea (domain.md 1.2): work that one can touch; understood without knowing anything; told in one
sentence; one would keep watching; harmless for others and for the office."""

GATE_ENOUGH = 4
"""So many of them answered with yes make an idea round; fewer never forbid it."""

SPARKS = ("person", "thing", "place", "number", "before_after", "conflict", "mistake", "sound", "way", "grandma")
"""Ten ways from boring to exciting (domain.md 7.3)."""

MOST_IDEAS = 5000


@dataclass(frozen=True)
class OwnIdea:
    """An idea that no program brought along; fields as in ``Idea``.

    Attributes:
        origin: the house it came from; empty for one's own.
    """

    key: str
    hook: str
    format: str = ""
    trade: str = "alle"
    minutes: int = 30
    mood: str = "marvel"
    months: tuple[int, ...] = ()
    picture: str = ""
    heed: str = ""
    origin: str = ""

    def as_idea(self) -> Idea:
        """In the form of all others."""
        return Idea(
            self.key, self.hook, self.format, self.trade, self.minutes, self.mood,
            frozenset(self.months), self.picture, self.heed,
        )  # fmt: skip

    @property
    def sense(self) -> str:
        """The hook without case, space and signs: the same idea has the same one."""
        plain = self.hook.casefold()
        return "".join(sign for sign in plain if sign.isalnum()) or plain.strip()


@dataclass(frozen=True)
class Question:
    """Something that viewers asked. Who asked is never kept (domain.md 4.7).

    Attributes:
        channel: key of the profile under which it stood; empty where nobody said.
        production: id of the clip that it is about; empty for none.
        idea: key of the idea that was made of it; empty as long as it waits.
    """

    id: str
    text: str
    came: date
    channel: str = ""
    production: str = ""
    idea: str = ""


@dataclass(frozen=True)
class IdeaPool:
    """All of it.

    Attributes:
        ideas: newest first.
        questions: oldest first.
        kept: keys of ideas that somebody marked to come back to.
    """

    ideas: tuple[OwnIdea, ...] = ()
    questions: tuple[Question, ...] = ()
    kept: tuple[str, ...] = ()

    def with_idea(self, idea: OwnIdea) -> "IdeaPool":
        """Another idea; one that says the same stays as it is.

        Raises:
            TooManyIdeas: no more fit in.
        """
        return self.merged((idea,))

    def without_idea(self, key: str) -> "IdeaPool":
        """Raises ``UnknownName``: the house has no such idea."""
        if key not in {one.key for one in self.ideas}:
            raise UnknownName("idea", key, tuple(one.key for one in self.ideas[:5]))
        return replace(
            self,
            ideas=tuple(one for one in self.ideas if one.key != key),
            kept=tuple(one for one in self.kept if one != key),
        )

    def question(self, question_id: str) -> Question:
        """Raises ``UnknownName``."""
        for one in self.questions:
            if one.id == question_id:
                return one
        raise UnknownName("question", question_id, tuple(one.id for one in self.questions[:5]))

    def answered(self, question_id: str, idea: OwnIdea) -> "IdeaPool":
        """The question has become an idea. Raises ``UnknownName``."""
        asked = self.question(question_id)
        pool = self.with_idea(idea)
        key = next(one.key for one in pool.ideas if one.sense == idea.sense)
        questions = tuple(replace(one, idea=key) if one is asked else one for one in pool.questions)
        return replace(pool, questions=questions)

    def without_question(self, question_id: str) -> "IdeaPool":
        """Raises ``UnknownName``."""
        gone = self.question(question_id)
        return replace(self, questions=tuple(one for one in self.questions if one is not gone))

    def keeping(self, key: str, keep: bool) -> "IdeaPool":
        """Mark an idea, or take the mark away."""
        others = tuple(one for one in self.kept if one != key)
        return replace(self, kept=(*others, key) if keep else others)

    def merged(self, others: Iterable[OwnIdea]) -> "IdeaPool":
        """Ideas of another house beside one's own; what says the same as one that is there stays out.

        Merging the same again changes nothing, and in which order houses come doesn't matter for what is there.

        Raises:
            TooManyIdeas: not all of them fit in; none is taken.
        """
        senses = {one.sense for one in self.ideas}
        keys = {one.key for one in self.ideas}
        fresh: list[OwnIdea] = []
        for idea in others:
            if idea.sense and idea.sense not in senses:
                own = idea if idea.key not in keys else replace(idea, key=_free(idea.key, keys))
                fresh.append(own)
                senses.add(own.sense)
                keys.add(own.key)
        together = len(fresh) + len(self.ideas)
        if fresh and together > MOST_IDEAS:
            raise TooManyIdeas(MOST_IDEAS, together)
        return replace(self, ideas=(*fresh, *self.ideas)) if fresh else self


def _free(key: str, taken: set[str]) -> str:
    return next(name for number in count(2) if (name := f"{key}-{number}") not in taken)


def is_round(yes: int) -> bool:
    """Whether so many of the five answers make an idea; it never forbids."""
    return yes >= GATE_ENOUGH
