"""Several first sentences, one rest: a clip of its own for each (design.md, "Hook variants")."""

from dataclasses import replace

from skriptstudio.domain.desk import Desk
from skriptstudio.domain.hook_variants import chosen_hook, with_chosen
from skriptstudio.domain.ids import new_id
from skriptstudio.domain.production import Production
from skriptstudio.domain.take import Take

_TITLE_LETTERS = 60


class Variants:
    """Makes clips that differ in their first sentence alone. Each is cut, checked and released by itself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def make(self, wanted: str, by: str) -> tuple[Production, ...]:
        """One new clip for each waiting hook that has none yet; the takes are copied, all of them.

        Nothing tells which take holds which hook: the best one of the section is shown, until somebody chooses.

        Raises:
            DiskFull, DriveFault, LibraryReadOnly, MissingFile, UnknownName.
        """
        person, actor = self._desk.act_as(by)
        origin = self._desk.open(wanted).record
        known = {summary.title for summary in self._desk.library.list()}
        made = []
        for number, hook in enumerate(origin.script.hooks):
            title = variant_title(origin.title, hook)
            if title not in known:
                started = self._started(origin, title, number, person.id)
                takes = self._copied(origin, started.id)
                made.append(self._desk.change(started.id, lambda p, takes=takes: _with(p, takes), actor))  # type: ignore[misc]
        return tuple(made)

    def _started(self, origin: Production, title: str, number: int, by: str) -> Production:
        """The clip without takes, so that no record ever names a film that isn't there."""
        sections, _ = with_chosen(origin.script.sections, origin.script.hooks, number)
        script = replace(origin.script, sections=tuple(sections), hooks=(), versions=(), approval=None)
        production = Production(
            id=new_id("p"),
            title=title,
            created=self._desk.clock.now(),
            begun_by=by,
            format=origin.format,
            topic=origin.topic,
            script=script,
            brief=origin.brief,
        )
        self._desk.library.create(production)
        return production

    def _copied(self, origin: Production, production: str) -> tuple[Take, ...]:
        library = self._desk.library
        for take in origin.takes:
            library.put_media(production, library.media_path(origin.id, take.file), take.file)
        return origin.takes


def variant_title(title: str, hook: str) -> str:
    """The title of the clip with this first sentence."""
    short = hook if len(hook) <= _TITLE_LETTERS else hook[: _TITLE_LETTERS - 1].rstrip() + "…"
    return f"{title} · {short}"


def _with(production: Production, takes: tuple[Take, ...]) -> Production:
    for take in takes:
        production = production.with_take(take)
    return production


def hook_of(production: Production) -> str:
    """The first sentence that a clip speaks."""
    return chosen_hook(production.script.sections)
