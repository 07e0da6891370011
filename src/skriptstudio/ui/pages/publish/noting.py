"""Notes that a clip is online, and corrects what was noted."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt

from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.production import Production, Publication
from skriptstudio.messages.words import channel_name
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.publish.figures import day
from skriptstudio.ui.pages.publish.places import copy_text, open_link
from skriptstudio.ui.pages.publish.upload_form import UploadForm
from skriptstudio.ui.take_down import ask_take_down


class Noting(QObject):
    """Asks for day and link of an upload and writes them down.

    Attributes:
        open_link: the desktop's browser, so that tests can stand in for it.
    """

    def __init__(self, place: Place, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self.say = place.session.say
        self.open_link = open_link

    def ask(self, key: str, link_first: bool) -> None:
        """Open the dialog for one target of the open production, with what is noted there already."""
        say, session = self.say, self._place.session
        production = session.production
        if production is None:
            return
        before = next((p for p in production.publications if p.profile == key and p.removed is None), None)
        form = UploadForm(production, before, session.house.desk.clock.today(), session.speaker)
        name = channel_name(key)
        title = say("Is the clip online on {target}?", target=name)
        if before is not None:
            title = say("Upload on {target}", target=name)
        dialog = self._place.ask(
            title,
            say("The entry stays, so that a revocation finds it."),
            say("Enter it") if before is None else say("Change"),
            lambda: self._note(production.id, key, before, form.on, form.url),
            form,
        )
        dialog.verb.allow_unless(form.problem)
        form.changed.connect(lambda: dialog.verb.allow_unless(form.problem))
        if link_first:
            form.link.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_gone(self, key: str) -> None:
        """Open the dialog for a target of the open production where the clip was taken down."""
        production = self._place.session.production
        if production is not None:
            ask_take_down(self, self._place, production.id, key, lambda _now: None)

    def show_post(self, url: str) -> None:
        """Open an upload in the browser, or copy its address where there is none."""
        if not self.open_link(url):
            copy_text(url)
            self._place.toast(self.say("No browser opens here. The link is copied: {url}", url=url), "info")

    def _note(self, wanted: str, key: str, before: Publication | None, on: date | None, url: str) -> None:
        house = self._place.session.house
        if on is None:
            return

        def work(control: JobControl) -> Production:
            if before is None:
                house.publish.mark_published(wanted, key, on, url)
            else:
                house.results.correct(wanted, before, on, url)
            return house.desk.open(wanted).record

        self._place.jobs.start(work, partial(self._noted, key, on))

    def _noted(self, key: str, on: date, production: Production) -> None:
        session = self._place.session
        since = day(on, session.speaker)
        self._place.toast(self.say("Noted: {target}, since {day}", target=channel_name(key), day=since))
        if session.production is not None and session.production.id == production.id:
            session.show_production(production)
