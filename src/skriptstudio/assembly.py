"""Puts the rooms together: which adapter stands behind which port.

The only module that knows every room. Each part imports what it is made of when it
is first asked for, and adapters that steps may never use are ``late``: a call of the
command line loads its own step and nothing else, a list of productions no video library.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, cached_property, partial
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from time import monotonic
from traceback import format_exception
from typing import TYPE_CHECKING

from skriptstudio.domain.assets import asset
from skriptstudio.domain.errors import NoLibraryChosen, SkriptStudioError, StandInMissing, UnknownName
from skriptstudio.late import late

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from skriptstudio.documents.month_report import MonthReportFiles
    from skriptstudio.documents.papers import PaperFiles
    from skriptstudio.documents.plan_files import PlanFiles
    from skriptstudio.documents.subtitles import SubtitleFiles
    from skriptstudio.domain.channel_register import ChannelRegister
    from skriptstudio.domain.desk import Desk
    from skriptstudio.domain.final_size import SizeTrial
    from skriptstudio.domain.goals import GoalBook
    from skriptstudio.domain.house import GenderRule
    from skriptstudio.domain.jobs import JobControl
    from skriptstudio.domain.plan_desk import PlanDesk
    from skriptstudio.domain.ports.computer import BinNote, BinNotes
    from skriptstudio.domain.ports.content import Profiles
    from skriptstudio.domain.ports.documents import PackageWriter, ScriptReader
    from skriptstudio.domain.ports.language import ScriptCoach
    from skriptstudio.domain.ports.library import Presence
    from skriptstudio.domain.ports.media import FaceFinder, MediaCache, MediaProbe, Renderer, TakeInspector
    from skriptstudio.domain.ports.speech import Aligner, ReadingPlace, SpeechDetector, VoiceFollower
    from skriptstudio.domain.ports.studio import Recording, Still, Studio
    from skriptstudio.domain.production import Production
    from skriptstudio.domain.results import ResultBook
    from skriptstudio.domain.take import Take
    from skriptstudio.media.apart.pictures import ApartPictures
    from skriptstudio.media.apart.stand_ins import StandIns
    from skriptstudio.media.render.kept import KeptFolder
    from skriptstudio.media.render.layers import Layer
    from skriptstudio.media.render.text import Lettering
    from skriptstudio.speech.sounds.pronunciation import Pronouncer
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
    from skriptstudio.store.house_record import HouseFile
    from skriptstudio.store.seen import SeenFile
    from skriptstudio.store.settings import Settings

LIBRARY_VARIABLE = "SKRIPTSTUDIO_LIBRARY"
SPOOL_VARIABLE = "SKRIPTSTUDIO_SPOOL"
"""Names the local folder for running recordings; by default the user's data folder."""


