"""What is said about a text in the picture while it is written: whether it can be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from skriptstudio.domain.cut import END_CARD_SECONDS, Cut
from skriptstudio.domain.dressing import TITLE_SECONDS
from skriptstudio.domain.legible import SmallText, reading_seconds
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.ui.dressing.items import Item


@dataclass(frozen=True)
class Remark:
    """A sentence below a form; ``warns`` if something should be changed."""

    words: str
    warns: bool


NOTHING = Remark("", False)


def remark_on(item: Item, cut: Cut, small: Sequence[SmallText], speaker: Speaker) -> Remark:
    """How long a text takes to be read, and whether its letters had to become too small; nothing for other items.

    Args:
        item: title, name line or end card.
        cut: as it is now.
        small: what is drawn too small in it.
        speaker: says it.
    """
    text, shown = _text_of(item, cut)
    wanted = reading_seconds(text)
    if not wanted:
        return NOTHING
    if any((one.kind, one.number) == (item.kind, item.number) for one in small):
        return Remark(speaker.say("Too long for letters that can be read on a phone. Shorten it."), True)
    needs, has = (speaker.figure(f"{float(seconds):.1f} s") for seconds in (wanted, shown))
    if wanted > shown:
        say = speaker.say("Takes {needs} to read, but is seen for {has} only. Shorten it.", needs=needs, has=has)
        return Remark(say, True)
    return Remark(speaker.say("Takes {needs} to read, and is seen for {has}.", needs=needs, has=has), False)


def _text_of(item: Item, cut: Cut) -> tuple[str, Fraction]:
    """What is to be read, and for how many seconds it is seen."""
    if item.kind == "title":
        return cut.dressing.title, TITLE_SECONDS
    if item.kind == "card":
        return cut.end_card, END_CARD_SECONDS
    if item.kind == "name":
        line = cut.dressing.names[item.number]
        return f"{line.name} {line.role}", line.end - line.start
    return "", Fraction(0)
