"""Where everything stands on the stage, by where the lens is. Reckons in whole px and draws nothing."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect

from skriptstudio.domain.prompter import LensPlace, Prompter
from skriptstudio.ui.prompter.band import (
    LEADING,
    PAD,
    Rounded,
    band_height,
    column_px,
    margin_px,
    reader_slot,
)
from skriptstudio.ui.tokens import SPACE

_TALL_FROM = 740
"""From this height on all distances are as drawn; below, the picture gets what they leave."""

_WIDE_FROM = 1180
_BAND_SHARE = 0.36
_EDGE = SPACE.card
_LEAST_SIDE = 160
_MOST_SIDE = 360
_LEAST_FILM = 96
_RING = 160
_DRAWN_FILM = 360
"""Width of the picture for which the sizes of the text are made (looks.md 7.5). A smaller one stands on a screen whose
pixels are larger, so that smaller text is as tall on it; and the band doesn't grow wider than the picture."""
_BESIDE = (LensPlace.LEFT, LensPlace.RIGHT)


@dataclass(frozen=True)
class StagePlan:
    """The places on the stage.

    Attributes:
        film: the picture.
        band: the text's band.
        px: size of the text, smaller than asked where the picture is smaller than drawn.
        slots: how many lines it shows.
        rounded: its round corners.
        lens: middle of the mark at the edge.
        ring: the countdown.
        sides: room of the two columns of words.
        side: width of each of them.
        buttons: upper edge of their row.
    """

    film: QRect
    band: QRect
    px: int
    slots: int
    rounded: Rounded
    lens: QPoint
    ring: QRect
    sides: QRect
    side: int
    buttons: int


@dataclass(frozen=True)
class _Room:
    """The stage less its buttons: height and upper edge of what is left, and the edge's own width."""

    wide: int
    tall: int
    top: int
    room: int
    buttons: int


