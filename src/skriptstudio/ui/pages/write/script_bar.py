"""The bar under the script: its sentence, and buttons that are made anew only where others are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skriptstudio.ui.pages.write.bar import bar_text, next_step
from skriptstudio.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from skriptstudio.ui.pages.write.page import WritePage


class ScriptBar:
    """Fills the page's bar while the script is on the screen; ``Asking`` does while questions are."""

    def __init__(self, page: WritePage) -> None:
        self._page = page
        self._shown: tuple[str, str] = ("", "")

    def offers(self, what: tuple[str, str]) -> bool:
        """Whether the bar has just these buttons; if not, it is given them now."""
        same, self._shown = self._shown == what, what
        return same

    def show(self, seconds: str) -> None:
        """Say where the script stands, which takes ``seconds`` to say, and offer what comes next."""
        page = self._page
        page.guide.setVisible(page.asking.active)
        page.editor.setVisible(not page.asking.active)
        if page.asking.active:
            page.asking.show_bar()
            return
        production, draft, speaker = page.session.production, page.draft, page.session.speaker
        assert production is not None
        assert draft is not None
        mode, staff = page.mode, page.session.staff
        text = bar_text(mode, production, len(page.hints), seconds, draft.is_empty, speaker, page.compact, staff)
        page.bar.show_state(text.fact, text.sentence, text.second, text.icon)
        verb, to = next_step(mode, production, page.say)
        approves = page.approving.may_approve
        if not self.offers((mode, f"{to}, {approves}")):
            self._set_buttons(verb, to, approves)

    def _set_buttons(self, verb: str, to: str, approves: bool) -> None:
        page, say = self._page, self._page.say
        go_on = Button(verb, "primary", trailing="arrow-right")
        go_on.clicked.connect(lambda: page.place.go(to))
        documents = Button(say("File"), "quiet", "file-text")
        documents.clicked.connect(lambda: page.documents.show_menu(documents))
        ask = Button(say("Questions"), "quiet")
        ask.clicked.connect(page.asking.reopen)
        ask.setToolTip(say("Seven questions lead to the first script"))
        first = [page.approving.button()] if approves else [ask] if page.mode == "write" else []
        page.bar.set_buttons(*first, documents, go_on)
        page.order_tabs()
