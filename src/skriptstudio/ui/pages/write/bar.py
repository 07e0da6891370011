"""What the bar of the page says, and which buttons it has."""

from dataclasses import dataclass
from typing import Literal

from skriptstudio.domain.people import Person, Staff
from skriptstudio.domain.production import Production
from skriptstudio.domain.release import CHECKER, SEALED
from skriptstudio.messages.catalogue import Say, Speaker
from skriptstudio.messages.words import hat_name, state_name
from skriptstudio.steps.write import LOCKED

Mode = Literal["write", "nobody", "checked", "released"]


def mode_of(production: Production, person: Person | None) -> Mode:
    """Whether the script can be written now, and if not, why."""
    if production.state in CHECKER:
        return "checked"
    if production.state in LOCKED:
        return "released"
    return "write" if person is not None else "nobody"


@dataclass(frozen=True)
class BarText:
    """The parts of ``ActionBar.show_state``."""

    fact: str
    sentence: str = ""
    second: str = ""
    icon: str = "pencil-simple"


def bar_text(
    mode: Mode,
    production: Production,
    hints: int,
    seconds: str,
    empty: bool,
    speaker: Speaker,
    compact: bool,
    staff: Staff,
) -> BarText:
    """Where the script stands; in narrow windows only the fact of it."""
    say = speaker.say
    if mode == "nobody":
        return BarText(say("Who writes here?"), say("Choose a person, then it can begin."), icon="user-plus")
    if mode == "checked":
        hat = hat_name(CHECKER[production.state].value, speaker)
        second = say("Who can return it: {hat}.", hat=hat)
        return BarText(say("Handed in."), say("Changes fetch the clip back."), second, "lock-simple")
    if mode == "released":
        state = f"{state_name(production.state.value, speaker)}."
        return BarText(state, say("The script stays as it was checked."), icon="lock-simple")
    approval = production.script.approval
    if approval is not None:
        name, day = staff.name(approval.by), f"{approval.when.astimezone():%d.%m.%Y}"
        told = say("{name} approved it on {day}. A change voids that.", name=name, day=day)
        return BarText(say("The script is ready."), "" if compact else told, icon="check-circle-fill")
    if empty:
        return BarText(say("Just begin."), say("What you write is saved by itself."))
    if not hints:
        return BarText(say("Sounds good."), say("{seconds} seconds, no hint open.", seconds=seconds))
    fact = say("One hint left.") if hints == 1 else say("{count} hints left.", count=hints)
    if compact:
        return BarText(fact, icon="")
    return BarText(fact, say("You can go on all the same."))


def next_step(mode: Mode, production: Production, say: Say) -> tuple[str, str]:
    """Text and page of the filled button."""
    if mode == "nobody":
        return say("Choose a person"), "people"
    if mode == "write":
        return say("Go on to recording"), "record"
    if production.state in CHECKER or production.state not in SEALED:
        return say("To the check"), "review"
    return say("To publishing"), "publish"
