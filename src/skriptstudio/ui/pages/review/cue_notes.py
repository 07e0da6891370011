"""What is to be said about single captions, in a few friendly words."""

from collections.abc import Sequence

from skriptstudio.domain.caption_edits import warnings_of
from skriptstudio.domain.captions import Cue
from skriptstudio.domain.cut import Segment, placed
from skriptstudio.domain.tidy import Suggestion, TidyKind
from skriptstudio.messages.caption_words import warning_text
from skriptstudio.messages.catalogue import Say, Speaker
from skriptstudio.steps.tidy import Tidying

_MOST_WORDS = 3


def cue_notes(cue: Cue, asks: bool, speaker: Speaker) -> tuple[str, ...]:
    """What is hard to read, and which words should be checked.

    Args:
        cue: the caption.
        asks: whether it still waits to be checked because of unsure words.
        speaker: the language.
    """
    notes = [warning_text(warning.value, speaker) for warning in warnings_of(cue)]
    if asks:
        words = [word.strip(".,;:!?") for n, word in enumerate(cue.text.split()) if n in cue.unsure]
        few = len(words) <= _MOST_WORDS
        told = speaker.say("please check: {words}", words=", ".join(words)) if few else speaker.say("please check")
        notes.insert(0, told)
    return tuple(notes)


def notes_beside(
    cues: Sequence[Cue], segments: Sequence[Segment], tidying: Tidying | None, say: Say
) -> dict[int, tuple[str, ...]]:
    """What was said otherwise than it was written, by the number of the caption that it stands beside."""
    notes: dict[int, tuple[str, ...]] = {}
    if tidying is None or not cues:
        return notes
    for one in tidying.suggestions:
        if one.kind == TidyKind.FREE_SPEECH and not _has_caption(one, cues):
            number = max((n for n, cue in enumerate(cues) if cue.start <= one.at), default=0)
            notes[number] = (*notes.get(number, ()), say("something is said here that isn't in the script"))
        told = {TidyKind.REPEATED: say("said twice"), TidyKind.BROKEN_OFF: say("broken off")}.get(one.kind)
        until = one.at + one.seconds
        for number, cue in enumerate(cues):
            if told is not None and one.at <= (cue.heard.start + cue.heard.end) / 2 < until:
                notes[number] = (*notes.get(number, ()), told)
    starts = [at - segment.start for segment, at in placed(segments)]
    for missing in tidying.unsaid:
        if missing.segment >= len(starts):
            continue
        if missing.after is None:
            begins = starts[missing.segment] + segments[missing.segment].start
            number = next((n for n, cue in enumerate(cues) if cue.heard.start >= begins), len(cues) - 1)
            told = say("before it nobody says: “{text}”", text=missing.text)
        else:
            moment = missing.after.start + starts[missing.segment]
            number = max((n for n, cue in enumerate(cues) if cue.heard.start <= moment), default=0)
            told = say("after it nobody says: “{text}”", text=missing.text)
        notes[number] = (*notes.get(number, ()), told)
    return notes


def _has_caption(one: Suggestion, cues: Sequence[Cue]) -> bool:
    """Whether somebody has written a caption for what is spoken freely."""
    return any(one.at <= (cue.start + cue.end) / 2 < one.at + one.seconds and not cue.voice for cue in cues)
