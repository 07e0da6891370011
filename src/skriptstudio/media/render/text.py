"""Text in the picture, drawn once with Pillow: captions, the draft mark, cards.

The only place that draws text, so that a preview shows what the file will show.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont, UnidentifiedImageError

from skriptstudio.domain.clip import SafeZone
from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.errors import NotMedia
from skriptstudio.media.render.lines import LINE_HEIGHT, SMALLEST_PX, Room, SetText, set_text
from skriptstudio.media.render.whole import whole_or_nothing

UNIVERSAL_ZONE = SafeZone(top=270, bottom=480, left=65, right=180)
"""What no platform covers (domain.md 2.3, "universal")."""

CAPTION_LANE_PX = (1150, 1430)
"""Top and bottom of the captions' lane (domain.md 2.3)."""

CAPTION_PX = 60
CAPTION_MIN_PX = 52
"""Letter size; below the minimum only to stay inside the zone (domain.md 5)."""

SMALL_TEXT_MIN_PX = 40
"""Of names, roles and cards: 2.4 mm on a phone whose screen is 65 mm wide, as in a newspaper (proposal)."""

_BOX_RGBA = (0, 0, 0, round(0.82 * 255))
_PAD_X_PX, _PAD_Y_PX, _CORNER_PX = 26, 16, 18
ZONE_MIDDLE_PX = (UNIVERSAL_ZONE.left + CLIP_WIDTH_PX - UNIVERSAL_ZONE.right) // 2
"""Everything in the picture is centred here, not on the picture: the platforms' buttons lie right (domain.md 2.3)."""
TEXT_WIDTH_PX = CLIP_WIDTH_PX - UNIVERSAL_ZONE.left - UNIVERSAL_ZONE.right - 2 * _PAD_X_PX - 4
"""The widest line, with a margin to the edges of the safe zone; boxes are widened to even pixels."""
TITLE_LANE_PX = (290, 620)
"""Top and bottom of the hook title's lane (domain.md 2.3)."""
_TITLE_PX, _NAME_PX, _ROLE_PX, _NAME_GAP_PX = 84, 56, 42, 24
_NAME_ROWS, _ROLE_ROWS = 2, 3
"""So many lines a long name and a long role may take."""
_NAME_RGBA = (0x0B, 0x5F, 0x66, 235)
"""Petrol (looks.md); white on it has 7:1 contrast on any ground."""
LOGO_PX = (240, 120)
"""Largest width and height of the house's logo."""
_LARGEST_LOGO_PX = 40_000_000
_MARK_MAX_PX, _MARK_TILT = 168, 12
_MARK_CENTRE_PX = (482, 500)
_MARK_RGBA, _MARK_EDGE_RGBA = (255, 255, 255, 150), (0, 0, 0, 150)
_CARD_PX, _CARD_DETAIL_PX = 92, 54
_CARD_HEIGHT_PX = 860
_CARD_SHARES = (1.0, 0.85, 0.7, 0.55, 0.4, 0.3, 0.2)


@dataclass(frozen=True)
class Drawn:
    """A picture of text and where it belongs in the clip.

    Attributes:
        image: shape (height, width, 4), RGBA, uint8, not premultiplied; even sides.
        x, y: top left corner in px of the 1080x1920 picture; even.
        readable: whether its letters are large enough for a phone.
    """

    image: NDArray[np.uint8]
    x: int
    y: int
    readable: bool = True


