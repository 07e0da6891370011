"""The caption editor: split, join, move, listen, check, fetch; by keyboard, and taken back."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from tests.ui.pages.review.at_the_desk import CUES, TITLE, press, settle, toasts, write

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.production import Production
from skriptstudio.domain.timecode import FRAME

pytestmark = pytest.mark.qt


def texts(production: Production) -> list[str]:
    assert production.captions is not None
    return [cue.text for cue in production.captions.cues]


@pytest.fixture
def work(clip: Production, enter: Callable[[str], Any]) -> Any:
    """The page, with the first caption chosen."""
    page = enter(TITLE)
    page.view.parts.cues.go(0)
    return page


@pytest.fixture
def unsure(house: Any, clip: Production, enter: Callable[[str], Any]) -> Any:
    """The page, with one doubtful word in each caption."""
    house.review.save_captions(clip.id, [replace(cue, unsure=(1,)) for cue in CUES], "Jonas Weber")
    return enter(TITLE)


def test_a_caption_is_split_at_the_cursor_and_joined_again(
    work: Any, program: Any, stored: Any, wait_until: Any
) -> None:
    press(program.window, "Return")
    editor = work.view.parts.cues.editor
    cursor = editor.field.textCursor()
    cursor.setPosition(len("Mein Büro"))
    editor.field.setTextCursor(cursor)
    press(program.window, "Ctrl+T")
    settle(program.window, wait_until)
    assert texts(stored()) == ["Mein Büro", "hat heute keine Wände.", CUES[1].text]
    work.view.parts.cues.go(0)
    press(program.window, "V")
    settle(program.window, wait_until)
    assert texts(stored()) == [cue.text for cue in CUES]
    work.undo()
    settle(program.window, wait_until)
    assert len(texts(stored())) == 3


def test_each_line_has_its_counter_beside_it_and_the_picture_shows_what_is_written(
    work: Any, program: Any, house: Any, stored: Any, wait_until: Any
) -> None:
    from skriptstudio.ui.pages.review.cue_editor import LineCounters

    house.review.confirm_captions(stored().id, "Mira Albrecht")
    program.window.open_production(stored().id)
    settle(program.window, wait_until)
    press(program.window, "Return")
    editor = work.view.parts.cues.editor
    editor.field.setPlainText("Mein Büro hat heute wirklich überhaupt keine Wände, und das ist gut\nso.")
    first, second = editor.findChild(LineCounters).texts()
    assert (first[1:], second[1:]) == (("67/28", True), ("3/28", False))
    assert second[0] - first[0] > 1.5 * editor.field.fontMetrics().height(), "the first line is wrapped"
    lines = editor.lines()
    wait_until(lambda: work.view.loading.pictures.get(lines) is not None)
    assert work.view.parts.cues.rows[0].cue.lines != lines, "only seen, not kept"
    press(program.window, "Return")
    settle(program.window, wait_until)
    assert work.view.parts.cues.by_keyboard
    assert [row.ticked for row in work.view.parts.cues.rows] == [False, True]
    work.undo()
    settle(program.window, wait_until)
    assert [row.ticked for row in work.view.parts.cues.rows] == [True, True]
    assert stored().captions.confirmed_by == "u1"


def test_t_splits_where_the_sense_allows_it(work: Any, program: Any, stored: Any, wait_until: Any) -> None:
    press(program.window, "T")
    settle(program.window, wait_until)
    assert texts(stored())[:2] == ["Mein Büro hat", "heute keine Wände."]


def test_what_cant_be_joined_is_said(work: Any, program: Any, stored: Any, wait_until: Any) -> None:
    press(program.window, "V")
    assert "Zusammen passen sie nicht auf zwei Zeilen" in toasts(program.window)
    work.view.parts.cues.go(1)
    press(program.window, "V")
    assert "kein Untertitel mehr" in toasts(program.window)
    assert texts(stored()) == [cue.text for cue in CUES]


def test_keys_move_the_edges_by_frames_and_one_undo_takes_them_all_back(
    work: Any, program: Any, stored: Any, wait_until: Any
) -> None:
    for _ in range(3):
        press(program.window, "Ctrl+Shift+Left")
    press(program.window, "Ctrl+Right")
    assert work.view.loading.cues[0].end == 2 - 3 * FRAME
    wait_until(lambda: stored().captions.cues[0].end == 2 - 3 * FRAME)
    settle(program.window, wait_until)
    moved = stored().captions.cues
    assert (moved[0].start, moved[1].start) == (FRAME, 2 - 3 * FRAME)
    work.undo()
    settle(program.window, wait_until)
    assert stored().captions.cues == CUES


def test_what_isnt_stored_yet_is_stored_on_leaving(work: Any, program: Any, stored: Any, wait_until: Any) -> None:
    press(program.window, "Ctrl+Right")
    program.window.go("plan")
    settle(program.window, wait_until)
    assert stored().captions.cues[0].start == FRAME


def test_the_last_tick_confirms_what_was_moved_a_moment_ago(
    work: Any, program: Any, stored: Any, wait_until: Any
) -> None:
    press(program.window, "Ctrl+Right")
    for number in range(len(CUES)):
        work.view.parts.cues.go(number)
        press(program.window, "Space")
    settle(program.window, wait_until)
    assert stored().captions.cues[0].start == FRAME
    assert stored().captions.confirmed_by == "u1"


def test_what_isnt_stored_yet_is_taken_back_at_once(work: Any, program: Any, stored: Any, wait_until: Any) -> None:
    press(program.window, "Ctrl+Right")
    work.undo()
    assert work.view.loading.cues == CUES
    settle(program.window, wait_until)
    assert stored().captions.cues == CUES


def test_p_lets_one_caption_be_heard_and_no_more(
    house: Any, clip: Production, program: Any, enter: Any, wait_until: Any
) -> None:
    short = Cue(Fraction(1, 2), Fraction(4, 5), ("Kurz.",))
    house.review.save_captions(clip.id, [short], "Jonas Weber")
    page = enter(TITLE)
    wait_until(lambda: page.view.parts.screen.has_picture)
    page.view.parts.cues.go(0)
    press(program.window, "P")
    assert page.view.player.playing
    wait_until(lambda: not page.view.player.playing)
    assert abs(page.view.player.at - short.end) <= 3 * FRAME


def test_f8_goes_from_one_doubtful_place_to_the_next(unsure: Any, program: Any) -> None:
    cues, tools = unsure.view.parts.cues, unsure.view.parts.tools
    assert tools.unsure.accessibleName() == "Bitte prüfen: 2 Untertitel"
    assert "bitte prüfen: Büro" in cues.rows[0].notes
    assert cues.rows[0].words.marked == ((5, 4),)
    for key, row in (("F8", 1), ("F8", 0), ("Shift+F8", 1), ("Shift+F8", 0)):
        press(program.window, key)
        assert cues.currentIndex().row() == row
    press(program.window, "Space")
    assert tools.unsure.accessibleName() == "Bitte prüfen: 1 Untertitel"
    assert cues.rows[0].notes == ("schnell zu lesen",)


def test_a_rewritten_caption_is_no_longer_doubtful(unsure: Any, program: Any, stored: Any, wait_until: Any) -> None:
    unsure.view.parts.cues.go(0)
    press(program.window, "Return")
    assert len(unsure.view.parts.cues.editor.field.extraSelections()) == 1
    write(unsure.view.parts.cues.editor.field, "x")
    press(program.window, "Return")
    settle(program.window, wait_until)
    assert [cue.unsure for cue in stored().captions.cues] == [(), (1,)]


def test_a_screen_reader_hears_what_is_wrong(unsure: Any) -> None:
    from PySide6.QtCore import Qt

    model = unsure.view.parts.cues.model()
    told = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "bitte prüfen: siehst, viel zu schnell zu lesen, noch nicht geprüft" in told


def test_captions_of_a_file_are_fetched_and_taken_back(
    work: Any, program: Any, stored: Any, wait_until: Any, tmp_path: Path
) -> None:
    path = tmp_path / "bearbeitet.srt"
    path.write_text("1\n00:00:00,500 --> 00:00:02,000\nGrößer als jede Tür.\n", encoding="utf-8")
    work.view.captions.ask_open = lambda *_: (str(path), "")
    work.view.parts.tools.fetch.click()
    settle(program.window, wait_until)
    assert texts(stored()) == ["Größer als jede Tür."]
    work.undo()
    settle(program.window, wait_until)
    assert stored().captions.cues == CUES


def test_quick_changes_are_stored_in_their_order(work: Any, program: Any, stored: Any, wait_until: Any) -> None:
    cues = work.view.loading.cues
    for lines in (("Eins",), ("Zwei",), ("Drei",)):
        work.view.changes.save_cues(work.view.production, (replace(cues[0], lines=lines), cues[1]), cues)
    settle(program.window, wait_until)
    assert texts(stored())[0] == "Drei"


def test_a_new_caption_is_written_where_none_stands(work: Any, program: Any, stored: Any, wait_until: Any) -> None:
    work.view.player.seek(Fraction(16, 5))
    press(program.window, "A")
    write(work.view.parts.cues.editor.field, "Ähm, Moment.")
    press(program.window, "Return")
    settle(program.window, wait_until)
    assert texts(stored()) == [*(cue.text for cue in CUES), "Ähm, Moment."]
    assert stored().captions.cues[2].end == 4


def test_escape_takes_a_new_caption_away_again(work: Any, program: Any, stored: Any, wait_until: Any) -> None:
    work.view.player.seek(Fraction(16, 5))
    press(program.window, "A")
    press(program.window, "Escape")
    settle(program.window, wait_until)
    assert stored().captions.cues == CUES
    work.view.player.seek(Fraction(1))
    press(program.window, "A")
    assert "kein Platz" in toasts(program.window)


def test_nobody_splits_what_somebody_else_checks(
    house: Any, clip: Production, enter: Any, program: Any, stored: Any, wait_until: Any
) -> None:
    house.review.hand_in(clip.id, "Mira Albrecht")
    page = enter(TITLE)
    page.view.parts.cues.go(0)
    for key in ("T", "Ctrl+Right"):
        press(program.window, key)
        settle(program.window, wait_until)
    assert stored().captions.cues == CUES
    assert page.view.loading.cues == CUES


def test_every_tool_has_a_name_its_key_and_a_reason_when_it_is_off(clip: Production, program: Any, enter: Any) -> None:
    from skriptstudio.ui.widgets.buttons import Button

    page = enter(TITLE)
    tools = page.view.parts.tools
    page.view.parts.cues.clearSelection()
    page.view.parts.cues.setCurrentIndex(page.view.parts.cues.model().index(-1, 0))
    for button in tools.findChildren(Button):
        assert button.accessibleName()
        assert button.isEnabled() or button.why == "Erst einen Untertitel wählen."
    assert tools.split.toolTip() != ""


# --- the preview is the export


@pytest.mark.parametrize("lines", [CUES[0].lines, ("Größer als jede Tür",), ("Mmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",)])
def test_the_preview_shows_a_caption_as_the_export_burns_it_in(app: Any, house: Any, lines: tuple[str, ...]) -> None:
    """Both draw the same frame of grey at the clip's full size."""
    from PySide6.QtGui import QColor, QImage, QPixmap

    from skriptstudio.media.render.compose import Overlay
    from skriptstudio.media.render.layers import Layer
    from skriptstudio.ui.pages.review.reading import draw_captions
    from skriptstudio.ui.pages.review.screen import VideoScreen

    cue = Cue(Fraction(0), Fraction(2), lines)
    frame = av.VideoFrame.from_ndarray(np.full((2880, 1080), 128, np.uint8), format="yuv420p")
    frame.colorspace, frame.color_range = 1, 1  # BT.709, limited: as the renderer writes it
    Overlay([Layer(house.films.lettering().caption(lines), 0, 60)]).draw(frame, 30)
    burned = frame.reformat(format="rgb24", src_colorspace="ITU709", dst_colorspace="ITU709").to_ndarray()

    screen = VideoScreen("Bild")
    screen.setFixedSize(1080, 1920)
    ground = QPixmap(1080, 1920)
    ground.fill(QColor(*(int(value) for value in burned[900, 500])))
    screen.show_poster(ground)
    screen.show_caption(draw_captions(house, [cue], {})[lines])
    image = screen.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    shown = raw[:, : 3 * 1080].reshape(1920, 1080, 3)

    lane = slice(1100, 1480)  # the corners of the preview are round
    difference = np.abs(shown[lane].astype(int) - burned[lane].astype(int))
    assert difference.mean() < 0.5
    assert (difference.max(axis=2) > 24).mean() < 0.001  # chroma at half size, at the edges of letters
    assert (shown[lane] > 200).sum() > 1000
    screen.deleteLater()
