"""The way from the page to earlier versions of its script and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skriptstudio.ui.pages.write.versions_view import VersionsView
from skriptstudio.ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from skriptstudio.domain.script import ScriptVersion
    from skriptstudio.ui.pages.write.page import WritePage

_WIDTH_PX = 900


class Versions:
    """Shows earlier versions, and brings one back."""

    def __init__(self, page: WritePage) -> None:
        self._page = page
        self.say = page.say

    @property
    def any(self) -> bool:
        """Whether there is an earlier version."""
        production = self._page.session.production
        return production is not None and bool(production.script.versions)

    def show(self) -> None:
        """Open the list of them, with what was changed since."""
        page, say = self._page, self.say
        production, draft = page.session.production, page.draft
        if production is None or draft is None or not production.script.versions:
            return
        view = VersionsView(production.script.versions, draft.sections(), page.session.staff, say)
        dialog = Dialog(
            page.window(),
            say("Earlier versions"),
            say("Choose one to see what was changed since. Bringing it back loses nothing."),
            say("Bring it back"),
            say("Cancel"),
            content=view,
            width=_WIDTH_PX,
        )
        if page.locked:
            dialog.verb.refuse(say("The script stays as it was checked."))
        dialog.confirmed.connect(lambda: self.bring_back(view.chosen))
        dialog.open()

    def bring_back(self, version: ScriptVersion) -> None:
        """Let this version be the script again; it can be taken back."""
        page, draft, person = self._page, self._page.draft, self._page.session.person
        if draft is None or person is None or page.locked:
            return
        write, wanted, by, before = page.session.house.write, draft.id, person.id, draft.sections()
        page.keeper.save()

        def undo() -> None:
            page.keeper.rewrite(wanted, lambda: write.save(wanted, before, by))

        def told() -> None:
            page.scenes.offer(self.say("Earlier version brought back"), "clock-counter-clockwise", undo)

        page.keeper.rewrite(wanted, lambda: write.bring_back(wanted, version, by), told)
