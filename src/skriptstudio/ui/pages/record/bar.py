"""What the action bar says and offers in each situation of the page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from skriptstudio.domain.script import WHOLE
from skriptstudio.domain.take import Take, TakeFinding
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.pages.record.lineup import Lineup
from skriptstudio.ui.pages.record.state import RecordState, Situation
from skriptstudio.ui.pages.record.words import section_name, shown_findings, take_findings
from skriptstudio.ui.prompter.words import clock_text, decimal
from skriptstudio.ui.session import Session
from skriptstudio.ui.widgets.action_bar import ActionBar
from skriptstudio.ui.widgets.buttons import Button


@dataclass(frozen=True)
class Actions:
    """What the buttons do."""

    record: Callable[[], None]
    go_on: Callable[[], None]
    to_review: Callable[[], None]
    prompter: Callable[[], None]
    sound_only: Callable[[], None]
    search_again: Callable[[], None]
    back_to_camera: Callable[[], None]
    stop_fetching: Callable[[], None]


class RecordBar:
    """Keeps the bar true. Buttons are only made anew where other ones are wanted.

    Attributes:
        record: the record button, wherever there is one.
        about_text: how long and how fast the chosen text is read; empty without one.
        leads_on: the next section will be chosen in a moment.
        has_room: whether another take fits onto the disk.
    """

    def __init__(self, bar: ActionBar, session: Session, actions: Actions) -> None:
        self._bar = bar
        self._session = session
        self.say = session.say
        self._do = actions
        self._shown: tuple[object, ...] = ()
        self.record: Button | None = None
        self.about_text = ""
        self.leads_on = False
        self.has_room = True

    def show(self, state: RecordState, situation: Situation, compact: bool) -> None:
        """Say what is so now.

        Args:
            state: what the page is about; it has a lineup.
            situation: what the page is doing, ``lost`` included.
            compact: there is little room.
        """
        lineup, section = state.lineup, state.section
        assert lineup is not None, "nothing to record"
        following = lineup.next_after(section)
        self._show_state(situation, lineup, section, state.watched, state.fetched)
        wanted = (situation, self.has_room, lineup.complete, following if situation == "fresh" else None, compact)
        if wanted != self._shown:
            self._shown = wanted
            self._set_buttons(situation, lineup.complete, following, compact)

    def clear(self) -> None:
        """Say and offer nothing."""
        self._shown = ()
        self.record = None
        self._bar.show_state("")
        self._bar.set_buttons()

    # --- words

    def _show_state(
        self, situation: Situation, lineup: Lineup, section: str, take: Take | None, fetched: float
    ) -> None:
        say = self.say
        if situation == "no_camera":
            self._bar.show_state(say("Sound works without a camera."), say("Your script is safely saved."))
        elif situation == "no_microphone":
            self._bar.show_state(say("It won't be a clip without sound."), say("Your script is safely saved."))
        elif situation == "saving":
            self._bar.show_state(say("One moment."), say("The take is being saved."))
        elif situation == "fetching":
            share = say("{share} % of the film has been looked through.", share=round(100 * fetched))
            self._bar.show_state(say("The film is being fetched."), share)
        elif not self.has_room and take is None:
            more = say("Empty the recycle bin or delete what you don't need, then it goes on by itself.")
            self._bar.show_state(say("This computer has no room for another take."), more, "", "warning-fill")
        elif take is not None:
            self._bar.show_state(*self._about(take, lineup, lost=situation == "lost"))
        elif lineup.complete:
            self._bar.show_state(say("All there."), self._summary(lineup), "", "check-circle-fill")
        else:
            self._show_turn(lineup, section)

    def _show_turn(self, lineup: Lineup, section: str) -> None:
        say = self.say
        under_lens = say("The text stands right below the lens.") if lineup.sections else ""
        how = say("Take your place, smile, then speak.")
        if not lineup.sections:
            fact = say("Without a script.")
        elif section == WHOLE:
            fact = say("The whole script is up.")
        else:
            fact = say("{section} is up.", section=section_name(section, say))
        self._bar.show_state(fact, how, self.about_text or under_lens)

    def _summary(self, lineup: Lineup) -> str:
        seconds = decimal(lineup.seconds, self._session.speaker.language)
        if lineup.sections and lineup.done == len(lineup.sections):
            return self.say("{count} sections, {seconds} seconds.", count=lineup.done, seconds=seconds)
        return self.say("{seconds} seconds.", seconds=seconds)

    def _about(self, take: Take, lineup: Lineup, lost: bool) -> tuple[str, str, str]:
        """Fact, sentence and second line about a take."""
        say = self.say
        seconds = say("{seconds} seconds", seconds=decimal(float(take.seconds), self._session.speaker.language))
        until = clock_text(float(take.seconds))
        if lost:
            kept = say("The take up to {time} is saved. Check the cable, then “Search again”.", time=until)
            ear = TakeFinding.MICROPHONE_LOST in take.findings
            return say("The microphone doesn't answer.") if ear else say("The camera doesn't answer."), kept, ""
        if shown_findings(take, self._session):
            return f"{seconds}.", take_findings(take, self._session), ""
        following = lineup.next_after(take.section)
        if following and self.leads_on:
            soon = say("{section} comes in a moment. R records this again.", section=section_name(following, say))
            return say("{seconds}, all to be heard.", seconds=seconds), soon, ""
        question = say("Again, or on to {section}?", section=section_name(following, say)) if following else ""
        return say("{seconds}, all to be heard.", seconds=seconds), question, ""

    # --- buttons

    def _set_buttons(self, situation: Situation, complete: bool, following: str | None, compact: bool) -> None:
        say = self.say
        prompter = Button(say("Prompter") if compact else say("Set up the prompter"), "secondary", "sliders-horizontal")
        prompter.clicked.connect(self._do.prompter)
        buttons: list[Button]
        if situation == "fresh":
            buttons = [self._record_button("again"), self._onward(following)]
        elif situation == "lost":
            search = Button(say("Search again"), "primary", "arrow-counter-clockwise")
            search.clicked.connect(self._do.search_again)
            buttons = [self._record_button("again"), search]
        elif situation == "watching":
            back = Button(say("Live picture"), "secondary", "video-camera", "Esc")
            back.clicked.connect(self._do.back_to_camera)
            buttons = [back, self._record_button("record")]
        elif situation == "fetching":
            stop = Button(say("Cancel"), "secondary", key=say("Esc"))
            stop.clicked.connect(self._do.stop_fetching)
            buttons = [stop]
        elif situation == "no_camera":
            sound = Button(say("Record sound only"), "secondary", "microphone")
            sound.clicked.connect(self._do.sound_only)
            buttons = [sound, self._record_button("record")]
        elif complete and situation == "ready":
            buttons = [prompter, self._record_button("more"), self._onward(None)]
        else:
            buttons = [prompter, self._record_button("record")]
        if prompter not in buttons:
            prompter.deleteLater()
        self._refuse(situation)
        self._bar.set_buttons(*buttons)

    def _record_button(self, how: Literal["record", "more", "again"]) -> Button:
        say = self.say
        if how == "again":
            button = Button(say("Again"), "secondary", "arrow-counter-clockwise", "R")
        else:
            kind: Literal["record", "secondary"] = "record" if how == "record" else "secondary"
            button = Button(say("Record"), kind, "record-fill", say("Space"), name=say("Start recording"))
        button.setToolTip(say("Starts the recording (F9)"))
        button.clicked.connect(self._do.record)
        self.record = button
        return button

    def _onward(self, following: str | None) -> Button:
        say = self.say
        if following is None:
            button = Button(say("On to the check"), "primary", None, trailing="arrow-right")
            button.clicked.connect(self._do.to_review)
        else:
            text = say("On to {section}", section=section_name(following, say))
            button = Button(text, "primary", None, trailing="arrow-right")
            button.clicked.connect(self._do.go_on)
        return button

    def _refuse(self, situation: Situation) -> None:
        why = why_not(situation, self.say) or ("" if self.has_room else self.say("No room for another take"))
        if self.record is not None and why:
            self.record.refuse(why)


def why_not(situation: Situation, say: Say) -> str:
    """Why neither a recording nor a room check can begin; empty if it can."""
    return {
        "opening": say("The camera is being opened."),
        "no_camera": say("No camera answers."),
        "no_microphone": say("No microphone answers."),
        "saving": say("The take is being saved."),
        "fetching": say("The film is being fetched."),
        "lost": say("Camera or microphone doesn't answer."),
    }.get(situation, "")
