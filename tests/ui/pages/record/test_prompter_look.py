"""How the prompter looks: every setting can be seen on the stage and on the page, and the text stays near the lens."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QRect

from skriptstudio.domain.prompter import PROMPTER_FACES, LensPlace, Prompter
from skriptstudio.ui.prompter.reading import Sentence

pytestmark = pytest.mark.qt

SIZES = [(1366, 768), (1366, 688), (1920, 1080), (2560, 1440), (960, 540), (900, 460)]
FIVE_CM = 189
"""At 96 dots an inch."""

TEXT = (
    Sentence("Ich trage das Stativ, und Mehmet trägt die Latten.", "hook", 0.0, 3.0, 0),
    Sentence("Dieses Ding misst auf zwei Millimeter genau.", "hook", 3.0, 3.0, 1),
)


@pytest.fixture
def band(app: Any) -> Any:
    from skriptstudio.ui.prompter.band import PrompterBand

    made = PrompterBand("Prompter", lens=True)
    made.set_text(TEXT)
    made.fit(35, 4, 360)
    made.show_at(1.0)
    return made


def shot(widget: Any) -> Any:
    from PySide6.QtGui import QImage

    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def plan(size: tuple[int, int], look: Prompter) -> Any:
    from skriptstudio.ui.pages.record.stage_layout import stage_plan

    return stage_plan(*size, 52, look)


# --- the band


@pytest.mark.parametrize(
    "change",
    [
        {"column_em": 7.0},
        {"margin_px": 64},
        {"backdrop": 1.0},
        {"high_contrast": True},
        {"mirrored_text": True},
        {"face": "lexend"},
        {"face": "opendyslexic"},
        {"lens": LensPlace.BOTTOM},
    ],
    ids=str,
)
def test_every_setting_of_the_look_can_be_seen(band: Any, change: dict[str, Any]) -> None:
    before = shot(band)
    band.set_look(replace(Prompter(), **change))
    assert shot(band) != before
    band.set_look(Prompter())
    assert shot(band) == before


def test_mirrored_text_is_the_same_picture_seen_in_a_glass(band: Any) -> None:
    from PySide6.QtCore import Qt

    plain = shot(band).flipped(Qt.Orientation.Horizontal)
    band.set_look(Prompter(mirrored_text=True))
    mirrored = shot(band)
    apart = sum(
        abs(plain.pixelColor(x, y).lightness() - mirrored.pixelColor(x, y).lightness())
        for x in range(0, plain.width(), 3)
        for y in range(0, plain.height(), 3)
    )
    assert apart / (plain.width() * plain.height() / 9) < 3


@pytest.mark.parametrize("ahead", [-1, 0, 1])
def test_high_contrast_is_pure_white_on_black_for_every_line(band: Any, ahead: int) -> None:
    from skriptstudio.ui.prompter.band import least_contrast

    assert least_contrast(Prompter(high_contrast=True, backdrop=0.6), ahead) == pytest.approx(21)
    band.set_look(Prompter(high_contrast=True))
    picture = shot(band)
    seen = {picture.pixelColor(x, y).name() for x in range(40, 320) for y in range(20, 180)}
    assert {"#000000", "#ffffff"} <= seen


def test_the_line_being_read_has_seven_to_one_over_any_picture_as_delivered(app: Any) -> None:
    from skriptstudio.ui.prompter.band import READABLE, least_contrast

    assert least_contrast(Prompter()) >= READABLE
    assert least_contrast(Prompter(backdrop=1.0), -1) >= READABLE
    assert least_contrast(Prompter(backdrop=0.6)) < READABLE


@pytest.mark.parametrize("face", PROMPTER_FACES)
def test_every_face_has_german_letters_and_capitals_of_the_same_height(app: Any, face: str) -> None:
    from PySide6.QtGui import QFontInfo, QFontMetricsF

    from skriptstudio.ui.fonts import FACES, load_fonts, prompter_font

    load_fonts()
    made = prompter_font(face, 40)
    assert QFontInfo(made).family().startswith(FACES[face].family)
    metrics = QFontMetricsF(made)
    assert metrics.capHeight() == pytest.approx(28, abs=1)
    assert all(metrics.inFontUcs4(ord(letter)) for letter in "äöüÄÖÜßẞ„“‚‘»«–…·/0123456789,.;:!?")


def test_a_face_is_read_from_its_file_only_when_it_is_chosen(app: Any) -> None:
    import subprocess
    import sys

    code = (
        "from PySide6.QtWidgets import QApplication; from PySide6.QtGui import QFontDatabase\n"
        "app = QApplication([])\n"
        "from skriptstudio.ui.fonts import load_fonts, prompter_font\n"
        "load_fonts(); assert 'Lexend' not in QFontDatabase.families()\n"
        "prompter_font('lexend', 30); assert 'Lexend' in QFontDatabase.families()\n"
        "assert 'SkriptStudio Reading' not in QFontDatabase.families()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


# --- the stage


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("px", [26, 35, 48, 72])
def test_with_the_lens_at_the_top_the_line_being_read_is_within_five_centimetres(size: Any, px: int) -> None:
    from skriptstudio.ui.prompter.band import LEADING, PAD, reader_slot

    for lens in (LensPlace.TOP, LensPlace.TOP_LEFT, LensPlace.TOP_RIGHT):
        for over in (True, False):
            made = plan(size, Prompter(text_px=px, lens=lens, over_picture=over))
            line = round(made.px * LEADING)
            bottom = made.band.top() + PAD + (reader_slot(made.px, made.slots, lens) + 1) * line
            assert bottom <= max(FIVE_CM + 22, made.band.top() + PAD + line)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("lens", list(LensPlace))
@pytest.mark.parametrize("look", [{}, {"text_px": 72}, {"column_em": 18.0}, {"over_picture": False}], ids=str)
def test_wherever_the_lens_is_nothing_leaves_the_stage_and_no_words_lie_on_the_text(
    size: tuple[int, int], lens: LensPlace, look: dict[str, Any]
) -> None:
    made = plan(size, replace(Prompter(lens=lens), **look))
    stage = QRect(0, 0, *size)
    for part in (made.film, made.band, made.ring, made.sides):
        assert stage.contains(part), part
    row = QRect(0, made.buttons, size[0], 52)
    assert stage.contains(row)
    assert not row.intersects(made.film.united(made.band))
    left = QRect(made.sides.topLeft(), made.sides.bottomLeft()).adjusted(0, 0, made.side, 0)
    right = QRect(made.sides.topRight(), made.sides.bottomRight()).adjusted(-made.side, 0, 0, 0)
    for one, other in combinations((left, right, made.film), 2):
        assert not one.intersects(other), (left, right, made.film)


@pytest.mark.parametrize(
    ("lens", "edge"),
    [
        (LensPlace.TOP, lambda band, wide, tall: band.top()),
        (LensPlace.TOP_LEFT, lambda band, wide, tall: max(band.top(), band.left())),
        (LensPlace.TOP_RIGHT, lambda band, wide, tall: max(band.top(), wide - band.right())),
        (LensPlace.LEFT, lambda band, wide, tall: band.left()),
        (LensPlace.RIGHT, lambda band, wide, tall: wide - band.right()),
        (LensPlace.BOTTOM, lambda band, wide, tall: tall - band.bottom()),
    ],
)
def test_band_and_mark_stand_at_the_edge_where_the_lens_is(lens: LensPlace, edge: Any) -> None:
    made = plan((1366, 768), Prompter(lens=lens))
    assert edge(made.band, 1366, 768) <= 25
    mark = (made.lens.x(), 1366 - made.lens.x(), made.lens.y(), 768 - made.lens.y())
    assert min(mark) <= 12


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_as_delivered_the_band_is_no_wider_than_the_picture(size: tuple[int, int]) -> None:
    made = plan(size, Prompter())
    assert made.film.contains(made.band)
    assert made.px == (35 if size[1] >= 768 else pytest.approx(35 * made.film.width() / 360, abs=1))


def test_above_the_picture_the_text_hides_nothing_of_it() -> None:
    made = plan((1366, 768), Prompter(over_picture=False))
    assert not made.film.intersects(made.band)
    assert plan((1366, 768), Prompter()).film.contains(plan((1366, 768), Prompter()).band)


def test_the_stage_follows_the_settings_and_says_where_to_look(opened: Any, wait_until: Any) -> None:
    session = opened.session
    session.change_settings(prompter=Prompter(lens=LensPlace.BOTTOM, mirrored_preview=False, face="lexend"))
    opened.window.go("record")
    page = opened.window.current
    page.filming.count_ms = 5000
    wait_until(lambda: page.situation == "ready" and opened.window.jobs.busy == 0)
    page.begin()
    stage = page.filming.stage
    from skriptstudio.ui.widgets.text import Text

    assert "Sie sitzt unten in der Mitte. Erst lächeln, dann sprechen." in [
        one.text() for one in stage.countdown.findChildren(Text)
    ]
    assert stage.cancel.y() < stage.film.y() < stage.band.y()
    session.change_settings(prompter=Prompter())
    assert stage.band.y() == stage.film.y()
    stage.cancel.click()
    wait_until(lambda: opened.window.jobs.busy == 0)


def test_the_preview_shows_the_picture_plain_and_the_text_above_it(opened: Any, wait_until: Any) -> None:
    opened.window.go("record")
    page = opened.window.current
    wait_until(lambda: page.situation == "ready" and page.view.preview.band.lines)
    preview = page.view.preview
    broken = [line.text for line in preview.band.lines]
    assert preview.film.geometry() == preview.rect()
    opened.session.change_settings(prompter=Prompter(over_picture=False, mirrored_preview=False))
    assert not preview.film.geometry().intersects(preview.band.geometry())
    assert [line.text for line in preview.band.lines] == broken
