"""Forms of texts over the picture and of the logo: each shows a thing, and tells what it became."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.dressing import NameLine
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.dressing.fields import ClipTime, Span, hint
from skriptstudio.ui.dressing.remarks import NOTHING, Remark
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.fields import Field, LineField, TextField
from skriptstudio.ui.widgets.flow import Flow
from skriptstudio.ui.widgets.text import Text


class Form(QWidget):
    """Fields below each other.

    Attributes:
        changed: the new state of the thing, of the kind that ``show_thing`` takes.
        remark: whether what is written can be read; in forms of text alone.
        written: the field that the remark is about; None where there is no text.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.written: QWidget | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE.s)
        self.remark = Text("", "small", "ink_soft")
        self.show_remark(NOTHING)

    def show_remark(self, remark: Remark) -> None:
        """Say whether the text can be read, or nothing."""
        self.remark.setText(remark.words)
        self.remark.set_token("hint" if remark.warns else "ink_soft")
        self.remark.setVisible(bool(remark.words))
        if self.written is not None:
            self.written.setAccessibleDescription(remark.words)

    def fill(self, *widgets: QWidget) -> None:
        """Put these in, from the top."""
        for widget in widgets:
            self.column.addWidget(widget)
        self.column.addStretch(1)


class TitleForm(Form):
    """The hook in large letters."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.written = self.text = LineField(say("For example: Who is measuring here?"), name=say("Title"))
        self.text.textEdited.connect(lambda text: self.changed.emit(text.strip()))
        self.fill(
            Field(say("Title"), self.text),
            self.remark,
            hint(say("Stands over the first three seconds, in large letters. A short hook works best.")),
        )

    def show_thing(self, title: str) -> None:
        """Show the title."""
        if title != self.text.text().strip():
            self.text.setText(title)


class CardForm(Form):
    """The words of the card at the end."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.written = self.text = TextField(say("For example: Apply by 31 March"), rows=3, name=say("End card"))
        self.text.textChanged.connect(lambda: self.changed.emit(self.text.toPlainText().strip()))
        self.fill(
            Field(say("End card"), self.text),
            self.remark,
            hint(
                say(
                    "Is seen for two seconds after the last word. The first line is large: what to do, "
                    "below it where: a short address that can be read at a glance."
                )
            ),
        )

    def show_thing(self, text: str) -> None:
        """Show the words of the card."""
        if text != self.text.toPlainText().strip():
            self.text.setPlainText(text)


class LogoForm(Form):
    """The house's logo; ``changed`` tells True to choose one, False to take it away."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.choose = Button(say("Choose a picture"), icon="folder-open", small=True)
        self.remove = Button(say("No logo"), "quiet", small=True)
        self.choose.clicked.connect(lambda: self.changed.emit(True))
        self.remove.clicked.connect(lambda: self.changed.emit(False))
        for button in (self.choose, self.remove):
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.fill(
            hint(say("Stands at the top left as soon as the title is gone. Never on TikTok: viewers swipe it away.")),
        )


class NameForm(Form):
    """Name and role in the lower third."""

    def __init__(self, time: ClipTime) -> None:
        super().__init__()
        say = time.speaker.say
        self.name, self.role = LineField(), LineField()
        self.written = self.name
        self.span = Span(time)
        self._offered = QWidget()
        self._flow = Flow(self._offered)
        self._offered.hide()
        for field in (self.name, self.role):
            field.textEdited.connect(self._tell)
        self.span.changed.connect(self._tell)
        self.fill(
            Field(say("Name"), self.name),
            self._offered,
            Field(say("Role"), self.role, say("For example “Ausbildung Vermessung”. May stay empty.")),
            self.remark,
            self.span,
        )

    def offer(self, names: Sequence[str]) -> None:
        """Let one of these names be taken with a click."""
        for name in names:
            button = Button(name, "quiet", "identification-card", small=True)
            button.clicked.connect(lambda _=False, name=name: self._take_name(name))
            self._flow.addWidget(button)
        self._offered.setVisible(bool(names))

    def _take_name(self, name: str) -> None:
        self.name.setText(name)
        self._tell()

    def show_thing(self, line: NameLine) -> None:
        """Show a name line."""
        for field, text in ((self.name, line.name), (self.role, line.role)):
            if field.text().strip() != text:
                field.setText(text)
        self.span.show_value(line.start, line.end)

    def _tell(self) -> None:
        line = NameLine(self.name.text().strip(), self.role.text().strip(), self.span.start, self.span.end)
        self.changed.emit(line)
