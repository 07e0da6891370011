"""The timeline: ruler, sections, pictures, sound, the selected segment with its grips, and marks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolButton, QWidget

from skriptstudio.domain.cut import Segment
from skriptstudio.domain.timecode import CLIP_FPS, from_frames, to_frames
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.pages.review.grip import Grip
from skriptstudio.ui.pages.review.strip import Pictures, paint_strip
from skriptstudio.ui.pages.review.wave import Wave, paint_wave
from skriptstudio.ui.theme import color, font, grown, is_style_change, scaled

_RULER, _GAP, _BLOCK, _STRIP, _WAVE, _SLIM_WAVE, _MARKS = 22, 4, 26, 44, 46, 40, 32
_HEAD = 14


@dataclass(frozen=True)
class TimelineBlock:
    """A section's block: text, colour token, seconds of the clip."""

    text: str
    token: str
    start: Fraction
    end: Fraction


@dataclass(frozen=True)
class Mark:
    """Something to jump to below the sound."""

    kind: Literal["comment", "hint", "tidy"]
    at: Fraction
    text: str


@dataclass(frozen=True)
class Selected:
    """The segment whose ends can be moved, in seconds of the clip.

    Attributes:
        number: of the segment in the cut.
        least, most: how far its ends can go: the whole take, laid into the clip.
    """

    number: int
    start: Fraction
    end: Fraction
    least: Fraction
    most: Fraction


