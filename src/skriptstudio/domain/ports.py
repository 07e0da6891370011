"""What the steps need from the outside world. Adapters live in the other rooms.

Every port has one suite of tests in ``tests/contracts`` that runs over all its
adapters.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from skriptstudio.domain.framing import AS_IT_IS

if TYPE_CHECKING:
    from skriptstudio.domain.advice import ScriptAdvice
    from skriptstudio.domain.batch import Shot
    from skriptstudio.domain.camera_check import CameraCheck
    from skriptstudio.domain.captions import Cue, TimedWord
    from skriptstudio.domain.charts import Bar, Spread
    from skriptstudio.domain.clip import ClipPicture, PlatformProfile, RenderedClip, RenderPlan
    from skriptstudio.domain.errors import SkriptStudioError
    from skriptstudio.domain.framing import CameraFacts, Framing
    from skriptstudio.domain.hand_over import EditList
    from skriptstudio.domain.idea_pool import OwnIdea
    from skriptstudio.domain.jobs import JobControl
    from skriptstudio.domain.month_report import MonthReport
    from skriptstudio.domain.package_sheet import PackageSheet
    from skriptstudio.domain.papers import ConsentPaper
    from skriptstudio.domain.people import Staff
    from skriptstudio.domain.plan_sheet import PlanSheet
    from skriptstudio.domain.presence import Editor
    from skriptstudio.domain.production import Production, Summary
    from skriptstudio.domain.reading import ReadSentence
    from skriptstudio.domain.release_note import ReleaseNote
    from skriptstudio.domain.result_table import ColumnNames, ResultTable
    from skriptstudio.domain.room_check import FaceBox, RoomReport
    from skriptstudio.domain.script import ReadScript, Section
    from skriptstudio.domain.take import Footage, Span, Take, TakeFinding

Record = TypeVar("Record", covariant=True)


@dataclass(frozen=True)
class Versioned(Generic[Record]):
    """A record and the state of the library in which it was read.

    Attributes:
        revision: opaque; another value means that somebody saved in between.
    """

    record: Record
    revision: str


Kept = TypeVar("Kept")


class HouseRecord(Protocol[Kept]):
    """One record that belongs to the house and to no production, such as its plan.

    Both methods raise what those of ``Library`` raise.
    """

    def read(self) -> Versioned[Kept]:
        """The present state; an empty record as long as nobody has saved one."""
        ...

    def write(self, record: Kept, revision: str, /, keep: bool = True) -> str:
        """Raises ``OutdatedState`` like ``Library.write``."""
        ...


class Presence(Protocol):
    """Who has one production open right now: a hint among people that keeps nobody from anything."""

    def renew(self) -> None:
        """Say that one is here, every ``RENEW_SECONDS``. Raises ``LibraryReadOnly`` and what ``Library`` raises."""
        ...

    def leave(self) -> None:
        """Say that one has gone; never fails."""
        ...

    def others(self) -> tuple[Editor, ...]:
        """Everybody else who renewed lately, whatever the clocks of their computers say."""
        ...


MAX_SCAN_BYTES = 30_000_000
"""Larger than any scan of one page."""

SCAN_ENDINGS = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")


class Library(Protocol):
    """The shared folder, or whatever stands in its place.

    All methods may raise ``LibraryGone``, ``LibraryReadOnly``, ``LibraryBusy``,
    ``DiskFull`` or ``DriveFault``; reading may raise ``BrokenRecord`` or
    ``NewerRecord``.
    """

    def create(self, production: Production) -> str:
        """Store a new production and return its revision."""
        ...

    def read(self, production_id: str) -> Versioned[Production]:
        """Raises ``UnknownName`` if there is no such production."""
        ...

    def write(self, production: Production, revision: str, keep: bool = True) -> str:
        """Store a changed production and return its new revision.

        Args:
            production: the new state.
            revision: what it was made from.
            keep: store a refused state beside the present one. Only who makes the
                same change again on the present state may do without.

        Raises:
            OutdatedState: somebody saved since ``revision``; nothing of theirs is touched.
        """
        ...

    def list(self, search: str = "") -> tuple[Summary, ...]:
        """All productions whose title, script or format holds ``search``, newest first."""
        ...

    def broken(self) -> tuple[SkriptStudioError, ...]:
        """Why the productions that ``list`` leaves out can't be read."""
        ...

    def read_staff(self) -> Versioned[Staff]:
        """People and consents."""
        ...

    def write_staff(self, staff: Staff, revision: str, keep: bool = True) -> str:
        """Raises ``OutdatedState`` like ``write``."""
        ...

    def put_scan(self, source: Path, name: str) -> str:
        """Copy a signed paper into the library, verify the copy, and return the file name it got.

        Args:
            source: a picture or PDF of at most ``MAX_SCAN_BYTES``.
            name: what to call it, without ending; the ending of ``source`` stays.

        Raises:
            MissingFile, CopyDamaged: as in ``put_media``.
            NotAScan: it is no picture or PDF, or far too large.
        """
        ...

    def scan_path(self, name: str) -> Path:
        """Where a signed paper lies. The file need not exist."""
        ...

    def presence(self, production_id: str, editor: Editor) -> Presence:
        """Who works on a production; ``editor`` is who asks. Raises ``UnknownName``."""
        ...

    def drop_conflicts(self, production_id: str) -> int:
        """Delete the states of a production that came too late, for good; how many there were."""
        ...

    def put_media(self, production_id: str, source: Path, name: str) -> str:
        """Copy a file into the production's takes, verify the copy, and return its SHA-256.

        The copy appears under ``name`` whole or not at all. An existing file of
        the same content is left as it is; other content under that name is
        refused with ``FileExistsError`` (a defect of the caller).

        Raises:
            CopyDamaged: what arrived isn't what was sent.
        """
        ...

    def drop_media(self, production_id: str, name: str) -> None:
        """Delete a file of the production's takes for good; nothing happens if it is gone already."""
        ...

    def media_path(self, production_id: str, name: str) -> Path:
        """Where a take lies. The file need not exist."""
        ...


