"""Looks and listens for what a lay person should know about a finished take."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.container import InputContainer
from av.video.stream import VideoStream
from numpy.typing import NDArray

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.room_check import LampState, Threshold
from skriptstudio.domain.take import Span, TakeFinding
from skriptstudio.media.capture.file_picture import UprightPictures
from skriptstudio.media.capture.source import SAMPLE_RATE
from skriptstudio.media.look.listen import read_sound
from skriptstudio.media.look.opening import decoded_pictures, open_media, picture_start, picture_stream, seconds_of
from skriptstudio.media.look.room.faces import faces_in
from skriptstudio.media.look.room.picture import framing
from skriptstudio.media.look.room.sound import clipped_places, speech_level_db

_MOST_LOOKS = 15
"""A look costs up to 0.1 s (measured on a busy computer), and somebody waits for the take."""

_BRIEF_SECONDS = 900
"""Longer films in which nobody speaks aren't listened to: all of their sound would lie in memory."""
_SILENT = 10 ** (-60 / 20)
"""No sample of a take without sound is higher: the noise of electronics alone (domain.md 8.5)."""
_LOUD = 10 ** (-20 / 20)
"""The highest sample of a second in which somebody speaks (domain.md 8.5: below that it is recorded too quietly)."""

_APART_SHARE = 0.2
_FEWEST_APART = 2
"""One missed face may be the finder's fault, or somebody who looks at what they show."""

_PLACE = ("face_height", "eye_line", "face_across")


class LocalInspector:
    """The ``TakeInspector`` port over the measures of the room check."""

    def __init__(self, thresholds: Sequence[Threshold]) -> None:
        """``thresholds`` are those of the room check; only what is strong there is worth a finding."""
        self._thresholds = {one.name: one for one in thresholds}

    def findings(
        self, path: Path, speech: Sequence[Span], control: JobControl | None = None
    ) -> tuple[TakeFinding, ...]:
        control = control or JobControl()
        found: list[TakeFinding] = []
        control.checkpoint()
        with suppress(SkriptStudioError, av.FFmpegError):
            if speech or _is_brief(path):
                found += self._heard(read_sound(path, SAMPLE_RATE), speech)
        control.checkpoint()
        if speech:
            with suppress(SkriptStudioError, av.FFmpegError):
                found += self._seen(path, speech)
        return tuple(found)

    def _heard(self, sound: NDArray[np.float32], speech: Sequence[Span]) -> Iterator[TakeFinding]:
        if not len(sound):
            return
        if float(np.abs(sound).max()) < _SILENT:
            yield TakeFinding.SILENT
            return
        parts = [sound[round(one.start * SAMPLE_RATE) : round(one.end * SAMPLE_RATE)] for one in speech]
        spoken = np.concatenate([sound[:0], *parts])
        level = speech_level_db(spoken) if len(spoken) else None
        if level is not None and self._strong("speech_level", level) == "too_quiet":
            yield TakeFinding.TOO_QUIET
        if self._is_clipped_throughout(sound):
            yield TakeFinding.CLIPPED_THROUGHOUT
        elif self._strong("clipped_places", clipped_places(sound)):
            yield TakeFinding.CLIPPED

    def _is_clipped_throughout(self, sound: NDArray[np.float32]) -> bool:
        """Whether it is distorted in more than half of the seconds in which it is loud enough to be heard well."""
        seconds = [sound[at : at + SAMPLE_RATE] for at in range(0, len(sound), SAMPLE_RATE)]
        loud = [one for one in seconds if float(np.abs(one).max()) >= _LOUD]
        distorted = [one for one in loud if self._strong("clipped_places", clipped_places(one))]
        return len(loud) > 1 and len(distorted) > len(loud) / 2

    def _seen(self, path: Path, speech: Sequence[Span]) -> Iterator[TakeFinding]:
        faces = [faces_in(image) for image in _looks(path, speech)]
        places = [framing(found[0]) if found else None for found in faces]
        apart = sum(place is None or self._misplaced(place) for place in places)
        if any(faces) and apart >= _FEWEST_APART and apart > _APART_SHARE * len(faces):
            yield TakeFinding.OUT_OF_FRAME

    def _misplaced(self, place: dict[str, float]) -> bool:
        return any(self._strong(name, place[name]) for name in _PLACE)

    def _strong(self, name: str, value: float) -> str:
        """Code of the remark that a value deserves if it is a strong one; empty otherwise."""
        remark = self._thresholds[name].judge(value) if name in self._thresholds else None
        return remark.code if remark and remark.strength is LampState.STRONG else ""


def _is_brief(path: Path) -> bool:
    with open_media(path) as container:
        return (container.duration or 0) <= _BRIEF_SECONDS * av.time_base


def moments(speech: Sequence[Span], most: int = _MOST_LOOKS) -> list[Fraction]:
    """About one moment a second in which somebody speaks, in seconds; at most ``most``, spread over all of it."""
    total = sum((one.seconds for one in speech), Fraction(0))
    count = min(most, max(1, round(total)))
    found: list[Fraction] = []
    passed = Fraction(0)
    for one in speech:
        while len(found) < count and (into := total * (2 * len(found) + 1) / (2 * count) - passed) < one.seconds:
            found.append(one.start + into)
        passed += one.seconds
    return found


def _looks(path: Path, speech: Sequence[Span]) -> Iterator[NDArray[np.uint8]]:
    """Upright pictures, each once, from the key pictures next before the moments, as far as somebody speaks in them."""
    begin = picture_start(path)
    with open_media(path) as container:
        stream = picture_stream(container)
        if stream is None:
            return
        upright = UprightPictures(stream.sample_aspect_ratio or Fraction(1))
        shown: set[Fraction] = set()
        for moment in moments(speech):
            frame = _key_picture(container, stream, begin + moment)
            if frame is None or seconds_of(frame) in shown:
                continue
            shown.add(seconds_of(frame))
            at = seconds_of(frame) - begin
            if any(one.start <= at < one.end for one in speech):
                yield upright.image(frame)


def _key_picture(container: InputContainer, stream: VideoStream, moment: Fraction) -> "av.VideoFrame | None":
    assert stream.time_base is not None
    container.seek(round(moment / stream.time_base), stream=stream, backward=True)
    return next(decoded_pictures(container, stream), None)
