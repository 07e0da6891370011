"""The hills behind the demo's presenter; they stand still and are drawn once."""

from functools import cache

import numpy as np

from skriptstudio.media.capture.canvas import FINER, HEIGHT_PX, WIDTH_PX, Canvas, Image, colour
from skriptstudio.media.capture.svg_path import Points, ellipse, outline

_SKY, _HAZE, _HAZE_FROM = colour("#BFDDE0"), colour("#F1E3CC"), 0.7
_SUN = colour("#FBEBC8")
_CLOUD = colour("#FFFFFF", "#D0DFDB", 0.55)
_FAR_HILL, _NEAR_HILL = colour("#9CBF9B"), colour("#6E9E86")
_FAR_TREE, _TRUNK = colour("#86AF8B"), colour("#5B8873")
_TRIPOD, _DEVICE = colour("#3B4A4C"), colour("#F3C33C")

# The upright page of looks/presenter.svg shows 0 to 270; left and right of it the hills go on.
_FAR = (
    "M-300 262C-240 220 -170 214 -110 244S-40 292 0 268C60 236 120 250 170 262"
    "S240 250 270 238S380 190 450 214S530 246 570 232V490H-300Z"
)
_NEAR = (
    "M-300 300C-240 322 -180 352 -110 352S-40 348 0 330C70 296 150 316 270 292"
    "S400 300 460 322S540 330 570 316V490H-300Z"
)
_CLOUDS = ((-190.0, 96.0, 1.0), (-62.0, 62.0, 0.7), (380.0, 118.0, 1.1), (496.0, 66.0, 0.75))
_TREES = ((-208.0, 224.0, 1.0), (-186.0, 221.0, 1.3), (-166.0, 222.0, 0.9), (392.0, 208.0, 1.2), (414.0, 208.0, 0.9))


@cache
def landscape() -> Image:
    """The whole background of the picture."""
    canvas = Canvas(_sky(), finer=FINER)
    canvas.fill(ellipse(226, 72, 24, 24), _SUN)
    for x, y, size in _CLOUDS:
        canvas.fill(_cloud(x, y, size), _CLOUD)
    for x, y, size in _TREES:
        canvas.stroke([np.array([[x, y], [x, y - 12 * size]])], _TRUNK, 2.2)
        canvas.fill(ellipse(x, y - 24 * size, 8 * size, 19 * size), _FAR_TREE)
    canvas.fill(outline(_FAR), _FAR_HILL)
    canvas.fill(outline(_NEAR), _NEAR_HILL)
    _tripod(canvas)
    return canvas.in_picture_size()


def _sky() -> Image:
    height = HEIGHT_PX * FINER
    down = np.clip((np.arange(height) + 0.5) / height / _HAZE_FROM, 0.0, 1.0)[:, np.newaxis]
    rows = np.round(np.array(_SKY) * (1 - down) + np.array(_HAZE) * down).astype(np.uint8)
    return np.repeat(rows[:, np.newaxis], WIDTH_PX * FINER, axis=1)


def _cloud(x: float, y: float, size: float) -> Points:
    path = "M-44 12C-56 12 -56 -4 -42 -4C-40 -18 -22 -20 -16 -10C-8 -26 18 -24 20 -8C34 -14 46 12 32 12Z"
    return outline(path) * size + (x, y)


def _tripod(canvas: Canvas) -> None:
    for foot in ((214.0, 330.0), (252.0, 330.0), (232.0, 318.0)):
        canvas.stroke([np.array([(232.0, 226.0), foot])], _TRIPOD, 4)
    canvas.fill(_rounded(220, 196, 24, 30, 5), _DEVICE)
    canvas.fill(ellipse(228, 210, 6, 6), _TRIPOD)


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> Points:
    turn = np.linspace(0.0, np.pi / 2, 7)
    corners = []
    for quarter, (right, low) in enumerate(((1, 1), (0, 1), (0, 0), (1, 0))):
        centre = (x + (width - radius if right else radius), y + (height - radius if low else radius))
        angle = turn + quarter * np.pi / 2
        corners.append(np.stack([np.cos(angle), np.sin(angle)], axis=1) * radius + centre)
    return np.concatenate(corners)
