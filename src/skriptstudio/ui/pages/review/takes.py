"""The takes of a section as chips; the star marks the one that counts as best."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from skriptstudio.domain.take import Take
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.pages.review.blocks import section_text, section_token
from skriptstudio.ui.pages.review.play_time import decimal_text
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import IconButton
from skriptstudio.ui.widgets.chips import FilterChip
from skriptstudio.ui.widgets.text import Text


class TakeChips(QWidget):
    """The section's name at the left, its takes at the right.

    Attributes:
        chosen: id of the take to use.
        side_by_side: the button that shows two of them; hidden where there is one.
    """

    chosen = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say = say
        self._chips: list[FilterChip] = []
        self._shown: tuple[object, ...] = ()
        self._name = Text("", "small_strong", lines=1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE.s)
        self._row.addWidget(self._name, 1)
        self.side_by_side = IconButton("users", say("Two takes side by side"), key="G")
        self._row.addWidget(self.side_by_side)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_takes(self, section: str, takes: Sequence[Take], used: str, language: str) -> None:
        """Show the takes of a section, oldest first; ``used`` is the id of the one in the cut."""
        state = (section, tuple((take.id, take.starred) for take in takes), used, language)
        if state == self._shown:
            return
        self._shown = state
        self._name.setText(section_text(section, self.say))
        self._name.set_token(section_token(section))
        for old in self._chips:
            old.hide()
            old.deleteLater()
        self._chips = []
        self.side_by_side.setVisible(len(takes) > 1)
        for number, take in enumerate(takes, 1):
            self._add(number, take, take.id == used, language)

    def _add(self, number: int, take: Take, used: bool, language: str) -> None:
        seconds = decimal_text(take.seconds, language)
        text = self.say("Take {number} · {seconds} s", number=number, seconds=seconds)
        best = self.say("{take}, best take", take=text) if take.starred else text
        chip = FilterChip(text, "star-fill" if take.starred else "", name=best)
        chip.setChecked(used)
        chip.clicked.connect(lambda _=False, take=take, chip=chip: self._choose(chip, take.id))
        self._row.addWidget(chip)
        self._chips.append(chip)

    def _choose(self, chip: FilterChip, take: str) -> None:
        already = not chip.isChecked()
        chip.setChecked(True)
        if not already:
            self.chosen.emit(take)

    @property
    def chips(self) -> tuple[FilterChip, ...]:
        """The chips from left to right."""
        return tuple(self._chips)
