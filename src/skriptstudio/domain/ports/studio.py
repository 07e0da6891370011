"""Cameras and microphones, and what they record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from skriptstudio.domain.framing import AS_IT_IS

if TYPE_CHECKING:
    from skriptstudio.domain.camera_check import CameraCheck
    from skriptstudio.domain.errors import SkriptStudioError
    from skriptstudio.domain.framing import CameraFacts, Framing
    from skriptstudio.domain.jobs import JobControl
    from skriptstudio.domain.room_check import RoomReport
    from skriptstudio.domain.take import TakeFinding


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
