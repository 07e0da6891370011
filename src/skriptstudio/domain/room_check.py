"""The room check: is there enough light, is the face where it should be, is it quiet, what is behind you?

All of it is advice (domain.md 8.3 to 8.5). Only no picture and no sound stop anybody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class RoomTopic(StrEnum):
    """The four lamps, in the order in which they are shown."""

    LIGHT = "light"
    DISTANCE = "distance"
    QUIET = "quiet"
    BACKGROUND = "background"


class LampState(StrEnum):
    """What a lamp shows; ``OPEN``: not looked at yet, or it can't be known."""

    OK = "ok"
    HINT = "hint"
    STRONG = "strong"
    OPEN = "open"


@dataclass(frozen=True)
class FaceBox:
    """A face in an upright picture; shares of the picture's width and height, 0.0 to 1.0.

    Attributes:
        left, top, width, height: from brow to chin.
        eyes: height of the eye line, or None where no eyes were found.
        roll: angle of the eye line in degrees, clockwise positive; None likewise.
    """

    left: float
    top: float
    width: float
    height: float
    eyes: float | None = None
    roll: float | None = None


@dataclass(frozen=True)
class RoomRemark:
    """One thing that could be better.

    Attributes:
        code: key of its sentence in ``messages/``, e.g. ``back_light``.
        strength: ``HINT`` or ``STRONG``.
        value: what was measured, in the unit of the threshold.
    """

    topic: RoomTopic
    code: str
    strength: LampState
    value: float = 0.0


@dataclass(frozen=True)
class RoomReport:
    """What a check has found.

    Attributes:
        judged: the topics that could be judged: without a camera only ``QUIET``, without a microphone not that.
        remarks: the strongest first.
        face: where the face was, or None.
        measures: all that was measured, by name, for those who want to know.
    """

    judged: frozenset[RoomTopic]
    remarks: tuple[RoomRemark, ...] = ()
    face: FaceBox | None = None
    measures: Mapping[str, float] = field(default_factory=dict)

    @property
    def silence_heard(self) -> bool:
        """Whether the microphone gave anything of the room while nobody spoke; a file gives nothing."""
        return "noise_floor" in self.measures

    def lamp(self, topic: RoomTopic) -> LampState:
        """The worst that was found for a topic."""
        if topic not in self.judged:
            return LampState.OPEN
        first = self.first(topic)
        return first.strength if first else LampState.OK

    def first(self, topic: RoomTopic) -> RoomRemark | None:
        """The remark to show for a topic: the strongest, the earliest of those; None if all is well."""
        ours = [remark for remark in self.remarks if remark.topic is topic]
        strong = [remark for remark in ours if remark.strength is LampState.STRONG]
        return next(iter(strong or ours), None)


@dataclass(frozen=True)
class Threshold:
    """When a measure is good, and when it deserves no more than a hint; beyond that it is a strong one.

    Attributes:
        name: of the measure in ``RoomReport.measures``.
        good, hint: smallest and largest value, both included; ``hint`` holds ``good``.
        below, above: code of the remark on either side; empty where that side is no fault.
    """

    name: str
    topic: RoomTopic
    good: tuple[float, float]
    hint: tuple[float, float]
    below: str
    above: str

    def judge(self, value: float) -> RoomRemark | None:
        """The remark that a value deserves, or None."""
        if self.good[0] <= value <= self.good[1]:
            return None
        code = self.below if value < self.good[0] else self.above
        mild = self.hint[0] <= value <= self.hint[1]
        return RoomRemark(self.topic, code, LampState.HINT if mild else LampState.STRONG, value) if code else None


def judged(
    thresholds: Sequence[Threshold], measures: Mapping[str, float], topics: frozenset[RoomTopic], face: FaceBox | None
) -> RoomReport:
    """The report of what was measured: strong remarks first, otherwise in the order of the thresholds."""
    found = [one.judge(measures[one.name]) for one in thresholds if one.name in measures and one.topic in topics]
    remarks = sorted((one for one in found if one), key=lambda one: one.strength is not LampState.STRONG)
    return RoomReport(topics, tuple(remarks), face, dict(measures))
