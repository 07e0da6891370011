"""What a step shows while no production is open: the way to one."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from skriptstudio.ui.page import Page, Place
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.empty import EmptyPage


class NothingOpenPage(Page):
    """Stands in for every page that is about a production."""

    key = "nothing_open"
    needs_production = False

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        go = Button(self.say("To Planen"), "primary")
        go.clicked.connect(lambda: place.go("plan"))
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            EmptyPage(
                "folder-open",
                self.say("First open a production"),
                self.say("Choose one under Planen, or begin a new one."),
                go,
            )
        )
