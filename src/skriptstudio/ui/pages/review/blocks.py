"""Which section of the script stands where in the clip: the blocks of the timeline."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.cut import Segment, placed
from skriptstudio.domain.production import Production
from skriptstudio.domain.script import WHOLE, Script
from skriptstudio.messages.catalogue import Say


@dataclass(frozen=True)
class Block:
    """A stretch of the clip that speaks one section.

    Attributes:
        section: name of the section, or ``whole``.
        segment: number of the cut's segment it lies in.
        start, end: seconds of the clip.
    """

    section: str
    segment: int
    start: Fraction
    end: Fraction


def blocks_of(production: Production, cues: Sequence[Cue]) -> tuple[Block, ...]:
    """One block a segment; a take of the whole script is split where its captions reach the next section."""
    segments = list(enumerate(placed(production.effective_cut().segments)))
    found: list[Block] = []
    for take, group in groupby(segments, key=lambda one: one[1][0].take):
        section = production.take(take).section
        pieces = [Block(section, n, at, at + s.end - s.start) for n, (s, at) in group]
        whole = Block(section, pieces[0].segment, pieces[0].start, pieces[-1].end)
        parts = _split(whole, production.script, cues) if section == WHOLE else [whole]
        found += [part for piece in pieces for part in _inside(piece, parts)]
    return tuple(found)


def _inside(piece: Block, parts: Sequence[Block]) -> list[Block]:
    """What of the parts lies in a piece, which somebody has cut out of the take."""
    spans = [(part.section, max(part.start, piece.start), min(part.end, piece.end)) for part in parts]
    return [Block(section, piece.segment, start, end) for section, start, end in spans if start < end]


def _split(whole: Block, script: Script, cues: Sequence[Cue]) -> list[Block]:
    """The whole take by sections, where the words of the captions are those of the script."""
    inside = [cue for cue in cues if whole.start <= cue.start < whole.end]
    spoken = [(cue, len(cue.text.split())) for cue in inside]
    sections = [(s.name, len(s.text.split())) for s in script.sections if s.text.strip()]
    if not sections or sum(n for _, n in spoken) != sum(n for _, n in sections):
        return [whole]
    starts: list[Fraction] = []
    reached, wanted = 0, 0
    remaining = iter(spoken)
    for _, words in sections:
        start = None
        while reached <= wanted:
            cue, count = next(remaining)
            start = cue.start
            reached += count
        starts.append(whole.start if not starts else start if start is not None else starts[-1])
        wanted += words
    ends = [*starts[1:], whole.end]
    return [
        Block(name, whole.segment, start, end)
        for (name, _), start, end in zip(sections, starts, ends, strict=True)
        if start < end
    ]


def section_text(name: str, say: Say) -> str:
    """A section's name as people say it."""
    if name.startswith("beat"):
        return say("Scene {number}", number=name.removeprefix("beat") or "1")
    return {
        "hook": say("Hook"),
        "value": say("Value"),
        "cta": say("Call to action"),
        WHOLE: say("Whole script"),
    }.get(name, name)


def section_token(name: str) -> str:
    """The colour token of a section."""
    kind = "beat" if name.startswith("beat") else name
    return kind if kind in ("hook", "value", "beat", "cta") else "beat"


def segment_at(segments: Sequence[Segment], at: Fraction) -> int:
    """Number of the segment that is seen at ``at`` seconds of the clip; 0 for an empty cut."""
    return max((n for n, (_, start) in enumerate(placed(segments)) if start <= at), default=0)
