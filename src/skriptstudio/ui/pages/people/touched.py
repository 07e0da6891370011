"""What a revocation touches, as rows: what is online, released clips, takes."""

from collections.abc import Iterator, Sequence

from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.words import channel_name
from skriptstudio.ui.dates import spoken
from skriptstudio.ui.pages.people.appearances import Appearance
from skriptstudio.ui.widgets.rows import Row


def counted(appearances: Sequence[Appearance], speaker: Speaker) -> str:
    """How many clips and takes these are."""
    clips = sum(one.shown for one in appearances)
    takes = sum(one.takes for one in appearances)
    of_clips = speaker.say("1 clip") if clips == 1 else speaker.say("{count} clips", count=clips)
    of_takes = speaker.say("1 take") if takes == 1 else speaker.say("{count} takes", count=takes)
    return ", ".join([of_clips, of_takes] if clips else [of_takes])


def touched_rows(appearances: Sequence[Appearance], speaker: Speaker) -> list[Row]:
    """What is online first, then released clips, then takes; a key says page, production and channel."""
    return [
        *(row for one in appearances for row in _online(one, speaker)),
        *(row for one in appearances for row in _released(one, speaker)),
        *(_takes(one, speaker) for one in appearances),
    ]


def _online(one: Appearance, speaker: Speaker) -> Iterator[Row]:
    for publication in one.publications:
        since = speaker.say("online since {day}", day=spoken(publication.on, speaker.language))
        small = f"{since} · {publication.url}" if publication.url else since
        title = f"{channel_name(publication.profile)}: {one.title}"
        yield Row(f"publish:{one.production}#{publication.profile}", title, small, icon="globe")


def _released(one: Appearance, speaker: Speaker) -> Iterator[Row]:
    if one.released:
        yield Row(f"review:{one.production}", one.title, speaker.say("released clip"), icon="film-strip")


def _takes(one: Appearance, speaker: Speaker) -> Row:
    small = speaker.say("1 take") if one.takes == 1 else speaker.say("{count} takes", count=one.takes)
    return Row(f"record:{one.production}", one.title, small, icon="video-camera")
