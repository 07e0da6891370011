"""What the four lamps of the room check say. Without Qt."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from skriptstudio.domain.room_check import LampState, RoomRemark, RoomReport, RoomTopic
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.words import room_remark, room_topic

Part = Literal["camera", "microphone"]
Shown = Literal["ok", "hint", "stop", "open"]

_SHOWN: dict[LampState, Shown] = {
    LampState.OK: "ok",
    LampState.HINT: "hint",
    LampState.STRONG: "stop",
    LampState.OPEN: "open",
}

NEEDS: dict[RoomTopic, Part] = {
    RoomTopic.LIGHT: "camera",
    RoomTopic.DISTANCE: "camera",
    RoomTopic.QUIET: "microphone",
    RoomTopic.BACKGROUND: "camera",
}
"""Without what a topic can't be judged."""


@dataclass(frozen=True)
class LampWords:
    """One lamp.

    Attributes:
        name: of the topic.
        sentence: what is so, or what helps.
        short: both in a few words, where there is little room.
        more: whether pressing the lamp tells more.
    """

    state: Shown
    name: str
    sentence: str
    short: str
    more: bool = False


def lamp_words(
    topic: RoomTopic, report: RoomReport | None, tidy: bool | None, missing: Collection[Part], speaker: Speaker
) -> LampWords:
    """What a lamp shows.

    Args:
        topic: which lamp.
        report: of the last check, or None before it.
        tidy: what the person said about the background, or None.
        missing: what the room has none of.
        speaker: says it.
    """
    say = speaker.say
    name, well = room_topic(topic.value, speaker, report is None or report.silence_heard)
    if NEEDS[topic] in missing:
        why = say("needs the camera") if NEEDS[topic] == "camera" else say("needs the microphone")
        return LampWords("open", name, why, name)
    if topic is RoomTopic.BACKGROUND and tidy is not None:
        return _answered(name, tidy, speaker)
    if report is None:
        return LampWords("open", name, say("not checked yet"), name)
    first = report.first(topic)
    if first is not None:
        short, advice = room_remark(first.code, speaker)
        return LampWords(_SHOWN[first.strength], name, advice, short, more=True)
    if report.lamp(topic) is LampState.OPEN:
        return LampWords("open", name, say("couldn't be judged"), name)
    if topic is RoomTopic.BACKGROUND:
        return LampWords("open", name, say("Have a look: can anything be read?"), say("Look at the background"), True)
    return LampWords("ok", name, well, name)


def _answered(name: str, tidy: bool, speaker: Speaker) -> LampWords:
    say = speaker.say
    if tidy:
        return LampWords("ok", name, say("You have looked, all is well"), name)
    return LampWords("hint", name, say("You wanted to tidy up. Then look again."), say("Tidy up behind you"), True)


def remarks_of(topic: RoomTopic, report: RoomReport | None) -> tuple[RoomRemark, ...]:
    """All remarks of a topic, the strongest first."""
    return tuple(one for one in report.remarks if one.topic is topic) if report else ()


def summary(lamps: Collection[LampWords], speaker: Speaker) -> str:
    """All lamps as one text, for a screen reader."""
    told = " ".join(f"{lamp.name}: {lamp.sentence.rstrip('.')}." for lamp in lamps)
    return f"{speaker.say('Room check')}. {told}"


def sample_sentence(person: str, speaker: Speaker) -> str:
    """What is said in the check; ``person`` may be empty."""
    if not person:
        return speaker.say("Now say: This is my place of work.")
    return speaker.say("Now say: Here is {name}, and this is my place of work.", name=person.split()[0])


def room_tip(topic: RoomTopic, speaker: Speaker) -> str:
    """What helps in any room (domain.md 8.1)."""
    say = speaker.say
    return {
        RoomTopic.LIGHT: say("The window belongs in front of you, never behind you. A clean lens helps too."),
        RoomTopic.DISTANCE: say("Lens at eye level, at most one big step away."),
        RoomTopic.QUIET: say("Phone on silent, window closed, fan off, a sign on the door."),
        RoomTopic.BACKGROUND: say("Some air between you and the wall, and one thing that tells a story."),
    }[topic]


def background_questions(speaker: Speaker) -> tuple[str, ...]:
    """What the person looks for in the still (domain.md 4.3)."""
    say = speaker.say
    return (
        say("Screens off or turned away?"),
        say("Files and papers gone?"),
        say("No name plates or plans to read?"),
        say("Nobody in the picture by accident?"),
    )
