"""The page Write: typing, hints, saving by itself, and what happens when others write, too."""

import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData

from skriptstudio.domain.advice import ScriptAdvice
from skriptstudio.domain.errors import DiskFull
from skriptstudio.domain.production import Production, State
from skriptstudio.domain.script import SectionKind, sections_from

pytestmark = pytest.mark.qt

LONG = "Schau dir heute mit deinem Team in Ruhe die neue Karte der alten Stadt an."


def press(widget: Any, key: str) -> None:
    """Press a key combination such as ``Ctrl+Down`` where the focus is."""
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    QTest.keySequence(QApplication.focusWidget() or widget.window(), QKeySequence(key))
    QApplication.processEvents()


def type_text(text: str) -> None:
    """Type into what has the focus, umlauts included."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            focused = QApplication.focusWidget()
            assert focused is not None
            QApplication.sendEvent(focused, event)
    QApplication.processEvents()


def focus(page: Any, name: str) -> Any:
    from PySide6.QtWidgets import QApplication

    field = page.list.row(name).field
    field.setFocus()
    QApplication.processEvents()
    return field


def clear(field: Any) -> None:
    field.selectAll()
    field.textCursor().removeSelectedText()


def dialog(page: Any) -> Any:
    from skriptstudio.ui.widgets.dialog import Dialog

    return next((one for one in page.window().findChildren(Dialog) if one.isVisible()), None)


def toast(page: Any) -> Any:
    from skriptstudio.ui.widgets.toast import Toast

    return page.window().findChildren(Toast)[-1]


def names(page: Any) -> list[str]:
    return [row.title for row in page.list.rows]


# --- the draft, without a window


def test_scenes_are_counted_through_until_takes_name_them() -> None:
    from skriptstudio.ui.pages.write.draft import Draft

    stored = sections_from([(SectionKind.BEAT, "Eins."), (SectionKind.BEAT, "Zwei."), (SectionKind.BEAT, "Drei.")])
    for recorded, kept in ((False, ["beat", "beat2"]), (True, ["beat2", "beat3"])):
        draft = Draft("p1", stored, recorded)
        draft.remove_scene("beat")
        assert [section.name for section in draft.sections()] == kept
        assert draft.add_scene() == ("beat" if recorded else "beat3")


def test_a_draft_on_top_of_others_keeps_both_hands() -> None:
    from skriptstudio.ui.pages.write.draft import Draft

    stored = sections_from([(SectionKind.HOOK, "A."), (SectionKind.VALUE, "B."), (SectionKind.CTA, "C.")])
    draft = Draft("p1", stored)
    draft.write("hook", "Meins.")
    draft.write("beat", "Auch meins.")
    draft.start_from([replace(part, text="Ihrs.") if part.name == "cta" else part for part in stored])
    assert [part.text for part in draft.sections()] == ["Meins.", "B.", "Auch meins.", "Ihrs."]


def test_notes_and_hooks_are_things_to_save() -> None:
    from skriptstudio.ui.pages.write.draft import Draft

    stored = sections_from([(SectionKind.HOOK, "A."), (SectionKind.BEAT, "B.")])
    draft = Draft("p1", stored)
    draft.note("beat", " Tor \n von oben ", "Mia")
    assert draft.dirty
    assert [(part.picture, part.speaker) for part in draft.sections()] == [("", ""), ("Tor von oben", "Mia")]
    draft.note("value", "Nur ein Bild", "")
    assert [part.name for part in draft.sections()] == ["hook", "value", "beat"]
    other = Draft("p1", stored)
    other.begin_hook()
    assert other.dirty
    assert (other.written.hooks, [part.name for part in other.written.sections]) == (("A.",), ["beat"])


def test_a_note_of_mine_stays_on_top_of_what_others_wrote() -> None:
    from skriptstudio.ui.pages.write.draft import Draft

    stored = sections_from([(SectionKind.HOOK, "A."), (SectionKind.CTA, "C.")])
    draft = Draft("p1", stored)
    draft.note("hook", "Tor", "")
    draft.start_from([replace(part, text="Ihrs.") if part.name == "cta" else part for part in stored])
    assert [(part.text, part.picture) for part in draft.sections()] == [("A.", "Tor"), ("Ihrs.", "")]


def test_what_was_only_read_is_not_saved() -> None:
    from skriptstudio.domain.script import Section
    from skriptstudio.ui.pages.write.draft import Draft

    odd = (Section("cta", SectionKind.CTA, " Komm\u00a0vorbei. "), Section("hook", SectionKind.HOOK, ""))
    assert not Draft("p1", odd).dirty


# --- reading


def test_every_section_stands_there_with_its_seconds(page: Any) -> None:
    assert names(page) == ["Hook", "Nutzen", "Szene 1", "Aufruf"]
    assert page.list.row("hook").field.text() == "Mein Büro hat heute keine Wände."
    assert "2,5 Sekunden, 10 Silben" in page.list.row("hook").label.text()
    assert page.time.figure.text() == "12,0 s"
    assert page.time.bar.text() == "12,0 Sekunden, Ziel 20 bis 35"


def test_what_is_good_is_said(page: Any) -> None:
    from skriptstudio.ui.widgets.lamp import Lamp

    said = [lamp.text() for lamp in page.card.findChildren(Lamp)]
    assert said == ["Hook: 10 Silben, sitzt in 3 Sekunden", "Ein Nutzen, ein Aufruf", "Kurze Sätze, gut zu sprechen"]
    assert page.bar.state == "Klingt gut. 12,0 Sekunden, kein Hinweis offen."


def test_an_empty_script_says_what_belongs_where(program: Any, house: Any, wait_until: Callable[..., None]) -> None:
    new = house.plan.new("Noch leer")
    program.window.open_production(new.id, "write")
    wait_until(lambda: program.window.page == "write")
    page = program.window.current
    assert names(page) == ["Hook", "Nutzen", "Szene 1", "Aufruf"]
    assert page.list.row("hook").field.placeholder == "Ein Satz, der hängen bleibt. Höchstens 13 Silben."
    page.bar.buttons[0].click()
    assert page.bar.state.startswith("Fang einfach an.")
    assert page.draft.sections() == ()


# --- writing and saving


def test_what_is_typed_counts_at_once_and_saves_itself(
    page: Any, quiet: Callable[[], None], stored: Callable[[], Production]
) -> None:
    focus(page, "value").moveCursor(_end())
    before = page.time.figure.text()
    type_text(" Das ist für dich.")
    assert page.time.figure.text() != before
    assert stored().script.text_of("value") == "Du siehst, womit ich messe."
    quiet()
    assert stored().script.text_of("value") == "Du siehst, womit ich messe. Das ist für dich."
    assert set(stored().script.authors) == {"u2", "u1"}
    assert page.list.saved.text().startswith("Gespeichert, ")
    assert page.session.production == stored()


def test_saving_leaves_cursor_and_focus_alone(page: Any, quiet: Callable[[], None]) -> None:
    field = focus(page, "hook")
    field.go_to(5)
    type_text("x")
    quiet()
    assert page.list.row("hook").field is field
    assert (field.hasFocus(), field.at) == (True, 6)


def test_leaving_the_page_saves_without_waiting(
    page: Any, wait_until: Callable[..., None], stored: Callable[[], Production]
) -> None:
    focus(page, "cta")
    type_text("Jetzt. ")
    page.place.go("plan")
    assert page.jobs.busy
    wait_until(lambda: stored().script.text_of("cta") == "Jetzt. Komm eine Woche zum Praktikum.", 0.7)


def test_closing_the_window_saves(page: Any, stored: Callable[[], Production]) -> None:
    focus(page, "cta")
    type_text("Jetzt. ")
    page.window().close()
    assert stored().script.text_of("cta").startswith("Jetzt. ")


def test_another_script_is_opened_and_nothing_of_the_first_is_lost(
    page: Any, house: Any, wait_until: Callable[..., None], stored: Callable[[], Production]
) -> None:
    other = house.plan.new("Ein anderes")
    focus(page, "hook")
    type_text("Ach. ")
    page.session.show_production(other)
    wait_until(lambda: page.jobs.busy == 0)
    assert stored().script.text_of("hook").startswith("Ach. ")
    assert house.desk.open(other.id).record.script.is_empty
    assert page.list.row("hook").field.text() == ""


def test_ctrl_z_takes_back_what_was_typed(page: Any) -> None:
    field = focus(page, "hook")
    type_text("Oh. ")
    press(page, "Ctrl+Z")
    assert field.text() == "Mein Büro hat heute keine Wände."


def test_nobody_writes_without_a_name(page: Any) -> None:
    page.session.act_as(None)
    assert page.list.row("hook").field.isReadOnly()
    assert page.bar.filled.text() == "Person wählen"
    page.session.act_as(page.session.staff.people[0])
    assert not page.list.row("hook").field.isReadOnly()


# --- scenes


def test_up_to_four_scenes_fit(page: Any, quiet: Callable[[], None], stored: Callable[[], Production]) -> None:
    for number in (2, 3, 4):
        page.list.add.click()
        type_text(f"Satz {number}.")
    assert names(page) == ["Hook", "Nutzen", "Szene 1", "Szene 2", "Szene 3", "Szene 4", "Aufruf"]
    assert page.list.add.why == "Mehr als vier Szenen gehen nicht."
    quiet()
    assert [s.name for s in stored().script.sections] == ["hook", "value", "beat", "beat2", "beat3", "beat4", "cta"]


def test_an_empty_scene_is_removed_and_comes_back(page: Any) -> None:
    page.list.add.click()
    row = page.list.row("beat2")
    assert row.trash.isVisible()
    assert not page.list.row("beat").trash.isVisible()
    row.trash.click()
    assert names(page) == ["Hook", "Nutzen", "Szene 1", "Aufruf"]
    assert toast(page).text == "Szene 2 entfernt"
    toast(page).action.click()
    assert "Szene 2" in names(page)


def test_a_removed_scene_comes_back_with_its_text_by_ctrl_z(
    page: Any, quiet: Callable[[], None], stored: Callable[[], Production]
) -> None:
    page.list.add.click()
    type_text("Zweite Szene.")
    quiet()
    page.scenes.remove("beat")
    assert page.list.row("beat").field.text() == "Zweite Szene."
    quiet()
    assert stored().script.text_of("beat") == "Zweite Szene."
    press(page, "Ctrl+Z")
    assert [scene.text for scene in page.draft.scenes()] == [
        "Dieses Ding misst auf zwei Millimeter genau.",
        "Zweite Szene.",
    ]


def test_the_last_scene_stays(page: Any) -> None:
    clear(focus(page, "beat"))
    assert not page.list.row("beat").trash.isVisible()


# --- hints


def test_a_long_sentence_is_marked_and_explained(page: Any) -> None:
    clear(focus(page, "value"))
    type_text(LONG)
    row = page.list.row("value")
    assert row.hint.isVisible()
    assert len(row.field.extraSelections()) == 1
    assert page.card.title.text() == "Ein Hinweis"
    assert page.card.box.what.text() == "Das stolpert beim Sprechen"
    assert "15 Wörter" in page.card.box.why.text()
    assert not page.card.box.accept.isVisible()
    assert page.bar.state == "Noch ein Hinweis. Du kannst trotzdem weiter."


def test_f8_goes_from_hint_to_hint_and_round(page: Any) -> None:
    for name in ("value", "cta"):
        clear(focus(page, name))
        type_text(LONG)
    focus(page, "hook")
    assert page.bar.state.startswith("Noch 2 Hinweise.")
    seen = []
    for key in ("F8", "F8", "F8", "Shift+F8"):
        press(page, key)
        seen.append(next(row.name for row in page.list.rows if row.field.hasFocus()))
    assert seen in (["value", "cta", "value", "cta"], ["cta", "value", "cta", "value"])
    assert page.card.title.text() == "Hinweis 2 von 2"


def test_what_is_left_so_is_said_no_more_until_the_words_change(page: Any) -> None:
    clear(focus(page, "value"))
    type_text(LONG)
    page.card.box.decline.click()
    assert page.bar.state.startswith("Klingt gut.")
    assert not page.list.row("value").field.extraSelections()
    focus(page, "value").go_to(3)
    type_text("ganz ")
    assert page.bar.state.startswith("Noch ein Hinweis.")


def test_marks_count_characters_even_behind_an_emoji(page: Any) -> None:
    clear(focus(page, "value"))
    type_text("Hallo \U0001f600. " + LONG)
    marked = page.list.row("value").field.extraSelections()[-1]
    assert marked.cursor.selectedText() == LONG


@pytest.fixture
def suggesting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A coach that has a better sentence for every remark."""
    from skriptstudio.language.coach import GermanCoach

    plain = GermanCoach.advise

    def advise(self: GermanCoach, sections: Any) -> ScriptAdvice:
        advice = plain(self, sections)
        return replace(
            advice,
            sections=tuple(
                replace(part, remarks=tuple(replace(remark, suggestion="Kurz gesagt.") for remark in part.remarks))
                for part in advice.sections
            ),
        )

    monkeypatch.setattr(GermanCoach, "advise", advise)


