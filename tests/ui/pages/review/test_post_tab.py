"""What is written beside the clip, where it is checked."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from tests.ui.hands import focus_text, press, type_letters
from tests.ui.pages.review.at_the_desk import TITLE, settle

from skriptstudio.domain.production import Production

pytestmark = pytest.mark.qt


def test_what_is_typed_is_stored_and_nothing_is_lost_by_leaving(
    clip: Production, enter: Callable[..., Any], stored: Callable[[], Production], program: Any, wait_until: Any
) -> None:
    page = enter(TITLE)
    tab = page.view.parts.post
    page.view.parts.choose_tab("post")
    tab.editor.text.setFocus()
    type_letters("Komm mit raus. ")
    wait_until(lambda: stored().post.text == "Komm mit raus.", 3)
    settle(program.window, wait_until)
    type_letters("Jetzt")
    tab.editor.hashtags.field.setFocus()
    type_letters("ein tag")
    program.window.go("plan")
    wait_until(lambda: program.window.jobs.busy == 0)
    assert (stored().post.text, stored().post.hashtags) == ("Komm mit raus. Jetzt", ("EinTag",))


def test_the_cover_is_chosen_with_arrow_keys(
    clip: Production, enter: Callable[..., Any], stored: Callable[[], Production], program: Any, wait_until: Any
) -> None:
    page = enter(TITLE)
    page.view.parts.choose_tab("post")
    tab = page.view.parts.post
    wait_until(lambda: tab.cover.preview.picture is not None)
    tab.row.link.setFocus()
    assert focus_text() == "Titelbild wählen"
    press("Space")
    assert focus_text() == "Moment des Titelbilds"
    press("Right")
    press("Right")
    press("Return")
    settle(program.window, wait_until)
    assert stored().post.cover == 1 + Fraction(2, 30)


def test_while_others_check_it_is_only_shown_and_the_point_of_the_check_leads_there(
    clip: Production, enter: Callable[..., Any], house: Any, program: Any, work_as: Any, wait_until: Any
) -> None:
    house.review.hand_in(clip.id, "Mira Albrecht")
    page = enter(TITLE)
    tab = page.view.parts.post
    assert tab.editor.text.isReadOnly()
    assert not tab.row.link.isEnabled()
    work_as("Katrin Behrens")
    settle(program.window, wait_until)
    assert not tab.editor.text.isReadOnly()
    page.view.parts.verdict.to_post.click()
    assert page.view.parts.tabs.current == "post"
    assert page.view.parts.verdict.to_post.accessibleName() == "Zum Beitrag"
