"""An open camera and microphone, for a preview and any number of takes."""

import time
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event, Lock

from skriptstudio.domain.errors import CameraLost, Cancelled, NoMicrophone
from skriptstudio.domain.framing import AS_IT_IS, CameraFacts, Framing
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports import Recording, RecordingListener, RecordingOrder, RoomViewer
from skriptstudio.domain.room_check import RoomReport
from skriptstudio.media.capture.feed import Audience, Feed
from skriptstudio.media.capture.keeping import keep_take
from skriptstudio.media.capture.opening import NONE, is_live, sources
from skriptstudio.media.capture.preview import Meter, Screen
from skriptstudio.media.capture.recorder import LEAD_SECONDS, Recorded, TakeInProgress
from skriptstudio.media.capture.resting import resting_sources
from skriptstudio.media.capture.source import CameraSource, MicrophoneSource, Picture, Sound
from skriptstudio.media.capture.spool import Spool
from skriptstudio.media.capture.tracks import CAMERA_PATIENCE_SECONDS, MICROPHONE_PATIENCE_SECONDS


def open_room(
    spool: Spool, camera: str, microphone: str, viewer: RoomViewer, text: str = "", framing: Framing = AS_IT_IS
) -> "LocalRoom":
    """Open the devices and begin to show them; arguments and errors as in ``Studio.enter``."""
    eye, ear = resting_sources(camera, microphone, text)
    with ExitStack() as stack:
        for source in (eye, ear):
            if source is not None:
                stack.callback(source.close)
                source.open()
        room = LocalRoom(spool, (camera, microphone), (eye, ear), viewer, framing)
        stack.pop_all()
        return room


class LocalRoom:
    """The ``Room`` port over the devices of this computer."""

    def __init__(
        self,
        spool: Spool,
        names: tuple[str, str],
        opened: tuple[CameraSource, MicrophoneSource | None],
        viewer: RoomViewer,
        framing: Framing = AS_IT_IS,
    ) -> None:
        """``open_room`` makes one. ``opened`` is what ``names`` (camera, microphone) stand for between takes."""
        self._spool = spool
        self._camera, self._microphone = names
        self._framing = framing
        eye, ear = opened
        self._taking = Lock()
        self._closing = Event()
        self._closed = False
        self._pictures = Feed("room camera", eye, is_live(self._camera), self._watching(viewer))
        self._sound: Feed[Sound] | None = None
        if ear is not None:
            self._sound = Feed("room microphone", ear, is_live(self._microphone), self._hearing(viewer))

    def record(self, order: RecordingOrder, listener: RecordingListener, control: JobControl) -> Recording:
        with self._taking:
            if self._closing.is_set():
                raise Cancelled
            ours = replace(order, camera=self._camera, microphone=self._microphone, framing=self._framing)
            return keep_take(self._spool, ours, lambda path: self._roll(ours, path, listener, control))

    def check(self, control: JobControl) -> RoomReport:
        return RoomReport(frozenset())

    @property
    def facts(self) -> CameraFacts | None:
        return None

    def close(self) -> None:
        self._closing.set()
        with self._taking, ExitStack() as stack:
            if self._closed:
                return
            self._closed = True
            stack.callback(self._pictures.close)
            if self._sound is not None:
                stack.callback(self._sound.close)

    def _roll(self, order: RecordingOrder, path: Path, listener: RecordingListener, control: JobControl) -> Recorded:
        with ExitStack() as stack:
            camera, microphone = self._played_anew(order, stack)
            control.checkpoint()
            live = camera is None and microphone is None
            at = time.perf_counter() + (0.0 if live else LEAD_SECONDS)
            for source in (camera, microphone):
                if source is not None:
                    source.start(at)
            take = TakeInProgress(self._pictures, self._sound, path, order.seconds, sound_ends=self._camera == NONE)
            return take.run(
                listener,
                lambda: control.cancelled or self._closing.is_set(),
                partial(self._pictures.run_take, at, camera),
                None if self._sound is None else partial(self._sound.run_take, at, microphone),
            )

    def _played_anew(
        self, order: RecordingOrder, stack: ExitStack
    ) -> tuple[CameraSource | None, MicrophoneSource | None]:
        """The demo and files once more from their beginning, open until the stack is left; None for live devices."""
        eye, ear = sources(order)
        camera = None if is_live(self._camera) else eye
        microphone = None if is_live(self._microphone) else ear
        for source in (camera, microphone):
            if source is not None:
                stack.callback(source.close)
                source.open()
        return camera, microphone

    def _watching(self, viewer: RoomViewer) -> Audience[Picture]:
        return Audience(
            piece=Screen(viewer, still_life=self._camera == NONE).show,
            lost=lambda: viewer.lost(CameraLost(source=self._camera)),
            patience=CAMERA_PATIENCE_SECONDS,
        )

    def _hearing(self, viewer: RoomViewer) -> Audience[Sound]:
        return Audience(
            piece=Meter(viewer).hear,
            lost=lambda: viewer.lost(NoMicrophone(source=self._microphone)),
            patience=MICROPHONE_PATIENCE_SECONDS,
        )
