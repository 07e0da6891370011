"""The action bar of a clip, and what its buttons decide: hand in, return, release."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.comments import open_comments
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.four_eyes import DELICATE
from skriptstudio.domain.points import Answer
from skriptstudio.domain.press_check import GROUPS
from skriptstudio.domain.production import Decision, Production, State
from skriptstudio.domain.release import CHECKER, CHECKS, SEALED, TURN
from skriptstudio.domain.uploads import online_on, open_uploads
from skriptstudio.domain.waiting import next_to_check
from skriptstudio.messages.words import channel_name, turn_text
from skriptstudio.ui.dressing.words import take_text
from skriptstudio.ui.pages.review.facts import clip_seconds, involved, is_confirmed, missing_consents, others_who_may
from skriptstudio.ui.pages.review.play_time import decimal_text
from skriptstudio.ui.pages.review.reading import Inbox, read_inbox
from skriptstudio.ui.pages.review.remarks import sentences_menu
from skriptstudio.ui.release_note import save_release_note
from skriptstudio.ui.take_poster import beside_poster
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.fields import Field, TextField
from skriptstudio.ui.widgets.person_ticks import PersonTicks, want_somebody
from skriptstudio.ui.word_files import ask_word_target, open_file

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House
    from skriptstudio.ui.pages.review.clip import ClipView
    from skriptstudio.ui.pages.review.page import ReviewPage

Named = tuple[tuple[str, tuple[str, ...]], ...]
"""Takes by id, each with the ids of those who speak in it."""

_AWAY = frozenset({State.WITHDRAWN, State.BLOCKED})


@dataclass(frozen=True)
class Openness:
    """What is missing for a release: a fact, and the sentence after it; empty for nothing.

    Attributes:
        alone: somebody else has to release it, and there is nobody.
    """

    fact: str = ""
    sentence: str = ""
    alone: bool = False

    @property
    def whole(self) -> str:
        """Both as one."""
        return f"{self.fact} {self.sentence}".strip()


class Decisions:
    """Keeps the bar true for the clip that is shown, and carries the decisions out.

    Args:
        page: the page.
        view: its clip view.
    """

    def __init__(self, page: ReviewPage, view: ClipView) -> None:
        self._page = page
        self._view = view
        self.say = page.say
        self._shown: tuple[str, ...] = ()
        self.ask_target: Callable[[QWidget, str, str], Path | None] = ask_word_target
        self.show_file: Callable[[Path], None] = open_file

    def show_bar(self) -> None:
        """Say where the clip stands and what can be done."""
        production = self._view.production
        if production is None:
            return
        person = self._page.session.person
        if person is None:
            self._bar(self.say("Who is checking?"), "", "", "users")
            self._buttons(("who", self.say("Choose a person"), "", "", lambda: self._page.place.go("people")))
        elif production.state in SEALED:
            self._show_released(production)
        elif production.state in _AWAY and not self._may_go_on(production):
            self._bar(self.say("Blocked."), self.say("A consent is missing or was taken back."), "", "prohibit")
            self._buttons(("people", self.say("See consents"), "", "", lambda: self._page.place.go("people")))
        elif production.state not in CHECKER:
            self._show_team(production)
        elif self._page.checks(production):
            self._show_checker(production)
        else:
            self._show_waiting(production)

    def _may_go_on(self, production: Production) -> bool:
        """A blocked clip goes on once everybody in it has agreed again, or it is cut anew without them."""
        staff = self._page.session.staff
        return production.state is State.BLOCKED and not missing_consents(production, staff, self._page.today)

    def _bar(self, fact: str, sentence: str = "", second: str = "", icon: str = "") -> None:
        self._page.bar.show_state(fact, sentence, second, icon)

    def _buttons(self, *wanted: tuple[str, str, str, str, Callable[[], object]]) -> None:
        """Show buttons as (key, text, icon, key cap, action), the last one filled; unchanged ones stay."""
        names = tuple(key for key, *_ in wanted)
        if names == self._shown and self._page.bar.buttons:
            return
        self._shown = names
        made = []
        for at, (_, text, icon, cap, action) in enumerate(wanted):
            button = Button(text, "primary" if at == len(wanted) - 1 else "secondary", icon or None, cap)
            button.clicked.connect(lambda _=False, action=action: action())
            made.append(button)
        self._page.bar.set_buttons(*made)

    def forget_bar(self) -> None:
        """The bar was used for something else."""
        self._shown = ()

    # --- what is shown

    def _show_released(self, production: Production) -> None:
        minutes = round(production.check_seconds / 60)
        took = self.say("The check took {minutes} minutes.", minutes=minutes)
        if minutes <= 1:
            took = self.say("The check took a minute.")
        second = took if production.check_seconds else ""
        self._bar(*self._how_far_out(production), second, "check-circle-fill")
        self._buttons(
            ("note", self.say("Release note"), "printer", "", self.save_note),
            ("inbox", self.say("To the inbox"), "", "", self._page.show_inbox),
            ("publish", self.say("On to publishing"), "arrow-right", "", lambda: self._page.place.go("publish")),
        )

    def _how_far_out(self, production: Production) -> tuple[str, str]:
        """Whether the clip went out, and what is left of it."""
        if production.state is not State.PUBLISHED:
            return self.say("Released."), self.say("Now it only has to go out.")
        left = len(open_uploads(production))
        if left == 1:
            return self.say("Published."), self.say("One upload is still open.")
        if left:
            return self.say("Published."), self.say("{count} uploads are still open.", count=left)
        names = ", ".join(map(channel_name, online_on(production)))
        return self.say("Published."), self.say("Online on {names}.", names=names)

    def save_note(self) -> None:
        """Save the Freigabevermerk as Word and open it."""
        production = self._view.production
        if production is None:
            return
        save_release_note(self._page.place, self._page, production.id, self.ask_target, self.show_file)

    def _show_waiting(self, production: Production) -> None:
        hat = TURN[production.state]
        turn = turn_text(hat.value if hat else "", False, self._page.session.speaker)
        fact, sentence = self.say("Handed in."), self.say("Now it's {turn}.", turn=turn)
        if not others_who_may(production, self._view.loading.staff, None, self._page.today):
            self._bar(fact, self.say("But nobody may release it: a deputy is missing."), "", "warning")
            self._buttons(("inbox", self.say("To the inbox"), "", "", self._page.show_inbox), self._deputy_button())
            return
        if production.state == State.PRESS_CHECK:
            sentence = self.say("Now it's up to the press office, which mostly takes two days.")
        self._bar(fact, sentence, "", "hourglass")
        self._buttons(
            ("inbox", self.say("To the inbox"), "", "", self._page.show_inbox),
            ("plan", self.say("Next idea"), "arrow-right", "", lambda: self._page.place.go("plan")),
        )

    def _deputy_button(self) -> tuple[str, str, str, str, Callable[[], object]]:
        return ("deputy", self.say("Enter a deputy"), "user-plus", "", lambda: self._page.place.go("people"))

    def _show_team(self, production: Production) -> None:
        unticked = len(self._view.judgement.unticked(production, self._view.loading.captions))
        red = [check.text for check in self._view.checks() if check.state == "stop"]
        returned = [e.note for e in production.history if e.decision == Decision.RETURNED and e.note]
        second = ""
        if production.state == State.RETURNED and production.history[-1].decision is Decision.SPEAKERS_CHANGED:
            second = self.say("Other people were named in a take, so it has to be handed in again.")
        elif production.state == State.RETURNED and returned:
            second = self.say("Returned: {reason}", reason=returned[-1])
        seconds = decimal_text(clip_seconds(production), self._page.session.speaker.language)
        if self._view.loading.captions is None:
            fact, sentence = self.say("{seconds} seconds.", seconds=seconds), self.say("The captions are being made.")
        elif unticked == 1:
            fact, sentence = self.say("One caption isn't checked yet."), self.say("Handing in works all the same.")
        elif unticked:
            fact = self.say("{count} captions aren't checked yet.", count=unticked)
            sentence = self.say("Handing in works all the same.")
        elif red:
            fact, sentence = self.say("Still open:"), red[0]
            if len(red) > 1:
                sentence = self.say("{first}, and {count} more.", first=red[0], count=len(red) - 1)
        else:
            fact, sentence = self.say("All there."), self.say("{seconds} seconds.", seconds=seconds)
        self._bar(fact, sentence, second, "check-circle" if unticked or red else "check-circle-fill")
        self._buttons(
            ("record", self.say("Record again"), "", "", lambda: self._page.place.go("record")),
            ("hand_in", self.say("Hand in the clip"), "arrow-right", "", self.hand_in),
        )
        self._allow("")

    def _show_checker(self, production: Production) -> None:
        missing = self.missing()
        following = self._page.next_clip()
        second = self.say("Next clip: {title}", title=following.title) if following is not None else ""
        if missing.whole:
            self._bar(missing.fact, missing.sentence, "", "hourglass" if missing.alone else "circle-dashed")
        else:
            self._bar(self.say("Everything checked."), self._left_over(production), second, "check-circle-fill")
        if missing.alone:
            self._buttons(
                ("return", self.say("Return"), "arrow-u-up-left", "Z", self.ask_return), self._deputy_button()
            )
            return
        if any(check.about == "consent" and check.state == "stop" for check in self._view.checks()):
            self._buttons(
                ("return", self.say("Return"), "arrow-u-up-left", "Z", self.ask_return),
                ("people", self.say("See consents"), "", "", lambda: self._page.place.go("people")),
            )
            return
        last = CHECKS[production.topic][-1] == production.state
        verb = self.say("Release the clip") if last else self.say("Pass on")
        self._buttons(
            ("return", self.say("Return"), "arrow-u-up-left", "Z", self.ask_return),
            (f"release {missing.whole == ''}", verb, "lock-simple" if missing.whole else "check", "F", self.release),
        )
        self._allow(missing.whole)

    def _left_over(self, production: Production) -> str:
        """What doesn't keep anybody from the release, but should be known before it."""
        hints = sum(check.state == "hint" for check in self._view.checks())
        remarks = len(open_comments(production))
        told = []
        if hints:
            told.append(self.say("One hint stays.") if hints == 1 else self.say("{count} hints stay.", count=hints))
        if remarks:
            one = self.say("One comment is open.")
            told.append(one if remarks == 1 else self.say("{count} comments are open.", count=remarks))
        return " ".join(told)

    def _allow(self, why: str) -> None:
        filled = self._page.bar.filled
        if filled is None:
            return
        if self._view.busy:
            filled.refuse(self.say("One moment."))
        elif why:
            filled.allow()
            filled.refuse(why)
        else:
            filled.allow()

    def missing(self) -> Openness:
        """The first thing that stands between this person and the release."""
        production, person = self._view.production, self._page.session.person
        if production is None or person is None:
            return Openness()
        part = involved(production, person)
        if part:
            names = ", ".join(others_who_may(production, self._view.loading.staff, person, self._page.today))
            fact = self.say("Somebody else has to release it.")
            if not names:
                return Openness(fact, self.say("But nobody may yet: a deputy is missing."), alone=True)
            return Openness(fact, self.say("It lies ready for {names}.", names=names))
        stops = [check.text for check in self._view.checks() if check.state == "stop"]
        if stops:
            return Openness(f"{stops[0]}.")
        if CHECKS[production.topic][-1] == production.state and not is_confirmed(self._view.loading.captions):
            return self._missing_captions(production)
        if production.topic in DELICATE and production.comment_plan is None:
            return Openness(self.say("Nobody looks after the comments yet."), self.say("Enter it under “Topic”."))
        left = self._view.judgement.open_points(production, person.id, self._view.points())
        if len(left) == 1:
            return Openness(self.say("One point is open:"), left[0][1])
        if left:
            return Openness(self.say("{count} points are open:", count=len(left)), left[0][1])
        return Openness()

    def _missing_captions(self, production: Production) -> Openness:
        if self._view.loading.captions is None:
            return Openness(self.say("The captions are being made."))
        left = len(self._view.judgement.unticked(production, self._view.loading.captions))
        if left == 1:
            return Openness(self.say("One caption isn't checked yet."), self.say("U goes there."))
        if left:
            return Openness(self.say("{count} captions aren't checked yet.", count=left), self.say("U goes there."))
        return Openness(self.say("The captions aren't confirmed yet."))

    # --- what is decided

    def hand_in(self) -> None:
        """Give the clip to its first check; ask first who speaks, where nobody wrote it down."""
        production = self._view.production
        if production is None or self._view.busy:
            return
        self._ask_speakers(production, production.nameless_takes(), ())

    def _ask_speakers(self, production: Production, nameless: tuple[str, ...], named: Named) -> None:
        """Ask for one take after the other who speaks in it, then hand in."""
        if not nameless:
            self._hand_in(production, named)
            return
        asked, *left = nameless
        take, say, place = production.take(asked), self.say, self._page.place
        ticks = PersonTicks(say, say("Who is to be seen or heard?"))
        ticks.show_people(self._view.loading.staff.people, ())
        told = say(
            "{take}: whoever is seen or heard has to agree, and can't release it.",
            take=take_text(take, production, say),
        )
        if left or named:
            position, count = len(named) + 1, len(named) + len(nameless)
            told = f"{say('{position} of {count}', position=position, count=count)}. {told}"

        def go_on() -> None:
            answered = (*named, (asked, ticks.ticked))
            # The window forgets this dialog only after this call, so the next one may not open inside of it.
            QTimer.singleShot(0, self._page, lambda: self._ask_speakers(production, tuple(left), answered))

        dialog = place.ask(
            say("Who is to be seen or heard?"),
            told,
            say("Go on") if left else say("Hand in"),
            go_on,
            content=beside_poster(place, production, take, ticks),
        )
        want_somebody(ticks, dialog, say)

    def _hand_in(self, production: Production, named: Named) -> None:
        def work(house: House, person: str) -> Production:
            for take, people in named:
                house.record.name_speakers(production.id, take, people)
            return house.review.hand_in(production.id, person)

        def done(now: Production) -> None:
            self._page.session.show_production(now)
            self._page.place.toast(self.say("Handed in."))

        self._decide(work, done)

    def ask_return(self) -> None:
        """Ask for a reason, then give the clip back to the team."""
        production = self._view.production
        if production is None or self._view.busy or not self._page.checks(production):
            return
        self._view.player.pause()
        field = TextField(rows=3)
        content = self._reason_box(production, field)
        dialog = self._page.place.ask(
            self.say("Return the clip?"),
            self.say("The team gets it back with your sentence."),
            self.say("Return"),
            lambda: self._send_back(production, field.toPlainText()),
            content=content,
        )
        why = self.say("One sentence helps the team.")

        def check() -> None:
            if field.toPlainText().strip():
                dialog.verb.allow()
            else:
                dialog.verb.refuse(why)

        check()
        field.textChanged.connect(check)

    def _reason_box(self, production: Production, field: TextField) -> QWidget:
        """The field, with open remarks in it already and ready sentences beside it."""
        field.setPlainText("\n".join(comment.text for comment in open_comments(production)))
        more = Button(self.say("Sentences"), "quiet", "chat-circle-text", name=self.say("Take a ready sentence"))
        more.setMenu(sentences_menu(more, self._page.session.speaker, field.appendPlainText))
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(Field(self.say("What should be different?"), field))
        column.addWidget(more)
        box.setFocusProxy(field)
        return box

    def _send_back(self, production: Production, reason: str) -> None:
        def done(_now: Production) -> None:
            self._page.place.toast(self.say("Returned to the team."), "arrow-u-up-left")
            self._go_on(production)

        seconds = self._page.stopwatch.take()
        self._decide(lambda house, person: house.review.send_back(production.id, person, reason, seconds), done)

    def release(self) -> None:
        """Pass the check; afterwards the next clip opens."""
        production = self._view.production
        if production is None or self._view.busy or self.missing().whole:
            return
        self._view.player.pause()

        answers = {point: (Answer.YES, "") for points in GROUPS.values() for point in points}

        def done(now: Production) -> None:
            if now.state in SEALED:
                self._page.place.toast(
                    self.say("Released."), action=self.say("To publishing"), on_action=lambda: self._publish(now.id)
                )
            else:
                self._page.place.toast(self.say("Passed on."))
            self._go_on(production)

        seconds = self._page.stopwatch.take()
        self._decide(lambda house, person: house.review.release(production.id, person, answers, seconds), done)

    def _publish(self, production: str) -> None:
        self._page.place.open_production(production, "publish")

    def _decide(self, work: Callable[[House, str], Production], done: Callable[[Production], None]) -> None:
        person, house = self._page.session.person, self._page.session.house
        if person is None:
            return
        self._view.set_busy(True)

        def decided(control: object) -> tuple[Production, Inbox]:
            now = work(house, person.id)
            return now, read_inbox(house, control)  # type: ignore[arg-type]  # the job gives its JobControl

        def finished(result: tuple[Production, Inbox]) -> None:
            self._view.set_busy(False)
            self._page.take_inbox(result[1])
            done(result[0])

        def failed(error: SkriptStudioError) -> None:
            self._view.set_busy(False)
            self._page.place.fail(error)

        self._page.jobs.start(decided, finished, failed)

    def _go_on(self, done: Production) -> None:
        """The next clip that waits for this person, or the inbox."""
        inbox = self._page.inbox
        following = next_to_check(inbox.waiting, self._page.session.person, inbox.staff, inbox.today, done.id)
        if following is not None and self._page.is_shown:
            self._page.open_clip(following)
        else:
            self._page.session.show_production(None)
