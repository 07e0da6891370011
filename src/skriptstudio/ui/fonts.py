"""Figtree and the icon font, loaded once for the running application."""

import functools
import json

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from skriptstudio.domain.assets import asset

CUTS = ("Figtree-Regular", "Figtree-Medium", "Figtree-SemiBold", "Figtree-Bold")
"""Static cuts: Qt 6.12 offers a variable file as "Light" only (measured)."""

_ICON_FAMILY = "skriptstudioIconFamily"


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


@functools.cache
def glyphs() -> dict[str, str]:
    """The icons by name, each as the character to draw."""
    table = json.loads(asset("fonts/icons.json").read_text(encoding="utf-8"))
    return {name: chr(int(code, 16)) for name, code in table.items()}
