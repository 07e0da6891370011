"""Station 2: the script."""

from dataclasses import replace
from pathlib import Path

from skriptstudio.domain.advice import ScriptAdvice
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.errors import EmptyScript
from skriptstudio.domain.ports import ScriptCoach, ScriptReader
from skriptstudio.domain.production import Production, State


class Write:
    """Bring scripts in and out, and look at them with a listener's ears."""

    def __init__(self, desk: Desk, documents: ScriptReader, coach: ScriptCoach) -> None:
        self._desk = desk
        self._documents = documents
        self._coach = coach

    def import_script(self, wanted: str, path: Path, by: str = "") -> Production:
        """Replace the script by that of a document; ``by`` becomes an author.

        Everything else of the production stays. Earlier authors stay authors: the new
        text is rarely all new, and four eyes must not be shed by importing again.
        """
        sections = self._documents.read(path)
        person, actor = self._desk.act_as(by) if by else (None, self._desk.anonymous())
        author = person.id if person else actor.person
        found = self._desk.open(wanted).record

        def edit(production: Production) -> Production:
            script = replace(production.script, sections=sections)
            script = script.with_author(author) if author else script
            state = State.SCRIPT if production.state is State.IDEA else production.state
            return replace(production, script=script, state=state)

        return self._desk.change(found.id, edit, actor)

    def export_script(self, wanted: str, target: Path) -> int:
        """Write the script as .docx and return the number of its sections.

        Raises:
            EmptyScript: nothing is written yet.
        """
        production = self._desk.open(wanted).record
        if production.script.is_empty:
            raise EmptyScript(production.title)
        self._documents.write(production.title, production.script.sections, target)
        return len(production.script.sections)

    def check(self, wanted: str) -> ScriptAdvice:
        """Advice on a production's script.

        Raises:
            EmptyScript: nothing is written yet.
        """
        production = self._desk.open(wanted).record
        if production.script.is_empty:
            raise EmptyScript(production.title)
        return self._coach.advise(production.script.sections)


def check_file(path: Path, documents: ScriptReader, coach: ScriptCoach) -> ScriptAdvice:
    """Advice on a document that belongs to no production; needs no library."""
    return coach.advise(documents.read(path))
