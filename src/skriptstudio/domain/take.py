"""A recorded or imported piece of film."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction


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
    CAMERA_LOST = "camera_lost"
    MICROPHONE_LOST = "microphone_lost"
    INTERRUPTED = "interrupted"
    LOW_RESOLUTION = "low_resolution"
    TOO_QUIET = "too_quiet"
    CLIPPED = "clipped"
    PICTURE_FROZEN = "picture_frozen"
    OUT_OF_FRAME = "out_of_frame"
    TOO_FAST = "too_fast"
    TOO_SLOW = "too_slow"
    DISK_NEARLY_FULL = "disk_nearly_full"
    DISK_FULL = "disk_full"


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
        speakers: ids of the persons who are seen or heard.
        speech: where somebody speaks, in seconds of the take.
        starred: chosen by a person as the best of its section.
        note: what somebody wants to remember about it.
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


@dataclass(frozen=True)
class Footage:
    """What can be known about a media file by looking at it, before it becomes a take.

    Attributes:
        seconds: length of the picture.
        frames: number of pictures that can be decoded.
        width, height: as shown, after rotation and with square pixels, in px.
        rotation: clockwise turn in degrees that the player applies: 0, 90, 180 or 270.
        fps: average pictures a second.
    """

    seconds: Fraction
    frames: int
    width: int
    height: int
    rotation: int
    fps: Fraction
    video_codec: str
    has_sound: bool
