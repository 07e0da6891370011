"""Hashtags as chips, with a field that makes one of typed words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.errors import BadHashtag
from skriptstudio.domain.post import hashtags_in, unique
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.chips import Chip, FilterChip
from skriptstudio.ui.widgets.fields import LineField
from skriptstudio.ui.widgets.flow import Flow
from skriptstudio.ui.widgets.text import Text


class _TagLine(LineField):
    """Keeps Enter to itself while something is typed; in a dialog it would else be the verb."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        wanted = bool(self.text().strip()) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        super().keyPressEvent(event)
        if wanted and not event.modifiers():
            event.accept()


class HashtagField(QWidget):
    """Each hashtag is a chip that goes when it is pressed; new ones come by Enter, by a comma, or by leaving the field.

    Attributes:
        changed: ``tags`` are others now.
        tags: without "#", in CamelCase.
        field: where new ones are typed.
    """

    changed = Signal()

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.say = say
        self.tags: tuple[str, ...] = ()
        self._suggested: tuple[str, ...] = ()
        self._locked = False
        self._label = Text(say("Hashtags"), "small", "ink_soft")
        self._chips = QWidget()
        self._chips.setObjectName("clear")
        self._flow = Flow(self._chips)
        self.field = _TagLine(say("such as: ein tag im amt"), "hash", say("New hashtag"))
        self._below = Text("", "small", "ink_soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        for widget in (self._label, self._chips, self.field, self._below):
            column.addWidget(widget)
        self.field.textEdited.connect(self._typed)
        self.field.returnPressed.connect(self.take)
        self.field.editingFinished.connect(self.take)
        self._tell("")
        self._fill()

    def show_tags(self, tags: Sequence[str], suggested: Sequence[str] = ()) -> None:
        """Show these without telling anybody; ``suggested`` can be taken with a press."""
        if (tuple(tags), tuple(suggested)) != (self.tags, self._suggested):
            self.tags, self._suggested = tuple(tags), tuple(suggested)
            self._fill()

    def show_hint(self, hint: str) -> None:
        """Say what becomes of hashtags that are too many."""
        if not self.field.text():
            self._tell(hint)

    def set_locked(self, locked: bool) -> None:
        """Only show them."""
        if locked != self._locked:
            self._locked = locked
            self.field.setVisible(not locked)
            self._fill()

    def take(self) -> None:
        """Take over what stands in the field; what makes no hashtag stays there, with the reason below it."""
        typed = self.field.text()
        if not typed.strip():
            return
        try:
            new = hashtags_in(typed)
        except BadHashtag:
            self._tell(self.say("A hashtag needs a letter."), "stop")
            return
        self.field.clear()
        self._tell("")
        self._put((*self.tags, *new))

    # --- inside

    def _typed(self, text: str) -> None:
        if text.endswith((",", ";")):
            self.take()
            return
        try:
            tags = hashtags_in(text)
        except BadHashtag:
            tags = ()
        told = " ".join(f"#{tag}" for tag in tags)
        self._tell(self.say("becomes {tags}", tags=told) if told and told != text.strip() else "")

    def _tell(self, sentence: str, token: str = "ink_soft") -> None:
        self._below.setText(sentence)
        self._below.set_token(token)
        self._below.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)

    def _put(self, tags: Sequence[str]) -> None:
        before, self.tags = self.tags, unique(tuple(tags))
        if self.tags != before:
            self._fill()
            self.changed.emit()

    def _remove(self, tag: str) -> None:
        at = self.tags.index(tag)
        self._put(tuple(one for one in self.tags if one != tag))
        item = self._flow.itemAt(min(at, len(self.tags) - 1)) if self.tags else None
        next_one = item.widget() if item is not None else None
        (next_one or self.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for tag in self.tags:
            self._flow.addWidget(self._chip(tag))
        if not self._locked:
            for tag in self._suggested:
                self._flow.addWidget(self._offer(tag))
        if self._locked and not self.tags:
            self._flow.addWidget(Text(self.say("No hashtags"), "body", "ink_soft"))
        for at in range(self._flow.count() if self._chips.isVisible() else 0):
            if (shown := self._flow.itemAt(at)) is not None and (widget := shown.widget()) is not None:
                widget.show()  # at once, so that it can take the focus
        self._chips.setVisible(self._flow.count() > 0)
        self._chips.updateGeometry()

    def _chip(self, tag: str) -> QWidget:
        if self._locked:
            return Chip(f"#{tag}")
        chip = FilterChip(f"#{tag}", "x", checkable=False, name=self.say("Remove #{tag}", tag=tag))
        chip.clicked.connect(lambda: self._remove(tag))
        return chip

    def _offer(self, tag: str) -> QWidget:
        chip = FilterChip(f"#{tag}", "plus", checkable=False, name=self.say("Add #{tag}", tag=tag))
        chip.clicked.connect(lambda: self._put((*self.tags, tag)))
        return chip
