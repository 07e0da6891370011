"""Every part has a name, a role and something large enough to click."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from skriptstudio.ui.theme import Theme
from skriptstudio.ui.widgets.buttons import Button, IconButton
from skriptstudio.ui.widgets.cards import SelectableCard
from skriptstudio.ui.widgets.chips import Chip, FilterChip, Link
from skriptstudio.ui.widgets.fields import Check, Choice, Field, LineField, Radio, Switch, TextField
from skriptstudio.ui.widgets.finding import FindingBox
from skriptstudio.ui.widgets.header import TurnPill
from skriptstudio.ui.widgets.job_strip import Progress
from skriptstudio.ui.widgets.lamp import Lamp
from skriptstudio.ui.widgets.meter import LevelMeter
from skriptstudio.ui.widgets.rows import Row, RowList
from skriptstudio.ui.widgets.text import Text
from skriptstudio.ui.widgets.time_bar import Block, TimeBar

pytestmark = pytest.mark.qt

Role = QAccessible.Role
Spoken = Callable[[QWidget], tuple[str, QAccessible.Role]]


def time_bar() -> TimeBar:
    made = TimeBar()
    made.show_blocks([Block("Hook", "hook", 3.0)], (20, 35), "3 Sekunden, Ziel 20 bis 35")
    return made


PARTS: list[tuple[Callable[[], QWidget], str, Role]] = [
    (lambda: Button("Freigeben", "primary"), "Freigeben", Role.Button),
    (lambda: IconButton("play", "Abspielen"), "Abspielen", Role.Button),
    (lambda: SelectableCard("Ding der Woche"), "Ding der Woche", Role.CheckBox),
    (lambda: Chip("3. Dezember"), "3. Dezember", Role.StaticText),
    (lambda: FilterChip("Drinnen"), "Drinnen", Role.CheckBox),
    (lambda: Link("5 weitere Ziele"), "5 weitere Ziele", Role.Button),
    (lambda: LineField(name="Name"), "Name", Role.EditableText),
    (lambda: TextField(name="Beschreibung"), "Beschreibung", Role.EditableText),
    (lambda: Check("Ton ist freundlich"), "Ton ist freundlich", Role.CheckBox),
    (lambda: Radio("lachen"), "lachen", Role.RadioButton),
    (lambda: Switch("Weniger Bewegung"), "Weniger Bewegung", Role.CheckBox),
    (lambda: FindingBox("hint", "Zwei Aufrufe.", "Einer reicht."), "Zwei Aufrufe. Einer reicht.", Role.Border),
    (lambda: TurnPill("Du bist dran", True), "Du bist dran", Role.StaticText),
    (lambda: Progress("Paket wird erstellt"), "Paket wird erstellt", Role.ProgressBar),
    (lambda: Lamp("ok", "Licht", "Gesicht gut hell"), "Licht. Gesicht gut hell", Role.StaticText),
    (lambda: LevelMeter("Mikro"), "Mikro", Role.ProgressBar),
    (lambda: Text("Ein Satz.", lead="Alles da."), "Alles da. Ein Satz.", Role.StaticText),
    (time_bar, "3 Sekunden, Ziel 20 bis 35", Role.StaticText),
    (lambda: RowList("Ziele", [Row("a", "TikTok")]), "Ziele", Role.List),
]


@pytest.fixture(params=PARTS, ids=[name for _, name, _ in PARTS])
def part(request: pytest.FixtureRequest, theme: Theme) -> tuple[QWidget, str, Role]:
    make, name, role = request.param
    return make(), name, role


def test_a_screen_reader_gets_name_and_role(part: tuple[QWidget, str, Role], spoken: Spoken) -> None:
    widget, name, role = part
    heard, heard_role = spoken(widget)
    assert heard == name
    assert heard_role in {role, Role.Button}


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_whatever_can_be_clicked_is_32_px_at_least(
    app: QApplication, theme: Theme, part: tuple[QWidget, str, Role], scale: float
) -> None:
    widget, _, _ = part
    theme.apply(app, "dark", scale, True)
    if isinstance(widget, QAbstractButton) and not isinstance(widget, SelectableCard):
        assert widget.sizeHint().height() >= 32
        assert widget.sizeHint().width() >= 32


def test_a_button_that_is_off_says_why(theme: Theme) -> None:
    button = Button("Freigeben", "primary", key="F")
    assert button.accessibleDescription() == "F"
    button.refuse("Noch ein Punkt offen.")
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == button.why == "Noch ein Punkt offen."
    button.allow()
    assert (button.isEnabled(), button.toolTip(), button.accessibleDescription()) == (True, "", "F")


def test_a_field_tells_its_error_with_the_editor(theme: Theme) -> None:
    field = Field("Datum", LineField(), "Tag und Monat")
    assert field.editor.accessibleName() == "Datum"
    field.set_error("Das Datum liegt in der Vergangenheit.")
    assert field.editor.accessibleDescription() == field.error
    field.set_error("")
    assert field.editor.accessibleDescription() == "Tag und Monat"


def test_a_choice_has_its_name(theme: Theme) -> None:
    # Qt tells AT-SPI the chosen text as name of a combo box and the name by relation.
    choice = Choice("Kamera", [("0", "C920"), ("1", "Testbild")])
    assert choice.accessibleName() == "Kamera"
    choice.choose("1")
    choice.set_items([("1", "Testbild")])
    assert choice.key == "1"


def test_a_row_says_all_it_shows(theme: Theme) -> None:
    row = Row("a", "TikTok", "0:25 · 31 MB", chips=(("16 Z/s", "hint"),), lamp=("hint", "2 Hinweise"))
    rows = RowList("Ziele", [row])
    heard = QAccessible.queryAccessibleInterface(rows).child(0)
    assert heard.text(QAccessible.Text.Name) == "TikTok, 0:25 · 31 MB, 16 Z/s, 2 Hinweise"


def test_the_meter_tells_its_level_and_its_word(theme: Theme) -> None:
    meter = LevelMeter("Mikro", {"quiet": "zu leise", "good": "gut", "loud": "zu laut"})
    assert meter.word == "zu leise"
    meter.set_level(-18.0)
    assert (meter.value(), meter.verdict, meter.accessibleDescription()) == (-18, "good", "gut")
    meter.set_level(-2.0)
    assert meter.verdict == "loud"
    meter.set_level(float("-inf"))
    assert meter.value() == -48
    assert meter.peak_db > -10
