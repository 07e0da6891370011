"""The exports of this page: the one that runs, what came of the others."""

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.captions import Captions
from skriptstudio.domain.errors import Cancelled, SkriptStudioError
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.package_making import ExportWish
from skriptstudio.domain.production import Production
from skriptstudio.ui.jobs import Jobs
from skriptstudio.ui.pages.publish.export import Export, Outcome
from skriptstudio.ui.pages.publish.made import Made, made_from
from skriptstudio.ui.session import Session


class Exports(QObject):
    """Runs one export at a time and remembers by production what came of it.

    Attributes:
        moved: the running one has got further.
        made: emitted with the export that is done and the production as it is now.
        failed: emitted with the export and its error, ``Cancelled`` included.
        running: the one on its way.
        packages, drafts: what was made since the window was opened.
        failures: error and wish of a try that failed; a new try forgets it.
    """

    moved = Signal()
    made = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self.running: Export | None = None
        self.packages: dict[str, Made] = {}
        self.drafts: dict[str, Made] = {}
        self.failures: dict[str, tuple[SkriptStudioError, ExportWish]] = {}

    def of(self, production: str) -> Export | None:
        """The running export, if it is one of this production."""
        running = self.running
        return running if running is not None and running.wish.production == production else None

    def start(self, wish: ExportWish, title: str, poster: bytes | None) -> None:
        """Begin; nothing happens while another one is on its way."""
        if self.running is not None:
            return
        house = self._session.house

        def work(control: JobControl) -> Outcome:
            captions = house.review.captions(wish.production) if wish.draft else Captions()
            package = house.publish.export(wish, captions, control)
            return made_from(package, wish.draft), house.desk.open(wish.production).record

        self.failures.pop(wish.production, None)
        self.running = Export(wish, title, poster, self)
        self.running.moved.connect(self.moved)
        self.running.done.connect(self._done)
        self.running.failed.connect(self._failed)
        self.running.start(self._jobs, work)

    def cancel(self) -> None:
        """Stop the running one; its finished pieces are kept by the renderer."""
        if self.running is not None:
            self.running.cancel()

    def _ended(self) -> Export:
        export, self.running = self.running, None
        assert export is not None
        export.deleteLater()
        return export

    def _done(self, made: Made, production: Production) -> None:
        export = self._ended()
        (self.drafts if made.draft else self.packages)[production.id] = made
        self.made.emit(export, production)

    def _failed(self, error: SkriptStudioError) -> None:
        export = self._ended()
        if not isinstance(error, Cancelled):
            self.failures[export.wish.production] = (error, export.wish)
        self.failed.emit(export, error)
