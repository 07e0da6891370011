"""How dark the band under the prompter's text is."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from skriptstudio.domain.assets import asset
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.settings.section import Section
from skriptstudio.ui.theme import color
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.paragraph import Paragraph
from skriptstudio.ui.widgets.slider import Slider
from skriptstudio.ui.widgets.text import Text

_LEAST, _MOST = 60, 100


class PrompterSection(Section):
    """The prompter's band, with a picture of what the value does.

    Attributes:
        backdrop: the value in percent.
    """

    def __init__(self, place: Place) -> None:
        say = place.session.say
        super().__init__(place, say("Prompter"))
        self.backdrop = Slider(say("Ground under the text"), _LEAST, _MOST)
        self._value = Text(tabular=True, align=Qt.AlignmentFlag.AlignRight)
        control = QWidget()
        control.setAccessibleName(say("Ground under the text"))
        row = QHBoxLayout(control)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(self.backdrop)
        row.addWidget(self._value)
        self.row(say("Ground under the text"), say("Darker reads more easily, lighter shows more of you"), control)
        self._picture = _BandPicture(say("My office has no walls today."), say("Picture of the prompter"))
        self.column.addSpacing(SPACE.s)
        self.column.addWidget(self._picture)
        self.end()
        self.refresh()
        self.backdrop.sliderMoved.connect(self._show)
        self.backdrop.valueChanged.connect(self._set)

    def refresh(self) -> None:
        percent = round(self.session.settings.prompter.backdrop * 100)
        self.backdrop.setValue(percent)
        self._show(percent)

    def _set(self, percent: int) -> None:
        self._show(percent)
        self.change(prompter=replace(self.session.settings.prompter, backdrop=percent / 100))

    def _show(self, percent: int) -> None:
        self._value.setText(self.say("{percent} %", percent=percent))
        self._value.setMinimumWidth(Paragraph("100 %", tabular=True).natural_width() + 2)
        self._picture.show_share(percent / 100)


class _BandPicture(QWidget):
    """The upper part of the preview with the band over it."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._text = text
        self._share = 0.78
        self._person = QSvgRenderer(str(asset("art/presenter.svg")), self)
        self._person.setAspectRatioMode(Qt.AspectRatioMode.IgnoreAspectRatio)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(270, 240)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), RADIUS.card, RADIUS.card)
        painter.setClipPath(path)
        self._person.render(painter, QRectF(0, 0, 270, 480))
        words = Paragraph(self._text, role="card", token="stage_now")
        band = QRectF(0, 0, self.width(), words.height(self.width() - 32) + 24)
        ground = QColor(color("stage"))
        ground.setAlphaF(self._share)
        painter.fillRect(band, ground)
        words.paint(painter, band.adjusted(16, 12, -16, 0), Qt.AlignmentFlag.AlignHCenter)
