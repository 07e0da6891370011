"""Who else has the open production before them: told in the header, so that two people talk before they write."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.presence import RENEW_SECONDS, Editor
from skriptstudio.ui.jobs import Jobs
from skriptstudio.ui.session import Session

if TYPE_CHECKING:
    from skriptstudio.domain.ports.library import Presence


class Company(QObject):
    """Says that somebody is at the open production, and listens for others; only a hint, it keeps nobody from anything.

    Attributes:
        changed: others came or went.
        others: who is at it besides the one at this window.
    """

    changed = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._at = ""
        self._presence: Presence | None = None
        self.others: tuple[Editor, ...] = ()
        self._timer = QTimer(self, interval=round(RENEW_SECONDS * 1000))
        self._timer.timeout.connect(self._renew)
        session.production_changed.connect(self._follow)
        session.library_changed.connect(self._leave)

    @property
    def names(self) -> str:
        """Names of the others; the account's where nobody was chosen there."""
        return ", ".join(dict.fromkeys(one.person or one.account for one in self.others))

    def leave(self) -> None:
        """The window goes."""
        self._leave()

    def _follow(self) -> None:
        production = self._session.production
        wanted = production.id if production is not None else ""
        if wanted == self._at:
            return
        self._leave()
        if production is None:
            return
        self._at = wanted
        house, person = self._session.house, self._session.person
        name = person.name if person is not None else ""

        def come(_control: object) -> tuple[Presence, tuple[Editor, ...]]:
            presence = house.presence(wanted, name)
            others = presence.others()
            with suppress(SkriptStudioError):  # who may only read sees the others and stays unseen
                presence.renew()
            return presence, others

        def came(found: tuple[Presence, tuple[Editor, ...]]) -> None:
            if isValid(self) and self._at == wanted:
                self._presence = found[0]
                self._timer.start()
                self._show(found[1])
            else:
                found[0].leave()

        self._jobs.start(come, came, lambda error: None)

    def _renew(self) -> None:
        presence = self._presence
        if presence is None:
            return

        def work(_control: object) -> tuple[Editor, ...]:
            with suppress(SkriptStudioError):
                presence.renew()
            return presence.others()

        def done(others: tuple[Editor, ...]) -> None:
            if isValid(self) and self._presence is presence:
                self._show(others)

        self._jobs.start(work, done, lambda error: None)

    def _show(self, others: tuple[Editor, ...]) -> None:
        if others != self.others:
            self.others = others
            self.changed.emit()

    def _leave(self) -> None:
        self._timer.stop()
        self._at = ""
        presence, self._presence = self._presence, None
        if presence is not None:
            self._jobs.start(lambda control: presence.leave(), None, lambda error: None)
        self._show(())
