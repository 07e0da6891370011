"""What the page says about sections, seconds, tempo and remarks. Knows no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from skriptstudio.domain.advice import Remark, ScriptAdvice
from skriptstudio.domain.reading import tempo_band
from skriptstudio.domain.script import Section, SectionKind
from skriptstudio.messages.catalogue import Say, Speaker
from skriptstudio.messages.words import script_finding, script_title

TARGET_S = (20.0, 35.0)
"""Good length of a whole clip in seconds (domain.md 1.7)."""

HOOK_SYLLABLES = 13
"""What can be said in three seconds (domain.md 1.1)."""

_MOST_PRAISE = 3


def section_name(section: Section, say: Say) -> str:
    """Hook, value, scene with its number, or call to action."""
    if section.kind is SectionKind.BEAT:
        return say("Scene {number}", number=section.name.removeprefix("beat") or "1")
    names = {SectionKind.HOOK: say("Hook"), SectionKind.VALUE: say("Value"), SectionKind.CTA: say("Call to action")}
    return names[section.kind]


def what_belongs(kind: SectionKind, say: Say) -> str:
    """The grey text of an empty section."""
    texts = {
        SectionKind.HOOK: say("One sentence that sticks. At most 13 syllables."),
        SectionKind.VALUE: say("What does one have after watching?"),
        SectionKind.BEAT: say("One thought, one picture. Short sentences."),
        SectionKind.CTA: say("What should happen next? Just one thing."),
    }
    return texts[kind]


def figure(value: float, speaker: Speaker) -> str:
    """A number with one decimal as the language writes it: 24,8 or 24.8."""
    text = f"{value:.1f}"
    return text.replace(".", ",") if speaker.language == "de" else text


@dataclass(frozen=True)
class Tempo:
    """How fast the script is spoken.

    Attributes:
        state: of the lamp.
        word: alone, where there is little room.
        phrase: as the lamp says it.
        rate: gross syllables per second.
    """

    state: Literal["ok", "hint", "stop", "open"]
    word: str
    phrase: str
    rate: float


def tempo(advice: ScriptAdvice, say: Say) -> Tempo:
    """The tempo with its band. Calm is never a fault of a script, so only haste is a hint."""
    syllables = sum(part.syllables for part in advice.sections)
    if not syllables:
        return Tempo("open", say("open"), say("Tempo open"), 0.0)
    rate = syllables / advice.seconds
    bands: tuple[tuple[Literal["ok", "hint", "stop"], str, str], ...] = (
        ("ok", say("very calm"), say("Tempo very calm")),
        ("ok", say("calm"), say("Tempo calm")),
        ("ok", say("good"), say("Tempo good")),
        ("hint", say("brisk"), say("Tempo brisk")),
        ("hint", say("too fast"), say("Tempo too fast")),
        ("stop", say("far too fast"), say("Tempo far too fast")),
    )
    state, word, phrase = bands[tempo_band(rate)]
    return Tempo(state, word, phrase, rate)


def remark_title(remark: Remark, speaker: Speaker) -> str:
    """What it is, in three words; the sentence with the reason stands below."""
    return script_title(remark.code, speaker)


def remark_reason(remark: Remark, speaker: Speaker) -> str:
    """Why, and what helps."""
    return script_finding(remark.code, dict(remark.values), speaker)


def praise(advice: ScriptAdvice, say: Say, speaker: Speaker) -> list[str]:
    """What is already good, at most three lines."""
    said = []
    written = [part for part in advice.sections if part.syllables]
    kinds = [part.section.kind for part in written]
    hook = next((part.syllables for part in written if part.section.kind is SectionKind.HOOK), 0)
    if 0 < hook <= HOOK_SYLLABLES:
        said.append(say("Hook: {count} syllables, fits three seconds", count=hook))
    if SectionKind.VALUE in kinds and kinds.count(SectionKind.CTA) == 1:
        said.append(say("One value, one call to action"))
    if TARGET_S[0] <= advice.seconds <= TARGET_S[1]:
        said.append(say("{seconds} seconds, right on target", seconds=figure(advice.seconds, speaker)))
    if written and not any(remark.code == "sentence_long" for part in written for remark in part.remarks):
        said.append(say("Short sentences, easy to say"))
    return said[:_MOST_PRAISE]


def breath(advice: ScriptAdvice) -> float:
    """Seconds of the pause between two sections."""
    spoken = [part.seconds for part in advice.sections if part.seconds]
    return (advice.seconds - sum(spoken)) / (len(spoken) - 1) if len(spoken) > 1 else 0.0


def section_spoken(name: str, seconds: str, syllables: int, remarks: Sequence[Remark], say: Say) -> str:
    """What a screen reader says about a section."""
    text = say("{name}, {seconds} seconds, {count} syllables", name=name, seconds=seconds, count=syllables)
    return say("{section}, has a hint", section=text) if remarks else text
