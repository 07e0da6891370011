from itertools import pairwise

import numpy as np
import pytest

from skriptstudio.media.capture.canvas import Image
from skriptstudio.media.capture.movement import pose_at
from skriptstudio.media.capture.performance import Performance
from skriptstudio.media.capture.portrait import portrait_crop
from skriptstudio.media.capture.presenter import Presenter
from skriptstudio.media.capture.source import SAMPLE_RATE
from skriptstudio.media.capture.svg_path import outline

TEXT = "Mein Büro hat heute keine Wände. Dieses Ding misst auf zwei Millimeter genau!"


def open_mouth_px(image: Image) -> int:
    """Pixels below the nose that are teeth, throat or tongue."""
    mouth = image[490:570, 915:1005].astype(int)
    blue, green, red = mouth[..., 0], mouth[..., 1], mouth[..., 2]
    teeth = blue > 200
    throat = (red < 115) & (green < 60)
    tongue = (abs(red - 217) < 10) & (abs(green - 119) < 10)
    return int((teeth | throat | tongue).sum())


def test_the_picture_is_a_webcams(presenter: Presenter) -> None:
    image = presenter.draw(0.0, 0.0)

    assert image.shape == (1080, 1920, 3)
    assert image.dtype == np.uint8


def test_the_upright_crop_shows_the_known_person(presenter: Presenter) -> None:
    page = portrait_crop(1920, 1080).of(presenter.draw(0.0, 0.0))

    orange, hair, sun, device = page[1000, 300], page[230, 304], page[160, 510], page[455, 540]
    assert tuple(orange) == (0x3A, 0x8C, 0xF2)
    assert tuple(hair) == (0x23, 0x2E, 0x4A)
    assert tuple(sun) == (0xC8, 0xEB, 0xFB)
    assert tuple(device) == (0x3C, 0xC3, 0xF3)


@pytest.mark.parametrize(("seconds", "level", "emphasis"), [(0.0, 0.0, 0.0), (3.3, 0.4, 0.2), (61.7, 1.0, 1.0)])
def test_the_same_moment_gives_the_same_picture(seconds: float, level: float, emphasis: float) -> None:
    assert np.array_equal(Presenter().draw(seconds, level, emphasis), Presenter().draw(seconds, level, emphasis))


def test_a_picture_belongs_to_the_caller(presenter: Presenter) -> None:
    first = presenter.draw(1.0, 0.5)
    kept = first.copy()
    presenter.draw(2.0, 1.0)

    assert np.array_equal(first, kept)


def test_the_mouth_opens_with_the_level(presenter: Presenter) -> None:
    areas = [open_mouth_px(presenter.draw(1.0, level)) for level in (0.0, 0.25, 0.5, 0.75, 1.0)]

    assert areas[0] == 0
    assert areas == sorted(areas)
    assert areas[-1] > 1_000


def test_the_head_stays_where_it_is_drawn_finely(presenter: Presenter) -> None:
    """Nothing of the head is cut off at the edge of its box, wherever it moves."""
    for tenth in range(0, 1_500, 7):
        image = presenter.draw(tenth / 10, 1.0, tenth % 2)
        for edge in (image[160, 808:1112], image[160:560, 808], image[160:560, 1111]):
            assert not (edge == (0x8F, 0xB4, 0xE9)).all(axis=1).any()
            assert not (edge == (0x23, 0x2E, 0x4A)).all(axis=1).any()


def test_the_eyes_blink_every_few_seconds() -> None:
    shut = [pose_at(frame / 30, 0.0).eyelid > 0.75 for frame in range(30 * 60)]

    blinks = sum(now and not before for before, now in pairwise(shut))
    assert 12 <= blinks <= 20


def test_movement_is_gentle() -> None:
    poses = [pose_at(frame / 30, 0.0) for frame in range(30 * 60)]

    for before, now in pairwise(poses):
        assert abs(now.tilt - before.tilt) < 0.003
        assert abs(now.lean - before.lean) < 0.2
        assert abs(now.nod - before.nod) < 0.2


def test_the_mouth_follows_the_sound(presenter: Presenter) -> None:
    performance = Performance(TEXT)
    frames = range(30 * 6)
    areas = [open_mouth_px(presenter.draw(k / 30, performance.expression(k / 30).mouth)) for k in frames]
    levels = [_loudness_around(performance, k / 30) for k in frames]

    assert _correlation(areas, levels, 0) > 0.85
    assert max(range(-4, 5), key=lambda shift: _correlation(areas, levels, shift)) == 0


def test_the_mouth_is_shut_in_the_pauses(presenter: Presenter) -> None:
    performance = Performance(TEXT)
    pauses = [k / 30 for k in range(30 * 6) if _loudness_around(performance, k / 30, 0.15) < 0.002]

    assert len(pauses) > 15
    assert all(open_mouth_px(presenter.draw(at, performance.expression(at).mouth)) == 0 for at in pauses)


def _loudness_around(performance: Performance, seconds: float, width: float = 0.05) -> float:
    first = max(0, round((seconds - width / 2) * SAMPLE_RATE))
    return float(np.sqrt(np.square(performance.sound(first, round(width * SAMPLE_RATE))).mean()))


def _correlation(areas: list[int], levels: list[float], shift: int) -> float:
    middle = slice(5, -5)
    return float(np.corrcoef(np.roll(areas, shift)[middle], levels[middle])[0, 1])


def test_a_path_is_read_with_all_its_commands() -> None:
    points = outline("M0 0H10V10L5 15C5 20 0 20 0 15S-5 10 -5 15Z")

    assert points[:4].tolist() == [[0, 0], [10, 0], [10, 10], [5, 15]]
    assert points[-1].tolist() == [-5, 15]


def test_an_unknown_path_command_is_refused() -> None:
    with pytest.raises(ValueError, match="'Q'"):
        outline("M0 0Q1 1 2 2")
