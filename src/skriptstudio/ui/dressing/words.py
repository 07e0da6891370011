"""How the things over the picture are called."""

from fractions import Fraction

from skriptstudio.domain.cut import Cut
from skriptstudio.domain.dressing import Box
from skriptstudio.domain.production import Production
from skriptstudio.domain.script import MATERIAL
from skriptstudio.domain.take import Take, take_numbers
from skriptstudio.messages.catalogue import Say, Speaker
from skriptstudio.messages.take_words import section_text, take_name
from skriptstudio.ui.dressing.items import Item
from skriptstudio.ui.widgets.rows import Row

ICONS = {
    "title": "text-aa",
    "logo": "image-square",
    "name": "identification-card",
    "insert": "film-strip",
    "box": "selection-background",
    "view": "crop",
    "card": "megaphone",
}


def row_of(item: Item, cut: Cut, production: Production, logo: str, speaker: Speaker) -> Row:
    """The item's line in the list; ``logo`` is the file name of a logo that isn't stored yet."""
    title, small = _told(item, cut, production, logo, speaker)
    return Row(item.key, title, small, icon=ICONS[item.kind])


def _told(item: Item, cut: Cut, production: Production, logo: str, speaker: Speaker) -> tuple[str, str]:
    dressing, number, say = cut.dressing, item.number, speaker.say
    if item.kind == "title":
        return say("Title"), dressing.title or say("No title")
    if item.kind == "logo":
        return say("Logo"), logo or (say("Chosen") if dressing.logo else say("No logo"))
    if item.kind == "name":
        line = dressing.names[number]
        return line.name or say("Name"), span_text(line.start, line.end, speaker)
    if item.kind == "insert":
        insert = dressing.inserts[number]
        return take_text(production.take(insert.take), production, say), span_text(insert.start, insert.end, speaker)
    if item.kind == "box":
        box = dressing.boxes[number]
        return say("Unrecognisable"), span_text(box.start, box.end, speaker)
    if item.kind == "card":
        return say("End card"), " · ".join(cut.end_card.split("\n")) or say("No end card")
    segment = cut.segments[number]
    section = section_text(production.take(segment.take).section, say)
    whole = say("Whole picture") if segment.all_of_it else f"{float(segment.across) * 100:.0f} %"
    return say("Part: {section}", section=section), whole


def box_text(box: Box, say: Say) -> str:
    """Where a box lies, for those who don't see it."""
    left, top, width, height = (round(share * 100) for share in (box.left, box.top, box.width, box.height))
    return say(
        "Box: {left} % from the left, {top} % from the top, {width} % wide, {height} % high",
        left=left,
        top=top,
        width=width,
        height=height,
    )


def take_text(take: Take, production: Production, say: Say) -> str:
    """A take as people call it; material by where it is from."""
    number = take_numbers(production.takes)[take.id]
    source = " ".join(take.note.split())
    if take.section == MATERIAL and source:
        return say("Material {number}: {source}", number=number, source=source)
    return take_name(take.section, number, say)


def span_text(start: Fraction, end: Fraction, speaker: Speaker) -> str:
    """When something is seen."""
    return f"{seconds_text(start, speaker)} – {seconds_text(end, speaker)} s"


def seconds_text(seconds: Fraction, speaker: Speaker) -> str:
    """To the hundredth: two neighbouring frames never read alike."""
    return speaker.figure(f"{float(seconds):.2f}")
