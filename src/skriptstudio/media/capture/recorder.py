"""Brings a camera and a microphone into one file: two tracks, a writer and a supervisor, each in its thread."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av

from skriptstudio.domain.framing import AS_IT_IS, Framing
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import RecordingListener
from skriptstudio.domain.take import TakeFinding
from skriptstudio.domain.timecode import from_frames, to_frames
from skriptstudio.media.capture.blank import BlankCamera
from skriptstudio.media.capture.disk_forecast import DiskForecast
from skriptstudio.media.capture.source import CameraSource, MicrophoneSource, Picture, Sound, Stream
from skriptstudio.media.capture.tracks import QUIETEST_DB, PictureTrack, SoundTrack
from skriptstudio.media.capture.writer import TakeWriter

LEAD_SECONDS = 0.1
"""From the order to start to the start, so that both sources know it in time."""

_WATCH_SECONDS = 0.05
_PROGRESS_SECONDS = 0.2

Crew = Callable[[Callable[[], None]], Future[None]]
"""Runs a track in a thread of its own."""


@dataclass(frozen=True)
class Recorded:
    """What came of a recording.

    Attributes:
        frames: length of the take; 0 if the camera gave not one picture after the start.
        failure: why the file could not be written to the end, or None.
    """

    frames: int
    dropped: int
    repeated: int
    findings: tuple[TakeFinding, ...]
    failure: OSError | av.FFmpegError | None


def record(
    sources: tuple[CameraSource, MicrophoneSource | None],
    path: Path,
    seconds: Fraction | None,
    listener: RecordingListener,
    control: JobControl,
    framing: Framing = AS_IT_IS,
    final_size: bool = False,
) -> Recorded:
    """Record into ``path`` (the crash-safe MP4 of ``encoder``) until the end is reached or asked for.

    Args:
        sources: camera and microphone, not yet opened; closed at the end.
        path: of the new file; made with the first picture.
        seconds: length of the take, to the nearest frame; None for as long as the source or the user wants.
        listener: told how it goes, from this thread.
        control: cancelling it ends the recording, which is kept.
        framing: which part of the pictures is recorded.
        final_size: scale to the size of the clip while recording.

    Raises:
        NoCamera, NoMicrophone, NotMedia, MissingFile: a source can't be opened.
        Cancelled: before the recording began.
    """
    camera, microphone = sources
    try:
        camera.open()
        if microphone is not None:
            microphone.open()
        control.checkpoint()
        at = time.perf_counter() + LEAD_SECONDS
        camera.start(at)
        if microphone is not None:
            microphone.start(at)
        sound_ends = isinstance(camera, BlankCamera)
        take = TakeInProgress(camera, microphone, path, seconds, sound_ends, framing, final_size)
        with ThreadPoolExecutor(2, "recorder") as pool:
            return take.run(listener, lambda: control.cancelled, pool.submit, pool.submit)
    finally:
        camera.close()
        if microphone is not None:
            microphone.close()


class TakeInProgress:
    """One take while it is recorded, from whatever gives pictures and sound."""

    def __init__(
        self,
        camera: Stream[Picture],
        microphone: Stream[Sound] | None,
        path: Path,
        seconds: Fraction | None,
        sound_ends: bool,
        framing: Framing = AS_IT_IS,
        final_size: bool = False,
    ) -> None:
        """``sound_ends``: it is over when the sound is (there is no camera); the rest is as in ``record``."""
        self._writer = TakeWriter(path, with_sound=microphone is not None, final_size=final_size)
        self._disk = DiskForecast(path)
        self._sound_ends = sound_ends
        end = None if seconds is None else max(1, to_frames(seconds))
        self._pictures = PictureTrack(camera, framing, self._writer, end)
        self._sound = None if microphone is None else SoundTrack(microphone, self._writer, self._pictures)

    def run(
        self,
        listener: RecordingListener,
        stopped: Callable[[], bool],
        picture_crew: Crew,
        sound_crew: Crew | None,
    ) -> Recorded:
        """Record to the end.

        Args:
            listener: told how it goes, from this thread.
            stopped: asked all the time whether the user has had enough.
            picture_crew: runs the track of the pictures.
            sound_crew: runs the track of the sound; None without a microphone.
        """
        watch = _Watch(self._writer, self._pictures, self._sound, self._disk, listener)
        with self._threads(picture_crew, sound_crew) as (tracks, writing):
            while wait(tracks, _WATCH_SECONDS, FIRST_EXCEPTION).not_done:
                watch.look()
                broken = self._writer.failure is not None or _failed([*tracks, writing])
                if stopped() or broken or self._disk.full or self._sound_decides_end():
                    self._pictures.stop()
        for part in (*tracks, writing):
            part.result()
        watch.look()
        return self._result()

    def _sound_decides_end(self) -> bool:
        """Without a camera the recording ends with the sound."""
        return self._sound_ends and self._sound is not None and self._sound.ended

    @contextmanager
    def _threads(
        self, picture_crew: Crew, sound_crew: Crew | None
    ) -> Iterator[tuple[list[Future[None]], Future[None]]]:
        """The tracks and the writer, running; at the end all three are done and the file is closed."""
        with ThreadPoolExecutor(1, "writer") as pool:
            writing = pool.submit(self._writer.run)
            tracks = [picture_crew(self._pictures.run)]
            if self._sound is not None and sound_crew is not None:
                tracks.append(sound_crew(self._sound.run))
            try:
                yield tracks, writing
            finally:
                self._pictures.stop()
                wait(tracks)
                self._writer.close()

    def _result(self) -> Recorded:
        findings = list(self._sound.findings) if self._sound else [TakeFinding.NO_SOUND]
        findings += self._pictures.findings
        if self._writer.dropped:
            findings.append(TakeFinding.DROPPED_FRAMES)
        if self._disk.full:
            findings.append(TakeFinding.DISK_FULL)
        return Recorded(
            frames=self._writer.frames,
            dropped=self._writer.dropped,
            repeated=self._pictures.repeated,
            findings=tuple(findings),
            failure=self._writer.failure,
        )


class _Watch:
    """Tells the listener what it sees."""

    def __init__(
        self,
        writer: TakeWriter,
        pictures: PictureTrack,
        sound: SoundTrack | None,
        disk: DiskForecast,
        listener: RecordingListener,
    ) -> None:
        self._writer = writer
        self._pictures = pictures
        self._sound = sound
        self._disk = disk
        self._listener = listener
        self._started = False
        self._warned: set[TakeFinding] = set()
        self._next_progress = 0.0

    def look(self) -> None:
        if not self._started and self._writer.frames and (self._sound is None or self._writer.samples):
            self._started = True
            self._listener.started()
        for finding in (*self._pictures.findings, *(self._sound.findings if self._sound else ())):
            self._warn(finding)
        self._look_at_disk()
        now = time.perf_counter()
        if self._started and now >= self._next_progress:
            self._next_progress = now + _PROGRESS_SECONDS
            level = self._sound.level_db() if self._sound else QUIETEST_DB
            self._listener.progress(from_frames(self._writer.frames), level)

    def _look_at_disk(self) -> None:
        self._disk.look(from_frames(self._writer.frames))
        if self._disk.nearly_full:
            self._warn(TakeFinding.DISK_NEARLY_FULL)
        if self._disk.full:
            self._warn(TakeFinding.DISK_FULL)

    def _warn(self, finding: TakeFinding) -> None:
        if finding not in self._warned:
            self._warned.add(finding)
            self._listener.warned(finding)


def _failed(tracks: list[Future[None]]) -> bool:
    return any(track.done() and track.exception() for track in tracks)
