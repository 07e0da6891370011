"""What a camera was asked for, what it really did, and what a lay person should know about that."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from skriptstudio.domain.take import MIN_HEIGHT_PX

FEW_FPS = 24
"""Fewer pictures a second than this look jerky; good is 25 and more (domain.md 8.4)."""

UNEVEN_MS = 17.0
"""Half a frame of a take: pictures that come this irregularly are shown twice or left out."""

LONG_GAP_MS = 500.0
"""Nothing for so long is seen by everybody."""

_CLEAR = 0.99
"""Share of the pauses that the jitter covers; the longest few are told as the longest gap."""


class CameraFinding(StrEnum):
    """What is wrong with a camera; the sentence is in ``messages/``."""

    FROZEN = "frozen"
    BLACK = "black"
    FEW_PICTURES = "few_pictures"
    UNEVEN = "uneven"
    SMALL = "small"
    NOT_AS_ASKED = "not_as_asked"


@dataclass(frozen=True)
class CameraMode:
    """Size in px and pictures a second."""

    width: int
    height: int
    fps: float


@dataclass(frozen=True)
class CameraCheck:
    """What came of looking at a camera for some seconds.

    Attributes:
        asked: what the camera was told to do; None where it can't be told (network, file, demo).
        measured: from the pictures that arrived.
        pictures: how many that were.
        jitter_ms: by how much a pause between two pictures differs from the usual one, at most in 99 of 100 cases.
        longest_gap_ms: the longest pause.
        findings: the worst first.
    """

    asked: CameraMode | None
    measured: CameraMode
    pictures: int
    jitter_ms: float
    longest_gap_ms: float
    findings: tuple[CameraFinding, ...]


def judged_camera(
    asked: CameraMode | None, moments: Sequence[float], shape: tuple[int, int, int], frozen: bool, black: bool
) -> CameraCheck:
    """Judge what was seen of a camera.

    Args:
        asked: what it was told to do.
        moments: when its pictures came, in seconds; at least two.
        shape: width and height of its pictures, and height of their upright part, in px.
        frozen: the very same picture came again and again.
        black: nothing can be seen.
    """
    width, height, upright_height = shape
    gaps = sorted(after - before for before, after in pairwise(moments))
    usual = gaps[len(gaps) // 2]
    off = sorted(abs(gap - usual) for gap in gaps)
    jitter_ms = 1000 * off[round(_CLEAR * (len(off) - 1))]
    measured = CameraMode(width, height, len(gaps) / (moments[-1] - moments[0]))
    wrong = {
        CameraFinding.FROZEN: frozen,
        CameraFinding.BLACK: black,
        CameraFinding.FEW_PICTURES: measured.fps < FEW_FPS,
        CameraFinding.UNEVEN: jitter_ms > UNEVEN_MS or 1000 * gaps[-1] > LONG_GAP_MS,
        CameraFinding.SMALL: upright_height < MIN_HEIGHT_PX,
        CameraFinding.NOT_AS_ASKED: asked is not None and (asked.width, asked.height) != (width, height),
    }
    findings = tuple(finding for finding, holds in wrong.items() if holds)
    return CameraCheck(asked, measured, len(moments), jitter_ms, 1000 * gaps[-1], findings)
