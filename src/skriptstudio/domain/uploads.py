"""What of a package is still to be uploaded by hand."""

from skriptstudio.domain.production import Production
from skriptstudio.domain.seals import seal

NO_PUBLICATION = frozenset({"video_team"})
"""Targets that only hand the clip over inside the house: nothing is uploaded there."""


def online_on(production: Production) -> tuple[str, ...]:
    """Keys of the channels on which the clip stands right now, in the order in which they were noted."""
    return tuple(dict.fromkeys(one.profile for one in production.publications if one.removed is None))


def open_uploads(production: Production) -> tuple[str, ...]:
    """Keys of the channels that have a package of the released version, and no upload that anybody has noted."""
    if production.release is None:
        return ()
    version, done = seal(production.release.seals), {*online_on(production), *NO_PUBLICATION}
    made = dict.fromkeys(one.profile for one in production.exports if one.version == version)
    return tuple(key for key in made if key not in done)
