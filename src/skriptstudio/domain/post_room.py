"""How much of what is written beside a clip each channel takes."""

from collections.abc import Iterable
from dataclasses import dataclass

from skriptstudio.domain.clip import PlatformProfile
from skriptstudio.domain.post import Post, camel_case


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
    """What is pasted on the channel: the text, and as many hashtags as the channel takes, in CamelCase."""
    tags = [f"#{camel_case(tag)}" for tag in post.hashtags][: profile.max_hashtags]
    return "\n\n".join(part for part in (post.text.strip(), " ".join(tags)) if part)


def rooms(post: Post, profiles: Iterable[PlatformProfile]) -> tuple[Room, ...]:
    """The room on each channel that has a limit, the tightest first."""
    found = [Room(p.key, len(post_text(post, p)), p.max_text) for p in profiles if p.max_text is not None]
    return tuple(sorted(found, key=lambda room: room.left))


def fewest_hashtags(profiles: Iterable[PlatformProfile]) -> PlatformProfile | None:
    """The channel that takes the fewest hashtags; None where all take any number."""
    limited = [(p.max_hashtags, p) for p in profiles if p.max_hashtags is not None]
    return min(limited, key=lambda pair: pair[0])[1] if limited else None
