from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from skriptstudio.domain.clip import EncodeSettings, RenderedClip, RenderPlan
from skriptstudio.domain.jobs import JobControl
from skriptstudio.media.render.renderer import PyAvRenderer

Pictures = Callable[[Path], list[NDArray[np.uint8]]]
PETROL_LUMA = 83
"""Y of #0B5F66 in BT.709, limited range."""


@pytest.fixture(scope="module")
def carded(talking: Path, tmp_path_factory: pytest.TempPathFactory) -> RenderedClip:
    from fractions import Fraction

    from skriptstudio.domain.clip import SourceSegment

    folder = tmp_path_factory.mktemp("carded")
    plan = RenderPlan(
        (SourceSegment(talking, Fraction(0), Fraction(1)),),
        end_card="Bewirb dich jetzt!\nmusterstadt.example/ausbildung",
        encode=EncodeSettings(preset="ultrafast"),
    )
    return PyAvRenderer(cards=folder / "cards").render(plan, folder / "clip.mp4", JobControl())


def test_the_card_stands_two_seconds_after_the_film(carded: RenderedClip, pictures: Pictures) -> None:
    shown = pictures(carded.path)
    assert carded.frames == len(shown) == 90
    assert abs(int(np.median(shown[89])) - PETROL_LUMA) <= 2


def test_its_text_comes_in_and_stays_whole(carded: RenderedClip, pictures: Pictures) -> None:
    shown = pictures(carded.path)
    white = [(picture > 200).sum() for picture in shown[30:]]
    assert white[0] == 0
    assert white[-1] > 10_000
    rows, columns = np.nonzero(shown[-1] > 200)
    assert rows.min() > 270
    assert rows.max() < 1440
    assert columns.min() >= 65 + 24
    assert columns.max() <= 900 - 24, "it doesn't touch the edge of what no platform covers"
    assert abs(columns.min() + columns.max() - 65 - 900) <= 12, "it stands in the middle of that"
    assert np.abs(shown[-1].astype(int) - shown[60]).max() <= 12, "it has come to rest"


def test_the_card_is_silent(carded: RenderedClip, samples: Callable[[Path], NDArray[np.float32]]) -> None:
    sound = samples(carded.path)
    assert np.abs(sound[50_000:]).max() < 0.001
    assert np.abs(sound[:47_000]).max() > 0.1


def test_an_equal_card_is_made_only_once(carded: RenderedClip, talking: Path) -> None:
    (kept,) = (carded.path.parent / "cards").iterdir()
    made = kept.stat().st_ino
    from skriptstudio.media.render.cards import end_card, kept_cards

    lettering = PyAvRenderer().lettering()
    again = end_card("Bewirb dich jetzt!\nmusterstadt.example/ausbildung", lettering, kept.parent, JobControl())
    assert again == kept
    assert kept.stat().st_ino == made
    assert kept_cards(kept.parent).size() == kept.stat().st_size
    kept_cards(kept.parent).clear()
    assert not kept.exists()
