"""One library and everything that works on it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from skriptstudio.assembly.computer import records_in_final_size
from skriptstudio.assembly.films import Films
from skriptstudio.assembly.kept import bin_notes, forget_traces, media_caches
from skriptstudio.assembly.late import late
from skriptstudio.assembly.listening import Listening, syllables
from skriptstudio.assembly.places import LIBRARY_VARIABLE, spool_folder
from skriptstudio.assembly.records import HouseRecords
from skriptstudio.domain.errors import NoLibraryChosen

if TYPE_CHECKING:
    from skriptstudio.documents.month_report import MonthReportFiles
    from skriptstudio.documents.papers import PaperFiles
    from skriptstudio.documents.plan_files import PlanFiles
    from skriptstudio.documents.subtitles import SubtitleFiles
    from skriptstudio.domain.desk import Desk
    from skriptstudio.domain.house import GenderRule
    from skriptstudio.domain.ideas import Ideas
    from skriptstudio.domain.jobs import JobControl
    from skriptstudio.domain.plan_desk import PlanDesk
    from skriptstudio.domain.ports.content import Profiles
    from skriptstudio.domain.ports.documents import PackageWriter, ScriptReader
    from skriptstudio.domain.ports.language import ScriptCoach
    from skriptstudio.domain.ports.library import Presence
    from skriptstudio.domain.ports.media import FaceFinder
    from skriptstudio.domain.ports.studio import Studio
    from skriptstudio.domain.take import Take
    from skriptstudio.steps.bin import TakeBin
    from skriptstudio.steps.checks import Checks
    from skriptstudio.steps.dress import Dress
    from skriptstudio.steps.erasure import Erasure
    from skriptstudio.steps.goals import Goals
    from skriptstudio.steps.guidance import Guidance
    from skriptstudio.steps.ideas import IdeaDesk
    from skriptstudio.steps.month_reports import MonthReports
    from skriptstudio.steps.papers import Papers
    from skriptstudio.steps.people import People
    from skriptstudio.steps.plan import Plan
    from skriptstudio.steps.plan_papers import PlanPapers
    from skriptstudio.steps.post import PostDesk
    from skriptstudio.steps.publish import Publish
    from skriptstudio.steps.record import Record
    from skriptstudio.steps.results import Results
    from skriptstudio.steps.review import Captioner, Review
    from skriptstudio.steps.rhythm import Rhythm
    from skriptstudio.steps.script_check import ScriptCheck
    from skriptstudio.steps.tidy import Tidy
    from skriptstudio.steps.variants import Variants
    from skriptstudio.steps.write import Write
    from skriptstudio.store.folder_library import FolderLibrary
    from skriptstudio.store.seen import SeenFile
    from skriptstudio.store.settings import Settings


class House:
    """One library and everything that works on it, each part made when it is first asked for.

    Args:
        library: folder of the library; None asks the environment and then the settings.
        create: make the library where the folder is empty or missing.
    """

    def __init__(self, library: str | None = None, create: bool = True) -> None:
        self._named = library
        self._create = create

    @cached_property
    def settings(self) -> Settings:
        from skriptstudio.store.settings import SettingsFile

        return SettingsFile().load()

    @cached_property
    def library_path(self) -> Path:
        """The folder of the library.

        Raises:
            NoLibraryChosen: nobody named one.
        """
        named = self._named or os.environ.get(LIBRARY_VARIABLE) or self.settings.library
        if not named:
            raise NoLibraryChosen
        return Path(named).expanduser().absolute()

    @cached_property
    def library(self) -> FolderLibrary:
        """The library in its folder; what belongs to the house lies in its ``records``."""
        from skriptstudio.store.folder_library import FolderLibrary

        return FolderLibrary.open(self.library_path, create=self._create)

    @cached_property
    def desk(self) -> Desk:
        from skriptstudio.domain.desk import Desk
        from skriptstudio.store.clock import SystemClock
        from skriptstudio.store.identity import SystemIdentity

        return Desk(self.library, SystemIdentity(), SystemClock())

    @cached_property
    def records(self) -> HouseRecords:
        return HouseRecords(self.library)

    @cached_property
    def listening(self) -> Listening:
        return Listening()

    @cached_property
    def films(self) -> Films:
        return Films(lambda production, file: self.library.media_path(production, file))

    @cached_property
    def profiles(self) -> Profiles:
        from skriptstudio.content.profiles import ProfileFolder

        return ProfileFolder()

    @cached_property
    def coach(self) -> ScriptCoach:
        from skriptstudio.language.coach import GermanCoach
        from skriptstudio.language.findings.rules import words_of
        from skriptstudio.store.house_rules import rules_in

        with suppress(NoLibraryChosen):
            return GermanCoach(words_of(self.library_path), rules_in(self.library_path).gender)
        return GermanCoach()

    def name_people_by(self, rule: GenderRule) -> None:
        """Let scripts name people by another rule; other computers follow when the program begins anew there.

        Raises:
            LibraryGone, LibraryReadOnly, DriveFault, DiskFull, OutdatedState.
        """
        self.people.set_rules(lambda rules: replace(rules, gender=rule))
        for made in ("coach", "write"):
            self.__dict__.pop(made, None)

    @cached_property
    def documents(self) -> ScriptReader:
        from skriptstudio.documents.scripts import ScriptFiles

        return ScriptFiles()

    @cached_property
    def subtitles(self) -> SubtitleFiles:
        from skriptstudio.documents.subtitles import SubtitleFiles

        return SubtitleFiles()

    @cached_property
    def studio(self) -> Studio:
        from skriptstudio.content.room_thresholds import load_thresholds
        from skriptstudio.media.capture.studio import LocalStudio

        return LocalStudio(spool_folder(), load_thresholds(), records_in_final_size)

    @cached_property
    def face_finder(self) -> FaceFinder:
        from skriptstudio.content.room_thresholds import load_thresholds
        from skriptstudio.media.look.room.finder import HaarFaceFinder

        return HaarFaceFinder(load_thresholds())

    @cached_property
    def plan(self) -> Plan:
        from skriptstudio.steps.plan import Plan

        return Plan(self.desk, list(self.format_names()))

    @cached_property
    def write(self) -> Write:
        from skriptstudio.steps.write import Write

        return Write(self.desk, late(lambda: self.documents), late(lambda: self.coach))

    @cached_property
    def script_check(self) -> ScriptCheck:
        from skriptstudio.steps.script_check import ScriptCheck

        return ScriptCheck(self.desk)

    @cached_property
    def record(self) -> Record:
        from skriptstudio.steps.record import Record

        return Record(
            self.desk,
            late(lambda: self.studio),
            late(lambda: self.films.probe),
            late(lambda: self.listening.detector),
            late(lambda: self.films.inspector),
            syllables,
            str(self.library_path),
            late(lambda: self.films.gate),
            late(lambda: self.films.inspector_apart),
        )

    @cached_property
    def bin(self) -> TakeBin:
        from skriptstudio.steps.bin import TakeBin

        return TakeBin(self.desk, bin_notes(), str(self.library_path), forget_traces)

    @cached_property
    def captioner(self) -> Captioner:
        from skriptstudio.steps.review import Captioner

        return Captioner(
            self.desk,
            late(lambda: self.listening.aligner),
            late(lambda: self.coach),
            late(lambda: self.listening.even_aligner),
            late(lambda: self.films.gate),
        )

    @cached_property
    def review(self) -> Review:
        from skriptstudio.steps.review import Review

        return Review(self.desk, self.captioner, late(lambda: self.subtitles))

    @cached_property
    def variants(self) -> Variants:
        from skriptstudio.steps.variants import Variants

        return Variants(self.desk)

    @cached_property
    def checks(self) -> Checks:
        from skriptstudio.steps.checks import Checks

        return Checks(self.desk)

    @cached_property
    def dress(self) -> Dress:
        from skriptstudio.steps.dress import Dress

        def stand_in(take: Take) -> Path | None:
            return self.films.gate.film(take)

        return Dress(self.desk, late(lambda: self.films.renderer), late(lambda: self.films.pictures), stand_in)

    @cached_property
    def posts(self) -> PostDesk:
        from skriptstudio.steps.post import PostDesk

        return PostDesk(self.desk)

    def bring_material(
        self,
        wanted: str,
        path: Path,
        speakers: Sequence[str] = (),
        source: str = "",
        control: JobControl | None = None,
    ) -> Take:
        """Take over a film or a photo that only lends its picture; a photo becomes a short film.

        Args:
            wanted: title or id of the production.
            path: of the film or photo.
            speakers: everybody who can be recognised in it, by name or id.
            source: where it comes from, and its licence; becomes the take's note.
            control: told of progress; a stop leaves nothing behind.

        Raises:
            Cancelled, UnknownName, MissingFile, NotMedia, NoPicture, UnusablePicture, UnusableLength, and
            what a library raises.
        """
        from skriptstudio.domain.script import MATERIAL
        from skriptstudio.media.render.stand import PHOTO_ENDINGS

        photo = path.suffix.lower() in PHOTO_ENDINGS
        with TemporaryDirectory(prefix="skriptstudio-", ignore_cleanup_errors=True) as scratch:
            if photo:
                film = Path(scratch) / "photo.mp4"
                self.films.pictures.photo_film(path, film)
                path = film
            take = self.record.import_take(wanted, path, MATERIAL, speakers, control, foreign=not photo)[0]
        return self.record.write_note(wanted, take.id, source) if source else take

    @cached_property
    def tidy(self) -> Tidy:
        from skriptstudio.steps.tidy import Tidy

        return Tidy(late(lambda: self.coach), self.captioner.heard)

    @cached_property
    def publish(self) -> Publish:
        from skriptstudio.steps.publish import Publish
        from skriptstudio.store.packages import FolderShelf

        renderer, subtitles = late(lambda: self.films.renderer), late(lambda: self.subtitles)
        return Publish(self.desk, renderer, subtitles, self.profiles, FolderShelf(), late(package_writer))

    @cached_property
    def ideas(self) -> IdeaDesk:
        from skriptstudio.content.ideas import load_ideas
        from skriptstudio.steps.ideas import IdeaDesk
        from skriptstudio.store.idea_exchange import IdeaFiles

        def formats() -> tuple[str, ...]:
            return tuple(self.format_names())

        def shipped() -> Ideas:
            return load_ideas(formats(), self.library_path)

        return IdeaDesk(self.desk, self.records.ideas, shipped, formats, IdeaFiles())

    def format_names(self) -> dict[str, str]:
        """Names of the series formats by key."""
        from skriptstudio.content.formats import load_formats

        return {one.key: one.name for one in load_formats()}

    def _hook_names(self) -> dict[str, str]:
        from skriptstudio.content.hook_types import load_hook_types

        return {one.key: one.name for one in load_hook_types(self.library_path)}

    @cached_property
    def rhythm(self) -> Rhythm:
        from skriptstudio.steps.rhythm import Rhythm

        return Rhythm(self._plan_desk)

    @cached_property
    def plan_papers(self) -> PlanPapers:
        from skriptstudio.steps.plan_papers import PlanPapers

        return PlanPapers(self._plan_desk)

    @cached_property
    def results(self) -> Results:
        from skriptstudio.content.result_columns import load_result_columns
        from skriptstudio.documents.result_tables import ResultFiles
        from skriptstudio.steps.results import Results

        return Results(
            self.desk,
            self.records.results,
            ResultFiles(),
            lambda: load_result_columns(self.library_path),
            lambda: tuple(self._hook_names()),
            self.profiles,
        )

    @cached_property
    def goals(self) -> Goals:
        from skriptstudio.steps.goals import Goals

        return Goals(self.desk, self.records.goals, self.records.results, lambda: tuple(self.format_names()))

    @cached_property
    def guidance(self) -> Guidance:
        from skriptstudio.content.guideline import load_guideline
        from skriptstudio.steps.guidance import Guidance

        return Guidance(self.desk, self.records.guideline, load_guideline, self.records.channels, self.profiles)

    @cached_property
    def month_reports(self) -> MonthReports:
        from skriptstudio.steps.month_reports import MonthReports

        def files() -> MonthReportFiles:
            from skriptstudio.documents.month_report import MonthReportFiles
            from skriptstudio.media.charts import PillowCharts

            return MonthReportFiles(PillowCharts())

        return MonthReports(
            self.desk,
            self.records.results,
            self.records.goals,
            self.records.channels,
            self.records.plan,
            late(files),
            lambda: self._hook_names() | self.format_names(),
        )

    @cached_property
    def _plan_desk(self) -> PlanDesk:
        from skriptstudio.content.seasons import load_occasions
        from skriptstudio.domain.plan_desk import Calendar, PlanDesk
        from skriptstudio.store.folder_library import HOUSE_FOLDER

        def files() -> PlanFiles:
            from skriptstudio.documents.plan_files import PlanFiles

            return PlanFiles()

        subscription = self.library.root / HOUSE_FOLDER / "sendeplan.ics"
        calendar = Calendar(load_occasions, self.format_names, lambda: self.ideas.by_key(), late(files), subscription)
        return PlanDesk(self.desk, self.records.plan, calendar)

    @cached_property
    def people(self) -> People:
        from skriptstudio.steps.people import People

        return People(self.desk, self.profiles)

    @cached_property
    def seen(self) -> SeenFile:
        """What this user has looked at in this library, on this computer."""
        from platformdirs import user_data_path

        from skriptstudio.store.seen import SeenFile

        name = sha256(str(self.library_path).encode("utf-8", "surrogatepass")).hexdigest()[:24]
        return SeenFile(user_data_path("SkriptStudio", appauthor=False) / "seen" / f"{name}.json")

    def presence(self, production: str, person: str) -> Presence:
        """Says who else has a production open; one for each time it is opened.

        Raises:
            UnknownName: it is gone.
        """
        from skriptstudio.domain.presence import Editor

        who = self.desk.identity
        editor = Editor(person, who.account, who.machine, f"{os.getpid()}-{token_hex(4)}")
        return self.desk.library.presence(production, editor)

    @cached_property
    def papers(self) -> Papers:
        from skriptstudio.steps.papers import Papers

        def files() -> PaperFiles:
            from skriptstudio.documents.papers import PaperFiles

            return PaperFiles()

        return Papers(self.desk, late(files), self.profiles)

    @cached_property
    def erasure(self) -> Erasure:
        from skriptstudio.steps.erasure import Erasure

        return Erasure(self.desk, media_caches(), lambda: self.studio, str(self.library_path))


def package_writer() -> PackageWriter:
    """Writes the texts of packages; they are German like the clip."""
    from skriptstudio.documents.package_files import PackageFiles
    from skriptstudio.messages.catalogue import Speaker
    from skriptstudio.messages.words import check_text

    german = Speaker("de")
    return PackageFiles(lambda check: check_text(check.code, check.value, german))
