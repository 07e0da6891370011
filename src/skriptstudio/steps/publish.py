"""Station 5: from a released cut to the package that is uploaded by hand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from skriptstudio.domain.captions import Captions, Cue
from skriptstudio.domain.clip import (
    Check,
    ClipPackage,
    ExportedClip,
    PlatformProfile,
    RenderedClip,
    RenderPlan,
)
from skriptstudio.domain.clip_checks import (
    caption_checks,
    limit_checks,
    material_checks,
    picture_checks,
    post_checks,
    reading_checks,
    sound_checks,
)
from skriptstudio.domain.clip_plan import clip_plan
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.dressing import logo_name
from skriptstudio.domain.errors import ReleaseVoid
from skriptstudio.domain.exports import ARCHIVE, packaged
from skriptstudio.domain.hand_over import TAKES_FOLDER, EditList, edit_list
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.legible import SmallText
from skriptstudio.domain.masters import Masters
from skriptstudio.domain.online import noted_online, require_publication
from skriptstudio.domain.package_sheet import PackageSheet, spoken_lines
from skriptstudio.domain.ports.computer import PackageShelf
from skriptstudio.domain.ports.content import Profiles
from skriptstudio.domain.ports.documents import PackageWriter, SubtitleWriter
from skriptstudio.domain.ports.media import Renderer
from skriptstudio.domain.post import cover_moment
from skriptstudio.domain.post_room import post_text
from skriptstudio.domain.production import Export, Production, Publication
from skriptstudio.domain.release import released_cut
from skriptstudio.domain.seals import version_seal

DRAFT_MARK = "ENTWURF"


@dataclass(frozen=True)
class ExportWish:
    """What somebody wants exported.

    Attributes:
        to: folder that gets one folder for each production and profile.
        packed: whether each folder also lies beside itself as one ZIP file.
    """

    production: str
    profiles: tuple[str, ...]
    to: Path
    draft: bool = False
    burn_in: bool = True
    packed: bool = False


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
        self._subtitles = subtitles
        self._profiles = profiles
        self._shelf = shelf
        self._writer = writer

    def export(self, wish: ExportWish, draft_captions: Captions, control: JobControl) -> ClipPackage:
        """Render once, and put a package for every profile into place, whole or not at all.

        Args:
            wish: what to export.
            draft_captions: shown in a draft; a released clip uses its confirmed ones.
            control: progress and cancel.

        Raises:
            NotReleased, ReleaseVoid, CaptionsNotConfirmed, ConsentMissing: a gate is shut (never for a draft).
        """
        profiles = [self._profiles.get(key) for key in dict.fromkeys(wish.profiles)]
        production = self._desk.open(wish.production).record
        if not wish.draft:
            staff, today = self._desk.staff(), self._desk.clock.today()
            production = released_cut(production, staff, [p.key for p in profiles], today).production
        captions = draft_captions if wish.draft else production.captions or Captions()
        package = self._packaged(production, captions.cues, profiles, wish, control)
        if not wish.draft:
            exports = self._exports(production, package)
            self._desk.change(production.id, lambda p: packaged(p, exports), self._desk.anonymous())
        return package

    def prepare(self, wanted: str, control: JobControl) -> None:
        """Make ahead what the export of a clip with confirmed captions will need; nothing is released or stored by it.

        Raises:
            What ``Renderer.render`` raises, and ``ReleaseVoid`` if the logo is gone.
        """
        production = self._desk.open(wanted).record
        if production.captions is None:
            return
        profiles = [self._profiles.get(key) for key in self._profiles.keys()]  # noqa: SIM118 - no dict
        wish, cues = ExportWish(production.id, (), Path()), production.captions.cues
        plans = dict.fromkeys(self._plan(production, cues, profile, wish) for profile in profiles)
        for plan in plans:
            self._renderer.prepare(plan, control)

    def _exports(self, production: Production, package: ClipPackage) -> tuple[Export, ...]:
        """What the record says about the files that left the house, so that each can be told by its hash."""
        by, now, version = self._desk.anonymous(), self._desk.clock.now(), version_seal(production)
        return tuple(
            Export(c.profile, c.path.name, str(c.path.parent), self._shelf.hash_of(c.path), version, by, now)
            for c in package.clips
        )

    def _packaged(
        self,
        production: Production,
        cues: tuple[Cue, ...],
        profiles: Sequence[PlatformProfile],
        wish: ExportWish,
        control: JobControl,
    ) -> ClipPackage:
        name = file_name(production)
        clips: list[ExportedClip] = []
        files: list[Path] = []
        checks: list[Check] = []
        with self._shelf.staging(wish.to) as staging:
            masters = Masters(self._renderer, staging)
            for number, profile in enumerate(profiles):
                part = control.part(number / len(profiles), (number + 0.95) / len(profiles))
                master = masters.film(self._plan(production, cues, profile, wish), profile, part)
                small = self._renderer.small_text(self._plan(production, cues, profile, wish))
                found = _checks(profile, master, cues, production, wish, small)
                sheet = self._sheet(production, profile, master, cues, found, wish)
                rest = control.part((number + 0.95) / len(profiles), (number + 1) / len(profiles))
                cover = masters.cover(master, cover_moment(production.post.cover, master.seconds))
                names = self._filled(staging / profile.key, sheet, master, cover, cues, production, rest)
                control.report("files", (number + 1) / len(profiles))
                final = wish.to / name / profile.key
                packed = staging / f"{profile.key}{ARCHIVE}"
                if wish.packed:
                    self._shelf.pack(staging / profile.key, packed)
                self._shelf.put(staging / profile.key, final)
                clips.append(ExportedClip(profile.key, final / f"{name}.mp4", master.seconds, master.frames))
                files += [final / one for one in names]
                if wish.packed:
                    files.append(final.with_suffix(ARCHIVE))
                    self._shelf.put(packed, files[-1])
                checks += found
        return ClipPackage(tuple(clips), tuple(files), tuple(dict.fromkeys(checks)), masters.encoded, masters.reused)

    def _filled(
        self,
        folder: Path,
        sheet: PackageSheet,
        master: RenderedClip,
        cover: Path,
        cues: Sequence[Cue],
        production: Production,
        control: JobControl,
    ) -> tuple[str, ...]:
        """Put everything of one profile into ``folder`` and return the files' names, the film first."""
        folder.mkdir()
        names = [f"{sheet.name}.mp4"]
        self._shelf.copy(master.path, folder / names[0])
        for ending in ("srt", "vtt") if cues else ():
            names.append(f"{sheet.name}.{ending}")
            self._subtitles.write(cues, folder / names[-1])
        names.append(f"{sheet.name}.jpg")
        self._shelf.copy(cover, folder / names[-1])
        names += self._writer.write(sheet, folder)
        if sheet.profile.hand_over:
            names += self._handed_over(edit_list(production, tuple(cues)), production, folder, control)
        sums = [(one, self._shelf.hash_of(folder / one)) for one in names]
        return (*names, *self._writer.write_sums(sums, folder))

    def _handed_over(
        self, edit: EditList, production: Production, folder: Path, control: JobControl
    ) -> tuple[str, ...]:
        """Takes without their tags, cut and script, for whoever goes on cutting."""
        (folder / TAKES_FOLDER).mkdir()
        own = {take.file for take in production.takes if not take.foreign}
        for number, file in enumerate(edit.files):
            part = control.part(number / len(edit.files), (number + 1) / len(edit.files))
            source = self._desk.library.media_path(production.id, file)
            self._renderer.tagless(source, folder / TAKES_FOLDER / file, part, foreign=file not in own)
        takes = tuple(f"{TAKES_FOLDER}/{file}" for file in edit.files)
        return (*takes, *self._writer.write_hand_over(edit, production.script.sections, folder))

    def _sheet(
        self,
        production: Production,
        profile: PlatformProfile,
        master: RenderedClip,
        cues: Sequence[Cue],
        checks: Sequence[Check],
        wish: ExportWish,
    ) -> PackageSheet:
        release = None if wish.draft else production.release
        return PackageSheet(
            name=file_name(production),
            title=production.title,
            profile=profile,
            seconds=master.seconds,
            text=post_text(production.post, profile),
            spoken=spoken_lines(cues),
            checks=tuple(checks),
            version=version_seal(production) if release else "",
            released=release.when.date().isoformat() if release else "",
            alt=production.post.alt,
            location=production.post.location,
        )

    def _plan(
        self, production: Production, cues: tuple[Cue, ...], profile: PlatformProfile, wish: ExportWish
    ) -> RenderPlan:
        shows_logo = profile.logo and bool(production.effective_cut().dressing.logo)
        plan = clip_plan(
            production,
            partial(self._desk.library.media_path, production.id),
            cues if wish.burn_in else (),
            self._logo_of(production) if shows_logo else None,
        )
        return replace(plan, draft_mark=DRAFT_MARK if wish.draft else "", lufs=profile.lufs)

    def _logo_of(self, production: Production) -> Path | None:
        """The house's logo, if it is still the one that everybody looked at.

        Raises:
            ReleaseVoid: it was exchanged or removed since.
        """
        chosen = production.effective_cut().dressing.logo
        path = self._desk.library.media_path(production.id, logo_name(chosen))
        if not path.is_file() or self._shelf.hash_of(path) != chosen:
            raise ReleaseVoid(production.title, ("cut",))
        return path

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


def file_name(production: Production) -> str:
    """A name for folders and files that every drive and platform takes: letters, digits, hyphens."""
    text = production.title.lower()
    for umlaut, letters in {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}.items():
        text = text.replace(umlaut, letters)
    slug = re.sub(r"[^a-z0-9]+", "-", text).strip("-")[:40].rstrip("-")
    return f"{slug}-{production.id}" if slug else production.id


def _checks(
    profile: PlatformProfile,
    clip: RenderedClip,
    cues: Sequence[Cue],
    production: Production,
    wish: ExportWish,
    small: Sequence[SmallText],
) -> list[Check]:
    """What the finished clip shows, measured on the file itself."""
    return [
        *sound_checks(clip),
        *picture_checks(clip),
        *limit_checks(profile, clip, clip.path.stat().st_size / 1e6),
        *material_checks(production),
        *post_checks(profile, production.post),
        *caption_checks(cues, wish.draft),
        *reading_checks(small, production.effective_cut().end_card),
    ]
