"""Laying something over the picture in the window: seen at once, stored when it is taken over."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from tests.ui.hands import TITLE, click, focus_text, press, type_text

pytestmark = pytest.mark.qt


@pytest.fixture(scope="session")
def wide_film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four seconds of 16:9: dark at the left, bright at the right."""
    path = tmp_path_factory.mktemp("wide") / "film.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=30, options={"preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        shade = np.broadcast_to(np.linspace(40, 200, 320).astype(np.uint8), (180, 320))
        for index in range(120):
            frame = av.VideoFrame.from_ndarray(shade.copy(), format="gray")
            frame.pts, frame.time_base = index, Fraction(1, 30)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


@pytest.fixture
def editor(house: Any, program: Any, wide_film: Path, wait_until: Callable[..., None]) -> Any:
    from skriptstudio.ui.dressing.dialog import dress_picture

    house.record.import_take(TITLE, wide_film, "hook", ("Mira Albrecht",), foreign=False)
    window = program.window
    window.open_production(TITLE)
    wait_until(lambda: program.session.production is not None and window.jobs.busy == 0)
    editor = dress_picture(window, window)
    assert editor is not None
    wait_until(lambda: not editor.drawing.busy)
    return editor


def brightness(editor: Any) -> float:
    return float(editor.preview.picture.pixelColor(540, 1800).lightness())


def test_by_keyboard_alone_a_title_a_name_and_a_box_come_into_the_clip(
    editor: Any, house: Any, program: Any, wait_until: Callable[..., None]
) -> None:
    assert focus_text() == "Über dem Bild", "the list has the focus, and Tab goes on from there"
    plain = editor.preview.picture.copy()
    editor.forms.title.text.setFocus()
    for letter in "Mehr!":
        type_text(letter)
    wait_until(lambda: not editor.drawing.busy)
    assert editor.preview.picture != plain
    editor.add_name.setFocus()
    press("Space")
    assert focus_text() == "Name"
    assert editor.forms.name.name.text() == "Mira", "who speaks there"
    for letter in "Lena":
        type_text(letter)
    editor.add_box.setFocus()
    press("Space")
    assert focus_text() == "Bild des Clips"
    before = editor.cut.dressing.boxes[0]
    editor.stage.go(Fraction(99))
    editor.forms.box.span.show_value(Fraction(0), Fraction(2))
    editor.forms.box.span.changed.emit()
    assert editor.here() < 2, "the box is shown where it is seen"
    editor.stage.go(Fraction(3))
    press("Right")
    assert editor.here() < 2, "the key goes where the box is, and moves it"
    press("Shift+Down")
    moved = editor.cut.dressing.boxes[0]
    assert (moved.left, moved.height) == (before.left + Fraction(1, 100), before.height + Fraction(1, 100))
    assert "von links" in editor.preview.accessibleDescription()
    wait_until(lambda: not editor.drawing.busy)
    press("Ctrl+Return")
    wait_until(lambda: program.window.jobs.busy == 0)
    dressing = house.desk.open(TITLE).record.effective_cut().dressing
    assert (dressing.title, [one.name for one in dressing.names], dressing.boxes) == ("Mehr!", ["Lena"], (moved,))


def test_an_end_card_is_seen_while_it_is_written(
    editor: Any, house: Any, program: Any, wait_until: Callable[..., None]
) -> None:
    last = editor.time.maximum()
    editor.rows.choose("card:0")
    editor.forms.card.text.setFocus()
    type_text("Bewirb dich!")
    wait_until(lambda: not editor.drawing.busy)
    assert editor.time.maximum() == last + 60
    ground = editor.preview.picture.pixelColor(540, 1800)
    assert [ground.red(), ground.green(), ground.blue()] == pytest.approx([0x0B, 0x5F, 0x66], abs=2)
    press("Ctrl+Return")
    wait_until(lambda: program.window.jobs.busy == 0)
    assert house.desk.open(TITLE).record.effective_cut().end_card == "Bewirb dich!"


def test_the_part_of_a_wide_film_moves_and_can_be_given_up(editor: Any, wait_until: Callable[..., None]) -> None:
    middle = brightness(editor)
    editor.rows.choose("view:0")
    editor.forms.view.across.slider.setValue(100)
    wait_until(lambda: not editor.drawing.busy)
    assert brightness(editor) > middle + 30
    click(editor.forms.view.whole)
    wait_until(lambda: not editor.drawing.busy)
    assert editor.cut.segments[0].all_of_it


def test_what_is_no_time_is_told_below_its_field(editor: Any) -> None:
    editor.add_name.click()
    before = editor.cut.dressing.names
    begin = editor.forms.name.span._from
    begin.field.setText("abc")
    begin.field.editingFinished.emit()
    assert begin.box.error == "Sekunden, zum Beispiel 3,5."
    assert editor.cut.dressing.names == before
    begin.field.setText("99")
    begin.field.editingFinished.emit()
    (line,) = editor.cut.dressing.names
    assert (begin.box.error, line.end, line.end - line.start) == ("", Fraction(4), Fraction(3))


