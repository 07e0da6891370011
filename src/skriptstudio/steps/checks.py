"""Station 4, beside the decisions: topic, comment plan, the fifteen points, and what is done about remarks."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.comments import replied, ticked_off
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.differences import Difference, differences
from skriptstudio.domain.errors import WrongState
from skriptstudio.domain.points import Answer, CommentPlan, Point
from skriptstudio.domain.press_check import PointState, answered, point_states
from skriptstudio.domain.production import Decision, HistoryEntry, Production, TopicClass
from skriptstudio.domain.release import CHECKER, SEALED


class Checks:
    """All that is written down about a clip on its way to the release."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def set_topic(self, wanted: str, topic: TopicClass, by: str) -> Production:
        """Say how delicate the topic is; it decides who looks at the clip.

        Raises:
            WrongState: the clip is being checked or is released; it must be returned first.
        """
        _, actor = self._desk.act_as(by)
        now = self._desk.clock.now()

        def edit(current: Production) -> Production:
            if current.topic is topic:
                return current
            if current.state in CHECKER or current.state in SEALED:
                raise WrongState(current.title, current.state.value, "returned")
            entry = HistoryEntry(Decision.TOPIC_CHANGED, actor, now, f"{current.topic.value} > {topic.value}")
            return replace(current, topic=topic).with_history(entry)

        return self._change(wanted, edit, actor)

    def plan_comments(self, wanted: str, plan: CommentPlan, by: str) -> Production:
        """Say who looks after the comments once the clip is online."""
        _, actor = self._desk.act_as(by)
        return self._change(wanted, lambda p: replace(p, comment_plan=plan), actor)

    def points(self, wanted: str) -> tuple[PointState, ...]:
        """The fifteen points as they stand for the present version."""
        production = self._desk.open(wanted).record
        return point_states(production, self._desk.staff(), self._desk.clock.today())

    def answer(self, wanted: str, answers: Mapping[Point, tuple[Answer, str]], by: str) -> tuple[PointState, ...]:
        """Answer points about the present version.

        Args:
            wanted: the production.
            answers: answer and note by point.
            by: who answers.

        Raises:
            NothingRecorded: there is no clip to say something about.
        """
        _, actor = self._desk.act_as(by)
        now = self._desk.clock.now()
        changed = self._change(wanted, lambda p: answered(p, answers, actor, now), actor)
        return point_states(changed, self._desk.staff(), self._desk.clock.today())

    def reply(self, wanted: str, comment: str, text: str, by: str) -> Production:
        """Answer a remark. Raises ``UnknownName``."""
        _, actor = self._desk.act_as(by)
        now = self._desk.clock.now()
        return self._change(wanted, lambda p: replied(p, comment, text.strip(), actor, now), actor)

    def tick_off(self, wanted: str, comment: str, by: str, done: bool = True) -> Production:
        """Say that a remark is dealt with, or isn't after all. Raises ``UnknownName``."""
        _, actor = self._desk.act_as(by)
        now = self._desk.clock.now()
        return self._change(wanted, lambda p: ticked_off(p, comment, done, actor, now), actor)

    def differences(self, wanted: str) -> tuple[Difference, ...]:
        """What changed since the version that was looked at last."""
        return differences(self._desk.open(wanted).record)

    def _change(self, wanted: str, edit: Callable[[Production], Production], actor: Actor) -> Production:
        return self._desk.change(self._desk.open(wanted).record.id, edit, actor)
