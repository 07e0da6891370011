"""What the keyboard does in rail, segments, lists, dialog, toasts and with the ring."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from skriptstudio.domain.people import Person
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.ui.focus import FocusRing
from skriptstudio.ui.tab_order import go_round, reading_order
from skriptstudio.ui.theme import Theme
from skriptstudio.ui.widgets.action_bar import ActionBar
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.dialog import Dialog, open_dialog
from skriptstudio.ui.widgets.fields import Field, LineField, TextField
from skriptstudio.ui.widgets.person_ticks import WhoIsSeen
from skriptstudio.ui.widgets.rows import Row, RowList
from skriptstudio.ui.widgets.segments import Segment, Segments
from skriptstudio.ui.widgets.step_rail import RailStep, StepRail
from skriptstudio.ui.widgets.ticks import Check
from skriptstudio.ui.widgets.toast import Toasts

pytestmark = pytest.mark.qt

Add = Callable[[QWidget], QWidget]
Key = Qt.Key


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in whatever has the focus."""
    QTest.keyClick(focused(), key, held)


def focused() -> QWidget:
    """What has the focus."""
    there = QApplication.focusWidget()
    assert there is not None
    return there


def ring_on(ring: FocusRing) -> QWidget | None:
    """What the ring stands around now."""
    return ring.target


def rail() -> StepRail:
    steps = [RailStep("plan", "Planen", "done"), RailStep("write", "Schreiben", "on"), RailStep("record", "Aufnehmen")]
    made = StepRail("SkriptStudio", "Ergebnisse", "Menschen", "Einstellungen", steps)
    made.set_person("Mira Albrecht", "Team")
    return made


def test_the_rail_moves_with_arrows_and_opens_with_enter(window: QWidget, add: Add) -> None:
    steps = rail()
    add(steps)
    chosen, people = QSignalSpy(steps.step_chosen), QSignalSpy(steps.people_chosen)
    steps.step("write").setFocus()
    press(Key.Key_Up)
    press(Key.Key_Return)
    for _ in range(4):
        press(Key.Key_Down)
    press(Key.Key_Return)
    assert [chosen.at(at) for at in range(chosen.count())] == [["plan"]]
    assert people.count() == 1


def test_the_compact_rail_keeps_names_as_tooltips(app: QApplication, window: QWidget, add: Add) -> None:
    steps = rail()
    add(steps)
    wide = steps.width()
    steps.set_compact(True)
    app.processEvents()
    assert (wide, steps.width()) == (200, 64)
    assert [entry.toolTip() for entry in steps.entries()][:2] == ["Planen", "Schreiben"]
    assert all(entry.accessibleName() for entry in steps.entries())
    assert all(entry.height() >= 32 for entry in steps.entries())


def test_segments_choose_with_arrows(window: QWidget, add: Add) -> None:
    segments = Segments("Listen", [Segment("ideas", "Ideen", 72), Segment("work", "In Arbeit", 3)])
    add(segments)
    spy = QSignalSpy(segments.chosen)
    segments.part("ideas").setFocus()
    press(Key.Key_Right)
    press(Key.Key_Right)
    assert segments.current == "work"
    assert spy.count() == 1
    assert segments.part("work").hasFocus()
    assert segments.part("work").isChecked()
    segments.set_items([Segment("ideas", "Ideen", 71), Segment("work", "In Arbeit", 4)])
    assert segments.current == "work"
    assert segments.part("work").accessibleName() == "In Arbeit 4"


def test_a_list_chooses_opens_and_ticks(window: QWidget, add: Add) -> None:
    rows = RowList("Ziele", [Row("a", "Reels", ticked=True), Row("b", "TikTok", ticked=False)])
    add(rows)
    opened, ticked = QSignalSpy(rows.row_opened), QSignalSpy(rows.tick_toggled)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Down)
    press(Key.Key_Return)
    press(Key.Key_Space)
    assert (rows.key, opened.at(0), ticked.at(0)) == ("b", ["b"], ["b", True])
    rows.set_rows([Row("c", "Website"), Row("b", "TikTok", ticked=True)])
    assert rows.key == "b"


@pytest.fixture
def dialog(window: QWidget, add: Add) -> Dialog:
    add(Button("Zurückgeben")).setFocus()
    made = Dialog(window, "Clip zurückgeben?", "Mira macht weiter.", "Zurückgeben", "Abbrechen", content=TextField())
    made.open()
    return made


