"""The questions on the page Write: from an empty production to a script, and back without a loss."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.ui.hands import click, focus_text, focused, press, type_text

from skriptstudio.domain.brief import QUESTIONS, Question
from skriptstudio.domain.production import Production

pytestmark = pytest.mark.qt

TITLE = "Wir messen im Moor"


@pytest.fixture
def page(program: Any, house: Any, wait_until: Callable[..., None]) -> Any:
    program.session.act_as(program.session.staff.people[0])
    new = house.plan.new(TITLE)
    program.window.activateWindow()
    program.window.open_production(new.id, "write")
    wait_until(lambda: program.window.page == "write" and program.window.jobs.busy == 0)
    page = program.window.current
    wait_until(lambda: page.asking.active)
    return page


@pytest.fixture
def stored(house: Any) -> Callable[[], Production]:
    return lambda: house.desk.open(TITLE).record


def next_question() -> None:
    press("Ctrl+Return")


def test_by_keyboard_alone_seven_answers_make_a_script(
    page: Any, quiet: Callable[[], None], stored: Callable[[], Production]
) -> None:
    assert page.bar.state == "Noch 6 Fragen, etwa 7 Minuten."
    for question in QUESTIONS:
        assert page.asking.question is question
        if question is Question.NEED:
            press("Space")
        else:
            assert focus_text() == page.guide.card._title.text()
            type_text(f"Antwort {question.value}")
        next_question()
    assert not page.asking.active
    assert [row.field.text() for row in page.list.rows] == [
        "Antwort hook.",
        "Antwort value.",
        "Antwort only_here.",
        "Antwort action.",
    ]
    quiet()
    assert stored().script.text_of("cta") == "Antwort action."
    assert stored().brief.need == "lachen"
    assert stored().brief.closed


def test_going_back_and_leaving_loses_nothing(
    page: Any, quiet: Callable[[], None], program: Any, wait_until: Callable[..., None]
) -> None:
    type_text("Meine Nichte")
    next_question()
    back = next(button for button in page.bar.buttons if button.text() == "Zurück")
    click(back)
    assert page.guide.card.field.toPlainText() == "Meine Nichte"
    next_question()
    next_question()
    type_text("Ein Gerät, das schwimmt")
    quiet()
    program.window.go("plan")
    program.window.go("write")
    wait_until(lambda: program.window.page == "write")
    assert page.asking.active
    assert page.guide.card.field.toPlainText() == "Ein Gerät, das schwimmt"
    click(page.bar.buttons[0])
    assert page.list.row("beat").field.text() == "Ein Gerät, das schwimmt."


def test_after_a_restart_it_is_asked_on(
    page: Any, quiet: Callable[[], None], program: Any, house: Any, wait_until: Callable[..., None]
) -> None:
    type_text("Meine Nichte")
    quiet()
    page.draft = None
    program.window.open_production(house.desk.open(TITLE).record.id, "write")
    wait_until(lambda: page.draft is not None and page.asking.active)
    assert page.asking.question is Question.NEED


def test_the_script_grows_beside_the_answers(page: Any) -> None:
    assert [block.planned for block in page.guide.growth.bar.blocks] == [True] * 4
    type_text("Meine Nichte")
    assert [block.planned for block in page.guide.growth.bar.blocks] == [False, True, True, True]
    page.guide.card.ask(Question.VALUE, page.draft.brief)
    page.guide.card.focus_answer()
    type_text("Danach weißt du, was im Moor liegt.")
    assert [block.planned for block in page.guide.growth.bar.blocks] == [False, False, True, True]


def test_a_beginning_is_put_in_and_written_on(page: Any) -> None:
    click(page.guide.card.chips[1])
    assert focused() is page.guide.card.field
    type_text(", sie ist 17")
    assert page.draft.brief.audience == "Meine kleine Schwester, sie ist 17"


def test_who_writes_freely_can_come_back_to_the_questions(page: Any, quiet: Callable[[], None]) -> None:
    click(page.bar.buttons[0])
    assert not page.asking.active
    page.list.row("value").field.setFocus()
    type_text("Von Hand.")
    quiet()
    click(next(button for button in page.bar.buttons if button.text() == "Fragen"))
    assert page.asking.active
    page.guide.card.ask(Question.VALUE, page.draft.brief)
    page.guide.card.focus_answer()
    type_text("Eine Antwort")
    click(page.bar.buttons[0])
    assert page.list.row("value").field.text() == "Von Hand."


def test_a_script_that_was_written_elsewhere_is_not_asked_about(opened: Any, wait_until: Callable[..., None]) -> None:
    opened.window.go("write")
    wait_until(lambda: opened.window.page == "write")
    assert not opened.window.current.asking.active


def test_everything_to_operate_has_a_name_and_nothing_is_cut_off(page: Any, app: Any) -> None:
    from PySide6.QtWidgets import QAbstractButton, QWidget

    for size in ((960, 540), (1366, 688), (1920, 1080)):
        page.window().resize(*size)
        app.processEvents()
        for question in QUESTIONS:
            page.guide.card.ask(question, page.draft.brief)
            app.processEvents()
            shown = [one for one in page.guide.findChildren(QWidget) if one.isVisible()]
            assert all(one.accessibleName() or one.text() for one in shown if isinstance(one, QAbstractButton))
            for chip in page.guide.card.chips:
                assert page.guide.card.rect().contains(chip.geometry().translated(chip.parentWidget().pos())), size