@dataclass(frozen=True)
class Device:
    """A camera or microphone that can be chosen.

    Attributes:
        id: what ``--camera`` or ``--microphone`` takes.
    """

    id: str
    name: str


@dataclass(frozen=True)
class RecordingOrder:
    """What to record, for ``Studio.record``.

    Attributes:
        camera, microphone: ``demo``, a device id, ``file:PATH``, an http address, or ``none``.
        seconds: length to stop at; None to stop when asked or at the end of a file.
        text: what is spoken; the demo voice reads it.
        framing: which part of the camera's picture is recorded.
    """

    take: str
    library: str
    production: str
    section: str
    camera: str
    microphone: str
    seconds: Fraction | None = None
    speakers: tuple[str, ...] = ()
    text: str = ""
    framing: Framing = AS_IT_IS


@dataclass(frozen=True)
class Recording:
    """A finished recording in the spool on the local disk.

    Attributes:
        path: the closed, seekable MP4.
        lost_at_most: seconds that may be missing at the end; 0 unless it was interrupted.
    """

    order: RecordingOrder
    path: Path
    recorded: datetime
    frames: int
    seconds: Fraction
    dropped: int
    repeated: int
    findings: tuple[TakeFinding, ...]
    lost_at_most: Fraction = Fraction(0)


class RecordingListener(Protocol):
    """Told what happens while the camera runs. Called from the recording thread; must return at once."""

    def started(self) -> None:
        """The first frame and the first sound are in the file."""
        ...

    def progress(self, seconds: Fraction, level_db: float) -> None:
        """About five times a second: length so far and peak level of the sound in dBFS."""
        ...

    def warned(self, finding: TakeFinding) -> None:
        """Something is wrong that the user can still mend, e.g. a silent microphone."""
        ...


@dataclass(frozen=True)
class Still:
    """A small picture of the camera for the screen, cropped to 9:16.

    Attributes:
        width, height: in px, at most 540x960; what is smaller isn't enlarged.
        data: rows from top to bottom without padding, 4 bytes a pixel: blue, green, red, 255.
    """

    width: int
    height: int
    data: bytes