def stage_plan(wide: int, tall: int, button: int, look: Prompter) -> StagePlan:
    """Places on a stage of this size with buttons of this height."""
    as_drawn = tall >= _TALL_FROM
    top, gap, foot = (22, SPACE.xl, 22) if as_drawn else (_EDGE, SPACE.m, SPACE.s)
    room = max(160, tall - top - gap - button - foot)
    look = replace(look, text_px=min(look.text_px, look.text_px * round(room * 9 / 16) // _DRAWN_FILM))
    if look.lens is LensPlace.BOTTOM:
        stage = _Room(wide, tall, tall - top - room, room, foot)
    else:
        stage = _Room(wide, tall, top, room, tall - button - foot)
    if look.lens in _BESIDE:
        return _beside(stage, look)
    return _above_each_other(stage, look)


def _slots(room: int, px: int) -> int:
    return min(4, max(2, int(_BAND_SHARE * room / (px * LEADING))))


def _above_each_other(stage: _Room, look: Prompter) -> StagePlan:
    """Lens at the top or bottom: the band over the picture's edge, or picture and band one below the other."""
    px, bottom = look.text_px, look.lens is LensPlace.BOTTOM
    slots = _slots(stage.room, px)
    tall = band_height(px, slots)
    film_tall = stage.room if look.over_picture else max(160, stage.room - tall - SPACE.m)
    film_wide = round(film_tall * 9 / 16)
    wanted = column_px(look, px) + 2 * margin_px(look, px)
    band_wide = min(stage.wide - 2 * _EDGE, max(film_wide, wanted))
    middle = _middle(stage.wide, band_wide, look.lens)
    foot = stage.top + stage.room
    film_left = _middle(stage.wide, film_wide, look.lens) - film_wide // 2
    film = QRect(film_left, foot - film_tall if not bottom else stage.top, film_wide, film_tall)
    band = QRect(middle - band_wide // 2, foot - tall if bottom else stage.top, band_wide, tall)
    overhangs = band_wide > film_wide or not look.over_picture
    ring = min(_RING, stage.room // 2)
    ring_top = foot - SPACE.m - ring if bottom else stage.top + SPACE.m
    plan = StagePlan(
        film,
        band,
        px,
        slots,
        "all" if overhangs else "bottom" if bottom else "top",
        QPoint(middle, stage.tall - stage_edge(stage) if bottom else stage_edge(stage)),
        QRect(middle - ring // 2, ring_top, ring, ring),
        QRect(),
        0,
        stage.buttons,
    )
    return _with_sides(plan, stage, look.lens)


def stage_edge(stage: _Room) -> int:
    """How far the middle of the lens' mark is from the edge of the screen."""
    return 12 if stage.tall >= _TALL_FROM else 9


def _middle(wide: int, taken: int, lens: LensPlace) -> int:
    if lens is LensPlace.TOP_LEFT:
        return _EDGE + taken // 2
    if lens is LensPlace.TOP_RIGHT:
        return wide - _EDGE - taken // 2
    return wide // 2


def _beside(stage: _Room, look: Prompter) -> StagePlan:
    """Lens at the left or right: the line being read at half the height, the picture behind the band."""
    px, left = look.text_px, look.lens is LensPlace.LEFT
    slots = _slots(stage.room, px)
    tall = band_height(px, slots)
    band_wide = min(round(stage.wide * 0.45), column_px(look, px) + 2 * margin_px(look, px))
    read = PAD + round((reader_slot(px, slots, look.lens) + 0.5) * round(px * LEADING))
    band_top = min(max(stage.top, stage.tall // 2 - read), stage.top + stage.room - tall)
    inset = SPACE.page
    left_over = stage.wide - inset - band_wide - SPACE.gap - 2 * (_LEAST_SIDE + SPACE.gap) - SPACE.page
    film_wide = max(_LEAST_FILM, min(round(stage.room * 9 / 16), left_over))
    film_tall = round(film_wide * 16 / 9)
    band_left = inset if left else stage.wide - inset - band_wide
    film_left = band_left + band_wide + SPACE.gap if left else band_left - SPACE.gap - film_wide
    film_top = stage.top + (stage.room - film_tall) // 2
    band = QRect(band_left, band_top, band_wide, tall)
    middle = band_top + read
    ring = min(_RING, stage.room // 2)
    plan = StagePlan(
        QRect(film_left, film_top, film_wide, film_tall),
        band,
        px,
        slots,
        "all",
        QPoint(stage_edge(stage) if left else stage.wide - stage_edge(stage), middle),
        QRect(band.center().x() - ring // 2, middle - ring // 2, ring, ring),
        QRect(),
        0,
        stage.buttons,
    )
    return _with_sides(plan, stage, look.lens)


def _with_sides(plan: StagePlan, stage: _Room, lens: LensPlace) -> StagePlan:
    """The columns of words beside picture and band; where a wide band leaves no room, beside the picture alone."""
    beside_both = _sides(stage, plan.film.united(plan.band), lens)
    if beside_both[1] >= _LEAST_SIDE or lens in _BESIDE:
        sides, side = beside_both
    else:
        sides, side = _sides(stage, plan.film, lens)
        if lens is LensPlace.BOTTOM:
            sides.setBottom(plan.band.top() - 1)
        else:
            sides.setTop(plan.band.bottom() + 1)
    return replace(plan, sides=sides, side=min(_MOST_SIDE, side))


def _sides(stage: _Room, taken: QRect, lens: LensPlace) -> tuple[QRect, int]:
    """Room of the two columns, and the width that each can have."""
    margin = 64 if stage.wide >= _WIDE_FROM else SPACE.page
    left, right = margin, stage.wide - margin
    if lens in (LensPlace.TOP, LensPlace.BOTTOM):
        side = (stage.wide - taken.width()) // 2 - margin - SPACE.gap
    else:
        if lens in (LensPlace.TOP_LEFT, LensPlace.LEFT):
            left = taken.right() + 1 + SPACE.page
        else:
            right = taken.left() - SPACE.page
        side = (right - left - SPACE.gap) // 2
    top = stage.top if lens is LensPlace.BOTTOM else 0
    return QRect(left, top, right - left, stage.top + stage.room - top), side
