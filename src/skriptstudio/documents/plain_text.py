"""Scripts from .txt and .md."""

import codecs
import re
import unicodedata
from contextlib import suppress
from pathlib import Path

from skriptstudio.documents.labels import label_of
from skriptstudio.documents.paragraphs import Paragraph, Role
from skriptstudio.documents.text import cleaned
from skriptstudio.domain.errors import UnreadableScript

MAX_BYTES = 2_000_000
"""A script of an hour has about 60 kB; what is much larger is something else."""

_MAX_CONTROL_SHARE = 0.02
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*")
_RULE = re.compile(r"([-*_=]\s*){3,}")
_LEADER = re.compile(r"^(?:[-*+>]\s+)+")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_MARK = re.compile(r"(\*\*\*|\*\*|\*|___|__|_|`|~~)(?=\S)(.+?)(?<=\S)\1")
_ENDS_SENTENCE = re.compile(r'.*[.!?…:]["”“»«’)]*')


def read_text(path: Path) -> list[Paragraph]:
    """The paragraphs of a text file in UTF-8, UTF-16 with mark, or Windows-1252.

    Raises:
        UnreadableScript: it is too large or no text.
    """
    text = _decoded(path).replace("\r\n", "\n").replace("\r", "\n")
    if path.suffix.lower() != ".txt":
        text = _COMMENT.sub("", _FRONT_MATTER.sub("", text))
        lines = [_without_marks(line) for line in text.split("\n")]
    else:
        lines = [Paragraph(cleaned(line)) for line in text.split("\n")]
    return _paragraphs(lines)


def _decoded(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableScript(str(path))
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableScript(str(path)) from error
    candidates = ("utf-16",) if data.startswith(_UTF16_MARKS) else ("utf-8-sig", "cp1252")
    for encoding in candidates:
        with suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            break
    else:
        raise UnreadableScript(str(path))
    if not _looks_written(text):
        raise UnreadableScript(str(path))
    return text


def _looks_written(text: str) -> bool:
    """A picture or program that was renamed to .txt is full of control characters."""
    control = sum(unicodedata.category(c) == "Cc" and not c.isspace() for c in text)
    return "\0" not in text and control <= _MAX_CONTROL_SHARE * len(text)


def _without_marks(line: str) -> Paragraph:
    """One line of Markdown as a reader sees it."""
    text = cleaned(line)
    if _RULE.fullmatch(text):
        return Paragraph("")
    heading = _HEADING.fullmatch(text)
    text = _LEADER.sub("", heading[1] if heading else text, count=1)
    text = _LINK.sub(r"\1", text)
    for _ in range(3):
        text = _MARK.sub(r"\2", text)
    return Paragraph(cleaned(text), Role.HEADING if heading else Role.TEXT)


def _paragraphs(lines: list[Paragraph]) -> list[Paragraph]:
    """Join the lines of a paragraph; labels and headings stay alone."""
    joined: list[Paragraph] = []
    open_paragraph = False
    for line in lines:
        if not line.text:
            open_paragraph = False
        elif line.role is Role.HEADING:
            joined.append(line)
            open_paragraph = False
        elif open_paragraph and label_of(line.text) is None and not _complete(joined[-1].text):
            joined[-1] = Paragraph(f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
            bare = label_of(line.text)
            open_paragraph = bare is None or bool(bare.rest)
    return joined


def _complete(text: str) -> bool:
    """Whether a line ends like a sentence: then the next one begins another paragraph."""
    return _ENDS_SENTENCE.fullmatch(text) is not None
