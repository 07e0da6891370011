"""The program behind the window: session, look, library, and what waits from last time."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from skriptstudio.domain.errors import LibraryGone, NoLibraryChosen, SkriptStudioError
from skriptstudio.ui.navigation import load_all_pages
from skriptstudio.ui.qt_words import speak_qt
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import Theme, system_wants_less_motion
from skriptstudio.ui.widgets.dialog import open_dialog
from skriptstudio.ui.window import Window

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House
    from skriptstudio.assembly.leftovers import WaitingTake
    from skriptstudio.domain.people import Staff
    from skriptstudio.domain.production import Summary


SWITCH_SECONDS = 0.0005
"""How long a job may hold Python while the window wants it; Python's own 5 ms add up where several jobs run."""

CLOSING_SECONDS = 5.0
"""How long the end of the program goes on deleting what was thrown away."""


class Program:
    """Everything that lives as long as the window.

    Attributes:
        window: the one window.
        session: what it is about.
        theme: how it looks.
    """

    def __init__(
        self, app: QApplication, library: str | None = None, production: str = "", language: str | None = None
    ) -> None:
        sys.setswitchinterval(SWITCH_SECONDS)
        self._app = app
        if library:
            from skriptstudio.assembly.places import LIBRARY_VARIABLE

            # Named in the call, it holds for whoever opens the library again in this run.
            os.environ[LIBRARY_VARIABLE] = library
        self._production = production
        self.session = Session()
        if language is not None:
            self.session.use_language(language)
        self._speak_qt()
        self.theme = Theme()
        self._look: tuple[str, float, bool] | None = None
        self.dress()
        self.window = Window(self.session)
        self.theme.changed.connect(self.window.update)
        self.session.settings_changed.connect(self.dress)
        self.session.language_changed.connect(self._speak_qt)
        self.session.language_changed.connect(self.window.rebuild)
        self.session.library_changed.connect(self._library_chosen)
        self.window.closing.connect(self._empty_bin)
        QTimer.singleShot(0, self.begin)

    def _speak_qt(self) -> None:
        speak_qt(self._app, self.session.speaker.language)

    def dress(self) -> None:
        """Apply the settings' look."""
        settings = self.session.settings
        calm = system_wants_less_motion() if settings.calm is None else settings.calm
        look = (settings.scheme, settings.text_scale, calm)
        if look != self._look:
            self._look = look
            self.theme.apply(self._app, settings.scheme, settings.text_scale, calm)  # type: ignore[arg-type]

    def begin(self) -> None:
        """Open the library in the background; the first picture stands already."""
        self.window.jobs.start(lambda control: _opened(), self._opened, self._not_opened)

    def close(self) -> None:
        """End all jobs; the window goes."""
        self.window.close()

    def _empty_bin(self) -> None:
        """Delete what was thrown away in this run; the window waits a while for it, the next start does the rest."""
        from skriptstudio.assembly.kept import bin_notes
        from skriptstudio.assembly.leftovers import empty_bins

        mine = bin_notes().mine()
        if mine:
            self.window.jobs.start(lambda control: empty_bins(mine, CLOSING_SECONDS))

    def _opened(self, house: House) -> None:
        self.session.use_library(house)

    def _not_opened(self, error: SkriptStudioError) -> None:
        if isinstance(error, NoLibraryChosen):
            self.window.go("welcome")
            self.window.jobs.start(lambda control: _load_the_rest())
        elif isinstance(error, LibraryGone):
            self.window.go("no_library")
        else:
            self.window.go("welcome")
            self.window.fail(error)

    def _library_chosen(self) -> None:
        house = self.session.house
        self.window.jobs.start(lambda control: (house.people.staff(), house.plan.list()), self._show)

    def _show(self, found: tuple[Staff, tuple[Summary, ...]]) -> None:
        staff, summaries = found
        self.session.show_staff(staff)
        self.window.count_waiting(summaries)
        if self._production:
            self.window.open_production(self._production, "write")
            self._production = ""
        self.window.go("plan")
        self.window.jobs.start(lambda control: _load_the_rest())
        self._recover()
        house = self.session.house
        self.window.jobs.start(
            lambda control: len(house.results.due_of_new_clips()) + len(house.guidance.reminders()),
            self.window.count_open,
        )

    def _recover(self) -> None:
        """Offer what an interrupted recording or a lost drive has left on this computer."""
        from skriptstudio.assembly.kept import bin_notes
        from skriptstudio.assembly.leftovers import empty_bins, waiting_takes

        house = self.session.house
        self.window.jobs.start(lambda control: waiting_takes(house), self._offer)
        self.window.jobs.start(lambda control: empty_bins(bin_notes().left_behind()))
        self.window.jobs.start(lambda control: house.erasure.purge_here())

    def _offer(self, waiting: tuple[WaitingTake, ...]) -> None:
        """At once where nothing has been begun yet, else behind a toast."""
        if not waiting:
            return
        from skriptstudio.ui.pages.record.waiting import offer_waiting
        from skriptstudio.ui.pages.record.waiting_rows import how_many

        window, say = self.window, self.session.say
        if window.page == "plan" and open_dialog(window) is None:
            offer_waiting(window, window, waiting)
        else:
            window.toast(
                how_many(len(waiting), say), "film-strip", say("Have a look"),
                lambda: offer_waiting(window, window, waiting),
            )  # fmt: skip


def _opened() -> House:
    """The library with its first look taken; runs in a job."""
    from skriptstudio.assembly.house import House
    from skriptstudio.assembly.kept import load_media

    load_media()
    house = House(create=False)
    house.people.staff()
    return house


def _load_the_rest() -> None:
    """Whatever a click may need; runs in a job."""
    from skriptstudio.assembly.kept import load_parts

    load_all_pages()
    load_parts()
