"""The clip on the bench: picture, timeline, captions, comments, script, release."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from skriptstudio.domain.clip import PlatformProfile
from skriptstudio.domain.comments import open_comments
from skriptstudio.domain.differences import differences
from skriptstudio.domain.dressing import Dressing
from skriptstudio.domain.production import Production
from skriptstudio.domain.release import CHECKER
from skriptstudio.domain.timecode import from_frames
from skriptstudio.messages.caption_words import tidy_text
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.errors import sentence
from skriptstudio.messages.words import channel_name
from skriptstudio.ui.dressing.dialog import dress_picture
from skriptstudio.ui.pages.review.blocks import blocks_of, section_text, section_token
from skriptstudio.ui.pages.review.caption_work import CaptionWork, cue_at
from skriptstudio.ui.pages.review.changes import Changes
from skriptstudio.ui.pages.review.clip_layout import ClipLayout
from skriptstudio.ui.pages.review.cut_work import CutWork
from skriptstudio.ui.pages.review.dressed import DressedPicture
from skriptstudio.ui.pages.review.end_card import EndCard
from skriptstudio.ui.pages.review.facts import (
    Checked,
    Known,
    four_eyes,
    involved,
    is_fast,
    machine_checks,
    speed,
)
from skriptstudio.ui.pages.review.judgement import Judgement
from skriptstudio.ui.pages.review.loading import Loading
from skriptstudio.ui.pages.review.play_time import PlayTime, clock_text
from skriptstudio.ui.pages.review.playback import Playback
from skriptstudio.ui.pages.review.player import ClipPlayer
from skriptstudio.ui.pages.review.post_tab import PostTab
from skriptstudio.ui.pages.review.remarks import Remarks
from skriptstudio.ui.pages.review.tidy_work import TidyWork
from skriptstudio.ui.pages.review.timeline import Mark, TimelineBlock, spoken_blocks
from skriptstudio.ui.pages.review.transport import ALL_ZONES
from skriptstudio.ui.pages.review.verdict import human_points
from skriptstudio.ui.pages.review.wave import Wave, wave_of
from skriptstudio.ui.theme import text_scale

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House
    from skriptstudio.ui.page import Place
    from skriptstudio.ui.pages.review.page import ReviewPage

WIDE_PX = 1350
"""Width of the view from which a window counts as 1600 px wide (looks.md 7.7)."""

NARROW_PX = 860
"""Narrower views have no room for the panel beside the captions; grows with the text scale."""

PEAK_RATE = 50
"""Peaks a second, see ``media/look/waveform.py``."""


class ClipView(QWidget):
    """Shows the session's production.

    Attributes:
        judged: something that the action bar tells about has changed.
    """

    judged = Signal()

    def __init__(self, page: ReviewPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.say = page.say
        self.busy = False
        self.loading = Loading(page, self)
        self.judgement = Judgement()
        self.changes = Changes(page, self.set_busy)
        self.player = ClipPlayer(self)
        self.parts = ClipLayout(self, page.say, lambda: page.session.speaker.language, PostTab(page.place))
        self.captions = CaptionWork(self)
        self.tidying = TidyWork(self)
        self.cutting = CutWork(self)
        self.playback = Playback(self)
        self._wide = False
        self._zone = ALL_ZONES
        self._plays_at_once = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        self._connect()
        self.dressed = DressedPicture(self)
        self.end_card = EndCard(self)
        self.parts.transport.captions.setChecked(True)

    def _connect(self) -> None:
        parts, player = self.parts, self.player
        self.loading.changed.connect(self._loaded)
        player.pictured.connect(parts.screen.show_frame)
        player.moved.connect(self._moved)
        player.playing_changed.connect(parts.transport.show_playing)
        player.failed.connect(lambda: parts.screen.show_message(self.say("This film can't be played here.")))
        parts.screen.clicked.connect(player.toggle)
        parts.transport.play.clicked.connect(player.toggle)
        parts.transport.captions.toggled.connect(self._moved)
        parts.transport.zone_chosen.connect(self._choose_zone)
        parts.timeline.sought.connect(player.seek)
        parts.dress.clicked.connect(lambda: dress_picture(self.place, self.window()))
        parts.cues.chosen.connect(self._cue_chosen)
        self._connect_captions()
        self.remarks = Remarks(self)
        parts.verdict.ticked.connect(self._point_ticked)
        parts.verdict.post_wanted.connect(lambda: parts.choose_tab("post"))

    def _connect_captions(self) -> None:
        cues, tools, tidy, work = self.parts.cues, self.parts.tools, self.parts.tidy, self.captions
        cues.tick_toggled.connect(work.tick)
        cues.edited.connect(work.rewrite)
        cues.split_wanted.connect(work.split)
        cues.play_wanted.connect(work.play)
        cues.typed.connect(lambda _number, _lines: work.follow_typing())
        cues.selectionModel().currentChanged.connect(lambda now, _before: tools.show_chosen(now.isValid()))
        tools.unsure.clicked.connect(lambda: work.next_unsure())
        tools.play.clicked.connect(work.play)
        tools.split.clicked.connect(lambda: work.split(work.here))
        tools.join.clicked.connect(work.join)
        tools.add.clicked.connect(work.add)
        tools.fetch.clicked.connect(work.fetch)
        tools.start_earlier.clicked.connect(lambda: work.nudge(start=-1))
        tools.start_later.clicked.connect(lambda: work.nudge(start=1))
        tools.end_earlier.clicked.connect(lambda: work.nudge(end=-1))
        tools.end_later.clicked.connect(lambda: work.nudge(end=1))
        tidy.chosen.connect(self.tidying.choose)
        tidy.heard.connect(self.tidying.hear)
        tidy.tried.connect(self.tidying.try_without)
        tidy.taken.connect(self.tidying.take)

    # --- showing

    @property
    def place(self) -> Place:
        """The window around the page."""
        return self._page.place

    @property
    def house(self) -> House:
        """The library and what works on it."""
        return self._page.session.house

    @property
    def speaker(self) -> Speaker:
        """The language of the window."""
        return self._page.session.speaker

    @property
    def production(self) -> Production | None:
        """What is shown; None while nothing is."""
        return self.loading.production

    def show_clip(self, production: Production, play: bool = False) -> None:
        """Show a production, or a newer state of the one that is shown."""
        before = self.loading.segments
        another = self.loading.open(production)
        if another:
            self.player.close()
            self.playback.forget()
            self.player.at = Fraction(0)
            self.cutting.begin()
            self.parts.verdict.fold_checks()
            self._plays_at_once = play
            self.parts.screen.show_message("")
            self.parts.screen.show_poster(None)
            self.parts.screen.show_caption(None)
        elif before != self.loading.segments or (self.player.loaded and self.player.card != self._card):
            self._load_film()
        elif not self.tidying.trying:
            self.player.dress(self._dressing)
        if not self.player.loaded:
            self.player.time = PlayTime(self.loading.segments, self._card)
        if another:
            self._later.start()  # the picture's place first, so that the window never stands still for long
        else:
            self.refresh()

    def close_clip(self) -> None:
        """Let go of the films; what was ticked is remembered."""
        self.parts.cues.stop_editing(keep=True)
        self.captions.flush()
        self.parts.post.flush()
        self.parts.timeline.show_stretch(None)
        self.loading.close()
        self.player.close()

    def refresh(self) -> None:
        """Draw everything that doesn't move with the playhead."""
        production = self.production
        if production is None:
            return
        self._show_timeline(production)
        self._show_cues(production)
        self._show_tidying()
        self.parts.comments.show_comments(production.comments, self.loading.staff)
        self._show_news(production)
        self.parts.show_tabs(len(open_comments(production)), self._is_narrow())
        self.parts.script.show_script(production.script)
        self.parts.post.show_post(production, self._channels(production))
        self._show_zone()
        self._show_verdict(production)
        self._moved()
        self.dressed.refresh()
        self.end_card.refresh()
        self.judged.emit()

    def _loaded(self, what: str) -> None:
        basics = self.loading.basics
        if what == "film":
            self._load_film()
        elif what == "basics" and basics is not None and not self.parts.screen.has_picture:
            self.parts.screen.show_poster(QPixmap.fromImage(basics.poster) if basics.poster else None)
        if what == "waits":
            self._show_waiting()
        elif what == "peaks":
            self.parts.timeline.show_wave(self._wave)
        elif what == "strips":
            self.parts.timeline.show_strip(self.loading.segments, self.loading.strips)
        elif what == "pictures":
            self._moved()
        else:
            self.refresh()

    @property
    def _dressing(self) -> Dressing:
        production = self.production
        return production.effective_cut().dressing if production is not None and production.takes else Dressing()

    @property
    def _card(self) -> Fraction:
        """Length of the end card in seconds."""
        production = self.production
        return from_frames(production.effective_cut().card_frames) if production and production.takes else Fraction(0)

    @property
    def _wave(self) -> Wave:
        return wave_of(self.loading.segments, dict(self.loading.peaks), PEAK_RATE, self._card)

    def reload_film(self, at: Fraction) -> None:
        """Show the clip as it is again, at a moment."""
        self.player.at = at
        self._load_film()
        self._moved()

    def _load_film(self) -> None:
        basics = self.loading.basics
        if basics is None or not self.isVisible():
            return
        if any(segment.take not in basics.paths for segment in self.loading.segments):
            return  # a new take; its place is being read
        self.player.load(self.loading.segments, basics.paths, self.player.at, self._dressing, self._card)
        if self._plays_at_once:
            self._plays_at_once = False
            self.player.play()

    def _show_waiting(self) -> None:
        """Say in place of the picture that a film from outside is still being made ready, or why it can't be."""
        loading, screen = self.loading, self.parts.screen
        if loading.refused is not None and loading.waits is not None:
            screen.show_message(sentence(loading.refused, self.place.session.speaker, in_window=True).message)
        elif loading.waits is not None:
            share = round(100 * loading.waits)
            screen.show_message(
                self.say("The film from outside is being made ready to be watched: {share} %.", share=share)
            )
        else:
            screen.show_message("")

    def _show_timeline(self, production: Production) -> None:
        blocks = [
            TimelineBlock(section_text(b.section, self.say), section_token(b.section), b.start, b.end)
            for b in blocks_of(production, self.loading.cues)
        ]
        time = self.player.time
        if time.spoken < time.seconds:
            blocks.append(TimelineBlock(self.say("End card"), "primary", time.spoken, time.seconds))
        timeline = self.parts.timeline
        timeline.show_clip(time.seconds, blocks)
        timeline.setToolTip(spoken_blocks(blocks, self.say))
        timeline.show_wave(self._wave)
        timeline.show_strip(self.loading.segments, self.loading.strips)
        timeline.show_marks(self._marks(production))
        self.cutting.show_segment(production)

    def _marks(self, production: Production) -> list[Mark]:
        marks = [
            Mark("comment", Fraction(c.at), f"{clock_text(Fraction(c.at))} {c.text}") for c in open_comments(production)
        ]
        for cue in self.loading.cues:
            if is_fast(cue):
                told = self.say("{count} characters a second are quick to read", count=speed(cue))
                marks.append(Mark("hint", cue.start, f"{clock_text(cue.start)} {told}"))
        for one in self.loading.tidying.suggestions if self.loading.tidying is not None else ():
            marks.append(Mark("tidy", one.at, f"{clock_text(one.at)} {tidy_text(one.kind.value, self.speaker)}"))
        return sorted(marks, key=lambda mark: mark.at)

    def _show_cues(self, production: Production) -> None:
        captions = self.loading.captions
        if captions is not None and not self.parts.cues.editing:
            rows = self.captions.rows(production, captions)
            self.parts.cues.set_rows(rows)
            self.parts.tools.show_unsure(sum(row.asks for row in rows))
        elif captions is None:
            self.parts.cues.set_rows([])
            self.parts.tools.show_unsure(0)
        self.parts.captions.show_empty(captions is not None and not captions.cues)
        self.parts.tools.show_chosen(self.parts.cues.currentIndex().isValid())

    def _show_tidying(self) -> None:
        self.cutting.show_sound()
        tidying = self.loading.tidying
        self.parts.tidy.show_tidying(tidying)
        self.parts.show_suggestions(len(tidying.suggestions) if tidying is not None else 0)

    def _show_news(self, production: Production) -> None:
        found = differences(production)
        self.parts.news.show_differences(found, self.speaker)
        self.parts.show_news(len(found))

    def _show_zone(self) -> None:
        basics = self.loading.basics
        profiles = {one.key: one for one in basics.profiles} if basics is not None else {}
        self.parts.transport.show_zones([(key, channel_name(key)) for key in profiles], self._zone)
        if basics is None or not self._zone:
            self.parts.screen.show_zone(None)
        elif self._zone in profiles:
            name = channel_name(self._zone)
            self.parts.screen.show_zone(profiles[self._zone].safe_zone, self.say("Safe zone: {name}", name=name))
        else:
            self.parts.screen.show_zone(basics.zone, self.say("Safe zone: all platforms"))

    def _choose_zone(self, key: str) -> None:
        self._zone = key
        self._show_zone()

    def _show_verdict(self, production: Production) -> None:
        person, verdict = self._page.session.person, self.parts.verdict
        verdict.show_eyes(four_eyes(production, self.loading.staff, person, self._page.today, self.say))
        verdict.show_topic(self._page.topic.told(production))
        verdict.show_checks(self.checks())
        done = self.judgement.points(production, person.id) if person is not None else frozenset()
        mine = person is not None and self._page.checks(production) and not involved(production, person)
        verdict.show_points(self.points(), done, mine)

    def checks(self) -> tuple[Checked, ...]:
        """What the machine found about the clip as it is now."""
        basics, production = self.loading.basics, self.production
        if basics is None or production is None:
            return ()
        known = Known(production, basics.staff, basics.today, self.loading.captions, basics.profiles)
        return machine_checks(known, self.say)

    def _channels(self, production: Production) -> tuple[PlatformProfile, ...]:
        """Where everybody in the clip may be shown; all channels, if that is nowhere yet."""
        basics = self.loading.basics
        if basics is None:
            return ()
        shown, today = production.speakers(), basics.today
        may = tuple(p for p in basics.profiles if all(basics.staff.may_be_shown(one, p.key, today) for one in shown))
        return may or basics.profiles

    def points(self) -> tuple[tuple[str, str], ...]:
        """What a person has to judge on this clip."""
        production = self.production
        return human_points(production.topic, self.say) if production is not None else ()

    # --- the playhead

    def _moved(self) -> None:
        at = self.player.at
        if self.production is None or self.tidying.trying:
            return
        whole = self.player.time.seconds
        number = cue_at(self.loading.cues, at)
        text = self.loading.cues[number].text if number >= 0 else ""
        spoken = self.say("{at} of {whole}", at=clock_text(at), whole=clock_text(whole))
        self.parts.transport.show_time(at, whole)
        self.parts.timeline.show_at(at, spoken)
        self._show_caption(number)
        if not self.player.playing:
            self.parts.screen.setAccessibleDescription(f"{spoken}. {text}")
        self.parts.comment.show_moment(at)
        if number >= 0:
            self.parts.cues.follow(number)
        self.cutting.follow()
        self.playback.show()

    def show_moment(self) -> None:
        """Draw what belongs to the playhead once more."""
        self._moved()

    def _show_caption(self, number: int) -> None:
        """The caption of this number in the picture (-1: none), with what is being written in it right now."""
        cues, pictures = self.parts.cues, self.loading.pictures
        if number < 0 or not self.parts.transport.captions.isChecked():
            self.parts.screen.show_caption(None)
            return
        before = self.loading.cues[number].lines
        lines = cues.lines_of(number) if cues.editing else before
        if cues.editing and lines and lines not in pictures:
            return  # it is being drawn; until then the letters before stay
        self.parts.screen.show_caption(pictures.get(lines))

    # --- what the user does

    def _cue_chosen(self, number: int) -> None:
        if not self.player.playing:
            self.player.seek(self.loading.cues[number].start)

    def _point_ticked(self, key: str, on: bool) -> None:
        person, production = self._page.session.person, self.production
        if person is not None and production is not None:
            self.judgement.set_point(production, person.id, key, on)
            self._show_verdict(production)
            self.judged.emit()

    def next_hint(self) -> None:
        """N: go to the next mark below the sound."""
        marks = [mark.mark.at for mark in self.parts.timeline.jumps]
        if marks:
            self.player.seek(next((at for at in marks if at > self.player.at), marks[0]))

    def show_open_point(self) -> None:
        """Bring the first open point into view."""
        person, production = self._page.session.person, self.production
        if person is None or production is None:
            return
        left = self.judgement.open_points(production, person.id, self.points())
        if left:
            if self.parts.compact:
                self.parts.choose_tab("release")
            if left[0][0] == "post":
                self.parts.choose_tab("post")
            self.parts.verdict.focus_point(left[0][0])

    def others_turn(self, production: Production) -> bool:
        """Whether somebody else checks the clip right now: then it stays as it is."""
        return production.state in CHECKER and not self._page.checks(production)

    def _is_narrow(self) -> bool:
        """Whether the release has to be a tab: small windows, or large type."""
        return self._page.compact or self.width() < NARROW_PX * text_scale()

    def set_busy(self, busy: bool) -> None:
        """A change or decision is on its way; no second one until it is done."""
        self.busy = busy
        self.judged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        wide = self.width() >= WIDE_PX
        if wide != self._wide or self._is_narrow() != self.parts.compact or not event.oldSize().isValid():
            self._wide = wide
            self.parts.show_wide(wide)
            self.parts.show_tabs(len(open_comments(self.production)) if self.production else 0, self._is_narrow())
            if self.production is not None:
                self._show_verdict(self.production)
                self.judged.emit()
