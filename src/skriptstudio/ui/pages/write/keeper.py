"""Sees to it that what stands on the screen reaches the library, and that nothing of it gets lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from skriptstudio.domain.errors import OutdatedState, SkriptStudioError, WrongState
from skriptstudio.ui.pages.write.draft import Draft, Sections, Written, parts_of
from skriptstudio.ui.pages.write.saving import Saver

if TYPE_CHECKING:
    from skriptstudio.domain.production import Production
    from skriptstudio.domain.script import LeftRemark
    from skriptstudio.steps.write import Write
    from skriptstudio.ui.pages.write.page import WritePage


class Keeper:
    """Decides when to save, and what becomes of a text that was refused.

    Attributes:
        saver: does the saving.
        showing: the window is being told about our own save, so nothing on the page changes.
    """

    def __init__(self, page: WritePage) -> None:
        self._page = page
        self.say = page.say
        self._aside: dict[str, tuple[Sections, Written]] = {}
        self._told = False
        self.showing = False
        self.saver = Saver(page.jobs, page)
        self.saver.due.connect(self.save)
        self.saver.saved.connect(self.saved)
        self.saver.failed.connect(self._failed)

    def draft_of(self, production: Production) -> Draft:
        """The draft to show for a production; what could not be saved before comes back on top."""
        stored = production.script.sections
        draft = Draft(production.id, stored, bool(production.takes), production.brief, production.script.hooks)
        if production.id in self._aside:
            draft.stored, written = self._aside.pop(production.id)
            draft.parts, draft.hooks, draft.brief = parts_of(written.sections), written.hooks, written.brief
            draft.start_from(stored)
        self.saver.based_on(production.id, stored)
        if draft.dirty:
            self.saver.touch()
        return draft

    def put_aside(self) -> None:
        """The production is closed; what isn't saved waits until it is opened again."""
        draft = self._page.draft
        if draft is not None and draft.dirty:
            self._aside[draft.id] = (draft.stored, draft.written)

    def leave(self) -> None:
        """Save before the page is hidden, and say once more if that fails."""
        self._told = False
        self.save()

    def save(self) -> None:
        """Save now, if there is something to save and somebody who wrote it."""
        draft, person, opened = self._page.draft, self._page.session.person, self._page.session.production
        handed_in = draft is not None and opened is not None and opened.id == draft.id and self._page.locked
        self.saver.rest()
        if draft is not None and person is not None and draft.dirty and not handed_in:
            self.saver.send(self._page.session.house, draft.id, draft.written, person.id)

    def saved(self, production: Production) -> None:
        """What is stored is known now; what was typed meanwhile is saved next."""
        draft, opened = self._page.draft, self._page.session.production
        self._told = False
        self._aside.pop(production.id, None)
        if draft is not None and draft.id == production.id:
            draft.stored = production.script.sections
            draft.stored_brief = production.brief
            draft.stored_hooks = production.script.hooks
            if [part.name for part in draft.parts if part.text.strip()] == [part.name for part in draft.stored]:
                draft.recorded = bool(production.takes)
            if draft.dirty:
                self.saver.touch()
            else:
                self._page.show_saved(self.say("Saved, {time}", time=f"{datetime.now():%H:%M}"))
        if opened is not None and opened.id == production.id:
            self._show(production)
            if opened.script.approval is not None and production.script.approval is None:
                told = self.say("The text is another one now: the script is no longer approved.")
                self._page.place.toast(told, "warning")

    def rewrite(self, wanted: str, change: Callable[[], Production], told: Callable[[], None] | None = None) -> None:
        """Let something replace the script in the library and then on the screen; nobody types meanwhile."""
        page = self._page

        def done(production: Production) -> None:
            if page.draft is not None and page.draft.id == wanted:
                page.draft.parts = parts_of(production.script.sections)
                page.show_parts()
            self.saved(production)
            page.list.set_locked(page.locked)
            if told is not None:
                told()

        page.list.set_locked(True)
        self.saver.rewrite(wanted, change, done)

    def leave_so(self, mark: LeftRemark) -> None:
        """Remember with the production that a remark is left so."""
        self._change_left(lambda write, wanted, by: write.leave_remark(wanted, mark, by))

    def hear_all(self) -> None:
        """Forget in the production what was left so."""
        self._change_left(lambda write, wanted, by: write.hear_all_remarks(wanted, by))

    def _change_left(self, change: Callable[[Write, str, str], Production]) -> None:
        page = self._page
        draft, person, write = page.draft, page.session.person, page.session.house.write
        if draft is None or person is None:
            return
        wanted, by = draft.id, person.id

        def done(made: Production) -> None:
            # Only this is taken over: what was typed may be saved meanwhile, and be newer than what came with it.
            opened = page.session.production
            if opened is not None and opened.id == made.id:
                self._show(replace(opened, script=replace(opened.script, left=made.script.left)))

        page.jobs.start(lambda control: change(write, wanted, by), done)

    def _show(self, production: Production) -> None:
        """Tell the window about the newer state without disturbing who is typing."""
        self.showing = self._page.draft is not None and self._page.draft.id == production.id
        self._page.session.show_production(production)
        self.showing = False

    def _failed(self, production_id: str, written: Written | None, error: SkriptStudioError) -> None:
        """Say why, once until it works again; the text stays on the screen or comes back with its script."""
        page = self._page
        if written is None:
            page.list.set_locked(page.locked)
            page.place.fail(error)
            return
        if page.draft is None or page.draft.id != production_id:
            self._aside[production_id] = (self.saver.base(production_id), written)
        else:
            page.show_saved(self.say("Not saved yet"), "warning-fill", "hint_mark")
        if self._told:
            return
        self._told = True
        if isinstance(error, WrongState):
            page.place.fail(error)
        elif isinstance(error, OutdatedState):
            page.place.fail(error, lambda: self._start_from_theirs(production_id))
        else:
            page.place.fail(error, self.leave)

    def _start_from_theirs(self, production_id: str) -> None:
        """Read what others have written, put what was typed here on top, and save that."""
        house = self._page.session.house

        def show(production: Production) -> None:
            draft = self._page.draft
            if draft is not None and draft.id == production_id:
                draft.start_from(production.script.sections)
                self.saver.based_on(production_id, production.script.sections)
                self._page.show_parts()
                self._show(production)
                self.leave()

        self._page.jobs.start(lambda control: house.desk.open(production_id).record, show)
