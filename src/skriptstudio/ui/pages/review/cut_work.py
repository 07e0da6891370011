"""Changing the cut: where pieces begin and end, which takes they are, how they sound."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from skriptstudio.domain.cut import placed
from skriptstudio.domain.take import Take
from skriptstudio.domain.timecode import FRAME, on_frame
from skriptstudio.ui.pages.review.blocks import segment_at
from skriptstudio.ui.pages.review.timeline import Selected

if TYPE_CHECKING:
    from skriptstudio.domain.production import Production
    from skriptstudio.ui.pages.review.clip import ClipView


class CutWork(QObject):
    """Works on the segment under the playhead.

    Args:
        view: whose clip is worked on.
    """

    def __init__(self, view: ClipView) -> None:
        super().__init__(view)
        self._view = view
        self._segment = 0
        view.parts.timeline.trimmed.connect(self._trimmed)
        view.parts.takes.chosen.connect(self.use_take)
        view.parts.tidy.back.clicked.connect(lambda _on: self._bring_back())
        view.parts.tidy.crossfade.clicked.connect(lambda _on: self.toggle_crossfade())
        view.parts.tidy.denoise.clicked.connect(lambda _on: self.toggle_denoise())

    @property
    def _production(self) -> Production | None:
        """What is cut; None without a cut."""
        return self._view.production if self._view.loading.segments else None

    # --- showing

    def begin(self) -> None:
        """Another clip is shown, from its first segment on."""
        self._segment = 0

    def follow(self) -> None:
        """The playhead has moved, maybe into another segment."""
        production, before = self._view.production, self._segment
        self._segment = segment_at(self._view.loading.segments, self._view.player.at)
        if production is not None and self._segment != before:
            self.show_segment(production)

    def show_segment(self, production: Production) -> None:
        """Mark the segment in the timeline, with as much as its take has beyond it."""
        segments = placed(self._view.loading.segments)
        if not segments:
            self._view.parts.timeline.show_selected(None)
            return
        self._segment = min(self._segment, len(segments) - 1)
        segment, at = segments[self._segment]
        take = production.take(segment.take)
        least, most = at - segment.start, at + on_frame(take.seconds) - segment.start
        selected = Selected(self._segment, at, at + segment.end - segment.start, least, most)
        self._view.parts.timeline.show_selected(selected, self._view.others_turn(production))
        self._view.parts.takes.show_takes(take.section, self.takes_here(), take.id, self._view.speaker.language)

    def show_sound(self) -> None:
        """Show how it sounds, and whether there is anything to bring back."""
        cut = self._production.effective_cut() if self._production is not None else None
        tidy, stored = self._view.parts.tidy, self._view.production.cut if self._view.production is not None else None
        tidy.crossfade.setChecked(cut is not None and cut.crossfade)
        tidy.denoise.setChecked(cut is not None and cut.denoise)
        tidy.back.setVisible(stored is not None and bool(stored.segments) and not stored.held)
        self._view.player.soft = cut is not None and cut.crossfade

    # --- pieces

    def trim_to_playhead(self, edge: str) -> None:
        """Let the segment begin (``in``) or end (``out``) at the picture that is shown."""
        player = self._view.player
        if self._production is None or not player.time.segments:
            return
        spot = player.time.locate(player.at)
        segment = player.time.segments[spot.segment]
        start = spot.second if edge == "in" else segment.start
        end = spot.second + FRAME if edge == "out" else segment.end
        if (start, end) != (segment.start, segment.end) and start < end:
            self._view.changes.trim(self._production, spot.segment, start, end)

    def _trimmed(self, number: int, start: Fraction, end: Fraction) -> None:
        segments = self._view.loading.segments
        if self._production is not None and number < len(segments):
            segment, at = placed(segments)[number]
            self._view.changes.trim(self._production, number, segment.start + start - at, segment.start + end - at)

    def _bring_back(self) -> None:
        if self._production is not None:
            self._view.changes.reset_cut(self._production)

    # --- takes

    @property
    def take_here(self) -> str:
        """Id of the take under the playhead; empty without a cut."""
        return self._view.loading.segments[self._segment].take if self._view.loading.segments else ""

    def takes_here(self) -> list[Take]:
        """All takes of the section under the playhead, oldest first."""
        if self._production is None:
            return []
        section = self._production.take(self.take_here).section
        return sorted((t for t in self._production.takes if t.section == section), key=lambda t: t.recorded)

    def use_take(self, take: str) -> None:
        """Show another take of the section under the playhead."""
        if self._production is not None and take != self.take_here:
            self._view.changes.use_take(self._production, self._segment, take)

    def mark_best(self) -> None:
        """Star the take that is shown."""
        if self._production is not None:
            self._view.changes.mark_best(self._production, self.take_here)

    # --- sound

    def toggle_crossfade(self) -> None:
        """X: let one sound go over into the next at cuts, or cut it hard again."""
        if self._production is not None:
            self._view.changes.set_crossfade(self._production, not self._production.effective_cut().crossfade)

    def toggle_denoise(self) -> None:
        """Make steady noise quieter in the clip, or leave it."""
        if self._production is not None:
            self._view.changes.set_denoise(self._production, not self._production.effective_cut().denoise)
