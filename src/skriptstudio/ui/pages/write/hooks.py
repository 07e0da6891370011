"""The menu of hooks: which one is spoken, which ones wait, and room for another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from skriptstudio.domain.hook_variants import can_add, chosen_hook, without
from skriptstudio.domain.script import Section, SectionKind
from skriptstudio.ui.pages.write.draft import Draft
from skriptstudio.ui.pages.write.hook_picker import HookPicker
from skriptstudio.ui.pages.write.words import HOOK_SYLLABLES
from skriptstudio.ui.tokens import SPACE

if TYPE_CHECKING:
    from skriptstudio.ui.pages.write.page import WritePage

_SHOWN_CHARACTERS = 60


class Hooks:
    """Chooses among the first sentences of the script on the screen."""

    def __init__(self, page: WritePage) -> None:
        self._page = page
        self.say = page.say

    def title(self) -> str:
        """What the button that opens the menu says."""
        draft = self._page.draft
        count = 0 if draft is None else len(draft.hooks) + bool(chosen_hook(draft.parts))
        return self.say("{count} hooks", count=count) if count > 1 else self.say("Another hook")

    def show_menu(self, button: QWidget) -> None:
        """Open the menu over its button."""
        menu = self.menu()
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - SPACE.xs)))

    def menu(self) -> QMenu:
        """The hooks with their syllables, the spoken one ticked, and what can be done with them."""
        page, say = self._page, self.say
        menu = QMenu(page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        draft = page.draft
        if draft is None:
            return menu
        spoken = chosen_hook(draft.parts)
        if spoken:
            action = menu.addAction(self._described(spoken))
            action.setCheckable(True)
            action.setChecked(True)
            action.triggered.connect(lambda: page.focus_text())
        for at, hook in enumerate(draft.hooks):
            action = menu.addAction(self._described(hook))
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, wanted=at: self.choose(wanted))
        menu.addSeparator()
        new = menu.addAction(say("Write another hook"))
        new.triggered.connect(self.begin)
        new.setEnabled(bool(spoken) and can_add(draft.hooks))
        kinds = menu.addAction(say("Kinds of hooks and examples"))
        kinds.triggered.connect(self.show_kinds)
        drop = menu.addAction(say("Throw this hook away"))
        drop.triggered.connect(self.drop)
        drop.setEnabled(bool(spoken and draft.hooks))
        return menu

    def _described(self, hook: str) -> str:
        """The hook with its syllables, and whether it is too long; a menu must not take & for a key."""
        advice = self._page.session.house.coach.advise([Section("hook", SectionKind.HOOK, hook)]).sections[0]
        short = hook if len(hook) <= _SHOWN_CHARACTERS else f"{hook[:_SHOWN_CHARACTERS].rstrip()} …"
        syllables = self.say("{count} syllables", count=advice.syllables)
        if advice.syllables > HOOK_SYLLABLES:
            syllables = self.say("{count} syllables, long", count=advice.syllables)
        elif advice.remarks:
            syllables = self.say("{syllables}, with a hint", syllables=syllables)
        return f"{short}   ({syllables})".replace("&", "&&")

    def show_kinds(self) -> None:
        """Show how hooks are made, with examples; the kind that is looked at is remembered."""
        page, say = self._page, self.say
        if page.draft is None:
            return
        picker = HookPicker(say)
        picker.show_types(page.guide.card.types, page.draft.brief.hook_type)
        picker.chosen.connect(page.asking.choose_kind)
        page.place.ask(say("Kinds of hooks and examples"), "", say("Understood"), page.focus_text, picker)

    def choose(self, wanted: int) -> None:
        """Let this variant be spoken."""
        self._change(lambda draft: draft.choose_hook(wanted))

    def begin(self) -> None:
        """Put the present hook beside and write another one."""
        self._change(Draft.begin_hook)

    def drop(self) -> None:
        """Throw the spoken hook away; the next one takes its place."""
        page, draft = self._page, self._page.draft
        if draft is None or not draft.hooks or page.locked:
            return
        spoken, hooks = chosen_hook(draft.parts), draft.hooks
        draft.choose_hook(0)
        draft.hooks = without(draft.hooks, 0)

        def put_back() -> None:
            if page.draft is draft and not page.locked:
                draft.write(SectionKind.HOOK.value, spoken)
                draft.hooks = hooks
                page.rows_changed(SectionKind.HOOK.value)

        page.rows_changed(SectionKind.HOOK.value)
        page.scenes.offer(self.say("Hook thrown away"), "trash", put_back)

    def _change(self, change: Callable[[Draft], None]) -> None:
        if self._page.draft is not None and not self._page.locked:
            change(self._page.draft)
            self._page.rows_changed(SectionKind.HOOK.value)
