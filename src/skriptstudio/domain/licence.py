"""What may be done with music and material that others made (domain.md 4.6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from skriptstudio.domain.errors import LicenceElsewhere, LicenceExpired, MusicUnlicensed, RuleRefusal

if TYPE_CHECKING:
    from skriptstudio.domain.production import Production
    from skriptstudio.domain.take import Take


@dataclass(frozen=True)
class Licence:
    """One entry for what is heard or seen in a take.

    Attributes:
        title: of the piece, the film or the photo.
        author: who made it.
        source: where it is from: a shop, a page, "own photo".
        terms: name of the licence, e.g. ``CC BY 4.0``.
        channels: profile keys on which it may be published, each ticked one by one.
        until: last day on which it holds; None where it never ends.
        proof: file name of the proof in the library's folder of papers; empty where there is none.
    """

    title: str
    author: str = ""
    source: str = ""
    terms: str = ""
    channels: tuple[str, ...] = ()
    until: date | None = None
    proof: str = ""

    def is_over(self, today: date) -> bool:
        """Whether it has expired."""
        return self.until is not None and self.until < today


def require_licensed_music(production: "Production") -> None:
    """Raise ``MusicUnlicensed`` where music is heard in a take of the cut and nobody entered its licence."""
    bare = tuple(take.id for take in heard(production) if take.music and take.licence is None)
    if bare:
        raise MusicUnlicensed(production.places_of(bare))


def require_licences(production: "Production", channel: str, today: date) -> None:
    """Check all music and material of the clip for one channel.

    Raises:
        MusicUnlicensed: music is heard, and nobody entered its licence.
        LicenceExpired: an entry doesn't hold any more.
        LicenceElsewhere: an entry doesn't allow the channel.
    """
    require_licensed_music(production)
    entries = [take.licence for take in production.takes_shown() if take.licence is not None]
    over = tuple(one.title for one in entries if one.is_over(today))
    if over:
        raise LicenceExpired(over)
    elsewhere = tuple(one.title for one in entries if channel not in one.channels)
    if elsewhere:
        raise LicenceElsewhere(elsewhere, channel)


def licence_refusal(production: "Production", channel: str, today: date) -> RuleRefusal | None:
    """What ``require_licences`` says, None where it says nothing."""
    try:
        require_licences(production, channel, today)
    except RuleRefusal as refused:
        return refused
    return None


def take_to_license(production: "Production", channel: str, today: date) -> "Take | None":
    """The first take whose entry ``require_licences`` misses or refuses for the channel; None where it says nothing."""
    bare = (take for take in heard(production) if take.music and take.licence is None)
    entered = [(take, take.licence) for take in production.takes_shown() if take.licence is not None]
    over = (take for take, entry in entered if entry.is_over(today))
    elsewhere = (take for take, entry in entered if channel not in entry.channels)
    return next(chain(bare, over, elsewhere), None)


def heard(production: "Production") -> "Iterator[Take]":
    """The takes of which the sound is in the clip; pictures over the voice are silent."""
    ids = {segment.take for segment in production.effective_cut().segments}
    return (take for take in production.takes_shown() if take.id in ids)


def unasked_music(production: "Production") -> tuple[str, ...]:
    """Ids of heard films from outside of which nobody has said whether music is in them."""
    return tuple(t.id for t in heard(production) if t.foreign and t.has_sound and t.music is None)
