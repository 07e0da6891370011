"""The ``ScriptReader`` port: scripts from text documents, in sections, and back."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from skriptstudio.documents.labels import NOTES, label_of
from skriptstudio.documents.paragraphs import Paragraph, Role
from skriptstudio.documents.text import cleaned_lines, sentences
from skriptstudio.documents.word_package import OLE_MARK, ZIP_MARK
from skriptstudio.domain.errors import EmptyScript, MissingFile, UnreadableScript
from skriptstudio.domain.script import (
    MAX_BEATS,
    Place,
    ReadScript,
    Section,
    SectionKind,
    Unplaced,
    sections_from,
)

WORD_ENDINGS = frozenset({".docx"})
TEXT_ENDINGS = frozenset({".txt", ".md", ".markdown"})


class Part(NamedTuple):
    """A section before it has its name."""

    kind: SectionKind
    text: str
    picture: str = ""
    speaker: str = ""


@dataclass
class _Open:
    """A part while its paragraphs are gathered; without a kind nothing of it is spoken."""

    kind: SectionKind | None
    texts: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)

    def note(self, paragraph: Paragraph) -> None:
        """Keep what stood beside a paragraph."""
        for notes, found in ((self.pictures, paragraph.picture), (self.speakers, paragraph.speaker)):
            if found and found not in notes:
                notes.append(found)

    @property
    def part(self) -> Part:
        assert self.kind is not None
        return Part(self.kind, "\n".join(self.texts), "; ".join(self.pictures), ", ".join(self.speakers))


class ScriptFiles:
    """Reads .docx, .txt and .md, writes .docx."""

    def read(self, path: Path) -> tuple[Section, ...]:
        """See the port ``ScriptReader``."""
        return self.read_all(path).sections

    def read_all(self, path: Path) -> ReadScript:
        """See the port. What a file holds decides, not what its name says."""
        if not path.exists():
            raise MissingFile(str(path))
        ending = path.suffix.lower()
        unplaced: list[Unplaced] = []
        if ending in WORD_ENDINGS or _is_packed(path):
            from skriptstudio.documents.word import read_word

            paragraphs, unplaced = read_word(path)
        elif ending in TEXT_ENDINGS:
            from skriptstudio.documents.plain_text import read_text

            paragraphs = read_text(path)
        else:
            raise UnreadableScript(str(path))
        sections, beside = placed(paragraphs)
        if not sections:
            raise EmptyScript(str(path))
        return ReadScript(sections, (*beside, *unplaced))

    def write(
        self,
        title: str,
        sections: Sequence[Section],
        target: Path,
        seconds: Sequence[float] = (),
        version: int = 0,
        approved: str = "",
    ) -> None:
        """See the port. Text comes back clean: ``cleaned_lines`` of what was given.

        Raises:
            DiskFull, DriveFault.
        """
        from skriptstudio.documents.word_export import write_word

        write_word(title, sections, target, seconds, version, approved)


def _is_packed(path: Path) -> bool:
    """Whether a file is Word's by its first bytes, whatever it is called."""
    try:
        with path.open("rb") as file:
            return file.read(len(OLE_MARK)).startswith((OLE_MARK, ZIP_MARK))
    except OSError as error:
        raise UnreadableScript(str(path)) from error


def sections_of(paragraphs: Sequence[Paragraph]) -> tuple[Section, ...]:
    """Find the sections: by their labels if there is any, otherwise by their order."""
    return placed(paragraphs)[0]


def placed(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Section, ...], list[Unplaced]]:
    """The sections of a document, and its paragraphs that belong to none."""
    parts, beside = _labelled(paragraphs)
    if not parts:
        spoken = [p.text for p in paragraphs if p.role in (Role.TEXT, Role.SPOKEN) and p.text]
        parts = _by_order(spoken or [p.text for p in paragraphs if p.text])
        beside = [_titled(p) for p in paragraphs if spoken and p.role in (Role.TITLE, Role.HEADING) and p.text]
        beside += [
            Unplaced(Place.PICTURE, note, p.text[:60]) for p in paragraphs for note in (p.picture, p.speaker) if note
        ]
    merged = _merged(parts)
    named = sections_from((part.kind, part.text) for part in merged)
    noted = zip(named, merged, strict=True)
    return tuple(replace(one, picture=part.picture, speaker=part.speaker) for one, part in noted), beside


