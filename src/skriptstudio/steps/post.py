"""Between cut and check: what is written beside the clip, and which picture stands for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from skriptstudio.domain.desk import Desk
from skriptstudio.domain.errors import BadNumber
from skriptstudio.domain.post import Post, hashtag, unique
from skriptstudio.domain.production import Production
from skriptstudio.domain.release import taken_back
from skriptstudio.domain.timecode import on_frame


@dataclass(frozen=True)
class PostWish:
    """What shall change; None leaves it as it is.

    Attributes:
        text, alt, location: as in ``Post``; blanks around them go.
        hashtags: as typed, with or without "#", as words or in CamelCase; each once; empty ones go.
        cover: moment of the clip, in seconds; lands on the nearest frame.
    """

    text: str | None = None
    hashtags: Sequence[str] | None = None
    alt: str | None = None
    location: str | None = None
    cover: Fraction | None = None


class PostDesk:
    """Write what stands beside a clip. A release becomes void by it, like by any change of the cut."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def change(self, wanted: str, wish: PostWish) -> Production:
        """Change what is asked for and return the clip as it is now.

        Raises:
            UnknownName, AmbiguousName: not one known production.
            BadHashtag: a hashtag has no letter.
            BadNumber: the cover lies outside of the clip.
        """
        production = self._desk.open(wanted).record
        return self._desk.change(production.id, lambda p: replace(p, post=_written(p, wish)), self._desk.anonymous())

    def take_back(self, before: Production) -> Production:
        """Undo a change: what stood beside the clip stands there again, see ``release.taken_back``.

        Args:
            before: the production before that change.
        """
        by, now = self._desk.anonymous(), self._desk.clock.now()
        return self._desk.change(before.id, lambda p: taken_back(replace(p, post=before.post), before, by, now), by)


def _written(production: Production, wish: PostWish) -> Post:
    before = production.post
    tags = before.hashtags if wish.hashtags is None else tuple(hashtag(tag) for tag in wish.hashtags if tag.strip())
    return Post(
        text=before.text if wish.text is None else wish.text.strip(),
        hashtags=unique(tags),
        alt=before.alt if wish.alt is None else wish.alt.strip(),
        location=before.location if wish.location is None else wish.location.strip(),
        cover=before.cover if wish.cover is None else _cover(production, on_frame(wish.cover)),
    )


def _cover(production: Production, at: Fraction) -> Fraction:
    """``at``, where the clip has a picture then. A clip without takes has no length yet."""
    longest = production.effective_cut().clip_seconds if production.takes else None
    if at < 0 or (longest is not None and at >= longest):
        raise BadNumber(text=f"{float(at):g}", allowed=f"0-{float(longest or 0):.1f}")
    return at
