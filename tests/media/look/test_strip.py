"""The strip of pictures: key pictures of a take, never more than a few."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from skriptstudio.domain.errors import Cancelled, NotMedia
from skriptstudio.domain.jobs import JobControl
from skriptstudio.media.look.strip import MOST_PICTURES, STRIP_SIZE, film_strip


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four seconds of grey, a key picture every half second, each five shades lighter than the one before."""
    path = tmp_path_factory.mktemp("strip") / "film.mp4"
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=10, options={"preset": "ultrafast", "g": "5"})
        video.width, video.height, video.pix_fmt = 90, 160, "yuv420p"
        for index in range(40):
            picture = av.VideoFrame.from_ndarray(np.full((160, 90), 40 + 5 * index, np.uint8), format="gray")
            picture.pts, picture.time_base = index, Fraction(1, 10)
            container.mux(video.encode(picture))
        container.mux(video.encode(None))
    return path


def test_each_picture_shows_its_second(film: Path) -> None:
    found = list(film_strip(film, Fraction(1), Fraction(4), JobControl()))
    assert [second for second, _ in found] == [1, 2, 3]
    for second, still in found:
        assert (still.width, still.height) == STRIP_SIZE
        assert still.data[0] == pytest.approx(40 + 50 * second, abs=4)
        assert still.data[3] == 255


def test_a_key_picture_comes_once_and_there_are_never_many(film: Path) -> None:
    found = list(film_strip(film, Fraction(0), Fraction(4), JobControl(), every=Fraction(1, 100)))
    assert [float(second) for second, _ in found] == [n / 2 for n in range(8)]
    assert len(found) <= MOST_PICTURES


def test_it_can_be_stopped_and_knows_what_is_no_film(film: Path, tmp_path: Path) -> None:
    control = JobControl()
    control.cancel()
    with pytest.raises(Cancelled):
        list(film_strip(film, Fraction(0), Fraction(4), control))
    text = tmp_path / "text.mp4"
    text.write_text("kein Film", encoding="utf-8")
    with pytest.raises(NotMedia):
        list(film_strip(text, Fraction(0), Fraction(4), JobControl()))
