"""What a child can be asked for. Each order is data and nothing else; ``tasks`` carries it out."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from skriptstudio.domain.clip import RenderPlan
from skriptstudio.domain.room_check import Threshold
from skriptstudio.domain.take import Footage, Span, TakeFinding


@dataclass(frozen=True)
class TakeIn:
    """Look at a film, try its decoders, and write its stand-in: whole, or where that takes long only its sound.

    Attributes:
        film: where the stand-in belongs.
        sound: where it belongs without its picture.
        most_pixels: of all pictures together; a film of more gets its sound alone for now.
    """

    path: Path
    film: Path
    sound: Path
    most_pixels: int


@dataclass(frozen=True)
class TakenIn:
    """Answer to ``TakeIn``.

    Attributes:
        whole: whether the stand-in has its picture.
    """

    footage: Footage
    whole: bool


@dataclass(frozen=True)
class StandIn:
    """Write the stand-in of a film; ``sound_only`` leaves out its picture."""

    path: Path
    seconds: Fraction
    target: Path
    sound_only: bool = False


@dataclass(frozen=True)
class Inspect:
    """Look and listen for what is wrong with a take, see ``TakeInspector``."""

    path: Path
    speech: tuple[Span, ...]
    thresholds: tuple[Threshold, ...]


@dataclass(frozen=True)
class Inspected:
    """Answer to ``Inspect``."""

    findings: tuple[TakeFinding, ...]


@dataclass(frozen=True)
class Poster:
    """Write the poster of a film, see ``look/poster.py``."""

    path: Path
    second: Fraction
    target: Path


@dataclass(frozen=True)
class Photo:
    """Write a photo as a short film, see ``render/stand.py``."""

    photo: Path
    target: Path


@dataclass(frozen=True)
class Logo:
    """Write a logo as a small PNG, see ``render/text.py``."""

    picture: Path
    target: Path


@dataclass(frozen=True)
class Render:
    """What ``Renderer.render`` is asked for, and where this computer keeps pieces and cards."""

    plan: RenderPlan
    target: Path
    cards: Path | None
    chunks: Path | None


@dataclass(frozen=True)
class Prepare:
    """What ``Renderer.prepare`` is asked for."""

    plan: RenderPlan
    cards: Path | None
    chunks: Path | None


@dataclass(frozen=True)
class Draw:
    """What ``Renderer.still`` is asked for; the picture is written as bytes."""

    plan: RenderPlan
    at: Fraction
    target: Path


@dataclass(frozen=True)
class Untag:
    """What ``Renderer.tagless`` is asked for; answered by the ending of the copy."""

    source: Path
    target: Path
