"""The card at the right: room check, level, who speaks, camera and microphone."""

from collections.abc import Collection
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from skriptstudio.domain.address import showable
from skriptstudio.domain.disk_room import DiskRoom, disk_room
from skriptstudio.domain.room_check import RoomReport, RoomTopic
from skriptstudio.ui.pages.record.booth import NO_CAMERA, Booth
from skriptstudio.ui.pages.record.disk_watch import room_text
from skriptstudio.ui.pages.record.lamp_row import LampRow
from skriptstudio.ui.pages.record.room_words import Part, lamp_words, summary
from skriptstudio.ui.pages.record.speakers import WhoSpeaks
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import grown
from skriptstudio.ui.tokens import HEIGHT, SPACE
from skriptstudio.ui.widgets.bare_scroll import BareScroll
from skriptstudio.ui.widgets.buttons import Button, IconButton
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.fields import Choice
from skriptstudio.ui.widgets.meter import LevelMeter
from skriptstudio.ui.widgets.text import Text, divider

PHONE = "phone"
"""Key of the entry that asks for a phone's address; no device has it."""


class RoomCard(Card):
    """Four lamps, level meter, who speaks, device boxes.

    Attributes:
        check: the button that starts the room check.
        lamps: the four lamps.
        disk: how much longer can be recorded.
        set_up: asks how the camera's picture is turned and cut.
        camera_chosen, microphone_chosen: id of a device, or ``PHONE``.
    """

    camera_chosen = Signal(str)
    microphone_chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(padding=SPACE.card, spacing=SPACE.xs)
        say = session.say
        self._session = session
        self.check = Button(say("Check"), "quiet", small=True, name=say("Check the room"))
        self.lamps = RoomLamps(session)
        self.meter = LevelMeter(
            say("Microphone level"),
            {
                "quiet": say("still quiet: say something"),
                "good": say("good: green range"),
                "loud": say("too loud: move away"),
            },
        )
        self._word = Text(self.meter.word, "small", "ink_soft", align=Qt.AlignmentFlag.AlignRight)
        self.meter.verdict_changed.connect(lambda _: self._word.setText(self.meter.word))
        self.speakers = WhoSpeaks(say)
        self.camera = Choice(say("Camera"), icon_name="video-camera")
        self.set_up = IconButton("sliders-horizontal", say("Set up the camera"))
        self.microphone = Choice(say("Microphone"), icon_name="microphone")
        self.disk = Text("", "small", "ink_soft", lines=1)
        self._build()
        self.set_compact(False)

    def _build(self) -> None:
        say = self._session.say
        title = QHBoxLayout()
        title.addWidget(Text(say("Room check"), "card"), 1)
        title.addWidget(self.check)
        self._head = QHBoxLayout()
        self._head.addWidget(Text(say("Microphone"), "label"))
        self._head.addWidget(self._word, 1)
        self._devices = QVBoxLayout()
        self._devices.setSpacing(SPACE.s)
        self._eye = QHBoxLayout()
        self._eye.setSpacing(SPACE.xs)
        self._eye.addWidget(self.camera, 1)
        self._devices.addLayout(self._eye, 1)
        self._devices.addWidget(self.microphone, 1)
        self.column.addLayout(title)
        self.column.addWidget(self.lamps, 1)
        self.column.addWidget(divider())
        self.column.addLayout(self._head)
        self.column.addWidget(self.meter)
        self._who = QHBoxLayout()
        self._who.addWidget(self.speakers)
        self._who.addStretch(1)
        self.column.addLayout(self._who)
        self.column.addLayout(self._devices)
        self.column.addWidget(self.disk)
        self.disk.explain(
            say("So much fits onto this computer's disk. Takes lie there until they are safe in the library.")
        )
        self.disk.hide()
        self.check.setToolTip(say("Looks and listens whether the room is good (K)"))
        self.camera.activated.connect(lambda _: self.camera_chosen.emit(self.camera.key))
        self.microphone.activated.connect(lambda _: self.microphone_chosen.emit(self.microphone.key))

    def set_compact(self, compact: bool) -> None:
        """Lamps in one line each, devices side by side, and the meter's word left to its description."""
        self.lamps.set_compact(compact)
        pad = SPACE.m if compact else SPACE.card
        self.column.setContentsMargins(pad, pad - 4, pad, pad)
        self._devices.setDirection(QVBoxLayout.Direction.LeftToRight if compact else QVBoxLayout.Direction.TopToBottom)
        self._word.setVisible(not compact)
        (self._who if compact else self._eye).addWidget(self.set_up)
        if compact:
            self._head.insertWidget(1, self.meter, 1)
        else:
            self.column.insertWidget(self.column.indexOf(self._who), self.meter)

    def allow_check(self, why_not: str) -> None:
        """Turn the button on, or off with a reason."""
        if why_not:
            self.check.refuse(why_not)
        else:
            self.check.allow()

    def allow_set_up(self, why_not: str) -> None:
        """Whether the camera can be set up, or why not."""
        if why_not:
            self.set_up.refuse(why_not)
        else:
            self.set_up.allow()

    def show_room(self, report: RoomReport | None, tidy: bool | None, missing: Collection[Part]) -> None:
        """Show the lamps; arguments as for ``lamp_words``."""
        say = self._session.say
        self.check.set_icon("arrow-counter-clockwise" if report else None)
        self.check.setText(say("Again") if report else say("Check"))
        self.lamps.show_room(report, tidy, missing)

    def show_disk(self, seconds: Fraction) -> None:
        """Say how much longer can be recorded; a warning below ten minutes."""
        say = self._session.say
        tokens = {DiskRoom.ENOUGH: "ink_soft", DiskRoom.SCARCE: "hint", DiskRoom.NONE: "stop"}
        self.disk.setText(room_text(seconds, say))
        self.disk.set_token(tokens[disk_room(seconds)])
        self.disk.show()

    def show_booth(self, booth: Booth) -> None:
        """Offer these devices, with the ones in use chosen, also where they aren't listed."""
        say, camera, microphone = self._session.say, booth.camera, booth.microphone
        offered = [(device.id, device.name) for device in booth.cameras]
        if camera not in {*(key for key, _ in offered), NO_CAMERA}:
            phone = camera.startswith("http")
            offered.insert(0, (camera, say("Phone {address}", address=showable(camera)) if phone else say("No camera")))
        offered += [(PHONE, say("Phone as camera …")), (NO_CAMERA, say("Sound only"))]
        self.camera.set_items(offered)
        self.camera.choose(camera)
        heard = [(device.id, device.name) for device in booth.microphones]
        if microphone not in {key for key, _ in heard}:
            heard.insert(0, (microphone, say("No microphone")))
        self.microphone.set_items(heard)
        self.microphone.choose(microphone)


