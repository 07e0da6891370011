"""What can be set about the prompter: size of the text, darkness of its ground."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from skriptstudio.domain.ports import Still
from skriptstudio.domain.prompter import Prompter
from skriptstudio.ui.pages.record.film import Film
from skriptstudio.ui.pages.record.prompter import PrompterBand
from skriptstudio.ui.pages.record.reading import Sentence
from skriptstudio.ui.pages.record.words import Say
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.fields import Choice
from skriptstudio.ui.widgets.text import Text

DISTANCES_PX = {60: 27, 80: 35, 100: 44}
"""Font size by distance from the screen in cm on a 15.6 inch screen (looks.md 2.2)."""

BACKDROPS = (0.6, 0.7, 0.78, 0.9, 1.0)


class PrompterChoice(QWidget):
    """Content of the dialog *Prompter einstellen*, with a specimen.

    Attributes:
        changed: size or ground is another one.
    """

    changed = Signal()

    def __init__(self, say: Say, px: int, backdrop: float, sentences: Sequence[Sentence], still: Still | None) -> None:
        super().__init__()
        self.say = say
        sizes = sorted({*DISTANCES_PX.values(), px})
        words = {size: cm for cm, size in DISTANCES_PX.items()}
        self.size_choice = Choice(
            say("Size of the text"),
            [
                (str(size), say("{cm} cm away", cm=words[size]) if size in words else say("{px} px", px=size))
                for size in sizes
            ],
        )
        self.size_choice.choose(str(px))
        self.ground = Choice(
            say("Ground under the text"),
            [(str(share), say("{percent} % dark", percent=round(share * 100))) for share in BACKDROPS],
        )
        self.ground.choose(str(min(BACKDROPS, key=lambda share: abs(share - backdrop))))
        self._specimen = _Specimen(say("Prompter"), sentences, still)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self._specimen)
        rows = QFormLayout()
        rows.setSpacing(SPACE.s)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.addRow(_label(say("Size of the text"), self.size_choice), self.size_choice)
        rows.addRow(_label(say("Ground under the text"), self.ground), self.ground)
        column.addLayout(rows)
        for choice in (self.size_choice, self.ground):
            choice.activated.connect(self._show)
        self._show()

    @property
    def px(self) -> int:
        """The chosen size of the text."""
        return int(self.size_choice.key)

    @property
    def backdrop(self) -> float:
        """How dark the ground shall be, 0.6 to 1.0."""
        return float(self.ground.key)

    def _show(self) -> None:
        self._specimen.show_look(self.px, self.backdrop)
        self.changed.emit()


def _label(text: str, of: QWidget) -> QLabel:
    label = Text(text, "label")
    label.setBuddy(of)
    return label


class _Specimen(QWidget):
    """The first lines over the picture, two thirds as large as on the stage."""

    def __init__(self, name: str, sentences: Sequence[Sentence], still: Still | None) -> None:
        super().__init__()
        self._px = 35
        self.film = Film(name, mirrored=True, parent=self)
        if still is not None:
            self.film.show_still(still)
        self.band = PrompterBand(name, parent=self)
        self.band.set_text(sentences)
        self.setMinimumHeight(112)

    def show_look(self, px: int, backdrop: float) -> None:
        self._px = px
        self.band.set_look(Prompter(text_px=px, backdrop=backdrop))
        self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(300, 112)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self.film.setGeometry(self.rect())
        self.band.fit(round(self._px * 2 / 3), 2, self.width())
        self.band.setFocusPolicy(Qt.FocusPolicy.NoFocus)
