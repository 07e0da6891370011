"""What lies over the picture of a cut, as a list that can be chosen from and changed. No widgets here."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, TypeVar

from skriptstudio.domain.cut import Cut, placed
from skriptstudio.domain.dressing import TITLE_SECONDS, Box, Dressing, Insert, NameLine
from skriptstudio.domain.take import Take
from skriptstudio.domain.timecode import FRAME, from_frames
from skriptstudio.steps.dress import DressWish, InsertWish
from skriptstudio.ui.dressing.spans import NEW_SECONDS, new_span

Kind = Literal["title", "logo", "name", "insert", "box", "view", "card"]
Thing = TypeVar("Thing")

NEW_BOX = (Fraction(1, 4), Fraction(2, 5), Fraction(1, 2), Fraction(1, 5))
"""Left, top, width and height of a new box as shares of the picture."""

CARD_AT_REST = Fraction(1)
"""So long after its beginning the end card has stopped moving."""


@dataclass(frozen=True)
class Item:
    """One thing over the picture.

    Attributes:
        number: its place among those of its kind, from 0; of a view, that of the segment.
    """

    kind: Kind
    number: int = 0

    @property
    def key(self) -> str:
        """Names it in a list."""
        return f"{self.kind}:{self.number}"


def items(cut: Cut, wide: Collection[str]) -> tuple[Item, ...]:
    """All that can be chosen; title, logo and end card are there always.

    Args:
        cut: what is over its picture.
        wide: ids of takes of which only a part is seen, so that another one can be chosen.
    """
    dressing = cut.dressing
    many: Sequence[tuple[Kind, int]] = (
        ("name", len(dressing.names)),
        ("insert", len(dressing.inserts)),
        ("box", len(dressing.boxes)),
    )
    views = (Item("view", number) for number, segment in enumerate(cut.segments) if segment.take in wide)
    laid = (Item(kind, number) for kind, count in many for number in range(count))
    return (Item("title"), Item("logo"), *laid, *views, Item("card"))


def shown_at(cut: Cut, item: Item, now: Fraction) -> Fraction:
    """A moment of the clip, in seconds, at which the item is seen; ``now`` where it is seen anyway."""
    dressing = cut.dressing
    if item.kind == "title":
        return now if now < TITLE_SECONDS else Fraction(0)
    if item.kind == "logo":
        return TITLE_SECONDS if dressing.title else Fraction(0)
    if item.kind == "card":
        return max(now, from_frames(cut.frames) + CARD_AT_REST) if cut.card_frames else now
    if item.kind == "view":
        segment, start = placed(cut.segments)[item.number]
        end = start + segment.end - segment.start
    else:
        start, end = _span_of(dressing, item)
    return now if start <= now < end else start


def seen_near(cut: Cut, item: Item, now: Fraction) -> Fraction:
    """The moment next to ``now`` at which a name line, picture or box is seen; other items as ``shown_at``."""
    if item.kind not in ("name", "insert", "box"):
        return shown_at(cut, item, now)
    start, end = _span_of(cut.dressing, item)
    return max(start, min(now, end - FRAME))


def _span_of(dressing: Dressing, item: Item) -> tuple[Fraction, Fraction]:
    things: dict[str, Sequence[NameLine | Insert | Box]] = {
        "name": dressing.names,
        "insert": dressing.inserts,
        "box": dressing.boxes,
    }
    thing = things[item.kind][item.number]
    return thing.start, thing.end


def with_title(cut: Cut, title: str) -> Cut:
    """The hook in other words, or none."""
    return replace(cut, dressing=replace(cut.dressing, title=title))


def with_card(cut: Cut, text: str) -> Cut:
    """Another end card, or none."""
    return replace(cut, end_card=text)


def with_name(cut: Cut, number: int, line: NameLine | None) -> Cut:
    """A name line changed, added at the end, or taken away with None."""
    return replace(cut, dressing=replace(cut.dressing, names=_changed(cut.dressing.names, number, line)))


def with_insert(cut: Cut, number: int, insert: Insert | None) -> Cut:
    """The same with a picture over the voice."""
    return replace(cut, dressing=replace(cut.dressing, inserts=_changed(cut.dressing.inserts, number, insert)))


def with_box(cut: Cut, number: int, box: Box | None) -> Cut:
    """The same with a box."""
    return replace(cut, dressing=replace(cut.dressing, boxes=_changed(cut.dressing.boxes, number, box)))


def with_view(cut: Cut, number: int, across: Fraction, all_of_it: bool) -> Cut:
    """Another part of a segment's picture, or all of it on a blurred ground."""
    changed = replace(cut.segments[number], across=across, all_of_it=all_of_it)
    return replace(cut, segments=_changed(cut.segments, number, changed))


def _changed(things: tuple[Thing, ...], number: int, thing: Thing | None) -> tuple[Thing, ...]:
    put = () if thing is None else (thing,)
    return (*things[:number], *put, *things[number + 1 :])


def new_insert(take: Take, at: Fraction, spoken: Fraction) -> Insert:
    """A take's picture from its beginning, no longer than the take itself."""
    return Insert(take.id, Fraction(0), *new_span(at, spoken, min(NEW_SECONDS, take.seconds)))


def new_box(spoken: Fraction) -> Box:
    """A box for the whole clip: what nobody shall recognise may not flash up before or after it."""
    return Box(*NEW_BOX, Fraction(0), spoken)


def wish_of(cut: Cut) -> DressWish:
    """Everything of a cut but its logo, to be stored."""
    dressing = cut.dressing
    return DressWish(
        title=dressing.title,
        names=dressing.names,
        inserts=[InsertWish(one.take, one.source, one.start, one.end - one.start) for one in dressing.inserts],
        boxes=dressing.boxes,
        windows=[(number, segment.across) for number, segment in enumerate(cut.segments, 1)],
        grounds=[number for number, segment in enumerate(cut.segments, 1) if segment.all_of_it],
        end_card=cut.end_card,
    )
