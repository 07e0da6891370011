"""Captions: timed words become cues that can be read (domain.md chapter 5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from itertools import pairwise
from math import ceil

from skriptstudio.domain.timecode import CLIP_FPS, FRAME, from_frames, on_frame

MAX_LINE_CHARS = 28
"""Characters a line; more don't fit the safe lane at a legible size (domain.md 5, measured)."""

MAX_LINES = 2
MAX_CPS = 15
"""Characters a second that most people can read (ARD/ZDF standard, domain.md 5)."""

MIN_SECONDS = Fraction(1)
MAX_SECONDS = Fraction(6)
MIN_GAP = 2 * FRAME
"""Cues either touch or leave at least this gap."""

MAX_LEAD = 3 * FRAME
"""A cue starts at most this far from its voice: 0.1 s (domain.md 5, EN 301 549 7.1.2)."""

MERGE_GAP = Fraction(1, 4)
"""Shorter gaps than this are closed, so that the captions don't flicker."""


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
    """What stands in the picture from ``start`` to ``end``, in seconds of the clip."""

    start: Fraction
    end: Fraction
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.lines)

    @property
    def seconds(self) -> Fraction:
        return self.end - self.start


@dataclass(frozen=True)
class Captions:
    """The cues of a cut and who confirmed them.

    Attributes:
        seal: hash of the cut and script that they were made for; another cut needs others.
    """

    cues: tuple[Cue, ...] = ()
    seal: str = ""
    confirmed_by: str | None = None
    confirmed_at: datetime | None = None


def lines_of(words: Sequence[str]) -> tuple[str, ...] | None:
    """Lay words on one or two lines of at most ``MAX_LINE_CHARS``; None if they don't fit.

    Two lines are split where the reader pauses: after punctuation first, never
    after an article or preposition if there is another way, else balanced.
    A single word that is too long for a line stands alone on it.
    """
    text = " ".join(words)
    if len(text) <= MAX_LINE_CHARS or len(words) == 1:
        return (text,)
    fitting = []
    for at in range(1, len(words)):
        upper, lower = " ".join(words[:at]), " ".join(words[at:])
        if len(upper) <= MAX_LINE_CHARS and len(lower) <= MAX_LINE_CHARS:
            fitting.append((_split_cost(words, at, len(upper), len(lower)), (upper, lower)))
    return min(fitting)[1] if fitting else None


