"""Publishing as the press office sees it: targets, package, upload."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.qt

TITLE = "Mein Büro hat heute keine Wände"
WAITING = "Ein Tag im Archiv"


class Silent:
    """Listens to a recording and says nothing."""

    def started(self) -> None: ...

    def progress(self, seconds: Fraction, level_db: float) -> None: ...

    def warned(self, finding: object) -> None: ...


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with one released clip and one that waits for the press office, both of two seconds."""
    from skriptstudio.assembly.house import House
    from skriptstudio.domain.jobs import JobControl
    from skriptstudio.domain.people import Hat, Person

    home = tmp_path_factory.mktemp("publish")
    script = home / "Skript.md"
    script.write_text("## Hook\nMein Büro hat heute keine Wände.\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SKRIPTSTUDIO_SPOOL", str(home / "spool"))
        house = House(str(home / "Bibliothek"))
        house.people.add(Person("u1", "Mira Albrecht", (Hat.TEAM,)))
        house.people.add(Person("u2", "Jonas Weber", (Hat.TEAM,)))
        house.people.add(Person("u3", "Katrin Behrens", (Hat.PRESS,)))
        house.people.add_consent("c1", "Mira Albrecht", ("tiktok", "ig_reels", "video_team"), date(2099, 12, 31))
        for title in (TITLE, WAITING):
            production = house.plan.new(title, "", "Jonas Weber").id
            house.write.import_script(production, script, "Jonas Weber")
            order = house.record.order(production, "demo", "demo", seconds=Fraction(2), speakers=("Mira Albrecht",))
            house.record.record(order, Silent(), JobControl())
            house.review.confirm_captions(production, "Jonas Weber")
            house.review.hand_in(production, "Mira Albrecht")
        house.review.release(TITLE, "Katrin Behrens")
    return home / "Bibliothek"


@pytest.fixture
def house(recorded: Path, tmp_path: Path) -> Any:
    """A copy of that library of one's own."""
    from skriptstudio.assembly.house import House

    shutil.copytree(recorded, tmp_path / "Bibliothek")
    return House(str(tmp_path / "Bibliothek"))


@pytest.fixture
def show(program: Any, tmp_path: Path, wait_until: Callable[..., None]) -> Callable[..., Any]:
    """Opens a production on the page, with packages going to a folder of the test."""

    def open_there(title: str = TITLE) -> Any:
        from skriptstudio.ui.navigation import make_page

        window = program.window
        if "publish" not in window._pages:
            window._pages["publish"] = make_page("publish", window)
            window._stack.addWidget(window._pages["publish"])
        page = window._pages["publish"]
        page.folder = tmp_path / "Pakete"
        window.open_production(title, "publish")
        wait_until(lambda: window.page == "publish" and window.jobs.busy == 0)
        return page

    return open_there


@pytest.fixture
def page(show: Callable[..., Any]) -> Any:
    return show()


