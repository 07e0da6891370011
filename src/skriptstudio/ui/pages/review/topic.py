"""How delicate the topic is, and who looks after the comments: asked in one dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.points import CommentPlan
from skriptstudio.domain.production import Production, TopicClass
from skriptstudio.domain.release import CHECKER, SEALED
from skriptstudio.ui.pages.review.inbox_rows import topic_text
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.fields import Choice, Field, LineField
from skriptstudio.ui.widgets.text import Text

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House
    from skriptstudio.ui.pages.review.page import ReviewPage

_HOURS = ("24", "8", "48", "72")


class TopicDialog:
    """Asks for topic class and comment plan, and stores what was said."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        self.say = page.say

    def told(self, production: Production) -> str:
        """The topic, for the link that opens the dialog."""
        return self.say("Topic: {topic}", topic=topic_text(production.topic, self.say))

    def ask(self) -> None:
        """Open it for the clip that is shown."""
        production = self._page.session.production
        if production is None:
            return
        plan = production.comment_plan or CommentPlan("", 24, "")
        topics = Choice(self.say("Topic class"), [(one.value, topic_text(one, self.say)) for one in TopicClass])
        topics.choose(production.topic.value)
        locked = production.state in CHECKER or production.state in SEALED
        topics.setEnabled(not locked)
        who, other = LineField(), LineField()
        who.setText(plan.who)
        other.setText(plan.escalate_to)
        hours = Choice(self.say("Answers within"), [(key, self.say("{hours} hours", hours=key)) for key in _HOURS])
        hours.choose(str(plan.answer_hours))
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        hint = self.say("It can be changed once the clip is returned.") if locked else ""
        column.addWidget(Field(self.say("Topic class"), topics, hint))
        column.addWidget(Text(self.say("Comments"), "label"))
        for label, editor in (
            (self.say("Who answers?"), who),
            (self.say("Answers within"), hours),
            (self.say("Who is called if it gets out of hand?"), other),
        ):
            column.addWidget(Field(label, editor))
        self._page.place.ask(
            self.say("Topic and comments"),
            self.say("The topic class decides who checks the clip. Delicate ones need somebody for the comments."),
            self.say("Save"),
            lambda: self._save(
                production,
                TopicClass(topics.key),
                CommentPlan(who.text().strip(), int(hours.key), other.text().strip()),
            ),
            content=box,
        )

    def _save(self, production: Production, topic: TopicClass, plan: CommentPlan) -> None:
        page, person = self._page, self._page.session.person
        if person is None:
            page.place.toast(self.say("First choose who you are."), "info")
            return
        house, me = page.session.house, person.id

        def work(_control: object) -> Production:
            return _stored(house, production, topic, plan, me)

        page.jobs.start(work, page.session.show_production)


def _stored(house: House, production: Production, topic: TopicClass, plan: CommentPlan, by: str) -> Production:
    if topic is not production.topic:
        production = house.checks.set_topic(production.id, topic, by)
    if plan.who and plan != production.comment_plan:
        production = house.checks.plan_comments(production.id, plan, by)
    return production
