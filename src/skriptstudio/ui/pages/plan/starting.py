"""How a production begins: its title, the five questions, and who begins it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.content.formats import SeriesFormat
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.idea_pool import SPARKS
from skriptstudio.domain.ideas import Idea
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.production import Production
from skriptstudio.messages.plan_words import spark
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.plan.pool import Pool
from skriptstudio.ui.pages.plan.start_form import StartForm
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.text import Text


class Starting:
    """Asks, and starts.

    Args:
        place: the window.
        pool: where an idea goes that shall wait.
    """

    def __init__(self, place: Place, pool: Pool) -> None:
        self._place = place
        self._session = place.session
        self._pool = pool
        self._starting = False
        self.say = place.session.say

    def ask_title(self, series: SeriesFormat | None, idea: Idea | None = None) -> None:
        """Ask what the video is called, and the five questions."""
        format_key = series.key if series else ""  # the format of an idea may be gone by now
        if self._session.person is None:
            self._ask_who()
            return
        form = StartForm(self._session.speaker, idea.hook if idea else "", idea.heed if idea else "", own=idea is None)
        dialog = self._place.ask(
            self.say("What is your video called?"),
            self._about(series, idea),
            self.say("Begin"),
            lambda: (
                self._pool.add(form.title, format_key)
                if form.later.isChecked()
                else self._start(form.title, format_key, idea.key if idea else "")
            ),
            content=form,
        )
        form.watch(dialog)

    def _about(self, series: SeriesFormat | None, idea: Idea | None) -> str:
        if idea is not None:
            return self.say("{picture}. The first sentence is yours to change.", picture=idea.picture)
        return f"{series.name}: {series.hint}" if series else self.say("A working title is enough.")

    def show_sparks(self) -> None:
        """Ten questions that make a boring subject exciting."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        for lead, question in (spark(key, self._session.speaker) for key in SPARKS):
            column.addWidget(Text(question, lead=lead))
        self._place.ask(
            self.say("Boring becomes exciting"),
            self.say("Ask these questions about your subject, one after the other. One of them always hits."),
            self.say("My own idea"),
            lambda: self.ask_title(None),
            content=content,
        )

    def _ask_who(self) -> None:
        self._place.ask(
            self.say("Who are you?"),
            self.say("Choose your name at the bottom left, or enter yourself under People."),
            self.say("Open People"),
            lambda: self._place.go("people"),
        )

    def _start(self, title: str, format_key: str, idea: str = "") -> None:
        person = self._session.person
        if self._starting or person is None:
            return
        self._starting = True
        house = self._session.house

        def done(production: Production) -> None:
            self._starting = False
            self._session.show_production(production)
            self._place.go("write")

        def failed(error: SkriptStudioError) -> None:
            self._starting = False
            self._place.fail(error)

        def work(_control: JobControl) -> Production:
            production = house.plan.new(title, format_key, by=person.id)
            if idea:
                house.rhythm.tie(idea, production.id, production.title)
            return production

        self._place.jobs.start(work, done, failed)
