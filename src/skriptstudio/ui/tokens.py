"""Every colour, size and type role of the look, as data without Qt.

Source: the look's chapter 2 (house design, 2025). Colours are sRGB, ``#RRGGBB``
or, where they lie over a video, ``#AARRGGBB``. Sizes are logical pixels at a
text scale of 1.0.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """The colours of one scheme; a page names them, it never writes a value.

    ``line`` is decoration and stays below 3:1 on purpose; ``control`` is the edge
    of whatever can be operated. ``warm`` means "your turn", ``rec`` recording and
    nothing else. ``hook``, ``value``, ``beat`` and ``cta`` are the script's sections.
    The last seven lie over a picture and are the same in both schemes; ``stage_black`` is
    the ground of the prompter in high contrast.
    """

    canvas: str
    surface: str
    sunken: str
    rail: str
    rail_on: str
    line: str
    control: str
    ink: str
    ink_soft: str
    ink_faint: str
    primary: str
    primary_hover: str
    primary_down: str
    on_primary: str
    tint: str
    on_tint: str
    warm: str
    warm_tint: str
    warm_ink: str
    ok: str
    ok_tint: str
    hint: str
    hint_mark: str
    hint_tint: str
    stop: str
    stop_hover: str
    stop_tint: str
    on_stop: str
    rec: str
    rec_hover: str
    rec_down: str
    on_rec: str
    hook: str
    value: str
    beat: str
    cta: str
    on_section: str
    focus: str
    stage: str
    stage_now: str
    stage_next: str
    stage_past: str
    stage_lens: str
    over_caption: str = "#D1000000"
    over_label: str = "#D90A1011"
    over_text: str = "#FFFFFF"
    guide_line: str = "#FFFFFF"
    guide_casing: str = "#8C0E1415"
    scrim: str = "#73000000"
    stage_black: str = "#000000"


LIGHT = Tokens(
    canvas="#F7F5F0",
    surface="#FFFFFF",
    sunken="#EFECE5",
    rail="#E9EFEC",
    rail_on="#FFFFFF",
    line="#DFDAD0",
    control="#847E74",
    ink="#1A2B2D",
    ink_soft="#47575A",
    ink_faint="#5F6B6D",
    primary="#0B5F66",
    primary_hover="#094F55",
    primary_down="#073F44",
    on_primary="#FFFFFF",
    tint="#DCEEEC",
    on_tint="#0A4E54",
    warm="#F0A673",
    warm_tint="#FDEEE2",
    warm_ink="#7A3A0C",
    ok="#1C7343",
    ok_tint="#E0F2E6",
    hint="#7F5200",
    hint_mark="#A86F00",
    hint_tint="#FCEFD3",
    stop="#B3261E",
    stop_hover="#8F1D17",
    stop_tint="#FBE6E3",
    on_stop="#FFFFFF",
    rec="#CF1F2B",
    rec_hover="#B31823",
    rec_down="#941019",
    on_rec="#FFFFFF",
    hook="#7A1F4F",
    value="#0A7C7A",
    beat="#3557A8",
    cta="#A34A12",
    on_section="#FFFFFF",
    focus="#1A2B2D",
    stage="#0E1415",
    stage_now="#FFFFFF",
    stage_next="#BDC8C6",
    stage_past="#9DAAA9",
    stage_lens="#F0A673",
)


DARK = Tokens(
    canvas="#141A1B",
    surface="#1D2527",
    sunken="#101516",
    rail="#192122",
    rail_on="#2A3639",
    line="#313C3E",
    control="#809092",
    ink="#EEF1EC",
    ink_soft="#BDC8C6",
    ink_faint="#9DAAA9",
    primary="#79CBC8",
    primary_hover="#93D9D5",
    primary_down="#5FB4B2",
    on_primary="#04272A",
    tint="#1C3D3F",
    on_tint="#B4E6E2",
    warm="#F0A673",
    warm_tint="#3A2A1D",
    warm_ink="#F6C8A4",
    ok="#7FD09C",
    ok_tint="#1B3526",
    hint="#ECBD62",
    hint_mark="#E0A83A",
    hint_tint="#3B3018",
    stop="#F59F95",
    stop_hover="#F8B5AD",
    stop_tint="#47231F",
    on_stop="#3A0A06",
    rec="#F2555D",
    rec_hover="#F77B81",
    rec_down="#EC474F",
    on_rec="#1F0406",
    hook="#FFC9E6",
    value="#58BDB0",
    beat="#86A0F0",
    cta="#E79A62",
    on_section="#14191A",
    focus="#F7F5F0",
    stage="#0E1415",
    stage_now="#FFFFFF",
    stage_next="#BDC8C6",
    stage_past="#9DAAA9",
    stage_lens="#F0A673",
)


@dataclass(frozen=True)
class TypeRole:
    """A place in the scale of type: ``size_px`` on a line of ``line_px``, weight as in CSS."""

    size_px: int
    line_px: int
    weight: int


TYPE_ROLES = {
    "small": TypeRole(13, 18, 400),
    "small_strong": TypeRole(13, 18, 500),
    "body": TypeRole(15, 22, 400),
    "label": TypeRole(15, 20, 600),
    "card": TypeRole(17, 24, 600),
    "script": TypeRole(18, 26, 400),
    "page": TypeRole(20, 26, 600),
    "question": TypeRole(26, 34, 600),
    "hello": TypeRole(34, 42, 600),
    "clock": TypeRole(56, 68, 600),
    "prompter": TypeRole(24, 32, 600),
}
"""All sizes of type there are; nothing is smaller than 13 px."""


@dataclass(frozen=True)
class Space:
    """Distances."""

    xs: int = 4
    s: int = 8
    m: int = 12
    card: int = 16
    gap: int = 20
    page: int = 24
    xl: int = 32


@dataclass(frozen=True)
class Radius:
    """Corner radii; pills take half their height."""

    tag: int = 6
    small_button: int = 8
    button: int = 10
    toast: int = 12
    card: int = 14
    dialog: int = 16


@dataclass(frozen=True)
class Height:
    """Heights of the parts; ``target`` is the smallest thing to click."""

    target: int = 32
    button: int = 40
    bar_button: int = 44
    small_button: int = 32
    field: int = 40
    label_chip: int = 26
    filter_chip: int = 32
    turn: int = 34
    step: int = 48
    row: int = 62
    poster_row: int = 98
    header: int = 60
    compact_header: int = 52
    bar: int = 64
    compact_bar: int = 60


@dataclass(frozen=True)
class Motion:
    """Durations in milliseconds; all are 0 with reduced motion."""

    hover_ms: int = 120
    panel_ms: int = 180
    page_ms: int = 240


SPACE = Space()
RADIUS = Radius()
HEIGHT = Height()
MOTION = Motion()
RAIL_WIDTH = 200
COMPACT_RAIL_WIDTH = 64
FAMILY = "Figtree"
FALLBACK_FAMILIES = ("Segoe UI", "Noto Sans")