def test_escape_cancels_and_gives_the_focus_back(window: QWidget, dialog: Dialog) -> None:
    cancelled = QSignalSpy(dialog.cancelled)
    assert open_dialog(window) is dialog
    assert dialog.isAncestorOf(focused())
    press(Key.Key_Escape)
    assert cancelled.count() == 1
    assert open_dialog(window) is None
    assert focused().accessibleName() == "Zurückgeben"


def test_enter_writes_a_line_and_ctrl_enter_confirms(dialog: Dialog) -> None:
    confirmed = QSignalSpy(dialog.confirmed)
    press(Key.Key_Return)
    assert confirmed.count() == 0
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert confirmed.count() == 1


def test_a_refused_verb_does_not_confirm(dialog: Dialog) -> None:
    confirmed = QSignalSpy(dialog.confirmed)
    dialog.verb.refuse("Ein Grund fehlt.")
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert confirmed.count() == 0


def test_tab_stays_in_the_dialog(dialog: Dialog) -> None:
    seen = []
    for _ in range(7):
        press(Key.Key_Tab)
        seen.append(focused())
    assert all(dialog.isAncestorOf(one) for one in seen)
    assert {dialog.content, dialog.cancel, dialog.verb} == set(seen)


def test_an_error_makes_the_sheet_taller_and_leaves_the_field_its_height(window: QWidget) -> None:
    field = Field("Seit wann", LineField())
    made = Dialog(window, "Clip online?", "", "Eintragen", "Abbrechen", content=field)
    made.open()
    line, before = field.findChild(LineField), made.sheet.height()
    assert line is not None
    tall = line.height()
    field.set_error("Ein Tag wie 28.11.2026, spätestens heute.")
    QTest.qWait(0)
    assert (line.height(), made.sheet.height() > before) == (tall, True)


@pytest.mark.parametrize("width", [900, 836])
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_the_bar_never_cuts_a_word_off(
    app: QApplication, theme: Theme, window: QWidget, add: Add, scale: float, width: int
) -> None:
    theme.apply(app, "light", scale, True)
    bar = ActionBar()
    bar.set_compact(True)
    bar.show_state("Szene 2 ist dran.", "Stell dich hin, lächle, dann sprich.", "Der Text steht unter der Linse.")
    record = Button("Aufnehmen", "record", "record-fill", "Leertaste")
    bar.set_buttons(Button("Prompter einstellen", icon="sliders-horizontal"), record)
    window.resize(width, 400)
    add(bar)
    assert bar.filled is record
    assert bar.height() >= 60
    assert all(button.width() >= button.sizeHint().width() for button in bar.buttons)
    assert bar.rect().contains(record.geometry())
    assert bar.state.startswith("Szene 2 ist dran. Stell dich hin")


def test_a_toast_stays_while_its_action_has_the_focus(window: QWidget, add: Add) -> None:
    bar = ActionBar()
    add(bar)
    done = []
    toasts = Toasts(window, bar)
    toast = toasts.show("Take 2 gelöscht.", action_text="Rückgängig", on_action=lambda: done.append(True))
    assert toast.action is not None
    toast.action.setFocus(Qt.FocusReason.TabFocusReason)
    assert toast.counting is not toast.action.hasFocus()
    press(Key.Key_Space)
    assert done == [True]
    assert toasts.shown == []


def test_a_toast_stands_where_it_covers_nothing_that_can_be_operated(window: QWidget, add: Add) -> None:
    bar, play = ActionBar(), Button("Abspielen")
    add(play)
    add(bar)
    toasts = Toasts(window, bar)
    window.resize(900, 500)
    toast = toasts.show("Freigegeben.", action_text="Rückgängig")
    left = toast.geometry().left()
    play.setParent(window)
    play.setGeometry(left, toast.geometry().top(), 120, toast.height())
    play.show()
    toasts.stand_above(bar)
    assert not toast.geometry().intersects(play.geometry())
    assert window.rect().contains(toast.geometry())
    play.hide()
    toasts.stand_above(bar)
    assert toast.geometry().left() == left, "at the left again"


