"""The panel "Freigabe": four eyes, what a machine checks, and what only a person sees."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from skriptstudio.domain.production import TopicClass
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.pages.review.facts import Checked, FourEyes
from skriptstudio.ui.theme import color, font, grown, line_height, scaled
from skriptstudio.ui.tokens import HEIGHT, RADIUS, SPACE
from skriptstudio.ui.widgets.chips import Link
from skriptstudio.ui.widgets.fields import Check
from skriptstudio.ui.widgets.lamp import Lamp, paint_lamp
from skriptstudio.ui.widgets.text import Text, divider


def human_points(topic: TopicClass, say: Say) -> tuple[tuple[str, str], ...]:
    """What only a person can judge, as key and text (looks.md 7.7); the keys are those of ``press_check.GROUPS``."""
    points = [
        ("message", say("The message comes across")),
        ("facts", say("Facts and figures are right")),
        ("tone", say("The tone is friendly")),
        ("strangers", say("No strangers, no files")),
        ("material", say("Music, material, AI are named")),
        ("post", say("Description, hashtags, place")),
        ("answers", say("Comments: who, until when")),
        ("time", say("Fits the moment")),
    ]
    if topic != TopicClass.HARMLESS:
        points.append(("source", say("A source is there")))
    return tuple(points)


class Verdict(QWidget):
    """Everything that leads to the release; the buttons stand in the bar.

    Attributes:
        ticked: key of a point, and whether it is on.
        post_wanted: somebody wants to see what is written beside the clip.
        to_post: the way there, beside its point.
    """

    ticked = Signal(str, bool)
    post_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say = say
        self._points: dict[str, Check] = {}
        self._post_line = QHBoxLayout()
        self.to_post = Link("", "arrow-right")
        self.to_post.setAccessibleName(say("To the post"))
        self.to_post.setToolTip(say("To the post"))
        self.to_post.setFixedWidth(HEIGHT.target)
        self.to_post.clicked.connect(self.post_wanted)
        self.setAccessibleName(say("Release"))
        self.eyes = EyesBox()
        self.topic = Link("")
        self.fold = Fold()
        self._list = QWidget()
        self._checks = QVBoxLayout(self._list)
        self._checks.setContentsMargins(0, 0, 0, SPACE.s)
        self._checks.setSpacing(SPACE.xs)
        self._list.hide()
        self._found: tuple[Checked, ...] = ()
        self._listed: tuple[Checked, ...] = ()
        self.fold.toggled.connect(self._unfold)
        self._intro = Text(say("Only a person sees this:"), "small", "ink_soft")
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._build()

    def _build(self) -> None:
        inside = QWidget()
        inside.setObjectName("clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACE.xs, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self.eyes)
        column.addWidget(self.fold)
        column.addWidget(self._list)
        column.addWidget(divider())
        column.addWidget(self._intro)
        column.addLayout(self._column)
        column.addStretch(1)
        column.addWidget(LockNote(self.say("Holds for exactly this version. Any change lifts the release.")))
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.say("Release"))
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE.s)
        self._title = Text(self.say("Release"), "card")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.topic)
        whole.addLayout(head)
        whole.addWidget(area, 1)

    def show_title(self, shown: bool) -> None:
        """Inside a tab the panel needs no title of its own."""
        self._title.setVisible(shown)

    def show_eyes(self, eyes: FourEyes) -> None:
        """Say what the rule of four eyes says."""
        self.eyes.show_eyes(eyes)

    def show_topic(self, text: str) -> None:
        """Topic class and who looks after the comments; the link leads to both."""
        self.topic.setText(text)
        self.topic.setAccessibleName(text)
        self.topic.updateGeometry()

    def show_checks(self, checks: Sequence[Checked]) -> None:
        """Say what the machine found."""
        good = sum(check.state == "ok" for check in checks)
        worst = next((s for s in ("stop", "hint", "open") if any(c.state == s for c in checks)), "ok")
        text = self.say("{good} of {all} checks", good=good, all=len(checks))
        self.fold.show_state(worst, text)
        self._found = tuple(checks)
        self._unfold(self.fold.isChecked())

    def fold_checks(self) -> None:
        """Another clip is shown: its list is folded again, and what only a person sees comes first."""
        self.fold.setChecked(False)

    def _unfold(self, shown: bool) -> None:
        if shown and self._listed != self._found:
            self._list_checks()
        self._list.setVisible(shown)

    def _list_checks(self) -> None:
        self._listed = self._found
        while self._checks.count():
            item = self._checks.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for check in sorted(self._found, key=lambda check: check.state == "ok"):
            self._checks.addWidget(Lamp(check.state, check.text, small=True))

    def show_points(self, points: Sequence[tuple[str, str]], done: frozenset[str], shown: bool) -> None:
        """Show what has to be judged; ``shown`` False where somebody else judges."""
        if [key for key, _ in points] != list(self._points):
            for old in self._points.values():
                old.hide()
                old.deleteLater()
            self._points = {}
            for key, text in points:
                check = Check(text)
                check.clicked.connect(lambda on, key=key: self.ticked.emit(key, on))
                self._column.addWidget(check)
                self._points[key] = check
            self._place_way_to_post()
        first_open = next((key for key, _ in points if key not in done), None)
        for key, check in self._points.items():
            check.setChecked(key in done)
            check.set_warm(shown and key == first_open)
            check.setVisible(shown)
        self._intro.setVisible(shown)
        self.to_post.setVisible(shown and "post" in self._points)

    def _place_way_to_post(self) -> None:
        """At the end of the line of its point."""
        check, line = self._points.get("post"), QHBoxLayout()
        if check is None:
            return
        at = self._column.indexOf(check)
        self._column.removeWidget(check)
        self._column.removeItem(self._post_line)
        line.setSpacing(0)
        line.addWidget(check, 1)
        line.addWidget(self.to_post)
        self._column.insertLayout(at, line)
        self._post_line = line

    def focus_point(self, key: str) -> None:
        """Put the focus on a point."""
        if key in self._points:
            self._points[key].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def points(self) -> dict[str, Check]:
        """The ticks by their key."""
        return self._points


class EyesBox(QFrame):
    """The box of the four-eyes rule."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground, self._ink = "sunken", "ink_soft"
        self._title = Text("", "label")
        self._sentence = Text("", "small", "ink_soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20) + 22, 9, SPACE.m, 10)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._sentence)

    def show_eyes(self, eyes: FourEyes) -> None:
        """Say it in its colour."""
        looks = {True: ("ok_tint", "ok"), False: ("stop_tint", "stop"), None: ("sunken", "ink_soft")}
        self._ground, self._ink = looks[eyes.met]
        self._title.setText(eyes.title)
        self._sentence.setText(eyes.sentence)
        self.setAccessibleName(f"{eyes.title}. {eyes.sentence}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self._ground))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS.button, RADIUS.button)
        side = float(scaled(20))
        paint_icon(painter, QRectF(12, 9 + (line_height("label") - side) / 2, side, side), "users", self._ink)


class Fold(QAbstractButton):
    """A line with a lamp that unfolds the list below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = "open"
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focusRadius", RADIUS.small_button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(HEIGHT.target)

    def show_state(self, state: str, text: str) -> None:
        """Show the worst lamp and the sum."""
        self._state = state
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(120, grown(HEIGHT.target))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.toggle()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        side = float(scaled(18))
        middle = self.height() / 2
        paint_lamp(painter, QRectF(0, middle - side / 2, side, side), self._state)
        caret = QRectF(self.width() - side, middle - side / 2, side, side)
        paint_icon(painter, caret, "caret-up" if self.isChecked() else "caret-down", "ink_soft")
        painter.setFont(font("body", tabular=True))
        painter.setPen(color("ink"))
        words = QRectF(side + 8, 0, self.width() - 2 * side - 16, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())


class LockNote(QFrame):
    """What a release holds for, with a padlock."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(18) + 8, 0, 0, 0)
        row.addWidget(Text(text, "small", "ink_soft"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        side = float(scaled(18))
        paint_icon(QPainter(self), QRectF(0, 0, side, side), "lock-simple", "ink_soft")
