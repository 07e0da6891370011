"""The script room around the text: hints left so, hooks, versions, approval, notes, what an import leaves out."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData
from tests.ui.hands import TITLE, open_dialog, press, type_text

from skriptstudio.domain.production import State

pytestmark = pytest.mark.qt

FIRST = "Mein Büro hat heute keine Wände."
LONG = "Schau dir heute mit deinem Team in Ruhe die neue Karte der alten Stadt an."


def write(page: Any, name: str, text: str) -> None:
    """Put other words into a section, as if typed."""
    field = page.list.row(name).field
    field.setFocus()
    field.selectAll()
    field.textCursor().removeSelectedText()
    type_text(text)


def choose(menu: Any, text: str) -> None:
    """Trigger the entry that begins so."""
    action = next(one for one in menu.actions() if one.text().startswith(text))
    assert action.isEnabled()
    action.trigger()


def toast(page: Any) -> Any:
    from skriptstudio.ui.widgets.toast import Toast

    return page.window().findChildren(Toast)[-1]


# --- hints that are left so


def test_a_hint_left_so_stays_away_after_a_restart_and_for_a_second_person(
    page: Any, quiet: Callable[[], None], stored: Any, program: Any, wait_until: Callable[..., None]
) -> None:
    write(page, "value", LONG)
    page.card.box.decline.click()
    quiet()
    assert [one.code for one in stored().script.left] == ["sentence_long"]
    page.draft = None
    program.session.act_as(program.session.staff.people[1])
    program.window.open_production(TITLE, "write")
    wait_until(lambda: page.draft is not None and page.jobs.busy == 0)
    assert len(page.hints) == 0
    choose(page.documents.menu(), "Hinweise wieder zeigen")
    quiet()
    assert len(page.hints) == 1
    assert stored().script.left == ()


def test_leaving_a_hint_keeps_what_is_being_typed(page: Any, quiet: Callable[[], None], stored: Any) -> None:
    write(page, "value", LONG)
    page.card.box.decline.click()
    write(page, "cta", "Schreib uns.")
    quiet()
    assert page.list.row("cta").field.text() == "Schreib uns."
    assert (stored().script.text_of("cta"), len(stored().script.left)) == ("Schreib uns.", 1)


# --- hooks


def test_another_hook_is_written_beside_and_chosen_back(page: Any, quiet: Callable[[], None], stored: Any) -> None:
    choose(page.hooks.menu(), "Noch einen Hook schreiben")
    assert page.list.row("hook").field.text() == ""
    type_text("Rate mal, wo ich arbeite.")
    assert page.list.hooks.text() == "2 Hooks"
    quiet()
    assert stored().script.text_of("hook") == "Rate mal, wo ich arbeite."
    assert stored().script.hooks == (FIRST,)
    choose(page.hooks.menu(), FIRST)
    quiet()
    assert (stored().script.text_of("hook"), stored().script.hooks) == (FIRST, ("Rate mal, wo ich arbeite.",))


def test_the_menu_tells_the_length_of_each_hook(page: Any) -> None:
    page.draft.hooks = ("Hier liegt das allerälteste Papier der ganzen Stadt Auenau verborgen.",)
    texts = [action.text() for action in page.hooks.menu().actions()]
    assert texts[0] == f"{FIRST}   (10 Silben)"
    assert texts[1].endswith("(20 Silben, lang)")


def test_a_hook_that_was_thrown_away_comes_back(page: Any, quiet: Callable[[], None], stored: Any) -> None:
    choose(page.hooks.menu(), "Noch einen Hook schreiben")
    type_text("Rate mal.")
    choose(page.hooks.menu(), "Diesen Hook wegwerfen")
    assert page.list.row("hook").field.text() == FIRST
    toast(page).action.click()
    quiet()
    assert (stored().script.text_of("hook"), stored().script.hooks) == ("Rate mal.", (FIRST,))


# --- versions


def test_an_older_version_shows_its_words_and_comes_back_with_undo(
    page: Any, house: Any, quiet: Callable[[], None], stored: Any, wait_until: Callable[..., None]
) -> None:
    write(page, "hook", "Mein Büro hat morgen keine Wände.")
    quiet()
    choose(page.documents.menu(), "Frühere Fassungen")
    dialog = open_dialog(page.window())
    view = dialog.content
    assert "Jonas Weber" in view.list.rows_model.rows[0].accessible()
    assert "weg: heute. neu: morgen" in view.text.accessibleDescription()
    dialog.verb.click()
    wait_until(lambda: page.list.row("hook").field.text() == FIRST and page.jobs.busy == 0)
    assert [one.sections[0].text for one in stored().script.versions] == [FIRST, "Mein Büro hat morgen keine Wände."]
    toast(page).action.click()
    wait_until(lambda: page.list.row("hook").field.text() == "Mein Büro hat morgen keine Wände.")


# --- the state Skript frei


def test_the_press_office_approves_and_a_change_voids_it_visibly(
    page: Any, program: Any, quiet: Callable[[], None], stored: Any, wait_until: Callable[..., None]
) -> None:
    choose(page.documents.menu(), "Skript prüfen lassen")
    quiet()
    assert stored().state is State.SCRIPT_CHECK
    program.session.act_as(next(one for one in program.session.staff.people if one.id == "u3"))
    button = next(one for one in page.bar.buttons if one.text() == "Skript freigeben")
    button.click()
    wait_until(lambda: stored().state is State.SCRIPT_READY and page.jobs.busy == 0)
    assert page.bar.state.startswith("Das Skript ist frei. Katrin Behrens hat es am")
    program.session.act_as(program.session.staff.people[0])
    write(page, "cta", "Schreib uns.")
    quiet()
    assert (stored().state, stored().script.approval) == (State.SCRIPT, None)
    assert "Freigabe des Skripts ist aufgehoben" in toast(page).text
    assert "frei" not in page.bar.state


def test_who_wrote_it_is_not_offered_to_approve(page: Any, program: Any) -> None:
    program.session.act_as(program.session.staff.people[1])
    assert page.bar.buttons[0].text() == "Fragen"


# --- pictures and speakers


def test_pictures_and_speakers_are_noted_and_go_into_word(
    page: Any, house: Any, quiet: Callable[[], None], stored: Any, tmp_path: Path, wait_until: Callable[..., None]
) -> None:
    page.list.notes.click()
    row = page.list.row("beat")
    row.notes.picture.setFocus()
    type_text("Das Gerät ganz nah")
    row.notes.speaker.setFocus()
    type_text("Mira Albrecht")
    quiet()
    beat = next(one for one in stored().script.sections if one.name == "beat")
    assert (beat.picture, beat.speaker) == ("Das Gerät ganz nah", "Mira Albrecht")
    page.documents.dialogs.ask_save = lambda *_: (str(tmp_path / "Skript.docx"), "")
    choose(page.documents.menu(), "Skript als Word speichern")
    wait_until(lambda: (tmp_path / "Skript.docx").exists() and page.jobs.busy == 0)
    assert house.documents.read(tmp_path / "Skript.docx") == stored().script.sections


def test_a_script_with_notes_shows_them(page: Any, house: Any, wait_until: Callable[..., None], stored: Any) -> None:
    assert page.list.row("hook").notes.isHidden()
    noted = tuple(replace(one, picture="Feld") for one in stored().script.sections)
    page.session.show_production(house.write.save(page.draft.id, noted, "u2"))
    assert page.list.row("hook").notes.isVisible()
    assert page.list.row("hook").notes.picture.text() == "Feld"


# --- what stays out


def test_what_an_import_left_out_is_listed_and_the_import_taken_back(
    page: Any, tmp_path: Path, wait_until: Callable[..., None], stored: Any
) -> None:
    path = tmp_path / "Neu.md"
    path.write_text("# Hook\nAlles neu.\n\n# Notizen\nStativ!\n\n# CTA\nSchreib uns.\n", encoding="utf-8")
    page.documents.dialogs.ask_open = lambda *_: (str(path), "")
    choose(page.documents.menu(), "Skript aus")
    wait_until(lambda: open_dialog(page.window()) is not None)
    shown = open_dialog(page.window()).content.toPlainText()
    assert "Stativ!" in shown
    assert shown.startswith("Neben den Abschnitten (2)")
    open_dialog(page.window()).cancel.click()
    wait_until(lambda: page.list.row("hook").field.text() == FIRST)


def test_escape_leaves_the_import_as_it_is(page: Any, tmp_path: Path, wait_until: Callable[..., None]) -> None:
    path = tmp_path / "Neu.md"
    path.write_text("# Hook\nAlles neu.\n\n# Notizen\nStativ!\n", encoding="utf-8")
    page.documents.dialogs.ask_open = lambda *_: (str(path), "")
    choose(page.documents.menu(), "Skript aus")
    wait_until(lambda: open_dialog(page.window()) is not None)
    press("Escape")
    wait_until(lambda: open_dialog(page.window()) is None and page.jobs.busy == 0)
    assert page.list.row("hook").field.text() == "Alles neu."


def test_too_much_to_paste_is_said(page: Any) -> None:
    copied = QMimeData()
    copied.setText("Wort " * 20_000 + "Hier geht es weiter. " * 10)
    page.list.row("value").field.insertFromMimeData(copied)
    assert toast(page).text == "Zu lang: 210 Zeichen ab „Hier geht es weiter. Hier geht es weiter“ blieben draußen"


# --- the rule of the house


def test_the_rule_for_names_is_set_for_the_whole_library(
    program: Any, house: Any, wait_until: Callable[..., None]
) -> None:
    program.window.go("settings")
    page = program.window.current
    page.sections.choose("house")
    wait_until(lambda: program.window.jobs.busy == 0)
    gender = page.section.gender
    assert gender.key == "neutral"
    gender.setFocus()
    press("Down")
    press("Down")
    wait_until(lambda: program.window.jobs.busy == 0)
    assert house.desk.staff().rules.gender.value == "colon"
