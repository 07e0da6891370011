"""All parts on one sheet, to be laid beside the drawn ones: ``python gallery.py light OUT.png [scale]``."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from skriptstudio.ui.focus import FocusRing
from skriptstudio.ui.theme import Scheme, Theme
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.action_bar import ActionBar
from skriptstudio.ui.widgets.buttons import Button, Kind
from skriptstudio.ui.widgets.cards import Card, SelectableCard
from skriptstudio.ui.widgets.chips import Chip, FilterChip, Link
from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.empty import EmptyPage
from skriptstudio.ui.widgets.fields import Check, Choice, Field, LineField, Radio, SettingRow, Switch, TextField
from skriptstudio.ui.widgets.finding import FindingBox
from skriptstudio.ui.widgets.header import Header, TurnPill
from skriptstudio.ui.widgets.job_strip import JobStrip
from skriptstudio.ui.widgets.lamp import Lamp
from skriptstudio.ui.widgets.meter import LevelMeter
from skriptstudio.ui.widgets.rows import Row, RowList
from skriptstudio.ui.widgets.segments import Segment, Segments
from skriptstudio.ui.widgets.step_rail import RailStep, StepRail
from skriptstudio.ui.widgets.text import Text
from skriptstudio.ui.widgets.time_bar import Block, TimeBar
from skriptstudio.ui.widgets.toast import Toasts

KINDS: tuple[tuple[Kind, str], ...] = (
    ("primary", "Freigeben"),
    ("secondary", "Ansehen"),
    ("quiet", "Merken"),
    ("danger", "Löschen"),
    ("record", "Aufnehmen"),
)


def titled(title: str, *rows: QWidget) -> Card:
    """A card with a small title and its parts below."""
    card = Card(spacing=SPACE.m)
    card.column.addWidget(Text(title, "label", "ink_soft"))
    for row in rows:
        card.column.addWidget(row)
    return card


def side_by_side(*parts: QWidget) -> QWidget:
    """Parts in one line."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.card)
    for part in parts:
        part.setSizePolicy(QSizePolicy.Policy.Maximum, part.sizePolicy().verticalPolicy())
        row.addWidget(part)
    row.addStretch(1)
    return line


