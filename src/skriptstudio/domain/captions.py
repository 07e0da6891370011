"""Captions: timed words become cues that can be read (domain.md chapter 5)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from itertools import pairwise
from math import ceil

from skriptstudio.domain.caption_rules import MAX_CPS, MAX_SECONDS, MERGE_GAP, MIN_GAP, MIN_SECONDS
from skriptstudio.domain.cue_groups import Layout, Said, divided
from skriptstudio.domain.cue_timing import Voiced, first_frames
from skriptstudio.domain.cut import Segment
from skriptstudio.domain.take import Span
from skriptstudio.domain.timecode import CLIP_FPS, from_frames, on_frame, to_frames


@dataclass(frozen=True)
class TimedWord:
    """A spoken word and when it sounds, in seconds.

    Attributes:
        text: as written, with its punctuation.
        sentence, word: place in the script, both counted from 0.
        sure: False where a person should look ("bitte prüfen").
    """

    text: str
    start: Fraction
    end: Fraction
    sentence: int
    word: int
    sure: bool = False


@dataclass(frozen=True)
class Cue:
    """What stands in the picture from ``start`` to ``end``, in seconds of the clip.

    Attributes:
        unsure: numbers of the words of ``text`` that a person should check ("bitte prüfen"), counted from 0.
        voice: when each word of ``text`` sounds, in seconds of the clip; empty where nobody knows.
        by_hand: somebody has written or moved it; it stays as it is where its voice stays in the clip.
    """

    start: Fraction
    end: Fraction
    lines: tuple[str, ...]
    unsure: tuple[int, ...] = ()
    voice: tuple[Span, ...] = ()
    by_hand: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.lines)

    @property
    def seconds(self) -> Fraction:
        return self.end - self.start

    @property
    def heard(self) -> Span:
        """From its first to its last word; all of it where nobody knows."""
        return Span(self.voice[0].start, self.voice[-1].end) if self.voice else Span(self.start, self.end)


@dataclass(frozen=True)
class LeftOut:
    """A word of a take, in seconds of it, whose caption somebody took away."""

    take: str
    heard: Span


@dataclass(frozen=True)
class Captions:
    """The cues of a cut and who confirmed them.

    Attributes:
        seal: hash of the cut and script that they were made for; another cut needs others.
        segments: that cut, so that what was written by hand finds its place in another one.
        left_out: what has no caption on purpose, so that none comes back in another cut.
    """

    cues: tuple[Cue, ...] = ()
    seal: str = ""
    confirmed_by: str | None = None
    confirmed_at: datetime | None = None
    segments: tuple[Segment, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def lines_of(words: Sequence[str]) -> tuple[str, ...] | None:
    """Lay words on one or two lines of at most ``MAX_LINE_CHARS``; None if they don't fit.

    Two lines are split where the reader pauses: after punctuation first, never
    between what belongs together (``sense_units``) if there is another way, else balanced.
    A single word that is too long for a line stands alone on it.
    """
    return Layout(words).lines(0, len(words))


def cues_from_words(
    words: Sequence[TimedWord], end: Fraction, cuts: Sequence[Fraction] = (), kept: Sequence[Cue] = ()
) -> tuple[Cue, ...]:
    """Group timed words into cues.

    Where rules contradict each other because somebody speaks very fast, the voice
    goes first (``MAX_DRIFT``), then what belongs together, then the length of lines;
    reading speed and shortest time give way. Over a cut a cue stands only where it
    couldn't be read otherwise.

    Args:
        words: in spoken order, seconds of the clip; blank ones count as none.
        end: length of the clip in seconds; no cue lasts beyond it.
        cuts: moments at which the picture changes, in seconds of the clip, ascending.
        kept: cues that stay as they are, ascending; words that sound in them have their caption already.
    """
    fixed = _clear_of_words(kept, words)
    voiced = [cue.heard.start for cue in fixed]
    free = [word for word in words if word.text.strip() and not _has_caption(word, fixed, voiced)]
    barriers = sorted([*(to_frames(cut) for cut in cuts), *(to_frames(cue.start) for cue in fixed)])
    groups = [group for stretch in _stretches(free, barriers) for group in stretch]
    return _timed(groups, fixed, to_frames(end), [to_frames(cut) for cut in cuts])


def _clear_of_words(kept: Sequence[Cue], words: Sequence[TimedWord]) -> list[Cue]:
    """Kept cues leave when the next one comes, or when somebody says what isn't theirs."""
    clear = []
    begins = [word.start for word in words]
    for cue, after in zip(kept, [*kept[1:], None], strict=False):
        following = begins[bisect_left(begins, cue.heard.end) :][:1]
        stops = [cue.end, *map(on_frame, following), *([after.start] if after is not None else [])]
        clear.append(replace(cue, end=min(stops)))
    return [cue for cue in clear if cue.start < cue.end]


