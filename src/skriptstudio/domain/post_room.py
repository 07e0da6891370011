"""How much of what is written beside a clip each channel takes."""

from collections.abc import Iterable
from dataclasses import dataclass

from skriptstudio.domain.clip import PlatformProfile
from skriptstudio.domain.hashtag_rules import tags_in, weighted_length
from skriptstudio.domain.post import Post, camel_case, plain_tag, unique


@dataclass(frozen=True)
class Room:
    """How much of its room a text takes.

    Attributes:
        channel: key of the profile.
        used: characters of the text with its hashtags, as they are pasted there.
        most: how many the channel takes.
    """

    channel: str
    used: int
    most: int

    @property
    def left(self) -> int:
        """Characters that may still be written; below 0 where the text is too long."""
        return self.most - self.used


def post_text(post: Post, profile: PlatformProfile) -> str:
    """What is pasted on the channel: the text, and as many hashtags as the channel takes, in CamelCase.

    Those within the text count, and aren't repeated.
    """
    within = unique(tags_in(post.text))
    behind = all_hashtags(post)[len(within) :]
    room = None if profile.max_hashtags is None else max(0, profile.max_hashtags - len(within))
    tags = " ".join(f"#{camel_case(tag)}" for tag in behind[:room])
    return "\n\n".join(part for part in (post.text.strip(), tags) if part)


def all_hashtags(post: Post) -> tuple[str, ...]:
    """Each hashtag once, without its sign: those within the text, then those behind it."""
    return unique((*tags_in(post.text), *(plain_tag(tag) for tag in post.hashtags if camel_case(tag))))


def text_length(post: Post, profile: PlatformProfile) -> int:
    """How long the text with its hashtags is, as the channel counts."""
    text = post_text(post, profile)
    return weighted_length(text) if profile.weighted_text else len(text)


def rooms(post: Post, profiles: Iterable[PlatformProfile]) -> tuple[Room, ...]:
    """The room on each channel that has a limit, the tightest first."""
    found = [Room(p.key, text_length(post, p), p.max_text) for p in profiles if p.max_text is not None]
    return tuple(sorted(found, key=lambda room: room.left))


def fewest_hashtags(profiles: Iterable[PlatformProfile]) -> PlatformProfile | None:
    """The channel that takes the fewest hashtags; None where all take any number."""
    limited = [(p.max_hashtags, p) for p in profiles if p.max_hashtags is not None]
    return min(limited, key=lambda pair: pair[0])[1] if limited else None
