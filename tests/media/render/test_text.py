import numpy as np
import pytest

from skriptstudio.media.render.text import CAPTION_LANE_PX, Drawn, Lettering

LONG = ("Wwwwwwwwwwwwwwwwwwwwwwwwwwww", "Mmmmmmmmmmmmmmmmmmmmmmmmmmmm")
CUES = [
    ("Kurz.",),
    ("Übung macht den Meister,", "und Größe zählt jährlich."),
    ("Verwaltungsfachangestellte, ", "Vermessungstechnikerinnen"),
    LONG,
    ("Donaudampfschifffahrtsgesellschaftskapitänspatent",),
    ("eins", "zwei", "drei", "vier"),
]


def right(drawn: Drawn) -> int:
    return drawn.x + int(drawn.image.shape[1])


def bottom(drawn: Drawn) -> int:
    return drawn.y + int(drawn.image.shape[0])


@pytest.mark.parametrize("lines", CUES, ids=lambda lines: lines[0][:12])
def test_captions_stay_in_their_lane_inside_the_universal_safe_zone(lettering: Lettering, lines: tuple[str]) -> None:
    drawn = lettering.caption(lines)
    assert drawn.x >= 65
    assert right(drawn) <= 900
    assert CAPTION_LANE_PX[0] <= drawn.y
    assert bottom(drawn) <= CAPTION_LANE_PX[1]


@pytest.mark.parametrize("lines", CUES, ids=lambda lines: lines[0][:12])
def test_no_letter_touches_the_edge_of_its_box(lettering: Lettering, lines: tuple[str]) -> None:
    white = lettering.caption(lines).image[..., :3].min(axis=2) > 128
    assert white.any()
    assert not white[:, :10].any()
    assert not white[:, -10:].any()
    assert not white[:6].any()
    assert not white[-6:].any()


def test_captions_are_white_on_a_dark_box(lettering: Lettering) -> None:
    image = lettering.caption(("Hallo",)).image
    assert image[image.shape[0] // 2, 8].tolist() == [0, 0, 0, 209]
    assert image.max() == 255
    assert image[0, 0, 3] == 0  # rounded corner


def test_usual_lines_are_drawn_at_full_size(lettering: Lettering) -> None:
    one, two = (
        lettering.caption(("Wir suchen",)),
        lettering.caption(("Wir suchen dich für dein", "Rathaus in Musterstadt")),
    )
    assert two.image.shape[0] - one.image.shape[0] == 72  # 1.2 times 60 px


def test_capitals_and_descenders_stand_in_the_middle_of_the_box(lettering: Lettering) -> None:
    rows = np.flatnonzero((lettering.caption(("Hxg",)).image[..., 0] > 128).any(axis=1))
    height = lettering.caption(("Hxg",)).image.shape[0]
    assert abs((rows[0] + rows[-1]) / 2 - height / 2) <= 5


@pytest.mark.parametrize("word", ["ENTWURF", "DRAFT", "NICHT ZUR VERÖFFENTLICHUNG"])
def test_the_mark_lies_across_the_upper_middle(lettering: Lettering, word: str) -> None:
    drawn = lettering.mark(word)
    assert drawn.x >= 0
    assert right(drawn) <= 1080
    assert drawn.y >= 200
    assert bottom(drawn) <= 960
    assert right(drawn) - drawn.x > 500
    assert 100 < drawn.image[..., 3].max() < 230  # the picture stays visible through it


def test_cards_break_long_text_into_even_lines(lettering: Lettering) -> None:
    drawn = lettering.card("Bewirb dich jetzt für deinen Ausbildungsstart im September")
    assert drawn.x >= 65
    assert right(drawn) <= 900
    assert drawn.image.shape[0] >= 2 * 110
    assert bottom(drawn) <= 1440


@pytest.mark.parametrize("text", ["Ja", "Eins\nZwei", "Donaudampfschifffahrtsgesellschaftskapitän", "x " * 400])
def test_all_drawings_have_even_corners_and_sides(lettering: Lettering, text: str) -> None:
    for drawn in (lettering.card(text), lettering.caption((text[:40],)), lettering.mark(text[:20])):
        assert drawn.x % 2 == drawn.y % 2 == drawn.image.shape[0] % 2 == drawn.image.shape[1] % 2 == 0
        assert drawn.image.shape[0] + drawn.y <= 1920


ADDRESS = "Alle Stellen unter www.landkreis-auenau.de/ausbildung-vermessungstechnik-und-geoinformation"
ROLE = "Auszubildende zur Vermessungstechnikerin im dritten Lehrjahr beim Katasteramt"


@pytest.mark.parametrize("text", [ADDRESS, f"Bewirb dich!\n{ADDRESS}", (ADDRESS + " ") * 2])
def test_a_card_with_a_long_address_stays_readable_and_in_its_zone(lettering: Lettering, text: str) -> None:
    drawn = lettering.card(text)
    assert drawn.readable
    assert drawn.x >= 65
    assert right(drawn) <= 900
    assert bottom(drawn) <= 1440


def test_a_long_role_takes_more_lines_before_its_letters_shrink(lettering: Lettering) -> None:
    short, long = lettering.name_line("Mira", "Ausbildung Vermessung"), lettering.name_line("Mira", ROLE)
    assert long.readable
    assert long.image.shape[0] >= short.image.shape[0] + 48, "a second line of at least 40 px"
    assert bottom(long) == bottom(short)
    assert right(long) <= 900


def test_a_caption_line_that_is_too_long_is_wrapped(lettering: Lettering) -> None:
    drawn = lettering.caption(("Komm eine Woche", "zum Praktikum. Sofort und ganz ohne Bewerbung, ehrlich wahr"))
    assert drawn.readable
    assert drawn.image.shape[0] >= 3 * 62
    assert drawn.y >= CAPTION_LANE_PX[0]


def test_what_can_only_be_drawn_too_small_says_so(lettering: Lettering) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitänspatentverlängerung"
    drawings = lettering.caption((word,)), lettering.title(word), lettering.name_line(word, word), lettering.card(word)
    assert not any(drawn.readable for drawn in drawings)
    assert all(drawn.x >= 64 and right(drawn) <= 900 for drawn in drawings)


def test_even_a_word_without_end_stays_in_its_zone(lettering: Lettering) -> None:
    assert right(lettering.caption(("x" * 200,))) <= 900
