"""Sentences about what is written beside a clip."""

from collections.abc import Sequence
from fractions import Fraction

from skriptstudio.domain.clip import PlatformProfile
from skriptstudio.domain.dressing import TITLE_SECONDS
from skriptstudio.domain.post import ALT_CHARS, Post
from skriptstudio.domain.post_room import all_hashtags, fewest_hashtags, rooms
from skriptstudio.domain.production import Production
from skriptstudio.messages.catalogue import Say, Speaker
from skriptstudio.messages.words import channel_name, grouped


def room_text(post: Post, profiles: Sequence[PlatformProfile], speaker: Speaker) -> tuple[str, bool]:
    """How much room is left on the tightest channel, and whether it is too little."""
    say = speaker.say
    found = rooms(post, profiles)
    if not found:
        return say("{used} characters", used=len(post.text)), False
    first = found[0]
    name = channel_name(first.channel)
    if first.left < 0:
        return say("{count} characters too many for {channel}", count=-first.left, channel=name), True
    told = {"used": grouped(first.used, speaker), "most": grouped(first.most, speaker), "channel": name}
    if len(found) == 1:
        return say("{used} of {most} characters", **told), False
    return say("{used} of {most} characters on {channel}", **told), False


def hashtags_text(post: Post, profiles: Sequence[PlatformProfile], say: Say) -> str:
    """What becomes of hashtags that a channel doesn't take; empty where all take them."""
    tightest = fewest_hashtags(profiles)
    if tightest is None or tightest.max_hashtags is None or len(all_hashtags(post)) <= tightest.max_hashtags:
        return ""
    name = channel_name(tightest.key)
    if tightest.max_hashtags == 1:
        return say("{channel} only takes the first one.", channel=name)
    return say("{channel} only takes the first {count}.", channel=name, count=tightest.max_hashtags)


def alt_help(alt: str, say: Say) -> tuple[str, bool]:
    """What stands below the field of the alternative text, and whether it is too long."""
    if len(alt) > ALT_CHARS:
        return say("{count} characters more than some channels take", count=len(alt) - ALT_CHARS), True
    return "" if alt else say("Empty: made from title and captions."), False


def by_hand(production: Production, say: Say) -> tuple[str, ...]:
    """What has to be done while uploading, because nobody can do it from here (domain.md 2.2)."""
    place, plan = production.post.location, production.comment_plan
    return (
        say("Set the location: {place}", place=place) if place else say("Set a location"),
        say("Comments: {who}, for three days", who=plan.who) if plan else say("Comments: who looks after them?"),
        say("Paste the alternative text"),
        say("Music only from the platform"),
        say("AI label: yes or no"),
    )


def cover_text(at: Fraction, say: Say) -> str:
    """When the cover is seen in the clip, in whole seconds."""
    return say("Cover at {at}", at=f"{int(at) // 60}:{int(at) % 60:02d}")


def cover_hint(production: Production, at: Fraction, say: Say) -> str:
    """What the cover will not show, before somebody wonders."""
    title = production.effective_cut().dressing.title if production.takes else ""
    if title and at >= TITLE_SECONDS:
        return say("The large hook is only in the picture during the first three seconds.")
    return ""
