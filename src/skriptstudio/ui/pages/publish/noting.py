"""Notes that a clip is online."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt

from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.production import Production
from skriptstudio.messages.words import channel_name
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.publish.figures import day
from skriptstudio.ui.pages.publish.uploads import UploadForm
from skriptstudio.ui.take_down import ask_take_down


class Noting(QObject):
    """Asks for day and link of an upload and writes them down."""

    def __init__(self, place: Place, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self.say = place.session.say

    def ask(self, key: str, link_first: bool) -> None:
        """Open the dialog for one target of the open production."""
        say = self.say
        form = UploadForm(self._place.session.house.desk.clock.today(), say)
        dialog = self._place.ask(
            say("Is the clip online on {target}?", target=channel_name(key)),
            say("The entry stays, so that a revocation finds it."),
            say("Enter it"),
            lambda: self._note(key, form.on, form.url),
            form,
        )
        form.changed.connect(lambda: dialog.verb.allow_unless("" if form.on else say("The day is missing.")))
        if link_first:
            form.link.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_gone(self, key: str) -> None:
        """Open the dialog for a target of the open production where the clip was taken down."""
        production = self._place.session.production
        if production is not None:
            ask_take_down(self, self._place, production.id, key, lambda _now: None)

    def _note(self, key: str, on: date | None, url: str) -> None:
        production, house = self._place.session.production, self._place.session.house
        if production is None or on is None:
            return
        wanted = production.id

        def work(control: JobControl) -> Production:
            house.publish.mark_published(wanted, key, on, url)
            return house.desk.open(wanted).record

        self._place.jobs.start(work, partial(self._noted, key, on))

    def _noted(self, key: str, on: date, production: Production) -> None:
        session = self._place.session
        since = day(on, session.speaker)
        self._place.toast(self.say("Noted: {target}, since {day}", target=channel_name(key), day=since))
        if session.production is not None and session.production.id == production.id:
            session.show_production(production)
