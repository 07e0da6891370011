"""How the camera's picture is turned and cut, and what the camera really does."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.address import showable
from skriptstudio.domain.camera_check import FEW_FPS
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.framing import TURNS, CameraFacts, Framing
from skriptstudio.domain.ports.studio import Room, Still
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.page import Place
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.film import StillFilm
from skriptstudio.ui.widgets.lamp import Lamp
from skriptstudio.ui.widgets.slider import Slider
from skriptstudio.ui.widgets.text import Text

_PICTURE_MS, _FACTS_MS = 50, 500
_TALLEST, _LEAST, _AROUND = 400, 200, 240
_STEPS = 100
_SPARE = 0.02
"""A picture that is off 9:16 by less has nothing to choose."""


def facts_text(facts: CameraFacts | None, say: Say) -> str:
    """What the camera really does."""
    if facts is None:
        return say("Measuring what the camera does.")
    size = {"width": facts.width, "height": facts.height, "fps": round(facts.fps)}
    return say("{width} x {height}, {fps} pictures a second", **size)


def axis(facts: CameraFacts | None, turned: int) -> str:
    """Along which side of the turned picture its upright part can be moved: ``across``, ``down`` or neither."""
    if facts is None:
        return ""
    wide, tall = (facts.height, facts.width) if turned % 180 else (facts.width, facts.height)
    shape = wide * 16 / (tall * 9)
    return "across" if shape > 1 + _SPARE else "down" if shape < 1 - _SPARE else ""


class CameraSettings(QWidget):
    """Live picture, turn, part of the picture, facts.

    Attributes:
        framing: what is chosen now.
        changed: it has changed.
    """

    changed = Signal()

    def __init__(self, say: Say, framing: Framing, room: Room, newest: Callable[[], Still | None], tall: int) -> None:
        super().__init__()
        self.say = say
        self.framing = framing
        self._room = room
        self._newest = newest
        self._facts: CameraFacts | None = None
        self._film = StillFilm(say("Live picture"), tall)
        self.turn = Button(say("Turn by 90°"))
        self._turned = Text("", "small", "ink_soft")
        self._part = Text(say("Part of the picture"), "label")
        self.slider = Slider(say("Part of the picture"), 0, _STEPS)
        self.slider.setTracking(True)
        self._does = Text("", "body")
        self._few = Lamp("hint", say("Few pictures"), say("Close other programs and make it brighter."))
        self._build()
        for ms, work in ((_PICTURE_MS, self._show_picture), (_FACTS_MS, self._show_facts)):
            timer = QTimer(self)
            timer.timeout.connect(work)
            timer.start(ms)
        self._show_picture()
        self._show_facts()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(SPACE.s)
        words.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._turned)
        words.addSpacing(SPACE.s)
        words.addWidget(self._part)
        words.addWidget(self.slider)
        words.addSpacing(SPACE.s)
        words.addWidget(Text(self.say("What the camera does"), "label"))
        words.addWidget(self._does)
        words.addWidget(self._few)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.gap)
        row.addWidget(self._film, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.turn.clicked.connect(self._turn)
        self.slider.valueChanged.connect(self._move)

    def _turn(self) -> None:
        at = TURNS.index(self.framing.turned)
        self._choose(replace(self.framing, turned=TURNS[(at + 1) % len(TURNS)], across=0.5, down=0.5))

    def _move(self, step: int) -> None:
        side, share = axis(self._facts, self.framing.turned), step / _STEPS
        if side == "across":
            self._choose(replace(self.framing, across=share))
        elif side == "down":
            self._choose(replace(self.framing, down=share))

    def _choose(self, framing: Framing) -> None:
        if framing != self.framing:
            self.framing = framing
            self._room.frame(framing)
            self._show_facts()
            self.changed.emit()

    def _show_picture(self) -> None:
        still = self._newest()
        if still is not None:
            self._film.show_still(still)

    def _show_facts(self) -> None:
        """The camera tells nothing in its first seconds."""
        # One that has just lost its rate keeps its shape: the slider doesn't vanish under the hand.
        facts = self._room.facts
        self._facts = facts or self._facts
        turned = self.framing.turned
        self._turned.setText(self.say("Turned by {degrees}°", degrees=turned) if turned else self.say("Not turned"))
        side = axis(self._facts, turned)
        self._part.setVisible(bool(side))
        self.slider.setVisible(bool(side))
        if side:
            self.slider.blockSignals(True)
            self.slider.setValue(round((self.framing.across if side == "across" else self.framing.down) * _STEPS))
            self.slider.blockSignals(False)
        self._does.setText(facts_text(facts, self.say))
        self._few.setVisible(facts is not None and facts.fps < FEW_FPS)


def ask_for_framing(
    place: Place, window: QWidget, camera: str, room: Room, newest: Callable[[], Still | None], kept: Callable[[], None]
) -> Dialog:
    """Let the user turn and cut; kept for this camera, or as before after *Cancel*.

    Args:
        place: asks.
        window: what the dialog covers.
        camera: id under which it is kept.
        room: shows every change at once.
        newest: the live picture.
        kept: called when something has changed.
    """
    session = place.session
    say, before = session.say, session.settings.framings.get(showable(camera), Framing())
    tall = min(_TALLEST, max(_LEAST, window.height() - _AROUND))
    content = CameraSettings(say, before, room, newest, tall)
    dialog = Dialog(
        window,
        say("Set up the camera"),
        say("This part becomes the video."),
        say("Apply"),
        say("Cancel"),
        content=content,
        width=640,
    )

    def keep() -> None:
        if content.framing == before:
            return
        try:
            session.change_settings(framings={**session.settings.framings, showable(camera): content.framing})
        except SkriptStudioError as error:
            place.fail(error)
        kept()

    dialog.confirmed.connect(keep)
    dialog.cancelled.connect(lambda: room.frame(before))
    dialog.open(content.turn)
    return dialog
