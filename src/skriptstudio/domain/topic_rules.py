"""What a delicate topic asks for besides more eyes (domain.md 6.2)."""

from datetime import date

from skriptstudio.domain.errors import BlackoutTime, CommentPlanMissing, ScriptNotChecked, TopicNotForTeam
from skriptstudio.domain.four_eyes import DELICATE
from skriptstudio.domain.people import Hat, Staff
from skriptstudio.domain.production import Production, TopicClass


def require_comment_plan(production: Production) -> None:
    """Raise ``CommentPlanMissing`` where the topic is delicate and nobody looks after the comments."""
    if production.topic in DELICATE and production.comment_plan is None:
        raise CommentPlanMissing(production.title)


def require_checked_script(production: Production) -> None:
    """Raise ``ScriptNotChecked`` where the topic is delicate and nobody approved this very text.

    For harmless topics the check of the script falls together with the release; for explaining ones the
    department checks the facts in the clip (domain.md 6.1).
    """
    script = production.script
    if production.topic not in DELICATE or script.is_empty:
        return
    if script.approval is None or script.approval.sections != script.sections:
        raise ScriptNotChecked(production.title)


def require_no_trainees(production: Production, staff: Staff) -> None:
    """Raise ``TopicNotForTeam`` where a political clip is spoken or written by people of the team alone."""
    if production.topic is not TopicClass.POLITICAL:
        return
    spoken = production.speakers() if production.takes else ()
    involved = dict.fromkeys((*spoken, *production.script.authors))
    team = tuple(p.name for p in staff.people if p.id in involved and p.hats == (Hat.TEAM,))
    if team:
        raise TopicNotForTeam(team)


def require_no_blackout(production: Production, staff: Staff, today: date) -> None:
    """Raise ``BlackoutTime`` where a political clip would go out before an election."""
    if production.topic is not TopicClass.POLITICAL:
        return
    found = staff.rules.blackout(today)
    if found is not None:
        raise BlackoutTime(production.title, found.reason, found.last.isoformat())
