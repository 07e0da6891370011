"""The card at the right: level, who speaks, camera and microphone."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from skriptstudio.domain.people import Person
from skriptstudio.ui.pages.record.booth import NO_CAMERA, Booth
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import grown
from skriptstudio.ui.tokens import HEIGHT, SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.fields import Choice
from skriptstudio.ui.widgets.meter import LevelMeter
from skriptstudio.ui.widgets.text import Text, divider
from skriptstudio.ui.widgets.ticks import Check

PHONE = "phone"
"""Key of the entry that asks for a phone's address; no device has it."""


class SoundCard(Card):
    """Level meter, ticks of people, device boxes.

    Attributes:
        camera_chosen, microphone_chosen: id of a device, or ``PHONE``.
        speakers_changed: other people are ticked.
        people_asked: nobody is entered yet, and the user wants to change that.
    """

    camera_chosen = Signal(str)
    microphone_chosen = Signal(str)
    speakers_changed = Signal()
    people_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(padding=SPACE.card)
        say = session.say
        self._session = session
        self._title = Text(say("Picture and sound"), "card")
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
        self.speakers = SpeakerTicks(say("Who speaks?"))
        self._nobody = Button(say("Enter a person"), "quiet", "user-plus", small=True)
        self.camera = Choice(say("Camera"), icon_name="video-camera")
        self.microphone = Choice(say("Microphone"), icon_name="microphone")
        self._build()

    def _build(self) -> None:
        say = self._session.say
        head = QHBoxLayout()
        head.addWidget(Text(say("Microphone"), "label"))
        head.addWidget(self._word, 1)
        self.column.addWidget(self._title)
        self.column.addLayout(head)
        self.column.addWidget(self.meter)
        self.column.addSpacing(SPACE.xs)
        self.column.addWidget(divider())
        self.column.addWidget(Text(say("Who speaks?"), "label"))
        self.column.addWidget(self._nobody, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.speakers, 1)
        self.column.addWidget(self.camera)
        self.column.addSpacing(SPACE.xs)
        self.column.addWidget(self.microphone)
        self._nobody.clicked.connect(self.people_asked)
        self.speakers.changed.connect(self.speakers_changed)
        self.camera.activated.connect(lambda _: self.camera_chosen.emit(self.camera.key))
        self.microphone.activated.connect(lambda _: self.microphone_chosen.emit(self.microphone.key))

    def set_compact(self, compact: bool) -> None:
        """Leave the title out where there is little room."""
        self._title.setVisible(not compact)

    def show_people(self, people: Sequence[Person], ticked: Sequence[str]) -> None:
        """List who can be ticked."""
        self.speakers.show_people(people, ticked)
        self._nobody.setVisible(not people)

    def show_booth(self, booth: Booth) -> None:
        """Offer these devices, with the ones in use chosen, also where they aren't listed."""
        say, camera, microphone = self._session.say, booth.camera, booth.microphone
        offered = [(device.id, device.name) for device in booth.cameras]
        if camera not in {*(key for key, _ in offered), NO_CAMERA}:
            phone = camera.startswith("http")
            offered.insert(0, (camera, say("Phone {address}", address=camera) if phone else say("No camera")))
        offered += [(PHONE, say("Phone as camera …")), (NO_CAMERA, say("Sound only"))]
        self.camera.set_items(offered)
        self.camera.choose(camera)
        heard = [(device.id, device.name) for device in booth.microphones]
        if microphone not in {key for key, _ in heard}:
            heard.insert(0, (microphone, say("No microphone")))
        self.microphone.set_items(heard)
        self.microphone.choose(microphone)


class SpeakerTicks(QScrollArea):
    """A tick for each person.

    Attributes:
        changed: the user ticked or unticked somebody.
    """

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._ticks: dict[str, Check] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setObjectName("clear")
        self._inside = QWidget()
        self._inside.setObjectName("clear")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(self._inside)

    def show_people(self, people: Sequence[Person], ticked: Sequence[str]) -> None:
        """List these people; ticks of those listed already stay where they are."""
        wanted = {person.id for person in people}
        for key in [key for key in self._ticks if key not in wanted]:
            tick = self._ticks.pop(key)
            self._column.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        for person in people:
            if person.id not in self._ticks:
                tick = Check(person.name)
                tick.clicked.connect(self.changed)
                self._ticks[person.id] = tick
                self._column.insertWidget(self._column.count() - 1, tick)
            self._ticks[person.id].setText(person.name)
            self._ticks[person.id].setChecked(person.id in ticked)

    @property
    def ticked(self) -> tuple[str, ...]:
        """Ids of the ticked people."""
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())

    def tick(self, person: str) -> Check:
        """The tick of one person."""
        return self._ticks[person]

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(200, min(6, max(1, len(self._ticks))) * grown(HEIGHT.target))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(120, grown(HEIGHT.target) if self._ticks else 0)
