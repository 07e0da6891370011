"""The page Publish: choose targets, let the package be made, note what is online."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.errors import Cancelled, LibraryGone, SkriptStudioError
from skriptstudio.domain.package_making import ExportWish
from skriptstudio.domain.production import Production, State, Summary
from skriptstudio.domain.uploads import online_on
from skriptstudio.messages.catalogue import Say
from skriptstudio.messages.errors import sentence
from skriptstudio.messages.words import channel_name
from skriptstudio.ui.dressing.dialog import dress_picture
from skriptstudio.ui.dressing.words import take_text
from skriptstudio.ui.library_choice import folder_words
from skriptstudio.ui.navigation import step_of
from skriptstudio.ui.page import Page, Place
from skriptstudio.ui.pages.publish.carrying import Carrying
from skriptstudio.ui.pages.publish.choose import ChooseView
from skriptstudio.ui.pages.publish.done import DoneView
from skriptstudio.ui.pages.publish.export import Export
from skriptstudio.ui.pages.publish.exports import Exports
from skriptstudio.ui.pages.publish.figures import clock
from skriptstudio.ui.pages.publish.gates import gates, is_released, not_yet, refusal
from skriptstudio.ui.pages.publish.made import Made
from skriptstudio.ui.pages.publish.noting import Noting
from skriptstudio.ui.pages.publish.onward import check_next
from skriptstudio.ui.pages.publish.places import ask_folder, copy_text, default_folder, open_path
from skriptstudio.ui.pages.publish.reading import Found, read
from skriptstudio.ui.pages.publish.running import OtherJob, RunView
from skriptstudio.ui.pages.publish.shelf import ShelfView, to_publish
from skriptstudio.ui.pages.publish.targets import Target, targets, ticked_at_first
from skriptstudio.ui.rights import ask_licence
from skriptstudio.ui.widgets.buttons import Button, Kind
from skriptstudio.ui.widgets.empty import EmptyPage

_WITH_PACKAGE = (State.PACKAGED, State.PUBLISHED)
DRAFT_TARGET = "intranet"
"""A draft is for showing in the house; no platform's limits bind it."""


