"""What a row of the inbox says, and how it is drawn: chips below, one lamp at the right."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from skriptstudio.domain.people import Person, Staff
from skriptstudio.domain.production import Production, State, TopicClass
from skriptstudio.domain.release import CHECKER, SEALED
from skriptstudio.domain.waiting import handed_in, is_checker
from skriptstudio.messages.catalogue import Say, Speaker
from skriptstudio.messages.dates import day_text
from skriptstudio.ui.pages.review.facts import (
    Checked,
    Known,
    clip_seconds,
    involved,
    machine_checks,
    missing_consents,
    stored_captions,
)
from skriptstudio.ui.pages.review.play_time import short_clock
from skriptstudio.ui.pages.review.reading import Inbox
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.chips import chip_size, paint_chip
from skriptstudio.ui.widgets.lamp import LampState, paint_lamp
from skriptstudio.ui.widgets.paragraph import Paragraph
from skriptstudio.ui.widgets.row_delegate import INSET, RowDelegate
from skriptstudio.ui.widgets.rows import Row

_LAMP_WIDE, _LAMP_SLIM = 200, 176


def checks_of(production: Production, inbox: Inbox, say: Say) -> tuple[Checked, ...]:
    """The machine's checks with what is stored; nothing is made anew for a list."""
    captions = stored_captions(production)
    return machine_checks(Known(production, inbox.staff, inbox.today, captions, inbox.profiles), say)


def row_of(
    production: Production, inbox: Inbox, person: Person | None, poster: QPixmap | None, speaker: Speaker
) -> Row:
    """The row of a clip."""
    say, day = speaker.say, inbox.planned.get(production.id)
    length, since = short_clock(clip_seconds(production)), since_text(production, inbox, say)
    return Row(
        production.id,
        production.title,
        f"{_who(production, inbox.staff)} · {length} · {since}",
        poster=poster,
        has_poster=True,
        chips=(
            *(((say("new"), "warm"),) if inbox.is_new(production) else ()),
            *(((say("for {day}", day=day_text(day, speaker)), "neutral"),) if day is not None else ()),
            (topic_text(production.topic, say), "neutral"),
        ),
        lamp=most_important(production, inbox, person, say),
    )


def _who(production: Production, staff: Staff) -> str:
    names = [staff.name(person) for person in production.speakers()] or [
        staff.name(person) for person in production.script.authors
    ]
    return ", ".join(names) or "–"


def since_text(production: Production, inbox: Inbox, say: Say) -> str:
    """How long it has been waiting."""
    days = _days(handed_in(production), inbox.today)
    if days <= 0:
        return say("since today")
    return say("since yesterday") if days == 1 else say("for {count} days", count=days)


def _days(since: date, today: date) -> int:
    return (today - since).days


def topic_text(topic: TopicClass, say: Say) -> str:
    """The topic class as people say it."""
    return {
        TopicClass.HARMLESS: say("Harmless"),
        TopicClass.EXPLAIN: say("Explaining"),
        TopicClass.SENSITIVE: say("Sensitive"),
        TopicClass.POLITICAL: say("Political"),
    }[topic]


def most_important(production: Production, inbox: Inbox, person: Person | None, say: Say) -> tuple[LampState, str]:
    """The one thing that a reviewer should know first."""
    state = production.state
    if state in SEALED:
        return "ok", say("released")
    if missing_consents(production, inbox.staff, inbox.today):
        return "stop", say("Consent is missing")
    if state == State.RETURNED:
        return "hint", say("returned")
    if state not in CHECKER:
        return "open", say("not handed in yet")
    if not is_checker(production, person, inbox.staff, inbox.today):
        return "open", _waits(state, say)
    if person is not None and involved(production, person):
        return "hint", say("the deputy releases")
    hints = sum(check.state in ("hint", "stop") for check in checks_of(production, inbox, say))
    if hints:
        return "hint", say("One hint") if hints == 1 else say("{count} hints", count=hints)
    return "ok", say("ready to be checked")


def _waits(state: State, say: Say) -> str:
    return {
        State.FACT_CHECK: say("waits for the department"),
        State.PRESS_CHECK: say("waits for the press office"),
        State.LEAD_CHECK: say("waits for the management"),
    }[state]


class InboxDelegate(RowDelegate):
    """Three lines at the left: title, small text, chips; the lamp in a column of its own."""

    def _paint_right(self, painter: QPainter, box: QRectF, row: Row) -> float:
        slim = box.width() < scaled(560)
        left = box.right() - INSET - scaled(_LAMP_SLIM if slim else _LAMP_WIDE)
        if row.lamp:
            state, word = row.lamp
            side = float(scaled(20))
            paint_lamp(painter, QRectF(left, box.center().y() - side / 2, side, side), state)
            words = Paragraph(word, lines=2)
            start = left + side + SPACE.s
            wide = box.right() - INSET - start
            words.paint(painter, QRectF(start, box.center().y() - words.height(wide) / 2, wide, box.height()))
        return left - SPACE.m

    def _paint_lines(self, painter: QPainter, box: QRectF, row: Row) -> None:
        title = Paragraph(row.title, role="label", lines=1)
        small = Paragraph(row.small, role="small", token="ink_soft", lines=1)
        chips = [(text, tone, chip_size(text)) for text, tone in row.chips]
        tall = title.height(box.width()) + small.height(box.width()) + 4
        tall += max((size.height() for _, _, size in chips), default=0) + 4
        top = box.center().y() - tall / 2
        title.paint(painter, QRectF(box.left(), top, box.width(), box.height()))
        top += title.height(box.width()) + 3
        small.paint(painter, QRectF(box.left(), top, box.width(), box.height()))
        top += small.height(box.width()) + 5
        left = box.left()
        for text, tone, size in chips:
            paint_chip(painter, QRectF(left, top, size.width(), size.height()), text, tone)
            left += size.width() + SPACE.s
