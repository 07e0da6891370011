"""Station 3: takes, recorded or imported."""

import re
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from skriptstudio.domain.cut import best_takes
from skriptstudio.domain.desk import Desk, find_person
from skriptstudio.domain.disk_room import DiskRoom, disk_room
from skriptstudio.domain.errors import DeviceTrouble, NoRoomForTake, StillWritten, TakeWaits, UnknownName
from skriptstudio.domain.framing import AS_IT_IS, Framing
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.licence import Licence
from skriptstudio.domain.naming import with_speakers
from skriptstudio.domain.ports.language import Syllables
from skriptstudio.domain.ports.media import FilmGate, MediaProbe, TakeInspector
from skriptstudio.domain.ports.speech import SpeechDetector
from skriptstudio.domain.ports.studio import Recording, RecordingListener, RecordingOrder, Studio
from skriptstudio.domain.production import Production
from skriptstudio.domain.reading import tempo_finding
from skriptstudio.domain.script import MATERIAL, SECTION_NAMES, WHOLE
from skriptstudio.domain.take import MIN_HEIGHT_PX, Footage, Span, Take, TakeFinding

MAX_NOTE_CHARS = 600
"""Longer notes belong into the script. So much holds the sentences of a clip that were said in other words."""


class Record:
    """Record, import, recover and mark takes."""

    def __init__(
        self,
        desk: Desk,
        studio: Studio,
        probe: MediaProbe,
        detector: SpeechDetector,
        inspector: TakeInspector,
        syllables: Syllables,
        library: str,
        gate: FilmGate,
        inspector_apart: TakeInspector,
    ) -> None:
        """What stands where.

        Args:
            desk: library, clock and who sits here.
            studio: cameras, microphones and the spool.
            probe: looks at our own recordings, like ``inspector``.
            detector: hears speech, in files of our own alone.
            inspector: see ``probe``.
            syllables: measures the tempo.
            library: names the library of ``desk`` in orders and errors.
            gate: looks at films from outside.
            inspector_apart: likewise.
        """
        self._desk = desk
        self._studio = studio
        self._probe = probe
        self._detector = detector
        self._inspector = inspector
        self._syllables = syllables
        self._library = library
        self._gate = gate
        self._inspector_apart = inspector_apart

    def order(
        self,
        wanted: str,
        camera: str,
        microphone: str,
        section: str = WHOLE,
        seconds: Fraction | None = None,
        speakers: Sequence[str] = (),
        framing: Framing = AS_IT_IS,
    ) -> RecordingOrder:
        """Check everything that can be wrong before anybody stands in front of the camera.

        Raises:
            UnknownName: no such production, section or person.
            NoRoomForTake: the local disk is nearly full.
        """
        production = self._desk.open(wanted).record
        require_section(section)
        if disk_room(self._studio.seconds_left()) is DiskRoom.NONE:
            raise NoRoomForTake
        return RecordingOrder(
            take=new_take_id(),
            library=self._library,
            production=production.id,
            section=section,
            camera=camera,
            microphone=microphone,
            seconds=seconds,
            speakers=self._people(speakers),
            text=production.script.text_of(section),
            framing=framing,
        )

    def record(self, order: RecordingOrder, listener: RecordingListener, control: JobControl) -> tuple[Take, Path]:
        """Record a take and bring it home. Cancelling ends and keeps it.

        Raises:
            TakeWaits: it is recorded, but the library can't take it now.
        """
        return self.bring_home(self._studio.record(order, listener, control))

    def bring_home(self, recording: Recording) -> tuple[Take, Path]:
        """Copy a finished recording into the library, verified, and only then let go of the local one."""
        try:
            take = self._stored(recording)
        except DeviceTrouble as error:
            raise TakeWaits(str(recording.path), self._library) from error
        self._studio.discard(recording)
        return take, self._desk.library.media_path(recording.order.production, take.file)

    def _stored(self, recording: Recording) -> Take:
        order = recording.order
        known = self._desk.library.read(order.production).record
        all_of_it = (*known.takes, *(binned.take for binned in known.bin))
        already = next((take for take in all_of_it if take.id == order.take), None)
        if already is not None:
            return already
        take = self._copied(recording.path, order.production, order.take, order.section, order.speakers)
        take = replace(
            take,
            recorded=recording.recorded,
            dropped=recording.dropped,
            repeated=recording.repeated,
            findings=tuple(dict.fromkeys((*recording.findings, *take.findings, *self._tempo(order.text, take)))),
        )
        self._desk.change(order.production, lambda p: p.with_take(take), self._desk.anonymous())
        return take

    def _tempo(self, text: str, take: Take) -> tuple[TakeFinding, ...]:
        """How fast the text was spoken; nothing where there is none."""
        if not text.strip() or not take.speech:
            return ()
        seconds = take.speech[-1].end - take.speech[0].start
        finding = tempo_finding(self._syllables(text), float(seconds))
        return () if finding is None else (finding,)

    def import_take(
        self,
        wanted: str,
        path: Path,
        section: str = WHOLE,
        speakers: Sequence[str] = (),
        control: JobControl | None = None,
        foreign: bool = True,
    ) -> tuple[Take, Path]:
        """Copy a film from elsewhere, e.g. a phone, into the production.

        Args:
            wanted: title or id of the production.
            path: of the film.
            section: whose take it becomes.
            speakers: who is seen or heard, by name or id.
            control: told of progress; a stop leaves nothing behind.
            foreign: False for a film that this program has just written.

        Raises:
            Cancelled.
            MissingFile, NotMedia, NoPicture, UnusablePicture, UnusableLength: it can't become a take.
        """
        require_section(section)
        production = self._desk.open(wanted).record
        people = self._people(speakers)
        if foreign:
            take = self._let_in(path, production.id, section, people, control or JobControl())
        else:
            take = self._copied(path, production.id, new_take_id(), section, people)
        self._desk.change(production.id, lambda p: p.with_take(take), self._desk.anonymous())
        return take, self._desk.library.media_path(production.id, take.file)

    def _copied(self, path: Path, production: str, take_id: str, section: str, speakers: tuple[str, ...]) -> Take:
        """One of our own recordings."""
        footage = self._probe.footage(path)
        speech = self._detector.spans(path) if footage.has_sound else ()
        findings = (*_seen_at_once(footage, speech), *self._inspector.findings(path, speech))
        return self._stored_as(take_id, section, path, production, footage, speech, findings, speakers)

    def _let_in(
        self, path: Path, production: str, section: str, speakers: tuple[str, ...], control: JobControl
    ) -> Take:
        """A film from outside; nothing here opens it but to copy it.

        Raises:
            StillWritten: what was looked at isn't what would be copied.
        """
        began = _state_of(path)
        with self._gate.take_in(path, control) as new:
            speech = self._detector.spans(new.watched) if new.footage.has_sound else ()
            control.checkpoint()
            looked = self._inspector if new.whole else self._inspector_apart
            found = looked.findings(new.watched if new.whole else path, speech, control)
            findings = (*_seen_at_once(new.footage, speech), *found)
            control.checkpoint()
            _require_state(path, began)
            take = self._stored_as(new_take_id(), section, path, production, new.footage, speech, findings, speakers)
            try:
                _require_state(path, began)
            except StillWritten:
                self._desk.library.drop_media(production, take.file)
                raise
            new.keep(take.sha256)
        return replace(take, foreign=True)

    def _stored_as(
        self,
        take_id: str,
        section: str,
        path: Path,
        production: str,
        footage: Footage,
        speech: tuple[Span, ...],
        findings: tuple[TakeFinding, ...],
        speakers: tuple[str, ...],
    ) -> Take:
        name = f"{section}-{take_id}{_ending(path)}"
        return Take(
            id=take_id,
            section=section,
            file=name,
            sha256=self._desk.library.put_media(production, path, name),
            seconds=footage.seconds,
            frames=footage.frames,
            recorded=self._desk.clock.now(),
            speakers=speakers,
            speech=speech,
            findings=findings,
            has_sound=footage.has_sound,
        )

    def takes(self, wanted: str) -> tuple[tuple[Take, ...], frozenset[str], Production]:
        """The takes, oldest first, and the ids of those that the default cut would use."""
        production = self._desk.open(wanted).record
        ordered = tuple(sorted(production.takes, key=lambda take: take.recorded))
        return ordered, frozenset(take.id for take in best_takes(ordered).values()), production

    def path_of(self, production: Production, take: Take) -> Path:
        """Where the film of a take lies."""
        return self._desk.library.media_path(production.id, take.file)

    def mark_best(self, wanted: str, take_id: str, best: bool = True) -> Take:
        """Star a take, and others of its section lose their star; or take its star away."""
        production = self._desk.open(wanted).record
        chosen = replace(production.take(take_id), starred=best)

        def edit(current: Production) -> Production:
            section = current.take(take_id).section
            takes = tuple(
                replace(take, starred=best and take.id == take_id)
                if take.id == take_id or (best and take.section == section)
                else take
                for take in current.takes
            )
            return replace(current, takes=takes)

        self._desk.change(production.id, edit, self._desk.anonymous())
        return chosen

    def write_note(self, wanted: str, take_id: str, text: str) -> Take:
        """Write down what somebody wants to remember about a take, in one line; empty takes it away."""
        note = " ".join(text.split())[:MAX_NOTE_CHARS]
        return self._rewrite(wanted, take_id, lambda take: replace(take, note=note))

    def name_speakers(self, wanted: str, take_id: str, speakers: Sequence[str]) -> Take:
        """Write down who is seen or heard in a take; see ``with_speakers`` for what that does after a hand-in.

        Raises:
            UnknownName: no such production, take or person.
            SpeakerMissing: nobody is named, and the take isn't mere material.
        """
        people, actor, now = self._people(speakers), self._desk.anonymous(), self._desk.clock.now()
        production = self._desk.open(wanted).record
        changed = self._desk.change(
            production.id, lambda current: with_speakers(current, take_id, people, actor, now), actor
        )
        return changed.take(take_id)

    def write_licence(
        self, wanted: str, take_id: str, music: bool | None, licence: Licence | None, proof: Path | None = None
    ) -> Take:
        """Write down whether music is heard in a take, and what may be done with it or with the film itself.

        Args:
            wanted: title or id of the production.
            take_id: the take.
            music: None leaves it open.
            licence: None takes the entry away.
            proof: file that proves it, copied into the library; None keeps the one that is entered.

        Raises:
            UnknownName: no such production or take.
            MissingFile, NotAScan: the proof can't be taken over.
        """
        if licence is not None and proof is not None:
            licence = replace(licence, proof=self._desk.library.put_scan(proof, f"licence-{take_id}"))
        return self._rewrite(wanted, take_id, lambda take: replace(take, music=music, licence=licence))

    def _rewrite(self, wanted: str, take_id: str, write: Callable[[Take], Take]) -> Take:
        """Change what is written down about one take, and return it as it is then."""
        production = self._desk.open(wanted).record
        written = write(production.take(take_id))

        def edit(current: Production) -> Production:
            takes = tuple(write(take) if take.id == take_id else take for take in current.takes)
            return replace(current, takes=takes)

        self._desk.change(production.id, edit, self._desk.anonymous())
        return written

    def _people(self, names: Sequence[str]) -> tuple[str, ...]:
        if not names:
            return ()
        staff = self._desk.staff()
        return tuple(dict.fromkeys(find_person(staff, name).id for name in names))


