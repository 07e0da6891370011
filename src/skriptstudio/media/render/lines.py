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

Breaking = Callable[[Sequence[str], FreeTypeFont, int], list[str]]


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
    for pieces_of, least in _ways(room, as_given):
        for size in range(room.full, least - 1, -_STEP_PX):
            font = font_at(size)
            pieces = [pieces_of(line, font) for line in lines]
            found = _set(pieces, font, room.width, _wrapped)
            if found.widest <= room.width and found.height <= room.height:
                return _set(pieces, font, room.width, _balanced)
    return found


def _set(pieces: Sequence[Sequence[str]], font: FreeTypeFont, width: int, breaking: Breaking) -> SetText:
    return SetText(tuple(part for line in pieces for part in breaking(line, font, width)), font)


def _ways(room: Room, as_given: bool) -> Iterator[tuple[Callable[[str, FreeTypeFont], list[str]], int]]:
    """What may stand in lines of its own, the best way first, and down to which size that is tried."""
    if as_given:
        yield lambda line, _font: [line], room.least
    yield lambda line, _font: [f"{word} " for word in line.split()], room.least
    yield lambda line, font: _divided(line, font, room.width), SMALLEST_PX
    yield lambda line, _font: list(line), SMALLEST_PX  # for what has no seam at all: to stay inside counts more


def _divided(line: str, font: FreeTypeFont, width: int) -> list[str]:
    """Words, and the parts of those that are wider than a line."""
    pieces = []
    for word in line.split():
        parts = [word] if font.getlength(word) <= width else _SEAMS.findall(word)
        pieces += [*parts[:-1], f"{parts[-1]} "]
    return pieces


def _balanced(pieces: Sequence[str], font: FreeTypeFont, width: int) -> list[str]:
    """As few lines as the width in px allows, and those of similar length."""
    lines = _wrapped(pieces, font, width)
    if len(lines) == 1:
        return lines
    for narrow in range(width - 20, width // 3, -20):
        narrower = _wrapped(pieces, font, narrow)
        if len(narrower) > len(lines) or max(map(font.getlength, narrower)) > width:
            break
        lines = narrower
    return lines


def _wrapped(pieces: Sequence[str], font: FreeTypeFont, width: int) -> list[str]:
    """Pieces in lines of at most so many px, unless a single one is wider."""
    lines, line = [], ""
    for piece in pieces:
        if line and font.getlength((line + piece).rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()]
