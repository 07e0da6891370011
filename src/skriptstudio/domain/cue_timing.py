"""When each caption comes: with its voice, and early or late by frames where that lets more be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from skriptstudio.domain.caption_rules import MAX_DRIFT
from skriptstudio.domain.timecode import CLIP_FPS, to_frames

_LACK_COST = 100
"""Times the square of the frames that a cue lacks; a frame off the voice costs 1, squared as well."""


@dataclass(frozen=True)
class Voiced:
    """What a caption asks for.

    Attributes:
        voice: when its first word sounds, in seconds.
        needed: frames that it should stand.
        earliest: frame before which it can't come: a cut, or the end of a caption that stays as it is.
    """

    voice: Fraction
    needed: int
    earliest: int = 0


def first_frames(cues: Sequence[Voiced], end: int) -> list[int]:
    """The first frame of each caption, at most ``MAX_DRIFT`` from its voice.

    Among all ways to place them this is the one in which the captions together
    lack the least time; a long lack weighs more than two short ones.

    Args:
        cues: in spoken order.
        end: the frame at which the last one has to be gone.
    """
    if not cues:
        return []
    choices = [_choices(cue) for cue in cues]
    reached: list[dict[int, tuple[int, int]]] = [{at: (_shift(cues[0], at), at) for at in choices[0]}]
    for before, cue, places in zip(cues, cues[1:], choices[1:], strict=False):
        reached.append(
            {
                at: min(
                    (cost + _lack(before, first, at) + _shift(cue, at), first)
                    for first, (cost, _) in reached[-1].items()
                )
                for at in places
            }
        )
    at = min(reached[-1], key=lambda last: reached[-1][last][0] + _lack(cues[-1], last, end))
    frames = [at]
    for step in range(len(cues) - 1, 0, -1):
        frames.append(reached[step][frames[-1]][1])
    return _ascending(frames[::-1])


def _choices(cue: Voiced) -> range:
    low = max(0, ceil((cue.voice - MAX_DRIFT) * CLIP_FPS), cue.earliest)
    high = floor((cue.voice + MAX_DRIFT) * CLIP_FPS)
    return range(low, max(low, high) + 1)


def _shift(cue: Voiced, at: int) -> int:
    return (at - to_frames(cue.voice)) ** 2


def _lack(cue: Voiced, first: int, end: int) -> int:
    lacking = max(0, cue.needed - (end - first))
    return _LACK_COST * lacking * lacking


def _ascending(frames: list[int]) -> list[int]:
    """No two at once, even where several words are said to sound in the same moment."""
    for at in range(1, len(frames)):
        frames[at] = max(frames[at], frames[at - 1] + 1)
    return frames