def test_tab_goes_as_it_is_read_whatever_was_made_first(window: QWidget, add: Add) -> None:
    places = {"rechts": (300, 0), "unten": (0, 100), "links": (0, 4)}
    area = add(QWidget())
    made = {}
    for name, (left, top) in places.items():
        made[name] = Button(name, parent=area)
        made[name].setGeometry(left, top, 90, 40)
        made[name].show()
    ring = reading_order(area)
    assert [one.accessibleName() for one in ring] == ["links", "rechts", "unten"]
    made["unten"].setFocus()
    assert go_round(ring, forward=True)
    assert made["links"].hasFocus()
    assert go_round(ring, forward=False)
    assert made["unten"].hasFocus()
    made["unten"].clearFocus()
    assert not go_round(ring, forward=True)


def test_the_focus_stays_in_the_bar_when_its_button_is_off_for_a_moment_and_another_comes(
    window: QWidget, add: Add
) -> None:
    bar, hand_in, following = ActionBar(), Button("Clip abgeben", "primary"), Button("Nächste Idee", "primary")
    add(Button("Take 1"))
    add(bar)
    bar.set_buttons(hand_in)
    hand_in.setFocus()
    hand_in.refuse("Einen Moment.")
    bar.set_buttons(following)
    assert following.hasFocus()


def test_a_toast_goes_by_itself(window: QWidget, add: Add) -> None:
    bar = ActionBar()
    add(bar)
    toasts = Toasts(window, bar, stays_ms=1)
    toast = toasts.show("Gespeichert.")
    assert toast.geometry().bottom() < bar.geometry().top()
    QTest.qWait(30)
    assert toasts.shown == []


def test_the_ring_stands_for_the_keyboard_and_for_fields_only(app: QApplication, window: QWidget, add: Add) -> None:
    ring = FocusRing(window)
    field, button, other = add(LineField("leer")), add(Button("Eins")), add(Button("Zwei"))
    field.setFocus()
    assert ring_on(ring) is field
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring_on(ring) is None
    press(Key.Key_Tab)
    assert ring_on(ring) is other


def test_the_ring_follows_and_never_dangles(app: QApplication, window: QWidget, add: Add) -> None:
    ring = FocusRing(window)
    area = QScrollArea()
    inside = QWidget()
    column = QVBoxLayout(inside)
    fields = [LineField(f"Feld {at}") for at in range(40)]
    for field in fields:
        column.addWidget(field)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    add(area)
    fields[0].setFocus()
    assert ring_on(ring) is fields[0]
    before = ring.y()
    area.verticalScrollBar().setValue(10)
    assert ring.y() == before - 10
    area.verticalScrollBar().setValue(900)
    assert ring_on(ring) is None
    area.verticalScrollBar().setValue(0)
    assert ring_on(ring) is fields[0]
    fields[0].deleteLater()
    QCoreApplication.sendPostedEvents(fields[0], QEvent.Type.DeferredDelete)
    app.processEvents()
    assert ring_on(ring) is not fields[0]
    window.resize(800, 500)
    app.processEvents()


def test_somebody_among_many_is_found_by_typing_and_nobody_takes_no_answer_away(window: QWidget, add: Add) -> None:
    names = (
        "Zoe Uhl",
        "Ömer Öz",
        "Anna Groß",
        "Olaf Kern",
        "Änne Abt",
        "Ida Ott",
        "Pia Rau",
        "Udo Voß",
        "Zeynep Yıldız",
    )
    who = WhoIsSeen(Speaker("de").say, [Person(str(at), name) for at, name in enumerate(names)])
    add(who)
    listed = [tick.text() for tick in who.people.findChildren(Check)]
    assert sorted(listed) != listed == ["Anna Groß", "Änne Abt", "Ida Ott", "Olaf Kern", "Ömer Öz", *listed[5:]]
    who.people.search.setFocus()
    QTest.keyClicks(who.people.search, "gross")
    press(Key.Key_Down)
    press(Key.Key_Space)
    who.people.search.setText("omer")
    press(Key.Key_Down)
    assert [tick.text() for tick in who.people.findChildren(Check) if tick.isVisible()] == ["Anna Groß", "Ömer Öz"]
    who.people.search.setText("yildiz")
    assert who.people.tick("8").isVisible()
    who.nobody.click()
    assert (who.answered, who.ticked) == (True, ())
    who.nobody.click()
    assert who.ticked == ("2",), "one click too many takes nothing away"
