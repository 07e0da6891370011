"""The inbox: what waits, what lies with the team, what is released."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from skriptstudio.domain.production import Production
from skriptstudio.domain.release import CHECKER
from skriptstudio.domain.waiting import is_checker
from skriptstudio.ui.pages.review.facts import Checked, clip_seconds, involved, review_minutes
from skriptstudio.ui.pages.review.inbox_rows import InboxDelegate, checks_of, row_of
from skriptstudio.ui.pages.review.reading import Inbox, read_poster
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.empty import EmptyPage
from skriptstudio.ui.widgets.fields import LineField
from skriptstudio.ui.widgets.lamp import Lamp, LampState
from skriptstudio.ui.widgets.rows import RowList, paint_poster
from skriptstudio.ui.widgets.segments import Segment, Segments
from skriptstudio.ui.widgets.text import Text

if TYPE_CHECKING:
    from skriptstudio.ui.page import Page


class InboxView(QWidget):
    """Segments, search, rows, and a preview of the chosen clip.

    Attributes:
        chosen: the selection or the list has changed.
        opened: a clip was opened by Enter or double click.
    """

    chosen = Signal()
    opened = Signal(object)

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.say = page.say
        self._inbox = Inbox()
        self._posters: dict[str, QPixmap] = {}
        self._asked: set[str] = set()
        say = page.say
        self.segments = Segments(say("Clips"), self._items())
        self.field = LineField(say("Search"), "magnifying-glass", say("Search in the clips"))
        self.field.setFixedWidth(scaled(210))
        self.rows = RowList(say("Clips"), tall=True)
        self.rows.setItemDelegate(InboxDelegate(self.rows))
        self.to_waiting = Button(say("To the clips that wait"), trailing="arrow-right")
        self.to_waiting.clicked.connect(self.begin)
        self._none = EmptyPage("check", "", "", self.to_waiting)
        self.preview = Preview(page.say)
        self._build()
        self.segments.chosen.connect(lambda _key: self._fill())
        self.field.textChanged.connect(lambda _text: self._fill())
        self.rows.row_chosen.connect(lambda _key: self._choose())
        self.rows.row_opened.connect(lambda _key: self.opened.emit(self.current))

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.segments)
        top.addStretch(1)
        top.addWidget(self.field)
        card = Card(padding=6)
        card.column.addWidget(self._none, 1)
        card.column.addWidget(self.rows, 1)
        left = QVBoxLayout()
        left.setSpacing(SPACE.m)
        left.addLayout(top)
        left.addWidget(card, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.gap)
        row.addLayout(left, 1)
        row.addWidget(self.preview)

    def _items(self) -> list[Segment]:
        say, inbox = self.say, self._inbox
        return [
            Segment("waiting", say("To review"), len(inbox.waiting)),
            Segment("team", say("With the team"), len(inbox.with_team)),
            Segment("released", say("Released"), len(inbox.released)),
        ]

    def show_inbox(self, inbox: Inbox) -> None:
        """Show what was read."""
        self._inbox = inbox
        self.segments.set_items(self._items())
        self._fill()

    @property
    def current(self) -> Production | None:
        """The selected clip."""
        return next((p for p in self._listed() if p.id == self.rows.key), None)

    def _listed(self) -> list[Production]:
        inbox = self._inbox
        lists = {"waiting": inbox.waiting, "team": inbox.with_team, "released": inbox.released}
        wanted = self.field.text().casefold().strip()
        return [
            p
            for p in lists[self.segments.current]
            if wanted in p.title.casefold() or any(wanted in inbox.staff.name(s).casefold() for s in p.speakers())
        ]

    def _fill(self) -> None:
        listed = self._listed()
        person = self._page.session.person
        speaker = self._page.session.speaker
        self.rows.set_rows([row_of(p, self._inbox, person, self._posters.get(p.id), speaker) for p in listed])
        self.rows.setVisible(bool(listed))
        self._none.setVisible(not listed)
        if not listed:
            self._show_none()
        if listed and self.current is None:
            self.rows.choose(listed[0].id)
        self._ask_posters(listed)
        self._choose()

    def _show_none(self) -> None:
        """Say why the list is empty, and offer what waits."""
        say, elsewhere = self.say, self.segments.current != "waiting"
        told = {
            "waiting": (say("Nothing to review"), say("As soon as the team hands in a clip, it stands here.")),
            "team": (say("Nothing lies with the team"), say("What is being recorded or was returned stands here.")),
            "released": (say("Nothing is released yet"), say("As soon as a clip is released, it stands here.")),
        }
        if self.field.text().strip():
            self._none.show_text(say("Nothing found."), say("Title and names are searched."))
        else:
            self._none.show_text(*told[self.segments.current])
        self.to_waiting.setVisible(elsewhere and bool(self._inbox.waiting))

    def begin(self) -> None:
        """Show what waits for a check: where everybody begins."""
        self.segments.choose("waiting")
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def title(self) -> str:
        """What the list shows, for the header."""
        return next(item.text for item in self._items() if item.key == self.segments.current)

    def _choose(self) -> None:
        production = self.current
        self.preview.setVisible(production is not None and not self._page.compact)
        if production is not None:
            self.preview.show_clip(
                production,
                self._inbox,
                checks_of(production, self._inbox, self.say),
                self._four_eyes(production),
                self._posters.get(production.id),
            )
        self.chosen.emit()

    def _four_eyes(self, production: Production) -> tuple[LampState, str]:
        person = self._page.session.person
        part = involved(production, person) if person is not None else ""
        if part == "speaker":
            return "stop", self.say("Four eyes: speaks in it")
        if part:
            return "stop", self.say("Four eyes: has written it")
        inbox = self._inbox
        mine = is_checker(production, person, inbox.staff, inbox.today)
        if person is None or (production.state in CHECKER and not mine):
            return "open", self.say("Four eyes: somebody else checks")
        return "ok", self.say("Four eyes: not involved")

    def _ask_posters(self, listed: list[Production]) -> None:
        house = self._page.session.house
        for production in listed:
            if production.id in self._asked:
                continue
            self._asked.add(production.id)
            self._page.jobs.start(
                lambda control, p=production: read_poster(house, p, control),  # type: ignore[misc]
                lambda image, key=production.id: self._poster(key, image),  # type: ignore[misc]
            )

    def _poster(self, key: str, image: QImage | None) -> None:
        if image is None:
            return
        self._posters[key] = QPixmap.fromImage(image)
        self.rows.rows_model.change(key, poster=self._posters[key])
        if self.rows.key == key:
            self.preview.show_poster(self._posters[key])

    def set_compact(self, compact: bool) -> None:
        """Narrow windows have no preview."""
        self.preview.setVisible(not compact and self.current is not None)

    def focus_list(self) -> None:
        """Put the focus where the keyboard goes on."""
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)


class Preview(Card):
    """Poster, four lamps, and how long the check will take."""

    def __init__(self, say: object, parent: QWidget | None = None) -> None:
        super().__init__(spacing=SPACE.s, parent=parent)
        self.say = say
        self._poster = _Poster()
        self._lamps = [Lamp("open", "", small=True) for _ in range(4)]
        self._note = Text("", "small", "ink_soft")
        self.column.addWidget(self._poster, 10, Qt.AlignmentFlag.AlignHCenter)
        for lamp in self._lamps:
            self.column.addWidget(lamp)
        self.column.addStretch(1)
        self.column.addWidget(self._note)
        self.setFixedWidth(scaled(300))

    def show_clip(
        self,
        production: Production,
        inbox: Inbox,
        checks: tuple[Checked, ...],
        eyes: tuple[LampState, str],
        poster: QPixmap | None,
    ) -> None:
        """Show a clip of the list."""
        say = self.say
        assert callable(say)
        consent = next(check for check in checks if check.about == "consent")
        captions = next(check for check in checks if check.about == "captions")
        media = [check for check in checks if check.about in ("picture", "sound", "licence") and check.state != "ok"]
        shown: list[tuple[LampState, str]] = [
            (consent.state, consent.text),
            (captions.state, captions.text),
            (media[0].state, media[0].text) if media else ("ok", say("Picture and sound in order")),
            eyes,
        ]
        for lamp, (state, text) in zip(self._lamps, shown, strict=True):
            lamp.show_state(state, text)
        self.show_poster(poster)
        seconds = clip_seconds(production)
        count = len(production.takes_shown())
        minutes = round(review_minutes(seconds))
        if count == 1:
            text = say(
                "One take, {seconds} seconds. A check takes about {minutes} minutes.",
                seconds=round(seconds),
                minutes=minutes,
            )
        else:
            text = say(
                "{count} takes, {seconds} seconds. A check takes about {minutes} minutes.",
                count=count,
                seconds=round(seconds),
                minutes=minutes,
            )
        self._note.setText(text)

    def show_poster(self, poster: QPixmap | None) -> None:
        """Show the poster, or a well."""
        self._poster.show_poster(poster)


class _Poster(QLabel):
    def __init__(self) -> None:
        super().__init__()
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_poster(self, picture: QPixmap | None) -> None:
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(168, 299)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(60, 107)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        tall = min(float(self.height()), self.width() * 16 / 9)
        wide = tall * 9 / 16
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_poster(painter, QRectF((self.width() - wide) / 2, 0, wide, tall), self._picture, RADIUS.button)
