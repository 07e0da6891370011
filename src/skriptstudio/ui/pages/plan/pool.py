"""Own ideas, the inbox of questions, and the pool with a neighbouring house, from the page."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from skriptstudio.domain.idea_pool import IdeaPool, OwnIdea
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.plan.inbox_form import InboxForm

Result = TypeVar("Result")
_KIND = "JSON (*.json)"


class Pool(QObject):
    """Changes the house's own ideas.

    Attributes:
        changed: there are other ideas now: read them again.
    """

    changed = Signal()

    def __init__(self, place: Place, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._session = place.session
        self.say = place.session.say

    def add(self, hook: str, series: str) -> None:
        """An idea of one's own, for later."""
        ideas = self._session.house.ideas
        self._start(lambda: ideas.add(OwnIdea("", hook, series)), lambda _: self._tell(self.say("Marked as an idea.")))

    def keep(self, key: str, keep: bool) -> None:
        """Mark an idea, or take the mark away."""
        ideas = self._session.house.ideas
        self._start(lambda: ideas.keep(key, keep), lambda _: self.changed.emit())

    def open_inbox(self) -> None:
        """The dialog of questions."""
        form, ideas = InboxForm(self._session.speaker), self._session.house.ideas
        form.show_questions(())

        def change(step: Callable[[str], object]) -> Callable[[str], None]:
            def work(value: str) -> IdeaPool:
                step(value)
                return ideas.pool()

            return lambda value: self._start(lambda: work(value), shown)

        def shown(pool: IdeaPool) -> None:
            form.show_questions(pool.questions)
            self.changed.emit()

        form.asked.connect(change(ideas.ask))
        form.answered.connect(change(ideas.answer))
        form.dropped.connect(change(ideas.drop))
        self._place.ask(
            self.say("Questions from comments"),
            self.say("Each question is an idea that somebody waits for. Never write down who asked."),
            self.say("Done"),
            lambda: None,
            content=form,
        )
        self._start(ideas.pool, lambda pool: form.show_questions(pool.questions))

    def send(self) -> None:
        """Write the house's own ideas into a file."""
        name = str(Path.home() / "Ideen.json")
        chosen, _ = QFileDialog.getSaveFileName(None, self.say("Send ideas"), name, _KIND)
        if chosen:
            ideas, target = self._session.house.ideas, Path(chosen)
            text = self.say("Written: {path}", path=target.name)
            self._start(lambda: ideas.export(target), lambda _: self._tell(text))

    def take_in(self) -> None:
        """Read what a neighbouring house sent."""
        chosen, _ = QFileDialog.getOpenFileName(None, self.say("Take in ideas"), str(Path.home()), _KIND)
        if chosen:
            ideas = self._session.house.ideas
            self._start(
                lambda: len(ideas.merge(Path(chosen))),
                lambda count: self._tell(self.say("{count} new ideas are in the pool now.", count=count)),
            )

    def _tell(self, text: str) -> None:
        self._place.toast(text)
        self.changed.emit()

    def _start(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        self._place.jobs.start(lambda _control: work(), done, self._place.fail)
