"""Leads through the questions: which one is asked, what becomes of an answer, and what the bar offers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from skriptstudio.content.calls import Call, load_calls
from skriptstudio.content.hook_types import HookType, load_hook_types
from skriptstudio.domain.brief import QUESTIONS, Question
from skriptstudio.ui.pages.write.guide_words import left_text
from skriptstudio.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from skriptstudio.ui.pages.write.page import WritePage


class Asking:
    """Between the answers on the screen and the draft.

    Attributes:
        question: the one that is asked.
    """

    def __init__(self, page: WritePage) -> None:
        self._page = page
        self.say = page.say
        self.question = QUESTIONS[0]
        self._library = ""

    @property
    def active(self) -> bool:
        """Whether questions are asked instead of showing the editor."""
        draft = self._page.draft
        return draft is not None and not self._page.locked and draft.asked

    def begin(self) -> None:
        """Another script is shown: ask where its answers end."""
        self._fetch_content()
        draft = self._page.draft
        if draft is not None:
            self.question = draft.brief.first_open
            self._page.guide.card.ask(self.question, draft.brief)

    def _fetch_content(self) -> None:
        """Kinds of hooks and calls: first those of the program, then also those of the house."""
        page = self._page
        library = page.session.house.library_path
        if str(library) == self._library:
            return
        self._library = str(library)
        page.guide.card.offer(load_hook_types(), load_calls())

        def offer(found: tuple[tuple[HookType, ...], tuple[Call, ...]]) -> None:
            page.guide.card.offer(*found)

        page.jobs.start(lambda control: (load_hook_types(library), load_calls(library)), offer)

    def choose_kind(self, key: str) -> None:
        """Remember which kind of hook is looked at."""
        draft = self._page.draft
        if draft is not None and not self._page.locked:
            draft.brief = replace(draft.brief, hook_type=key)
            self._page.keeper.saver.touch()

    def reopen(self) -> None:
        """Back from the editor; no answer and no sentence is lost."""
        self._close(False)

    def answer(self, question: Question, text: str) -> None:
        """The answer on the screen has changed."""
        page, draft, production = self._page, self._page.draft, self._page.session.production
        if draft is None or production is None or page.locked:
            return
        draft.answer(question, text, production.title)
        page.keeper.saver.touch()
        page.refresh()

    def show_bar(self) -> None:
        """How much is left, and where it goes on."""
        page, say = self._page, self.say
        fact, sentence = left_text(self.question, say)
        page.bar.show_state(fact, "" if page.compact else sentence)
        if page.script_bar.offers(("questions", self.question.value)):
            return
        last = self.question is QUESTIONS[-1]
        write = Button(say("Write freely"), "quiet")
        back = Button(say("Back"), "secondary", "arrow-left")
        go_on = Button(say("See the script") if last else say("Next"), "primary", trailing="arrow-right")
        write.clicked.connect(lambda: self._close(True))
        back.clicked.connect(lambda: self._step(-1))
        go_on.clicked.connect(lambda: self._close(True) if last else self._step(1))
        if self.question is QUESTIONS[0]:
            back.refuse(say("This is the first question."))
        page.bar.set_buttons(write, back, go_on)

    def _step(self, by: int) -> None:
        draft = self._page.draft
        at = QUESTIONS.index(self.question) + by
        if draft is not None and 0 <= at < len(QUESTIONS):
            self.question = QUESTIONS[at]
            self._page.guide.card.ask(self.question, draft.brief)
            self._page.refresh()
            self._page.focus_text()

    def _close(self, closed: bool) -> None:
        page, draft = self._page, self._page.draft
        if draft is None or page.locked:
            return
        draft.asked = not closed
        draft.brief = replace(draft.brief, closed=closed)
        if closed:
            page.show_parts()
        else:
            self.begin()
        page.keeper.saver.touch()
        page.refresh()
        page.focus_text()
