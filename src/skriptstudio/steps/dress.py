"""Between cut and check: what is laid over the picture."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from hashlib import sha256
from pathlib import Path

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.clip import ClipPicture
from skriptstudio.domain.clip_plan import clip_plan
from skriptstudio.domain.cut import Cut, Segment
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.dressing import Box, Dressing, NameLine, insert_of, logo_name
from skriptstudio.domain.errors import BadNumber, MissingFile
from skriptstudio.domain.ports import Renderer
from skriptstudio.domain.production import Production

LOGO_BYTES = 10_000_000
"""A larger file isn't a logo."""


@dataclass(frozen=True)
class InsertWish:
    """A stretch of another take's picture, in seconds: from ``source`` of the take, seen at ``start`` of the clip."""

    take: str
    source: Fraction
    start: Fraction
    seconds: Fraction


@dataclass(frozen=True)
class DressWish:
    """What shall change; None leaves it as it is.

    Attributes:
        logo: picture file of the house; an empty path for none.
        windows: place of the 9:16 window by the segment's number from 1, 0 left to 1 right.
        grounds: numbers of the segments that are seen as a whole on a blurred ground; all others aren't.
    """

    title: str | None = None
    names: Sequence[NameLine] | None = None
    inserts: Sequence[InsertWish] | None = None
    boxes: Sequence[Box] | None = None
    logo: Path | None = None
    windows: Sequence[tuple[int, Fraction]] | None = None
    grounds: Sequence[int] | None = None


class Dress:
    """Lay something over the picture of a cut. A release becomes void by it, like by any change of the cut."""

    def __init__(self, desk: Desk, renderer: Renderer) -> None:
        self._desk = desk
        self._renderer = renderer

    def change(self, wanted: str, wish: DressWish) -> Cut:
        """Change what is asked for and return the cut.

        Raises:
            UnknownName: no such take.
            BadSegment: a piece lies outside its take.
            BadNumber: no such segment.
            MissingFile: there is no such logo, or it is far too large for one.
        """
        production = self._desk.open(wanted).record
        logo = None if wish.logo is None else self._stored(production, wish.logo)
        by = self._desk.anonymous()
        return self._desk.change(production.id, lambda p: _dressed(p, wish, logo), by).effective_cut()

    def preview(self, production: Production, at: Fraction, captions: Sequence[Cue], logo: Path | None) -> ClipPicture:
        """The picture at ``at`` seconds of the clip, pixel by pixel what the export gives to its encoder.

        Args:
            production: as it would be; nothing of it needs to be stored but its takes.
            at: moment of the clip.
            captions: shown in the picture.
            logo: a logo that isn't stored yet; None for the stored one.

        Raises:
            NothingRecorded, MissingFile, NotMedia, DriveFault.
        """
        media = partial(self._desk.library.media_path, production.id)
        chosen = production.effective_cut().dressing.logo
        if logo is None and chosen:
            logo = media(logo_name(chosen))
        shown = logo if logo is not None and logo.is_file() else None
        return self._renderer.still(clip_plan(production, media, captions, shown), at)

    def _stored(self, production: Production, logo: Path) -> str:
        """The logo beside the takes, so that it stays the one that everybody looked at; returns its hash."""
        if logo == Path():
            return ""
        if not logo.is_file() or logo.stat().st_size > LOGO_BYTES:
            raise MissingFile(path=str(logo))
        digest = sha256(logo.read_bytes()).hexdigest()
        return self._desk.library.put_media(production.id, logo, logo_name(digest))


def _dressed(production: Production, wish: DressWish, logo: str | None) -> Production:
    cut = production.effective_cut()
    before = cut.dressing
    inserts = before.inserts
    if wish.inserts is not None:
        inserts = tuple(insert_of(production.take(w.take), w.source, w.start, w.seconds) for w in wish.inserts)
    dressing = Dressing(
        title=before.title if wish.title is None else wish.title.strip(),
        names=before.names if wish.names is None else tuple(wish.names),
        inserts=inserts,
        boxes=before.boxes if wish.boxes is None else tuple(wish.boxes),
        logo=before.logo if logo is None else logo,
    )
    segments = _framed(cut.segments, wish)
    if segments == cut.segments:  # a cut that nobody set goes on following the takes
        return replace(production, cut=replace(production.cut or Cut(), dressing=dressing))
    return replace(production, cut=replace(cut, segments=segments, dressing=dressing))


def _framed(segments: tuple[Segment, ...], wish: DressWish) -> tuple[Segment, ...]:
    framed = list(segments)
    for number, across in wish.windows or ():
        _require(number, framed)
        if not 0 <= across <= 1:
            raise BadNumber(text=f"{float(across):g}", allowed="0-1")
        framed[number - 1] = replace(framed[number - 1], across=across)
    if wish.grounds is not None:
        for number in wish.grounds:
            _require(number, framed)
        framed = [replace(s, all_of_it=index in wish.grounds) for index, s in enumerate(framed, 1)]
    return tuple(framed)


def _require(number: int, segments: Sequence[Segment]) -> None:
    if not 1 <= number <= len(segments):
        raise BadNumber(text=str(number), allowed=f"1-{len(segments)}")
