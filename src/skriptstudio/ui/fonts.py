"""Figtree and the icon font, loaded once for the running application; faces of the prompter when they are chosen."""

import functools
import json
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from skriptstudio.domain.assets import asset
from skriptstudio.ui.tokens import FALLBACK_FAMILIES, FAMILY

CUTS = ("Figtree-Regular", "Figtree-Medium", "Figtree-SemiBold", "Figtree-Bold")
"""Static cuts: Qt 6.12 offers a variable file as "Light" only (measured)."""

_ICON_FAMILY = "skriptstudioIconFamily"
_FACES = "skriptstudioPrompterFaces"


@dataclass(frozen=True)
class Face:
    """A typeface of the prompter.

    Attributes:
        title: what it is called.
        family: as Qt knows it.
        weight: of its only cut, as in CSS.
        cut: its file, empty where it is loaded anyway.
        scale: makes its capitals as high as Figtree's, 0.70 em (domain.md 8.2 asks for cap height).
    """

    title: str
    family: str
    weight: int
    cut: str = ""
    scale: float = 1.0


FACES = {
    "figtree": Face("Figtree", FAMILY, 600),
    "lexend": Face("Lexend", "Lexend", 600, "Lexend-SemiBold"),
    "opendyslexic": Face("OpenDyslexic", "SkriptStudio Reading", 700, "SkriptStudioReading-Bold", 0.70 / 0.85),
}
"""By the names in ``domain/prompter.py``. The licence of OpenDyslexic reserves its name for the uncut original."""


def load_fonts() -> str:
    """Make our fonts known to Qt and return the icon font's family.

    Raises:
        FileNotFoundError: a font file is missing.
    """
    app = QApplication.instance()
    if app is None:
        raise RuntimeError("fonts need a running QApplication")
    known = app.property(_ICON_FAMILY)
    if isinstance(known, str):
        return known
    for cut in CUTS:
        QFontDatabase.addApplicationFont(str(asset(f"fonts/{cut}.ttf")))
    icons = QFontDatabase.addApplicationFont(str(asset("fonts/Phosphor-subset.ttf")))
    family = QFontDatabase.applicationFontFamilies(icons)[0]
    app.setProperty(_ICON_FAMILY, family)
    return family


def prompter_font(face: str, px: float) -> QFont:
    """A face of the prompter with capitals of 0.70 ``px``; read from its file at the first call.

    Raises:
        KeyError: there is no such face.
        FileNotFoundError: its file is missing.
    """
    kind = FACES[face]
    _load_face(kind)
    made = QFont([kind.family, FAMILY, *FALLBACK_FAMILIES])
    made.setPixelSize(max(1, round(px * kind.scale)))
    made.setWeight(QFont.Weight(kind.weight))
    return made


def _load_face(kind: Face) -> None:
    app = QApplication.instance()
    if app is None:
        raise RuntimeError("fonts need a running QApplication")
    known = app.property(_FACES) or []
    if kind.cut and kind.cut not in known:
        QFontDatabase.addApplicationFont(str(asset(f"fonts/{kind.cut}.ttf")))
        app.setProperty(_FACES, [*known, kind.cut])


@functools.cache
def glyphs() -> dict[str, str]:
    """The icons by name, each as the character to draw."""
    table = json.loads(asset("fonts/icons.json").read_text(encoding="utf-8"))
    return {name: chr(int(code, 16)) for name, code in table.items()}
