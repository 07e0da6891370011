"""The three columns of the page, and which of its middles is shown."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from skriptstudio.domain.errors import CameraLost, LoginRefused, NoCamera, NoMicrophone, SkriptStudioError
from skriptstudio.domain.ports.studio import Still
from skriptstudio.domain.prompter import Prompter
from skriptstudio.messages.errors import sentence
from skriptstudio.ui.pages.record.booth import NO_CAMERA
from skriptstudio.ui.pages.record.columns import Columns
from skriptstudio.ui.pages.record.lineup_card import LineupCard
from skriptstudio.ui.pages.record.player import TakePlayer
from skriptstudio.ui.pages.record.preview import Preview
from skriptstudio.ui.pages.record.room_card import RoomCard
from skriptstudio.ui.pages.record.trouble import PhoneHelps, TroubleBox
from skriptstudio.ui.prompter.reading import Sentence
from skriptstudio.ui.session import Session


class StudioView(Columns):
    """Everything of the page but its bar.

    Attributes:
        lineup, room: the cards.
        preview, trouble, player: what can stand between them.
    """

    def __init__(self, session: Session) -> None:
        say = session.say
        self._session = session
        self.lineup = LineupCard(session)
        self.room = RoomCard(session)
        super().__init__(self.lineup, self.room)
        self.preview = Preview(
            say("Live picture"), say("Prompter"), say("This is how you are seen. The text isn't in the video.")
        )
        self.trouble = TroubleBox(say)
        self.player = TakePlayer(session)
        for part in (self.preview, self.trouble, self.player):
            self.middle.addWidget(part)
        self._newest: Still | None = None

    @property
    def shown(self) -> QWidget | None:
        """What stands in the middle."""
        return self.middle.currentWidget()

    def set_compact(self, compact: bool) -> None:
        """Fit into little room."""
        self.lineup.set_compact(compact)
        self.room.set_compact(compact)
        self.trouble.set_compact(compact)
        super().set_compact(compact)

    def show_preview(self) -> None:
        """The camera's picture."""
        self.player.close_take()
        self.middle.setCurrentWidget(self.preview)

    def show_still(self, still: Still) -> None:
        """A new picture of the camera."""
        self._newest = still
        if self.shown is self.preview:
            self.preview.show_still(still)

    @property
    def newest(self) -> Still | None:
        """The camera's last picture."""
        return self._newest

    def wait_for_camera(self, camera: str) -> None:
        """No picture yet, or none at all with sound only."""
        say = self._session.say
        self._newest = None
        if camera == NO_CAMERA:
            self.preview.wait(say("Sound only. The clip gets a plain picture."), "microphone")
        else:
            self.preview.wait(say("The camera is being opened."), "video-camera")

    def show_text(self, sentences: Sequence[Sentence], look: Prompter) -> None:
        """What the prompter band begins with, and how it looks."""
        self.preview.set_look(look)
        self.preview.set_text(sentences)

    def show_trouble(self, error: SkriptStudioError) -> None:
        """A device doesn't answer."""
        say = self._session.say
        self._newest = None
        self.player.close_take()
        if isinstance(error, NoMicrophone):
            title, words = say("No microphone found"), say("It won't be a clip without sound.")
        elif isinstance(error, NoCamera):
            title = say("No camera found")
            words = say("Plug in the cable, open the cover, close other programs that use the camera.")
        elif isinstance(error, LoginRefused):
            title = say("The camera wants a user name and password")
            words = sentence(error, self._session.speaker, in_window=True).hint
        elif isinstance(error, CameraLost):
            title = say("The camera doesn't answer.")
            words = say("Check the cable, or the app on the phone. Once it is back, it goes on by itself.")
        else:
            said = sentence(error, self._session.speaker, in_window=True)
            title, words = said.message, said.hint
        phone: PhoneHelps = "no" if isinstance(error, NoMicrophone) else "perhaps"
        self.trouble.show_trouble(title, words, "first" if isinstance(error, LoginRefused) else phone)
        self.middle.setCurrentWidget(self.trouble)

    def show_take(self, path: Path, seconds: float, title: str, poster: QPixmap | None, play: bool) -> None:
        """Play a take."""
        self.player.show_take(path, seconds, title, poster, play)
        self.middle.setCurrentWidget(self.player)