def buttons() -> Card:
    """Every kind in every state."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE.m)
    grid.setVerticalSpacing(14)
    for column, state in enumerate(("normal", "Maus", "gedrückt", "aus"), 1):
        grid.addWidget(Text(state, "small", "ink_soft"), 0, column)
    for row, (kind, text) in enumerate(KINDS, 1):
        grid.addWidget(Text(kind, "small", "ink_soft"), row, 0)
        for column in range(1, 5):
            button = Button(text, kind)
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, column == 2)
            button.setDown(column == 3)
            if column == 4:
                button.refuse("Es fehlt noch ein Punkt.")
            grid.addWidget(button, row, column, Qt.AlignmentFlag.AlignLeft)
    card = titled("Knöpfe")
    card.column.addLayout(grid)
    return card


def left_column() -> QVBoxLayout:
    """What stands at left in the drawing."""
    column = QVBoxLayout()
    column.setSpacing(14)
    column.addWidget(buttons())
    column.addWidget(
        titled(
            "Zustand und wer dran ist",
            side_by_side(TurnPill("Du bist dran", True), TurnPill("Pressestelle ist dran"), Chip("3. Dezember")),
        )
    )
    chosen, ticked, radio, switch = FilterChip("gewählt"), Check(name="an"), Radio(name="an"), Switch("an")
    for part in (chosen, ticked, radio, switch):
        part.setChecked(True)
    segments = Segments("Schema", (Segment("light", "Hell"), Segment("dark", "Dunkel", 3)))
    column.addWidget(
        titled(
            "Auswahl",
            side_by_side(
                FilterChip("Filter"),
                chosen,
                Check(name="aus"),
                ticked,
                Radio(name="aus"),
                radio,
                Switch("aus"),
                switch,
                segments,
            ),
        )
    )
    wrong = Field("Fehler", LineField())
    wrong.set_error("Das Datum liegt in der Vergangenheit. Neues Datum eintragen.")
    column.addWidget(
        titled("Eingabe", LineField("leer", "magnifying-glass"), wrong, Choice("Kamera", [("a", "Logitech C920")]))
    )
    bar = TimeBar()
    names = ("hook", "value", "beat", "beat", "beat", "cta")
    labels = ("Hook", "Nutzen", "Szene 1", "Szene 2", "Szene 3", "Aufruf")
    times = (2.5, 4.3, 4.3, 3.7, 6.0, 4.0)
    bar.show_blocks([Block(*part) for part in zip(labels, names, times, strict=True)], (20, 35), "24,8 Sekunden")
    column.addWidget(titled("Zeitbalken", bar))
    column.addStretch(1)
    return column


def right_column() -> QVBoxLayout:
    """What stands at right in the drawing."""
    column = QVBoxLayout()
    column.setSpacing(14)
    lamps = (
        Lamp("ok", "gut"),
        Lamp("hint", "Hinweis"),
        Lamp("stop", "geht so nicht"),
        Lamp("open", "noch offen"),
    )
    column.addWidget(titled("Ampel", side_by_side(*lamps), Lamp("hint", "Hintergrund", "Ein Bildschirm ist lesbar.")))
    column.addWidget(
        titled(
            "Befund",
            FindingBox("hint", "Zu lang für einen Atemzug.", "Mach zwei Sätze daraus."),
            FindingBox("stop", "Zwei Aufrufe.", "Entscheide dich für einen."),
            FindingBox(
                "tip",
                "Tipp.",
                "Zahlen merkt man sich, wenn sie rund sind.",
                suggestion="Rund 200 Meter.",
                accept="Übernehmen",
                decline="Lass ich so",
            ),
        )
    )
    meter = LevelMeter("Pegel")
    meter.set_level(-1.7)
    meter.set_level(-4.0)
    column.addWidget(titled("Pegel", meter))
    job = JobStrip("Paket wird erstellt", "Abbrechen")
    job.show_progress(0.62, "62 % · noch 15 s")
    column.addWidget(titled("Auftrag mit Abbruch", job))
    rows = RowList(
        "Ziele",
        [
            Row("a", "Instagram Reels", "0:25 · 31 MB", ticked=True, icon="instagram-logo", lamp=("ok", "")),
            Row("b", "Mira Albrecht", "Team", avatar="Mira", chips=(("16 Z/s", "hint"),), lamp=("hint", "2 Hinweise")),
        ],
    )
    rows.choose("a")
    rows.setFixedHeight(rows.sizeHint().height())
    column.addWidget(titled("Zeilen", rows))
    card = SelectableCard("Idee")
    card.setMinimumHeight(60)
    card.setChecked(True)
    column.addWidget(card)
    column.addWidget(SettingRow("Weniger Bewegung", "Nichts blendet ein.", Switch("Weniger Bewegung")))
    column.addWidget(side_by_side(Check("Botschaft kommt an"), Link("5 weitere Ziele", "dots-three-vertical")))
    column.addStretch(1)
    return column


def gallery() -> QWidget:
    """The whole sheet, inside a window as it is."""
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    names = ("Planen", "Schreiben", "Aufnehmen", "Prüfen", "Veröffentlichen")
    states = ("done", "done", "on", "todo", "todo")
    steps = [
        RailStep(name, name, state, 4 if name == "Prüfen" else 0)  # type: ignore[arg-type]
        for name, state in zip(names, states, strict=True)
    ]
    rail = StepRail("SkriptStudio", "Ergebnisse", "Menschen", "Einstellungen", steps)
    rail.set_person("Mira Albrecht", "Team")
    row.addWidget(rail)
    page = QVBoxLayout()
    page.setSpacing(0)
    header = Header()
    header.set_title("Mein Büro hat heute keine Wände", caret=True)
    header.set_state("Aufnahme")
    header.set_turn("Du bist dran", mine=True)
    page.addWidget(header)
    columns = QHBoxLayout()
    columns.setContentsMargins(SPACE.page, SPACE.xs, SPACE.page, SPACE.card)
    columns.setSpacing(SPACE.gap)
    columns.addLayout(left_column(), 1)
    columns.addLayout(right_column(), 1)
    page.addLayout(columns, 1)
    bar = ActionBar()
    bar.show_state("Szene 2 ist dran.", "Stell dich hin, lächle, dann sprich.", "Der Text steht unter der Linse.")
    bar.set_buttons(
        Button("Prompter einstellen", icon="sliders-horizontal"),
        Button("Aufnehmen", "record", "record-fill", "Leertaste"),
    )
    page.addWidget(bar)
    row.addLayout(page, 1)
    Toasts(sheet, bar).show("Take 2 gelöscht.", action_text="Rückgängig")
    return sheet


def second_sheet() -> QWidget:
    """The empty page under a dialog."""
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.addWidget(
        EmptyPage(
            "plus",
            "Hier beginnt euer erstes Video",
            "Such dir eine von 72 Ideen aus oder bring eine eigene mit. Von der Idee bis zum Take brauchst du "
            "etwa eine halbe Stunde.",
            Button("Idee aussuchen", "primary", "lightbulb"),
            Button("Eigene Idee", icon="pencil-simple"),
        )
    )
    return sheet


def main() -> None:
    """Draw the sheet, the empty page, and the empty page under a dialog."""
    scheme: Scheme = "dark" if sys.argv[1] == "dark" else "light"
    out = sys.argv[2]
    app = QApplication(sys.argv[:1])
    Theme().apply(app, scheme, float(sys.argv[3]) if len(sys.argv) > 3 else 1.0, True)
    sheet = gallery()
    ring = FocusRing(sheet)
    sheet.resize(1500, 1260)
    sheet.show()
    sheet.activateWindow()
    app.processEvents()
    sheet.findChildren(LineField)[0].setFocus()
    app.processEvents()
    assert ring.target is not None
    sheet.grab().save(out)
    other = second_sheet()
    other.resize(1118, 560)
    other.show()
    app.processEvents()
    other.grab().save(out.replace(".png", "_empty.png"))
    dialog = Dialog(
        other,
        "Clip zurückgeben?",
        "Mira bekommt die Notiz und macht weiter.",
        "Zurückgeben",
        "Abbrechen",
        content=TextField("Was soll anders werden?", 2),
    )
    dialog.open()
    app.processEvents()
    other.grab().save(out.replace(".png", "_dialog.png"))
    for window in (sheet, other):
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    main()
