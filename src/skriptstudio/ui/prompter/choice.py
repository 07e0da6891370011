"""What can be set about the prompter: tempo, type, place and keys, with a specimen that shows it at once.

The same in the dialog of the page Record and on the page Settings.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QResizeEvent, QScreen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from skriptstudio.domain.assets import asset
from skriptstudio.domain.ports.studio import Still
from skriptstudio.domain.prompter import (
    SYLLABLES_PER_SECOND,
    TARGET_SECONDS,
    LensPlace,
    Prompter,
    PrompterMode,
)
from skriptstudio.ui.prompter.band import PrompterBand
from skriptstudio.ui.prompter.reading import Reading, timed
from skriptstudio.ui.prompter.tempo_words import about_text
from skriptstudio.ui.prompter.text_screen import TextScreen
from skriptstudio.ui.prompter.words import decimal
from skriptstudio.ui.screens import OtherScreen, reading_px
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import grown
from skriptstudio.ui.tokens import HEIGHT, SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.fields import Choice
from skriptstudio.ui.widgets.film import Film
from skriptstudio.ui.widgets.segments import Segment, Segments
from skriptstudio.ui.widgets.slider import Slider
from skriptstudio.ui.widgets.text import Text
from skriptstudio.ui.widgets.ticks import Check

DISTANCES_PX = {60: 27, 80: 35, 100: 44}
"""Font size by distance from the screen in cm on a 15.6 inch screen (looks.md 2.2)."""

BACKDROPS = (0.6, 0.7, 0.78, 0.9, 1.0)
SCREEN_DISTANCES_CM = (60, 100, 150, 200, 300)
"""How far a reader sits from a further screen."""

COLUMNS_EM = (7.5, Prompter().column_em, 12.0)
MARGINS_PX = (8, 24, 48)

KEYS = ("F5", "F6", "F7", "F8", "F10", "B", "N", "Return", "Backspace", ".", "Home", "End")
"""What clickers and pedals send besides arrows and Page Up and Down; none of them means anything else on the stage."""

_TENTHS = 10
_SPECIMEN_PX = 112
_FEW_ROWS = 7
"""So much is seen of a group at once in a low window; the rest scrolls."""


class PrompterChoice(QWidget):
    """All that can be set, in four groups.

    Attributes:
        prompter: what is chosen now.
        groups: which part is shown.
        changed: ``prompter`` has changed.
        reading_asked: the reader wants to find out their tempo.
    """

    changed = Signal()
    reading_asked = Signal()

    def __init__(
        self,
        session: Session,
        prompter: Prompter,
        reading: Reading,
        still: Still | None,
        roomy: bool = True,
        screens: Sequence[OtherScreen] = (),
    ) -> None:
        """``reading`` is the text that is up; without ``roomy`` the specimen is left out; ``screens`` could show it."""
        super().__init__()
        self._session = session
        self.say = session.say
        self.prompter = prompter
        self._reading = reading
        self._screens = {one.key: one for one in screens}
        self._try_out: TextScreen | None = None
        self._specimen = _Specimen(self.say("Prompter"), still)
        if not roomy:
            self._specimen.hide()
        self.groups = Segments(
            self.say("Settings of the prompter"),
            [
                Segment("tempo", self.say("Tempo")),
                Segment("type", self.say("Type")),
                Segment("place", self.say("Place")),
                Segment("keys", self.say("Keys")),
            ],
            stretch=True,
        )
        self._stack = QStackedWidget()
        pages = (self._tempo(), self._type(), self._place(), self._keys())
        for page in pages:
            self._stack.addWidget(_scrolling(page))
        tallest = max(page.sizeHint().height() for page in pages)
        self._stack.setFixedHeight(tallest if roomy else min(tallest, _FEW_ROWS * grown(HEIGHT.target)))
        self._names = ("tempo", "type", "place", "keys")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        for part in (self._specimen, self.groups, self._stack):
            column.addWidget(part)
        self.groups.chosen.connect(lambda key: self._stack.setCurrentIndex(self._names.index(key)))
        self._show()

    # --- the groups

    def _tempo(self) -> QWidget:
        say, now = self.say, self.prompter
        page, rows = _page()
        modes = [
            (PrompterMode.TEMPO.value, say("My own tempo")),
            (PrompterMode.VOICE.value, say("My voice")),
            (PrompterMode.TARGET.value, say("Target time")),
            (PrompterMode.SENTENCES.value, say("Sentence by sentence")),
            (PrompterMode.BULLETS.value, say("Key words")),
        ]
        self.mode = self._choice(say("What moves the text?"), modes, now.mode.value, self._choose_mode)
        self.rate = Slider(
            say("Syllables each second"),
            round(SYLLABLES_PER_SECOND.least * _TENTHS),
            round(SYLLABLES_PER_SECOND.most * _TENTHS),
        )
        self.target = Slider(say("Target time"), round(TARGET_SECONDS.least), round(TARGET_SECONDS.most))
        tenths = round(now.syllables_per_second * _TENTHS)
        for slider, value in ((self.rate, tenths), (self.target, now.target_seconds)):
            slider.setTracking(True)
            slider.setSingleStep(1)
            slider.setValue(value)
        self._rate_text, self._target_text = Text("", tabular=True), Text("", tabular=True)
        self.read = Button(say("Read a 20 second sample"), "quiet", "microphone", small=True)
        self._about = Text("", "small", "ink_soft")
        _add(rows, say("What moves the text?"), self.mode)
        self._rate_row = _beside(self.rate, self._rate_text)
        self._target_row = _beside(self.target, self._target_text)
        _add(rows, say("Syllables each second"), self._rate_row)
        _add(rows, say("Target time"), self._target_row)
        rows.addRow(_beside(self.read, Text("")))
        rows.addRow(self._about)
        self._tempo_rows = rows
        self.rate.valueChanged.connect(lambda tenths: self._change(syllables_per_second=tenths / _TENTHS))
        self.target.valueChanged.connect(lambda seconds: self._change(target_seconds=seconds))
        self.read.clicked.connect(self.reading_asked)
        return page

    def _type(self) -> QWidget:
        say, now = self.say, self.prompter
        page, rows = _page()
        words = {size: cm for cm, size in DISTANCES_PX.items()}
        sizes = [
            (str(px), say("{cm} cm away", cm=words[px]) if px in words else say("{px} px", px=px))
            for px in sorted({*words, now.text_px, 56, 68})
        ]
        self.size_choice = self._choice(
            say("Size of the text"), sizes, str(now.text_px), lambda key: self._change(text_px=int(key))
        )
        faces = [("figtree", "Figtree"), ("lexend", "Lexend"), ("opendyslexic", "OpenDyslexic")]
        self.face = self._choice(say("Typeface"), faces, now.face, lambda key: self._change(face=key))
        columns = list(zip(COLUMNS_EM, (say("short"), say("medium"), say("long")), strict=True))
        self.column_choice = self._choice(
            say("Length of the lines"), _keyed(columns), "", lambda key: self._change(column_em=float(key))
        )
        margins = list(zip(MARGINS_PX, (say("narrow"), say("medium"), say("wide")), strict=True))
        self.margin = self._choice(
            say("Margins"), _keyed(margins), "", lambda key: self._change(margin_px=round(float(key)))
        )
        grounds = [(share, say("{percent} % dark", percent=round(share * 100))) for share in BACKDROPS]
        self.ground = self._choice(
            say("Ground under the text"), _keyed(grounds), "", lambda key: self._change(backdrop=float(key))
        )
        for choice, keys, value in (
            (self.column_choice, COLUMNS_EM, now.column_em),
            (self.margin, MARGINS_PX, now.margin_px),
            (self.ground, BACKDROPS, now.backdrop),
        ):
            choice.choose(str(_nearest(keys, value)))
        self.contrast = self._check(say("High contrast"), now.high_contrast, lambda on: self._change(high_contrast=on))
        for choice in (self.size_choice, self.face, self.column_choice, self.margin, self.ground):
            _add(rows, choice.accessibleName(), choice)
        rows.addRow(self.contrast)
        return page

    def _place(self) -> QWidget:
        say, now = self.say, self.prompter
        page, rows = _page()
        places = [
            (LensPlace.TOP.value, say("at the top in the middle")),
            (LensPlace.TOP_LEFT.value, say("at the top on the left")),
            (LensPlace.TOP_RIGHT.value, say("at the top on the right")),
            (LensPlace.LEFT.value, say("on the left")),
            (LensPlace.RIGHT.value, say("on the right")),
            (LensPlace.BOTTOM.value, say("at the bottom")),
        ]
        self.lens = self._choice(
            say("Where is the lens?"), places, now.lens.value, lambda key: self._change(lens=LensPlace(key))
        )
        over = [("over", say("over the picture")), ("above", say("above the picture"))]
        self.over = self._choice(
            say("The text stands"),
            over,
            "over" if now.over_picture else "above",
            lambda key: self._change(over_picture=key == "over"),
        )
        self.mirrored_text = self._check(
            say("Mirror the text, for a glass in front of the lens"),
            now.mirrored_text,
            lambda on: self._change(mirrored_text=on),
        )
        self.mirrored_preview = self._check(
            say("Mirror the picture, only here and never in the file"),
            now.mirrored_preview,
            lambda on: self._change(mirrored_preview=on),
        )
        self._screen_rows(rows)
        _add(rows, self.lens.accessibleName(), self.lens)
        _add(rows, self.over.accessibleName(), self.over)
        rows.addRow(self.mirrored_text)
        rows.addRow(self.mirrored_preview)
        return page

    def _screen_rows(self, rows: QFormLayout) -> None:
        """On which screen the text stands, where there is a choice."""
        say, now = self.say, self.prompter
        names = [(one.key, say("alone on: {screen}", screen=one.name)) for one in self._screens.values()]
        if now.screen and now.screen not in self._screens:
            names.append((now.screen, say("alone on a screen that isn't there now")))
        places = [("", say("in this window")), *names]
        self.text_screen = self._choice(
            say("Screen of the text"), places, now.screen, lambda key: self._change(screen=key)
        )
        sizes = {reading_px(cm, self._known_screen()): cm for cm in SCREEN_DISTANCES_CM}
        items = [
            (str(px), say("{cm} cm away", cm=sizes[px]) if px in sizes else say("{px} px", px=px))
            for px in sorted({*sizes, now.screen_px})
        ]
        self.screen_size = self._choice(
            say("Size there"), items, str(now.screen_px), lambda key: self._change(screen_px=int(key))
        )
        self.try_screen = Check(say("Show it there now"))
        self.try_screen.toggled.connect(lambda _: self._show_try_out())
        _add(rows, self.text_screen.accessibleName(), self.text_screen)
        _add(rows, self.screen_size.accessibleName(), self.screen_size)
        rows.addRow(self.try_screen)
        self._place_rows = rows
        rows.setRowVisible(self.text_screen, bool(names))

    def _known_screen(self) -> QScreen | None:
        one = self._screens.get(self.prompter.screen) or next(iter(self._screens.values()), None)
        return one.screen if one is not None else None

    def _show_try_out(self) -> None:
        """The text as it will stand on the other screen, until the dialog is closed."""
        one = self._screens.get(self.prompter.screen) if self.try_screen.isChecked() else None
        if one is None:
            if self._try_out is not None:
                self._try_out.close()
                self._try_out.deleteLater()
                self._try_out = None
            return
        fresh = self._try_out is None or self._try_out.screen() is not one.screen
        if self._try_out is None:
            self._try_out = TextScreen(self.say("Prompter"), self)
        self._try_out.set_look(self.prompter)
        self._try_out.set_text(timed(self._reading, self.prompter))
        if fresh:
            self._try_out.cover(one.screen)

    def _keys(self) -> QWidget:
        say, now = self.say, self.prompter
        page, rows = _page()
        always = say("Arrows, wheel, Page Up and Page Down always move the text. A clicker may need another key.")
        rows.addRow(Text(always, "small", "ink_soft"))
        none = [("", say("no other key")), *((key, key) for key in KEYS)]
        self.forward = self._choice(say("Forward"), none, now.forward_key, lambda key: self._change(forward_key=key))
        self.back = self._choice(say("Back"), none, now.back_key, lambda key: self._change(back_key=key))
        self.hold = self._choice(say("Hold and go on"), none, now.hold_key, lambda key: self._change(hold_key=key))
        for choice in (self.forward, self.back, self.hold):
            _add(rows, choice.accessibleName(), choice)
        return page

    # --- what is chosen

    def _choose_mode(self, key: str) -> None:
        self._change(mode=PrompterMode(key))

    def _change(self, **values: object) -> None:
        self.prompter = replace(self.prompter, **values)  # type: ignore[arg-type]
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        say, now, language = self.say, self.prompter, self._session.speaker.language
        sentences = timed(self._reading, now)
        self._rate_text.setText(decimal(now.syllables_per_second, language))
        self._target_text.setText(say("{seconds} s", seconds=now.target_seconds))
        self._about.setText(about_text(sentences, now, say, language))
        by_hand = now.mode in (PrompterMode.SENTENCES, PrompterMode.BULLETS)
        self._tempo_rows.setRowVisible(self._rate_row, now.mode in (PrompterMode.TEMPO, PrompterMode.VOICE))
        self._tempo_rows.setRowVisible(self._target_row, now.mode is PrompterMode.TARGET)
        self.read.setVisible(not by_hand)
        self._place_rows.setRowVisible(self.screen_size, bool(now.screen))
        self._place_rows.setRowVisible(self.try_screen, now.screen in self._screens)
        self._show_try_out()
        self._specimen.band.set_text(sentences)
        self._specimen.show_look(now)

    def _choice(self, name: str, items: Sequence[tuple[str, str]], chosen: str, then: Callable[[str], None]) -> Choice:
        made = Choice(name, items)
        made.choose(chosen)
        made.activated.connect(lambda _: then(made.key))
        return made

    def _check(self, text: str, on: bool, then: Callable[[bool], None]) -> Check:
        made = Check(text)
        made.setChecked(on)
        made.toggled.connect(then)
        return made


def _page() -> tuple[QWidget, QFormLayout]:
    page = QWidget()
    page.setObjectName("clear")
    rows = QFormLayout(page)
    rows.setContentsMargins(0, 0, SPACE.xs, 0)
    rows.setSpacing(SPACE.s)
    rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return page, rows


def _add(rows: QFormLayout, text: str, of: QWidget) -> None:
    label = Text(text, "label")
    label.setBuddy(of)
    rows.addRow(label, of)


def _beside(control: QWidget, text: Text) -> QWidget:
    both = QWidget()
    both.setObjectName("clear")
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.m)
    row.addWidget(control)
    row.addWidget(text, 1)
    both.setFocusProxy(control)
    return both


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setObjectName("clear")
    area.setWidget(page)
    return area


def _nearest(values: Sequence[float], value: float) -> float:
    return min(values, key=lambda one: abs(one - value))


def _keyed(items: Sequence[tuple[float, str]]) -> list[tuple[str, str]]:
    return [(str(key), text) for key, text in items]


def _drawn_person() -> QImage:
    """Somebody to look at where there is no camera's picture."""
    image = QImage(540, 960, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    person = QSvgRenderer(str(asset("art/presenter.svg")))
    person.setAspectRatioMode(Qt.AspectRatioMode.IgnoreAspectRatio)
    person.render(painter)
    painter.end()
    return image


class _Specimen(QWidget):
    """The first lines over the picture, two thirds as large as on the stage."""

    def __init__(self, name: str, still: Still | None) -> None:
        super().__init__()
        self._px = Prompter().text_px
        self.film = Film(name, mirrored=True, parent=self)
        if still is not None:
            self.film.show_still(still)
        else:
            self.film.show_image(_drawn_person())
        self.band = PrompterBand(name, parent=self)
        self.setFixedHeight(_SPECIMEN_PX)

    def show_look(self, prompter: Prompter) -> None:
        self._px = prompter.text_px
        self.band.set_look(prompter)
        self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(300, _SPECIMEN_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self.film.setGeometry(self.rect())
        self.band.fit(round(self._px * 2 / 3), 2, self.width())
        self.band.setFocusPolicy(Qt.FocusPolicy.NoFocus)
