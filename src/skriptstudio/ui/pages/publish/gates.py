"""The gates of a release as lamps, asked of the domain."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from skriptstudio.domain.errors import (
    CaptionsMissing,
    CaptionsNotConfirmed,
    NoSoundTrack,
    NotReleased,
    ReleaseVoid,
    SkriptStudioError,
    SoundDistorted,
)
from skriptstudio.domain.film_stops import require_captions_of_sound, require_usable_sound
from skriptstudio.domain.people import Staff
from skriptstudio.domain.production import Decision, Production, State
from skriptstudio.domain.release import TURN, released_cut, require_captions
from skriptstudio.domain.voices import voiceless
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.errors import sentence
from skriptstudio.ui.dressing.words import take_text
from skriptstudio.ui.pages.publish.figures import day
from skriptstudio.ui.widgets.lamp import LampState


@dataclass(frozen=True)
class Gate:
    """One lamp of the check."""

    state: LampState
    word: str
    sentence: str = ""


def refusal(production: Production, staff: Staff, channels: Iterable[str], today: date) -> SkriptStudioError | None:
    """What shuts the way to these channels, None if it is open."""
    try:
        released_cut(production, staff, channels, today)
    except SkriptStudioError as error:
        return error
    return None


def is_released(production: Production, today: date) -> bool:
    """Whether the clip may leave the house at all; consents are another question."""
    error = refusal(production, Staff(), (), today) if production.takes else NotReleased(production.title)
    return not isinstance(error, NotReleased | ReleaseVoid)


def gates(
    production: Production, staff: Staff, channels: Iterable[str], today: date, speaker: Speaker
) -> tuple[Gate, ...]:
    """Release, captions, consents and sound, in this order."""
    return (
        _release(production, staff, speaker),
        _captions(production, speaker),
        _consents(production, staff, tuple(channels), today, speaker),
        _sound(production, speaker),
    )


def _release(production: Production, staff: Staff, speaker: Speaker) -> Gate:
    release = production.release
    if release is None:
        return Gate("stop", speaker.say("Not released"))
    by = staff.name(release.by.person)
    return Gate(
        "ok", speaker.say("Released"), speaker.say("{name}, {day}", name=by, day=day(release.when.date(), speaker))
    )


def _captions(production: Production, speaker: Speaker) -> Gate:
    try:
        require_captions(production)
    except CaptionsNotConfirmed:
        return Gate("stop", speaker.say("Captions not confirmed"), speaker.say("Somebody has to read and tick them."))
    try:
        require_captions_of_sound(production, production.captions)
    except CaptionsMissing as error:
        return Gate("stop", speaker.say("No captions"), sentence(error, speaker, in_window=True).message)
    if not production.captions or not production.captions.cues:
        return Gate("hint", speaker.say("No captions"), speaker.say("Many people watch without sound."))
    return Gate("ok", speaker.say("Captions confirmed"), speaker.say("In the picture and as a file"))


def _consents(production: Production, staff: Staff, channels: tuple[str, ...], today: date, speaker: Speaker) -> Gate:
    missing = [
        staff.name(person)
        for person in production.speakers()
        if not all(staff.may_be_shown(person, channel, today) for channel in channels)
    ]
    if missing:
        return Gate("stop", speaker.say("Consent missing"), ", ".join(missing))
    return Gate("ok", speaker.say("Consents valid"), ", ".join(map(staff.name, production.speakers())))


def _sound(production: Production, speaker: Speaker) -> Gate:
    try:
        require_usable_sound(production)
    except (NoSoundTrack, SoundDistorted) as error:
        return Gate("stop", speaker.say("Sound"), sentence(error, speaker, in_window=True).message)
    unheard = ", ".join(take_text(take, production, speaker.say) for take in voiceless(production))
    if unheard:
        return Gate("hint", speaker.say("Sound"), speaker.say("Nobody is heard in: {takes}", takes=unheard))
    return Gate("ok", speaker.say("Sound"), speaker.say("Will be brought to one loudness."))


def not_yet(production: Production, today: date, speaker: Speaker) -> str:
    """Why there is nothing to publish yet, and that a draft is possible if it is."""
    if not production.takes:
        return speaker.say("There is no take yet. The clip begins with one.")
    error = refusal(production, Staff(), (), today)
    draft = speaker.say("A draft to show can be made right now.")
    if isinstance(error, ReleaseVoid):
        return f"{sentence(error, speaker, in_window=True).message} {draft}"
    return f"{_whose_turn(production, today, speaker)} {draft}"


def _whose_turn(production: Production, today: date, speaker: Speaker) -> str:
    state = production.state
    if state in (State.BLOCKED, State.WITHDRAWN):
        return speaker.say("The clip is blocked at the moment.")
    if state is State.RETURNED:
        return speaker.say("The clip is back with the team.")
    since = _since(production, today, speaker)
    if state is State.FACT_CHECK:
        return speaker.say("The department has been checking {since}.", since=since)
    if state is State.PRESS_CHECK:
        return speaker.say("The press office has been checking {since}.", since=since)
    if state is State.LEAD_CHECK:
        return speaker.say("The management has been checking {since}.", since=since)
    return speaker.say("The clip is still with the team.") if TURN[state] else ""


def _since(production: Production, today: date, speaker: Speaker) -> str:
    steps = [entry for entry in production.history if entry.decision is not Decision.CAPTIONS_CONFIRMED]
    days = (today - steps[-1].when.astimezone().date()).days if steps else 0
    if days <= 0:
        return speaker.say("since today")
    return speaker.say("since yesterday") if days == 1 else speaker.say("for {days} days", days=days)
