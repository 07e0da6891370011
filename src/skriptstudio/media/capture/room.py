"""An open camera and microphone, for a preview and any number of takes."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from contextlib import ExitStack
from dataclasses import replace
from fractions import Fraction
from functools import partial
from pathlib import Path
from threading import Event, Lock

from skriptstudio.domain.errors import CameraLost, Cancelled, NoMicrophone
from skriptstudio.domain.framing import AS_IT_IS, CameraFacts, Framing
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import Recording, RecordingListener, RecordingOrder, RoomViewer
from skriptstudio.domain.room_check import RoomReport, RoomTopic, Threshold, judged
from skriptstudio.media.capture.ear import Ear, Hear
from skriptstudio.media.capture.feed import Audience, Feed, Piece, drain
from skriptstudio.media.capture.keeping import keep_take
from skriptstudio.media.capture.opening import NONE, framing_for, is_live, sources
from skriptstudio.media.capture.pace import Pace
from skriptstudio.media.capture.preview import Meter, Screen
from skriptstudio.media.capture.recorder import LEAD_SECONDS, Recorded, TakeInProgress
from skriptstudio.media.capture.resting import resting_sources
from skriptstudio.media.capture.room_check import (
    SILENCE_SECONDS,
    SPEECH_SECONDS,
    TEST_SENTENCE,
    Gathering,
    pass_time,
)
from skriptstudio.media.capture.source import CameraSource, MicrophoneSource, Picture, Sound
from skriptstudio.media.capture.spool import Spool
from skriptstudio.media.capture.tracks import CAMERA_PATIENCE_SECONDS, MICROPHONE_PATIENCE_SECONDS
from skriptstudio.media.look.room.sound import Samples


def open_room(
    spool: Spool,
    camera: str,
    microphone: str,
    viewer: RoomViewer,
    text: str = "",
    framing: Framing = AS_IT_IS,
    thresholds: Sequence[Threshold] = (),
    final_size: Callable[[], bool] = lambda: False,
) -> "LocalRoom":
    """Open the devices and begin to show them; arguments and errors as in ``Studio.enter`` and ``LocalStudio``."""
    eye, ear = resting_sources(camera, microphone, text)
    with ExitStack() as stack:
        for source in (eye, ear):
            if source is not None:
                stack.callback(source.close)
                source.open()
        room = LocalRoom(spool, (camera, microphone), (eye, ear), viewer, framing, thresholds, final_size)
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
        thresholds: Sequence[Threshold] = (),
        final_size: Callable[[], bool] = lambda: False,
    ) -> None:
        """``open_room`` makes one. ``opened`` is what ``names`` (camera, microphone) stand for between takes."""
        self._spool = spool
        self._camera, self._microphone = names
        self._thresholds = tuple(thresholds)
        self._final_size = final_size
        self._tap: Gathering | None = None
        self._wanted_framing = framing
        self._framing_of_take: Framing | None = None
        self._box = (0, 0)
        self._ear: Ear | None = None
        self._pace = Pace()
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
            ours = replace(order, camera=self._camera, microphone=self._microphone, framing=self._framing())
            self._framing_of_take = ours.framing
            try:
                return keep_take(self._spool, ours, lambda path: self._roll(ours, path, listener, control))
            finally:
                self._framing_of_take = None

    def frame(self, framing: Framing) -> None:
        self._wanted_framing = framing

    def show_at(self, width: int, height: int) -> None:
        self._box = (width, height)

    def listen(self, hear: Hear | None) -> None:
        before, self._ear = self._ear, None if hear is None else Ear(hear)
        if before is not None:
            before.close()

    def check(self, control: JobControl) -> RoomReport:
        from skriptstudio.media.look.room import picture, sound

        with self._taking:
            gathering = Gathering(self._framing())
            self._tap = gathering
            try:
                silence, speech = self._listen(gathering, control)
            finally:
                self._tap = None
        control.report("room_judge", 0.0)
        measures, face = ({}, None) if self._camera == NONE else picture.measure(gathering.images, control.checkpoint)
        if measures:
            measures["flicker"] = picture.flicker(gathering.levels, gathering.moments)
        measures |= sound.measure(silence, speech)
        topics = {topic for topic in RoomTopic if topic is RoomTopic.QUIET or measures.get("faces_missing") is not None}
        return judged(self._thresholds, measures, frozenset(self._judged(topics, face is not None)), face)

    def _judged(self, topics: set[RoomTopic], face: bool) -> set[RoomTopic]:
        """Light falls on a face, and quiet needs a microphone."""
        without = set() if self._sound is not None else {RoomTopic.QUIET}
        return topics - without - (set() if face else {RoomTopic.LIGHT})

    def _listen(self, gathering: Gathering, control: JobControl) -> tuple[Samples, Samples]:
        """Sound of the silence and of the sentence; the demo and files are played anew for the sentence."""

        def over() -> bool:
            if self._closing.is_set():
                raise Cancelled
            return False

        pass_time(SILENCE_SECONDS, "room_silence", control, over)
        silence = gathering.take_sound()
        self._require_life(bool(gathering.take_new_images()), bool(len(silence)))
        order = RecordingOrder(
            *("", "", "", "", self._camera, self._microphone),
            seconds=Fraction(3),
            text=TEST_SENTENCE,
            framing=self._framing(),
        )
        with ExitStack() as stack:
            camera, microphone = self._played_anew(order, stack)
            at = time.perf_counter() + LEAD_SECONDS
            until = at + SPEECH_SECONDS
            playing: list[Future[None]] = []
            stack.callback(lambda: wait(playing))
            stop = Event()
            stack.callback(stop.set)
            if camera is not None:
                camera.start(at)
                playing.append(self._pictures.run_take(at, camera, lambda: drain(self._pictures, until, stop)))
            if microphone is not None and self._sound is not None:
                microphone.start(at)
                ear = self._sound
                playing.append(ear.run_take(at, microphone, lambda: drain(ear, until, stop)))
            pass_time(SPEECH_SECONDS + LEAD_SECONDS, "room_speech", control, over)
        for one in playing:
            one.result()
        speech = gathering.take_sound()
        self._require_life(bool(gathering.take_new_images()), bool(len(speech)))
        return silence, speech

    def _require_life(self, seen: bool, heard: bool) -> None:
        """Raise ``CameraLost`` or ``NoMicrophone`` where a device gave nothing during a part of the check."""
        if is_live(self._camera) and not seen:
            raise CameraLost(source=self._camera)
        if self._sound is not None and is_live(self._microphone) and not heard:
            raise NoMicrophone(source=self._microphone)

    @property
    def facts(self) -> CameraFacts | None:
        return self._pace.facts() if is_live(self._camera) else None

    def close(self) -> None:
        self._closing.set()
        with self._taking, ExitStack() as stack:
            if self._closed:
                return
            self._closed = True
            stack.callback(self.listen, None)
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
            sound_ends = self._camera == NONE
            eye, ear = self._pictures, self._sound
            take = TakeInProgress(eye, ear, path, order.seconds, sound_ends, order.framing, self._final_size())
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

    def _also(
        self, told: Callable[[Piece], None], gather: Callable[[Gathering, Piece], None]
    ) -> Callable[[Piece], None]:
        """Tell the viewer, and the room check while one is under way."""

        def both(piece: Piece) -> None:
            told(piece)
            tap = self._tap
            if tap is not None:
                gather(tap, piece)

        return both

    def _framing(self) -> Framing:
        """How pictures are framed now; a take keeps what it began with."""
        return self._framing_of_take or framing_for(self._camera, self._wanted_framing)

    def _watching(self, viewer: RoomViewer) -> Audience[Picture]:
        screen = Screen(viewer, self._framing, lambda: self._box, still_life=self._camera == NONE)
        frozen = False

        def seen(picture: Picture) -> None:
            nonlocal frozen
            self._pace.count(picture)
            screen.show(picture)
            if picture.frozen != frozen:
                frozen = picture.frozen
                viewer.frozen(frozen)

        return Audience(
            piece=self._also(seen, Gathering.see),
            lost=lambda: viewer.lost(CameraLost(source=self._camera)),
            patience=CAMERA_PATIENCE_SECONDS,
        )

    def _hearing(self, viewer: RoomViewer) -> Audience[Sound]:
        meter = Meter(viewer)

        def heard(sound: Sound) -> None:
            meter.hear(sound)
            ear = self._ear
            if ear is not None:
                ear.take(sound)

        return Audience(
            piece=self._also(heard, Gathering.hear),
            lost=lambda: viewer.lost(NoMicrophone(source=self._microphone)),
            patience=MICROPHONE_PATIENCE_SECONDS,
        )