@pytest.mark.usefixtures("suggesting")
def test_alt_enter_takes_the_suggestion_and_ctrl_z_gives_it_back(page: Any) -> None:
    field = focus(page, "value")
    clear(field)
    type_text(LONG)
    assert page.card.box.accept.isVisible()
    press(page, "Alt+Return")
    assert field.text() == "Kurz gesagt."
    press(page, "Ctrl+Z")
    assert field.text() == LONG


@pytest.mark.usefixtures("suggesting")
def test_in_a_narrow_window_the_hint_stands_under_its_row(page: Any, app: Any) -> None:
    page.window().resize(960, 460)
    app.processEvents()
    clear(focus(page, "value"))
    type_text(LONG)
    app.processEvents()
    strip = page.list.strip
    assert strip.isVisible()
    assert not page.card.isVisible()
    assert strip.words.text() == "Das stolpert beim Sprechen. Besser: „Kurz gesagt.“"
    assert page.list._column.indexOf(strip) == page.list._column.indexOf(page.list.row("value")) + 1
    strip.accept.click()
    assert page.list.row("value").field.text() == "Kurz gesagt."
    assert not strip.isVisible()


# --- others, and trouble


def test_text_of_others_appears_where_nothing_is_being_written(page: Any, house: Any) -> None:
    others = sections_from([(SectionKind.HOOK, "Von Jonas.")])
    page.session.show_production(house.write.save(page.draft.id, others, "u2"))
    assert page.list.row("hook").field.text() == "Von Jonas."
    assert not page.draft.dirty


