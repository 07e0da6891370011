"""What is said about a plan: rhythms, days, and what to heed."""

from skriptstudio.domain.batch import FEWEST_CLIPS
from skriptstudio.domain.idea_pool import GATE, SPARKS
from skriptstudio.domain.plan_book import LeaveKind
from skriptstudio.domain.plan_outlook import Heed, PlannedDay, Warned
from skriptstudio.domain.rhythm import Level
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.dates import day_text
from skriptstudio.messages.words import state_name


def level_name(level: Level, speaker: Speaker) -> str:
    """What the rhythm is called."""
    names = {
        Level.START: speaker.say("Start"),
        Level.SMALL: speaker.say("Small"),
        Level.MEDIUM: speaker.say("Medium"),
        Level.FULL: speaker.say("Full"),
    }
    return names[level]


def pace_text(level: Level, speaker: Speaker) -> str:
    """How often that is."""
    texts = {
        Level.START: speaker.say("once a week"),
        Level.SMALL: speaker.say("every 4 to 5 days"),
        Level.MEDIUM: speaker.say("every 3 days"),
        Level.FULL: speaker.say("every 2 days"),
    }
    return texts[level]


def leave_name(kind: LeaveKind, speaker: Speaker) -> str:
    """Why somebody can't record."""
    names = {
        LeaveKind.VACATION: speaker.say("holiday"),
        LeaveKind.SCHOOL: speaker.say("vocational school"),
        LeaveKind.EXAM: speaker.say("exam"),
    }
    return names[kind]


def planned_title(one: PlannedDay, speaker: Speaker) -> str:
    """What stands on a day."""
    if one.entry is None:
        return speaker.say("Still free")
    if one.is_pause:
        return speaker.say("Nothing is posted")
    return one.clip.title if one.clip is not None else one.entry.title


def planned_state(one: PlannedDay, speaker: Speaker) -> str:
    """How far it is."""
    if one.entry is None:
        return speaker.say("Your idea fits here")
    if one.is_pause:
        return speaker.say("That is an answer, too.")
    if one.is_gone:
        return speaker.say("no longer there")
    return state_name(one.clip.state.value, speaker) if one.clip is not None else speaker.say("not begun yet")


def heed_text(warned: Warned, speaker: Speaker, format_name: str = "") -> str:
    """What to heed: what is, and what helps.

    Args:
        warned: the thing.
        speaker: in which language.
        format_name: name of the format whose key ``warned.text`` is.
    """
    say, count = speaker.say, warned.count
    day = day_text(warned.day, speaker) if warned.day else ""
    until = day_text(warned.until, speaker) if warned.until else ""
    texts = {
        Heed.GAP: say(
            "Between {day} and {until} nothing is planned for {count} days.", day=day, until=until, count=count
        ),
        Heed.OPEN: say("From {day} on nothing is planned yet.", day=day),
        Heed.QUEUE: say("{count} clips wait for a check. Record no more before some are through.", count=count),
        Heed.RESERVE: say("Timeless clips that are missing from the reserve: {count}.", count=count),
        Heed.STOCK: say("Finished clips that are missing from the stock: {count}.", count=count),
        Heed.SAME_FORMAT: say("On {day} “{format}” comes twice in a row.", day=day, format=format_name or warned.text),
        Heed.GONE: say("“{title}” on {day} is no longer there. The day is free again.", title=warned.text, day=day),
        Heed.BLACKOUT: say("On {day} nothing political goes out: {reason}.", day=day, reason=warned.text),
        Heed.EFFORT: say("This rhythm takes {count} minutes a week more than you have.", count=count),
    }
    return texts[warned.what]


def batch_hint(clips: int, speaker: Speaker) -> str:
    """What to heed about a day on which so many clips are recorded; empty where they are enough."""
    if clips >= FEWEST_CLIPS:
        return ""
    return speaker.say(
        "A day of recording pays off from {count} clips on. Plan some more, and set it again.", count=FEWEST_CLIPS
    )


def gate_question(key: str, speaker: Speaker) -> str:
    """One of the five questions to an idea."""
    questions = (
        speaker.say("Is it work that one can touch?"),
        speaker.say("Does one understand it without knowing anything before?"),
        speaker.say("Can it be told in one sentence?"),
        speaker.say("Would you yourself keep watching?"),
        speaker.say("Is it harmless for others and for the office?"),
    )
    return dict(zip(GATE, questions, strict=True))[key]


def spark(key: str, speaker: Speaker) -> tuple[str, str]:
    """One of ten ways from boring to exciting: what to look for, and the question that finds it."""
    say = speaker.say
    ways = (
        (say("A person"), say("Who made that?")),
        (say("A thing"), say("What can one touch?")),
        (say("A place"), say("Where may nobody else go?")),
        (say("A number"), say("How many, how old, how fast?")),
        (say("Before and after"), say("What was there before?")),
        (say("A conflict"), say("What would happen if nobody did it?")),
        (say("A mistake"), say("What went wrong, and what did you learn?")),
        (say("A sound, a smell"), say("What does one hear or smell there?")),
        (say("A way"), say("How does it get from A to B?")),
        (say("Grandma’s question"), say("What would your grandma ask?")),
    )
    return dict(zip(SPARKS, ways, strict=True))[key]
