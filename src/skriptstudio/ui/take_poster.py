"""A take's picture beside a question about it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from shiboken6 import isValid

from skriptstudio.domain.production import Production
from skriptstudio.domain.take import Take
from skriptstudio.ui.page import Place
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.rows import paint_poster

_TALL_PX = 192


class TakePoster(QWidget):
    """The picture of a take, made in a job; an empty well until then, and where there is none."""

    def __init__(self, place: Place, production: Production, take: Take) -> None:
        super().__init__()
        self.setAccessibleName(place.session.say("Picture of the take"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.picture = QPixmap()
        house = place.session.house

        def show(jpeg: bytes) -> None:
            if isValid(self) and self.picture.loadFromData(jpeg):
                self.update()

        place.jobs.start(lambda control: house.films.poster(production, take, control), show, lambda _error: None)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(_TALL_PX * 9 // 16), scaled(_TALL_PX))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        known = None if self.picture.isNull() else self.picture
        paint_poster(painter, QRectF(self.rect()), known, RADIUS.button)


def beside_poster(place: Place, production: Production, take: Take, content: QWidget) -> QWidget:
    """A question's ``content`` with the take's picture at its left."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.card)
    row.addWidget(TakePoster(place, production, take), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(content, 1)
    return box
