"""Icons: glyphs of the icon font, drawn in a token's colour."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache

from skriptstudio.ui.fonts import glyphs, load_fonts
from skriptstudio.ui.theme import color, scaled

_RATIOS = (1.0, 1.25, 1.5, 2.0)
"""Device pixel ratios an icon is drawn for; the screen's own comes in addition."""


def paint_icon(painter: QPainter, rect: QRect | QRectF, name: str, token: str = "ink") -> None:
    """Draw the icon ``name`` as large as ``rect``'s height, centred, in the token's colour.

    Raises:
        KeyError: no icon has that name.
    """
    glyph = glyphs()[name]
    box = QRectF(rect)
    face = QFont(load_fonts())
    face.setPixelSize(max(1, round(box.height())))
    painter.save()
    painter.setFont(face)
    painter.setPen(color(token))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, glyph)
    painter.restore()


def require_icon(name: str | None) -> None:
    """Let a wrong name fail where it was given, not later while painting.

    Raises:
        KeyError: no icon has that name; None and an empty name mean no icon.
    """
    if name and name not in glyphs():
        raise KeyError(name)


def icon(name: str, px: int = 20, token: str = "ink") -> QIcon:
    """The icon for widgets that take a QIcon, ``px`` large times the text scale.

    It keeps the colour it was made with: fetch it anew when the theme changes.

    Raises:
        KeyError: no icon has that name.
    """
    require_icon(name)
    size = scaled(px)
    made = QIcon()
    for ratio in sorted({*_RATIOS, QGuiApplication.primaryScreen().devicePixelRatio()}):
        made.addPixmap(_pixmap(name, size, token, ratio))
    return made


def _pixmap(name: str, size: int, token: str, ratio: float) -> QPixmap:
    key = f"skriptstudio/{name}/{size}/{color(token).name()}/{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, QRectF(0, 0, size, size), name, token)
    painter.end()
    QPixmapCache.insert(key, picture)
    return picture