def _has_caption(word: TimedWord, kept: Sequence[Cue], voiced: Sequence[Fraction]) -> bool:
    middle = (word.start + word.end) / 2
    at = bisect_right(voiced, middle) - 1
    return at >= 0 and middle < kept[at].heard.end


def _stretches(words: Sequence[TimedWord], barriers: Sequence[int]) -> list[list[list[TimedWord]]]:
    """Divide at cuts, kept cues and long pauses; each stretch by itself into the words of its cues."""
    stretches: list[list[TimedWord]] = []
    for word in words:
        previous = stretches[-1][-1] if stretches else None
        if previous is None or word.start - previous.end > MIN_SECONDS or _parted(previous, word, barriers):
            stretches.append([])
        stretches[-1].append(word)
    following = [stretch[0].start for stretch in stretches[1:]]
    ends = [*following, words[-1].end + MIN_SECONDS] if words else []
    return [_groups(stretch, until) for stretch, until in zip(stretches, ends, strict=True)]


def _parted(before: TimedWord, after: TimedWord, barriers: Sequence[int]) -> bool:
    return any(to_frames(before.start) < barrier <= to_frames(after.start) for barrier in barriers)


def _groups(stretch: list[TimedWord], until: Fraction) -> list[list[TimedWord]]:
    texts = [" ".join(word.text.split()) for word in stretch]
    said = Said(
        texts,
        [round(word.start * 1000) for word in stretch],
        [round(word.end * 1000) for word in stretch],
        [word.sentence for word in stretch],
        round(until * 1000),
    )
    edges = [0, *divided(said, Layout(texts))]
    return [stretch[start:stop] for start, stop in pairwise(edges)]


def _needed(group: Iterable[TimedWord]) -> int:
    """Frames that the group must stand at least to be read."""
    chars = len(" ".join(w.text for w in group))
    return ceil(max(MIN_SECONDS, Fraction(chars, MAX_CPS)) * CLIP_FPS)


def _timed(groups: Sequence[list[TimedWord]], kept: Sequence[Cue], end: int, cuts: Sequence[int]) -> tuple[Cue, ...]:
    """Let each cue begin with its voice and stand long enough, without running into the next."""
    asked = []
    for group in groups:
        voice = to_frames(group[0].start)
        gone = [to_frames(cue.end) for cue in kept if cue.start <= group[0].start]
        asked.append(Voiced(group[0].start, _needed(group), max([0, *gone, *(cut for cut in cuts if cut <= voice)])))
    firsts = first_frames(asked, end)
    followers = [*firsts[1:], end][: len(firsts)]
    fixed = [to_frames(cue.start) for cue in kept]
    made = [*kept]
    for group, first, follower, wish in zip(groups, firsts, followers, asked, strict=True):
        limit = min([follower, end, *(at for at in fixed if at > first)])
        stop = _stop(first, max(first + wish.needed, ceil(group[-1].end * CLIP_FPS)), limit, cuts)
        if stop > first:
            made.append(_cue(group, first, stop))
    return tuple(sorted(made, key=lambda cue: cue.start))


def _stop(first: int, wanted: int, limit: int, cuts: Sequence[int]) -> int:
    """The frame at which a cue goes, before or together with what comes at ``limit``."""
    longest = first + to_frames(MAX_SECONDS)
    edge = min((cut for cut in cuts if wanted <= cut < limit), default=limit)
    stop = min(wanted, limit, longest)
    if edge - stop < max(to_frames(MERGE_GAP), to_frames(MIN_GAP)) and edge <= longest:
        stop = edge
    return stop if stop == limit or limit - stop >= to_frames(MIN_GAP) else max(first + 1, limit - to_frames(MIN_GAP))


def _cue(group: Sequence[TimedWord], first: int, stop: int) -> Cue:
    texts = [" ".join(word.text.split()) for word in group]
    spoken = [word for word, text in zip(group, texts, strict=True) for _ in text.split()]
    return Cue(
        from_frames(first),
        from_frames(stop),
        lines_of(texts) or (" ".join(texts),),
        tuple(at for at, word in enumerate(spoken) if not word.sure),
        tuple(Span(word.start, word.end) for word in spoken),
    )


def shifted(words: Iterable[TimedWord], by: Fraction) -> list[TimedWord]:
    """The same words ``by`` seconds later."""
    return [replace(word, start=word.start + by, end=word.end + by) for word in words]


def shifted_spans(spans: Iterable[Span], by: Fraction) -> tuple[Span, ...]:
    """The same stretches ``by`` seconds later."""
    return tuple(Span(span.start + by, span.end + by) for span in spans)