class PublishPage(Page):
    """Station 5.

    Attributes:
        folder: where packages go, until another one is chosen.
        choose_folder, open_path: the desktop's dialogs, so that tests can stand in for them.
        exports: what is being made, and what was.
        choose, run, done: the views of an open production that was released.
        other: strip of an export that belongs to another production.
    """

    key = "publish"

    @property
    def needs_production(self) -> bool:  # type: ignore[override]  # without one it offers those that were released
        """The header tells about the open production, where there is one."""
        return self.session.production is not None

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.folder = default_folder()
        self.choose_folder: Callable[[QWidget, str, str], str] = ask_folder
        self.open_path: Callable[[Path], bool] = open_path
        self.empty: EmptyPage | None = None
        self._found: Found | None = None
        self.exports = Exports(self.session, self.jobs, self)
        self._noting = Noting(place, self)
        self._carrying = Carrying(place, self, self._open)
        self._ticks: dict[str, set[str]] = {}
        self._choosing: set[str] = set()
        self._uploading: set[str] = set()
        self._make = Button(self.say("Make the package"), "primary", "export")
        self._build()

    def _build(self) -> None:
        self.choose = ChooseView(self.place)
        self.run = RunView(self.say)
        self.done = DoneView(self.session.speaker)
        self.shelf = ShelfView(self.say)
        self.other = OtherJob(self.say)
        self.other.hide()
        self._stack = QStackedWidget()
        self._blank = QWidget()
        for view in (self._blank, self.shelf, self.choose, self.run, self.done):
            self._stack.addWidget(view)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.other)
        column.addWidget(self._stack, 1)
        self.choose.ticks_changed.connect(self._ticks_changed)
        self.choose.cure_asked.connect(self._cure)
        self.choose.folder_asked.connect(self._ask_folder)
        self.choose.dress_asked.connect(lambda: dress_picture(self.place, self.window()))
        self.done.file_asked.connect(self._open)
        self.done.uploads.asked.connect(self._noting.ask)
        self.done.uploads.gone.connect(self._noting.ask_gone)
        self.done.uploads.link_opened.connect(self._noting.show_post)
        self.other.cancel_asked.connect(self.exports.cancel)
        self.shelf.opened.connect(self._come_back)
        self.shelf.review_asked.connect(lambda: self.place.go("review"))
        self.session.production_changed.connect(self._production_changed)
        self.exports.moved.connect(self._moved)
        self.exports.made.connect(self._export_made)
        self.exports.failed.connect(self._export_failed)
        self.done.beside.text_asked.connect(self._copy)
        self.done.beside.cover_asked.connect(self._open)
        self.done.beside.note_asked.connect(self._carrying.save_note)
        copy = QShortcut(QKeySequence.StandardKey.Copy, self, activated=self._copy_chosen)  # type: ignore[call-overload]
        copy.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, activated=self._escape)  # type: ignore[call-overload]
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- the page's contract

    def entered(self) -> None:
        production = self.session.production
        if production is None:
            self._read_shelf()
            return
        if self._found is None or self._found.production.id != production.id:
            self._stack.setCurrentWidget(self._blank)
            self.bar.show_state("")
            self.bar.set_buttons()
        house, folder, wanted = self.session.house, self.folder, production.id
        self.jobs.start(lambda control: read(house, wanted, folder, control), self._read)

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self.choose.set_compact(compact)
        self.done.set_compact(compact)

    def help_text(self) -> str:
        return self.say(
            "Tick where the clip goes. The package holds the film and the captions for every target. "
            "It is uploaded by hand; tick here what is online, so that a revocation finds it. "
            "Space ticks, Ctrl+Enter makes the package."
        )

    # --- nothing is open

    def header_title(self) -> str:
        return super().header_title() or self.say("Publish")

    def _production_changed(self) -> None:
        """The window tells of every open production; that none is open any more is seen here."""
        if self.session.production is None and self.isVisible():
            self._read_shelf()

    def _read_shelf(self) -> None:
        house = self.session.house
        self.jobs.start(lambda control: to_publish(house.plan.list()), self._show_shelf)

    def _show_shelf(self, clips: tuple[Summary, ...]) -> None:
        if self.session.production is not None:
            return
        self.shelf.show_clips(clips)
        self._show_other()
        self._stack.setCurrentWidget(self.shelf)
        if self.shelf.is_empty:
            self.bar.show_state("")
            self.bar.set_buttons()
        else:
            count = len(clips)
            text = self.say("{count} clips are released.", count=count)
            self.bar.show_state(text if count > 1 else self.say("One clip is released."))
            opener = Button(self.say("Open clip"), "primary", key="Enter")
            opener.clicked.connect(lambda: self._come_back(self.shelf.list.key))
            self.bar.set_buttons(opener)
        if self.isVisible():
            self.shelf.take_focus()

    # --- which view

    def _read(self, found: Found) -> None:
        production = self.session.production
        if production is None or production.id != found.production.id:
            return
        self._found = found
        if found.production != production:
            self.session.show_production(found.production)
        self._render()

    def _render(self) -> None:
        production, found = self.session.production, self._found
        if production is None or found is None or found.production.id != production.id:
            return
        wanted = production.id
        self._show_other()
        if (running := self.exports.of(wanted)) is not None:
            self._show_running(running)
        elif wanted in self.exports.failures:
            self._show_failure(*self.exports.failures[wanted])
        elif wanted in self.exports.drafts:
            self._show_done(self.exports.drafts[wanted], production, found)
        elif not is_released(production, self._today):
            if wanted in self._uploading:
                self._show_uploads(production)
            else:
                self._show_not_released(production)
        elif (made := self._package(production, found)) is not None:
            self._show_done(made, production, found)
        else:
            self._show_choice(production, found)

    def _package(self, production: Production, found: Found) -> Made | None:
        """The package to show; None while somebody chooses targets."""
        if production.id in self._choosing or production.state not in _WITH_PACKAGE:
            return None
        made = self.exports.packages.get(production.id) or found.made
        return made or (Made(self.folder, ()) if production.id in self._uploading else None)

    @property
    def _today(self) -> date:
        return self.session.house.desk.clock.today()

    def _show(self, view: QWidget, focus: QWidget | None = None) -> None:
        """Bring a view to the front; the focus follows only where the view is a new one."""
        if self._stack.currentWidget() is view:
            return
        self._stack.setCurrentWidget(view)
        if focus is not None and self.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_empty(self, empty: EmptyPage) -> None:
        before, self.empty = self.empty, empty
        self._stack.addWidget(empty)
        self._show(empty, empty.primary)
        self.bar.show_state("")
        self.bar.set_buttons()
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()

    def _show_not_released(self, production: Production) -> None:
        say = self.say
        sentence = not_yet(production, self._today, self.session.speaker)
        onward = self._way_on(production)
        draft, why = None, ""
        if production.takes:
            draft = self._button(say("Make a draft"), self._make_draft, "secondary", "export")
            why = self._refuse_while_busy(draft)
        title = say("Not released yet") if production.release is None else say("Release lifted")
        self._show_empty(EmptyPage("lock-simple", title, sentence, onward, draft))
        names = ", ".join(map(channel_name, online_on(production)))
        self.bar.show_state("", why or (say("Online on {names}.", names=names) if names else ""))
        if production.publications:
            self.bar.set_buttons(self._button(say("Uploaded?"), self._note_uploads))

    def _way_on(self, production: Production) -> Button:
        """The button that leads to where the clip stands."""
        step = step_of(production)
        texts = {"write": self.say("To the script"), "record": self.say("Go and record")}
        text = texts.get(step, self.say("To the review"))
        button = Button(text, "primary", trailing="arrow-right")
        button.clicked.connect(lambda: self.place.go(step if step in texts else "review"))
        return button

    def _show_failure(self, error: SkriptStudioError, wish: ExportWish) -> None:
        words = sentence(error, self.session.speaker, in_window=True)
        again = self._button(self.say("Try again"), lambda: self._start(wish), "primary")
        other = self._button(self.say("Other folder"), lambda: self._try_elsewhere(wish), "secondary", "folder-open")
        self._show_empty(EmptyPage("warning", words.message, words.hint, again, other))
        self.bar.set_buttons(self._button(self.say("Back"), self._forget_failure))

    def _try_elsewhere(self, wish: ExportWish) -> None:
        """Ask for another folder, and make there what couldn't be made."""
        chosen = self.choose_folder(self, self.say("Folder for the package"), str(self.folder))
        if chosen:
            self.folder = Path(chosen)
            self._start(replace(wish, to=self.folder / self.say("Drafts") if wish.draft else self.folder))

    def _forget_failure(self) -> None:
        if self.session.production is not None:
            self.exports.failures.pop(self.session.production.id, None)
        self._render()

    # --- choosing

    def _show_choice(self, production: Production, found: Found) -> None:
        speaker, say = self.session.speaker, self.say
        offered = targets(production, found.staff, found.profiles, self._today, speaker)
        ticked = self._ticks.setdefault(production.id, ticked_at_first(offered))
        self.choose.show_targets(offered, ticked, speaker)
        cut = production.effective_cut()
        length = clock(cut.clip_seconds)
        captioned = production.captions is not None and bool(production.captions.cues)
        self.choose.clip.show_facts(
            [
                say("{length} with the end card", length=length) if cut.card_frames else length,
                f"{CLIP_WIDTH_PX} × {CLIP_HEIGHT_PX}",
                say("Captions in the picture and as a file") if captioned else say("No captions"),
            ]
        )
        self.choose.show_folder(folder_words(self.folder))
        self._make = self._button(say("Make the package"), self._make_package, "primary", "export")
        uploaded = [self._button(say("Uploaded?"), self._note_uploads)] if production.state in _WITH_PACKAGE else []
        self.bar.set_buttons(*uploaded, self._make)
        self._show(self.choose, self.choose.list)
        self._ticks_changed()

    def _ticks_changed(self) -> None:
        production, found, say = self.session.production, self._found, self.say
        if production is None or found is None:
            return
        ticked = self._ticks[production.id] = self.choose.ticked
        self.choose.clip.show_post(production, [p for p in found.profiles if p.key in ticked], found.poster)
        self.choose.show_gates(gates(production, found.staff, ticked, self._today, self.session.speaker))
        by_hand = say("The upload is done by hand afterwards.")
        error = refusal(production, found.staff, ticked, self._today)
        if error is not None:
            words = sentence(error, self.session.speaker, in_window=True)
            self.bar.show_state(words.message, "", words.hint, "x-circle-fill")
            self._make.refuse(str(words))
        elif not ticked:
            self.bar.show_state(say("No target chosen yet."), "", by_hand)
            self._make.refuse(say("Tick one target at least."))
        else:
            count = say("One target, one package.") if len(ticked) == 1 else _counted(len(ticked), say)
            self._make.allow()
            self.bar.show_state(count, "", self._refuse_while_busy(self._make) or by_hand)

    def _refuse_while_busy(self, button: Button) -> str:
        """Turn the button off while another export runs; returns why, empty if it may."""
        if self.exports.running is None:
            return ""
        button.refuse(self.say("Another package is being made. Then it's this one's turn."))
        return button.why

    def _cure(self, target: Target) -> None:
        """Where a shut target can be opened: at the licence of its take, or at who has to agree."""
        production = self.session.production
        if production is None or not target.take:
            self.place.go("people")
            return
        take = production.take(target.take)
        ask_licence(self.place, production, take, take_text(take, production, self.say))

    def _ask_folder(self) -> None:
        chosen = self.choose_folder(self, self.say("Folder for the package"), str(self.folder))
        if chosen:
            self.folder = Path(chosen)
            self.entered()

    def _note_uploads(self) -> None:
        if self.session.production is not None:
            self._uploading.add(self.session.production.id)
            self._choosing.discard(self.session.production.id)
            self._render()

    # --- making

    def _make_package(self) -> None:
        production, found = self.session.production, self._found
        if production is None or found is None:
            return
        keys = tuple(profile.key for profile in found.profiles if profile.key in self.choose.ticked)
        self._start(ExportWish(production.id, keys, self.folder, packed=self.choose.packed.isChecked()))

    def _make_draft(self) -> None:
        production, found = self.session.production, self._found
        if production is None or found is None:
            return
        keys = [profile.key for profile in found.profiles]
        target = DRAFT_TARGET if DRAFT_TARGET in keys else keys[0]
        self._start(ExportWish(production.id, (target,), self.folder / self.say("Drafts"), draft=True))

    def _start(self, wish: ExportWish) -> None:
        production, found = self.session.production, self._found
        if production is not None:
            self.exports.start(wish, production.title, found.poster if found else None)
            self._render()

    def _show_running(self, export: Export) -> None:
        say = self.say
        self.run.cover.show_picture(export.poster)
        self.run.show_export(export)
        if self._stack.currentWidget() is self.run:
            return
        cancel = self._button(say("Cancel"), self.exports.cancel)
        onward = Button(say("Check the next clip"), "primary", trailing="arrow-right")
        onward.clicked.connect(lambda: check_next(self.place))
        ready = say("The draft gets done in the background.") if export.wish.draft else ""
        ready = ready or say("The package gets done in the background.")
        self.bar.show_state(say("You can go on working."), ready)
        self.bar.set_buttons(cancel, onward)
        self._show(self.run, onward)

    def _show_other(self) -> None:
        production, export = self.session.production, self.exports.running
        elsewhere = export is not None and (production is None or production.id != export.wish.production)
        self.other.setVisible(elsewhere)
        if export is not None and elsewhere:
            self.other.show_export(export)

    def _moved(self) -> None:
        if self.exports.running is not None:
            self._show_other()
            self.run.show_export(self.exports.running)

    def _export_made(self, export: Export, production: Production) -> None:
        self._choosing.discard(production.id)
        here = self.session.production is not None and self.session.production.id == production.id
        if not (here and self.isVisible()):
            self._tell_done(export)
        if here:
            self.session.show_production(production)
        self._render()

    def _tell_done(self, export: Export) -> None:
        ready = self.say("The package of “{title}” is ready.", title=export.title)
        if export.wish.draft:
            ready = self.say("The draft of “{title}” is ready.", title=export.title)
        wanted = export.wish.production
        self.place.toast(ready, action=self.say("View"), on_action=lambda: self._come_back(wanted))

    def _come_back(self, wanted: str) -> None:
        self.place.open_production(wanted, self.key)

    def _export_failed(self, export: Export, error: SkriptStudioError) -> None:
        if isinstance(error, Cancelled):
            self.place.toast(self.say("Cancelled. Finished parts are kept, the next try is faster."), "info")
        elif isinstance(error, LibraryGone) or not self.isVisible():
            self.place.fail(error)
        self._render()

    # --- done

    def _show_done(self, made: Made, production: Production, found: Found) -> None:
        say = self.say
        offered = targets(production, found.staff, found.profiles, self._today, self.session.speaker)
        keys = [target.key for target in offered if target.open]
        self.done.show_made(made, production, keys, self._today, self.session.speaker)
        known = {profile.key: profile for profile in found.profiles}
        made_for = [known[clip.profile] for clip in made.clips if clip.profile in known]
        self.done.beside.show_made(made, production.post, made_for)
        saved = say("Draft saved") if made.draft else say("Package saved")
        buttons = [self._button(say("Back"), self._forget_draft, "quiet")] if made.draft else []
        if made.clips:
            if not made.draft:
                buttons.append(self._button(say("New package"), self._choose_again, "quiet"))
            buttons.append(self._button(say("Check the next clip"), lambda: check_next(self.place)))
            opener = self._button(say("Open folder"), lambda: self._open(made.folder), "primary", "folder-open")
            buttons.append(opener)
            self.bar.show_state(saved, "", str(made.folder), "check-circle-fill")
        else:
            buttons.append(self._button(say("New package"), self._choose_again, "primary"))
            self.bar.show_state(say("The package was made already."), "", str(made.folder))
        self.bar.set_buttons(*buttons)
        self._show(self.done, buttons[-1])

    def _show_uploads(self, production: Production) -> None:
        """Only what is online, of a clip that isn't released any more."""
        self.done.show_made(Made(self.folder, ()), production, (), self._today, self.session.speaker)
        self.done.beside.hide()
        back = self._button(self.say("Back"), self._forget_uploads, "primary")
        self.bar.show_state("", not_yet(production, self._today, self.session.speaker))
        self.bar.set_buttons(back)
        self._show(self.done, back)

    def _forget_uploads(self) -> None:
        if self.session.production is not None:
            self._uploading.discard(self.session.production.id)
            self._render()

    def _copy(self, key: str) -> None:
        if self._found is not None and self._stack.currentWidget() in (self.choose, self.done):
            self._carrying.copy(key, self._found.profiles)

    def _copy_chosen(self) -> None:
        """Ctrl+C: the text of the target that is looked at."""
        made = next(iter(self.done.beside.copies), "")
        self._copy(made if self._stack.currentWidget() is self.done else self.choose.list.key)

    def _open(self, path: Path) -> None:
        """Show a file or folder; where the system can't, say where it lies."""
        if not self.open_path(path):
            text = self.say("It can't be shown here. It lies at {path}", path=str(path))
            self.place.toast(text, "info", self.say("Copy the path"), lambda: copy_text(str(path)))

    def _button(
        self, text: str, action: Callable[[], None], kind: Kind = "secondary", icon: str | None = None
    ) -> Button:
        button = Button(text, kind, icon)
        button.clicked.connect(lambda: action())
        return button

    def _forget_draft(self) -> None:
        if self.session.production is not None:
            self.exports.drafts.pop(self.session.production.id, None)
            self._render()

    def _choose_again(self) -> None:
        if self.session.production is not None:
            self._choosing.add(self.session.production.id)
            self._uploading.discard(self.session.production.id)
            self._render()

    def _escape(self) -> None:
        if self._stack.currentWidget() is self.run:
            self.exports.cancel()
        elif self._stack.currentWidget() is self.done:
            self._forget_draft()


def _counted(count: int, say: Say) -> str:
    return say("{count} targets, one package.", count=count)
