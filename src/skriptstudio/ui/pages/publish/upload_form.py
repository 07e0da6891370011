"""Day and link of an upload, checked while they are typed."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.errors import NotAWebAddress, WrongUse
from skriptstudio.domain.online import require_publication
from skriptstudio.domain.production import Production, Publication
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.errors import sentence
from skriptstudio.ui.dates import understood, written
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.fields import Field, LineField


class UploadForm(QWidget):
    """Asks for both.

    Args:
        production: the clip.
        before: what is noted so far, None for nothing.

    Attributes:
        changed: something was typed.
        problem: what is wrong with it, empty if it can be noted.
    """

    changed = Signal()

    def __init__(self, production: Production, before: Publication | None, today: date, speaker: Speaker) -> None:
        super().__init__()
        self._production, self._today, self._speaker = production, today, speaker
        self.problem = ""
        self.day = LineField()
        self.day.setText(written(before.on if before is not None else today))
        self.link = LineField("https://…")
        self.link.setText(before.url if before is not None else "")
        self._day_field = Field(speaker.say("Since when"), self.day)
        self._link_field = Field(speaker.say("Link (can be left empty)"), self.link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self._day_field)
        column.addWidget(self._link_field)
        self.day.textChanged.connect(self._check)
        self.link.textChanged.connect(self._check)
        self._check()

    @property
    def on(self) -> date | None:
        """The day, None while it is none."""
        return understood(self.day.text())

    @property
    def url(self) -> str:
        """The link; one that was copied without its scheme gets it."""
        typed = self.link.text().strip()
        is_host = "." in typed.partition("/")[0] and "://" not in typed
        return f"https://{typed}" if is_host else typed

    def _check(self) -> None:
        day_wrong = link_wrong = ""
        if self.on is None:
            example = written(self._today)
            day_wrong = self._speaker.say("A day like {day}, today at the latest.", day=example)
        else:
            try:
                require_publication(self._production, self.on, self.url, self._today)
            except NotAWebAddress:
                link_wrong = self._speaker.say("Copy the link out of the browser; it begins with https://.")
            except WrongUse as error:
                day_wrong = sentence(error, self._speaker, in_window=True).message
        self._day_field.set_error(day_wrong)
        self._link_field.set_error(link_wrong)
        self.problem = day_wrong or link_wrong
        self.changed.emit()
