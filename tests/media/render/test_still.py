"""The preview is the picture of the file, and a photo becomes a film."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.clip import EncodeSettings, PictureInsert, RenderPlan, SourceSegment
from skriptstudio.domain.dressing import Box, NameLine
from skriptstudio.domain.errors import MissingFile, NotMedia
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.take import PHOTO_FPS, PHOTO_SECONDS
from skriptstudio.media.render.renderer import PyAvRenderer
from skriptstudio.media.render.stand import stand


def colourful(number: int, width: int, height: int) -> NDArray[np.uint8]:
    across = np.linspace(0, 255, width)[None, :, None] * [1, 0.4, 0]
    down = np.linspace(40, 220, height)[:, None, None] * [0, 0.5, 1]
    return np.broadcast_to((across + down) / 3 + 4 * number, (height, width, 3)).astype("u1")


def test_each_picture_of_the_window_is_the_picture_of_the_file(film: Callable[..., Path], tmp_path: Path) -> None:
    take = film(frames=40, picture=colourful)
    other = film(name="other.mp4", frames=40, picture=lambda n, w, h: 255 - colourful(n, w, h))
    Image.new("RGB", (200, 100), "white").save(tmp_path / "logo.png")
    segment = SourceSegment(take, Fraction(1, 3), Fraction(1), Fraction(4, 5))
    plan = RenderPlan(
        segments=(segment, SourceSegment(take, Fraction(0), Fraction(1, 3), all_of_it=True)),
        captions=(Cue(Fraction(0), Fraction(1), ("Mein Büro hat", "heute keine Wände.")),),
        title="Keine Wände?",
        names=(NameLine("Lena", "Vermessung", Fraction(0), Fraction(1, 2)),),
        inserts=(PictureInsert(SourceSegment(other, Fraction(0), Fraction(1, 5)), 12),),
        boxes=(Box(Fraction(1, 10), Fraction(7, 10), Fraction(1, 3), Fraction(1, 5), Fraction(0), Fraction(1, 2)),),
        logo=tmp_path / "logo.png",
        end_card="Bewirb dich!\nmusterstadt.example",
        encode=EncodeSettings(preset="ultrafast", crf=1, maxrate_kbit=200_000),
    )
    renderer = PyAvRenderer()
    clip = renderer.render(plan, tmp_path / "clip.mp4", JobControl()).path
    with av.open(str(clip)) as container:
        shown = [frame.to_ndarray(format="rgb24")[::3, ::3].astype(int) for frame in container.decode(video=0)]
    for index in (0, 11, 12, 17, 18, 20, 29, 30, 33, 37, 48, 89):
        pixels = np.frombuffer(renderer.still(plan, Fraction(index, 30)).rgb, np.uint8)
        seen = pixels.reshape(1920, 1080, 3)[::3, ::3]
        assert np.abs(shown[index] - seen).mean() < 1.5


@pytest.mark.parametrize(("size", "edge"), [((900, 1600), 255), ((1600, 900), None)])
def test_a_photo_stands_upright_and_whole(tmp_path: Path, size: tuple[int, int], edge: int | None) -> None:
    photo = tmp_path / "Foto ü.png"
    Image.new("RGB", size, "white").save(photo)
    stand(photo, tmp_path / "film.mp4")
    with av.open(str(tmp_path / "film.mp4")) as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height, stream.frames) == (1080, 1920, PHOTO_SECONDS * PHOTO_FPS)
        assert not container.streams.audio
        picture = next(container.decode(video=0)).to_ndarray(format="rgb24")
    assert picture[960, 540].min() > 250
    if edge:
        assert picture[5, 5].min() > 250


def test_a_photo_turned_by_its_camera_is_seen_upright(tmp_path: Path) -> None:
    image = Image.new("RGB", (1600, 900), "black")
    image.paste("white", (0, 0, 800, 900))
    exif = Image.Exif()
    exif[0x0112] = 6  # turn clockwise by a quarter
    image.save(tmp_path / "photo.jpg", exif=exif)
    stand(tmp_path / "photo.jpg", tmp_path / "film.mp4")
    with av.open(str(tmp_path / "film.mp4")) as container:
        picture = next(container.decode(video=0)).to_ndarray(format="rgb24")
    assert picture[200].mean() > 250
    assert picture[1700].mean() < 5


def test_what_is_no_photo_is_told(tmp_path: Path) -> None:
    (tmp_path / "text.jpg").write_text("kein Bild")
    with pytest.raises(NotMedia):
        stand(tmp_path / "text.jpg", tmp_path / "film.mp4")
    with pytest.raises(MissingFile):
        stand(tmp_path / "nichts.jpg", tmp_path / "film.mp4")
