"""In which order Tab goes round, where Qt's own (what was made last comes last) leads astray."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_LINE_PX = 16
"""Whose middles lie closer together stand in one line."""


def reading_order(area: QWidget) -> list[QWidget]:
    """What Tab reaches inside of an area (or the area itself), from top to bottom, in a line from left to right."""
    inside = [one for one in (area, *area.findChildren(QWidget)) if _takes_tab(one)]

    def corner(one: QWidget) -> QPoint:
        return QPoint() if one is area else one.mapTo(area, QPoint())

    def middle(one: QWidget) -> int:
        return corner(one).y() + one.height() // 2

    lines: list[list[QWidget]] = []
    for one in sorted(inside, key=middle):
        if lines and middle(one) - middle(lines[-1][0]) < _LINE_PX:
            lines[-1].append(one)
        else:
            lines.append([one])
    return [one for line in lines for one in sorted(line, key=lambda one: corner(one).x())]


def go_round(ring: Iterable[QWidget], forward: bool) -> bool:
    """Give the focus to the next one of a ring, or the one before; False where the focus isn't in the ring."""
    order, now = list(dict.fromkeys(ring)), QApplication.focusWidget()
    if now not in order:
        return False
    to = order[(order.index(now) + (1 if forward else -1)) % len(order)]
    to.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    outer = to.parentWidget()
    while outer is not None:
        if isinstance(outer, QScrollArea):
            outer.ensureWidgetVisible(to)
        outer = outer.parentWidget()
    return True


def _takes_tab(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