class RoomViewer(Protocol):
    """Sees and hears what an open room sees and hears. Called from the room's own threads.

    It must return at once and must not call the room: a take in progress waits for it.
    """

    def seen(self, still: Still) -> None:
        """The camera's newest picture, at most about 30 times a second; only once if there is no camera."""
        ...

    def heard(self, level_db: float) -> None:
        """Peak of the sound since the last call in dBFS, -120 to 0; 15 to 30 times a second."""
        ...

    def frozen(self, frozen: bool) -> None:
        """A live camera goes on sending, but the very same picture for some seconds (True); it moves again (False)."""
        ...

    def lost(self, error: SkriptStudioError) -> None:
        """Camera (``CameraLost``) or microphone (``NoMicrophone``) delivers nothing any more; told between takes.

        The room goes on opening it, with pauses that grow to 5 s, without anybody waiting for that: once it is
        back, it is seen and heard again. Only a camera that refuses the login isn't asked again.
        """
        ...


class Room(Protocol):
    """An open camera and microphone, for a preview and any number of takes. Must be closed."""

    def record(self, order: RecordingOrder, listener: RecordingListener, control: JobControl) -> Recording:
        """Record a take with the open devices, as ``Studio.record`` does; the viewer goes on being told.

        A live camera begins with the next picture, the demo and a file at their
        beginning. One take at a time: a second call waits for the first.

        Args:
            order: its camera, microphone and framing are replaced by those of the room, also in the result.
            listener: told from the calling thread.
            control: cancelling it ends the take, which is kept; so does ``close``.

        Raises:
            CameraLost, DiskFull, DriveFault, EncoderFault: it can't go on; what there is stays in the spool.
            MissingFile, NotMedia, VoiceMissing: the file or the demo can't be played again.
            Cancelled: stopped before the first picture, or the room is closed.
        """
        ...

    def check(self, control: JobControl) -> RoomReport:
        """Look and listen: 2 s in which everybody is quiet, then 3 s in which somebody speaks a sentence.

        Args:
            control: reports the stages ``room_silence``, ``room_speech`` and ``room_judge``.

        Raises:
            CameraLost, NoMicrophone: it delivers nothing.
            Cancelled: stopped, or the room is closed. A take that is asked for meanwhile waits.
        """
        ...

    def frame(self, framing: Framing) -> None:
        """Frame the camera's picture differently from the next picture on; a take that is running keeps its own.

        Returns at once; may be called as often as a slider moves, from any thread.
        """
        ...

    def show_at(self, width: int, height: int) -> None:
        """Make the stills just large enough to fill so many px, so that the screen needn't scale them.

        The usual size for 0 or less; never more than that. Returns at once, from any thread.
        """
        ...

    def listen(self, hear: Callable[[bytes], None] | None) -> None:
        """Pass the sound on, between takes and in them, to somebody who understands speech.

        Args:
            hear: called in a thread of its own with pieces of 100 ms, mono, 16 kHz, signed 16 bit. It may take
                longer than they last; what it can't keep up with for 5 s is left out. It must not raise. None ends
                it, once the piece that is being heard is done; so does ``close``.
        """
        ...

    @property
    def facts(self) -> CameraFacts | None:
        """What the camera does; None during its first two seconds and without a live camera."""
        ...

    def close(self) -> None:
        """End a take that is running, wait until it is whole, and let go of the devices. May be called twice."""
        ...


