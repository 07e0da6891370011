"""Gets what the clip view shows, in jobs, and forgets what comes too late."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.captions import Captions, Cue
from skriptstudio.domain.cut import Segment
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.people import Staff
from skriptstudio.domain.production import Production
from skriptstudio.domain.seals import cut_seal
from skriptstudio.domain.take import Take
from skriptstudio.steps.tidy import Tidying
from skriptstudio.ui.pages.review.facts import stored_captions
from skriptstudio.ui.pages.review.player import warm_up
from skriptstudio.ui.pages.review.reading import (
    Basics,
    Lines,
    draw_captions,
    read_basics,
    read_captions,
    read_peaks,
    read_strips,
)
from skriptstudio.ui.pages.review.screen import CaptionPicture
from skriptstudio.ui.pages.review.strip import Pictures

if TYPE_CHECKING:
    from skriptstudio.ui.page import Page


class Loading(QObject):
    """Basics, captions with their pictures, and the sound of one production after the other.

    Attributes:
        production: the one that is wanted; None for none.
        basics, captions: None while they aren't known.
        pictures: drawn captions by their lines.
        peaks: sound by take id.
        strips: small pictures by take id.
        tidying: what could be tidied in the present cut; None while it isn't known.
        unsaved: the captions shown are newer than those stored.
        waits: how much of the film that has to be made ready first is done, 0.0 to 1.0; None if it needn't wait.
        refused: why a film of the clip can't be made ready; None if nothing is wrong.
        changed: one of these is there now: ``basics``, ``film``, ``captions``, ``pictures``, ``peaks``,
            ``strips``, ``tidying``, ``waits``.
    """

    changed = Signal(str)

    def __init__(self, page: Page, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._round = 0
        self.production: Production | None = None
        self.basics: Basics | None = None
        self.captions: Captions | None = None
        self.pictures: dict[Lines, CaptionPicture] = {}
        self._typed: Lines = ()
        self.peaks: dict[str, list[float]] = {}
        self.strips: dict[str, Pictures] = {}
        self.tidying: Tidying | None = None
        self.unsaved = False
        self.waits: float | None = None
        self.refused: SkriptStudioError | None = None
        self._warm = False
        maker = page.place.stand_ins
        maker.progressed.connect(self._progressed)
        maker.made.connect(self._made)
        maker.failed.connect(self._refused)

    @property
    def staff(self) -> Staff:
        """Everybody, as fresh as is known."""
        return self.basics.staff if self.basics is not None else self._page.session.staff

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The captions' cues, none while they aren't known."""
        return self.captions.cues if self.captions is not None else ()

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The cut's segments."""
        return self.production.effective_cut().segments if self.production is not None else ()

    def open(self, production: Production) -> bool:
        """Take over a production or its newer state; True if it is another clip than before."""
        before = self.production
        another = before is None or before.id != production.id
        self.production = production
        if another:
            self._round += 1
            self.basics, self.captions, self.pictures, self.peaks = None, None, {}, {}
            self.strips = {}
            self.unsaved = False
            self.waits, self.refused = None, None
        if another or before is None or cut_seal(before) != cut_seal(production):
            self._get_all(production)
            if self._has_films(production):
                self._make_ready()
        elif not self._has_films(production):
            self._get_basics(production)
        stored = stored_captions(production)
        if stored is not None and stored != self.captions and not self.unsaved:
            self.captions = stored
        self._draw_new()
        return another

    def show_edit(self, captions: Captions) -> None:
        """Show edited captions that aren't stored yet."""
        self.captions, self.unsaved = captions, True
        self._draw_new()

    def draw_typed(self, cue: Cue) -> None:
        """Draw a caption that somebody is writing; the one before it is forgotten, for each letter makes one."""
        kept = {one.lines for one in self.cues}
        if self._typed not in kept:
            self.pictures.pop(self._typed, None)
        self._typed = cue.lines
        if cue.lines not in self.pictures:
            self._draw((cue,))

    def _draw_new(self) -> None:
        if self.captions is not None and any(cue.lines not in self.pictures for cue in self.cues):
            self._draw(self.cues)

    def close(self) -> None:
        """Forget it all; what is still on its way is thrown away."""
        self._round += 1
        self.production = None

    def _get_all(self, production: Production) -> None:
        house, round_ = self._page.session.house, self._round
        start, drawn, seal = self._page.jobs.start, dict(self.pictures), cut_seal(production)
        if self.captions is not None and self.captions.seal != seal:
            self.captions, self.unsaved = None, False
        self.tidying = None
        if not self._warm:
            start(lambda control: warm_up(), lambda _: self._warmed(round_))
        if not self._has_films(production):
            self._get_basics(production)
        start(
            lambda control: read_captions(house, production, drawn, control),
            lambda found: self._captioned(round_, seal, *found),
            lambda error: self._no_captions(round_, seal, error),
        )
        start(lambda control: read_peaks(house, production, control), lambda peaks: self._heard(round_, peaks))
        self._get_strips(production)

    def _get_strips(self, production: Production) -> None:
        house, round_ = self._page.session.house, self._round
        self._page.jobs.start(
            lambda control: read_strips(house, production, control), lambda found: self._pictured(round_, found)
        )

    def _has_films(self, production: Production) -> bool:
        """Whether it is known where every take lies; somebody may have recorded another one since."""
        known = self.basics
        return known is not None and all(take.id in known.paths or take in known.missing for take in production.takes)

    def _get_basics(self, production: Production) -> None:
        house, round_ = self._page.session.house, self._round
        self._page.jobs.start(
            lambda control: read_basics(house, production, control), lambda basics: self._read(round_, basics)
        )

    def _warmed(self, round_: int) -> None:
        self._warm = True
        self._film(round_)

    def _read(self, round_: int, basics: Basics) -> None:
        if round_ == self._round:
            self.basics = basics
            self.changed.emit("basics")
            self._film(round_)
            self._make_ready()

    @property
    def _unready(self) -> tuple[Take, ...]:
        """Takes that the cut uses and that can't be played yet."""
        if self.basics is None or self.production is None or not self.production.takes:
            return ()
        missing = {take.id for take in self.basics.missing}
        return tuple(take for take in self.production.takes_shown() if take.id in missing)

    def _make_ready(self) -> None:
        """Have the films that are missing made ready; a picture over the voice counts too, or the clip looked whole."""
        production = self.production
        waited, self.refused = self.waits is not None, None
        self.waits = 0.0 if self._unready else None
        for take in self._unready:
            if production is not None:
                self._page.place.stand_ins.want(self._page.session.house, production, take)
        if waited or self.waits is not None:
            self.changed.emit("waits")

    def make_ready(self, takes: Sequence[Take]) -> bool:
        """Have these made ready to be played, although the cut doesn't use them; False if all of them are."""
        missing = self.basics.missing if self.basics is not None else ()
        place, production = self._page.place, self.production
        if production is None:
            return False
        house, wanted = self._page.session.house, [take for take in takes if take in missing]
        coming = [place.stand_ins.want(house, production, take, place.fail) for take in wanted]
        return any(coming)

    def _progressed(self, sha256: str, done: float) -> None:
        if self.waits is not None and any(take.sha256 == sha256 for take in self._unready):
            self.waits = done
            self.changed.emit("waits")

    def _made(self, sha256: str) -> None:
        production = self.production
        missing = self.basics.missing if self.basics is not None else ()
        if production is not None and any(take.sha256 == sha256 for take in missing):
            self._get_basics(production)
            self._get_strips(production)

    def _refused(self, sha256: str, error: SkriptStudioError) -> None:
        if any(take.sha256 == sha256 for take in self._unready):
            self.refused = error
            self.changed.emit("waits")

    def _film(self, round_: int) -> None:
        if round_ == self._round and self._warm and self.basics is not None:
            self.changed.emit("film")

    def _captioned(self, round_: int, seal: str, captions: Captions, pictures: dict[Lines, CaptionPicture]) -> None:
        if round_ != self._round or self.production is None or seal != cut_seal(self.production):
            return
        self.pictures |= pictures
        if self.captions is None:
            self.captions = captions
        self.changed.emit("captions")
        self._tidy(self.production, round_, seal)

    def _tidy(self, production: Production, round_: int, seal: str) -> None:
        """After the captions, because both listen to the words, and the second time they are known."""
        house = self._page.session.house

        def done(tidying: Tidying) -> None:
            if round_ == self._round and self.production is not None and seal == cut_seal(self.production):
                self.tidying = tidying
                self.changed.emit("tidying")

        self._page.jobs.start(lambda control: house.tidy.look(production), done, lambda _: done(Tidying()))

    def _no_captions(self, round_: int, seal: str, error: SkriptStudioError) -> None:
        """Without its film there are no captions; the screen says so already."""
        self._captioned(round_, seal, Captions(seal=seal), {})

    def _draw(self, cues: Sequence[Cue]) -> None:
        house, round_, drawn = self._page.session.house, self._round, dict(self.pictures)

        def done(pictures: dict[Lines, CaptionPicture]) -> None:
            if round_ == self._round:
                self.pictures |= pictures
                self.changed.emit("pictures")

        self._page.jobs.start(lambda control: draw_captions(house, cues, drawn), done)

    def _pictured(self, round_: int, strips: dict[str, Pictures]) -> None:
        if round_ == self._round:
            self.strips |= strips
            self.changed.emit("strips")

    def _heard(self, round_: int, peaks: dict[str, list[float]]) -> None:
        if round_ == self._round:
            self.peaks |= peaks
            self.changed.emit("peaks")
