"""How the commands about the plan show it."""

from collections.abc import Mapping

from skriptstudio.cli.terminal import Terminal
from skriptstudio.domain.batch import Shot
from skriptstudio.domain.plan_outlook import Outlook, PlannedDay, Warned
from skriptstudio.domain.rhythm import Capacity
from skriptstudio.messages.dates import day_text, full_day_text
from skriptstudio.messages.plan_words import heed_text, planned_state, planned_title


def day_document(one: PlannedDay) -> dict[str, object]:
    """A day as JSON."""
    entry = one.entry
    return {
        "day": one.day.isoformat(),
        "entry": entry.id if entry else "",
        "kind": "free" if entry is None else entry.kind.value,
        "production": entry.key if entry and entry.kind.value == "production" else "",
        "idea": entry.key if entry and entry.kind.value == "idea" else "",
        "title": one.clip.title if one.clip else entry.title if entry else "",
        "format": one.format,
        "state": one.clip.state.value if one.clip else "",
        "gone": one.is_gone,
        "blackout": one.blackout,
    }


def day_line(one: PlannedDay, terminal: Terminal, formats: Mapping[str, str]) -> str:
    """A day for people."""
    words = (planned_title(one, terminal.speaker), formats.get(one.format, one.format))
    state = planned_state(one, terminal.speaker)
    mark = f"  [{one.blackout}]" if one.blackout else ""
    return f"{one.day}  {full_day_text(one.day, terminal.speaker):24} {', '.join(filter(None, words))} ({state}){mark}"


def outlook_document(found: Outlook) -> dict[str, object]:
    """The whole outlook as JSON."""
    return {
        "days": [day_document(one) for one in found.days],
        "free": [one.day.isoformat() for one in found.free],
        "stock": [one.id for one in found.stock],
        "stock_wanted": found.stock_wanted,
        "missing_from": found.missing_from.isoformat() if found.missing_from else None,
        "reserve": [one.id for one in found.reserve],
        "warnings": [warned_document(one) for one in found.warnings],
    }


def warned_document(one: Warned) -> dict[str, object]:
    """Something to heed as JSON."""
    return {
        "code": one.what.value,
        "day": one.day.isoformat() if one.day else None,
        "until": one.until.isoformat() if one.until else None,
        "count": one.count,
        "text": one.text,
    }


def stock_text(found: Outlook, terminal: Terminal) -> str:
    """How far the stock reaches."""
    say, have = terminal.say, len(found.stock)
    begin = say("Stock: {have} of {wanted} clips.", have=have, wanted=found.stock_wanted)
    if found.missing_from is None or not found.stock:
        return begin
    return f"{begin} " + say("A clip is missing from {day}.", day=day_text(found.missing_from, terminal.speaker))


def warning_lines(found: Outlook, terminal: Terminal, formats: Mapping[str, str]) -> list[str]:
    """What to heed, for people."""
    return [f"! {heed_text(one, terminal.speaker, formats.get(one.text, ''))}" for one in found.warnings]


def capacity_document(has: Capacity) -> dict[str, object]:
    """What the house has and needs as JSON."""
    return {
        "minutes_a_week": has.minutes_a_week,
        "minutes_a_clip": has.minutes_a_clip,
        "measured_on": has.measured_on,
        "clips_a_month": round(float(has.clips_a_month), 1),
        "level": has.level.value if has.level else None,
    }


def shot_document(shot: Shot) -> dict[str, object]:
    """A line of a shooting list as JSON."""
    return {
        "begins": f"{shot.begins:%H:%M}",
        "due": shot.due.isoformat(),
        "title": shot.entry.title,
        "format": shot.entry.format,
        "trade": shot.trade,
        "picture": shot.picture,
        "heed": shot.heed,
    }
