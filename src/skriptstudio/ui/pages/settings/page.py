"""The settings page: sections at the left, what is set at the right, at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from skriptstudio.store.settings import Settings
from skriptstudio.ui.navigation import step_of
from skriptstudio.ui.page import Page, Place
from skriptstudio.ui.pages.settings.appearance import AppearanceSection
from skriptstudio.ui.pages.settings.devices import DevicesSection
from skriptstudio.ui.pages.settings.health import HealthSection
from skriptstudio.ui.pages.settings.house import HouseSection
from skriptstudio.ui.pages.settings.keys import KeysSection
from skriptstudio.ui.pages.settings.library import LibrarySection
from skriptstudio.ui.pages.settings.prompter import PrompterSection
from skriptstudio.ui.pages.settings.recording import RecordingSection
from skriptstudio.ui.pages.settings.rules import RulesSection
from skriptstudio.ui.pages.settings.section import Section
from skriptstudio.ui.pages.settings.section_list import SectionList
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.rows import Row

SECTIONS: dict[str, tuple[str, Callable[[Place], Section]]] = {
    "appearance": ("palette", AppearanceSection),
    "devices": ("video-camera", DevicesSection),
    "prompter": ("text-aa", PrompterSection),
    "recording": ("record-fill", RecordingSection),
    "library": ("folder-simple", LibrarySection),
    "house": ("buildings", HouseSection),
    "rules": ("shield-check", RulesSection),
    "keys": ("keyboard", KeysSection),
    "health": ("info", HealthSection),
}
"""Icon and class of each section, in the order of the list."""

_OPEN = "settingsSection"
"""Property of the session with the open section: a new language makes this page anew."""


class SettingsPage(Page):
    """One section at a time.

    Attributes:
        sections: the list.
        reset: asks, then sets look, devices and prompter as they were at first.
        finish: leaves.
    """

    key = "settings"
    needs_production = False

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        say = self.say
        self._names = {
            "appearance": say("Appearance"),
            "devices": say("Camera and sound"),
            "prompter": say("Prompter"),
            "recording": say("Record"),
            "library": say("Library"),
            "house": say("House and language"),
            "rules": say("Rules of the house"),
            "keys": say("Keyboard"),
            "health": say("Help and health"),
        }
        rows = [Row(key, self._names[key], icon=icon) for key, (icon, _) in SECTIONS.items()]
        self.sections = SectionList(say("Sections"), rows)
        self.reset = Button(say("Reset"), "quiet")
        self.finish = Button(say("Done"), "primary")
        self._section: Section | None = None
        self._build()
        self.sections.row_chosen.connect(self._open)
        self.sections.row_opened.connect(self._go_inside)
        self.reset.clicked.connect(self.ask_reset)
        self.finish.clicked.connect(self._leave)
        self.session.settings_changed.connect(self._settings_changed)
        self.session.library_changed.connect(self._library_changed)
        stored = self.session.property(_OPEN)
        self.sections.choose(stored if stored in SECTIONS else "appearance")

    def _build(self) -> None:
        left = Card(padding=6)
        left.column.addWidget(self.sections)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.verticalScrollBar().rangeChanged.connect(self._let_scroll)
        right = Card(padding=1)
        right.column.addWidget(self._area)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.gap)
        row.addWidget(left)
        row.addWidget(right, 1)
        self.bar.show_state("", self.say("Changes hold at once."), icon="check")
        self.bar.set_buttons(self.reset, self.finish)

    # --- the page

    def header_title(self) -> str:
        return self.say("Settings")

    def help_text(self) -> str:
        return self.say(
            "Every change holds at once and only for you on this computer. "
            "The library and its people are the same for everybody."
        )

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self.sections.set_compact(compact)

    def entered(self) -> None:
        self.sections.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._section is not None:
            self._section.refresh()
            self._section.opened()

    # --- sections

    @property
    def section(self) -> Section:
        """The open section."""
        assert self._section is not None
        return self._section

    def _open(self, key: str) -> None:
        self.session.setProperty(_OPEN, key)
        self._section = SECTIONS[key][1](self.place)
        self._area.setWidget(self._section)
        self._area.setAccessibleName(self._names[key])
        if self.isVisible():
            self._section.opened()

    def _let_scroll(self, _least: int, most: int) -> None:
        """What is longer than the card can be scrolled with the arrow keys."""
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if most else Qt.FocusPolicy.NoFocus)

    def _go_inside(self) -> None:
        """Enter in the list: to the first control of the section."""
        for one in (*self.section.findChildren(QWidget), self._area):
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled():
                one.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _settings_changed(self) -> None:
        if self._section is not None:
            self._section.refresh()

    def _library_changed(self) -> None:
        if self.sections.key == "library":
            self._open("library")

    # --- the bar

    def ask_reset(self) -> None:
        """Ask before everything is as at first."""
        self.place.ask(
            self.say("Reset the settings?"),
            self.say("Appearance, devices and prompter will be as at the beginning. Library and language stay."),
            self.say("Reset"),
            self._reset,
        )

    def _reset(self) -> None:
        first = Settings()
        self.section.change(
            scheme=first.scheme,
            text_scale=first.text_scale,
            calm=first.calm,
            camera=first.camera,
            microphone=first.microphone,
            prompter=first.prompter,
            count_in=first.count_in,
            goes_on=first.goes_on,
            framings=first.framings,
        )
        self.place.toast(self.say("Settings reset."))

    def _leave(self) -> None:
        """Go back to where the open production stands, or to Plan."""
        production = self.session.production
        self.place.go(step_of(production) if production is not None else "plan")
