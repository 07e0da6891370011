"""Remarks at a moment or over a stretch of the clip, answered and ticked off by the team."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.errors import BadTime, UnknownName
from skriptstudio.domain.production import Comment, Production, Reply


def with_comment(production: Production, comment: Comment) -> Production:
    """Add a remark.

    Raises:
        BadTime: it would end before it begins.
    """
    if comment.until and float(comment.until) < float(comment.at):
        raise BadTime(comment.until)
    return replace(production, comments=(*production.comments, comment))


def replied(production: Production, comment_id: str, text: str, actor: Actor, now: datetime) -> Production:
    """Answer a remark. Raises ``UnknownName``."""
    reply = Reply(text, actor, now)
    return _changed(production, comment_id, lambda c: replace(c, replies=(*c.replies, reply)))


def ticked_off(production: Production, comment_id: str, done: bool, actor: Actor, now: datetime) -> Production:
    """Say that a remark is dealt with, or isn't after all. Raises ``UnknownName``."""
    return _changed(
        production, comment_id, lambda c: replace(c, done_by=actor if done else None, done_at=now if done else None)
    )


def open_comments(production: Production) -> tuple[Comment, ...]:
    """Remarks that nobody has ticked off."""
    return tuple(comment for comment in production.comments if comment.done_by is None)


def _changed(production: Production, comment_id: str, edit: Callable[[Comment], Comment]) -> Production:
    if all(comment.id != comment_id for comment in production.comments):
        raise UnknownName("comment", comment_id, tuple(c.id for c in production.comments[:5]))
    return replace(production, comments=tuple(edit(c) if c.id == comment_id else c for c in production.comments))
