"""The seals of a clip: hashes over everything that will be seen or read, part by part.

Part by part, so that a void release can say what was changed.
"""

import hashlib
import json
from dataclasses import asdict
from enum import Enum
from fractions import Fraction

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.cut import Cut
from skriptstudio.domain.post import Post
from skriptstudio.domain.production import Production


def _plain(value: object) -> object:
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, Enum):
        return value.value
    raise TypeError(type(value).__name__)


def seal(content: object) -> str:
    """SHA-256 of the canonical JSON of ``content``, in hexadecimal."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()


def cut_seal(production: Production) -> str:
    """Hash of the picture and the words that captions are made for."""
    segments = [(s.take, production.take(s.take).sha256, s.start, s.end) for s in production.effective_cut().segments]
    return seal([segments, _spoken(production)])


def seals(production: Production) -> dict[str, str]:
    """Hash of every part that will be seen or read, by the part's name."""
    cut = production.effective_cut()
    return {
        "title": seal(production.title),
        "script": seal(_spoken(production)),
        "cut": seal(_perceived(cut)),
        "takes": seal([(t.id, t.sha256, t.speakers) for t in production.takes_shown()]),
        "captions": seal([_seen(cue) for cue in production.captions.cues] if production.captions else []),
        "post": seal(_beside(production.post)),
    }


_UNSEEN = {"held"}
"""What of a cut nobody sees; all else, also what is added later, belongs to a release."""


_ADDED_LATER = {"crossfade", "denoise"}


def _perceived(cut: Cut) -> dict[str, object]:
    """What of a cut is seen or heard. What was added later and isn't used leaves older releases as they are."""
    fields = {name: value for name, value in asdict(cut).items() if name not in _UNSEEN}
    return {name: value for name, value in fields.items() if value or name not in _ADDED_LATER}


_POST_BEFORE = {"text", "hashtags"}
"""What a post always had; the rest only counts where somebody chose it, so that older releases stay as they are."""


def _beside(post: Post) -> dict[str, object]:
    """What is read beside the clip, and which picture stands for it."""
    usual = asdict(Post())
    return {name: value for name, value in asdict(post).items() if name in _POST_BEFORE or value != usual[name]}


def version_seal(production: Production) -> str:
    """One hash over all parts: which version somebody looked at."""
    return seal(seals(production))


def _seen(cue: Cue) -> dict[str, object]:
    """What a viewer sees of a caption; how it came about isn't part of a release."""
    return {"start": cue.start, "end": cue.end, "lines": cue.lines}


def changed_parts(production: Production) -> tuple[str, ...]:
    """Names of the parts that differ from what was released; empty without a release."""
    if production.release is None:
        return ()
    if not production.takes:
        return ("takes",)
    now = seals(production)
    return tuple(part for part in now if production.release.seals.get(part) != now[part])


def _spoken(production: Production) -> list[tuple[str, str]]:
    """The script as it is heard: a section that only has a note for its picture is none."""
    return [(section.name, section.text) for section in production.script.sections if section.text.strip()]
