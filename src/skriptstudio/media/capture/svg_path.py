"""Reads the path data of an SVG drawing into points that OpenCV can fill."""

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""Shape (n, 2): x and y, y downward."""

_STEPS = 24
_PARTS = re.compile(r"([A-Z])|(-?(?:\d+\.?\d*|\.\d+))")
_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Z": 0}


def outline(path: str) -> Points:
    """The points of one path, its curves sampled.

    Args:
        path: the ``d`` attribute of one subpath, with the absolute commands M, L, H, V, C, S and Z.

    Raises:
        ValueError: another command.
    """
    points: list[Points] = []
    here = control = np.zeros(2)
    for command, numbers in _commands(path):
        if command in "CS":
            free = numbers.reshape(-1, 2)
            bend = free[0] if command == "C" else 2 * here - control
            control, end = free[-2], free[-1]
            points.append(curve(here, bend, control, end)[1:])
        else:
            end = _straight(command, numbers, here)
            control = end
            points.append(end[np.newaxis])
        here = end
    return np.concatenate(points)


def curve(start: Points, bend: Points, control: Points, end: Points) -> Points:
    """A cubic Bezier curve as points, both ends included. All arguments have shape (2,)."""
    t = np.linspace(0.0, 1.0, _STEPS + 1)[:, np.newaxis]
    s = 1.0 - t
    sampled: Points = s**3 * start + 3 * s**2 * t * bend + 3 * s * t**2 * control + t**3 * end
    return sampled


def ellipse(x: float, y: float, radius_x: float, radius_y: float) -> Points:
    """An ellipse around (x, y)."""
    angle = np.linspace(0.0, 2.0 * np.pi, 48, endpoint=False)
    return np.stack([x + radius_x * np.cos(angle), y + radius_y * np.sin(angle)], axis=1)


def bar(start: tuple[float, float], end: tuple[float, float], width: float) -> Points:
    """A straight stroke with square ends, as a rectangle."""
    along = np.subtract(end, start) / np.hypot(*np.subtract(end, start))
    side = np.array([-along[1], along[0]]) * width / 2
    return np.array([start + side, end + side, end - side, start - side])


def _straight(command: str, numbers: Points, here: Points) -> Points:
    if command == "H":
        return np.array([numbers[0], here[1]])
    if command == "V":
        return np.array([here[0], numbers[0]])
    return numbers


def _commands(path: str) -> Iterator[tuple[str, Points]]:
    """Commands with the numbers of one step each; a repeated command may be left out in the data."""
    command, numbers = "", list[float]()
    for letter, number in _PARTS.findall(path):
        if letter:
            command, numbers = letter, []
        else:
            numbers.append(float(number))
        if command not in _ARITY:
            raise ValueError(f"path command {command!r} is not understood")
        if command != "Z" and len(numbers) == _ARITY[command]:
            yield command, np.array(numbers)
            numbers = []
