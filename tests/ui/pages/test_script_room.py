"""The script room around the text: hints left so, hooks, versions, approval, notes, what an import leaves out."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.ui.hands import open_dialog, type_text

from skriptstudio.domain.production import Production

pytestmark = pytest.mark.qt

TITLE = "Mein Büro hat heute keine Wände"
FIRST = "Mein Büro hat heute keine Wände."
LONG = "Schau dir heute mit deinem Team in Ruhe die neue Karte der alten Stadt an."


@pytest.fixture
def page(opened: Any, wait_until: Callable[..., None]) -> Any:
    opened.window.activateWindow()
    opened.window.go("write")
    wait_until(lambda: opened.window.page == "write" and opened.window.jobs.busy == 0)
    return opened.window.current


@pytest.fixture
def stored(house: Any) -> Callable[[], Production]:
    return lambda: house.desk.open(TITLE).record


@pytest.fixture
def quiet(page: Any, wait_until: Callable[..., None]) -> Callable[[], None]:
    def wait() -> None:
        wait_until(lambda: page.jobs.busy == 0 and not page.draft.dirty)

    return wait


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