@pytest.fixture
def press(app: Any, program: Any) -> Callable[..., None]:
    """Types a key where the focus is."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    def key(name: str, control: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        target = app.focusWidget() or program.window
        QTest.keyClick(target, getattr(Qt.Key, f"Key_{name}"), modifier)
        app.processEvents()

    return key


def rows(page: Any) -> dict[str, Any]:
    return {row.key: row for row in page.choose.list.rows_model.rows}


def button(page: Any, text: str) -> Any:
    from PySide6.QtWidgets import QApplication

    from skriptstudio.ui.widgets.buttons import Button

    QApplication.processEvents()
    return next(b for b in page.findChildren(Button) if b.text() == text and b.isVisible())


def made(program: Any, page: Any, wait_until: Callable[..., None]) -> None:
    """Make the package and wait until it is there."""
    page.bar.filled.click()
    wait_until(lambda: page.exports.running is None and program.window.jobs.busy == 0, 30)


def test_a_released_clip_offers_what_its_speakers_agreed_to(page: Any) -> None:
    found = rows(page)
    assert [found[key].ticked for key in ("tiktok", "ig_reels", "video_team")] == [False, False, False]
    assert not found["yt_shorts"].tickable
    assert found["yt_shorts"].small == "Einwilligung fehlt: Mira Albrecht"
    assert "3 s" in found["tiktok"].small
    assert page.bar.state.startswith("Noch kein Ziel gewählt.")
    assert not page.bar.filled.isEnabled()
    assert page.bar.filled.why


def test_the_package_is_made_and_the_folder_opened(program: Any, page: Any, wait_until: Callable[..., None]) -> None:
    opened: list[Path] = []

    def shown(path: Path) -> bool:
        opened.append(path)
        return True

    page.open_path = shown
    page.choose.list.tick_toggled.emit("tiktok", True)
    page.choose.list.tick_toggled.emit("ig_reels", True)
    assert page.bar.state.startswith("2 Ziele, ein Paket.")
    made(program, page, wait_until)
    assert program.session.production.state.value == "packaged"
    package = page.exports.packages[program.session.production.id]
    assert [clip.profile for clip in package.clips] == ["tiktok", "ig_reels"]
    assert all(clip.path.is_file() and len(clip.subtitles) == 2 for clip in package.clips)
    button(page, "SRT").click()
    button(page, "Ansehen").click()
    assert page.bar.filled.text() == "Ordner öffnen"
    page.bar.filled.click()
    assert [path.suffix for path in opened] == [".srt", ".mp4", ""]
    assert opened[-1] == package.folder


def test_keyboard_alone_ticks_makes_and_notes(
    app: Any, program: Any, page: Any, press: Callable[..., None], wait_until: Callable[..., None]
) -> None:
    assert page.choose.list.hasFocus()
    press("Space")
    assert page.choose.ticked == {"tiktok"}
    press("Down")
    press("Space")
    press("Space")
    assert page.choose.ticked == {"tiktok"}
    press("Return", control=True)
    assert page.exports.running is not None
    wait_until(lambda: page.exports.running is None and program.window.jobs.busy == 0, 30)
    wait_until(lambda: page.done.uploads.ticks["tiktok"].isVisible())
    page.done.uploads.ticks["tiktok"].setFocus()
    press("Space")
    press("Return")
    wait_until(lambda: program.session.production.publications and program.window.jobs.busy == 0)
    assert program.session.production.publications[0].profile == "tiktok"
    assert program.session.production.publications[0].on == date.today()
    assert page.done.uploads.edits["tiktok"].hasFocus(), "one goes on where one was"


def test_the_text_is_copied_and_a_change_says_first_that_the_release_is_lifted(
    app: Any, house: Any, program: Any, page: Any, wait_until: Callable[..., None]
) -> None:
    from PySide6.QtWidgets import QApplication

    from skriptstudio.steps.post import PostWish
    from skriptstudio.ui.post.editor import PostEditor

    page.choose.clip.change.click()
    dialog = program.window._dialog
    assert "hebt die Freigabe auf" in dialog.sheet.accessibleDescription()
    editor = dialog.content
    assert isinstance(editor, PostEditor)
    editor.text.setPlainText("Komm mit raus.")
    dialog.confirm()
    wait_until(lambda: program.window.jobs.busy == 0 and page.empty is not None)
    assert house.desk.open(TITLE).record.state.value == "press_check"
    house.posts.change(TITLE, PostWish(hashtags=["ein tag", "b", "c", "d", "e", "f"]))
    house.review.release(TITLE, "Katrin Behrens")
    page.entered()
    wait_until(lambda: program.window.jobs.busy == 0 and page.choose.isVisible())
    page.choose.list.tick_toggled.emit("tiktok", True)
    made(program, page, wait_until)
    page.done.beside.copies["tiktok"].click()
    assert QApplication.clipboard().text() == "Komm mit raus.\n\n#EinTag #B #C #D #E"
    opened: list[str] = []
    page.open_path = lambda path: not opened.append(path.suffix)  # type: ignore[func-returns-value]
    button(page.done.beside, "Ansehen").click()
    assert opened == [".jpg"]


def test_enter_on_a_shut_target_leads_to_the_cure(
    program: Any, page: Any, press: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[str] = []
    monkeypatch.setattr(program.window, "go", gone.append)
    page.choose.list.choose("yt_shorts")
    press("Space")
    assert page.choose.ticked == set()
    assert page.choose.finding.isVisible()
    assert "YouTube Shorts geht noch nicht" in page.choose.finding.accessibleName()
    press("Return")
    page.choose.cure.click()
    assert gone == ["people", "people"]


def test_without_an_open_clip_the_released_ones_are_offered(
    program: Any, page: Any, press: Callable[..., None], wait_until: Callable[..., None]
) -> None:
    program.session.show_production(None)
    wait_until(lambda: page.shelf.isVisible() and program.window.jobs.busy == 0)
    assert [row.title for row in page.shelf.list.rows_model.rows] == [TITLE]
    assert program.window.header.title == "Veröffentlichen"
    assert page.shelf.list.hasFocus()
    press("Return")
    wait_until(lambda: page.choose.isVisible() and program.window.jobs.busy == 0)


def test_the_next_clip_is_one_that_waits_for_who_works_here(
    house: Any, program: Any, page: Any, wait_until: Callable[..., None]
) -> None:
    from skriptstudio.ui.pages.publish.onward import check_next

    staff = {person.name: person for person in house.people.staff().people}
    program.session.act_as(staff["Jonas Weber"])
    check_next(program.window)
    wait_until(lambda: program.window.jobs.busy == 0)
    assert (program.window.page, program.session.production.title) == ("publish", TITLE)
    program.session.act_as(staff["Katrin Behrens"])
    check_next(program.window)
    wait_until(lambda: program.window.page == "review" and program.window.jobs.busy == 0, 30)
    assert program.session.production.title == WAITING


def test_a_link_is_noted_and_a_day_to_come_is_not(program: Any, page: Any, wait_until: Callable[..., None]) -> None:
    from PySide6.QtGui import QGuiApplication

    page.choose.list.tick_toggled.emit("tiktok", True)
    made(program, page, wait_until)
    page.done.uploads.links["tiktok"].click()
    form, dialog = program.window._dialog.content, program.window._dialog
    form.day.setText(f"{date.today() + timedelta(days=1):%d.%m.%Y}")
    assert not dialog.verb.isEnabled()
    form.day.setText(f"{date.today():%d.%m.%Y}")
    for wrong in ("foo bar", "foo", "javascript:alert(1)", "file:///C:/clip.mp4"):
        form.link.setText(wrong)
        assert not dialog.verb.isEnabled(), wrong
    form.link.setText("example.org/clip")
    dialog.confirm()
    wait_until(lambda: program.session.production.publications and program.window.jobs.busy == 0)
    publication = program.session.production.publications[0]
    assert (publication.on, publication.url) == (date.today(), "https://example.org/clip")
    assert program.session.production.state.value == "published"
    tick = page.done.uploads.ticks["tiktok"]
    assert tick.isChecked()
    assert not tick.isEnabled()
    opened: list[str] = []
    page._noting.open_link = lambda url: bool(opened.append(url))  # type: ignore[func-returns-value]  # no browser
    page.done.uploads.posts["tiktok"].click()
    assert opened == ["https://example.org/clip"] == [QGuiApplication.clipboard().text()]
    page.done.uploads.edits["tiktok"].click()
    program.window._dialog.content.link.setText("https://example.org/other")
    program.window._dialog.confirm()
    wait_until(lambda: program.window.jobs.busy == 0)
    assert [one.url for one in program.session.production.publications] == ["https://example.org/other"]
    page.done.uploads.downs["tiktok"].click()
    program.window._dialog.confirm()
    wait_until(lambda: program.session.production.publications[0].removed and program.window.jobs.busy == 0)
    assert program.session.production.state.value == "withdrawn"


def test_a_cancelled_note_leaves_no_tick(program: Any, page: Any, wait_until: Callable[..., None]) -> None:
    page.choose.list.tick_toggled.emit("tiktok", True)
    made(program, page, wait_until)
    page.done.uploads.ticks["tiktok"].click()
    program.window._dialog.dismiss()
    assert not page.done.uploads.ticks["tiktok"].isChecked()
    assert program.session.production.publications == ()


def test_a_draft_can_be_made_before_the_release(
    program: Any, show: Callable[..., Any], wait_until: Callable[..., None]
) -> None:
    page = show(WAITING)
    assert page.bar.filled is None
    assert [page.empty.primary.text(), page.empty.secondary.text()] == ["Zum Prüfen", "Entwurf erstellen"]
    page.empty.secondary.click()
    wait_until(lambda: page.exports.running is None and program.window.jobs.busy == 0, 30)
    assert program.session.production.state.value == "press_check"
    draft = page.exports.drafts[program.session.production.id]
    assert draft.draft
    assert draft.clips[0].path.is_file()
    assert "Entwürfe" in draft.folder.parts
    assert not page.done.uploads.isVisible()
    button(page, "Zurück").click()
    assert page.empty.isVisible()


def test_cancelling_goes_back_to_the_choice(program: Any, page: Any, wait_until: Callable[..., None]) -> None:
    page.choose.list.tick_toggled.emit("tiktok", True)
    page.bar.filled.click()
    assert page.run.isVisible()
    assert page.bar.filled.text() == "Nächsten Clip prüfen"
    button(page, "Abbrechen").click()
    wait_until(lambda: page.exports.running is None and program.window.jobs.busy == 0, 30)
    assert page.choose.isVisible()
    assert page.choose.ticked == {"tiktok"}
    assert program.session.production.state.value == "released"


def test_the_package_gets_done_while_somebody_works_elsewhere(
    program: Any, page: Any, show: Callable[..., Any], wait_until: Callable[..., None]
) -> None:
    page.choose.list.tick_toggled.emit("tiktok", True)
    page.bar.filled.click()
    program.window.open_production(WAITING)
    wait_until(lambda: program.session.production.title == WAITING and page.empty is not None)
    assert page.other.isVisible()
    assert TITLE in page.other.strip.accessibleName()
    assert not page.empty.secondary.isEnabled()
    wait_until(lambda: page.exports.running is None and program.window.jobs.busy == 0, 30)
    assert not page.other.isVisible()
    assert page.empty.secondary.isEnabled()
    assert show(TITLE).done.isVisible()


def test_a_failure_stands_in_the_page_and_can_be_tried_again(
    program: Any, page: Any, tmp_path: Path, wait_until: Callable[..., None]
) -> None:
    (tmp_path / "Pakete").write_text("in the way")
    page.choose.list.tick_toggled.emit("tiktok", True)
    page.bar.filled.click()
    wait_until(lambda: page.exports.running is None and program.window.jobs.busy == 0, 30)
    assert [page.empty.primary.text(), page.empty.secondary.text()] == ["Nochmal versuchen", "Anderer Ordner"]
    page.choose_folder = lambda parent, title, now: str(tmp_path / "Stick")
    page.empty.secondary.click()
    wait_until(lambda: page.exports.running is None and program.window.jobs.busy == 0, 30)
    assert page.done.isVisible()
    assert page.folder == tmp_path / "Stick"
    page.open_path = lambda path: False
    page.bar.filled.click()
    assert any(str(tmp_path / "Stick") in toast._text.text() for toast in program.window._toasts._toasts)


def test_after_a_restart_the_package_is_found_again(
    program: Any, page: Any, tmp_path: Path, wait_until: Callable[..., None]
) -> None:
    page.choose.list.tick_toggled.emit("tiktok", True)
    made(program, page, wait_until)
    page.exports.packages.clear()
    page.entered()
    wait_until(lambda: program.window.jobs.busy == 0)
    assert page.done.isVisible()
    page.folder = tmp_path / "anderswo"
    page.entered()
    wait_until(lambda: program.window.jobs.busy == 0)
    assert page.choose.isVisible()
    button(page, "Hochgeladen?").click()
    assert set(page.done.uploads.ticks) == {"tiktok", "ig_reels"}


def test_another_folder_is_asked_for(program: Any, page: Any, tmp_path: Path, wait_until: Callable[..., None]) -> None:
    page.choose_folder = lambda parent, title, now: str(tmp_path / "Stick")
    page.choose.folder_button.click()
    wait_until(lambda: program.window.jobs.busy == 0)
    assert page.folder == tmp_path / "Stick"
    page.choose_folder = lambda parent, title, now: ""
    page.choose.folder_button.click()
    assert page.folder == tmp_path / "Stick"


def test_a_clip_changed_after_its_release_is_no_longer_offered(
    house: Any, program: Any, page: Any, wait_until: Callable[..., None]
) -> None:
    desk = house.desk
    desk.change(program.session.production.id, lambda p: replace(p, title="Anders"), desk.anonymous())
    page.entered()
    wait_until(lambda: program.window.jobs.busy == 0)
    assert program.session.production.title == "Anders"
    assert page.empty.isVisible()


@pytest.mark.parametrize("view", ["choose", "run", "done", "empty", "other"])
def test_everything_to_operate_has_a_name(
    program: Any, page: Any, show: Callable[..., Any], wait_until: Callable[..., None], view: str
) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QWidget

    if view in ("run", "done", "other"):
        page.choose.list.tick_toggled.emit("tiktok", True)
        page.bar.filled.click()
    if view in ("empty", "other"):
        program.window.open_production(WAITING)
        wait_until(lambda: page.empty is not None)
    if view == "done":
        wait_until(lambda: page.exports.running is None and program.window.jobs.busy == 0, 30)
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            heard = QAccessible.queryAccessibleInterface(widget)
            assert heard.text(QAccessible.Text.Name), type(widget).__name__
    page.exports.cancel()
    wait_until(lambda: program.window.jobs.busy == 0, 30)


@pytest.mark.parametrize("size", [(960, 460), (1366, 688), (1920, 1000)])
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_the_filled_button_and_every_word_stay_inside(
    app: Any, program: Any, page: Any, size: tuple[int, int], scale: float
) -> None:
    from skriptstudio.ui.widgets.text import Text

    program.theme.apply(app, "light", scale, True)
    program.window.resize(*size)
    page.set_compact(size[0] < 1180)
    app.processEvents()
    filled = page.bar.filled
    assert page.rect().contains(filled.geometry().translated(page.bar.pos()))
    assert all(text.width() >= text.minimumSizeHint().width() for text in page.findChildren(Text) if text.isVisible())
    program.theme.apply(app, "light", 1.0, True)


@pytest.mark.parametrize(
    ("seconds", "language", "text"),
    [
        (Fraction(90), "de", "90 s"),
        (Fraction(600), "de", "10 min"),
        (Fraction(1, 2), "de", "0,5 s"),
        (140, "en", "140 s"),
    ],
)
def test_limits_read_like_a_person_would_say_them(seconds: Fraction, language: str, text: str) -> None:
    from skriptstudio.messages.catalogue import Speaker
    from skriptstudio.ui.pages.publish.figures import limit

    assert limit(Fraction(seconds), Speaker(language)) == text


@pytest.mark.parametrize(("value", "text"), [(31.4, "31 MB"), (3.44, "3,4 MB"), (4000, "4 GB"), (0.04, "0,0 MB")])
def test_sizes_read_like_a_person_would_say_them(value: float, text: str) -> None:
    from skriptstudio.messages.catalogue import Speaker
    from skriptstudio.ui.pages.publish.figures import megabytes

    assert megabytes(value, Speaker("de")) == text
