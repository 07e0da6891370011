"""What is written beside a clip where it is published, and which of its pictures stands for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from skriptstudio.domain.errors import BadHashtag
from skriptstudio.domain.timecode import FRAME

COVER_AT = Fraction(1)
"""Seconds of the clip that its cover shows if nobody chose: TikTok's own choice (domain.md 2.2)."""
ALT_CHARS = 1500
"""The shortest limit of a description among the channels (Mastodon, domain.md 2.2)."""
FIRST_LINE_CHARS = 90
"""More of a text than that lies behind "mehr"; it has to carry the benefit (domain.md 2.4)."""

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_BETWEEN_TAGS = re.compile(r"[#,;\n]")


@dataclass(frozen=True)
class Post:
    """What is written beside the clip. All of it belongs to the release.

    Attributes:
        text: the description.
        hashtags: without their sign.
        alt: what is seen, for those who don't see it; empty for one made of the title and the spoken words.
        location: the place that is tagged; empty for none.
        cover: moment of the clip whose picture stands for it, in seconds.
    """

    text: str = ""
    hashtags: tuple[str, ...] = ()
    alt: str = ""
    location: str = ""
    cover: Fraction = COVER_AT


def camel_case(tag: str) -> str:
    """Words run together with a capital each: "ein tag im amt" becomes "EinTagImAmt".

    A screen reader takes each capital for the beginning of a word. "#eintagimamt" is read as one
    word that nobody understands, and "_" is read out as "Unterstrich" (domain.md 4.4).
    """
    words = [word for word in _BETWEEN_WORDS.split(plain_tag(tag)) if word]
    return "".join(word[:1].upper() + word[1:] for word in words)


def plain_tag(tag: str) -> str:
    """The tag without its sign."""
    return tag.strip().lstrip("#")


def hashtag(typed: str) -> str:
    """One hashtag as it is stored, from words as somebody types them: without "#", in CamelCase.

    Raises:
        BadHashtag: there is no letter in it; channels don't make links of mere figures or signs.
    """
    tag = camel_case(typed)
    if not any(letter.isalpha() for letter in tag):
        raise BadHashtag(typed)
    return tag


def hashtags_in(typed: str) -> tuple[str, ...]:
    """All hashtags in a text such as "#EinTagImAmt, ausbildung vermessung"; parted by "#", comma or line.

    Raises:
        BadHashtag: a piece has no letter.
    """
    return unique([hashtag(piece) for piece in _BETWEEN_TAGS.split(typed) if piece.strip()])


def unique(tags: Sequence[str]) -> tuple[str, ...]:
    """Each hashtag once, as it was written first; channels take capitals and small letters alike."""
    return tuple({tag.casefold(): tag for tag in reversed(tags)}[key] for key in dict.fromkeys(map(str.casefold, tags)))


def suggested_hashtags(post: Post, format_name: str) -> tuple[str, ...]:
    """Hashtags that aren't there yet: the series and the place (domain.md 2.4); the trade nobody knows but you."""
    found = [camel_case(words) for words in (format_name, post.location) if words]
    have = {tag.casefold() for tag in post.hashtags}
    return tuple(tag for tag in unique([tag for tag in found if tag]) if tag.casefold() not in have)


def cover_moment(cover: Fraction, clip_seconds: Fraction) -> Fraction:
    """The moment of the cover in a clip of this length: its last picture where it was cut shorter since."""
    return max(Fraction(0), min(cover, clip_seconds - FRAME))
