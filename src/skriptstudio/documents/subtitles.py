"""Captions as SRT and WebVTT files."""

import html
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import floor
from pathlib import Path

from skriptstudio.documents.whole_file import write_whole
from skriptstudio.domain.captions import Cue
from skriptstudio.domain.errors import MissingFile, UnreadableCaptions

ENDINGS = (".srt", ".vtt")
MAX_BYTES = 5_000_000

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_STYLING = re.compile(r"</?(?:[bius]|font|ruby|rt|lang|[cv])\b[^>]*>|\{\\[^}]*\}|<\d[\d:.]*>", re.IGNORECASE)

_GUARD = "\u2060"
"""Keeps a backslash and the letter behind it from being taken for a command of the format."""


class SubtitleFiles:
    """The ports ``SubtitleWriter``, with pysubs2, and ``SubtitleReader``."""

    def write(self, cues: Sequence[Cue], target: Path) -> None:
        """Write SRT or WebVTT by the ending of ``target``; UTF-8, times to the nearest millisecond.

        Raises:
            ValueError: another ending, a defect of the caller.
            DiskFull, DriveFault.
        """
        import pysubs2

        ending = target.suffix.lower()
        if ending not in ENDINGS:
            raise ValueError(target.suffix)
        subtitles = pysubs2.SSAFile()
        subtitles.events = [
            pysubs2.SSAEvent(start=_ms(cue.start), end=_ms(cue.end), text=_escaped(cue.lines, ending)) for cue in cues
        ]
        write_whole(target, subtitles.to_string(ending[1:], keep_ssa_tags=True).encode("utf-8"))

    def read(self, path: Path) -> tuple[Cue, ...]:
        return read(path)


def read(path: Path) -> tuple[Cue, ...]:
    """The cues of an SRT or WebVTT file, without styling, in the order of the file.

    pysubs2 isn't asked: it takes the last line of a cue away if that is a number.

    Raises:
        MissingFile: it isn't there.
        UnreadableCaptions: it is too large, no UTF-8, or has no times.
    """
    if not path.exists():
        raise MissingFile(str(path))
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableCaptions(str(path))
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableCaptions(str(path)) from error
    escaped = text.lstrip().startswith("WEBVTT")
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    cues = tuple(cue for block in blocks if (cue := _cue(block.split("\n"), escaped)) is not None)
    if not cues and text.strip() not in ("", "WEBVTT"):
        raise UnreadableCaptions(str(path))
    return cues


def _cue(lines: Sequence[str], escaped: bool) -> Cue | None:
    """The cue of a block; None for notes, styles and headers."""
    for index, line in enumerate(lines[:3]):
        times = _TIMES.fullmatch(line)
        if times is not None:
            groups = times.groups()
            texts = (_plain(text, escaped) for text in lines[index + 1 :])
            return Cue(_seconds(groups[:4]), _seconds(groups[4:]), tuple(text for text in texts if text))
    return None


def _ms(seconds: Fraction) -> int:
    """Nearest millisecond; halves go up."""
    return floor(seconds * 1000 + Fraction(1, 2))


def _seconds(groups: Sequence[str | None]) -> Fraction:
    hours, minutes, seconds, part = groups
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return whole + Fraction(int(part or 0), 10 ** len(part or ""))


def _escaped(lines: Iterable[str], ending: str) -> str:
    texts = (" ".join(line.split()) for line in lines)
    if ending == ".vtt":
        texts = (html.escape(text, quote=False) for text in texts)
    else:
        texts = (text.replace("-->", "→") for text in texts)
    return r"\N".join(text.replace("\\", "\\" + _GUARD) for text in texts if text)


def _plain(line: str, escaped: bool) -> str:
    text = _STYLING.sub("", line).replace("\\" + _GUARD, "\\").strip()
    return html.unescape(text) if escaped else text
