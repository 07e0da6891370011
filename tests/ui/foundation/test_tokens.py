"""The colours hold the contrasts the look promises, and stand nowhere else."""

import dataclasses
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

import skriptstudio.ui
from skriptstudio.ui.fonts import glyphs
from skriptstudio.ui.theme import Theme, contrast_tokens
from skriptstudio.ui.tokens import DARK, LIGHT, TYPE_ROLES, Tokens

pytestmark = pytest.mark.qt

UI = Path(skriptstudio.ui.__file__).parent
TOKEN_FILES = {"tokens.py", "theme.py", "qss.py", "first_colors.py"}

TEXT = {
    "ink": "canvas surface sunken rail tint ok_tint hint_tint stop_tint rail_on warm_tint",
    "ink_soft": "canvas surface sunken rail tint rail_on hint_tint warm_tint ok_tint stop_tint",
    "ink_faint": "canvas surface sunken rail",
    "on_tint": "tint",
    "primary": "canvas surface rail tint hint_tint",
    "on_primary": "primary primary_hover primary_down",
    "ok": "ok_tint surface canvas",
    "hint": "hint_tint surface canvas",
    "stop": "stop_tint surface canvas",
    "on_rec": "rec rec_hover rec_down",
    "on_stop": "stop stop_hover",
    "on_section": "hook value beat cta",
    "warm_ink": "warm_tint",
    "canvas": "ink",
    "hook": "surface",
    "value": "surface",
    "beat": "surface",
    "cta": "surface",
}
MARKS = {
    "control": "canvas surface sunken rail tint rail_on",
    "primary": "rail_on sunken",
    "ok": "sunken",
    "rec": "sunken surface canvas",
    "hint_mark": "sunken surface hint_tint",
    "focus": "canvas surface sunken rail tint",
    "stage_lens": "stage",
    "hook": "canvas",
    "value": "canvas",
    "beat": "canvas",
    "cta": "canvas",
}
STAGE = {"stage_now": "stage", "stage_next": "stage", "stage_past": "stage"}
PAIRS = [
    (front, ground, need)
    for table, need in ((TEXT, 4.5), (MARKS, 3.0), (STAGE, 7.0))
    for front, grounds in table.items()
    for ground in grounds.split()
]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.x."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.x."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "need"), PAIRS)
def test_every_pair_has_its_contrast(scheme: Tokens, front: str, ground: str, need: float) -> None:
    assert contrast(getattr(scheme, front), getattr(scheme, ground)) >= need


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_token_is_a_colour(scheme: Tokens) -> None:
    for name, value in dataclasses.asdict(scheme).items():
        assert QColor(value).isValid(), name


def test_no_type_is_smaller_than_13_px() -> None:
    assert min(role.size_px for role in TYPE_ROLES.values()) == 13
    assert all(role.line_px > role.size_px for role in TYPE_ROLES.values())


@pytest.mark.parametrize(
    "path", [path for path in UI.rglob("*.py") if path.name not in TOKEN_FILES], ids=lambda path: path.stem
)
def test_colours_and_font_sizes_stand_in_the_token_files_only(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"[\"']#[0-9A-Fa-f]{3,8}\b", source)
    assert not re.search(r"font-size|setPointSize|setPixelSize\(\s*\d", source)


def test_every_icon_the_window_names_is_in_the_font(app: QApplication) -> None:
    called = re.compile(
        r"(?:icon|paint_icon|IconButton|EmptyPage)\(\s*(?:[^()\"]*, )?\"([a-z0-9-]+)\"|icon=\"([a-z0-9-]+)\""
    )
    named = {
        name
        for path in UI.rglob("*.py")
        for found in called.findall(path.read_text(encoding="utf-8"))
        for name in found
        if name
    }
    assert named
    assert named <= set(glyphs())


def test_high_contrast_takes_the_systems_colours_and_stays_legible(theme: Theme) -> None:
    system = QPalette()
    for role, value in (
        (QPalette.ColorRole.Window, "#000000"),
        (QPalette.ColorRole.WindowText, "#ffffff"),
        (QPalette.ColorRole.Highlight, "#00ffff"),
        (QPalette.ColorRole.HighlightedText, "#000000"),
    ):
        system.setColor(role, QColor(value))
    made = contrast_tokens(system)
    assert (made.canvas, made.ink, made.primary, made.on_primary) == ("#000000", "#ffffff", "#00ffff", "#000000")
    unfit = [
        (front, ground)
        for front, ground, need in PAIRS
        if front != "ink_faint" and contrast(getattr(made, front), getattr(made, ground)) < need
    ]
    assert unfit == []
