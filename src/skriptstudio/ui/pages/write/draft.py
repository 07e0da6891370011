"""The script as it stands on the screen, on its way to what is stored. Knows no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from skriptstudio.domain.brief import Brief, Question, grown
from skriptstudio.domain.hook_variants import with_chosen, with_new
from skriptstudio.domain.script import MAX_BEATS, SECTION_NAMES, Section, SectionKind, renamed

Sections = tuple[Section, ...]

_BEATS = tuple(name for name in SECTION_NAMES if name.startswith(SectionKind.BEAT.value))


@dataclass(frozen=True)
class Written:
    """All that somebody writes on this page, as it goes into the library.

    Attributes:
        sections: without those that are empty.
        hooks: the other first sentences.
        brief: the answers to the questions.
    """

    sections: Sections = ()
    hooks: tuple[str, ...] = ()
    brief: Brief = field(default_factory=Brief)


class Draft:
    """One production's script while somebody writes on it.

    Attributes:
        id: of the production.
        stored: the sections in the library that the writer started from.
        parts: what is on the screen: every kind of section, those still empty included.
        brief: the answers to the questions, as they stand on the screen.
        asked: whether the questions come first: for an empty script, until somebody writes without them.
        recorded: takes name their section, so scenes keep their names from then on.
        hooks: other first sentences that wait beside the one on the screen.
    """

    def __init__(
        self,
        production_id: str,
        stored: Sequence[Section],
        recorded: bool = False,
        brief: Brief | None = None,
        hooks: tuple[str, ...] = (),
    ) -> None:
        self.id = production_id
        self.stored: Sections = tuple(stored)
        self.recorded = recorded
        self.parts: list[Section] = parts_of(stored)
        self.brief = self.stored_brief = brief or Brief()
        self.hooks = self.stored_hooks = hooks
        self.asked = not self.brief.closed and (self.is_empty or self.brief.is_begun)

    def answer(self, question: Question, text: str, title: str) -> None:
        """Answer a question; what the script takes from it changes, too."""
        before, self.brief = self.brief, self.brief.with_answer(question, text)
        self.parts = grown(self.parts, before, self.brief, title)

    def text(self, name: str) -> str:
        """What stands in a section; empty where there is none."""
        return next((part.text for part in self.parts if part.name == name), "")

    def write(self, name: str, text: str) -> None:
        """Put ``text`` in place of a section's."""
        self.parts = [replace(part, text=text) if part.name == name else part for part in self.parts]

    def note(self, name: str, picture: str, speaker: str) -> None:
        """Say what is seen during a section and who speaks it."""
        self.parts = [
            replace(part, picture=" ".join(picture.split()), speaker=" ".join(speaker.split()))
            if part.name == name
            else part
            for part in self.parts
        ]

    @property
    def has_notes(self) -> bool:
        """Whether somebody named a picture or a speaker."""
        return any(part.picture or part.speaker for part in self.parts)

    def choose_hook(self, wanted: int) -> None:
        """Let the variant with this index be spoken."""
        self.parts, self.hooks = with_chosen(self.parts, self.hooks, wanted)

    def begin_hook(self) -> None:
        """Put the present hook beside and leave room for another one."""
        self.parts, self.hooks = with_new(self.parts, self.hooks)

    @property
    def written(self) -> Written:
        """All that would be stored."""
        return Written(self.sections(), self.hooks, self.brief)

    def sections(self) -> Sections:
        """What would be stored: without empty sections, scenes counted through unless they have takes."""
        return _stored_form(self.parts, self.recorded)

    @property
    def dirty(self) -> bool:
        """Whether there is something to save."""
        beside = (self.brief, self.hooks) != (self.stored_brief, self.stored_hooks)
        return beside or self.sections() != _stored_form(self.stored, self.recorded)

    @property
    def is_empty(self) -> bool:
        return not any(part.text.strip() for part in self.parts)

    def scenes(self) -> list[Section]:
        """The scenes in their order."""
        return [part for part in self.parts if part.kind is SectionKind.BEAT]

    @property
    def can_add(self) -> bool:
        return len(self.scenes()) < MAX_BEATS

    def add_scene(self) -> str:
        """Put an empty scene at the first free number and return its name."""
        taken = {scene.name for scene in self.scenes()}
        name = next(free for free in _BEATS if free not in taken)
        self.put(Section(name, SectionKind.BEAT, ""))
        return name

    def put(self, scene: Section) -> None:
        """Insert a scene where its number belongs; those from there on move up if none has takes."""
        at = next(
            (index for index, part in enumerate(self.parts) if _order(part.name) >= _order(scene.name)),
            len(self.parts),
        )
        self.parts.insert(at, scene)
        self._count_through()

    def remove_scene(self, name: str) -> Section:
        """Take a scene out and return it as it was."""
        gone = next(part for part in self.parts if part.name == name)
        self.parts.remove(gone)
        self._count_through()
        return gone

    def start_from(self, theirs: Sequence[Section]) -> None:
        """Go on from what others have stored: theirs where it is untouched here, otherwise what stands here."""
        before = {section.name: section for section in _stored_form(self.stored, self.recorded)}
        now = [replace(part, text=part.text.strip()) for part in self.parts]
        touched = {part.name: part for part in now if part != before.get(part.name, Section(part.name, part.kind, ""))}
        merged = [touched.pop(section.name, section) for section in theirs]
        self.stored = tuple(theirs)
        self.parts = parts_of([*merged, *(part for part in touched.values() if _says(part))])

    def _count_through(self) -> None:
        if self.recorded:
            return
        names = iter(_BEATS)
        self.parts = [replace(part, name=next(names)) if part.kind is SectionKind.BEAT else part for part in self.parts]


def parts_of(stored: Sequence[Section]) -> list[Section]:
    """The sections to show for what is stored: hook, value, one scene and call to action at least."""
    parts = sorted(stored, key=lambda section: _order(section.name))
    kinds = {section.kind for section in parts}
    missing = [Section(kind.value, kind, "") for kind in SectionKind if kind not in kinds]
    return sorted([*parts, *missing], key=lambda section: _order(section.name))


def _order(name: str) -> int:
    return SECTION_NAMES.index(name) if name in SECTION_NAMES else len(SECTION_NAMES)


def _stored_form(parts: Sequence[Section], recorded: bool) -> Sections:
    written = [replace(part, text=part.text.strip()) for part in parts if _says(part)]
    return tuple(written) if recorded else renamed(written)


def _says(part: Section) -> bool:
    """Whether there is anything in it: a picture that somebody planned counts before its words."""
    return bool(part.text.strip() or part.picture or part.speaker)
