"""Between cut and check: what is laid over the picture."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.clip import ClipPicture, RenderPlan, SourceSegment
from skriptstudio.domain.clip_plan import clip_plan
from skriptstudio.domain.cut import Cut, Segment
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.dressing import Box, Dressing, NameLine, insert_of, logo_name
from skriptstudio.domain.errors import BadNumber, MissingFile
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.legible import SmallText
from skriptstudio.domain.ports.media import PictureGate, Renderer
from skriptstudio.domain.production import Production
from skriptstudio.domain.release import taken_back
from skriptstudio.domain.take import Take

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
        end_card: text of the card after the last segment; empty for none.
    """

    title: str | None = None
    names: Sequence[NameLine] | None = None
    inserts: Sequence[InsertWish] | None = None
    boxes: Sequence[Box] | None = None
    logo: Path | None = None
    windows: Sequence[tuple[int, Fraction]] | None = None
    grounds: Sequence[int] | None = None
    end_card: str | None = None


class Dress:
    """Lay something over the picture of a cut. A release becomes void by it, like by any change of the cut."""

    def __init__(
        self, desk: Desk, renderer: Renderer, pictures: PictureGate, stand_in: Callable[[Take], Path | None]
    ) -> None:
        """``pictures`` lets logos in; ``stand_in`` is what is watched in place of one from outside, if it is there."""
        self._desk = desk
        self._renderer = renderer
        self._pictures = pictures
        self._stand_in = stand_in
        self._logo: tuple[object, bytes] | None = None

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

    def take_back(self, before: Production, wish: DressWish) -> Production:
        """Undo a change: as ``change``, but a release that fell only by it holds again, see ``release.taken_back``.

        Args:
            before: the production before that change.
            wish: what brings its picture back.

        Raises:
            What ``change`` raises.
        """
        logo = None if wish.logo is None else self._stored(before, wish.logo)
        by, now = self._desk.anonymous(), self._desk.clock.now()
        return self._desk.change(before.id, lambda p: taken_back(_dressed(p, wish, logo), before, by, now), by)

    def preview(
        self,
        production: Production,
        at: Fraction,
        captions: Sequence[Cue],
        logo: Path | None,
        control: JobControl | None = None,
    ) -> ClipPicture:
        """The picture at ``at`` seconds of the clip: pixel by pixel what the export gives to its encoder.

        Only what comes from outside is less sharp: its stand-in is shown, so that nobody waits for a child process.

        Args:
            production: as it would be; nothing of it needs to be stored but its takes.
            at: moment of the clip.
            captions: shown in the picture.
            logo: a logo that isn't stored yet; None for the stored one.
            control: asked whether to go on where a child has to draw it.

        Raises:
            NothingRecorded, MissingFile, NotMedia, DriveFault.
        """
        media = partial(self._desk.library.media_path, production.id)
        chosen = production.effective_cut().dressing.logo
        stored = media(logo_name(chosen)) if chosen else None
        with TemporaryDirectory(prefix="skriptstudio-", ignore_cleanup_errors=True) as scratch:
            shown = stored
            if logo is not None and logo != stored and logo.is_file():
                shown = Path(scratch) / "logo.png"
                shown.write_bytes(self._own_logo(logo))
            plan = clip_plan(production, media, captions, shown if shown is not None and shown.is_file() else None)
            return self._renderer.still(self._watched(plan, production, media), at, control)

    def small_text(self, production: Production) -> tuple[SmallText, ...]:
        """Title, names and end card that are too long for letters that can be read on a phone.

        Raises:
            NothingRecorded.
        """
        plan = clip_plan(production, partial(self._desk.library.media_path, production.id))
        return self._renderer.small_text(plan)

    def _watched(self, plan: RenderPlan, production: Production, media: Callable[[str], Path]) -> RenderPlan:
        """The plan with the stand-ins of films from outside, as far as they are there."""
        found = {media(take.file): self._stand_in(take) for take in production.takes if take.foreign}

        def watched(segment: SourceSegment) -> SourceSegment:
            stand_in = found.get(segment.path)
            return segment if stand_in is None else replace(segment, path=stand_in, foreign=False)

        inserts = tuple(replace(one, segment=watched(one.segment)) for one in plan.inserts)
        return replace(plan, segments=tuple(map(watched, plan.segments)), inserts=inserts)

    def _own_logo(self, picture: Path) -> bytes:
        """A logo from outside as a PNG of our own; remembered, because it is looked at again and again."""
        facts = picture.stat()
        key = (picture, facts.st_size, facts.st_mtime_ns)
        if self._logo is None or self._logo[0] != key:
            with TemporaryDirectory(prefix="skriptstudio-", ignore_cleanup_errors=True) as scratch:
                made = Path(scratch) / "logo.png"
                self._pictures.logo(picture, made)
                self._logo = key, made.read_bytes()
        return self._logo[1]

    def _stored(self, production: Production, logo: Path) -> str:
        """The logo beside the takes, so that it stays the one that everybody looked at; returns its hash.

        It is a picture of our own, made of the chosen one, which is never opened again.
        """
        if logo == Path():
            return ""
        if not logo.is_file() or logo.stat().st_size > LOGO_BYTES:
            raise MissingFile(path=str(logo))
        picture = self._own_logo(logo)
        digest = sha256(picture).hexdigest()
        with TemporaryDirectory(prefix="skriptstudio-", ignore_cleanup_errors=True) as scratch:
            own = Path(scratch) / "logo.png"
            own.write_bytes(picture)
            return self._desk.library.put_media(production.id, own, logo_name(digest))


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
    followed = segments == cut.segments  # a cut that nobody set goes on following the takes
    kept = (production.cut or Cut()) if followed else replace(cut, segments=segments)
    card = cut.end_card if wish.end_card is None else wish.end_card.strip()
    return replace(production, cut=replace(kept, dressing=dressing, end_card=card))


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
