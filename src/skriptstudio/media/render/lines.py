"""How a text is broken into lines that fit a room, with letters as large as it allows."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PIL.ImageFont import FreeTypeFont

LINE_HEIGHT = 1.2
SMALLEST_PX = 16
"""Below that nothing is drawn: even the longest text stays inside its room."""
_STEP_PX = 2
_SEAMS = re.compile(r"(?:www\.)?[^/.@_?&=-]*[/.@_?&=-]+|[^/.@_?&=-]+")
"""A web address may go on in the next line behind one of these signs; words are never divided between letters."""

Breaking = Callable[[str, FreeTypeFont], list[str]]


@dataclass(frozen=True)
class Room:
    """Where lines have to fit, and how large their letters are.

    Attributes:
        width, height: in px.
        full: letter size in px where there is room enough.
        least: smallest size that can be read on a phone.
    """

    width: int
    height: int
    full: int
    least: int


@dataclass(frozen=True)
class SetText:
    """Lines below each other, all in one font."""

    lines: tuple[str, ...]
    font: FreeTypeFont

    @property
    def widest(self) -> float:
        """In px."""
        return max(self.font.getlength(line) for line in self.lines)

    @property
    def height(self) -> int:
        """In px."""
        return round(self.font.size * LINE_HEIGHT) * len(self.lines)


def set_text(lines: Sequence[str], room: Room, font_at: Callable[[int], FreeTypeFont], as_given: bool) -> SetText:
    """The lines in the largest letters that fit the room.

    They are wrapped at full size first, or with ``as_given`` only where they can't be
    read otherwise; a long address is divided before anything becomes too small to read.

    Args:
        lines: as somebody wrote them.
        room: where they have to fit.
        font_at: the font in a size, in px.
        as_given: whether smaller letters are better than other lines.
    """
    found = SetText(tuple(lines), font_at(room.full))
    for breaking, least in _ways(room, as_given):
        for size in range(room.full, least - 1, -_STEP_PX):
            font = font_at(size)
            found = SetText(tuple(part for line in lines for part in breaking(line, font)), font)
            if found.widest <= room.width and found.height <= room.height:
                return found
    return found


def _ways(room: Room, as_given: bool) -> Iterator[tuple[Breaking, int]]:
    """How lines may be broken, the best first, and down to which size that is tried."""
    if as_given:
        yield lambda line, _font: [line], room.least
    yield lambda line, font: balanced(line, font, room.width, whole_words=True), room.least
    yield lambda line, font: balanced(line, font, room.width), SMALLEST_PX
    yield lambda line, font: _anywhere(line, font, room.width), SMALLEST_PX


def balanced(text: str, font: FreeTypeFont, width: int, whole_words: bool = False) -> list[str]:
    """As few lines as the width in px allows, and those of similar length."""
    words = _pieces(text, font, None if whole_words else width)
    lines = _wrapped(words, font, width)
    for narrow in range(width - 20, width // 3, -20):
        narrower = _wrapped(words, font, narrow)
        if len(narrower) > len(lines) or max(map(font.getlength, narrower)) > width:
            break
        lines = narrower
    return lines


def _pieces(text: str, font: FreeTypeFont, width: int | None) -> list[str]:
    """What may stand in lines of its own, each with the space behind it; too long words at their seams."""
    pieces = []
    for word in text.split():
        parts = [word] if width is None or font.getlength(word) <= width else _SEAMS.findall(word)
        pieces += [*parts[:-1], f"{parts[-1]} "]
    return pieces


def _wrapped(pieces: Sequence[str], font: FreeTypeFont, width: int) -> list[str]:
    lines, line = [], ""
    for piece in pieces:
        if line and font.getlength((line + piece).rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()]


def _anywhere(text: str, font: FreeTypeFont, width: int) -> list[str]:
    """The last resort for what has no seam at all: to stay inside the room counts more."""
    letters = [letter for word in text.split() for letter in f"{word} "]
    return _wrapped(letters, font, width)
