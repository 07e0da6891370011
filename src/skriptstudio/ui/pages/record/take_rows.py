"""The takes of a section, each with its picture, findings, star and play button."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from skriptstudio.ui.pages.record.lineup import NumberedTake
from skriptstudio.ui.pages.record.words import section_name, take_findings, take_summary, take_title
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import grown
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.bare_scroll import BareScroll
from skriptstudio.ui.widgets.buttons import IconButton
from skriptstudio.ui.widgets.rows import paint_poster
from skriptstudio.ui.widgets.text import Text

_POSTER = (25, 44)


class TakeRows(BareScroll):
    """Newest first. What is asked for is told with the take's id.

    Attributes:
        starred: make it the best one, or take the star away.
        noted: write a note on it.
        discarded: throw it away.
        played: show it.
        speakers_asked: say who speaks.
        licence_asked: say whether music is heard, and what may be done with it.
        file_asked: show the file in its folder.
    """

    starred = Signal(str)
    noted = Signal(str)
    discarded = Signal(str)
    played = Signal(str)
    speakers_asked = Signal(str)
    licence_asked = Signal(str)
    file_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: dict[str, _TakeRow] = {}

    def show_takes(self, takes: Sequence[NumberedTake], posters: Mapping[str, QPixmap], short: bool) -> None:
        """List these; rows of takes that are listed already stay, and so does the focus."""
        keys = [one.take.id for one in takes]
        for key in [key for key in self._rows if key not in keys]:
            row = self._rows.pop(key)
            self.drop(row)
        for one in takes:
            if one.take.id not in self._rows:
                row = _TakeRow(self, self._session)
                self._rows[one.take.id] = row
                self.column.insertWidget(0, row)
            self._rows[one.take.id].show_take(one, posters.get(one.take.id), short)
        self.updateGeometry()

    @property
    def focused(self) -> str | None:
        """Id of the take whose row has the focus."""
        focused = QApplication.focusWidget()
        return next((key for key, row in self._rows.items() if focused and row.isAncestorOf(focused)), None)

    def focus_near(self, take_id: str) -> bool:
        """Give the focus to the next older take, else to the next newer one; False if there is no other."""
        keys = list(self._rows)
        at = keys.index(take_id) if take_id in keys else -1
        others = [key for key in (keys[at - 1] if at > 0 else "", *keys[at + 1 : at + 2]) if key]
        if others:
            self._rows[others[0]].star.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(others)

    def row(self, take_id: str) -> "_TakeRow":
        """The row of a take."""
        return self._rows[take_id]

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(160, grown(56, 2) if self._rows else 0)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(200, min(3, len(self._rows)) * grown(56, 2))


class _TakeRow(QWidget):
    """One take; its menu opens by the right button, the menu key, or Shift+F10."""

    def __init__(self, owner: TakeRows, session: Session) -> None:
        super().__init__(owner)
        self._owner = owner
        self._session = session
        self._take_id = ""
        self._starred = False
        self._poster = _Poster(self)
        self._title = Text("", "small_strong", lines=1)
        self._small = Text("", "small", "ink_soft", lines=2)
        self._note = Text("", "small", "ink", lines=1)
        self.star = IconButton("star", session.say("Mark as the best one"), parent=self)
        self.play = IconButton("play", session.say("Play"), parent=self)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._small)
        words.addWidget(self._note)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(0)
        row.addWidget(self._poster)
        row.addSpacing(SPACE.m)
        row.addLayout(words, 1)
        row.addWidget(self.star)
        row.addWidget(self.play)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(grown(56, 2))
        self.star.clicked.connect(lambda: owner.starred.emit(self._take_id))
        self.play.clicked.connect(lambda: owner.played.emit(self._take_id))

    def show_take(self, one: NumberedTake, poster: QPixmap | None, short: bool) -> None:
        """Show this take."""
        say = self._session.say
        self._take_id = one.take.id
        title = take_title(one.take.section, one.number, say)
        section = section_name(one.take.section, say)
        self._title.setText(title.removeprefix(f"{section} · ") if short else title)
        summary = take_summary(one.take, self._session)
        self._small.setText(summary)
        note = one.take.note
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setToolTip("\n".join(part for part in (take_findings(one.take, self._session), note) if part))
        self.setAccessibleName(". ".join(part for part in (title, summary, note) if part))
        self._poster.show_picture(poster)
        self.star.set_icon("star-fill" if one.take.starred else "star")
        starred = one.take.starred
        star = say("{take} is the best one", take=title) if starred else say("{take}: mark as the best", take=title)
        self._starred = starred
        self.star.setAccessibleName(star)
        self.star.setToolTip(f"{star} (S)")
        self.play.setAccessibleName(say("Play {take}", take=title))
        self.play.setToolTip(say("Play {take}", take=title))

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(200, max(grown(56, 2), super().sizeHint().height()))

    def menu(self) -> QMenu:
        """What can be done with the take."""
        say = self._session.say
        menu = QMenu(self)
        star = say("Take the star away") if self._starred else say("Mark as the best one")
        # What stands after the tab is drawn as a key; the page itself listens to the keys.
        for text, signal in (
            (say("Play"), self._owner.played),
            (f"{star}\tS", self._owner.starred),
            (f"{say('Note …')}\tN", self._owner.noted),
            (say("Who speaks …"), self._owner.speakers_asked),
            (say("Music and licence …"), self._owner.licence_asked),
            (say("Show the file"), self._owner.file_asked),
            (f"{say('Delete')}\t{say('Del')}", self._owner.discarded),
        ):
            if signal is self._owner.discarded:
                menu.addSeparator()
            menu.addAction(text).triggered.connect(lambda _=False, told=signal: told.emit(self._take_id))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  Qt's name
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(self._poster.width(), self.height())) if by_key else event.globalPos())


class _Poster(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture: QPixmap | None = None
        self.setFixedSize(*_POSTER)

    def show_picture(self, picture: QPixmap | None) -> None:
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_poster(painter, QRectF(self.rect()), self._picture, RADIUS.tag - 1)
