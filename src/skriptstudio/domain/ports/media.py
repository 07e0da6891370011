"""Films and pictures: looked at, let in from outside, made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from skriptstudio.domain.charts import Bar, Spread
    from skriptstudio.domain.clip import ClipPicture, RenderedClip, RenderPlan
    from skriptstudio.domain.jobs import JobControl
    from skriptstudio.domain.legible import SmallText
    from skriptstudio.domain.ports.studio import Still
    from skriptstudio.domain.room_check import FaceBox
    from skriptstudio.domain.take import Footage, Span, Take, TakeFinding


class MediaCache(Protocol):
    """Something on this computer that was made from films and can be made again: posters, rendered pieces."""

    def forget(self, sha256: str, first_word: Fraction) -> None:
        """Remove all that was made from a film; nothing happens where there is nothing. Must not fail.

        Args:
            sha256: of the film, in hexadecimal.
            first_word: second of its first word, see ``domain/erasure.py``.
        """
        ...


class MediaProbe(Protocol):
    """Looks at media files without changing them."""

    def footage(self, path: Path) -> Footage:
        """What the file holds.

        Raises:
            MissingFile, NotMedia, NoPicture, UnusablePicture, UnusableLength.
        """
        ...


@dataclass(frozen=True)
class NewFilm:
    """A film from outside that was just looked at.

    Attributes:
        watched: what may be opened in its place: its stand-in; without its picture if not ``whole``, and not there
            at all if it has no sound either.
        whole: whether the stand-in is complete.
        keep: makes the stand-in found under the SHA-256 of the film; until then it goes when the look is over.
    """

    footage: Footage
    watched: Path
    whole: bool
    keep: Callable[[str], object]


class FilmGate(Protocol):
    """Lets films from outside in without ever decoding them in this process."""

    def take_in(self, path: Path, control: JobControl) -> AbstractContextManager[NewFilm]:
        """Look at a film in a child process.

        Raises:
            Cancelled, MissingFile, NotMedia, NoPicture, UnusablePicture, UnusableLength, DiskFull,
            DriveFault, EncoderFault.
        """
        ...

    def sound(self, take: Take, original: Path, control: JobControl) -> Path:
        """A file of our own with the sound of a take; a child makes it where there is none.

        Raises:
            Cancelled, MissingFile, NotMedia, DiskFull, DriveFault, EncoderFault.
        """
        ...


class PictureGate(Protocol):
    """Lets photos and logos from outside in; a child process reads them, and what it writes has no tags.

    Raises ``MissingFile``, ``NotMedia``, ``DiskFull``, ``DriveFault``.
    """

    def photo_film(self, photo: Path, target: Path) -> None:
        """Write a photo as a silent film that shows it."""
        ...

    def logo(self, picture: Path, target: Path) -> None:
        """Write a logo as a PNG no larger than it is ever shown."""
        ...


class TakeInspector(Protocol):
    """Looks and listens for what a lay person should know about a finished take."""

    def findings(
        self, path: Path, speech: Sequence[Span], control: JobControl | None = None
    ) -> tuple[TakeFinding, ...]:
        """``TOO_QUIET``, ``SILENT``, ``CLIPPED`` or ``CLIPPED_THROUGHOUT``, ``OUT_OF_FRAME`` as far as they hold.

        Nothing is said of what can't be read.

        Args:
            path: the film.
            speech: where somebody speaks in it, in seconds.
            control: asked whether to go on.
        """
        ...


class FaceFinder(Protocol):
    """Finds the face in a small picture, quickly enough for a few times a second (some 20 ms)."""

    def find(self, still: Still) -> FaceBox | None:
        """The largest face, or None. May be called from any thread."""
        ...

    def well_placed(self, face: FaceBox) -> bool:
        """Whether size, eye line and middle are in the good band of the thresholds."""
        ...


class Renderer(Protocol):
    """Makes the clip."""

    def render(self, plan: RenderPlan, target: Path, control: JobControl) -> RenderedClip:
        """Write ``target`` (MP4) whole or not at all.

        Raises:
            Cancelled, MissingFile, NotMedia, DiskFull, DriveFault, EncoderFault.
        """
        ...

    def prepare(self, plan: RenderPlan, control: JobControl) -> None:
        """Do ahead what ``render`` will need, slowly; a stop loses nothing that is finished.

        Raises:
            What ``render`` raises.
        """
        ...

    def still(self, plan: RenderPlan, at: Fraction, control: JobControl | None = None) -> ClipPicture:
        """The picture at ``at`` seconds of the clip as ``render`` would give it to its encoder, its end card included.

        Raises:
            MissingFile, NotMedia, DriveFault.
        """
        ...

    def small_text(self, plan: RenderPlan) -> tuple[SmallText, ...]:
        """Which texts are too long to be drawn in letters that can be read on a phone; opens no film."""
        ...

    def tagless(self, source: Path, target: Path, control: JobControl, foreign: bool = True) -> Path:
        """Copy a film's picture and sound as they are, without place, device and time.

        Args:
            source: the film.
            target: where to; the copy gets another ending where its container has to be another one.
            control: told of progress, and asked whether to go on.
            foreign: whether another program wrote the film.

        Returns:
            Where the copy is.

        Raises:
            Cancelled, MissingFile, NotMedia, NoContainer, DiskFull, DriveFault.
        """
        ...

    def cover(self, clip: Path, at: Fraction, target: Path) -> None:
        """Write the picture at ``at`` seconds of a finished clip as JPEG.

        Raises:
            MissingFile, NotMedia, DiskFull, DriveFault.
        """
        ...


class ChartPainter(Protocol):
    """Draws charts for papers, as PNG; colours and font are those of the program."""

    def columns(self, bars: Sequence[Bar], width_px: int, height_px: int) -> bytes:
        """Upright bars side by side."""
        ...

    def rows(self, bars: Sequence[Bar], width_px: int, height_px: int) -> bytes:
        """Lying bars below each other."""
        ...

    def spreads(self, spreads: Sequence[Spread], width_px: int, height_px: int) -> bytes:
        """Groups below each other on one scale that begins at 0."""
        ...

    def progress(self, share: Fraction, elapsed: Fraction, width_px: int, height_px: int) -> bytes:
        """A bar that is full at 1, with a mark where it should be by now."""
        ...
