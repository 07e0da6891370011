"""Between writing and recording: who may say that a script is ready, and says so."""

from skriptstudio.domain.desk import Desk
from skriptstudio.domain.production import Production
from skriptstudio.domain.script_approval import approved, asked_for_check


class ScriptCheck:
    """The checks of one script."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self, wanted: str, by: str) -> Production:
        """Hand the script to those who may approve it.

        Raises:
            EmptyScript, WrongState: see ``asked_for_check``.
            UnknownName, AmbiguousName, NotYourAccount: see ``Desk.act_as``.
        """
        _, actor = self._desk.act_as(by)
        now = self._desk.clock.now()
        found = self._desk.open(wanted).record
        return self._desk.change(found.id, lambda production: asked_for_check(production, actor, now), actor)

    def approve(self, wanted: str, by: str) -> Production:
        """Say that the script as it stands is ready to be recorded.

        Raises:
            EmptyScript, WrongState, HatMissing, FourEyes: see ``approved``.
            UnknownName, AmbiguousName, NotYourAccount: see ``Desk.act_as``.
        """
        person, actor = self._desk.act_as(by)
        now = self._desk.clock.now()
        found = self._desk.open(wanted).record
        return self._desk.change(found.id, lambda production: approved(production, person, actor, now), actor)