def spool_folder() -> Path:
    """Where recordings lie until they are safe in the library; always a local disk."""
    named = os.environ.get(SPOOL_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("SkriptStudio", appauthor=False) / "spool"


def own_pronunciations() -> Path:
    """The user's own list of how words are said, beside the settings; it need not exist."""
    from skriptstudio.store.settings import SettingsFile

    return SettingsFile().path.with_name("aussprache.txt")


def cache_folder() -> Path:
    """Where things lie that can be made again."""
    from platformdirs import user_cache_path

    return user_cache_path("SkriptStudio", appauthor=False)


@cache
def _bin_notes(folder: Path) -> BinNotes:
    from skriptstudio.store.bin_notes import BinNoteFiles

    return BinNoteFiles(folder)


def bin_notes() -> BinNotes:
    """What this program has thrown away, in whatever library: one for the whole process."""
    from platformdirs import user_data_path

    return _bin_notes(user_data_path("SkriptStudio", appauthor=False) / "bin")


def saved_language() -> str:
    """The language of the settings; German where they can't be read."""
    from skriptstudio.store.settings import Settings, SettingsFile

    try:
        return SettingsFile().load().language
    except SkriptStudioError:
        return Settings().language


def remember_defect(error: BaseException) -> None:
    """Write the traceback of a defect where IT can find it; failing to is no second defect."""
    from platformdirs import user_log_path

    from skriptstudio.store.clock import SystemClock

    with suppress(OSError):
        folder = user_log_path("SkriptStudio", appauthor=False)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "defects.log").open("a", encoding="utf-8") as log:
            log.write(f"\n{SystemClock().now().isoformat()}\n{''.join(format_exception(error))}")


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
        """The library in its folder; what belongs to the house lies in its ``HouseFile`` records."""
        from skriptstudio.store.folder_library import FolderLibrary

        return FolderLibrary.open(self.library_path, create=self._create)

    @cached_property
    def desk(self) -> Desk:
        from skriptstudio.domain.desk import Desk
        from skriptstudio.store.clock import SystemClock
        from skriptstudio.store.identity import SystemIdentity

        return Desk(self.library, SystemIdentity(), SystemClock())

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
    def detector(self) -> SpeechDetector:
        from skriptstudio.media.look.listen import read_sound
        from skriptstudio.speech.activity import SileroDetector

        return SileroDetector(read_sound)

    @cached_property
    def aligner(self) -> Aligner:
        from skriptstudio.media.look.listen import read_sound
        from skriptstudio.speech.script_aligner import ScriptAligner

        return ScriptAligner(read_sound, self._pronounce)

    def follower(self, sentences: Sequence[str]) -> VoiceFollower:
        """Hears where in these sentences somebody is reading; takes some tenths of a second to make."""
        from skriptstudio.speech.follower import ScriptFollower

        return ScriptFollower(sentences, self._pronounce)

    def followed(self, sentences: Sequence[str], audio: Path) -> Iterator[tuple[Fraction, ReadingPlace]]:
        """Where a prompter would have stood: seconds of the sound heard so far, each time the place changed.

        Raises:
            MissingFile, NotMedia, DriveFault: the sound can't be read.
        """
        from skriptstudio.media.look.listen import read_sound
        from skriptstudio.speech.activity import RATE
        from skriptstudio.speech.follower import places_over

        yield from places_over(self.follower(sentences), read_sound(audio, RATE))

    @cached_property
    def _pronounce(self) -> Pronouncer:
        from skriptstudio.language.spoken.lexicon import own_lexicon
        from skriptstudio.language.spoken.reader import SpokenGerman
        from skriptstudio.speech.sounds.pronunciation import Pronouncer

        return Pronouncer(SpokenGerman(own_lexicon(own_pronunciations())))

    @cached_property
    def probe(self) -> MediaProbe:
        """Looks at our own recordings; films from outside pass the ``gate``."""
        from skriptstudio.media.look.probe import PyAvProbe

        return PyAvProbe()

    @cached_property
    def gate(self) -> StandIns:
        """Lets films from outside in, and knows what is opened in their place."""
        return stand_ins()

    @cached_property
    def studio(self) -> Studio:
        from skriptstudio.content.room_thresholds import load_thresholds
        from skriptstudio.media.capture.studio import LocalStudio

        return LocalStudio(spool_folder(), load_thresholds(), _records_in_final_size)

    @cached_property
    def face_finder(self) -> FaceFinder:
        from skriptstudio.content.room_thresholds import load_thresholds
        from skriptstudio.media.look.room.finder import HaarFaceFinder

        return HaarFaceFinder(load_thresholds())

    @cached_property
    def inspector(self) -> TakeInspector:
        from skriptstudio.content.room_thresholds import load_thresholds
        from skriptstudio.media.look.inspector import LocalInspector

        return LocalInspector(load_thresholds())

    @cached_property
    def plan(self) -> Plan:
        from skriptstudio.content.formats import load_formats
        from skriptstudio.steps.plan import Plan

        return Plan(self.desk, [series.key for series in load_formats()])

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
            late(lambda: self.probe),
            late(lambda: self.detector),
            late(lambda: self.inspector),
            _syllables,
            str(self.library_path),
            late(lambda: self.gate),
            late(lambda: self._inspector_apart),
        )

    @cached_property
    def _inspector_apart(self) -> TakeInspector:
        from skriptstudio.content.room_thresholds import load_thresholds
        from skriptstudio.media.apart.asking import Apart
        from skriptstudio.media.apart.inspector import ApartInspector

        return ApartInspector(Apart(), load_thresholds())

    @cached_property
    def pictures(self) -> ApartPictures:
        from skriptstudio.media.apart.asking import Apart
        from skriptstudio.media.apart.pictures import ApartPictures

        return ApartPictures(Apart())

    @cached_property
    def bin(self) -> TakeBin:
        from skriptstudio.steps.bin import TakeBin

        return TakeBin(self.desk, bin_notes(), str(self.library_path), forget_traces)

    @cached_property
    def captioner(self) -> Captioner:
        from skriptstudio.steps.review import Captioner

        def even() -> Aligner:
            from skriptstudio.speech.even_aligner import EvenAligner

            return EvenAligner(self.detector, _syllables)

        return Captioner(
            self.desk, late(lambda: self.aligner), late(lambda: self.coach), late(even), late(lambda: self.gate)
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
            return self.gate.film(take)

        return Dress(self.desk, late(lambda: self._renderer), late(lambda: self.pictures), stand_in)

    @cached_property
    def _renderer(self) -> Renderer:
        from skriptstudio.media.apart.asking import Apart
        from skriptstudio.media.apart.renderer import ApartRenderer
        from skriptstudio.media.render.renderer import PyAvRenderer

        cards, chunks = cache_folder() / "cards", cache_folder() / "chunks"
        return ApartRenderer(PyAvRenderer(cards=cards, chunks=chunks), Apart(), cards, chunks)

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
            Cancelled, UnknownName, MissingFile, NotMedia, NoPicture, UnusablePicture, and what a library raises.
        """
        from skriptstudio.domain.script import MATERIAL
        from skriptstudio.media.render.stand import PHOTO_ENDINGS

        photo = path.suffix.lower() in PHOTO_ENDINGS
        with TemporaryDirectory(prefix="skriptstudio-", ignore_cleanup_errors=True) as scratch:
            if photo:
                film = Path(scratch) / "photo.mp4"
                self.pictures.photo_film(path, film)
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

        renderer, subtitles = late(lambda: self._renderer), late(lambda: self.subtitles)
        return Publish(self.desk, renderer, subtitles, self.profiles, FolderShelf(), late(package_writer))

    def poster(self, production: Production, take: Take) -> bytes:
        """A JPEG of 270x480 px from the first words of a take; call it in a job.

        Raises:
            MissingFile, NotMedia, DriveFault: the film can't be read.
        """
        from skriptstudio.domain.erasure import first_word
        from skriptstudio.media.look.poster import Posters

        path = self.desk.library.media_path(production.id, take.file)
        stand_in = self.gate.film(take) if take.foreign else path
        drawn = self.pictures.poster if stand_in is None else None
        return Posters(cache_folder() / "posters").poster(stand_in or path, take.sha256, first_word(take), drawn)

    def film_to_watch(self, production: Production, take: Take) -> Path:
        """The film of a take as this process may open it: the take itself, or the stand-in of one from outside.

        Raises:
            StandInMissing: it isn't made yet; ``make_stand_in`` does.
        """
        path = self.desk.library.media_path(production.id, take.file)
        if not take.foreign:
            return path
        found = self.gate.film(take)
        if found is None:
            raise StandInMissing(path=str(path))
        return found

    def make_stand_in(self, production: Production, take: Take, control: JobControl) -> Path:
        """Make what is watched in place of a take from outside; some 20 s a minute of film, so call it in a job.

        Raises:
            Cancelled, MissingFile, NotMedia, DiskFull, DriveFault, EncoderFault.
        """
        return self.gate.make(take, self.desk.library.media_path(production.id, take.file), control)

    def _sound_to_hear(self, production: Production, take: Take) -> Path:
        from skriptstudio.domain.jobs import JobControl

        path = self.desk.library.media_path(production.id, take.file)
        return self.gate.sound(take, path, JobControl()) if take.foreign else path

    def waveform(self, production: Production, take: Take) -> NDArray[np.float32]:
        """Peaks of a take's sound, see ``media/look/waveform.py``; call it in a job.

        Raises:
            MissingFile, NotMedia, DriveFault: the film can't be read.
        """
        from skriptstudio.media.look.waveform import peaks

        return peaks(self._sound_to_hear(production, take))

    def film_strip(
        self, production: Production, take: Take, start: Fraction, end: Fraction, control: JobControl
    ) -> Iterator[tuple[Fraction, Still]]:
        """Small pictures along a take, see ``media/look/strip.py``; read it in a job.

        Raises:
            Cancelled, MissingFile, NotMedia, DriveFault: while it is read.
        """
        from skriptstudio.media.look.strip import film_strip

        return film_strip(self.film_to_watch(production, take), start, end, control)

    def lettering(self) -> Lettering:
        """Draws captions as they will stand in the clip."""
        from skriptstudio.media.render.renderer import PyAvRenderer

        return PyAvRenderer().lettering()

    def layers(self, production: Production) -> tuple[Layer, ...]:
        """Title, names and logo of a clip as they will stand in it, each with its frames; call it in a job.

        Raises:
            NothingRecorded, NotMedia.
        """
        from skriptstudio.domain.clip_plan import clip_plan
        from skriptstudio.domain.dressing import logo_name
        from skriptstudio.media.render.layers import layers_of

        media = partial(self.desk.library.media_path, production.id)
        cut = production.effective_cut()
        logo = media(logo_name(cut.dressing.logo)) if cut.dressing.logo else None
        plan = clip_plan(production, media, (), logo if logo is not None and logo.is_file() else None)
        return layers_of(plan, self.lettering(), cut.frames)

    @cached_property
    def ideas(self) -> IdeaDesk:
        from skriptstudio.content.formats import load_formats
        from skriptstudio.content.ideas import load_ideas
        from skriptstudio.domain.idea_pool import IdeaPool
        from skriptstudio.steps.ideas import IdeaDesk
        from skriptstudio.store.house_record import HouseFile
        from skriptstudio.store.idea_exchange import IdeaFiles

        def keys() -> tuple[str, ...]:
            return tuple(one.key for one in load_formats())

        pool = HouseFile(self.library, "ideas", IdeaPool())
        return IdeaDesk(self.desk, pool, lambda: load_ideas(keys(), self.library_path), keys, IdeaFiles())

    def format_names(self) -> dict[str, str]:
        """Names of the series formats by key."""
        from skriptstudio.content.formats import load_formats

        return {one.key: one.name for one in load_formats()}

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
        from skriptstudio.content.hook_types import load_hook_types
        from skriptstudio.content.result_columns import load_result_columns
        from skriptstudio.documents.result_tables import ResultFiles
        from skriptstudio.steps.results import Results

        def hooks() -> tuple[str, ...]:
            return tuple(one.key for one in load_hook_types(self.library_path))

        return Results(
            self.desk,
            self._result_book,
            ResultFiles(),
            lambda: load_result_columns(self.library_path),
            hooks,
            self.profiles,
        )

    @cached_property
    def goals(self) -> Goals:
        from skriptstudio.content.formats import load_formats
        from skriptstudio.steps.goals import Goals

        def formats() -> tuple[str, ...]:
            return tuple(one.key for one in load_formats())

        return Goals(self.desk, self._goal_book, self._result_book, formats)

    @cached_property
    def guidance(self) -> Guidance:
        from skriptstudio.content.guideline import load_guideline
        from skriptstudio.domain.guideline import Guideline
        from skriptstudio.steps.guidance import Guidance
        from skriptstudio.store.house_record import HouseFile

        guideline = HouseFile(self.library, "guideline", Guideline())
        return Guidance(self.desk, guideline, load_guideline, self._channel_register, self.profiles)

    @cached_property
    def month_reports(self) -> MonthReports:
        from skriptstudio.content.formats import load_formats
        from skriptstudio.content.hook_types import load_hook_types
        from skriptstudio.domain.plan_book import PlanBook
        from skriptstudio.steps.month_reports import MonthReports
        from skriptstudio.store.house_record import HouseFile

        def names() -> dict[str, str]:
            hooks = {one.key: one.name for one in load_hook_types(self.library_path)}
            return hooks | {one.key: one.name for one in load_formats()}

        def files() -> MonthReportFiles:
            from skriptstudio.documents.month_report import MonthReportFiles
            from skriptstudio.media.charts import PillowCharts

            return MonthReportFiles(PillowCharts())

        return MonthReports(
            self.desk,
            self._result_book,
            self._goal_book,
            self._channel_register,
            HouseFile(self.library, "plan", PlanBook()),
            late(files),
            names,
        )

    @cached_property
    def _channel_register(self) -> HouseFile[ChannelRegister]:
        from skriptstudio.domain.channel_register import ChannelRegister
        from skriptstudio.store.house_record import HouseFile

        return HouseFile(self.library, "channels", ChannelRegister())

    @cached_property
    def _result_book(self) -> HouseFile[ResultBook]:
        from skriptstudio.domain.results import ResultBook
        from skriptstudio.store.house_record import HouseFile

        return HouseFile(self.library, "results", ResultBook())

    @cached_property
    def _goal_book(self) -> HouseFile[GoalBook]:
        from skriptstudio.domain.goals import GoalBook
        from skriptstudio.store.house_record import HouseFile

        return HouseFile(self.library, "goals", GoalBook())

    @cached_property
    def _plan_desk(self) -> PlanDesk:
        from skriptstudio.content.seasons import load_occasions
        from skriptstudio.domain.plan_book import PlanBook
        from skriptstudio.domain.plan_desk import Calendar, PlanDesk
        from skriptstudio.store.folder_library import HOUSE_FOLDER
        from skriptstudio.store.house_record import HouseFile

        def files() -> PlanFiles:
            from skriptstudio.documents.plan_files import PlanFiles

            return PlanFiles()

        subscription = self.library.root / HOUSE_FOLDER / "sendeplan.ics"
        calendar = Calendar(load_occasions, self.format_names, lambda: self.ideas.by_key(), late(files), subscription)
        return PlanDesk(self.desk, HouseFile(self.library, "plan", PlanBook()), calendar)

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


def _syllables(text: str) -> int:
    from skriptstudio.language.syllables import count_syllables

    return count_syllables(text)


def media_caches() -> tuple[MediaCache, ...]:
    """All that this computer keeps of films besides the films; whoever makes such a cache adds it here."""
    from skriptstudio.media.look.poster import Posters

    return (Posters(cache_folder() / "posters"), _RenderedPieces(), stand_ins())


@cache
def _stand_ins_in(folder: Path) -> StandIns:
    from skriptstudio.media.apart.asking import Apart
    from skriptstudio.media.apart.stand_ins import StandIns

    return StandIns(folder, Apart())


def stand_ins() -> StandIns:
    """What is watched on this computer in place of films from outside."""
    return _stand_ins_in(cache_folder() / "stand-ins")


class _RenderedPieces:
    """Finished pieces of clips, as the ``MediaCache`` port sees them."""

    def forget(self, sha256: str, first_word: Fraction) -> None:
        _kept_pictures().forget(sha256)


def forget_traces(take: Take) -> None:
    """Remove what this computer made of a take that is deleted."""
    from skriptstudio.domain.erasure import first_word

    for memory in media_caches():
        memory.forget(take.sha256, first_word(take))


def empty_bins(notes: Sequence[BinNote], seconds: float = 60) -> None:
    """Delete what lies in bins; what can't be reached now is left for the next start.

    Args:
        notes: what to delete.
        seconds: after so long no further production is begun.
    """
    from skriptstudio.domain.ports.computer import BinNote

    until = monotonic() + seconds
    houses: dict[str, House] = {}
    by_production: dict[tuple[str, str], list[str]] = {}
    for note in notes:
        by_production.setdefault((note.library, note.production), []).append(note.take)
    for (library, production), takes in by_production.items():
        if monotonic() > until:
            return
        house = houses.setdefault(library, House(library, create=False))
        try:
            house.bin.empty(production, takes)
        except UnknownName:  # the production itself is gone
            bin_notes().forget([BinNote(library, production, take) for take in takes])
        except SkriptStudioError:
            continue


@dataclass(frozen=True)
class WaitingTake:
    """A recording on this computer that isn't in its library yet.

    Attributes:
        title: of the production it was made for; empty where that is gone.
    """

    recording: Recording
    title: str


def waiting_takes(house: House) -> tuple[WaitingTake, ...]:
    """The recordings that could come home now, oldest first; one whose library can't be reached is left to wait.

    Raises:
        DiskFull, DriveFault: one of them could not be made whole.
    """
    houses: dict[str, House] = {}
    found: list[WaitingTake] = []
    for recording in house.studio.unfinished():
        library = recording.order.library
        home = houses.setdefault(library, House(library, create=False))
        try:
            found.append(WaitingTake(recording, home.desk.open(recording.order.production).record.title))
        except UnknownName:
            found.append(WaitingTake(recording, ""))
        except SkriptStudioError:
            continue
    return tuple(found)


def discard_waiting(house: House, take: str) -> None:
    """Delete a recording that waits on this computer, by its id and for good."""
    for recording in house.studio.unfinished():
        if recording.order.take == take:
            house.studio.discard(recording)


def bring_home_all(
    house: House, takes: Collection[str] | None = None
) -> Iterator[tuple[Recording, Path | None, SkriptStudioError | None]]:
    """Every recording that waits on this computer, brought into its own library where that can be reached.

    Yields the recording, where it lies now (None: still here), and what stood in the way.

    Args:
        house: where the spool is.
        takes: only these, by their ids; None for all.
    """
    houses: dict[str, House] = {}
    for recording in house.studio.unfinished():
        if takes is not None and recording.order.take not in takes:
            continue
        library = recording.order.library
        home = houses.setdefault(library, House(library, create=False))
        try:
            yield recording, home.record.bring_home(recording)[1], None
        except SkriptStudioError as error:
            yield recording, None, error


def load_media() -> None:
    """Import what looks at films, once and in one thread.

    PyAV's modules import each other in a circle; two threads that do so at the same
    moment meet a half-made one.
    """
    import skriptstudio.media.look.poster
    import skriptstudio.media.look.probe  # noqa: F401 - loaded for those who come after


def kept_pictures_bytes() -> int:
    """How much of the local disk finished pieces of clips and stand-ins of films take, which make work fast."""
    return _kept_pictures().size() + stand_ins().size()


def clear_kept_pictures() -> None:
    """Remove all of these from this computer; whoever needs one makes it anew."""
    _kept_pictures().clear()
    stand_ins().clear()


def _kept_pictures() -> KeptFolder:
    from skriptstudio.media.render.kept import KeptFolder

    return KeptFolder(cache_folder() / "chunks")


def package_writer() -> PackageWriter:
    """Writes the texts of packages; they are German like the clip."""
    from skriptstudio.documents.package_files import PackageFiles
    from skriptstudio.messages.catalogue import Speaker
    from skriptstudio.messages.words import check_text

    german = Speaker("de")
    return PackageFiles(lambda check: check_text(check.code, check.value, german))


def encoder_speed() -> float:
    """Frames of the final size that this computer encodes in a second."""
    from skriptstudio.media.render.speed import encoder_speed as measured

    return measured()


def try_final_size(control: JobControl) -> SizeTrial:
    """Try how fast this computer makes takes of the clip's own size; about 4 s of full load, for a job."""
    from skriptstudio.domain.final_size import SizeTrial
    from skriptstudio.media.capture.size_trial import final_size_fps
    from skriptstudio.store.clock import SystemClock

    return SizeTrial(round(final_size_fps(control), 1), SystemClock().today().isoformat())


def _records_in_final_size() -> bool:
    """Whether this computer was found fast enough; asked before each take, for it may be tried in between."""
    from skriptstudio.store.settings import SettingsFile

    try:
        trial = SettingsFile().load().final_size
    except SkriptStudioError:
        return False
    return trial is not None and trial.fast_enough


FONTS = (
    *("Figtree-Regular", "Figtree-Medium", "Figtree-SemiBold", "Figtree-Bold"),
    *("Lexend-SemiBold", "SkriptStudioReading-Bold"),
)


def missing_fonts() -> tuple[str, ...]:
    """Our own fonts that can't be found; normally none."""
    return tuple(name for name in FONTS if not _has_asset(f"fonts/{name}.ttf"))


def _has_asset(name: str) -> bool:
    try:
        return asset(name).is_file()
    except FileNotFoundError:
        return False


def demo_script() -> Path:
    """The script that the built-in presenter speaks."""
    return asset("demo/skript.md")


def make_folder(path: Path) -> None:
    """A folder for what the user asked for, with those above it.

    Raises:
        LibraryReadOnly, DiskFull, DriveFault: it can't be made.
    """
    from skriptstudio.store.atomic import Drive

    with Drive(path).faults(path, writing=True):
        path.mkdir(parents=True, exist_ok=True)
