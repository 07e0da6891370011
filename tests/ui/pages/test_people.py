"""Menschen: who may be shown where, entered and taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.hands import TITLE, dialog_of, press_key, type_letters

from skriptstudio.domain.people import Absence, Consent, ConsentStatus, Person, Staff
from skriptstudio.domain.production import Publication, State
from skriptstudio.domain.take import Take
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.ui.dates import in_a_year, spoken, understood, written
from skriptstudio.ui.pages.people.forms import ConsentForm, PersonForm
from skriptstudio.ui.pages.people.page import PeoplePage
from skriptstudio.ui.pages.people.standing import lamp_word, standing
from skriptstudio.ui.pages.people.verdict import verdict
from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.fields import Check, LineField
from skriptstudio.ui.widgets.text import Text

pytestmark = pytest.mark.qt

Wait = Callable[..., None]
TODAY = date(2026, 11, 22)


def tick(dialog: Dialog, text: str) -> None:
    next(check for check in dialog.findChildren(Check) if check.text() == text).click()


def line(dialog: Dialog, name: str) -> LineField:
    return next(one for one in dialog.findChildren(LineField) if one.accessibleName() == name)


def shown_in(house: Any, person: str, state: State = State.RECORD, online: tuple[Publication, ...] = ()) -> None:
    """Let a person speak in the one production, which then stands at ``state``."""
    take = Take("t1", "whole", "t1.mp4", "0" * 64, Fraction(5), 150, datetime.now(UTC), speakers=(person,))
    read = house.desk.open(TITLE)
    changed = replace(read.record, takes=(take,), state=state, publications=online)
    house.desk.library.write(changed, read.revision)


@pytest.fixture
def quiet(program: Any, wait_until: Wait) -> Callable[[], None]:
    """Wait until everything is answered."""
    return lambda: wait_until(lambda: program.window.jobs.busy == 0)


@pytest.fixture
def page(program: Any, quiet: Callable[[], None]) -> PeoplePage:
    program.window.go("people")
    quiet()
    found = program.window.current
    assert isinstance(found, PeoplePage)
    return found


# --- days and lamps


@pytest.mark.parametrize(
    "text", ["31.8.2027", "31.08.2027", " 31.08.27 ", "31. August 2027", "2027-08-31", "31 August 2027", "31. 8. 2027"]
)
def test_a_day_may_be_written_in_many_ways(text: str) -> None:
    assert understood(text) == date(2027, 8, 31)


@pytest.mark.parametrize("text", ["", "31.02.2027", "morgen", "8/31/2027", "31.08.", "31.08.20271"])
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert understood(text) is None


def test_days_are_said_and_written_the_german_way() -> None:
    assert spoken(date(2027, 8, 31), "de") == "31. August 2027"
    assert spoken(date(2027, 8, 31), "en") == "31 August 2027"
    assert understood(written(TODAY)) == TODAY


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 9, 1), date(2027, 8, 31)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date(2027, 3, 1), date(2028, 2, 29)),
    ],
)
def test_a_year_ends_the_day_before_it_begins_again(first: date, last: date) -> None:
    assert in_a_year(first) == last


def paper(
    until: int, revoked: int | None = None, channels: tuple[str, ...] = ("tiktok",), given: int = -100
) -> Consent:
    """A consent with its days counted from today."""
    end = None if revoked is None else TODAY + timedelta(revoked)
    return Consent("c", "u1", channels, TODAY + timedelta(given), TODAY + timedelta(until), end)


@pytest.mark.parametrize(
    ("papers", "word"),
    [
        ((), "fehlt"),
        ((paper(200),), "gültig"),
        ((paper(12),), "läuft in 12 Tagen ab"),
        ((paper(1),), "läuft morgen ab"),
        ((paper(0),), "läuft heute ab"),
        ((paper(-1),), "abgelaufen"),
        ((paper(200, revoked=0),), "widerrufen"),
        ((paper(200, revoked=0), paper(300, given=-1)), "gültig"),
        ((paper(-5, given=-400), paper(200, revoked=-1, given=-300)), "widerrufen"),
        ((paper(3), paper(400)), "gültig"),
    ],
)
def test_the_lamp_tells_the_best_paper(papers: tuple[Consent, ...], word: str) -> None:
    staff = Staff((Person("u1", "Mira"),), papers)
    assert lamp_word(standing(staff, "u1", TODAY), TODAY, Speaker("de")) == word


def test_several_papers_allow_together() -> None:
    staff = Staff((Person("u1", "Mira"),), (paper(50, channels=("tiktok",)), paper(90, channels=("x", "tiktok"))))
    assert standing(staff, "u1", TODAY).channels == ("tiktok", "x")
    assert standing(staff, "u2", TODAY).status is ConsentStatus.MISSING


@pytest.mark.parametrize(
    ("papers", "said"),
    [
        ((), "Mira hat noch keine Einwilligung."),
        ((paper(200),), "Alles gültig. Mira darf auf einem Kanal gezeigt werden."),
        ((paper(12),), "Die Einwilligung von Mira läuft in 12 Tagen ab. Mit einer neuen muss kein Clip warten."),
        ((paper(-1),), "Die Einwilligung von Mira ist abgelaufen."),
        ((paper(200, revoked=0),), "Mira hat widerrufen."),
    ],
)
def test_the_bar_tells_how_the_chosen_person_stands(papers: tuple[Consent, ...], said: str) -> None:
    mira = Person("u1", "Mira Albrecht")
    found = verdict(Staff((mira,), papers), {}, mira, TODAY, Speaker("de"))
    assert f"{found.fact} {found.sentence}".strip() == said
    assert found.person == mira


# --- the page


def test_it_shows_everybody_with_lamp_and_starts_with_who_works_here(page: PeoplePage) -> None:
    said = [row.accessible() for row in page.list.rows_model.rows]
    assert said == ["Jonas Weber, Team, fehlt", "Katrin Behrens, Pressestelle, fehlt", "Mira Albrecht, Team, gültig"]
    assert page.chosen is not None
    assert page.chosen.name == "Mira Albrecht"
    assert page.detail._lamp.text() == "gültig bis 31. Dezember 2099"


def test_the_search_filters_names_and_hats(page: PeoplePage) -> None:
    page.search()
    type_letters("presse")
    assert [row.title for row in page.list.rows_model.rows] == ["Katrin Behrens"]
    type_letters("x")
    assert page._lists.currentIndex() == 1
    press_key(Qt.Key.Key_Escape)
    assert len(page.list.rows_model.rows) == 3


def test_the_bar_says_who_a_clip_waits_for(page: PeoplePage, house: Any, quiet: Callable[[], None]) -> None:
    shown_in(house, "u2")
    page.entered()
    quiet()
    assert page.bar.state == f"Ein Clip wartet auf Jonas: „{TITLE}“"
    assert page.bar.filled is not None
    assert page.bar.filled.text() == "Einwilligung von Jonas aufnehmen"


def test_a_minor_needs_somebody_with_custody(
    page: PeoplePage, program: Any, house: Any, quiet: Callable[[], None]
) -> None:
    page.enter.click()
    dialog = dialog_of(program)
    type_letters("Tarek Säid")
    assert dialog.verb.isEnabled()
    tick(dialog, "unter 18")
    assert dialog.verb.why == "Sorgeberechtigte eintragen."
    line(dialog, "Sorgeberechtigt 1").setText("Amal Said")
    dialog.confirm()
    quiet()
    entered = next(one for one in house.people.staff().people if one.name == "Tarek Säid")
    assert (entered.minor, entered.guardians) == (True, ("Amal Said",))
    assert page.chosen == entered
    assert program.session.staff == house.people.staff()


def test_a_name_is_entered_once(page: PeoplePage, program: Any) -> None:
    page.enter.click()
    type_letters("mira albrecht")
    assert dialog_of(program).verb.why == "Diesen Namen gibt es schon. Etwas ergänzen hilft."
    form = dialog_of(program).content
    assert isinstance(form, PersonForm)
    assert form._name.error
    dialog_of(program).dismiss()


def test_a_consent_is_entered_for_the_ticked_channels(
    page: PeoplePage, program: Any, house: Any, quiet: Callable[[], None]
) -> None:
    page.list.choose("u3")
    assert page.bar.filled is not None
    assert page.bar.filled.text() == "Einwilligung von Katrin aufnehmen"
    page.bar.filled.click()
    dialog = dialog_of(program)
    assert dialog.verb.why == "Mindestens einen Kanal ankreuzen."
    tick(dialog, "LinkedIn")
    tick(dialog, "Website")
    until = line(dialog, "Gültig bis")
    until.setText("morgen")
    assert dialog.verb.why == "Das ist kein Tag. So schreiben: 31.08.2027."
    until.setText("1.1.2001")
    assert dialog.verb.why == "Dieser Tag ist vorbei. Einen späteren eintragen."
    until.setText("31.08.2099")
    dialog.confirm()
    quiet()
    made = house.people.staff().consents[-1]
    assert (made.person, made.channels, made.until) == ("u3", ("linkedin", "website"), date(2099, 8, 31))
    assert page.bar.state == "Alles gültig. Katrin darf auf 2 Kanälen gezeigt werden."


def test_a_revocation_ends_all_and_lists_what_it_touches(
    page: PeoplePage, program: Any, house: Any, quiet: Callable[[], None]
) -> None:
    online = (Publication("tiktok", date(2026, 10, 3), "https://example.org/1"),)
    shown_in(house, "u1", State.PUBLISHED, online)
    page.entered()
    quiet()
    page.detail.revoke.click()
    dialog = dialog_of(program)
    assert "Ein Clip wird gesperrt" in dialog.sheet.accessibleDescription()
    assert dialog.cancel.hasFocus()
    dialog.confirm()
    quiet()
    staff = house.people.staff()
    assert not staff.may_be_shown_somewhere("u1", date.today())
    rows = page.detail._list.rows_model.rows
    assert [row.title for row in rows] == [f"TikTok: {TITLE}", TITLE, TITLE]
    assert rows[0].small == "online seit 3. Oktober 2026 · https://example.org/1"
    assert page.detail._list.isVisible()
    assert not page.detail.revoke.isVisible()
    assert page.list.rows_model.rows[2].lamp == ("stop", "widerrufen")
    page.detail._list.setFocus()
    press_key(Qt.Key.Key_Home)
    press_key(Qt.Key.Key_Return)
    assert dialog_of(program).verb.text() == "Er ist weg"
    press_key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    quiet()
    assert house.desk.open(TITLE).record.publications[0].removed == date.today()
    assert [row.title for row in page.detail._list.rows_model.rows] == [TITLE, TITLE]


def test_absence_and_deputies_are_entered_by_keyboard(
    page: PeoplePage, program: Any, house: Any, quiet: Callable[[], None]
) -> None:
    page.list.choose("u1")
    assert not page.detail.stand_in.isVisible()
    page.list.choose("u3")
    page.detail.stand_in.setFocus()
    press_key(Qt.Key.Key_Space)
    dialog = dialog_of(program)
    type_letters("1.12.2099")
    assert dialog.verb.why == "Trag beide Tage ein oder keinen."
    press_key(Qt.Key.Key_Tab)
    type_letters("18.12.2099")
    press_key(Qt.Key.Key_Tab)
    press_key(Qt.Key.Key_Space)
    assert not [one for one in dialog.findChildren(LineField) if not one.accessibleName()]
    press_key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    quiet()
    katrin = next(one for one in house.people.staff().people if one.id == "u3")
    assert katrin.away == Absence(date(2099, 12, 1), date(2099, 12, 18))
    assert katrin.deputies == ("u1",)
    words = [one.text() for one in page.detail.findChildren(Text)]
    assert "1. Dezember 2099 bis 18. Dezember 2099" in words
    assert "Mira Albrecht" in words


def test_who_is_of_age_now_is_asked_anew_and_shown_until_then() -> None:
    def told(turned: date, given: int) -> tuple[str, str, bool]:
        mira = Person("u1", "Mira Albrecht", minor=True, guardians=("Eva",), adult_on=turned)
        staff = Staff((mira,), (paper(200, given=given),))
        assert staff.may_be_shown("u1", "tiktok", TODAY)
        found = verdict(staff, {}, mira, TODAY, Speaker("de"))
        return found.fact, lamp_word(standing(staff, "u1", TODAY), TODAY, Speaker("de")), found.person == mira

    assert told(TODAY, given=-90) == ("Mira ist jetzt 18.", "jetzt volljährig", True)
    assert told(TODAY + timedelta(1), given=-90)[1] == "gültig"
    assert told(TODAY - timedelta(5), given=-2)[1] == "gültig"


def test_cancelling_changes_nothing(page: PeoplePage, program: Any, house: Any) -> None:
    before = house.people.staff()
    page.detail.revoke.click()
    dialog_of(program).dismiss()
    assert house.people.staff() == before


def test_what_somebody_appears_in_can_be_shown_and_hidden(
    page: PeoplePage, house: Any, quiet: Callable[[], None]
) -> None:
    shown_in(house, "u1")
    page.entered()
    quiet()
    assert not page.detail._list.isVisible()
    page.detail._toggle.click()
    assert page.detail._list.isVisible()
    assert [row.small for row in page.detail._list.rows_model.rows] == ["1 Take"]
    page.detail._toggle.click()
    assert not page.detail._list.isVisible()


def test_somebody_else_entering_a_person_is_seen(page: PeoplePage, program: Any, house: Any) -> None:
    house.people.add(Person("u9", "Zoë Öztürk"))
    program.session.show_staff(house.people.staff())
    assert page.list.rows_model.rows[-1].title == "Zoë Öztürk"
    assert page.chosen is not None
    assert page.chosen.name == "Mira Albrecht"


def test_without_anybody_the_first_one_enters_themselves(
    page: PeoplePage, program: Any, house: Any, quiet: Callable[[], None]
) -> None:
    read = house.desk.library.read_staff()
    house.desk.library.write_staff(Staff(), read.revision)
    program.session.act_as(None)
    page.entered()
    quiet()
    page._show_person()  # as a late answer of the search through the library does
    assert page.empty.isVisible()
    assert page.bar.buttons == ()
    assert page.empty.primary is not None
    page.empty.primary.click()
    type_letters("Mira Albrecht")
    dialog_of(program).confirm()
    quiet()
    assert program.session.person.name == "Mira Albrecht"
    assert page.list.isVisible()


def test_keyboard_alone_enters_a_consent(page: PeoplePage, program: Any, house: Any, quiet: Callable[[], None]) -> None:
    page.search()
    type_letters("Jonas")
    press_key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.list
    while QApplication.focusWidget() is not page.bar.filled:
        program.window.focusNextChild()
    press_key(Qt.Key.Key_Space)
    assert isinstance(QApplication.focusWidget(), Check)
    press_key(Qt.Key.Key_Space)
    press_key(Qt.Key.Key_Return)
    quiet()
    made = house.people.staff().consents[-1]
    assert (made.person, made.channels) == ("u2", ("tiktok",))
    assert made.until == in_a_year(date.today())


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_it_fits(app: Any, page: PeoplePage, program: Any, scale: float) -> None:
    program.theme.apply(app, "dark", scale, True)
    for width, height in ((1366, 688), (960, 460), (1920, 1000)):
        program.window.resize(width, height)
        app.processEvents()
        assert program.window.width() == width, "something asks for more room"
        for widget in (page.bar.filled, page.search_field, page.enter, page.detail.revoke):
            assert widget is not None
            corner = widget.mapTo(program.window, widget.rect().bottomRight())
            assert program.window.rect().contains(corner)
            assert widget.width() >= widget.minimumSizeHint().width()


def test_the_forms_scroll_where_the_window_is_low(app: Any, page: PeoplePage, program: Any) -> None:
    program.theme.apply(app, "light", 1.3, True)
    program.window.resize(960, 460)
    app.processEvents()
    chosen = page.chosen
    assert chosen is not None
    page._ask_consent(chosen)
    dialog = dialog_of(program)
    app.processEvents()
    sheet = dialog.sheet.geometry()
    assert program.window.rect().contains(sheet)
    until = line(dialog, "Gültig bis")
    until.setFocus(Qt.FocusReason.TabFocusReason)
    app.processEvents()
    corner = until.mapTo(dialog, until.rect().bottomRight())
    assert sheet.contains(corner)
    assert corner.y() < dialog.verb.mapTo(dialog, dialog.verb.rect().topLeft()).y()
    assert isinstance(dialog.content, ConsentForm)
    dialog.dismiss()


def test_everything_has_a_name(page: PeoplePage, program: Any) -> None:
    page.enter.click()
    inside = [*page.findChildren(QWidget), *dialog_of(program).findChildren(QWidget)]
    unnamed = [
        type(one).__name__
        for one in inside
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and not one.accessibleName()
    ]
    assert unnamed == []
    dialog_of(program).dismiss()
    assert page.enter.accessibleName() == "Person eintragen"


# --- papers, scans, deleting


def test_the_form_to_sign_is_saved_and_opened(page: PeoplePage, quiet: Callable[[], None], tmp_path: Path) -> None:
    shown: list[Path] = []
    page.papers.ask = lambda _parent, _title, name: tmp_path / name
    page.papers.show = shown.append
    page.detail.form.click()
    quiet()
    assert shown == [tmp_path / "Einwilligung Mira Albrecht.docx"]
    assert shown[0].stat().st_size > 5000


def test_a_paper_says_scope_and_purpose_and_its_scan_can_be_seen(
    page: PeoplePage, program: Any, house: Any, quiet: Callable[[], None], tmp_path: Path
) -> None:
    scan = tmp_path / "unterschrieben.pdf"
    scan.write_bytes(b"%PDF-1.7")
    page.list.choose("u3")
    assert page.bar.filled is not None
    page.bar.filled.click()
    dialog = dialog_of(program)
    form = dialog.content
    assert isinstance(form, ConsentForm)
    tick(dialog, "Website")
    tick(dialog, "Bild")
    tick(dialog, "Stimme")
    assert dialog.verb.why == "Ankreuzen, was gezeigt werden darf."
    tick(dialog, "Stimme")
    line(dialog, "Zweck").setText("Ausbildung zeigen")
    form.ask_scan = lambda _parent, _title: scan
    form._scan_button.click()
    dialog.confirm()
    quiet()
    made = house.people.staff().consents[-1]
    assert ([one.value for one in made.scope], made.purpose) == (["voice"], "Ausbildung zeigen")
    opened: list[Path] = []
    page.papers.show = opened.append
    page.detail.scan_pressed.emit(made.scan)
    quiet()
    assert opened[0].read_bytes() == b"%PDF-1.7"
    texts = [one.text() for one in page.detail.findChildren(Text)]
    assert "Ausbildung zeigen" in texts
    assert "Stimme" in texts


def test_after_a_revocation_the_takes_are_deleted_once_somebody_confirms(
    page: PeoplePage, program: Any, house: Any, quiet: Callable[[], None]
) -> None:
    online = (Publication("tiktok", date(2026, 10, 3), "https://example.org/1"),)
    shown_in(house, "u1", State.PUBLISHED, online)
    page.entered()
    quiet()
    assert not page.detail.erase.isVisible()
    page.detail.revoke.click()
    dialog_of(program).confirm()
    quiet()
    assert page.detail.erase.isVisible()
    page.detail.erase.click()
    quiet()
    dialog = dialog_of(program)
    assert "Ein Take wird gelöscht" in dialog.sheet.accessibleDescription()
    tasks = [one.text() for one in dialog.findChildren(Text)]
    assert f"Offline nehmen auf TikTok: {TITLE} https://example.org/1" in tasks
    dialog.confirm()
    quiet()
    assert house.desk.open(TITLE).record.takes == ()
    assert not page.detail.erase.isVisible()


def test_old_takes_are_offered_and_only_ticked_ones_go(
    page: PeoplePage, program: Any, house: Any, quiet: Callable[[], None]
) -> None:
    shown_in(house, "u1")
    read = house.desk.open(TITLE)
    used = replace(read.record.takes[0], starred=True)
    old = [
        replace(used, id=name, file=f"{name}.mp4", starred=False, recorded=used.recorded - timedelta(days=90))
        for name in ("t7", "t8")
    ]
    house.desk.library.write(replace(read.record, takes=(used, *old)), read.revision)
    page.entered()
    quiet()
    assert page.old_takes.text() == "2 alte Takes, die kein Clip braucht"
    page.old_takes.click()
    dialog = dialog_of(program)
    assert dialog.verb.why == "Mindestens einen Take ankreuzen."
    dialog.findChildren(Check)[0].click()
    dialog.confirm()
    quiet()
    assert len(house.desk.open(TITLE).record.takes) == 2
    assert page.old_takes.text() == "Ein alter Take, den kein Clip braucht"


def test_the_birthday_of_a_minor_is_kept_as_the_day_of_coming_of_age(
    page: PeoplePage, program: Any, house: Any, quiet: Callable[[], None]
) -> None:
    page.enter.click()
    dialog = dialog_of(program)
    type_letters("Tarek Said")
    tick(dialog, "unter 18")
    line(dialog, "Sorgeberechtigt 1").setText("Amal Said")
    line(dialog, "18. Geburtstag").setText("morgen")
    assert dialog.verb.why == "Das ist kein Tag. So schreiben: 31.08.2027."
    line(dialog, "18. Geburtstag").setText("3.5.2099")
    dialog.confirm()
    quiet()
    entered = next(one for one in house.people.staff().people if one.name == "Tarek Said")
    assert entered.adult_on == date(2099, 5, 3)
