"""Makes packages where nobody sees them yet: films first, then all that lies beside each of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.clip import Check, ExportedClip, PlatformProfile, RenderedClip, RenderPlan
from skriptstudio.domain.clip_checks import (
    caption_checks,
    limit_checks,
    material_checks,
    picture_checks,
    post_checks,
    reading_checks,
    sound_checks,
    zone_checks,
)
from skriptstudio.domain.clip_plan import clip_plan
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.dressing import logo_name
from skriptstudio.domain.errors import ReleaseVoid
from skriptstudio.domain.exports import ARCHIVE
from skriptstudio.domain.hand_over import TAKES_FOLDER, EditList, edit_list
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.legible import SmallText
from skriptstudio.domain.masters import Masters
from skriptstudio.domain.package_sheet import PackageSheet, file_name, spoken_lines
from skriptstudio.domain.ports.computer import PackageShelf
from skriptstudio.domain.ports.documents import PackageWriter, SubtitleWriter
from skriptstudio.domain.ports.media import Renderer
from skriptstudio.domain.post import cover_moment
from skriptstudio.domain.post_room import post_text
from skriptstudio.domain.production import Export, Production
from skriptstudio.domain.seals import version_seal

DRAFT_MARK, DRAFT_ENDING = "ENTWURF", "-entwurf"
"""In the picture, and at the end of the names: a draft never takes the place of a released package."""


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


@dataclass(frozen=True)
class Film:
    """What one profile shows; several may share a master."""

    profile: PlatformProfile
    master: RenderedClip
    cover: Path
    checks: tuple[Check, ...]


@dataclass(frozen=True)
class Staged:
    """A package that lacks nothing but its place.

    Attributes:
        folder, archive: where it lies now.
        final: where it goes.
        files: of the package, at their place; the film first, the archive last.
        exports: what the record shall say of it: the film, and the archive if there is one.
    """

    folder: Path
    archive: Path | None
    final: Path
    files: tuple[Path, ...]
    clip: ExportedClip
    exports: tuple[Export, ...]


class PackageMaker:
    """Makes what an export puts into place."""

    def __init__(
        self, desk: Desk, renderer: Renderer, subtitles: SubtitleWriter, shelf: PackageShelf, writer: PackageWriter
    ) -> None:
        self._desk = desk
        self._renderer = renderer
        self._subtitles = subtitles
        self._shelf = shelf
        self._writer = writer

    def films(
        self,
        production: Production,
        cues: tuple[Cue, ...],
        profiles: Sequence[PlatformProfile],
        wish: ExportWish,
        masters: Masters,
        control: JobControl,
    ) -> list[Film]:
        """What each profile shows, with what was measured on it; one film serves all whose picture is the same."""
        films = []
        for number, profile in enumerate(profiles):
            part = control.part(number / len(profiles), (number + 1) / len(profiles))
            plan = self.plan(production, cues, profile, wish)
            master = masters.film(plan, profile, part)
            cover = masters.cover(master, cover_moment(production.post.cover, master.seconds))
            found = _checks(profile, master, cues, production, wish, masters.small_text(plan))
            films.append(Film(profile, master, cover, tuple(found)))
        return films

    def staged(
        self,
        films: Sequence[Film],
        production: Production,
        cues: tuple[Cue, ...],
        wish: ExportWish,
        staging: Path,
        control: JobControl,
    ) -> list[Staged]:
        """A complete package for each film, where nobody sees it yet."""
        by, now = self._desk.anonymous(), self._desk.clock.now()
        version = "" if wish.draft else version_seal(production)
        wanted = Counter(film.master.path for film in films)
        staged = []
        for number, film in enumerate(films):
            key, master = film.profile.key, film.master
            sheet = self._sheet(production, film.profile, master, cues, film.checks, wish)
            folder, final = staging / key, wish.to / sheet.name / key
            folder.mkdir()
            wanted[master.path] -= 1
            place = self._shelf.copy if wanted[master.path] else self._shelf.move
            place(master.path, folder / f"{sheet.name}.mp4")
            self._shelf.copy(film.cover, folder / f"{sheet.name}.jpg")
            part = control.part(number / len(films), (number + 1) / len(films))
            sums = self._filled(folder, sheet, cues, production, part)
            archive = staging / f"{key}{ARCHIVE}" if wish.packed else None
            if archive is not None:
                self._shelf.pack(folder, archive)
            control.report("files", (number + 1) / len(films))
            names = (*sums, *self._writer.write_sums([*sums.items()], folder))
            files = tuple(final / name for name in names) + ((final.with_suffix(ARCHIVE),) if archive else ())
            clip = ExportedClip(key, files[0], master.seconds, master.frames, film.checks)
            exports = [Export(key, files[0].name, str(final), sums[files[0].name], version, by, now)]
            if archive is not None:
                digest = self._shelf.hash_of(archive)
                exports.append(Export(key, files[-1].name, str(final.parent), digest, version, by, now))
            staged.append(Staged(folder, archive, final, files, clip, tuple(exports)))
        return staged

    def _filled(
        self, folder: Path, sheet: PackageSheet, cues: Sequence[Cue], production: Production, control: JobControl
    ) -> dict[str, str]:
        """Put what belongs to a film and its cover beside them; SHA-256 of all files by name, the film first."""
        names = [f"{sheet.name}.mp4"]
        for ending in ("srt", "vtt") if cues else ():
            names.append(f"{sheet.name}.{ending}")
            self._subtitles.write(cues, folder / names[-1])
        names.append(f"{sheet.name}.jpg")
        names += self._writer.write(sheet, folder)
        if sheet.profile.hand_over:
            edit = edit_list(production, tuple(cues), names[0])
            names += self._handed_over(edit, production, folder, control)
        return {one: self._shelf.hash_of(folder / one) for one in names}

    def _handed_over(
        self, edit: EditList, production: Production, folder: Path, control: JobControl
    ) -> tuple[str, ...]:
        """Takes without their tags, cut and script, for whoever goes on cutting."""
        (folder / TAKES_FOLDER).mkdir()
        own = {take.file for take in production.takes if not take.foreign}
        copies = {}
        for number, file in enumerate(edit.files):
            part = control.part(number / len(edit.files), (number + 1) / len(edit.files))
            source = self._desk.library.media_path(production.id, file)
            copy = self._renderer.tagless(source, folder / TAKES_FOLDER / file, part, foreign=file not in own)
            copies[file] = copy.name
        edit = edit.with_files(copies)
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
            name=file_name(production) + (DRAFT_ENDING if wish.draft else ""),
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

    def plan(
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
        *sound_checks(clip, profile.lufs),
        *picture_checks(clip),
        *zone_checks(profile, clip),
        *limit_checks(profile, clip, clip.path.stat().st_size / 1e6),
        *material_checks(production),
        *post_checks(profile, production.post, production.title),
        *caption_checks(cues, wish.draft),
        *reading_checks(small, production.effective_cut().end_card),
    ]
