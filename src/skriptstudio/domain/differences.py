"""What changed since a clip was last handed in, piece by piece."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction

from skriptstudio.domain.cut import Segment
from skriptstudio.domain.production import Production
from skriptstudio.domain.release import CHECKER
from skriptstudio.domain.snapshot import version_now
from skriptstudio.domain.versions import Version


@dataclass(frozen=True)
class Difference:
    """One piece that is new, gone or other than before.

    Attributes:
        part: ``title``, ``script``, ``cut``, ``captions`` or ``post``.
        where: name of the section, number of the segment or caption from 1, ``alt``, ``location`` or ``cover`` of the
            post; empty for the whole part.
        before, after: as people read it; empty where there was or is nothing.
    """

    part: str
    where: str
    before: str
    after: str


def version_before(production: Production) -> Version | None:
    """What somebody looked at last: for those who check it, the one before the version that lies before them."""
    if production.state in CHECKER:
        return production.versions[-2] if len(production.versions) > 1 else None
    return production.versions[-1] if production.versions else None


def differences(production: Production) -> tuple[Difference, ...]:
    """What is other than in ``version_before``; empty where there is none."""
    before = version_before(production)
    if before is None or not production.takes:
        return ()
    now = version_now(production, before.by, before.when)
    return tuple(_between(before, now))


def _between(before: Version, now: Version) -> Iterator[Difference]:
    if before.title != now.title:
        yield Difference("title", "", before.title, now.title)
    for name in dict.fromkeys((*before.script, *now.script)):
        old, new = before.script.get(name, ""), now.script.get(name, "")
        if old != new:
            yield Difference("script", name, old, new)
    yield from _listed("cut", [_told(s) for s in before.segments], [_told(s) for s in now.segments])
    if before.end_card != now.end_card:
        yield Difference("cut", "", before.end_card, now.end_card)
    yield from _listed("captions", before.captions, now.captions)
    if before.post != now.post:
        yield Difference("post", "", " ".join(before.post), " ".join(now.post))
    beside = (("alt", before.alt, now.alt), ("location", before.location, now.location))
    for where, old, new in (*beside, ("cover", _moment(before.cover), _moment(now.cover))):
        if old != new:
            yield Difference("post", where, old, new)


def _listed(part: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    """Pieces of a list that differ, numbered as they stand now."""
    for kind, first, last, start, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Difference(part, str(start + 1), " / ".join(old[first:last]), " / ".join(new[start:stop]))


def _moment(at: Fraction) -> str:
    return f"{float(at):.2f} s"


def _told(segment: Segment) -> str:
    return f"{segment.take} {float(segment.start):.2f}-{float(segment.end):.2f} s"
