"""One real face (a portrait in the public domain, out of a package), put into rooms that the tests make."""

import importlib.util
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

Image = NDArray[np.uint8]
RoomMaker = Callable[..., Image]


@pytest.fixture(scope="session")
def portrait() -> Image:
    spec = importlib.util.find_spec("skimage")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    path = Path(spec.submodule_search_locations[0]) / "data" / "astronaut.png"
    return np.asarray(cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR), np.uint8)


@pytest.fixture(scope="session")
def make_room(portrait: Image) -> RoomMaker:
    """A picture of 608x1080: a plain wall, and the portrait with its face at a place and of a size."""

    def make(
        *, face: float = 0.22, across: float = 0.5, eyes: float = 0.36, wall: int = 120, light: float = 1.0
    ) -> Image:
        wide, tall = 608, 1080
        room = np.full((tall, wide, 3), wall, np.uint8)
        scale = face * tall / 110  # the detector's box is some 110 px in the portrait
        cut = portrait[0:300, 70:390]
        person = cv2.resize(cut, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
        lit = np.clip(person.astype(np.float32) * light, 0, 255).astype(np.uint8)
        x, y = round(across * wide - 154 * scale), round(eyes * tall - 110 * scale)
        mask = _oval(lit.shape[:2])
        _paste(room, lit, mask, x, y)
        return room

    return make


def _oval(shape: tuple[int, int]) -> NDArray[np.float32]:
    mask = np.zeros(shape, np.float32)
    tall, wide = shape
    cv2.ellipse(
        mask, (round(wide * 0.48), round(tall * 0.42)), (round(wide * 0.27), round(tall * 0.38)), 0, 0, 360, 1.0, -1
    )
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), 3), np.float32)[..., None]


def _paste(room: Image, lit: Image, mask: NDArray[np.float32], x: int, y: int) -> None:
    tall, wide = room.shape[:2]
    top, left = max(0, y), max(0, x)
    bottom, right = min(tall, y + lit.shape[0]), min(wide, x + lit.shape[1])
    part = (slice(top - y, bottom - y), slice(left - x, right - x))
    place = (slice(top, bottom), slice(left, right))
    room[place] = (room[place] * (1 - mask[part]) + lit[part] * mask[part]).astype(np.uint8)