def test_when_others_wrote_meanwhile_both_texts_are_brought_together(
    page: Any, house: Any, quiet: Callable[[], None], wait_until: Callable[..., None], stored: Callable[[], Production]
) -> None:
    before = stored().script.sections
    others = tuple(replace(s, text="Von Jonas.") if s.name == "cta" else s for s in before)
    house.write.save(page.draft.id, others, "u2")
    focus(page, "hook")
    type_text("Ach. ")
    wait_until(lambda: dialog(page) is not None)
    assert page.list.row("hook").field.text().startswith("Ach. ")
    assert page.list.saved.text() == "Noch nicht gespeichert"
    assert stored().script.sections == others
    dialog(page).verb.click()
    quiet()
    assert stored().script.text_of("hook").startswith("Ach. ")
    assert stored().script.text_of("cta") == "Von Jonas."
    assert page.list.row("cta").field.text() == "Von Jonas."


def test_a_full_disk_is_told_once_and_loses_nothing(
    page: Any, quiet: Callable[[], None], wait_until: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    write = page.session.house.write
    with monkeypatch.context() as patch:

        def full(*_: object, **__: object) -> Production:
            raise DiskFull("V:")

        patch.setattr(write, "save", full)
        focus(page, "hook")
        type_text("Ach. ")
        wait_until(lambda: dialog(page) is not None)
        assert page.list.saved.text() == "Noch nicht gespeichert"
    dialog(page).verb.click()
    quiet()
    assert page.list.saved.text().startswith("Gespeichert, ")
    assert page.list.row("hook").field.text().startswith("Ach. ")


@pytest.mark.parametrize(
    ("state", "said", "next_step"),
    [
        (State.PRESS_CHECK, "Abgegeben. Änderungen holen den Clip zurück. Zurückgeben kann ihn:", "Zur Prüfung"),
        (State.RELEASED, "Freigegeben. Das Skript bleibt, wie es geprüft ist.", "Zum Veröffentlichen"),
    ],
)
def test_a_handed_in_script_is_for_reading(page: Any, state: State, said: str, next_step: str) -> None:
    page.session.show_production(replace(page.session.production, state=state))
    assert all(row.field.isReadOnly() for row in page.list.rows)
    assert not page.list.add.isVisible()
    assert page.bar.state.startswith(said)
    assert page.bar.filled.text() == next_step


# --- documents


def test_a_document_replaces_the_script_and_can_be_taken_back(
    page: Any, tmp_path: Path, wait_until: Callable[..., None], stored: Callable[[], Production]
) -> None:
    before = stored().script.sections
    path = tmp_path / "Neu.txt"
    path.write_text("Hook: Alles neu.\nAufruf: Schreib uns.\n", encoding="utf-8")
    page.documents.dialogs.ask_open = lambda *_: (str(path), "")
    page.documents.menu().actions()[0].trigger()
    wait_until(lambda: page.list.row("hook").field.text() == "Alles neu.")
    assert stored().script.text_of("cta") == "Schreib uns."
    assert toast(page).text == "Skript geholt"
    toast(page).action.click()
    wait_until(lambda: page.list.row("hook").field.text() == "Mein Büro hat heute keine Wände.")
    assert stored().script.sections == before
    assert not page.list.row("hook").field.isReadOnly()


def test_an_unreadable_document_changes_nothing(page: Any, tmp_path: Path, wait_until: Callable[..., None]) -> None:
    path = tmp_path / "Neu.pdf"
    path.write_bytes(b"%PDF")
    page.documents.dialogs.ask_open = lambda *_: (str(path), "")
    page.documents.menu().actions()[0].trigger()
    wait_until(lambda: dialog(page) is not None)
    assert page.list.row("hook").field.text() == "Mein Büro hat heute keine Wände."
    assert not page.list.row("hook").field.isReadOnly()


def test_the_script_goes_into_word_as_it_stands_on_the_screen(
    page: Any, house: Any, tmp_path: Path, wait_until: Callable[..., None]
) -> None:
    focus(page, "hook")
    type_text("Ach. ")
    page.documents.dialogs.ask_save = lambda *_: (str(tmp_path / "Skript"), "")
    page.documents.menu().actions()[1].trigger()
    wait_until(lambda: (tmp_path / "Skript.docx").exists() and page.jobs.busy == 0)
    assert house.documents.read(tmp_path / "Skript.docx")[0].text == "Ach. Mein Büro hat heute keine Wände."


def test_what_is_pasted_from_word_comes_in_as_clean_lines(page: Any) -> None:
    focus(page, "hook")
    copied = QMimeData()
    copied.setText("\u2022\tEins")
    copied.setHtml("<p>Mein<br>B\u00fcro</p><p><span style='mso-list:Ignore'>\u00b7 </span>Komm&nbsp;vorbei.</p>")
    field = page.list.row("hook").field
    field.selectAll()
    field.insertFromMimeData(copied)
    assert field.text() == "Mein B\u00fcro\nKomm vorbei."


# --- keyboard, names, speed


def test_the_whole_page_by_keyboard_alone(
    page: Any, quiet: Callable[[], None], stored: Callable[[], Production]
) -> None:
    from PySide6.QtWidgets import QApplication

    assert page.list.row("hook").field.hasFocus()
    press(page, "Ctrl+Down")
    press(page, "Ctrl+Down")
    assert page.list.row("beat").current
    press(page, "Tab")
    assert page.list.row("cta").field.hasFocus()
    press(page, "Tab")
    assert page.list.add.hasFocus()
    press(page, "Space")
    assert page.list.row("beat2").field.hasFocus()
    type_text("Über uns fährt die Straßenbahn.")
    press(page, "Ctrl+Up")
    assert page.list.row("beat").field.hasFocus()
    quiet()
    assert stored().script.text_of("beat2") == "Über uns fährt die Straßenbahn."
    tabs = 0
    while QApplication.focusWidget() is not page.bar.filled:
        press(page, "Tab")
        assert (tabs := tabs + 1) < 9
    press(page, "Ctrl+Return")
    assert page.window().page == "record"


def test_tab_visits_every_control_once_from_top_to_bottom(page: Any) -> None:
    from PySide6.QtWidgets import QApplication

    clear(focus(page, "value"))
    type_text(LONG)
    focus(page, "hook")
    seen = [QApplication.focusWidget()]
    while seen[-1] is not page.bar.buttons[0]:
        press(page, "Tab")
        seen.append(QApplication.focusWidget())
        assert len(seen) < 20
    card = page.card
    rows = [row.field for row in page.list.rows]
    assert seen == [
        *rows,
        page.list.add,
        page.list.hooks,
        page.list.notes,
        card.previous,
        card.next,
        card.box.decline,
        page.bar.filled,
        page.bar.buttons[0],
    ]


def test_everything_that_takes_the_focus_has_a_name(page: Any) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAbstractButton, QTextEdit, QWidget

    clear(focus(page, "value"))
    type_text(LONG)
    page.list.add.click()
    controls = [
        one
        for one in page.findChildren(QWidget)
        if one.isVisible() and (one.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(one, QAbstractButton))
    ]
    assert len([one for one in controls if isinstance(one, QTextEdit)]) == 5
    for one in controls:
        heard = QAccessible.queryAccessibleInterface(one)
        assert heard.text(QAccessible.Text.Name), one
        assert min(one.width(), one.height()) >= 24 if isinstance(one, QTextEdit) else 32, one


def test_nothing_is_cut_off_at_any_size(page: Any, app: Any) -> None:
    clear(focus(page, "value"))
    type_text(LONG)
    for size in ((1366, 688), (960, 460), (900, 460), (1920, 1000)):
        page.window().resize(*size)
        for scale in (1.0, 1.3):
            page.session.change_settings(text_scale=scale)
            app.processEvents()
            app.processEvents()
            for row in page.list.rows:
                assert row.field.height() >= row.field.fitting_height(row.field.viewport().width()), (size, scale)
            for one in (*page.list.rows, page.time):
                assert one.width() <= page.body.width()
            assert page.time.height() >= page.time.minimumSizeHint().height(), (size, scale)
    for upper, lower in pairwise(page.list.rows):
        assert upper.geometry().bottom() < lower.geometry().top()


def test_a_keystroke_in_200_words_takes_less_than_a_frame(page: Any, app: Any) -> None:
    sentence = "Heute zeige ich dir ein Ding, das auf zwei Millimeter genau misst. "
    while page.draft is not None and sum(len(part.text.split()) for part in page.draft.parts) < 200:
        focus(page, "beat").moveCursor(_end())
        page.list.row("beat").field.insertPlainText(sentence)
    app.processEvents()
    took = []
    for _ in range(15):
        # This thread's own time: other tests run beside it, and on a shared computer they only ever add to it.
        begun = time.thread_time()
        type_text("a")
        took.append(time.thread_time() - begun)
    assert min(took) < 0.016


def _end() -> Any:
    from PySide6.QtGui import QTextCursor

    return QTextCursor.MoveOperation.End
