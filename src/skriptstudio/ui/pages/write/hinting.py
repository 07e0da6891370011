"""The hints on the page: which one is shown, where it stands, and what the writer makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from skriptstudio.ui.pages.write.page import WritePage


class Hinting:
    """Leads from hint to hint, takes suggestions over, and remembers what is left so."""

    def __init__(self, page: WritePage) -> None:
        self._page = page

    def show(self) -> None:
        """Show the hint of this moment beside the rows, or under its row in a narrow window."""
        page = self._page
        empty = page.draft is None or page.draft.is_empty
        page.card.show_hints(page.hints, not page.locked, empty)
        page.list.show_strip(page.hints.shown if page.compact else None, not page.locked)

    def step(self, by: int) -> None:
        """Go to the next hint (1) or the previous one (-1); to the shown one, if that isn't in the current row."""
        shown = self._page.hints.shown
        if shown is not None and shown.section == self._page.current_name:
            self._page.hints.step(by)
        self._go()

    def show_of(self, name: str) -> None:
        """Go to the first hint of a section."""
        self._page.hints.show_first_of(name)
        self._go()

    def _go(self) -> None:
        hint = self._page.hints.shown
        row = self._page.list.row(hint.section) if hint is not None else None
        if hint is not None and row is not None:
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
            row.field.go_to(hint.remark.start)
            self.show()

    def take_suggestion(self) -> None:
        """Put the suggestion in the place of what is marked."""
        page, hint = self._page, self._page.hints.shown
        row = page.list.row(hint.section) if hint is not None and not page.locked else None
        if hint is not None and row is not None and hint.remark.suggestion is not None:
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
            row.field.replace_text(hint.remark.start, hint.remark.end, hint.remark.suggestion)

    def leave_so(self) -> None:
        """Say no more about these words, to nobody who works on this script."""
        mark = self._page.hints.leave_so()
        if mark is not None:
            self._page.keeper.leave_so(mark)
        self._page.refresh()
        self._page.focus_row(self._page.current_name)

    def hear_all(self) -> None:
        """Show everything again that somebody left so."""
        self._page.hints.left.clear()
        self._page.keeper.hear_all()
        self._page.refresh()
