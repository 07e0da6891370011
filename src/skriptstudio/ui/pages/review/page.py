"""The page "Prüfen": an inbox, and one clip at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from skriptstudio.domain.people import Hat
from skriptstudio.domain.production import Production
from skriptstudio.domain.waiting import is_checker, next_to_check
from skriptstudio.ui.page import Page, Place
from skriptstudio.ui.pages.review.clip import ClipView
from skriptstudio.ui.pages.review.compare import CompareView
from skriptstudio.ui.pages.review.decide import Decisions
from skriptstudio.ui.pages.review.facts import clip_seconds, missing_consents, review_minutes
from skriptstudio.ui.pages.review.inbox import InboxView
from skriptstudio.ui.pages.review.playback import DOUBLE, HALF
from skriptstudio.ui.pages.review.reading import Inbox, mark_of, read_inbox
from skriptstudio.ui.pages.review.stopwatch import Stopwatch
from skriptstudio.ui.pages.review.topic import TopicDialog
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.empty import EmptyPage


class ReviewPage(Page):
    """Shows the inbox, or the open production.

    Attributes:
        inbox: what was read last.
        is_shown: whether the window stands here.
    """

    key = "review"

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.inbox = Inbox()
        self.is_shown = False
        self._mode = ""
        self._fresh = self.session.production is not None
        self._just_opened = QTimer(self, singleShot=True, interval=0)
        self._released_asked = False
        self._play_next = False
        self.stopwatch = Stopwatch()
        self.topic = TopicDialog(self)
        self.view = ClipView(self)
        self.compare = CompareView(self.say)
        self.view.parts.verdict.topic.clicked.connect(self.topic.ask)
        self.inbox_view = InboxView(self)
        self.decisions = Decisions(self, self.view)
        self._nothing = self._empty_inbox()
        self._unrecorded = self._empty_clip()
        self._waiting = QWidget()
        self._stack = QStackedWidget()
        for widget in (self._waiting, self.inbox_view, self.view, self.compare, self._nothing, self._unrecorded):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.view.judged.connect(self._judged)
        self.view.judged.connect(self.stopwatch.tick)
        self.view.player.moved.connect(self.stopwatch.tick)
        self.view.parts.takes.side_by_side.clicked.connect(self.compare_takes)
        self.view.parts.script.variants_wanted.connect(self._ask_variants)
        self.compare.changed.connect(self._show_compare_bar)
        self.compare.taken.connect(self._take_compared)
        self.inbox_view.chosen.connect(self._show_inbox_bar)
        self.inbox_view.segments.chosen.connect(lambda _key: self.place.retitle())
        self.inbox_view.opened.connect(self._open_if_clip)
        self.session.production_changed.connect(self._production_changed)
        self.session.person_changed.connect(self._person_changed)
        self._shortcuts()

    @property
    def needs_production(self) -> bool:  # type: ignore[override]  # it depends on what is shown
        """The header tells about the open production only while it is shown."""
        return self._mode == "clip"

    def _empty_inbox(self) -> EmptyPage:
        plan = Button(self.say("To the plan"), icon="calendar-blank")
        plan.clicked.connect(lambda: self.place.go("plan"))
        sentence = self.say("As soon as the team hands in a clip, it stands here.")
        return EmptyPage("check", self.say("Nothing to review"), sentence, secondary=plan)

    def _empty_clip(self) -> EmptyPage:
        record = Button(self.say("Go and record"), "primary", "video-camera")
        record.clicked.connect(lambda: self.place.go("record"))
        sentence = self.say("Without a take there is nothing to cut and nothing to check.")
        return EmptyPage("film-strip", self.say("Nothing recorded yet"), sentence, primary=record)

    def _shortcuts(self) -> None:
        view = self.view
        keys: dict[str, Callable[[], object]] = {
            "J": lambda: view.player.seek(view.player.at - 3),
            "K": view.player.pause,
            "L": view.player.play,
            ",": lambda: view.player.step(-1),
            ".": lambda: view.player.step(1),
            "M": view.remarks.write,
            "Shift+M": view.remarks.begin_stretch,
            "I": lambda: view.cutting.trim_to_playhead("in"),
            "O": lambda: view.cutting.trim_to_playhead("out"),
            "B": view.cutting.mark_best,
            "W": view.parts.transport.loop.toggle,
            "Shift+I": view.playback.mark_begin,
            "Shift+O": view.playback.mark_end,
            "H": lambda: view.playback.toggle_rate(HALF),
            "D": lambda: view.playback.toggle_rate(DOUBLE),
            "G": self.compare_takes,
            "X": view.cutting.toggle_crossfade,
            "S": view.parts.transport.ask_zone,
            "C": view.parts.transport.captions.toggle,
            "U": view.captions.next_unticked,
            "F8": view.captions.next_unsure,
            "Shift+F8": lambda: view.captions.next_unsure(back=True),
            "P": view.captions.play,
            "T": lambda: view.captions.split(view.captions.here),
            "V": view.captions.join,
            "A": view.captions.add,
            "Ctrl+Left": lambda: view.captions.nudge(start=-1),
            "Ctrl+Right": lambda: view.captions.nudge(start=1),
            "Ctrl+Shift+Left": lambda: view.captions.nudge(end=-1),
            "Ctrl+Shift+Right": lambda: view.captions.nudge(end=1),
            "N": view.next_hint,
            "F": self._release,
            "Z": self.decisions.ask_return,
        }
        compared = self.compare.keys()
        for key in dict.fromkeys((*keys, *compared)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._on_key, keys.get(key), compared.get(key)))

    def _on_key(self, on_clip: Callable[[], object] | None, on_two: Callable[[], object] | None) -> None:
        if on_clip is not None:
            self._on_clip(on_clip)
        if on_two is not None and self._compares:
            on_two()

    def _on_clip(self, action: Callable[[], object]) -> None:
        if self._stack.currentWidget() is self.view:
            action()

    def checks(self, production: Production) -> bool:
        """Whether who works here may pass the check that the clip waits for."""
        return is_checker(production, self.session.person, self.session.staff, self.today)

    @property
    def today(self) -> date:
        """What day it is for the house."""
        return self.inbox.today if self.inbox.today != date.min else date.today()

    def _release(self) -> None:
        production = self.view.production
        if production is None or not self.checks(production):
            return
        if self.decisions.missing().whole:
            self.view.show_open_point()
        else:
            self.decisions.release()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Space and the arrows come here only where no button, tick or field wanted them."""
        on_clip = self._stack.currentWidget() is self.view and not event.modifiers()
        player = self.view.player
        if on_clip and event.key() == Qt.Key.Key_Space:
            player.toggle()
        elif on_clip and event.key() == Qt.Key.Key_Left:
            player.seek(player.at - 1)
        elif on_clip and event.key() == Qt.Key.Key_Right:
            player.seek(player.at + 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._stack.currentWidget() is self.inbox_view:
            self._press_filled()  # the button shows the key, so it holds from the search field and the tabs, too
        elif event.key() == Qt.Key.Key_Escape and self._compares:
            self._end_comparing()
        elif event.key() == Qt.Key.Key_Escape and self._mode == "clip":
            self.show_inbox()
        else:
            super().keyPressEvent(event)

    def _press_filled(self) -> None:
        if self.bar.filled is not None:
            self.bar.filled.click()

    # --- the window's calls

    def tab_areas(self) -> Sequence[QWidget]:
        return self.view.parts.areas if self._stack.currentWidget() is self.view else ()

    def header_title(self) -> str:
        if self._mode == "clip" and self.session.production is not None:
            return self.session.production.title
        return self.inbox_view.title

    def entered(self) -> None:
        production = self.session.production
        if self.is_shown and self._mode == "clip" and production is not None:
            self._show_clip(production)
            return
        self.is_shown = True
        person = self.session.person
        checks = person is not None and Hat.PRESS in person.hats
        if production is not None and (self._fresh or not checks):
            self._show_clip(production)
            self._read_inbox()
        else:
            self.show_inbox()

    @property
    def at_rest(self) -> bool:
        return self._mode == "clip" and not self.view.player.playing

    def left(self) -> None:
        self.compare.close_films()
        self.is_shown = False
        self._fresh = self._just_opened.isActive()
        self._mode = ""
        self.view.close_clip()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self.inbox_view.set_compact(compact)
        self.view.refresh()

    def help_text(self) -> str:
        return self.say(
            "The machine has checked what a machine can check. Watch the clip, tick the captions and the points at "
            "the right, then release it. Space plays, U goes to the next caption, P lets it be heard, Enter changes "
            "it, T splits it, V joins it with the next one, F8 goes to what should be checked. M writes a "
            "comment, I and O move the ends of the segment, Z returns the clip, F releases it."
        )

    def search(self) -> None:
        if self._stack.currentWidget() is self.inbox_view:
            self.inbox_view.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def undo(self) -> None:
        self._on_clip(self.view.captions.undo)

    # --- what is shown

    def show_inbox(self) -> None:
        """Show what waits; the open production stays open."""
        self._mode = "inbox"
        self.view.close_clip()
        self.decisions.forget_bar()
        self.bar.set_buttons()
        self.bar.show_state("")
        self._stack.setCurrentWidget(self._waiting)
        self.place.retitle()
        self._read_inbox()

    def _read_inbox(self) -> None:
        house = self.session.house
        self.jobs.start(lambda control: read_inbox(house, control), self.take_inbox)

    def take_inbox(self, inbox: Inbox) -> None:
        """Take over what was read."""
        self.inbox = inbox
        self.place.count_waiting(inbox.summaries)
        if not self.is_shown:
            return
        if self._mode == "inbox":
            self.inbox_view.show_inbox(inbox)
            self._show_list()
        else:
            self.decisions.show_bar()

    def _show_list(self) -> None:
        empty = not self.inbox.waiting and not self._released_asked
        self._stack.setCurrentWidget(self._nothing if empty else self.inbox_view)
        if not empty:
            self.inbox_view.focus_list()
        self._show_inbox_bar()

    def _show_inbox_bar(self) -> None:
        if self._mode != "inbox":
            return
        if self._stack.currentWidget() is self._nothing:
            self._show_empty_bar()
            return
        clip, waiting = self.inbox_view.current, self.inbox.waiting
        if clip is None:
            self.bar.show_state(self.say("Nothing is chosen."))
            self.bar.set_buttons()
            return
        self.bar.show_state(clip.title, "", self._queue_text(waiting))
        blocked = missing_consents(clip, self.inbox.staff, self.inbox.today)
        if self.checks(clip) and blocked:
            button = Button(self.say("See consents"), "primary")
            button.clicked.connect(lambda: self.place.go("people"))
        else:
            mine = self.checks(clip)
            text = self.say("Begin the check") if mine else self.say("Look at the clip")
            button = Button(text, "primary", key="Enter")
            button.clicked.connect(lambda: self._open_if_clip(self.inbox_view.current))
        self.bar.set_buttons(button)

    def _queue_text(self, waiting: tuple[Production, ...]) -> str:
        minutes = round(sum(review_minutes(clip_seconds(p)) for p in waiting))
        if not waiting:
            return ""
        if len(waiting) == 1:
            return self.say("One clip waits, about {minutes} minutes", minutes=minutes)
        told = self.say("{count} clips wait, together about {minutes} minutes", count=len(waiting), minutes=minutes)
        fresh = sum(map(self.inbox.is_new, waiting))
        return self.say("{told}, {count} of them new", told=told, count=fresh) if fresh else told

    def _show_empty_bar(self) -> None:
        buttons = []
        for key, count, text in (
            ("team", len(self.inbox.with_team), self.say("See those with the team")),
            ("released", len(self.inbox.released), self.say("See the released ones")),
        ):
            if count:
                button = Button(text)
                button.clicked.connect(lambda _=False, key=key: self._show_other(key))
                buttons.append(button)
        released = len(self.inbox.released)
        text = self.say("{count} clips are released.", count=released)
        if released == 1:
            text = self.say("One clip is released.")
        elif not released:
            text = self.say("No clip is released yet.")
        self.bar.show_state("", text)
        self.bar.set_buttons(*buttons)

    def _show_other(self, segment: str) -> None:
        self._released_asked = True
        self.inbox_view.segments.choose(segment)
        self._show_list()

    def _open_if_clip(self, clip: Production | None) -> None:
        if clip is not None:
            self.open_clip(clip)

    def open_clip(self, clip: Production) -> None:
        """Open a clip from the inbox, in its newest state."""
        self._play_next = self.checks(clip)
        self.place.open_production(clip.id)

    def _show_clip(self, production: Production) -> None:
        self._mode = "clip"
        self.compare.close_films()
        if production.takes:
            first = self._stack.currentWidget() is not self.view
            self._stack.setCurrentWidget(self.view)
            self.stopwatch.begin(production.id)
            self.view.show_clip(production, self._play_next)
            self._note_seen(production)
            if first:
                self.view.parts.screen.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._stack.setCurrentWidget(self._unrecorded)
            self.decisions.forget_bar()
            self.bar.set_buttons()
            self.bar.show_state("", self.say("The script is ready as soon as you are."))
        self._play_next = False

    def _note_seen(self, production: Production) -> None:
        """The inbox calls it new again only after something has happened."""
        house, mark = self.session.house, mark_of(production)
        if self.inbox.seen.get(production.id) != mark:
            self.jobs.start(lambda control: house.seen.note(production.id, mark))

    def _judged(self) -> None:
        if self._mode == "clip" and not self._compares:
            self.decisions.show_bar()

    # --- a clip for each hook

    def _ask_variants(self) -> None:
        self.place.ask(
            self.say("A clip for each hook?"),
            self.say("Each gets all takes and the rest of the script, and is cut and checked by itself."),
            self.say("Make them"),
            self._make_variants,
        )

    def _make_variants(self) -> None:
        production, person, house = self.view.production, self.session.person, self.session.house
        if production is None or person is None:
            self.place.toast(self.say("First choose who you are."), "info")
            return
        wanted, by = production.id, person.id

        def made(clips: tuple[Production, ...]) -> None:
            told = self.say("{count} clips made. They lie with the team.", count=len(clips))
            if len(clips) == 1:
                told = self.say("One clip made. It lies with the team.")
            self.place.toast(told if clips else self.say("Each hook has its clip already."))

        self.jobs.start(lambda control: house.variants.make(wanted, by), made)

    # --- two takes side by side

    @property
    def _compares(self) -> bool:
        return self._stack.currentWidget() is self.compare

    def compare_takes(self) -> None:
        """G: the take that is shown beside another one of its section."""
        basics = self.view.loading.basics
        known = basics.paths if basics is not None else {}
        shown = [take for take in self.view.cutting.takes_here() if take.id in known]
        made_ready = self.view.loading.make_ready(self.view.cutting.takes_here())
        if len(shown) < 2 and made_ready:
            told = self.say("The film from outside is being made ready to be watched. You can go on working meanwhile.")
            self.place.toast(told, "info")
            return
        if len(shown) < 2:
            self.place.toast(self.say("There is only one take here."), "info")
            return
        self.view.player.pause()
        self._stack.setCurrentWidget(self.compare)
        self.compare.open(shown, self.view.cutting.take_here, known, self.session.speaker.language)

    def _show_compare_bar(self) -> None:
        if not self._compares:
            return
        back = Button(self.say("Back"), "quiet", key=self.say("Esc"))
        back.clicked.connect(self._end_comparing)
        buttons = [back]
        for key, take in zip(("1", "2"), self.compare.shown, strict=True):
            used = take == self.view.cutting.take_here
            number = self.compare.number_of(take)
            if used:
                text = self.say("Keep take {number}", number=number)
            else:
                text = self.say("Use take {number}", number=number)
            button = Button(text, "secondary" if used else "primary", key=key)
            button.clicked.connect(lambda _=False, take=take: self._take_compared(take))
            buttons.append(button)
        self.decisions.forget_bar()
        self.bar.show_state(self.say("Two takes side by side."), self.say("T changes the sound."))
        self.bar.set_buttons(*sorted(buttons, key=lambda button: button.filled))

    def _take_compared(self, take: str) -> None:
        self._end_comparing()
        self.view.cutting.use_take(take)

    def _end_comparing(self) -> None:
        self.compare.close_films()
        self._stack.setCurrentWidget(self.view)
        self._judged()
        self.view.parts.screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_clip(self) -> Production | None:
        """What this person would check after the open clip."""
        opened = self.session.production
        but, inbox = opened.id if opened is not None else "", self.inbox
        return next_to_check(inbox.waiting, self.session.person, inbox.staff, inbox.today, but)

    def _production_changed(self) -> None:
        """Who opens a clip and comes here at once wants to see that clip, not the inbox."""
        production = self.session.production
        self._just_opened.start()
        if not self.is_shown:
            self._fresh = production is not None
        elif production is None:
            self.show_inbox()
        elif self._mode != "clip":
            self._show_clip(production)
            self.place.retitle()

    def _person_changed(self) -> None:
        self._released_asked = False
        self.inbox_view.segments.choose("waiting")
        if not self.is_shown:
            return
        if self._mode == "clip":
            self.view.refresh()
        else:
            self.inbox_view.show_inbox(self.inbox)
            self._show_list()
