"""Remarks in the window: over a stretch, with ready sentences, answered and ticked off; and what is new since then."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.ui.pages.review.at_the_desk import TITLE, press, settle, write

from skriptstudio.domain.production import Decision, Production, State, TopicClass
from skriptstudio.steps.review import SegmentWish
from skriptstudio.ui.widgets.dialog import open_dialog
from skriptstudio.ui.widgets.fields import Choice, LineField

pytestmark = pytest.mark.qt


@pytest.fixture
def checking(house: Any, clip: Production, work_as: Any, enter: Any) -> Any:
    """Katrin has the handed-in clip before her; its captions are confirmed."""
    house.review.confirm_captions(clip.id, "Jonas Weber")
    house.review.hand_in(clip.id, "Mira Albrecht")
    work_as("Katrin Behrens")
    return enter(TITLE)


def test_a_remark_over_a_stretch_is_made_with_the_keyboard(
    program: Any, checking: Any, stored: Any, wait_until: Any
) -> None:
    checking.view.player.seek(Fraction(1, 2))
    press(program.window, "Shift+M")
    checking.view.player.seek(Fraction(3, 2))
    press(program.window, "M")
    assert checking.view.parts.comment.placeholderText() == "Kommentar bei 0:00,5 bis 0:01,5 schreiben"
    write(program.window.focusWidget(), "Hier bitte leiser.")
    press(program.window, "Return")
    settle(program.window, wait_until)
    comment = stored().comments[0]
    assert (comment.at, comment.until, comment.text) == ("0.500", "1.500", "Hier bitte leiser.")
    assert checking.view.parts.comments.rows.rows_model.rows[0].small == "0:00,5 bis 0:01,5 · Katrin Behrens"


def test_a_ready_sentence_stands_in_the_field_and_can_be_changed(program: Any, checking: Any) -> None:
    press(program.window, "M")
    menu = checking.view.remarks.menu()
    assert len(menu.actions()) == 15
    next(one for one in menu.actions() if "Quelle" in one.text()).trigger()
    assert checking.view.parts.comment.text() == "Zu dieser Zahl fehlt eine Quelle."
    assert checking.view.parts.comment.hasFocus()
    menu.close()


def test_the_team_answers_and_ticks_off_with_the_keyboard(
    house: Any, program: Any, checking: Any, work_as: Any, stored: Any, wait_until: Any
) -> None:
    made = house.review.comment(TITLE, Fraction(1), "Bitte leiser.", "Katrin Behrens")
    program.session.show_production(made)
    work_as("Mira Albrecht")
    settle(program.window, wait_until)
    parts = checking.view.parts
    assert parts.tabs.part("comments").accessibleName() == "Kommentare 1"
    parts.choose_tab("comments")
    parts.comments.rows.setFocus()
    parts.comments.rows.choose(made.comments[0].id)
    press(program.window, "Return")
    assert parts.comment.hasFocus()
    assert parts.comment.placeholderText() == "Katrin Behrens antworten"
    write(program.window.focusWidget(), "Ist jetzt leiser.")
    press(program.window, "Return")
    settle(program.window, wait_until)
    assert [reply.text for reply in stored().comments[0].replies] == ["Ist jetzt leiser."]
    assert "Mira Albrecht: Ist jetzt leiser." in parts.comments.rows.rows_model.rows[0].small
    parts.comments.rows.setFocus()
    press(program.window, "Space")
    settle(program.window, wait_until)
    assert stored().comments[0].done_by.person == "u1"
    assert parts.tabs.part("comments").accessibleName() == "Kommentare"


def test_a_return_begins_with_the_open_remarks(
    house: Any, program: Any, checking: Any, stored: Any, wait_until: Any
) -> None:
    program.session.show_production(house.review.comment(TITLE, Fraction(1), "Bitte leiser.", "Katrin Behrens"))
    settle(program.window, wait_until)
    press(program.window, "Z")
    assert open_dialog(program.window) is not None
    press(program.window, "Ctrl+Return")
    settle(program.window, wait_until)
    assert [e.note for e in stored().history if e.decision == Decision.RETURNED] == ["Bitte leiser."]


def test_the_second_look_shows_what_is_new(
    house: Any, program: Any, checking: Any, clip: Production, wait_until: Any
) -> None:
    tabs = checking.view.parts.tabs
    assert "news" not in tabs._parts
    house.review.send_back(clip.id, "Katrin Behrens", "Bitte kürzer.")
    wishes = [SegmentWish(take.id, Fraction(0), Fraction(n + 1, 2)) for n, take in enumerate(clip.takes)]
    house.review.set_cut(clip.id, wishes)
    house.review.hand_in(clip.id, "Mira Albrecht")
    program.session.show_production(house.desk.open(TITLE).record)
    settle(program.window, wait_until)
    rows = checking.view.parts.news.rows.rows_model.rows
    assert any(row.small.startswith("Schnitt 1") for row in rows)
    assert tabs.part("news").accessibleName() == f"Neu {len(rows)}"


def test_topic_and_comment_plan_are_entered_in_one_dialog(
    program: Any, clip: Production, enter: Any, stored: Any, wait_until: Any
) -> None:
    page = enter(TITLE)
    link = page.view.parts.verdict.topic
    assert link.text() == "Thema: Harmlos"
    link.click()
    dialog = open_dialog(program.window)
    assert dialog is not None
    next(one for one in dialog.findChildren(Choice) if one.accessibleName() == "Themenklasse").choose("sensitive")
    fields = {one.accessibleName(): one for one in dialog.findChildren(LineField)}
    fields["Wer antwortet?"].setText("Katrin Behrens")
    fields["Wer wird gerufen, wenn es kippt?"].setText("Olaf Brandt")
    dialog.confirm()
    settle(program.window, wait_until)
    assert stored().topic is TopicClass.SENSITIVE
    assert stored().comment_plan.who == "Katrin Behrens"
    assert link.text() == "Thema: Sensibel"


def test_the_release_note_is_saved_and_opened(
    house: Any, program: Any, checking: Any, tmp_path: Path, wait_until: Any
) -> None:
    house.review.release(TITLE, "Katrin Behrens")
    program.session.show_production(house.desk.open(TITLE).record)
    settle(program.window, wait_until)
    shown: list[Path] = []
    checking.decisions.ask_target = lambda _parent, _title, name: tmp_path / name
    checking.decisions.show_file = shown.append
    next(one for one in checking.bar.buttons if one.text() == "Freigabevermerk").click()
    settle(program.window, wait_until)
    assert shown[0].stat().st_size > 5000


def test_a_blocked_clip_goes_on_once_everybody_has_agreed_again(
    house: Any, program: Any, checking: Any, work_as: Any, stored: Any, wait_until: Any
) -> None:
    house.people.revoke("Mira Albrecht")
    work_as("Katrin Behrens")
    program.session.show_production(stored())
    settle(program.window, wait_until)
    assert stored().state is State.BLOCKED
    assert checking.bar.state.startswith("Gesperrt.")
    house.people.add_consent("c9", "Mira Albrecht", ("tiktok",), date(2099, 12, 31))
    program.window.go("plan")
    work_as("Mira Albrecht")
    program.window.open_production(TITLE, "review")
    settle(program.window, wait_until)
    assert program.window.current.bar.filled.text() == "Clip abgeben"


def test_the_inbox_says_what_is_new_since_the_last_look(
    house: Any, clip: Production, program: Any, work_as: Any, enter: Any, wait_until: Any
) -> None:
    house.review.hand_in(clip.id, "Mira Albrecht")
    work_as("Katrin Behrens")

    def chips() -> list[str]:
        page = enter()
        return [text for text, _ in page.inbox_view.rows.rows_model.rows[0].chips]

    assert chips() == ["neu", "Harmlos"]
    enter(TITLE)
    program.window.go("plan")
    program.session.show_production(None)
    assert chips() == ["Harmlos"]
    house.review.comment(TITLE, Fraction(1), "Bitte leiser.", "Jonas Weber")
    program.window.go("plan")
    assert chips() == ["neu", "Harmlos"]
