"""The spoken words of Word's paragraphs, and what stands beside them unspoken."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from skriptstudio.documents.text import cleaned
from skriptstudio.documents.word_package import Tree, WordParts, attribute, child, tag_of
from skriptstudio.domain.script import Place, Unplaced

_NEAR = 60
"""Characters that tell where something stood."""

_UNSPOKEN = frozenset("del moveFrom pPr rPr tblPr instrText delText delInstrText rt sdtPr sdtEndPr".split())
"""Deleted, moved away, or never shown. What was moved counts where it went."""

_CONTAINERS = frozenset("sdt sdtContent ins moveTo customXml smartTag".split())
_OFF = ("0", "false", "off")


@dataclass
class WordText:
    """Reads paragraphs and gathers what can't be spoken, each piece once.

    Attributes:
        parts: of the document.
        unplaced: what was met so far.
    """

    parts: WordParts
    unplaced: list[Unplaced] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._notes = {
            (kind, attribute(note, "id")): note
            for kind in ("comments", "footnotes", "endnotes")
            for part in self.parts.others.get(kind, ())
            for note in part
        }

    def put_aside(self, place: Place, text: str, near: str = "") -> None:
        """Keep a piece that nobody speaks; empty ones are nothing."""
        if cleaned(text):
            self.unplaced.append(Unplaced(place, cleaned(text), cleaned(near)[:_NEAR]))

    def of(self, paragraphs: list[Tree]) -> str:
        """Clean text of one paragraph, or of several whose marks between were deleted."""
        asides: list[tuple[Place, str]] = []
        text = cleaned("".join(piece for paragraph in paragraphs for piece in self._pieces(paragraph, asides)))
        for place, aside in asides:
            self.put_aside(place, aside, text)
        return text

    def all_of(self, parent: Tree) -> str:
        """Everything below as one text, as of a comment or a text box."""
        return " ".join(self.of([p]) for p in parent.iter() if tag_of(p) == "p" and not _inside_box(p, parent))

    def gather_margins(self) -> None:
        """Headers and footers, each text once, and comments that hang on nothing."""
        seen: set[str] = set()
        for kind in ("header", "footer"):
            for part in self.parts.others.get(kind, ()):
                text = cleaned(self.all_of(part))
                if text not in seen:
                    self.put_aside(Place.MARGIN, text)
                    seen.add(text)
        for (kind, _), note in sorted(self._notes.items()):
            if kind == "comments":
                self.put_aside(Place.COMMENT, self.all_of(note))
        self._notes.clear()

    def _pieces(self, element: Tree, asides: list[tuple[Place, str]]) -> Iterator[str]:
        for inner in element:
            tag = tag_of(inner)
            if tag in _UNSPOKEN:
                continue
            if tag == "t":
                yield inner.text or ""
            elif tag in ("br", "cr", "tab", "ptab"):
                yield " "
            elif tag == "noBreakHyphen":
                yield "-"
            elif tag == "txbxContent":
                asides.append((Place.BOX, self.all_of(inner)))
            elif tag == "AlternateContent":
                shown = child(inner, "Choice")
                yield from self._pieces(inner if shown is None else shown, asides)
            elif tag in ("commentReference", "footnoteReference", "endnoteReference"):
                asides.append(self._note(tag.removesuffix("Reference") + "s", attribute(inner, "id")))
            elif tag == "r" and _is_hidden(inner):
                asides.append((Place.HIDDEN, "".join(self._pieces(inner, asides))))
            else:
                yield from self._pieces(inner, asides)

    def _note(self, kind: str, number: str) -> tuple[Place, str]:
        note = self._notes.pop((kind, number), None)
        place = Place.COMMENT if kind == "comments" else Place.FOOTNOTE
        return place, "" if note is None else self.all_of(note)


def _is_hidden(run: Tree) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and attribute(vanish, "val") not in _OFF


def _inside_box(paragraph: Tree, parent: Tree) -> bool:
    """Whether the paragraph belongs to a text box of its own below ``parent``, read with the paragraph around it."""
    above = paragraph.getparent()
    while above is not None and above is not parent:
        if tag_of(above) == "txbxContent":
            return True
        above = above.getparent()
    return False


def blocks(parent: Tree) -> Iterator[Tree]:
    """Paragraphs and tables in order, also inside content controls and tracked insertions."""
    for inner in parent:
        if tag_of(inner) in ("p", "tbl"):
            yield inner
        elif tag_of(inner) in _CONTAINERS:
            yield from blocks(inner)


def joined(found: Iterator[Tree]) -> Iterator[list[Tree]]:
    """Blocks, with paragraphs together whose mark between was deleted with tracked changes."""
    group: list[Tree] = []
    for block in found:
        if tag_of(block) == "tbl":
            if group:
                yield group
            group = []
            yield [block]
            continue
        group.append(block)
        if child(block, "pPr", "rPr", "del") is None:
            yield group
            group = []
    if group:
        yield group


def rows_of(table: Tree) -> list[list[Tree]]:
    """Cells of a table's rows; rows that were deleted with tracked changes are gone."""
    return [list(_below(row, "tc")) for row in _below(table, "tr") if child(row, "trPr", "del") is None]


def _below(parent: Tree, wanted: str) -> Iterator[Tree]:
    for inner in parent:
        if tag_of(inner) == wanted:
            yield inner
        elif tag_of(inner) in _CONTAINERS:
            yield from _below(inner, wanted)
