"""Station 2: the script."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from skriptstudio.domain.advice import ScriptAdvice, SectionAdvice, without_left
from skriptstudio.domain.brief import Brief
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.errors import EmptyScript, OutdatedState, WrongState
from skriptstudio.domain.ports.documents import ScriptReader
from skriptstudio.domain.ports.language import ScriptCoach
from skriptstudio.domain.production import Actor, Production, State
from skriptstudio.domain.release import CHECKER, SEALED
from skriptstudio.domain.script import LeftRemark, ScriptVersion, Section, SectionKind, Unplaced
from skriptstudio.domain.script_versions import rewritten, version_number

LOCKED = frozenset({*CHECKER, *SEALED, State.BLOCKED, State.WITHDRAWN})
"""States in which others rely on the text as it stands."""

MOST_LEFT = 500
"""Remarks that a script remembers as left so; the oldest go where there are too many."""

_UNKNOWN = ""
"""A revision that nothing ever had: the library then keeps what it refuses."""


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
        return self.import_document(wanted, path, by)[0]

    def import_document(self, wanted: str, path: Path, by: str = "") -> tuple[Production, tuple[Unplaced, ...]]:
        """As ``import_script``, with the pieces of the document that found no place in the script."""
        read = self._documents.read_all(path)
        author, actor = self._author(by)
        found = self._desk.open(wanted).record
        now = self._desk.clock.now()
        changed = self._desk.change(
            found.id, lambda production: _rewritten(production, read.sections, author, now, whole=True), actor
        )
        return changed, read.unplaced

    def bring_back(self, production_id: str, version: ScriptVersion, by: str = "") -> Production:
        """Let an earlier version be the script again; what stood there until now becomes a version itself.

        Raises:
            WrongState: it was handed in, so others rely on the text.
        """
        author, actor = self._author(by)
        now = self._desk.clock.now()

        def edit(production: Production) -> Production:
            if production.state in LOCKED:
                raise WrongState(production.title, production.state.value, State.RETURNED.value)
            return _rewritten(production, version.sections, author, now, whole=True)

        return self._desk.change(production_id, edit, actor)

    def save(
        self,
        production_id: str,
        sections: Sequence[Section],
        by: str = "",
        before: Sequence[Section] | None = None,
        brief: Brief | None = None,
        hooks: Sequence[str] | None = None,
    ) -> Production:
        """Replace the sections of the script; ``by`` becomes an author. The same sections change nothing.

        Args:
            production_id: the id of the production.
            sections: the whole script as it shall be.
            by: id or name of who wrote; empty for whoever owns the account.
            before: the sections that the writer started from. Where others have written in
                between, the text is kept beside theirs; None replaces whatever is there.
            brief: answers to the questions before the script; None leaves those that are there.
            hooks: the other first sentences; None leaves those that are there.

        Raises:
            WrongState: it was handed in, so others rely on the text.
            OutdatedState: others have written since ``before``.
            UnknownName, AmbiguousName, NotYourAccount: see ``Desk.act_as``.
        """
        author, actor = self._author(by)
        wanted, now = tuple(sections), self._desk.clock.now()

        def edit(production: Production) -> Production:
            present = production.script.sections
            answered = production if brief is None else replace(production, brief=brief)
            if hooks is not None:
                answered = replace(answered, script=replace(answered.script, hooks=tuple(hooks)))
            if present == wanted and answered == production:
                return production
            if production.state in LOCKED:
                raise WrongState(production.title, production.state.value, State.RETURNED.value)
            if present == wanted:
                return answered
            changed = _rewritten(answered, wanted, author, now)
            if before is not None and present != tuple(before):
                self._desk.library.write(changed, _UNKNOWN)
                raise OutdatedState(production.title, "")
            return changed

        return self._desk.change(production_id, edit, actor)

    def leave_remark(self, production_id: str, mark: LeftRemark, by: str = "") -> Production:
        """Say a remark no more, to nobody who writes on this script, until its words change."""
        _, actor = self._author(by)

        def edit(production: Production) -> Production:
            left = production.script.left
            return production if mark in left else _with_left(production, (*left, mark)[-MOST_LEFT:])

        return self._desk.change(production_id, edit, actor)

    def hear_all_remarks(self, production_id: str, by: str = "") -> Production:
        """Say everything again that was left so."""
        _, actor = self._author(by)
        return self._desk.change(production_id, lambda production: _with_left(production, ()), actor)

    def _author(self, by: str) -> tuple[str, Actor]:
        """Id of who writes, empty if nobody knows, and who acts."""
        if not by:
            actor = self._desk.anonymous()
            return actor.person, actor
        person, actor = self._desk.act_as(by)
        return person.id, actor

    def export_script(self, wanted: str, target: Path) -> int:
        """Write the script as .docx and return the number of its sections.

        Raises:
            EmptyScript: nothing is written yet.
        """
        production = self._desk.open(wanted).record
        if production.script.is_empty:
            raise EmptyScript(production.title)
        self.export_sections(production, production.script.sections, target)
        return len(production.script.sections)

    def export_sections(self, production: Production, sections: Sequence[Section], target: Path) -> None:
        """Write sections as .docx with their spoken seconds, as they stand on the screen.

        The number of the version stands on it, and who approved just this text, if somebody did.

        Raises:
            DiskFull, DriveFault.
        """
        lengths = {part.section.name: part.seconds for part in self._coach.advise(sections).sections}
        seconds = [lengths.get(section.name, 0.0) for section in sections]
        script = production.script
        approved, approval = "", script.approval
        if approval is not None and approval.sections == tuple(sections):
            approved = f"{self._desk.staff().name(approval.by)}, {approval.when.astimezone():%d.%m.%Y}"
        number = version_number(script, sections)
        self._documents.write(production.title, sections, target, seconds, number, approved)

    def check_hooks(self, wanted: str) -> tuple[SectionAdvice, ...]:
        """Advice on the hooks that wait beside the one that is spoken."""
        hooks = self._desk.open(wanted).record.script.hooks
        kind = SectionKind.HOOK
        return tuple(self._coach.advise([Section(kind.value, kind, hook)]).sections[0] for hook in hooks)

    def check(self, wanted: str) -> ScriptAdvice:
        """Advice on a production's script, without the remarks that its writers leave so.

        Raises:
            EmptyScript: nothing is written yet.
        """
        script = (production := self._desk.open(wanted).record).script
        if script.is_empty:
            raise EmptyScript(production.title)
        return without_left(self._coach.advise(script.sections), script.left)


def _rewritten(
    production: Production, sections: tuple[Section, ...], author: str, now: datetime, whole: bool = False
) -> Production:
    state = State.SCRIPT if production.state is State.IDEA else production.state
    script = rewritten(production.script, sections, author, now, whole=whole)
    return replace(production, script=script, state=state)


def _with_left(production: Production, left: tuple[LeftRemark, ...]) -> Production:
    return replace(production, script=replace(production.script, left=left))


def check_file(path: Path, documents: ScriptReader, coach: ScriptCoach) -> ScriptAdvice:
    """Advice on a document that belongs to no production; needs no library."""
    return coach.advise(documents.read(path))