class Studio(Protocol):
    """Cameras, microphones, and the spool of recordings on the local disk."""

    def cameras(self) -> tuple[Device, ...]: ...

    def microphones(self) -> tuple[Device, ...]: ...

    def check_camera(self, camera: str, seconds: float, control: JobControl) -> CameraCheck:
        """Look at a camera for some seconds and measure what it really does.

        Args:
            camera: as in ``RecordingOrder``.
            seconds: how long; a frozen picture shows after 5.
            control: reports the stage ``camera_check``.

        Raises:
            NoCamera, LoginRefused, TinyPicture, NothingToRecord, MissingFile, NotMedia: it can't be opened.
            CameraLost: it stopped on the way.
            Cancelled: stopped.
        """
        ...

    def record(self, order: RecordingOrder, listener: RecordingListener, control: JobControl) -> Recording:
        """Record until ``order.seconds``, the end of a file, or ``control.cancel()``.

        Cancelling ends the recording and keeps it.

        Raises:
            NoCamera, LoginRefused, TinyPicture, NoMicrophone: a device can't be opened.
            NothingToRecord, MissingFile, NotMedia: it can't begin.
            CameraLost, DiskFull, DriveFault, EncoderFault: it can't go on; what there is stays in the spool.
            Cancelled: stopped before the first picture.
        """
        ...

    def enter(
        self, camera: str, microphone: str, viewer: RoomViewer, text: str = "", framing: Framing = AS_IT_IS
    ) -> Room:
        """Open camera and microphone and show them to the viewer. Takes up to 20 s with some cameras.

        Args:
            camera: as in ``RecordingOrder``.
            microphone: likewise.
            viewer: told from now until the room is closed.
            text: what will be spoken first; the demo voice gets ready for it.
            framing: which part of the camera's picture is shown and recorded.

        Raises:
            NoCamera, LoginRefused, TinyPicture, NoMicrophone, NothingToRecord, MissingFile, NotMedia, VoiceMissing:
                nothing stays open.
        """
        ...

    def unfinished(self) -> Iterator[Recording]:
        """Recordings in the spool that no running program holds, each closed and playable.

        Raises:
            DiskFull, DriveFault: after all that could be closed have been yielded.
        """
        ...

    def seconds_left(self) -> Fraction:
        """How much longer can be recorded until the local disk is full, in seconds, at the usual size of a take.

        See ``disk_room`` for what that means.
        """
        ...

    def discard(self, recording: Recording) -> None:
        """Remove a recording from the spool, once it is safe in the library."""
        ...


@dataclass(frozen=True)
class BinNote:
    """Where a take lies that was thrown away on this computer.

    Attributes:
        library: folder of the library.
        production, take: ids.
    """

    library: str
    production: str
    take: str


class BinNotes(Protocol):
    """Remembers on this computer which takes are thrown away but not deleted yet.

    Finding them by looking through all productions would take minutes on a slow drive.
    """

    def mine(self) -> tuple[BinNote, ...]:
        """What this program has thrown away, the oldest first."""
        ...

    def left_behind(self) -> tuple[BinNote, ...]:
        """What programs threw away that don't run any more; those of running ones are theirs."""
        ...

    def add(self, note: BinNote) -> None:
        """Remember.

        Raises:
            DriveFault, DiskFull: it can't be written down.
        """
        ...

    def forget(self, notes: Collection[BinNote]) -> None:
        """These are fetched back or deleted. Raises like ``add``."""
        ...


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
            MissingFile, NotMedia, NoPicture, UnusablePicture.
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
            Cancelled, MissingFile, NotMedia, NoPicture, UnusablePicture, DiskFull, DriveFault, EncoderFault.
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

    def findings(self, path: Path, speech: Sequence[Span]) -> tuple[TakeFinding, ...]:
        """``TOO_QUIET``, ``CLIPPED``, ``OUT_OF_FRAME`` as far as they hold; nothing for what can't be read.

        Args:
            path: the film.
            speech: where somebody speaks in it, in seconds.
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


class SpeechDetector(Protocol):
    """Hears where somebody speaks."""

    def spans(self, path: Path) -> tuple[Span, ...]:
        """Stretches of speech in the sound of a media file, in seconds, in order; empty without sound."""
        ...


class Aligner(Protocol):
    """Finds out when each word of a text was spoken."""

    def align(self, sentences: Sequence[str], media: Path, within: Span | None = None) -> tuple[TimedWord, ...]:
        """Word times in seconds of ``media``, in spoken order.

        Args:
            sentences: the text, one sentence each.
            media: any file with sound.
            within: only this stretch of the sound, or all of it.
        """
        ...


@dataclass(frozen=True)
class ReadingPlace:
    """How far somebody has read.

    Attributes:
        sentence: from 0.
        word: the one of that sentence that was spoken last, from 0, as words stand between blanks; -1 before its first.
    """

    sentence: int
    word: int


class VoiceFollower(Protocol):
    """Follows one reading of a text by what is heard, and knows nothing of what comes. For one thread at a time."""

    def hear(self, sound: bytes) -> ReadingPlace | None:
        """The place after this piece of sound; None as long as nothing of the text was understood.

        Args:
            sound: the next 100 ms, mono, 16 kHz, signed 16 bit. Takes less than 20 ms for nearly all pieces.
        """
        ...

    def go_to(self, place: ReadingPlace) -> None:
        """The reader's hand says that this word was the last one; following goes on from there."""
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

    def still(self, plan: RenderPlan, at: Fraction) -> ClipPicture:
        """The picture at ``at`` seconds of the clip as ``render`` would give it to its encoder; no end card.

        Raises:
            MissingFile, NotMedia, DriveFault.
        """
        ...

    def tagless(self, source: Path, target: Path) -> None:
        """Copy a film's picture and sound, without place, device and time.

        Raises:
            MissingFile, NotMedia, DiskFull, DriveFault.
        """
        ...

    def cover(self, clip: Path, at: Fraction, target: Path) -> None:
        """Write the picture at ``at`` seconds of a finished clip as JPEG.

        Raises:
            MissingFile, NotMedia, DiskFull, DriveFault.
        """
        ...


