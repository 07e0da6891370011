"""The picture part of the room check, on a real face in rooms of our own."""

from collections.abc import Callable, Sequence
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from skriptstudio.content.room_thresholds import load_thresholds
from skriptstudio.domain.ports.studio import Still
from skriptstudio.domain.room_check import LampState, RoomReport, RoomTopic, judged
from skriptstudio.media.look.room.faces import faces_in
from skriptstudio.media.look.room.finder import HaarFaceFinder
from skriptstudio.media.look.room.picture import flicker, measure

Image = NDArray[np.uint8]
MakeRoom = Callable[..., Image]


def report_on(images: Sequence[Image]) -> RoomReport:
    measures, face = measure(images)
    return judged(load_thresholds(), measures, frozenset(RoomTopic), face)


def codes(image: Image) -> set[str]:
    return {remark.code for remark in report_on([image] * 3).remarks}


def test_a_well_placed_face_in_a_calm_room_gets_no_remark(make_room: MakeRoom) -> None:
    assert codes(make_room()) == set()


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        ({"face": 0.36}, "face_large"),
        ({"face": 0.145}, "face_small"),
        ({"across": 0.3}, "off_centre"),
        ({"across": 0.7}, "off_centre"),
        ({"eyes": 0.55}, "eyes_low"),
        ({"eyes": 0.2}, "eyes_high"),
        ({"light": 0.4, "wall": 252}, "back_light"),
        ({"light": 1.2}, "face_clipped"),
    ],
)
def test_what_is_wrong_is_named(make_room: MakeRoom, room: dict[str, Any], expected: str) -> None:
    assert expected in codes(make_room(**room))


@pytest.mark.parametrize("light", [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])
def test_how_bright_the_skin_is_never_matters(make_room: MakeRoom, light: float) -> None:
    report = report_on([make_room(light=light, wall=round(120 * light))] * 3)
    assert report.lamp(RoomTopic.LIGHT) is LampState.OK


@pytest.mark.parametrize("wall", [120, 160, 190, 220])
def test_a_light_wall_behind_a_dark_face_is_no_back_light(make_room: MakeRoom, wall: int) -> None:
    assert "back_light" not in codes(make_room(light=0.45, wall=wall))


def test_light_from_one_side_is_named(make_room: MakeRoom) -> None:
    falling = np.interp(np.arange(608), [270, 350], [1.0, 0.45])[None, :, None]
    assert "side_light" in codes((make_room() * falling).astype(np.uint8))


def test_a_picture_out_of_focus_is_named(make_room: MakeRoom) -> None:
    assert "blurred" in codes(np.asarray(cv2.GaussianBlur(make_room(), (0, 0), 2), np.uint8))


def test_grain_is_named(make_room: MakeRoom) -> None:
    room = make_room()
    grain = np.random.default_rng(1).normal(0, 10, room.shape)
    assert "grainy" in codes(np.clip(room + grain, 0, 255).astype(np.uint8))


def test_a_second_face_is_named(make_room: MakeRoom) -> None:
    left, right = make_room(face=0.16, across=0.3), make_room(face=0.16, across=0.7)
    assert "stranger" in codes(np.concatenate([left[:, :304], right[:, 304:]], axis=1))


@pytest.mark.parametrize("shade", [0, 120, 255])
def test_without_a_face_only_that_is_said_about_distance(shade: int) -> None:
    found = codes(np.full((1080, 608, 3), shade, np.uint8))
    assert "no_face" in found
    assert not found & {"face_small", "eyes_low", "back_light", "blurred"}


def test_no_face_is_seen_in_texture_and_the_clutter_is_named() -> None:
    texture = np.random.default_rng(2).integers(0, 255, (135, 76, 3), np.uint8).repeat(8, 0).repeat(8, 1)
    assert {"no_face", "clutter"} <= codes(texture)


def test_no_pictures_give_no_measures() -> None:
    assert measure([]) == ({}, None)


@pytest.mark.parametrize("fps", [25.0, 30.0])
@pytest.mark.parametrize(("swing", "seen"), [(0.0, False), (0.005, False), (0.03, True), (0.1, True)])
def test_a_lamp_that_beats_with_the_camera_is_measured(fps: float, swing: float, seen: bool) -> None:
    jitter = np.random.default_rng(3).normal(0, 0.002, 150)
    moments = np.arange(150) / fps + jitter
    levels = 120 * (1 + swing * np.sin(2 * np.pi * 10 * moments)) + 5 * np.sin(2 * np.pi * 0.4 * moments)
    assert (flicker(list(levels), list(moments)) > 1.5) is seen


@pytest.mark.parametrize("size", [(540, 960), (304, 540)])
def test_the_finder_sees_the_same_face_in_a_small_still(make_room: MakeRoom, size: tuple[int, int]) -> None:
    small = np.ascontiguousarray(cv2.resize(make_room(), size, interpolation=cv2.INTER_AREA))
    finder = HaarFaceFinder(load_thresholds())
    face = finder.find(Still(size[0], size[1], cv2.cvtColor(small, cv2.COLOR_BGR2BGRA).tobytes()))
    assert face is not None
    assert face.left + face.width / 2 == pytest.approx(0.5, abs=0.03)
    assert finder.well_placed(face)


def test_the_finder_says_when_the_face_is_elsewhere(make_room: MakeRoom) -> None:
    finder = HaarFaceFinder(load_thresholds())
    (face, *_) = faces_in(make_room(across=0.3))
    assert not finder.well_placed(face)
    assert finder.find(Still(540, 960, bytes(540 * 960 * 4))) is None


def test_measuring_ends_between_two_pictures_when_asked_to(make_room: MakeRoom) -> None:
    looks: list[None] = []

    def stop_at_the_third() -> None:
        looks.append(None)
        if len(looks) == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        measure([make_room()] * 10, stop_at_the_third)
