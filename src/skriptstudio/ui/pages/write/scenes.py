"""Scenes that come and go, and the one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from skriptstudio.ui.pages.write.words import section_name

if TYPE_CHECKING:
    from skriptstudio.ui.pages.write.page import WritePage


class Scenes:
    """Adds and removes scenes of the script on the screen."""

    def __init__(self, page: WritePage) -> None:
        self._page = page
        self.say = page.say
        self._take_back: Callable[[], None] | None = None

    def forget(self) -> None:
        """Another script: nothing can be taken back any more."""
        self._take_back = None

    def take_back(self) -> None:
        """Take the last step back, once."""
        if self._take_back is not None:
            self._take_back()

    def add(self) -> None:
        """Insert an empty scene and go there."""
        page, draft = self._page, self._page.draft
        if draft is not None and draft.can_add and not page.locked:
            name = draft.add_scene()
            page.show_parts(name)
            page.refresh()
            page.focus_row(name)

    def remove(self, name: str) -> None:
        """Take a scene out; it can come back."""
        page, draft = self._page, self._page.draft
        if draft is None or page.locked or len(draft.scenes()) < 2:
            return
        at = [part.name for part in draft.parts].index(name)
        gone = draft.remove_scene(name)

        def put_back() -> None:
            if page.draft is draft and draft.can_add and not page.locked:
                draft.put(gone)
                page.rows_changed(gone.name)

        page.rows_changed(draft.parts[at].name)
        self.offer(self.say("{section} removed", section=section_name(gone, self.say)), "trash", put_back)

    def offer(self, told: str, icon: str, undo: Callable[[], None]) -> None:
        """Say what was done, and let it be taken back: by the toast, or by Ctrl+Z."""

        def once() -> None:
            if self._take_back is once:
                self._take_back = None
                undo()

        self._take_back = once
        self._page.place.toast(told, icon, self.say("Undo"), once)
