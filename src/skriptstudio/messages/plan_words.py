"""What is said about a plan: rhythms, days, and what to heed."""

from skriptstudio.domain.batch import FEWEST_CLIPS
from skriptstudio.domain.plan_book import LeaveKind
from skriptstudio.domain.plan_outlook import Heed, PlannedDay, Warned
from skriptstudio.domain.rhythm import Level
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.dates import day_text
from skriptstudio.messages.words import state_name

LEVELS = {Level.START: "Start", Level.SMALL: "Small", Level.MEDIUM: "Medium", Level.FULL: "Full"}

PACES = {
    Level.START: "once a week",
    Level.SMALL: "every 4 to 5 days",
    Level.MEDIUM: "every 3 days",
    Level.FULL: "every 2 days",
}

LEAVES = {LeaveKind.VACATION: "holiday", LeaveKind.SCHOOL: "vocational school", LeaveKind.EXAM: "exam"}

HEEDS = {
    Heed.GAP: "Between {day} and {until} nothing is planned for {count} days.",
    Heed.OPEN: "From {day} on nothing is planned yet.",
    Heed.QUEUE: "{count} clips wait for a check. Record no more before some are through.",
    Heed.RESERVE: "Timeless clips that are missing from the reserve: {count}.",
    Heed.STOCK: "Finished clips that are missing from the stock: {count}.",
    Heed.SAME_FORMAT: "On {day} “{text}” comes twice in a row.",
    Heed.GONE: "“{text}” on {day} is no longer there. The day is free again.",
    Heed.BLACKOUT: "On {day} nothing political goes out: {text}.",
    Heed.EFFORT: "This rhythm takes {count} minutes a week more than you have.",
}

GATE_QUESTIONS = {
    "touch": "Is it work that one can touch?",
    "plain": "Does one understand it without knowing anything before?",
    "one_sentence": "Can it be told in one sentence?",
    "keep_watching": "Would you yourself keep watching?",
    "harmless": "Is it harmless for others and for the office?",
}
"""Of ``GATE``."""

SPARK_WAYS = {
    "person": ("A person", "Who made that?"),
    "thing": ("A thing", "What can one touch?"),
    "place": ("A place", "Where may nobody else go?"),
    "number": ("A number", "How many, how old, how fast?"),
    "before_after": ("Before and after", "What was there before?"),
    "conflict": ("A conflict", "What would happen if nobody did it?"),
    "mistake": ("A mistake", "What went wrong, and what did you learn?"),
    "sound": ("A sound, a smell", "What does one hear or smell there?"),
    "way": ("A way", "How does it get from A to B?"),
    "grandma": ("Grandma’s question", "What would your grandma ask?"),
}
"""Of ``SPARKS``: what to look for, and the question that finds it."""


def level_name(level: Level, speaker: Speaker) -> str:
    """What the rhythm is called."""
    return speaker.say(LEVELS[level])


def pace_text(level: Level, speaker: Speaker) -> str:
    """How often that is."""
    return speaker.say(PACES[level])


def leave_name(kind: LeaveKind, speaker: Speaker) -> str:
    """Why somebody can't record."""
    return speaker.say(LEAVES[kind])


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
    return speaker.say(
        HEEDS[warned.what],
        day=day_text(warned.day, speaker) if warned.day else "",
        until=day_text(warned.until, speaker) if warned.until else "",
        count=warned.count,
        text=format_name if warned.what is Heed.SAME_FORMAT and format_name else warned.text,
    )


def batch_hint(clips: int, speaker: Speaker) -> str:
    """What to heed about a day on which so many clips are recorded; empty where they are enough."""
    if clips >= FEWEST_CLIPS:
        return ""
    return speaker.say(
        "A day of recording pays off from {count} clips on. Plan some more, and set it again.", count=FEWEST_CLIPS
    )


def gate_question(key: str, speaker: Speaker) -> str:
    """One of the five questions to an idea."""
    return speaker.say(GATE_QUESTIONS[key])


def spark(key: str, speaker: Speaker) -> tuple[str, str]:
    """One of ten ways from boring to exciting: what to look for, and the question that finds it."""
    name, question = SPARK_WAYS[key]
    return speaker.say(name), speaker.say(question)