class PackageWriter(Protocol):
    """Writes the texts of a package. May raise ``DiskFull`` or ``DriveFault``."""

    def write(self, sheet: PackageSheet, folder: Path) -> tuple[str, ...]:
        """Text to paste, transcript and check list; returns the names of the files."""
        ...

    def write_hand_over(self, edit: EditList, script: Sequence[Section], folder: Path) -> tuple[str, ...]:
        """The cut for an editing program and the script; returns the names of the files."""
        ...

    def write_sums(self, sums: Sequence[tuple[str, str]], folder: Path) -> tuple[str, ...]:
        """A list of files with their SHA-256, as ``sha256sum`` reads it."""
        ...


class SubtitleWriter(Protocol):
    """Writes captions as files of their own."""

    def write(self, cues: Sequence[Cue], target: Path) -> None:
        """Write SRT or VTT by the ending of ``target``; UTF-8."""
        ...


class SubtitleReader(Protocol):
    """Reads captions from files of their own."""

    def read(self, path: Path) -> tuple[Cue, ...]:
        """The cues of an SRT or VTT file, in its order, without styling.

        Raises:
            MissingFile, UnreadableCaptions.
        """
        ...


class ScriptReader(Protocol):
    """Scripts from and to text documents."""

    def read(self, path: Path) -> tuple[Section, ...]:
        """Sections of a .docx, .txt or .md.

        Raises:
            MissingFile, UnreadableScript, EmptyScript, ProtectedScript, OldWordScript, LargeScript.
        """
        ...

    def read_all(self, path: Path) -> ReadScript:
        """As ``read``, with the pieces of the document that found no place among the sections."""
        ...

    def write(
        self,
        title: str,
        sections: Sequence[Section],
        target: Path,
        seconds: Sequence[float] = (),
        version: int = 0,
        approved: str = "",
    ) -> None:
        """Write a .docx that ``read`` understands again.

        Args:
            title: of the production.
            sections: with pictures and speakers, where somebody named them.
            target: what is there is replaced.
            seconds: spoken length of each section; empty leaves all lengths out.
            version: its number, 0 for none.
            approved: who approved just this text, and when; empty for a line to sign.
        """
        ...


class PaperWriter(Protocol):
    """Papers for the file and for people to sign, each on one page. Raises ``DiskFull``, ``DriveFault``."""

    def release_note(self, note: ReleaseNote, target: Path) -> None:
        """Write the Freigabevermerk; what is at ``target`` is replaced."""
        ...

    def consent_form(self, paper: ConsentPaper, target: Path) -> None:
        """Write a consent that is still to be signed; what is at ``target`` is replaced."""
        ...