class Lettering:
    """Draws with one font file.

    Attributes:
        font: TrueType file; the program's is Figtree SemiBold.
    """

    def __init__(self, font: Path) -> None:
        self.font = font
        self._sized = cache(lambda size: ImageFont.truetype(str(font), size))

    def caption(self, lines: Sequence[str]) -> Drawn:
        """Lines of a cue, white on a dark box, centred in the lane and inside the universal safe zone."""
        room = Room(TEXT_WIDTH_PX, _height_in(CAPTION_LANE_PX), CAPTION_PX, CAPTION_MIN_PX)
        text = set_text(lines, room, self._sized, as_given=True)
        image = _boxed(_rows_of(text), _BOX_RGBA, "ms")
        return _placed(image, ZONE_MIDDLE_PX, sum(CAPTION_LANE_PX) // 2, _is_readable(text, room))

    def title(self, text: str) -> Drawn:
        """The hook in large letters on a dark box, in its lane at the top of the universal safe zone."""
        room = Room(TEXT_WIDTH_PX, _height_in(TITLE_LANE_PX), _TITLE_PX, CAPTION_MIN_PX)
        hook = set_text((text,), room, self._sized, as_given=False)
        image = _boxed(_rows_of(hook), _BOX_RGBA, "ms")
        return _placed(image, ZONE_MIDDLE_PX, sum(TITLE_LANE_PX) // 2, _is_readable(hook, room))

    def name_line(self, name: str, role: str) -> Drawn:
        """Who speaks: name and role on the house's colour, left above the captions; long ones take more lines."""
        rows, readable = [], True
        for text, size, most in ((name, _NAME_PX, _NAME_ROWS), (role, _ROLE_PX, _ROLE_ROWS)):
            if text:
                room = Room(TEXT_WIDTH_PX, most * round(size * LINE_HEIGHT), size, SMALL_TEXT_MIN_PX)
                found = set_text((text,), room, self._sized, as_given=True)
                rows += _rows_of(found)
                readable = readable and _is_readable(found, room)
        image = _boxed(rows or [("", self._sized(_NAME_PX))], _NAME_RGBA, "ls")
        centre_y = CAPTION_LANE_PX[0] - _NAME_GAP_PX - image.height // 2
        return _placed(image, UNIVERSAL_ZONE.left + image.width // 2, centre_y, readable)

    def mark(self, word: str) -> Drawn:
        """A word across the upper middle through which the picture stays visible."""
        zone = CLIP_WIDTH_PX - UNIVERSAL_ZONE.right - UNIVERSAL_ZONE.left
        room = Room(zone - 40, CLIP_HEIGHT_PX, _MARK_MAX_PX, SMALLEST_PX)
        font = set_text((word,), room, self._sized, as_given=True).font
        edge = max(2, round(font.size / 40))
        size = (round(font.getlength(word)) + 4 * edge, round(font.size * 1.3))
        image = Image.new("RGBA", size)
        ImageDraw.Draw(image).text(
            (size[0] / 2, size[1] / 2 + _rise(font)),
            word,
            font=font,
            fill=_MARK_RGBA,
            anchor="ms",
            stroke_width=edge,
            stroke_fill=_MARK_EDGE_RGBA,
        )
        return _placed(image.rotate(_MARK_TILT, Image.Resampling.BICUBIC, expand=True), *_MARK_CENTRE_PX)

    def card(self, text: str) -> Drawn:
        """White text without ground in the middle of the safe zone: the first line large, further ones smaller."""
        paragraphs = [paragraph for paragraph in text.splitlines() if paragraph.strip()] or [" "]
        for share in _CARD_SHARES:
            rows = self._rows(paragraphs, share)
            if rows[-1].bottom <= _CARD_HEIGHT_PX:
                break
        width = max(row.font.getlength(row.text) for row in rows) + 8
        image = Image.new("RGBA", (_even(width), min(_even(rows[-1].bottom), _CARD_HEIGHT_PX)), (255, 255, 255, 0))
        pen = ImageDraw.Draw(image)
        for row in rows:
            at = (image.width / 2, row.middle + _rise(row.font))
            pen.text(at, row.text, font=row.font, fill="white", anchor="ms")
        readable = min(row.font.size for row in rows) >= SMALL_TEXT_MIN_PX
        return _placed(image, ZONE_MIDDLE_PX, CLIP_HEIGHT_PX // 2, readable)

    def _rows(self, paragraphs: Sequence[str], share: float) -> list["_Row"]:
        """All lines of a card below each other, at a share of their full size."""
        rows: list[_Row] = []
        top = 0.0
        for index, paragraph in enumerate(paragraphs):
            size = round((_CARD_DETAIL_PX if index else _CARD_PX) * share)
            room = Room(TEXT_WIDTH_PX, CLIP_HEIGHT_PX * 100, size, min(size, SMALL_TEXT_MIN_PX))
            text = set_text((paragraph,), room, self._sized, as_given=False)
            step = text.font.size * LINE_HEIGHT
            top += step / 2 if index else 0
            for line in text.lines:
                rows.append(_Row(line, text.font, top + step / 2, top + step))
                top += step
        return rows


@dataclass(frozen=True)
class _Row:
    """A line of a card; ``middle`` and ``bottom`` in px below its top."""

    text: str
    font: ImageFont.FreeTypeFont
    middle: float
    bottom: float


def _boxed(
    rows: Sequence[tuple[str, ImageFont.FreeTypeFont]], ground: tuple[int, int, int, int], anchor: str
) -> Image.Image:
    """Lines below each other on a rounded box; ``anchor`` is Pillow's: "ms" centred, "ls" from the left."""
    steps = [round(font.size * LINE_HEIGHT) for _, font in rows]
    width = _even(max(font.getlength(text) for text, font in rows) + 2 * _PAD_X_PX)
    height = _even(sum(steps) + 2 * _PAD_Y_PX)
    image = Image.new("RGBA", (width, height))
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((0, 0, width - 1, height - 1), _CORNER_PX, fill=ground)
    top = _PAD_Y_PX
    for (text, font), step in zip(rows, steps, strict=True):
        x = width / 2 if anchor == "ms" else _PAD_X_PX
        pen.text((x, top + step / 2 + _rise(font)), text, font=font, fill="white", anchor=anchor)
        top += step
    return image


def write_logo(path: Path, target: Path) -> None:
    """Write a house's logo as a PNG no larger than a clip shows it, without any tags. Raises like ``logo``."""
    with whole_or_nothing(target) as partial:
        _opened_logo(path).save(partial, "PNG")


def logo(path: Path) -> Drawn:
    """A house's logo, made to fit, top left in the universal safe zone.

    Raises:
        NotMedia: it is no picture.
        OSError: it can't be read.
    """
    image = _opened_logo(path)
    return _placed(image, UNIVERSAL_ZONE.left + image.width // 2 + 2, UNIVERSAL_ZONE.top + image.height // 2 + 2)


def _opened_logo(path: Path) -> Image.Image:
    """RGBA, as large as ``LOGO_PX`` allows."""
    try:
        with Image.open(path) as picture:
            if picture.width * picture.height > _LARGEST_LOGO_PX:
                raise NotMedia(path=str(path))
            image = picture.convert("RGBA")
    except (Image.DecompressionBombError, UnidentifiedImageError, SyntaxError, ValueError) as error:
        raise NotMedia(path=str(path)) from error
    share = min(LOGO_PX[0] / image.width, LOGO_PX[1] / image.height)
    size = max(1, round(image.width * share)), max(1, round(image.height * share))
    scaled: Image.Image = image if size == image.size else image.resize(size, Image.Resampling.LANCZOS)
    return scaled


def _rows_of(text: SetText) -> list[tuple[str, ImageFont.FreeTypeFont]]:
    return [(line, text.font) for line in text.lines]


def _is_readable(text: SetText, room: Room) -> bool:
    return text.font.size >= room.least


def _height_in(lane: tuple[int, int]) -> int:
    """Height in px that a box leaves to its text in a lane."""
    return lane[1] - lane[0] - 2 * _PAD_Y_PX - 2  # to even pixels


def _rise(font: ImageFont.FreeTypeFont) -> float:
    """Distance of the baseline below the middle of a line, so that capitals and descenders balance."""
    ascent, descent = font.getmetrics()
    return (ascent - descent) / 2 * 0.94


def _even(length: float) -> int:
    return (int(length) + 2) // 2 * 2


def _placed(image: Image.Image, centre_x: int, centre_y: int, readable: bool = True) -> Drawn:
    """Centre the image on a point, with sides and corner on even pixels, as 4:2:0 needs."""
    even = Image.new("RGBA", (_even(image.width - 1), _even(image.height - 1)))
    even.paste(image)
    x, y = centre_x - even.width // 2, centre_y - even.height // 2
    return Drawn(np.asarray(even), x // 2 * 2, y // 2 * 2, readable)
