"""Where the program's own data files lie: fonts, profiles, catalogues."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def asset_roots() -> tuple[Path, ...]:
    """Folders that may hold the assets, the first one that exists counts.

    Frozen by PyInstaller they lie beside the bundled modules, installed inside
    the package, and in a checkout beside ``src``.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    roots = [Path(frozen) / "assets"] if frozen else []
    return (*roots, _PACKAGE / "assets", _PACKAGE.parent.parent / "assets")


def asset(name: str) -> Path:
    """The file or folder ``name`` of the assets, e.g. ``fonts/Figtree-Bold.ttf``.

    Raises:
        FileNotFoundError: it isn't there; the message names every place that was looked at.
    """
    places = [root / name for root in asset_roots()]
    for place in places:
        if place.exists():
            return place
    raise FileNotFoundError(f"asset {name!r} is in none of: {', '.join(map(str, places))}")