class PlanWriter(Protocol):
    """Plans that leave the program; what is at ``target`` is replaced. Raises ``DiskFull``, ``DriveFault``."""

    def calendar(self, sheet: PlanSheet, target: Path) -> None:
        """Write an iCalendar file."""
        ...

    def page(self, sheet: PlanSheet, target: Path) -> None:
        """Write a Word document of one page."""
        ...

    def shooting_list(self, day: date, shots: Sequence[Shot], target: Path) -> None:
        """Write what is recorded on a day, on one page."""
        ...


class IdeaExchange(Protocol):
    """Ideas as a file that can be sent to a neighbouring house."""

    def write(self, ideas: Sequence[OwnIdea], house: str, target: Path) -> None:
        """What is at ``target`` is replaced. Raises ``DiskFull``, ``DriveFault``."""
        ...

    def read(self, source: Path) -> tuple[OwnIdea, ...]:
        """Raises ``MissingFile``, ``DriveFault``, ``BrokenRecord``, ``NewerRecord``."""
        ...


class ResultTables(Protocol):
    """Reads tables of figures out of the platforms' own exports."""

    def read(self, path: Path, names: ColumnNames) -> ResultTable:
        """Raises ``MissingFile``, ``DriveFault``, ``UnreadableTable``."""
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


class MonthReportWriter(Protocol):
    """Writes the monthly report."""

    def month(self, report: MonthReport, names: Mapping[str, str], house: str, target: Path) -> None:
        """One page of Word.

        Args:
            report: what it says.
            names: of hooks and formats by key.
            house: name of the authority; empty leaves it out.
            target: what is there is replaced.

        Raises:
            DiskFull, DriveFault.
        """
        ...


class ScriptCoach(Protocol):
    """Reads a script as a listener would hear it."""

    def advise(self, sections: Sequence[Section]) -> ScriptAdvice:
        """Length, readability and remarks."""
        ...

    def sentences(self, text: str) -> list[str]:
        """The sentences of a text in order."""
        ...

    def reading(self, text: str) -> list[ReadSentence]:
        """The same sentences as a prompter needs them: their place, pause marks, key words and length."""
        ...


class PackageShelf(Protocol):
    """The folder on any drive in which packages are put down for the user.

    All methods may raise ``FolderGone``, ``DiskFull``, ``LibraryReadOnly`` or ``DriveFault``.
    """

    def staging(self, to: Path) -> AbstractContextManager[Path]:
        """A hidden folder on the drive of ``to``, gone with all it holds when the block ends."""
        ...

    def put(self, staged: Path, final: Path) -> None:
        """Move a staged folder or archive to its place, in whole; an older one there is replaced.

        An archive of an older folder beside it goes first: nobody must send on what was voided since.
        """
        ...

    def copy(self, source: Path, target: Path) -> None:
        """A second copy of a large file, cheap where the drive can do it."""
        ...

    def pack(self, folder: Path, target: Path) -> None:
        """Write all of a folder into one ZIP file, whole or not at all; films aren't compressed again."""
        ...

    def hash_of(self, path: Path) -> str:
        """SHA-256 of a file that was put down, in hexadecimal."""
        ...


class Identity(Protocol):
    """Who sits at this machine."""

    @property
    def account(self) -> str:
        """Name of the operating-system account."""
        ...

    @property
    def machine(self) -> str:
        """Name of this computer."""
        ...


class Clock(Protocol):
    """The wall clock, so that tests can set it."""

    def now(self) -> datetime:
        """Present moment with time zone UTC."""
        ...

    def today(self) -> date:
        """Present day where the user is."""
        ...


class Profiles(Protocol):
    """Platform profiles by key."""

    def get(self, key: str) -> PlatformProfile:
        """Raises ``UnknownName``."""
        ...

    def keys(self) -> tuple[str, ...]: ...


Syllables = Callable[[str], int]
"""Counts the spoken syllables of a text; from ``language/``."""
