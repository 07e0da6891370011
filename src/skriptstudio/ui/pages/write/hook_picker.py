"""Kinds of hooks to choose from, each with its formula and examples."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.content.hook_types import HookType
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.fields import Choice
from skriptstudio.ui.widgets.text import Text


class HookPicker(QWidget):
    """One choice, and below it how such a hook is made.

    Attributes:
        choice: the kinds.
        formula, examples, heed: of the chosen one.
        chosen: the key of another kind.
    """

    chosen = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say = say
        self._types: tuple[HookType, ...] = ()
        self.choice = Choice(say("Kind of hook"), icon_name="lightbulb")
        self.formula = Text("", "label")
        self.examples = Text("", "body")
        self.heed = Text("", "small", "ink_soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        for part in (self.choice, self.formula, self.examples, self.heed):
            column.addWidget(part)
        column.addStretch(1)
        self.choice.activated.connect(self._choose)

    def show_types(self, types: Sequence[HookType], key: str) -> None:
        """Offer these; ``key`` is the one to show, or else the first."""
        self._types = tuple(types)
        self.choice.set_items([(one.key, one.name) for one in self._types])
        self.choice.choose(key)
        self._show()

    def _choose(self) -> None:
        self._show()
        self.chosen.emit(self.choice.key)

    def _show(self) -> None:
        kind = next((one for one in self._types if one.key == self.choice.key), None)
        if kind is None:
            return
        quoted = "  ".join(self.say("“{text}”", text=example) for example in kind.examples)
        self.formula.setText(kind.formula)
        self.examples.setText(quoted)
        self.heed.setText(kind.heed)
        self.heed.setVisible(bool(kind.heed))
        self.choice.setAccessibleDescription(" ".join((kind.formula, quoted, kind.heed)))
