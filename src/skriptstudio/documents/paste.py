"""Text from the clipboard, made fit for a script: what Word, mail and browsers add is gone."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from skriptstudio.documents.text import cleaned

MAX_CHARACTERS = 100_000
"""Far more than any script: an hour has about 60,000. What is behind is left out, and said."""

_BEGINS = 40
"""Characters of what stayed out that tell where it begins."""

_BLOCKS = frozenset("p div br li tr h1 h2 h3 h4 h5 h6 ul ol table blockquote pre hr title".split())
_SILENT = frozenset("head style script template noscript".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[•·‣▪■●○◦–—*\uf0b7\uf0a7-]|o(?=\t))\s+")
_REPLY_MARK = re.compile(r"^(?:>\s?)+")
_SEPARATOR = re.compile(r"[-_=*]{3,}")


@dataclass(frozen=True)
class Pasted:
    """What comes out of the clipboard.

    Attributes:
        text: clean lines; empty lines are gone, so each line is a paragraph.
        left_out: characters behind ``MAX_CHARACTERS`` that stayed out.
        begins: the first words of those.
    """

    text: str
    left_out: int = 0
    begins: str = ""


def pasted(plain: str, html: str = "") -> Pasted:
    """What was copied, made clean.

    Args:
        plain: the clipboard's own text form.
        html: its HTML form, where the program gives one: it alone tells the end of a
            paragraph from that of a line on the screen.
    """
    text = _text_of(html[: MAX_CHARACTERS * 10]) if html else plain
    if html and not cleaned(text[:MAX_CHARACTERS]):
        text = plain
    text, rest = text[:MAX_CHARACTERS], text[MAX_CHARACTERS:]
    lines = [line for raw in _lines(text) if (line := _line(raw))]
    clean = _with_blanks_of(plain, lines[0]) if len(lines) == 1 else "\n".join(lines)
    begins = cleaned(rest[: 2 * _BEGINS])
    return Pasted(clean, len(rest) if begins else 0, begins[:_BEGINS].rstrip())


def pasted_text(plain: str, html: str = "") -> str:
    """As ``pasted``, the text alone."""
    return pasted(plain, html).text


def _with_blanks_of(plain: str, line: str) -> str:
    """Words out of a line keep the blanks around them, so that moving them sticks nothing together."""
    if plain.startswith(" "):
        line = f" {line}"
    return f"{line} " if plain.endswith(" ") else line


def _lines(text: str) -> list[str]:
    """Only these end a paragraph; Word's soft break (U+000B) and U+2028 don't."""
    return re.split(r"\r\n|[\n\r\f\u2029\x85]", text)


def _line(raw: str) -> str:
    unquoted = _REPLY_MARK.sub("", raw.strip(" \u00a0"))
    line = cleaned(_BULLET.sub("", unquoted.strip(" \u00a0"), count=1))
    return "" if _SEPARATOR.fullmatch(line) else line


def _text_of(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.pieces)


class _Reader(HTMLParser):
    """Gathers shown text; a block begins a line, and all white space of the source is a blank."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._open: list[str] = []
        """Elements inside of the outermost silent one, itself first."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            if not self._open and tag == "br":
                self.pieces.append(" ")
            elif not self._open and tag in _BLOCKS:
                self.pieces.append("\n")
            return
        style = next((value or "" for name, value in attrs if name == "style"), "")
        if self._open or tag in _SILENT or _HIDDEN_STYLE.search(style):
            self._open.append(tag)
        elif tag in _BLOCKS:
            self.pieces.append("\n")
        elif tag in ("td", "th"):
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._open:
            if tag in self._open:
                del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]
        elif tag in _BLOCKS and tag not in _VOID:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._open:
            self.pieces.append(re.sub(r"[ \t\r\n\f\v\u2029\x85]+", " ", data))
