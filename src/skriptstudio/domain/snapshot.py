"""The present state of a clip as a version that can be remembered."""

from dataclasses import replace
from datetime import datetime

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.production import Production
from skriptstudio.domain.versions import KEPT, Version


def version_now(production: Production, actor: Actor, now: datetime) -> Version:
    """The clip as it stands."""
    cut = production.effective_cut()
    return Version(
        now,
        actor,
        production.title,
        {section.name: section.text for section in production.script.sections},
        cut.segments,
        cut.end_card,
        tuple(cue.text for cue in production.captions.cues) if production.captions else (),
        (production.post.text, *production.post.hashtags),
        production.post.alt,
        production.post.location,
        production.post.cover,
    )


def remembered(production: Production, actor: Actor, now: datetime) -> Production:
    """Keep the present state as the version that is looked at; the oldest go."""
    return replace(production, versions=(*production.versions, version_now(production, actor, now))[-KEPT:])