def enter_a_licence(editor: Any, house: Any, program: Any, wait_until: Callable[..., None]) -> None:
    """For the picture that is shown, by hand; nothing can be saved before title and channel are there."""
    from skriptstudio.ui.rights import LicenceForm
    from skriptstudio.ui.widgets.dialog import open_dialog

    click(editor.forms.insert.licence)
    asked: Any = open_dialog(program.window)
    form = asked.findChild(LicenceForm)
    assert not form.music.isEnabled(), "a photo has no sound"
    form.until.setText("32.13.2027")
    assert not asked.verb.isEnabled()
    form.until.setText("31.08.2099")
    form.title.setText("Rathaus von oben")
    assert not asked.verb.isEnabled(), "no channel is ticked"
    assert form.missing == "Mindestens einen Kanal ankreuzen."
    form.channels["intranet"].click()
    click(asked.verb)
    wait_until(lambda: program.window.jobs.busy == 0)
    licence = house.desk.open(TITLE).record.takes[-1].licence
    assert (licence.title, licence.channels, licence.until) == ("Rathaus von oben", ("intranet",), date(2099, 8, 31))


def test_a_photo_is_fetched_and_laid_over_the_voice(
    editor: Any, house: Any, program: Any, tmp_path: Path, wait_until: Callable[..., None]
) -> None:
    from PIL import Image

    from skriptstudio.ui.dressing.material import ask_again, ask_material
    from skriptstudio.ui.widgets.dialog import open_dialog
    from skriptstudio.ui.widgets.person_ticks import WhoIsSeen

    def asked_dialog() -> tuple[Any, Any]:
        dialog: Any = open_dialog(program.window)
        return dialog, dialog.findChild(WhoIsSeen)

    Image.new("RGB", (900, 1600), "white").save(tmp_path / "foto.png")
    ask_material(program.window, editor, tmp_path / "foto.png")
    asked, who = asked_dialog()
    assert not asked.verb.isEnabled(), "not to be overlooked"
    click(who.nobody)
    assert asked.verb.isEnabled()
    for person in program.session.staff.people[:2]:
        who.people.tick(person.id).click()
    assert not who.nobody.isChecked()
    click(asked.verb)
    assert editor.fetching.isVisible()
    wait_until(lambda: program.window.jobs.busy == 0 and not editor.drawing.busy)
    assert not editor.fetching.isVisible()
    assert brightness(editor) > 240
    photo = house.desk.open(TITLE).record.takes[-1]
    two = {person.id for person in program.session.staff.people[:2]}
    assert (photo.section, set(photo.speakers)) == ("material", two)
    ask_again(program.window, editor, photo.id)
    asked, who = asked_dialog()
    assert set(who.people.ticked) == two
    click(who.nobody)
    click(asked.verb)
    wait_until(lambda: program.window.jobs.busy == 0)
    assert house.desk.open(TITLE).record.takes[-1].speakers == ()
    enter_a_licence(editor, house, program, wait_until)
    editor.forms.insert.span.show_value(Fraction(1), Fraction(2))
    editor.forms.insert.span.changed.emit()
    assert [(one.start, one.end) for one in editor.cut.dressing.inserts] == [(Fraction(1), Fraction(2))]
    click(editor.remove)
    assert not editor.cut.dressing.inserts


def test_everything_in_it_has_a_name_and_nothing_changes_by_looking(
    editor: Any, house: Any, program: Any, wait_until: Callable[..., None]
) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget

    for key in ("title:0", "logo:0", "view:0"):
        editor.rows.choose(key)
        inside = [one for one in editor.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert [type(one).__name__ for one in inside if one.isVisible() and not one.accessibleName()] == []
    before = house.desk.open(TITLE).record
    press("Escape")
    wait_until(lambda: program.window.jobs.busy == 0)
    assert house.desk.open(TITLE).record == before


def test_who_may_not_change_the_clip_is_told(
    house: Any, program: Any, wide_film: Path, wait_until: Callable[..., None]
) -> None:
    from skriptstudio.ui.dressing.dialog import dress_picture

    house.record.import_take(TITLE, wide_film, "whole", ("Mira Albrecht",), foreign=False)
    house.people.add_consent("c9", "Mira Albrecht", ("video_team",), date(2099, 1, 1))
    production = house.desk.open(TITLE).record
    from dataclasses import replace

    from skriptstudio.domain.production import State

    house.desk.change(production.id, lambda p: replace(p, state=State.PRESS_CHECK), house.desk.anonymous())
    program.window.open_production(TITLE)
    wait_until(lambda: program.session.production is not None and program.window.jobs.busy == 0)
    assert dress_picture(program.window, program.window) is None
