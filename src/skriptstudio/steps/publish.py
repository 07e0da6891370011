"""Station 5: from a released cut to the package that is uploaded by hand."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from skriptstudio.domain.captions import Captions
from skriptstudio.domain.clip import ClipPackage, PlatformProfile
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.exports import ARCHIVE, packaged, with_exports, without_exports
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.masters import Masters
from skriptstudio.domain.online import noted_online, require_publication
from skriptstudio.domain.package_making import ExportWish, PackageMaker, Staged
from skriptstudio.domain.ports.computer import PackageShelf
from skriptstudio.domain.ports.content import Profiles
from skriptstudio.domain.ports.documents import PackageWriter, SubtitleWriter
from skriptstudio.domain.ports.media import Renderer
from skriptstudio.domain.production import Production, Publication
from skriptstudio.domain.release import require_same_release

_FILMS = 0.95
"""Share of an export that goes into its films."""


class Publish:
    """Make packages, and note what went online."""

    def __init__(
        self,
        desk: Desk,
        renderer: Renderer,
        subtitles: SubtitleWriter,
        profiles: Profiles,
        shelf: PackageShelf,
        writer: PackageWriter,
    ) -> None:
        self._desk = desk
        self._renderer = renderer
        self._profiles = profiles
        self._shelf = shelf
        self._maker = PackageMaker(desk, renderer, subtitles, shelf, writer)

    def export(self, wish: ExportWish, draft_captions: Captions, control: JobControl) -> ClipPackage:
        """Render once, make a package for every profile, and then put each into its place, whole or not at all.

        Until all of them are complete nothing is in ``wish.to``. The gates are checked again right before each one
        leaves, on the record as it is then; from there on the export can't be cancelled any more. What leaves is
        written down first, a draft, too.

        Args:
            wish: what to export.
            draft_captions: shown in a draft; a released clip uses its confirmed ones.
            control: progress and cancel.

        Raises:
            NotReleased, ReleaseVoid, CaptionsNotConfirmed, ConsentMissing: a gate is shut (never for a draft).
        """
        profiles = [self._profiles.get(key) for key in dict.fromkeys(wish.profiles)]
        production = self._desk.open(wish.production).record
        gate = partial(self._gate, production, profiles, wish)
        captions = draft_captions if wish.draft else gate(production).captions or Captions()
        with self._shelf.staging(wish.to) as staging:
            masters = Masters(self._renderer, staging)
            films = self._maker.films(production, captions.cues, profiles, wish, masters, control.part(0, _FILMS))
            staged = self._maker.staged(films, production, captions.cues, wish, staging, control.part(_FILMS, 1))
            control.checkpoint()
            self._put(production, staged, wish, gate)
        files = tuple(file for one in staged for file in one.files)
        return ClipPackage(tuple(one.clip for one in staged), files, masters.encoded, masters.reused)

    def _gate(
        self, rendered: Production, profiles: Sequence[PlatformProfile], wish: ExportWish, present: Production
    ) -> Production:
        """The production, if it may leave the house as it was rendered; a draft always may."""
        if not wish.draft:
            today = self._desk.clock.today()
            require_same_release(present, rendered, self._desk.staff(), [p.key for p in profiles], today)
        return present

    def _put(
        self,
        production: Production,
        staged: Sequence[Staged],
        wish: ExportWish,
        gate: Callable[[Production], Production],
    ) -> None:
        """Write down what leaves, then let it leave, each target behind its gate.

        In this order, so that a program that is killed in between leaves no file that a revocation wouldn't find.
        """
        by, exports = self._desk.anonymous(), [export for one in staged for export in one.exports]
        self._desk.change(production.id, lambda p: with_exports(gate(p), exports), by)
        unput = list(exports)
        try:
            for one in staged:
                gate(self._desk.library.read(production.id).record)
                self._shelf.put(one.folder, one.final)
                unput.remove(one.exports[0])
                if one.archive is not None:
                    self._shelf.put(one.archive, one.final.with_suffix(ARCHIVE))
                    unput.remove(one.exports[1])
        except SkriptStudioError:
            with suppress(SkriptStudioError):
                self._desk.change(production.id, lambda p: without_exports(p, unput), by)
            raise
        if not wish.draft:
            self._desk.change(production.id, lambda p: packaged(p, exports), by)

    def prepare(self, wanted: str, control: JobControl) -> None:
        """Make ahead what the export of a clip with confirmed captions will need; nothing is released or stored by it.

        Raises:
            What ``Renderer.render`` raises, and ``ReleaseVoid`` if the logo is gone.
        """
        production = self._desk.open(wanted).record
        if production.captions is None:
            return
        profiles = self._profiles.all()
        wish, cues = ExportWish(production.id, (), Path()), production.captions.cues
        plans = dict.fromkeys(self._maker.plan(production, cues, profile, wish) for profile in profiles)
        for plan in plans:
            self._renderer.prepare(plan, control)

    def mark_published(self, wanted: str, profile: str, on: date, url: str = "") -> Publication:
        """Note that the clip is online, so that a revocation can find it.

        Raises:
            UnknownName: there is no such profile.
            NotOnlineYet, OnlineBeforeRelease, NotAWebAddress: it can't be true, see ``require_publication``.
        """
        publication = Publication(self._profiles.get(profile).key, on, url.strip())
        production = self._desk.open(wanted).record
        require_publication(production, publication.on, publication.url, self._desk.clock.today())
        self._desk.change(production.id, lambda p: noted_online(p, publication), self._desk.anonymous())
        return publication
