"""The state *Skript frei* on the page: who is asked, who may say it, and what the bar tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skriptstudio.domain.production import State
from skriptstudio.domain.script_approval import may_approve
from skriptstudio.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from skriptstudio.domain.production import Production
    from skriptstudio.ui.pages.write.page import WritePage


class Approving:
    """Asks for the approval of the script on the screen, and gives it."""

    def __init__(self, page: WritePage) -> None:
        self._page = page
        self.say = page.say

    @property
    def may_ask(self) -> bool:
        """Whether the script can be handed to those who approve it."""
        page, production = self._page, self._page.session.production
        written = page.draft is not None and not page.draft.is_empty
        return bool(production and written and not page.locked and production.state in (State.IDEA, State.SCRIPT))

    @property
    def may_approve(self) -> bool:
        """Whether who works here could approve what is stored."""
        production, person = self._page.session.production, self._page.session.person
        if production is None or person is None or self._page.locked or production.script.approval is not None:
            return False
        return may_approve(production, person)

    def button(self) -> Button:
        """The way to approve it."""
        made = Button(self.say("Approve the script"), icon="check")
        made.clicked.connect(self.approve)
        return made

    def ask(self) -> None:
        """Hand the script to those who may approve it."""
        check = self._page.session.house.script_check
        self._decide(check.ask, self.say("The script waits for its check"))

    def approve(self) -> None:
        """Say that the script as it stands is ready."""
        check = self._page.session.house.script_check
        self._decide(check.approve, self.say("The script is ready"))

    def _decide(self, decision: Callable[[str, str], Production], told: str) -> None:
        page = self._page
        draft, person = page.draft, page.session.person
        if draft is None or person is None:
            return
        wanted, by = draft.id, person.id
        page.keeper.save()

        def done(production: Production) -> None:
            page.keeper.saved(production)
            page.list.set_locked(page.locked)
            page.place.toast(told, "check-circle-fill")

        page.keeper.saver.rewrite(wanted, lambda: decision(wanted, by), done)