_BINDS_TO_NEXT = frozenset(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen mein meine dein deine sein seine ihr
    ihre unser unsere euer eure in im an am auf aus bei beim mit nach von vom vor zu zum zur für über unter um und
    oder aber dass weil wenn als wie nicht sehr ich du er sie es wir man
    """.split()
)
"""Words that no line or cue should end with: the reader would wait for the next one."""


_OPENS_SENSE_UNIT = frozenset("und oder aber denn sondern dass weil wenn ob als bevor nachdem damit sodass".split())
"""Conjunctions: the reader pauses before them."""


def _split_cost(words: Sequence[str], at: int, upper: int, lower: int) -> int:
    return abs(upper - lower) + _break_cost(words[at - 1], words[at])


def _break_cost(last: str, following: str) -> int:
    """How much a break between two words disturbs the reader; negative where it helps."""
    if last[-1] in ".,;:!?–":
        return -30
    if following.lower() in _OPENS_SENSE_UNIT:
        return -15
    if last.lower() in _BINDS_TO_NEXT:
        return 40
    # German nouns are capitalised: what stands before one in lower case mostly belongs to it ("neuen Radweg").
    return 12 if following[0].isupper() and last[0].islower() else 0


def cues_from_words(words: Sequence[TimedWord], end: Fraction) -> tuple[Cue, ...]:
    """Group timed words into cues.

    Args:
        words: in spoken order, seconds of the clip.
        end: length of the clip in seconds; no cue lasts beyond it.
    """
    groups = _joined_short(_groups(words))
    return _timed(groups, end)


def _groups(words: Sequence[TimedWord]) -> list[list[TimedWord]]:
    """Break at sentence ends, long pauses, full lines and long times."""
    sentences: list[list[TimedWord]] = []
    for word in words:
        previous = sentences[-1][-1] if sentences else None
        if previous is None or previous.sentence != word.sentence or word.start - previous.end > MIN_SECONDS:
            sentences.append([])
        sentences[-1].append(word)
    return [group for sentence in sentences for group in _divided(sentence)]


def _divided(sentence: list[TimedWord]) -> list[list[TimedWord]]:
    """Split one sentence into as few readable groups as possible, evenly and at good places.

    A small dynamic programme: each group must fit two lines and six seconds;
    the cost of a break is that of a line break at the same place.
    """
    n = len(sentence)
    best: list[tuple[int, list[int]]] = [(0, [])]
    for stop in range(1, n + 1):
        options = []
        for start in range(max(0, stop - 24), stop):
            group = sentence[start:stop]
            if len(group) > 1 and not _readable(group):
                continue
            cost, breaks = best[start]
            options.append((cost + _group_cost(sentence, start, stop), [*breaks, stop]))
        best.append(min(options))
    edges = [0, *best[n][1]]
    return [sentence[a:b] for a, b in pairwise(edges)]


def _readable(group: Sequence[TimedWord]) -> bool:
    return lines_of([w.text for w in group]) is not None and group[-1].end - group[0].start <= MAX_SECONDS


def _group_cost(sentence: Sequence[TimedWord], start: int, stop: int) -> int:
    """Few groups, none of them tiny, none quicker than the eye, ends where the sense ends."""
    group = sentence[start:stop]
    chars = len(" ".join(w.text for w in group))
    cost = 60 + (MAX_LINE_CHARS - min(chars, MAX_LINE_CHARS)) * 2
    if stop < len(sentence):
        cost += _break_cost(sentence[stop - 1].text, sentence[stop].text)
        stands = sentence[stop].start - group[0].start
        cost += max(0, ceil((chars - MAX_CPS * stands) * 4))
    return cost


def _joined_short(groups: list[list[TimedWord]]) -> list[list[TimedWord]]:
    """Give a group that is too short to be read alone to a neighbour that has room."""
    joined: list[list[TimedWord]] = []
    for group in groups:
        if joined and _too_short(joined[-1], group) and _readable([*joined[-1], *group]):
            joined[-1] = [*joined[-1], *group]
        else:
            joined.append(list(group))
    return joined


def _too_short(before: Sequence[TimedWord], after: Sequence[TimedWord]) -> bool:
    """Whether ``before`` would have to leave, or ``after`` follow, quicker than the eye reads."""
    return after[0].start - before[0].start < _needed(before) or (
        after[-1].end - after[0].start < MIN_SECONDS and after[0].start - before[-1].end < MIN_SECONDS / 2
    )


def _needed(group: Iterable[TimedWord]) -> Fraction:
    """Seconds that the group must stand at least to be read."""
    chars = len(" ".join(w.text for w in group))
    return max(MIN_SECONDS, Fraction(chars, MAX_CPS))


def _timed(groups: Sequence[Sequence[TimedWord]], end: Fraction) -> tuple[Cue, ...]:
    """Let each cue begin with its voice and stand long enough, without running into the next."""
    starts = _starts(groups, end)
    cues: list[Cue] = []
    for group, start, limit in zip(groups, starts, starts[1:], strict=False):
        stop = max(on_frame(group[-1].end), _frame_at_or_after(start + _needed(group)))
        stop = min(stop, limit, start + MAX_SECONDS)
        if limit - stop < max(MIN_GAP, MERGE_GAP) and limit - start <= MAX_SECONDS:
            stop = limit
        lines = lines_of([w.text for w in group]) or (" ".join(w.text for w in group),)
        if stop > start:
            cues.append(Cue(start, stop, lines))
    return tuple(cues)


def _starts(groups: Sequence[Sequence[TimedWord]], end: Fraction) -> list[Fraction]:
    """First frame of each cue, and the end of the clip.

    Where the voice is quicker than the eye, a cue comes up to ``MAX_LEAD``
    early and the next one as much late: still in sync (domain.md 5), but read.
    """
    voice = [on_frame(group[0].start) for group in groups]
    starts = [*voice, on_frame(end)]
    for index, group in enumerate(groups):
        lacking = _needed(group) - (starts[index + 1] - starts[index])
        if lacking <= 0:
            continue
        floor_at = on_frame(groups[index - 1][-1].end) if index else Fraction(0)
        earlier = min(_frame_at_or_after(lacking), MAX_LEAD, max(Fraction(0), starts[index] - floor_at))
        starts[index] -= earlier
        if index + 1 < len(groups) and lacking > earlier:
            starts[index + 1] += min(_frame_at_or_after(lacking - earlier), MAX_LEAD)
    return starts


def _frame_at_or_after(seconds: Fraction) -> Fraction:
    return from_frames(ceil(seconds * CLIP_FPS))


def shifted(words: Iterable[TimedWord], by: Fraction) -> list[TimedWord]:
    """The same words ``by`` seconds later."""
    return [replace(word, start=word.start + by, end=word.end + by) for word in words]