class Timeline(QAbstractSlider):
    """A slider over the frames of the clip, with much drawn on it.

    Attributes:
        sought: seconds of the clip where somebody clicked or moved to.
        trimmed: number of the segment, new start and end in seconds of the clip as it is now.
    """

    sought = Signal(object)
    trimmed = Signal(int, object, object)

    def __init__(self, name: str, grip_names: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[TimelineBlock, ...] = ()
        self._wave = Wave()
        self._wave_picture: QPixmap | None = None
        self._segments: tuple[Segment, ...] = ()
        self._strips: dict[str, Pictures] = {}
        self._strip_picture: QPixmap | None = None
        self._loop: tuple[Fraction, Fraction] | None = None
        self._seconds = Fraction(0)
        self._selected: Selected | None = None
        self._stretch: tuple[Fraction, Fraction] | None = None
        self._marks: list[_MarkButton] = []
        self._wave_height = _WAVE
        self.setAccessibleName(name)
        self.setSingleStep(CLIP_FPS)
        self.setPageStep(5 * CLIP_FPS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grips = (Grip(grip_names[0], "in", self), Grip(grip_names[1], "out", self))
        for grip in self._grips:
            grip.dragged.connect(lambda x, grip=grip: grip.set_moment(self._moment(x)))
            grip.shifted.connect(self._place_grips)
            grip.settled.connect(self._trim)
        self.actionTriggered.connect(self._stepped)

    def set_slim(self, slim: bool) -> None:
        """Draw the sound lower, for small windows."""
        self._wave_height = _SLIM_WAVE if slim else _WAVE
        self._forget_pictures()
        self.updateGeometry()
        self._place_grips()
        self._place_marks()

    def show_clip(self, seconds: Fraction, blocks: Sequence[TimelineBlock]) -> None:
        """Show a clip of so many seconds."""
        self._seconds = seconds
        self._blocks = tuple(blocks)
        self.blockSignals(True)
        self.setRange(0, max(0, to_frames(seconds) - 1))
        self.blockSignals(False)
        self._forget_pictures()
        self._place_grips()
        self.update()

    def show_wave(self, wave: Wave) -> None:
        """Show the sound."""
        self._wave = wave
        self._wave_picture = None
        self.update()

    def show_strip(self, segments: Sequence[Segment], strips: Mapping[str, Pictures]) -> None:
        """Show what is seen where; small windows have no room for it."""
        self._segments, self._strips = tuple(segments), dict(strips)
        self._strip_picture = None
        self.update()

    def show_loop(self, stretch: tuple[Fraction, Fraction] | None) -> None:
        """Mark the stretch that is played again and again, in seconds of the clip."""
        self._loop = stretch
        self.update()

    def show_stretch(self, stretch: tuple[Fraction, Fraction] | None) -> None:
        """Colour a piece of the sound, in seconds of the clip, or nothing."""
        self._stretch = stretch
        self.update()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show what to jump to."""
        for old in self._marks:
            old.hide()
            old.deleteLater()
        self._marks = []
        for mark in marks:
            button = _MarkButton(mark, self)
            button.clicked.connect(lambda _=False, at=mark.at: self.sought.emit(at))
            button.show()
            self._marks.append(button)
        self._place_marks()
        self.updateGeometry()

    def show_selected(self, selected: Selected | None, locked: bool = False) -> None:
        """Frame a segment; ``locked`` without grips."""
        self._selected = selected
        if selected is not None:
            self._grips[0].set_span(selected.start, selected.least, selected.end)
            self._grips[1].set_span(selected.end, selected.start, selected.most)
        for grip in self._grips:
            grip.setVisible(selected is not None and not locked)
        self._place_grips()
        self.update()

    def show_at(self, at: Fraction, spoken: str) -> None:
        """Move the playhead."""
        self.blockSignals(True)
        self.setValue(to_frames(at))
        self.blockSignals(False)
        self.setAccessibleDescription(spoken)
        self.update()

    @property
    def grips(self) -> tuple[Grip, Grip]:
        """In and out."""
        return self._grips

    @property
    def jumps(self) -> tuple[_MarkButton, ...]:
        """The buttons to jump with, from left to right."""
        return tuple(self._marks)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(320, self._wave_top() + self._wave_height + self._below())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(160, self._wave_top() + self._wave_height + self._below())

    # --- geometry

    def _below(self) -> int:
        """Room for marks; small windows without marks keep only the foot of the playhead."""
        return _MARKS if self._marks or self._wave_height == _WAVE else _HEAD

    def _block_top(self) -> int:
        return grown(_RULER)

    def _block_height(self) -> int:
        return grown(_BLOCK)

    def _strip_top(self) -> int:
        return self._block_top() + self._block_height() + _GAP

    def _wave_top(self) -> int:
        return self._strip_top() + (_STRIP + _GAP if self._wave_height == _WAVE else 0)

    def _x(self, at: Fraction) -> float:
        return float(at / self._seconds) * self.width() if self._seconds else 0.0

    def _moment(self, x: float) -> Fraction:
        share = min(1.0, max(0.0, x / max(1, self.width())))
        return from_frames(round(share * to_frames(self._seconds)))

    def _place_grips(self) -> None:
        top = self._wave_top()
        for grip in self._grips:
            grip.place(self._x(grip.moment), top, self._wave_height)
        self.update()

    def _place_marks(self) -> None:
        top = self._wave_top() + self._wave_height
        for button in self._marks:
            x = self._x(button.mark.at) - button.width() / 2
            button.move(round(min(max(0.0, x), self.width() - button.width())), top)

    def _forget_pictures(self) -> None:
        self._wave_picture = self._strip_picture = None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        self._forget_pictures()
        self._place_grips()
        self._place_marks()

    # --- what the user does

    def _stepped(self, action: int) -> None:
        if action != QAbstractSlider.SliderAction.SliderMove.value:
            self.sought.emit(from_frames(self.sliderPosition()))

    def _trim(self) -> None:
        if self._selected is not None:
            self.trimmed.emit(self._selected.number, self._grips[0].moment, self._grips[1].moment)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        self.sought.emit(self._moment(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.sought.emit(self._moment(event.position().x()))

    # --- drawing

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            self._forget_pictures()
            self.updateGeometry()
            self._place_grips()
            self._place_marks()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ruler(painter)
        self._paint_blocks(painter)
        self._paint_loop(painter)
        self._paint_strip(painter)
        self._paint_wave(painter)
        self._paint_stretch(painter)
        self._paint_selected(painter)
        self._paint_head(painter)

    def _paint_ruler(self, painter: QPainter) -> None:
        painter.setFont(font("small", tabular=True))
        painter.setPen(color("ink_soft"))
        metrics = QFontMetricsF(painter.font())
        room = metrics.horizontalAdvance("0:00") * 1.6
        step = next((s for s in (5, 10, 20, 30, 60, 300) if self._x(Fraction(s)) >= room), 600)
        for second in range(0, int(self._seconds) + 1, step):
            text = f"{second // 60}:{second % 60:02}"
            wide = metrics.horizontalAdvance(text)
            left = self._x(Fraction(second)) - (wide / 2 if second else 0)
            if left + wide <= self.width():
                painter.drawText(QRectF(left, 0, wide + 2, grown(18)), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_blocks(self, painter: QPainter) -> None:
        painter.setFont(font("small_strong"))
        metrics = QFontMetricsF(painter.font())
        for block in self._blocks:
            left, right = self._x(block.start), self._x(block.end)
            box = QRectF(left + 1, self._block_top(), max(2.0, right - left - 2), self._block_height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(block.token))
            painter.drawRoundedRect(box, 5, 5)
            inside = box.adjusted(8, 0, -4, 0)
            if metrics.horizontalAdvance(block.text) <= inside.width():
                painter.setPen(color("on_section"))
                painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, block.text)

    def _paint_loop(self, painter: QPainter) -> None:
        """A bar above the sections: what is repeated."""
        if self._loop is None:
            return
        left, right = self._x(self._loop[0]), self._x(self._loop[1])
        foot = float(self._block_top()) - 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("primary"))
        painter.drawRoundedRect(QRectF(left + 1, foot - 3, max(3.0, right - left - 2), 3), 1.5, 1.5)

    def _paint_strip(self, painter: QPainter) -> None:
        if self._wave_height != _WAVE:
            return
        if self._strip_picture is None:
            box = QRectF(0, 0, self.width(), _STRIP)
            self._strip_picture = self._drawn(
                box, lambda inner: paint_strip(inner, box, self._segments, self._strips, self._seconds)
            )
        painter.drawPixmap(QPointF(0, self._strip_top()), self._strip_picture)

    def _paint_wave(self, painter: QPainter) -> None:
        if self._wave_picture is None:
            box = QRectF(0, 0, self.width(), self._wave_height)
            self._wave_picture = self._drawn(box, lambda inner: paint_wave(inner, box, self._wave, self._seconds))
        painter.drawPixmap(QPointF(0, self._wave_top()), self._wave_picture)

    def _drawn(self, box: QRectF, paint: Callable[[QPainter], None]) -> QPixmap:
        """What changes seldom, drawn once in the screen's pixels."""
        ratio = self.devicePixelRatioF()
        made = QPixmap(QSize(max(1, round(box.width() * ratio)), max(1, round(box.height() * ratio))))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        inner = QPainter(made)
        inner.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(inner)
        inner.end()
        return made

    def _paint_stretch(self, painter: QPainter) -> None:
        if self._stretch is None:
            return
        left, right = self._x(self._stretch[0]), self._x(self._stretch[1])
        ground = color("hint_mark")
        ground.setAlphaF(0.35)
        painter.fillRect(QRectF(left, self._wave_top(), max(2.0, right - left), self._wave_height), ground)

    def _paint_selected(self, painter: QPainter) -> None:
        if self._selected is None:
            return
        left, right = self._x(self._grips[0].moment), self._x(self._grips[1].moment)
        frame = QRectF(left, self._wave_top(), max(4.0, right - left), self._wave_height).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(color("primary"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 4, 4)

    def _paint_head(self, painter: QPainter) -> None:
        if not self._seconds:
            return
        x = min(max(1.0, self._x(from_frames(self.value()))), self.width() - 1.0)
        top = float(self._block_top())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("ink"))
        painter.drawRect(QRectF(x - 1, top - 4, 2, self._wave_top() + self._wave_height + _HEAD - top))
        painter.drawEllipse(QPointF(min(max(x, _HEAD / 2), self.width() - _HEAD / 2), top - 4), _HEAD / 2, _HEAD / 2)


class _MarkButton(QToolButton):
    """A comment or a hint to jump to."""

    def __init__(self, mark: Mark, parent: QWidget) -> None:
        super().__init__(parent)
        self.mark = mark
        self.setAccessibleName(mark.text)
        self.setToolTip(mark.text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(_MARKS, _MARKS)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        side = float(scaled(20))
        box = QRectF((self.width() - side) / 2, 6, side, side)
        if self.mark.kind == "comment":
            paint_icon(painter, box, "chat-circle-text-fill", "primary")
        elif self.mark.kind == "tidy":
            paint_icon(painter, box, "scissors", "ink_soft")
        else:
            paint_icon(painter, box, "warning-fill", "hint_mark")


def spoken_blocks(blocks: Sequence[TimelineBlock], say: Say) -> str:
    """The sections one after the other, for a screen reader."""
    return ", ".join(block.text for block in blocks) or say("Nothing recorded yet")
