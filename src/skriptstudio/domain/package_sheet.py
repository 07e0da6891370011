"""What stands in a package beside the film: texts to paste, and what to think of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.clip import Check, PlatformProfile
from skriptstudio.domain.post import ALT_CHARS
from skriptstudio.domain.production import Production


@dataclass(frozen=True)
class PackageSheet:
    """Everything that is written into a package. It names nobody but who is named in the clip and its text.

    Attributes:
        name: of all files, without ending.
        text: to paste, with hashtags; empty for none.
        spoken: transcript, one sentence or caption a line; empty for none.
        alt: what is seen, as somebody wrote it; empty for one made of title and transcript.
        location: the place to tag; empty for none.
        version: seal of what was looked at; empty in a draft.
        released: day of the release (ISO); empty in a draft.
    """

    name: str
    title: str
    profile: PlatformProfile
    seconds: Fraction
    text: str
    spoken: tuple[str, ...]
    checks: tuple[Check, ...]
    version: str = ""
    released: str = ""
    alt: str = ""
    location: str = ""

    @property
    def alternative(self) -> str:
        """The text for those who don't see the clip."""
        return self.alt or alt_text(self.title, self.seconds, self.spoken)


def alt_text(title: str, seconds: Fraction, spoken: Sequence[str]) -> str:
    """A description for those who don't see the clip, in German, within ``ALT_CHARS``."""
    said = " ".join(spoken)
    text = f"Hochformat-Video, {round(seconds)} Sekunden: {title}." + (f" Gesprochen wird: {said}" if said else "")
    return text if len(text) <= ALT_CHARS else text[: ALT_CHARS - 2].rsplit(" ", 1)[0] + " …"


def spoken_lines(cues: Sequence[Cue]) -> tuple[str, ...]:
    """The transcript from captions: a line for each sentence."""
    lines: list[str] = []
    for cue in cues:
        text = " ".join(cue.lines).strip()
        if lines and not lines[-1].endswith((".", "!", "?", "…")):
            lines[-1] = f"{lines[-1]} {text}"
        elif text:
            lines.append(text)
    return tuple(lines)


def file_name(production: Production) -> str:
    """A name for folders and files that every drive and platform takes: letters, digits, hyphens."""
    text = production.title.lower()
    for umlaut, letters in {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}.items():
        text = text.replace(umlaut, letters)
    slug = re.sub(r"[^a-z0-9]+", "-", text).strip("-")[:40].rstrip("-")
    return f"{slug}-{production.id}" if slug else production.id
