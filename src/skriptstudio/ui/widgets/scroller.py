"""What scrolls where there is too little room."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scroller(QScrollArea):
    """As high as what it holds where there is room, else it scrolls; what has the focus is kept in view."""

    def __init__(self, inside: QWidget, whole: bool = False) -> None:
        super().__init__()
        self._whole = whole
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside.setObjectName("clear")
        self.setWidget(inside)
        for one in inside.findChildren(QWidget):
            if one.focusPolicy() != Qt.FocusPolicy.NoFocus:
                one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched, 8, 24)
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        inside = self.widget()
        if inside is None or not self._whole:
            return super().sizeHint()
        return inside.sizeHint() + QSize(0, 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(120, 72)