class RoomLamps(BareScroll):
    """The four lamps; they scroll only where large type leaves them no room.

    Attributes:
        pressed: a lamp wants to tell more, with its ``RoomTopic``.
    """

    pressed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName(session.say("Room check"))
        self.column.setSpacing(SPACE.xs)
        self._rows = {topic: LampRow(lamp_words(topic, None, None, (), session.speaker)) for topic in RoomTopic}
        for place, (topic, row) in enumerate(self._rows.items()):
            self.column.insertWidget(place, row)
            row.clicked.connect(partial(self._press, topic))

    def row(self, topic: RoomTopic) -> LampRow:
        """The lamp of a topic."""
        return self._rows[topic]

    def set_compact(self, compact: bool) -> None:
        """One line for each lamp."""
        self.column.setSpacing(0 if compact else SPACE.xs)
        for row in self._rows.values():
            row.set_compact(compact)

    def show_room(self, report: RoomReport | None, tidy: bool | None, missing: Collection[Part]) -> None:
        """Show what is known; arguments as for ``lamp_words``."""
        for topic, row in self._rows.items():
            row.show_words(lamp_words(topic, report, tidy, missing, self._session.speaker))

    def announce(self) -> None:
        """Tell screen readers how the lamps stand."""
        told = summary([row.words for row in self._rows.values()], self._session.speaker)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _press(self, topic: RoomTopic) -> None:
        self.pressed.emit(topic)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(240, self.column.sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(120, grown(HEIGHT.target))
