"""A recorded or imported piece of film."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from skriptstudio.domain.licence import Licence
from skriptstudio.domain.script import MATERIAL


@dataclass(frozen=True)
class Span:
    """A stretch of time in seconds, ``start`` included, ``end`` not."""

    start: Fraction
    end: Fraction

    @property
    def seconds(self) -> Fraction:
        return self.end - self.start


class TakeFinding(StrEnum):
    """What a lay person should know about a take; the sentence is in ``messages/``."""

    NO_SOUND = "no_sound"
    SILENT = "silent"
    NO_SPEECH = "no_speech"
    DROPPED_FRAMES = "dropped_frames"
    FROZEN = "frozen"
    CAMERA_LOST = "camera_lost"
    MICROPHONE_LOST = "microphone_lost"
    INTERRUPTED = "interrupted"
    BEGINNING_LOST = "beginning_lost"
    LOW_RESOLUTION = "low_resolution"
    TOO_QUIET = "too_quiet"
    CLIPPED = "clipped"
    CLIPPED_THROUGHOUT = "clipped_throughout"
    OUT_OF_FRAME = "out_of_frame"
    TOO_FAST = "too_fast"
    TOO_SLOW = "too_slow"
    DISK_NEARLY_FULL = "disk_nearly_full"
    DISK_FULL = "disk_full"


PHOTO_SECONDS = 10
"""So long the film is that a photo becomes: longer than anybody looks at one in a clip."""
PHOTO_FPS = 5
"""Enough for something that stands; the clip shows each picture as often as it needs."""

SMALLEST_PX = 64
"""A picture that is smaller on one side can't be used, be it from a camera or from a film."""

MIN_HEIGHT_PX = 1080
"""Smaller pictures look soft at 1080x1920 (domain.md 8.4, "capture resolution")."""

PERSONAL_FINDINGS = frozenset({TakeFinding.OUT_OF_FRAME, TakeFinding.TOO_FAST, TakeFinding.TOO_SLOW})
"""About how somebody did it: shown to the speakers of the take and to nobody else (looks.md 7.4, domain.md 4.7)."""


@dataclass(frozen=True)
class Take:
    """One take, bound to its file by the hash. All its times count from its first picture.

    Attributes:
        section: name of the script's section that it speaks, or ``whole``.
        file: file name inside the production's ``takes`` folder.
        sha256: hash of the file in hexadecimal.
        seconds: length of the picture.
        frames: number of pictures in the file.
        dropped: pictures that the camera delivered and the recorder lost.
        repeated: pictures shown again because the camera was late.
        speakers: ids of all persons who are heard or can be recognised; each needs a consent.
        speech: where somebody speaks, in seconds of the take.
        starred: chosen by a person as the best of its section.
        note: what somebody wants to remember about it.
        music: whether music is heard in it; None while nobody has said.
        licence: what may be done with its music, or with the film or photo itself; None where nobody entered one.
        number: what people call it, from 1 in its section; 0 in takes of older programs, see ``take_numbers``.
        once_named: ids of those who were taken out of ``speakers`` after a hand-in; they stay out of the checks.
        foreign: another program wrote its file; only child processes decode it (docs/decisions/0030).
    """

    id: str
    section: str
    file: str
    sha256: str
    seconds: Fraction
    frames: int
    recorded: datetime
    dropped: int = 0
    repeated: int = 0
    speakers: tuple[str, ...] = ()
    speech: tuple[Span, ...] = ()
    findings: tuple[TakeFinding, ...] = ()
    has_sound: bool = True
    starred: bool = False
    note: str = ""
    number: int = 0
    foreign: bool = False
    music: bool | None = None
    licence: Licence | None = None
    once_named: tuple[str, ...] = ()

    @property
    def is_photo(self) -> bool:
        """Whether it was a photo before it was brought: every moment of it looks the same."""
        own_film = self.section == MATERIAL and not self.foreign and not self.has_sound
        return own_film and self.frames == PHOTO_SECONDS * PHOTO_FPS and self.seconds == PHOTO_SECONDS

    def findings_for(self, person: str) -> tuple[TakeFinding, ...]:
        """What may be shown to somebody; how a speaker did it is told to the speakers alone.

        Args:
            person: id of who looks; empty for nobody known.
        """
        if not self.speakers or person in self.speakers:
            return self.findings
        return tuple(finding for finding in self.findings if finding not in PERSONAL_FINDINGS)


def take_numbers(takes: Iterable[Take]) -> dict[str, int]:
    """The number of each take among those of its section, by its id.

    It stays the same when others are thrown away, so that "Take 3" goes on meaning the same film.
    """
    numbers: dict[str, int] = {}
    last: dict[str, int] = {}
    for take in sorted(takes, key=lambda take: take.recorded):
        numbers[take.id] = take.number or last.get(take.section, 0) + 1
        last[take.section] = max(last.get(take.section, 0), numbers[take.id])
    return numbers


def take_place(take: Take, takes: Iterable[Take]) -> str:
    """Section and number of a take of ``takes``, e.g. ``beat2 1``: which one it is, in any language."""
    return f"{take.section} {take_numbers(takes)[take.id]}"


@dataclass(frozen=True)
class Footage:
    """What can be known about a media file by looking at it, before it becomes a take.

    Attributes:
        seconds: length of the picture.
        frames: number of pictures that can be decoded.
        width, height: as shown, after rotation and with square pixels, in px.
        rotation: clockwise turn in degrees that the player applies: 0, 90, 180 or 270.
        fps: average pictures a second.
        untimed: pictures at the beginning that carry no time and can't be shown.
    """

    seconds: Fraction
    frames: int
    width: int
    height: int
    rotation: int
    fps: Fraction
    video_codec: str
    has_sound: bool
    untimed: int = 0
