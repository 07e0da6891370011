"""What was written, looked at or left out by hand goes along with its voice when the cut changes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from skriptstudio.domain.captions import Captions, Cue, LeftOut, TimedWord, shifted_spans
from skriptstudio.domain.cut import Segment, placed
from skriptstudio.domain.take import Span


def carried(captions: Captions, segments: Sequence[Segment]) -> tuple[Cue, ...]:
    """The captions written by hand, moved to where their words are heard in another cut.

    A caption whose words are no longer heard in whole is left out. Where a piece of
    a take is shown twice, its caption stands at both places.

    Args:
        captions: with the segments that they were made for.
        segments: the new cut.
    """
    found = [cue for old in captions.cues if old.by_hand for cue in _moved(old, captions.segments, segments)]
    return tuple(sorted(found, key=lambda cue: cue.start))


def looked_at(words: Sequence[TimedWord], take: str, captions: Captions) -> tuple[TimedWord, ...]:
    """The words of a take, those sure that stand without a mark in captions of an earlier cut: somebody has looked.

    Args:
        words: in seconds of the take.
        take: its id.
        captions: with the segments that they were made for.
    """
    shown = [
        (text, span)
        for cue in captions.cues
        for number, (text, voice) in enumerate(zip(cue.text.split(), cue.voice, strict=False))
        if number not in cue.unsure
        for source, span in [_in_take(voice, captions.segments) or ("", voice)]
        if source == take
    ]
    return tuple(
        replace(word, sure=word.sure or any(text == word.text and _amid(word, span) for text, span in shown))
        for word in words
    )


def left_out(before: Captions, cues: Sequence[Cue]) -> tuple[LeftOut, ...]:
    """Where takes lost words of their captions, and where they had none on purpose already.

    Args:
        before: captions of the same cut.
        cues: what somebody made of them; where one of them stands, nothing is left out.
    """
    words = [word for cue in before.cues for word in cue.voice or (cue.heard,)]
    lost = [LeftOut(*found) for word in words if (found := _in_take(word, before.segments))]
    shown = [found for cue in cues if (found := _in_take(cue.heard, before.segments))]
    every = dict.fromkeys((*before.left_out, *lost))
    return tuple(one for one in every if not any(take == one.take and _amid(one.heard, span) for take, span in shown))


def spoken_for(words: Sequence[TimedWord], take: str, captions: Captions) -> tuple[TimedWord, ...]:
    """The words of a take, in seconds of it, without those that nobody wants a caption for."""
    stretches = [one.heard for one in captions.left_out if one.take == take]
    return tuple(word for word in words if not any(_amid(word, stretch) for stretch in stretches))


def _amid(word: TimedWord | Span, span: Span) -> bool:
    return span.start <= (word.start + word.end) / 2 < span.end


def _moved(cue: Cue, before: Sequence[Segment], after: Sequence[Segment]) -> Iterator[Cue]:
    source = _in_take(cue.heard, before)
    if source is None:
        return
    take, heard = source
    for segment, at in placed(after):
        if segment.take == take and segment.start <= heard.start and heard.end <= segment.end:
            by = at + heard.start - segment.start - cue.heard.start
            yield _shifted(cue, by, at, at + segment.end - segment.start)


def _in_take(heard: Span, segments: Sequence[Segment]) -> tuple[str, Span] | None:
    """The take that is heard, and when in it; None where a cut divides the voice."""
    for segment, at in placed(segments):
        by = segment.start - at
        if at <= heard.start and heard.end <= at + segment.end - segment.start:
            return segment.take, Span(heard.start + by, heard.end + by)
    return None


def _shifted(cue: Cue, by: Fraction, earliest: Fraction, latest: Fraction) -> Cue:
    """The same caption later or earlier, inside of the segment that it belongs to."""
    start, end = max(cue.start + by, earliest), min(cue.end + by, latest)
    return replace(cue, start=start, end=end, voice=shifted_spans(cue.voice, by))
