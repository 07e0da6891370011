"""How somebody wants to read: tempo and look of the prompter. One set for each user of a computer."""

from dataclasses import dataclass, replace
from enum import StrEnum


class PrompterMode(StrEnum):
    """What moves the text. The hand moves it in every mode, and always wins.

    Attributes:
        TEMPO: the reader's own spoken tempo, by syllables.
        TARGET: so that it ends after a given time.
        SENTENCES: nothing but the hand, a sentence a step.
        BULLETS: nothing but the hand, a few words for each sentence.
        VOICE: the reader's own voice; where there is no microphone, as ``TEMPO``.
    """

    TEMPO = "tempo"
    TARGET = "target"
    SENTENCES = "sentences"
    BULLETS = "bullets"
    VOICE = "voice"


class LensPlace(StrEnum):
    """Where the camera's lens is, as seen from the reader in front of the screen."""

    TOP = "top"
    TOP_LEFT = "top_left"
    TOP_RIGHT = "top_right"
    LEFT = "left"
    RIGHT = "right"
    BOTTOM = "bottom"


PROMPTER_FACES = ("figtree", "lexend", "opendyslexic")
"""Typefaces of the prompter; the second and third are made for people who find reading hard."""


@dataclass(frozen=True)
class Limits:
    """Smallest and largest value that can be set, both included."""

    least: float
    most: float

    def hold(self, value: float) -> float:
        """The nearest value that can be set."""
        return min(max(value, self.least), self.most)

    def allow(self, value: object) -> bool:
        """Whether it is a number that can be set."""
        return isinstance(value, int | float) and not isinstance(value, bool) and self.least <= value <= self.most


SYLLABLES_PER_SECOND = Limits(2.5, 8.0)
"""Net articulation without pauses; 7.1 is hectic (domain.md 1.6)."""

TARGET_SECONDS = Limits(5, 180)
TEXT_PX = Limits(26, 72)
SCREEN_PX = Limits(32, 260)
COLUMN_EM = Limits(6.0, 18.0)
MARGIN_PX = Limits(0, 64)
BACKDROP = Limits(0.6, 1.0)


@dataclass(frozen=True)
class Prompter:
    """Tempo and look.

    Attributes:
        mode: what moves the text.
        syllables_per_second: net articulation of this reader, see ``language/tempo.py``.
        target_seconds: length for ``PrompterMode.TARGET``.
        text_px: font size in logical px: 35 is read from 80 cm (looks.md 2.2).
        column_em: line length in font sizes: 9.54 is 2 d tan 3 degrees, so the eyes hardly move (domain.md 8.2).
        margin_px: room left and right of the lines.
        lens: where the lens is; the text stands at it.
        over_picture: the band lies over the picture; else it stands above a smaller one.
        backdrop: how dark the band under the text is, 0.6 to 1.0.
        high_contrast: white on black, past and coming lines too.
        mirrored_text: for a glass in front of the lens.
        mirrored_preview: the picture as in a looking glass; never in the file.
        face: one of ``PROMPTER_FACES``.
        screen: name of a further screen that shows the text alone, e.g. below a glass in front of the lens; empty for
            none.
        screen_px: font size there: 84 is read from 2 m on a desktop screen (looks.md 2.2).
        forward_key, back_key, hold_key: further keys of a clicker or pedal as Qt writes them
            (``F5``, ``B``), empty for none.
    """

    mode: PrompterMode = PrompterMode.TEMPO
    syllables_per_second: float = 5.0
    target_seconds: int = 30
    text_px: int = 35
    column_em: float = 9.54
    margin_px: int = 8
    lens: LensPlace = LensPlace.TOP
    over_picture: bool = True
    backdrop: float = 0.78
    high_contrast: bool = False
    mirrored_text: bool = False
    mirrored_preview: bool = True
    face: str = PROMPTER_FACES[0]
    screen: str = ""
    screen_px: int = 84
    forward_key: str = ""
    back_key: str = ""
    hold_key: str = ""

    @property
    def in_window(self) -> "Prompter":
        """As the window shows the text: mirrored only if it is read there, and not on a further screen."""
        return replace(self, mirrored_text=False) if self.screen else self
