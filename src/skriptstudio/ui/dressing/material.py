"""Asks about a film or photo that lends its picture: who can be recognised, and where it is from."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from skriptstudio.domain.errors import Cancelled, SkriptStudioError
from skriptstudio.domain.jobs import JobControl, Progress
from skriptstudio.domain.production import Production
from skriptstudio.domain.take import Take
from skriptstudio.ui.dressing.editor import DressingEditor
from skriptstudio.ui.jobs import Job
from skriptstudio.ui.page import Place
from skriptstudio.ui.widgets.fields import Field, LineField
from skriptstudio.ui.widgets.person_ticks import WhoIsSeen


def ask_material(place: Place, editor: DressingEditor, path: Path) -> None:
    """Ask whose consent a film or photo needs and where it is from, then fetch it."""
    session, say = place.session, place.session.say
    source = LineField(say("For example: own photo, or name and licence"))
    house, production = session.house, editor.production.id

    def bring(people: tuple[str, ...]) -> None:
        told, title = source.text().strip(), say("“{name}” is being fetched.", name=path.name)
        job = _work(
            place,
            editor,
            lambda control: house.bring_material(production, path, people, told, control),
            editor.use_material,
            lambda progress: editor.fetching.show_progress(progress.done, f"{round(100 * progress.done)} %", title),
        )
        editor.fetching.show_progress(None, "", title)
        editor.fetching.cancel_asked.connect(job.cancel)
        editor.fetching.show()

    _ask(place, say("Fetch"), (), bring, Field(say("Source and licence"), source))


def ask_again(place: Place, editor: DressingEditor, take_id: str) -> None:
    """Ask once more who can be recognised in a take whose picture is lent."""
    house, production = place.session.house, editor.production.id

    def save(people: tuple[str, ...]) -> None:
        _work(
            place, editor, lambda _control: house.record.name_speakers(production, take_id, people), editor.know_again
        )

    _ask(place, place.session.say("Save"), editor.production.take(take_id).speakers, save)


def _ask(
    place: Place,
    verb: str,
    ticked: tuple[str, ...],
    then: Callable[[tuple[str, ...]], None],
    more: QWidget | None = None,
) -> None:
    session, say = place.session, place.session.say
    who = WhoIsSeen(say, session.staff.people, ticked)
    fields = QWidget()
    column = QVBoxLayout(fields)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(who)
    if more is not None:
        column.addWidget(more)
    sentence = say("Tick everybody: each of them needs a consent for every channel, like everybody who speaks.")
    dialog = place.ask(say("Who can be recognised?"), sentence, verb, lambda: then(who.ticked), content=fields)

    def show() -> None:
        dialog.verb.allow_unless("" if who.answered else say("Tick who can be recognised, or “nobody”."))

    who.changed.connect(show)
    show()


def _work(
    place: Place,
    editor: DressingEditor,
    step: Callable[[JobControl], Take],
    then: Callable[[Production, str], None],
    progressed: Callable[[Progress], None] = lambda _progress: None,
) -> Job[tuple[Production, str]]:
    """Change a take in a job, and show the production as it is then, as long as it is the open one."""
    session, house, production = place.session, place.session.house, editor.production.id

    def work(control: JobControl) -> tuple[Production, str]:
        take = step(control)
        return house.desk.library.read(production).record, take.id

    def done(found: tuple[Production, str]) -> None:
        opened = session.production
        if opened is not None and opened.id == production:
            session.show_production(found[0])
        if isValid(editor):
            editor.fetching.hide()
            then(*found)

    def failed(error: SkriptStudioError) -> None:
        if isValid(editor):
            editor.fetching.hide()
        if not isinstance(error, Cancelled):
            place.fail(error)

    def told(progress: Progress) -> None:
        if isValid(editor):
            progressed(progress)

    return place.jobs.start(work, done, failed, told)
