"""Gathers what an open room shows and lets hear for the room check."""

import time
from collections.abc import Callable

import numpy as np

from skriptstudio.domain.framing import Framing
from skriptstudio.domain.jobs import JobControl
from skriptstudio.media.capture.portrait import upright
from skriptstudio.media.capture.source import Picture, Sound
from skriptstudio.media.look.room.picture import Image, level
from skriptstudio.media.look.room.sound import Samples

SILENCE_SECONDS, SPEECH_SECONDS = 2.0, 3.0
TEST_SENTENCE = "Hier ist Mira, und das ist mein Arbeitsplatz."
"""What the demo voice says; people put their own name in (domain.md 8.5)."""

_KEPT_A_SECOND = 4
_STEP_SECONDS = 0.05


class Gathering:
    """Takes in pieces from the room's own threads; cheap, for a take may run right after.

    Attributes:
        images: upright pictures, about four a second; shape (height, width, 3), BGR.
        levels, moments: brightness of every picture, and when it came.
    """

    def __init__(self, framing: Framing) -> None:
        self._framing = framing
        self.images: list[Image] = []
        self.levels: list[float] = []
        self.moments: list[float] = []
        self._sound: list[Samples] = []
        self._counted = 0
        self._due = 0.0

    def see(self, picture: Picture) -> None:
        """Take in a picture."""
        self.levels.append(level(picture.image))
        self.moments.append(picture.at)
        if picture.at >= self._due:
            self._due = picture.at + 1 / _KEPT_A_SECOND
            self.images.append(upright(picture.image, self._framing).copy())

    def hear(self, sound: Sound) -> None:
        """Take in a piece of sound."""
        self._sound.append(sound.samples)

    def take_sound(self) -> Samples:
        """What was heard since the last call, shape (n,)."""
        heard, self._sound = self._sound, []
        return np.concatenate(heard) if heard else np.zeros(0, np.float32)

    def take_new_images(self) -> int:
        """How many pictures were kept since the last call."""
        new, self._counted = len(self.images) - self._counted, len(self.images)
        return new


def pass_time(seconds: float, stage: str, control: JobControl, over: Callable[[], bool]) -> None:
    """Wait and report. Raises ``Cancelled``; ends early where ``over`` says so."""
    began = time.perf_counter()
    while (passed := time.perf_counter() - began) < seconds and not over():
        control.report(stage, passed / seconds)
        time.sleep(_STEP_SECONDS)
