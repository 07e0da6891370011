"""The package is being made: how far, how long, and how to stop."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.pages.publish.export import Export
from skriptstudio.ui.pages.publish.parts import Cover
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.job_strip import JobStrip, Progress
from skriptstudio.ui.widgets.lamp import Lamp
from skriptstudio.ui.widgets.text import Text

_COVER_PX, _TEXT_PX, _BAR_PX = 118, 478, 12


class RunView(QWidget):
    """Still, title, bar, remaining time and the parts of the work."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.say = say
        self.cover = Cover(say("Still of the clip"), _COVER_PX)
        self.cover.setFixedHeight(round(_COVER_PX * 16 / 9))
        self._title = Text("", "question")
        self.progress = Progress(say("The package is being made"), _BAR_PX)
        self._detail = Text("", tabular=True)
        self._picture = Lamp("open", say("Picture, sound and captions"), small=True, strong=False)
        self._files = Lamp("open", say("A folder for every target"), small=True, strong=False)
        text = QVBoxLayout()
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(SPACE.m)
        text.addStretch(1)
        for widget in (self._title, self.progress, self._detail, self._picture, self._files):
            text.addWidget(widget)
        text.addStretch(1)
        self._text = QWidget()
        self._text.setLayout(text)
        row = QHBoxLayout(self)
        row.setSpacing(SPACE.page)
        row.addStretch(1)
        row.addWidget(self.cover, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text)
        row.addStretch(1)

    def show_export(self, export: Export) -> None:
        """Show how far it is."""
        say = self.say
        draft = export.wish.draft
        title = say("The draft is being made") if draft else say("The package is being made")
        self._text.setFixedWidth(scaled(_TEXT_PX))
        self._title.setText(title)
        self.progress.setAccessibleName(title)
        self.progress.set_fraction(export.fraction or None)
        self._detail.show_text(left_text(export, say), percent(export))
        rendered = export.stage == "files"
        self._files.setVisible(not draft)
        self._picture.show_state("ok" if rendered else "open", say("Picture, sound and captions"))


class OtherJob(QWidget):
    """A strip at the top of the page while the package of another clip is on its way.

    Attributes:
        cancel_asked: stop that job.
    """

    cancel_asked = Signal()

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.say = say
        self.strip = JobStrip(say("The package is being made"), say("Cancel"))
        self.strip.cancel_asked.connect(self.cancel_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE.m)
        column.addWidget(self.strip)

    def show_export(self, export: Export) -> None:
        """Show how far it is."""
        detail = " · ".join(part for part in (percent(export), left_text(export, self.say, "")) if part)
        title = self.say("The package of “{title}” is being made", title=export.title)
        if export.wish.draft:
            title = self.say("The draft of “{title}” is being made", title=export.title)
        self.strip.show_progress(export.fraction or None, detail, title)


def percent(export: Export) -> str:
    """``62 %``."""
    return f"{round(export.fraction * 100)} %"


def left_text(export: Export, say: Say, lead: str = "· ") -> str:
    """How long it still takes, empty while that can't be told."""
    left = export.seconds_left
    if left is None:
        return ""
    if left < 2:
        return lead + say("almost done")
    return lead + say("about {seconds} seconds left", seconds=left)
