"""What the lamps tell when they are pressed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.ports.studio import Still
from skriptstudio.domain.room_check import LampState, RoomRemark, RoomTopic
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.words import room_remark
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.record.room_words import LampWords, background_questions, room_tip
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.film import StillFilm
from skriptstudio.ui.widgets.lamp import Lamp
from skriptstudio.ui.widgets.lamp import LampState as Shown
from skriptstudio.ui.widgets.text import Text

_TALLEST, _LEAST = 480, 200
_AROUND_STILL = 240
"""What title, sentence, buttons and margins of the dialog take beside the still."""


def tell_more(place: Place, topic: RoomTopic, words: LampWords, remarks: Sequence[RoomRemark]) -> Dialog:
    """All that was found about a topic, and what helps in any room."""
    say = place.session.say
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE.m)
    for remark in remarks:
        column.addWidget(_remark(remark, place.session.speaker))
    if not remarks:
        column.addWidget(Lamp(words.state, words.sentence, strong=False))
    column.addWidget(Text(room_tip(topic, place.session.speaker), "body", "ink_soft"))
    sentence = say("All of this is advice. You can record any time.")
    return place.tell(words.name, sentence, content)


def _remark(remark: RoomRemark, speaker: Speaker) -> Lamp:
    short, advice = room_remark(remark.code, speaker)
    state: Shown = "stop" if remark.strength is LampState.STRONG else "hint"
    return Lamp(state, short, advice)


def ask_about_background(
    place: Place, window: QWidget, still: Still, remarks: Sequence[RoomRemark], answered: Callable[[bool], None]
) -> Dialog:
    """Show what stands behind the person, and ask whether that may be seen; Esc leaves it open."""
    say = place.session.say
    again = Button(say("I'll tidy up"))
    dialog = Dialog(
        window,
        say("What is behind you?"),
        say("Everybody who sees the video sees this too."),
        say("All fine"),
        say("Cancel"),
        content=_Background(place, still, remarks, min(_TALLEST, max(_LEAST, window.height() - _AROUND_STILL))),
        width=640,
        more=again,
    )

    def tidy_up() -> None:
        dialog.dismiss()
        answered(False)

    again.clicked.connect(tidy_up)
    dialog.confirmed.connect(lambda: answered(True))
    dialog.open(dialog.verb)
    return dialog


class _Background(QWidget):
    """The still, and beside it what to look for."""

    def __init__(self, place: Place, still: Still, remarks: Sequence[RoomRemark], tall: int) -> None:
        super().__init__()
        say, speaker = place.session.say, place.session.speaker
        picture = StillFilm(say("Still of the room"), tall)
        picture.show_still(still)
        words = QVBoxLayout()
        words.setSpacing(SPACE.m)
        for remark in remarks:
            words.addWidget(_remark(remark, speaker))
        words.addWidget(Text(say("Look closely:"), "label"))
        for question in background_questions(speaker):
            words.addWidget(Lamp("open", question, strong=False))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.gap)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
