"""What the page reads in jobs: nothing here touches a widget."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from skriptstudio.domain.captions import Captions, Cue
from skriptstudio.domain.clip import PlatformProfile, SafeZone
from skriptstudio.domain.errors import SkriptStudioError, StandInMissing
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.people import Staff
from skriptstudio.domain.production import Production, State, Summary
from skriptstudio.domain.release import CHECKER, SEALED
from skriptstudio.domain.seals import seal, version_seal
from skriptstudio.domain.take import Take
from skriptstudio.domain.waiting import oldest_first
from skriptstudio.ui.pages.review.screen import CaptionPicture, caption_picture
from skriptstudio.ui.pages.review.strip import Pictures, strip_image

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House

Lines = tuple[str, ...]

WITH_TEAM = frozenset({State.RETURNED, State.RECORD, State.SELECT, State.CUT, State.BLOCKED})
"""States in which a recorded clip lies with the team."""


@dataclass(frozen=True)
class Basics:
    """What stands beside a production: read once when a clip is opened.

    Attributes:
        paths: what is played of each take; takes that can't be played yet aren't in it.
        missing: takes whose stand-in has to be made before they can be played.
        zone: what no profile covers.
    """

    staff: Staff
    today: date
    profiles: tuple[PlatformProfile, ...]
    zone: SafeZone
    paths: dict[str, Path]
    missing: tuple[Take, ...]
    poster: QImage | None


def read_basics(house: House, production: Production, control: JobControl) -> Basics:
    """Everything but captions and sound; quick."""
    profiles = read_profiles(house)
    paths = _films(house, production)
    return Basics(
        staff=house.people.staff(),
        today=house.desk.clock.today(),
        profiles=profiles,
        zone=common_zone(profiles),
        paths=paths,
        missing=tuple(take for take in production.takes if take.id not in paths),
        poster=read_poster(house, production, control),
    )


def _films(house: House, production: Production) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for take in production.takes:
        with suppress(StandInMissing):
            found[take.id] = house.films.film_to_watch(production, take)
    return found


def read_profiles(house: House) -> tuple[PlatformProfile, ...]:
    """All platform profiles of the program."""
    return house.profiles.all()


def common_zone(profiles: Iterable[PlatformProfile]) -> SafeZone:
    """What is left free by every platform at once (domain.md 2.3, "universal")."""
    zones = [profile.safe_zone for profile in profiles] or [SafeZone(0, 0, 0, 0)]
    return SafeZone(
        top=max(zone.top for zone in zones),
        bottom=max(zone.bottom for zone in zones),
        left=max(zone.left for zone in zones),
        right=max(zone.right for zone in zones),
    )


def read_poster(house: House, production: Production, control: JobControl) -> QImage | None:
    """The poster of the clip; none where there is none to be shown, or its film can't be read."""
    with suppress(SkriptStudioError):
        if poster := house.films.clip_poster(production, control):
            return QImage.fromData(poster)
    return None


def draw_captions(house: House, cues: Iterable[Cue], drawn: dict[Lines, CaptionPicture]) -> dict[Lines, CaptionPicture]:
    """Pictures of all captions that aren't drawn yet, exactly as they will be burned in."""
    lettering = house.films.lettering()
    made: dict[Lines, CaptionPicture] = {}
    for lines in {cue.lines for cue in cues} - drawn.keys():
        picture = lettering.caption(lines)
        height, width = picture.image.shape[:2]
        made[lines] = caption_picture(picture.image.tobytes(), width, height, picture.x, picture.y)
    return made


def read_captions(
    house: House, production: Production, drawn: dict[Lines, CaptionPicture], control: JobControl
) -> tuple[Captions, dict[Lines, CaptionPicture]]:
    """The captions of the present cut with their pictures; slow where they have to be made anew."""
    captions = house.captioner.fresh(production, control)
    return captions, draw_captions(house, captions.cues, drawn)


def read_peaks(house: House, production: Production, control: JobControl) -> dict[str, list[float]]:
    """The sound of every take that the clip shows; none where it can't be read."""
    peaks: dict[str, list[float]] = {}
    for take in production.takes_shown():
        control.checkpoint()
        with suppress(SkriptStudioError):
            peaks[take.id] = house.films.waveform(production, take, control).tolist()
    return peaks


def read_strips(house: House, production: Production, control: JobControl) -> dict[str, Pictures]:
    """Small pictures along every take that the clip shows; none where it can't be read."""
    strips: dict[str, Pictures] = {}
    segments = production.effective_cut().segments
    for take in production.takes_shown():
        control.checkpoint()
        spans = [(one.start, one.end) for one in segments if one.take == take.id]
        if not spans:
            continue
        with suppress(SkriptStudioError):
            found = house.films.film_strip(
                production, take, min(a for a, _ in spans), max(b for _, b in spans), control
            )
            strips[take.id] = [(second, strip_image(still)) for second, still in found]
    return strips


# --- inbox


@dataclass(frozen=True)
class Inbox:
    """What lies in the three lists.

    Attributes:
        waiting: what is planned comes in the order of its days, then the rest, oldest first.
        with_team, released: oldest first.
        summaries: all productions, as the list gave them.
        seen: what this user looked at last of each, see ``mark_of``.
        planned: the day for which a clip is planned, by its production.
    """

    waiting: tuple[Production, ...] = ()
    with_team: tuple[Production, ...] = ()
    released: tuple[Production, ...] = ()
    staff: Staff = field(default_factory=Staff)
    today: date = date.min
    profiles: tuple[PlatformProfile, ...] = ()
    summaries: tuple[Summary, ...] = ()
    seen: dict[str, str] = field(default_factory=dict)
    planned: dict[str, date] = field(default_factory=dict)

    def is_new(self, production: Production) -> bool:
        """Whether something was decided, said or changed since this user looked at the clip."""
        return self.seen.get(production.id) != mark_of(production)


def mark_of(production: Production) -> str:
    """Tells two states of a clip apart that a checker would want to know of."""
    said = [(comment.id, len(comment.replies), comment.done_by is None) for comment in production.comments]
    version = version_seal(production) if production.takes else ""
    return seal([version, production.state.value, len(production.history), said])[:16]


def read_inbox(house: House, control: JobControl) -> Inbox:
    """All clips that were recorded and aren't withdrawn."""
    summaries = house.plan.list()
    planned = house.rhythm.planned_days()
    waiting = _read(house, (s for s in summaries if s.state in CHECKER), control)
    return Inbox(
        waiting=tuple(sorted(waiting, key=lambda one: planned.get(one.id, date.max))),
        with_team=_read(house, (s for s in summaries if s.state in WITH_TEAM and s.takes), control),
        released=_read(house, (s for s in summaries if s.state in SEALED), control),
        staff=house.people.staff(),
        today=house.desk.clock.today(),
        profiles=read_profiles(house),
        summaries=summaries,
        seen=house.seen.marks(),
        planned=planned,
    )


def _read(house: House, summaries: Iterable[Summary], control: JobControl) -> tuple[Production, ...]:
    found = []
    for summary in summaries:
        control.checkpoint()
        with suppress(SkriptStudioError):  # a damaged one is told about on the page Plan
            found.append(house.desk.library.read(summary.id).record)
    return oldest_first(production for production in found if production.takes)
