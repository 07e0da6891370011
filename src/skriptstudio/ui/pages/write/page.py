"""The page Write: sections with their spoken seconds, hints beside them, saved by itself."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.production import Production
from skriptstudio.messages.words import grouped
from skriptstudio.ui.page import Page, Place
from skriptstudio.ui.pages.write.approving import Approving
from skriptstudio.ui.pages.write.asking import Asking
from skriptstudio.ui.pages.write.bar import Mode, mode_of
from skriptstudio.ui.pages.write.documents import Documents
from skriptstudio.ui.pages.write.draft import Draft
from skriptstudio.ui.pages.write.guide import Guide
from skriptstudio.ui.pages.write.hinting import Hinting
from skriptstudio.ui.pages.write.hints import HintCard
from skriptstudio.ui.pages.write.hooks import Hooks
from skriptstudio.ui.pages.write.keeper import Keeper
from skriptstudio.ui.pages.write.open_hints import OpenHints
from skriptstudio.ui.pages.write.scenes import Scenes
from skriptstudio.ui.pages.write.script_bar import ScriptBar
from skriptstudio.ui.pages.write.section_list import SectionList
from skriptstudio.ui.pages.write.time_card import TimeCard
from skriptstudio.ui.pages.write.versions import Versions
from skriptstudio.ui.pages.write.words import figure, praise
from skriptstudio.ui.tokens import SPACE

_SIDE_PX = 348
_WIDE_SIDE_PX = 380
_WIDE_FROM_PX = 1600
"""From this width of the window on, side panels grow (looks.md 4)."""


class WritePage(Page):
    """Write the script, hear how long it is, and see what a listener stumbles over.

    Attributes:
        draft: the script on the screen; None while no production is open.
        hints: what is remarked on it.
        list: its rows.
        card: the hints, in wide windows.
        keeper: brings it into the library.
        hinting, scenes, hooks, versions: what is done with hints, scenes, hooks and earlier states.
        approving: the state *Skript frei*.
        script_bar: what the bar says and offers.
        current_name: of the section that is written in.
        documents: imports and exports it.
        asking: the questions that come before it.
    """

    key = "write"

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.draft: Draft | None = None
        self.hints = OpenHints()
        self.keeper = Keeper(self)
        self.documents = Documents(self)
        self.hinting = Hinting(self)
        self.scenes = Scenes(self)
        self.versions = Versions(self)
        self.approving = Approving(self)
        self.script_bar = ScriptBar(self)
        self.hooks = Hooks(self)
        self.current_name = ""
        self.asking = Asking(self)
        self._build()
        self._connect()
        self._shortcuts()

    # --- the parts of the page

    def _build(self) -> None:
        self.time = TimeCard(self.session)
        self.list = SectionList(self.session)
        self.card = HintCard(self.session)
        self.card.setFixedWidth(_SIDE_PX)
        self.guide = Guide(self.session)
        self.editor = QWidget()
        # One of both is hidden: a stack would lay out both at every key.
        both = QVBoxLayout(self.body)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self.editor)
        both.addWidget(self.guide)
        self.guide.hide()
        column = QVBoxLayout(self.editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.card)
        column.addWidget(self.time)
        row = QHBoxLayout()
        row.setSpacing(SPACE.card)
        row.addWidget(self.list, 1)
        row.addWidget(self.card)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.session.person_changed.connect(self._person_changed)
        rows = self.list
        rows.written.connect(self._written)
        rows.noted.connect(self._noted)
        rows.notes.toggled.connect(rows.show_notes)
        rows.chosen.connect(self._choose)
        rows.hinted.connect(self.hinting.show_of)
        rows.removed.connect(self.scenes.remove)
        rows.undo_wanted.connect(self.undo)
        rows.shortened.connect(self._tell_shortened)
        rows.add.clicked.connect(self.scenes.add)
        rows.hooks.clicked.connect(lambda: self.hooks.show_menu(rows.hooks))
        self.card.stepped.connect(self.hinting.step)
        self.guide.answered.connect(self.asking.answer)
        self.guide.kind_chosen.connect(self.asking.choose_kind)
        for asks in (self.card.box, rows.strip):
            asks.accepted.connect(self.hinting.take_suggestion)
            asks.declined.connect(self.hinting.leave_so)

    def _shortcuts(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+Up": lambda: self._step_section(-1),
            "Ctrl+Down": lambda: self._step_section(1),
            "F8": lambda: self.hinting.step(1),
            "Shift+F8": lambda: self.hinting.step(-1),
            "Alt+Return": self.hinting.take_suggestion,
            "Alt+Enter": self.hinting.take_suggestion,
        }
        for key, action in keys.items():
            shortcut = QShortcut(QKeySequence(key), self, activated=action)  # type: ignore[call-overload]
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- coming and going

    @property
    def mode(self) -> Mode:
        """Whether there is somebody who may write now."""
        production = self.session.production
        assert production is not None
        return mode_of(production, self.session.person)

    @property
    def locked(self) -> bool:
        """Whether the text may only be read."""
        return self.session.production is None or self.mode != "write"

    def entered(self) -> None:
        production = self.session.production
        draft = self.draft
        if self.keeper.showing and draft is not None:
            self.refresh()
            return
        if draft is not None and (production is None or production.id != draft.id):
            self.keeper.save()
        if production is None:
            self.keeper.put_aside()
            self.draft = None
            return
        if draft is None or draft.id != production.id:
            self._load(production)
        elif not draft.dirty:
            self._take_over(production)
        else:
            draft.recorded = bool(production.takes)
        self.list.set_locked(self.locked)
        self.refresh()
        self._focus_text()

    def left(self) -> None:
        self.keeper.leave()

    def _load(self, production: Production) -> None:
        self.draft = self.keeper.draft_of(production)
        self.hints.begin(production.script.left)
        self.scenes.forget()
        self.current_name = ""
        self.show_saved("")
        self.show_parts()
        self.asking.begin()

    def _take_over(self, production: Production) -> None:
        """Show what others, or a document, have made of the script; the same text stays as it is."""
        draft = self.draft
        assert draft is not None
        script = production.script
        fresh = Draft(production.id, script.sections, bool(production.takes), production.brief, script.hooks)
        self.keeper.saver.based_on(production.id, fresh.stored)
        same = draft.sections() == fresh.stored and [part.name for part in fresh.parts if part.text] == [
            part.name for part in draft.parts if part.text.strip()
        ]
        draft.stored, draft.recorded = fresh.stored, fresh.recorded
        draft.brief = draft.stored_brief = fresh.brief
        draft.hooks = draft.stored_hooks = fresh.hooks
        self.hints.left |= set(production.script.left)
        if not same:
            draft.parts = fresh.parts
            self.show_parts()

    def show_parts(self, current: str = "") -> None:
        """Make the rows anew for what the draft holds."""
        assert self.draft is not None
        names = [part.name for part in self.draft.parts]
        wanted = current or self.current_name
        self.current_name = wanted if wanted in names else names[0]
        self.list.show_parts(self.draft.parts, self.locked)
        if self.draft.has_notes:
            self.list.show_notes(True)
        self.list.set_current(self.current_name)
        self.order_tabs()

    def order_tabs(self) -> None:
        """Left to right, top to bottom, then the bar; rows are made anew, so the order is, too."""
        chain: list[QWidget] = []
        for row in self.list.rows:
            chain += [row.field, row.notes.picture, row.notes.speaker, row.trash]
        strip, box = self.list.strip, self.card.box
        chain += [strip.accept, strip.decline, self.list.add, self.list.hooks, self.list.notes]
        chain += [self.card.previous, self.card.next, box.accept, box.decline]
        chain += [button for filled in (True, False) for button in self.bar.buttons if button.filled is filled]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _focus_text(self) -> None:
        focused = self.window().focusWidget()
        if self.isVisible() and (focused is None or not self.body.isAncestorOf(focused)):
            self.focus_text()

    def focus_text(self) -> None:
        """Put the focus where one writes now."""
        if self.asking.active:
            self.guide.card.focus_answer()
        else:
            self.focus_row(self.current_name)

    def focus_row(self, name: str) -> None:
        """Put the focus into a section."""
        row = self.list.row(name)
        if row is not None:
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_saved(self, text: str, icon: str = "check", token: str = "ok") -> None:
        """Say when the text was saved, or that it isn't."""
        for mark in (self.list.saved, self.guide.growth.saved):
            mark.show_saved(text, icon, token)

    def _person_changed(self) -> None:
        if self.draft is not None and self.session.production is not None:
            self.list.set_locked(self.locked)
            self.refresh()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self.card.setVisible(not compact)
        self.time.set_compact(compact)
        self.list.set_compact(compact)
        self.guide.set_compact(compact)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self.card.setFixedWidth(_WIDE_SIDE_PX if self.window().width() >= _WIDE_FROM_PX else _SIDE_PX)

    def help_text(self) -> str:
        return self.say(
            "Write as you speak. Ctrl+Up and Ctrl+Down change the section, F8 shows the next hint, "
            "Alt+Enter takes a suggestion over. The text is saved by itself."
        )

    # --- writing

    def _written(self, name: str) -> None:
        row = self.list.row(name)
        if self.draft is not None and row is not None:
            self.draft.write(name, row.field.text())
            self.keeper.saver.touch()
            self.refresh()

    def _tell_shortened(self, count: int, begin: str) -> None:
        shown = grouped(count, self.session.speaker)
        told = self.say("Too long: {count} characters from “{begin}” on stayed out", count=shown, begin=begin)
        self.place.toast(told, "warning")

    def _noted(self, name: str) -> None:
        row = self.list.row(name)
        if self.draft is not None and row is not None:
            self.draft.note(name, row.notes.picture.text(), row.notes.speaker.text())
            self.keeper.saver.touch()

    def refresh(self) -> None:
        """Seconds, marks, hints and bar for the text of this moment."""
        if self.draft is None or self.session.production is None:
            return
        advice = self.session.house.coach.advise(self.draft.parts)
        self.hints.look(advice)
        self.time.show_advice(advice)
        self.list.show_advice(advice, self.hints)
        if self.asking.active:
            self.guide.growth.show_script(self.draft.parts, advice)
        for tool in (self.list.add, self.list.hooks):
            tool.setVisible(not self.locked)
        self.list.hooks.setText(self.hooks.title())
        if self.draft.can_add:
            self.list.add.allow()
        else:
            self.list.add.refuse(self.say("Four scenes are the most."))
        self.card.show_praise(praise(advice, self.say, self.session.speaker))
        self.hinting.show()
        self.script_bar.show(figure(advice.seconds, self.session.speaker))

    def _choose(self, name: str) -> None:
        self.current_name = name
        self.hints.show_first_of(name)
        self.hinting.show()
        self.list.set_current(name)

    def _step_section(self, by: int) -> None:
        names = [row.name for row in self.list.rows]
        if self.current_name in names:
            self.focus_row(names[max(0, min(len(names) - 1, names.index(self.current_name) + by))])

    def rows_changed(self, current: str) -> None:
        """The draft has other sections now: draw and save them."""
        self.show_parts(current)
        self.keeper.saver.touch()
        self.refresh()
        self.focus_row(current)

    def undo(self) -> None:
        self.scenes.take_back()
