"""What a room looks like: light, sharpness, flicker, place of the face, clutter.

Absolute brightness of skin is never judged: what counts is the face against what is
behind it, and detail that is lost at either end (domain.md 8.4).
"""

from collections.abc import Callable, Sequence
from statistics import median

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.room_check import FaceBox
from skriptstudio.media.capture.opencv import cv2
from skriptstudio.media.look.room.faces import faces_in

Image = NDArray[np.uint8]
Luma = NDArray[np.float32]

_BLOWN, _BLOWN_SHARE = 245, 0.08
_BLACK, _BLACK_SHARE = 20, 0.3
_CROWN = 0.22
"""The crown lies about this share of the box above it: the box begins at the brow."""

_SMALL = (270, 480)
_FACE_PX = 120
"""Finer detail than this is lost in the clip anyway, and soft skin has none."""


def measure(
    images: Sequence[Image], checkpoint: Callable[[], None] = lambda: None
) -> tuple[dict[str, float], FaceBox | None]:
    """Measures of upright pictures of one scene, and where the face is; empty without a picture.

    Args:
        images: shape (height, width, 3), BGR, all of one size; four a second are plenty.
        checkpoint: called between two pictures; what it raises ends the measuring.
    """
    if not images:
        return {}, None
    seen = []
    for image in images:
        checkpoint()
        seen.append(faces_in(image))
    with_face = [(image, faces[0]) for image, faces in zip(images, seen, strict=True) if faces]
    missing = 1 - len(with_face) / len(images)
    found: dict[str, float] = {"faces_missing": missing, "strangers": float(median(max(0, len(f) - 1) for f in seen))}
    found |= _of_picture(images[len(images) // 2])
    if missing > 0.5:
        return found | {"clutter": _clutter(images[-1], None)}, None
    face = _middle([one for _, one in with_face])
    found |= framing(face)
    lit = [_light(image, one) for image, one in with_face]
    found |= {name: median(one[name] for one in lit) for name in lit[0]}
    return found | {"clutter": _clutter(images[-1], face)}, face


def flicker(levels: Sequence[float], moments: Sequence[float]) -> float:
    """Largest swing of the brightness between 5 and 15 Hz, in % of the mean; lamps on 50 Hz mains beat there.

    Args:
        levels: mean brightness of each picture.
        moments: when each was taken, in seconds, not evenly spaced.
    """
    if len(levels) < 30:
        return 0.0
    values, times = np.asarray(levels, np.float64), np.asarray(moments, np.float64)
    mean = values.mean()
    if mean < 1:
        return 0.0
    trend = np.convolve(np.pad(values, 4, mode="edge"), np.ones(9) / 9, mode="valid")
    rest = values - trend
    waves = np.exp(-2j * np.pi * np.outer(np.arange(5, 15.01, 0.25), times - times[0]))
    return float(100 * 2 * np.abs(waves @ rest).max() / len(rest) / mean)


def level(image: Image) -> float:
    """Mean brightness of a picture, from a coarse sample of it."""
    return float(image[::16, ::16].mean())


def _luma(image: Image) -> Luma:
    return cv2.cvtColor(image, cv2.COLOR_BGR2GRAY).astype(np.float32)


def _of_picture(image: Image) -> dict[str, float]:
    luma = _luma(image)
    return {"crushed": 100 * float((luma <= 8).mean()), "noise": _noise(luma)}


def _noise(luma: Luma) -> float:
    """Scatter in the flattest parts, where nothing but the sensor draws."""
    tall, wide = (side // 16 * 16 for side in luma.shape)
    blocks = luma[:tall, :wide].reshape(tall // 16, 16, wide // 16, 16).swapaxes(1, 2).reshape(-1, 16, 16)
    lit = blocks[(blocks.mean((1, 2)) > 16) & (blocks.mean((1, 2)) < 240)]
    if not len(lit):
        return 0.0
    fine = lit - (np.roll(lit, 1, 1) + np.roll(lit, -1, 1) + np.roll(lit, 1, 2) + np.roll(lit, -1, 2)) / 4
    return float(np.percentile(fine[:, 1:-1, 1:-1].std((1, 2)), 10) / np.sqrt(1.25))


def _middle(faces: Sequence[FaceBox]) -> FaceBox:
    eyes = [one.eyes for one in faces if one.eyes is not None]
    rolls = [one.roll for one in faces if one.roll is not None]
    return FaceBox(
        median(one.left for one in faces),
        median(one.top for one in faces),
        median(one.width for one in faces),
        median(one.height for one in faces),
        median(eyes) if eyes else None,
        median(rolls) if rolls else None,
    )


def framing(face: FaceBox) -> dict[str, float]:
    """Size and place of a face by the names of the thresholds, in % of the picture; its roll in degrees if known."""
    eyes = face.eyes if face.eyes is not None else face.top + 0.38 * face.height
    found = {
        "face_height": 100 * face.height,
        "eye_line": 100 * eyes,
        "face_across": 100 * (face.left + face.width / 2),
        "head_room": 100 * max(0.0, face.top - _CROWN * face.height),
    }
    return found if face.roll is None else found | {"roll": abs(face.roll)}


def _light(image: Image, face: FaceBox) -> dict[str, float]:
    luma = _luma(image)
    box = _pixels(face, luma.shape)
    skin = luma[box][luma[box].shape[0] // 6 :, luma[box].shape[1] // 6 : -luma[box].shape[1] // 6]
    behind = _background(luma, face)
    half = skin.shape[1] // 2
    left, right = float(skin[:, :half].mean()) + 1, float(skin[:, half:].mean()) + 1
    against = float(behind.mean() - skin.mean())
    # A light wall behind a dark face is no fault: it must be blown out, or the face must have lost its shadows.
    glare = (behind >= _BLOWN).mean() >= _BLOWN_SHARE or (skin <= _BLACK).mean() >= _BLACK_SHARE
    return {
        "back_light": max(0.0, against) if glare else 0.0,
        "face_clipped": 100 * float((skin >= 250).mean()),
        "side_light": max(left, right) / min(left, right),
        "sharpness": _sharpness(luma[box]),
    }


def _pixels(face: FaceBox, shape: tuple[int, ...]) -> tuple[slice, slice]:
    high, wide = shape[:2]
    top, left = max(0, round(face.top * high)), max(0, round(face.left * wide))
    return (
        slice(top, max(top + 8, round((face.top + face.height) * high))),
        slice(left, max(left + 8, round((face.left + face.width) * wide))),
    )


def _background(luma: Luma, face: FaceBox) -> Luma:
    """What is beside and above the head and shoulders."""
    high, wide = luma.shape
    apart = np.ones(luma.shape, bool)
    left, right = face.left - 0.5 * face.width, face.left + 1.5 * face.width
    apart[:, max(0, round(left * wide)) : round(right * wide)] = False
    apart[round((face.top + face.height) * high) :] = False
    apart[: max(0, round((face.top - 0.6 * face.height) * high))] = True
    behind: Luma = luma[apart]
    return behind if len(behind) else luma.ravel()


def _sharpness(face: Luma) -> float:
    """Fine detail against the face's own contrast, so that dark faces and dim light count as any other."""
    scaled = cv2.resize(face, (_FACE_PX, _FACE_PX), interpolation=cv2.INTER_AREA)
    return float(100 * cv2.Laplacian(scaled, cv2.CV_32F).var() / (scaled.var() + 1))


def _clutter(image: Image, face: FaceBox | None) -> float:
    grey = cv2.cvtColor(cv2.resize(image, _SMALL, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2GRAY)
    edges = np.asarray(cv2.Canny(grey, 60, 150) / 255, np.float32)
    return float((_background(edges, face) if face else edges).mean())