_MISSED = 3
"""So many pictures, a tenth of a second, are missed by somebody who looks closely."""


def _seen_at_once(footage: Footage, speech: Sequence[Span]) -> Iterator[TakeFinding]:
    """What picture and sound lack as a whole."""
    if not footage.has_sound:
        yield TakeFinding.NO_SOUND
    elif not speech:
        yield TakeFinding.NO_SPEECH
    if footage.untimed >= _MISSED:
        yield TakeFinding.BEGINNING_LOST
    if footage.height < MIN_HEIGHT_PX:
        yield TakeFinding.LOW_RESOLUTION


def _state_of(path: Path) -> tuple[int, int] | None:
    """Tells two states of a file apart; None if it isn't there."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_size, facts.st_mtime_ns


def _require_state(path: Path, state: tuple[int, int] | None) -> None:
    if _state_of(path) != state:
        raise StillWritten(path=str(path))


def require_section(name: str) -> None:
    """Raise ``UnknownName`` unless ``name`` is a section that a take can have."""
    if name not in (*SECTION_NAMES, MATERIAL):
        raise UnknownName("section", name, (*SECTION_NAMES, MATERIAL))


def new_take_id() -> str:
    """A short random id; free of the colons that separate a segment's parts."""
    return "t" + secrets.token_hex(4)


def _ending(path: Path) -> str:
    """The file's ending where it is a harmless one, so that any player opens the copy."""
    ending = path.suffix.lower()
    return ending if re.fullmatch(r"\.[a-z0-9]{2,4}", ending) else ".mp4"