def _titled(paragraph: Paragraph) -> Unplaced:
    return Unplaced(Place.TITLE if paragraph.role is Role.TITLE else Place.ASIDE, paragraph.text)


def _labelled(paragraphs: Sequence[Paragraph]) -> tuple[list[Part], list[Unplaced]]:
    """Parts under labels, and what stands beside them; both empty without any label.

    What stands before the first label is the hook if no other one is named,
    and otherwise about the script, not of it.
    """
    parts = [_Open(SectionKind.HOOK)]
    beside: list[Unplaced] = []
    near = ""
    for paragraph in paragraphs:
        if paragraph.role is Role.TITLE:
            beside += [_titled(paragraph)] if paragraph.text else []
            continue
        label = label_of(paragraph.text, heading=paragraph.role is Role.HEADING) if _may_label(paragraph) else None
        if label is not None:
            parts.append(_Open(label.kind, [label.rest] if label.rest else []))
        elif paragraph.role is Role.HEADING:
            near = paragraph.text[:60]
            if len(parts) > 1:
                parts.append(_Open(_kind_under(paragraph.text)))
            if paragraph.text:
                beside.append(_titled(paragraph))
        elif parts[-1].kind is None:
            beside.append(Unplaced(Place.ASIDE, paragraph.text, near))
        else:
            parts[-1].texts.append(paragraph.text)
        parts[-1].note(paragraph)
    if len(parts) == 1:
        return [], []
    if any(part.kind is SectionKind.HOOK for part in parts[1:]):
        first = parts.pop(0)
        beside = [*(Unplaced(Place.ASIDE, text) for text in first.texts if text), *_notes_of(first), *beside]
    beside += [note for part in parts if part.kind is None for note in _notes_of(part)]
    return [part.part for part in parts if part.kind is not None], beside


def _notes_of(part: _Open) -> list[Unplaced]:
    """What stood beside text that isn't spoken."""
    return [Unplaced(Place.PICTURE, note) for note in (*part.pictures, *part.speakers)]


def _may_label(paragraph: Paragraph) -> bool:
    return paragraph.role in (Role.TEXT, Role.HEADING)


def _kind_under(heading: str) -> SectionKind | None:
    """What stands under a heading that is no label: another beat, or nothing spoken."""
    words = heading.casefold().strip(": ").split()
    return None if words and words[0] in NOTES else SectionKind.BEAT


def _by_order(texts: list[str]) -> list[Part]:
    """Hook first, call to action last, then the value, and beats between."""
    if len(texts) == 1:
        return _in_order(sentences(texts[0]), " ")
    if len(texts) == 2:
        rest = sentences(texts[1])
        return _in_order([texts[0], *rest] if len(rest) > 2 else texts, " ")
    return _in_order(texts, "\n")


def _in_order(texts: list[str], glue: str) -> list[Part]:
    if not texts:
        return []
    if len(texts) == 1:
        return [Part(SectionKind.HOOK, texts[0])]
    first, *middle, last = texts
    value = [Part(SectionKind.VALUE, text) for text in middle[:1]]
    beats = [Part(SectionKind.BEAT, glue.join(group)) for group in _even(middle[1:], MAX_BEATS)]
    return [Part(SectionKind.HOOK, first), *value, *beats, Part(SectionKind.CTA, last)]


def _even(texts: list[str], most: int) -> list[list[str]]:
    """At most ``most`` groups of neighbours, as even as possible."""
    count = min(most, len(texts))
    edges = [round(index * len(texts) / count) for index in range(count + 1)] if count else []
    return [texts[a:b] for a, b in pairwise(edges)]


def _merged(parts: list[Part]) -> list[Part]:
    """Each kind once, beats at most four times; what is too much joins the last of its kind."""
    merged: list[Part] = []
    for part in parts:
        text = cleaned_lines(part.text)
        if not text:
            continue
        same = [index for index, other in enumerate(merged) if other.kind is part.kind]
        if len(same) < (MAX_BEATS if part.kind is SectionKind.BEAT else 1):
            merged.append(part._replace(text=text))
        else:
            before = merged[same[-1]]
            merged[same[-1]] = Part(
                part.kind,
                f"{before.text}\n{text}",
                "; ".join(filter(None, (before.picture, part.picture))),
                ", ".join(dict.fromkeys(filter(None, (before.speaker, part.speaker)))),
            )
    return merged
