"""What the export is asked for, and what it delivers."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.dressing import Box, NameLine


@dataclass(frozen=True)
class SafeZone:
    """Distance in px of a 1080x1920 picture from each edge that the platform covers (domain.md 2.3)."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True)
class PlatformProfile:
    """What a platform wants. Data with source and date, from ``assets/profiles``.

    Attributes:
        lufs: integrated loudness to reach.
        max_seconds, max_megabytes: limits of the platform; None for none.
        source, as_of: where the figures come from and when that was looked up.
        max_text: characters of the text with its hashtags; None for no limit.
        max_hashtags: None for no limit.
        weighted_text: whether characters of ``max_text`` are counted as X does.
        hand_over: whether it is for people who go on cutting, and get takes, script and cut.
        logo: whether the house's logo is shown; TikTok's viewers swipe advertising away (domain.md A33).
    """

    key: str
    name: str
    safe_zone: SafeZone
    lufs: float
    min_seconds: Fraction | None
    max_seconds: Fraction | None
    max_megabytes: int | None
    source: str
    as_of: str
    logo: bool = True
    max_text: int | None = None
    max_hashtags: int | None = None
    hand_over: bool = False
    weighted_text: bool = False


@dataclass(frozen=True)
class EncodeSettings:
    """How the master is encoded (x264 and AAC; domain.md 2.1).

    Attributes:
        crf: x264 quality, lower is better.
        maxrate_kbit: cap of the bit rate over one second.
        gop_seconds: longest distance of two key frames; every group is closed.
    """

    preset: str = "veryfast"
    crf: int = 20
    maxrate_kbit: int = 20_000
    gop_seconds: int = 2
    audio_kbit: int = 160


LEAST_KBIT = 1500
"""Below this rate faces fall into blocks at 1080x1920 (proposal)."""
_SPARE = 0.94
"""Share of a size limit that may be planned with: the rate is held over a second, and MP4 needs an index."""


def fitting(encode: EncodeSettings, seconds: Fraction, megabytes: int) -> EncodeSettings | None:
    """The same settings with a bit rate that stays below a size limit whatever is shown; None if that is too little."""
    kbit = int(megabytes * 8000 * _SPARE / (float(seconds) + 1)) - encode.audio_kbit
    return replace(encode, maxrate_kbit=min(kbit, encode.maxrate_kbit)) if kbit >= LEAST_KBIT else None


@dataclass(frozen=True)
class SourceSegment:
    """A stretch of a media file, in seconds of that file; both ends on clip frames.

    Attributes:
        across, all_of_it: which part of the picture is seen, see ``cut.Segment``.
        foreign: the file comes from outside, see ``Take.foreign``.
    """

    path: Path
    start: Fraction
    end: Fraction
    across: Fraction = Fraction(1, 2)
    all_of_it: bool = False
    foreign: bool = False


@dataclass(frozen=True)
class PictureInsert:
    """A stretch of another film's picture, seen from clip frame ``at`` on while the cut's sound goes on."""

    segment: SourceSegment
    at: int


@dataclass(frozen=True)
class RenderPlan:
    """Everything that the picture and sound of a clip depend on.

    Attributes:
        captions: cues in seconds of the clip to burn in; empty for none.
        draft_mark: word drawn across the picture of a draft; empty for none.
        end_card: text of the animated card after the last segment; empty for none.
        lufs: integrated loudness to reach.
        title: hook over the first seconds; empty for none.
        logo: picture file shown top left once the title is gone; None for none.
        crossfade: clip frames over which the sounds of neighbouring segments go over into each other; 0 for none.
        denoise: whether steady noise is made quieter.
    """

    segments: tuple[SourceSegment, ...]
    captions: tuple[Cue, ...] = ()
    draft_mark: str = ""
    end_card: str = ""
    lufs: float = -14.0
    encode: EncodeSettings = field(default_factory=EncodeSettings)
    title: str = ""
    names: tuple[NameLine, ...] = ()
    inserts: tuple[PictureInsert, ...] = ()
    boxes: tuple[Box, ...] = ()
    logo: Path | None = None
    crossfade: int = 0
    denoise: bool = False


@dataclass(frozen=True)
class ClipPicture:
    """One picture of a clip in its full size, 1080x1920.

    Attributes:
        rgb: rows from top to bottom without padding, 3 bytes a pixel.
    """

    rgb: bytes


@dataclass(frozen=True)
class Stillness:
    """What a viewer would take for a fault of the picture.

    Attributes:
        black: longest stretch of black pictures, in clip frames.
        frozen: longest stretch in which nothing moves, in clip frames.
        flashes: most flashes within any second (WCAG 2.3.1 allows three).
    """

    black: int = 0
    frozen: int = 0
    flashes: int = 0


@dataclass(frozen=True)
class RenderedClip:
    """A finished file and what was measured on it.

    Attributes:
        lufs, true_peak_db: loudness of the encoded sound; None where there is silence or no sound.
        gain_db: how much louder the sound was made.
        chunks_rendered, chunks_reused: closed pieces of picture that were encoded, or taken from before.
        stillness: what is black, frozen or flashes, the end card not counted.
        silence: seconds of the longest stretch without any sound, the end card not counted.
        hdr: whether a source was filmed in HDR and its colours were made ordinary ones.
        given_up: whether there is sound, but so little that it wasn't made louder.
        margins: how near anything that is drawn comes to each edge, in px; None where that isn't known.
    """

    path: Path
    frames: int
    seconds: Fraction
    lufs: float | None
    true_peak_db: float | None
    gain_db: float
    chunks_rendered: int
    chunks_reused: int
    stillness: Stillness = Stillness()
    silence: float = 0.0
    hdr: bool = False
    given_up: bool = False
    margins: SafeZone | None = None


class Severity(StrEnum):
    """How much a finding matters."""

    OK = "ok"
    HINT = "hint"
    WARN = "warn"


@dataclass(frozen=True)
class Check:
    """One result of looking at a finished clip; the sentence for ``code`` is in ``messages/``."""

    code: str
    severity: Severity
    value: str = ""


@dataclass(frozen=True)
class ExportedClip:
    """One clip of a package, with what was found on it."""

    profile: str
    path: Path
    seconds: Fraction
    frames: int
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True)
class ClipPackage:
    """The last station: everything that is uploaded by hand."""

    clips: tuple[ExportedClip, ...]
    files: tuple[Path, ...]
    chunks_rendered: int
    chunks_reused: int

    @property
    def checks(self) -> dict[Check, tuple[str, ...]]:
        """What was found on any of the clips, each thing once, with the keys of the profiles that it belongs to."""
        found: dict[Check, tuple[str, ...]] = {}
        for clip in self.clips:
            for check in dict.fromkeys(clip.checks):
                found[check] = (*found.get(check, ()), clip.profile)
        return found
