"""The program's mark, and the round mark of a person."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from skriptstudio.ui.theme import color, font


def paint_mark(painter: QPainter, box: QRectF) -> None:
    """Draw the program's mark (18 x 25 as drawn in ``assets/logo.svg``) into ``box``."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / 18, box.height() / 25)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("primary"))
    painter.drawRoundedRect(QRectF(1, 1, 16, 23), 4.5, 4.5)
    painter.setBrush(color("warm"))
    painter.drawEllipse(QRectF(6.8, 4, 4.4, 4.4))
    painter.setPen(QPen(color("on_primary"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for y, end in ((12.0, 13.0), (15.6, 13.0), (19.2, 9.5)):
        painter.drawLine(QPointF(5, y), QPointF(end, y))
    painter.restore()


def paint_avatar(painter: QPainter, circle: QRectF, name: str, warm: bool = True) -> None:
    """Draw a person's round mark with the first letter of ``name``."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("warm_tint" if warm else "tint"))
    painter.drawEllipse(circle)
    face = font("label")
    painter.setFont(face)
    painter.setPen(color("warm_ink" if warm else "on_tint"))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, name[:1].upper())
