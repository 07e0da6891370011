"""What can be said about a clip before anybody watches it: the machine's checks, and four eyes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from skriptstudio.domain.caption_rules import MAX_CPS, MAX_LINE_CHARS, MAX_LINES
from skriptstudio.domain.captions import Captions, Cue
from skriptstudio.domain.clip import PlatformProfile
from skriptstudio.domain.errors import MusicUnlicensed
from skriptstudio.domain.four_eyes import DELICATE, involvement, may_pass, passed_already, stands_in_for
from skriptstudio.domain.licence import require_licensed_music, unasked_music
from skriptstudio.domain.people import Person, Staff
from skriptstudio.domain.production import Production
from skriptstudio.domain.release import CHECKER, CHECKS, SEALED
from skriptstudio.domain.seals import cut_seal
from skriptstudio.domain.take import TakeFinding
from skriptstudio.domain.voices import voiceless
from skriptstudio.domain.waiting import is_checker
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.dates import written
from skriptstudio.ui.dressing.words import take_text
from skriptstudio.ui.widgets.lamp import LampState

_PICTURE = {TakeFinding.DROPPED_FRAMES, TakeFinding.FROZEN, TakeFinding.CAMERA_LOST, TakeFinding.INTERRUPTED}
_LONG_SECONDS = 60
"""From here on a clip loses its viewers (domain.md 1, "App default")."""


@dataclass(frozen=True)
class Known:
    """All that the checks need, read at one moment.

    Attributes:
        captions: as stored or made anew; None while they aren't known yet.
        profiles: those the program knows.
    """

    production: Production
    staff: Staff
    today: date
    captions: Captions | None = None
    profiles: tuple[PlatformProfile, ...] = ()


@dataclass(frozen=True)
class Checked:
    """One check: what it is about, how it ended, in words.

    Attributes:
        about: ``consent``, ``speakers``, ``captions``, ``picture``, ``sound`` or ``licence``; for grouping.
    """

    about: str
    state: LampState
    text: str


def stored_captions(production: Production) -> Captions | None:
    """The captions of the present cut, if they were stored."""
    held = production.captions
    return held if held is not None and held.seal == cut_seal(production) else None


def is_confirmed(captions: Captions | None) -> bool:
    """Whether a person has read these captions and found them right."""
    return captions is not None and captions.confirmed_by is not None


def speed(cue: Cue) -> int:
    """Characters a second that the cue asks its readers for."""
    return round(len(cue.text) / cue.seconds) if cue.seconds else 0


def is_fast(cue: Cue) -> bool:
    """Whether the cue is quicker than most people read."""
    return speed(cue) > MAX_CPS


def machine_checks(known: Known, say: Say) -> tuple[Checked, ...]:
    """The ten things that no person has to look at."""
    return (
        *_people_checks(known, say),
        *_caption_checks(known, say),
        *_media_checks(known, say),
        *_music_checks(known, say),
    )


def _people_checks(known: Known, say: Say) -> Iterable[Checked]:
    production, staff = known.production, known.staff
    missing = missing_consents(production, staff, known.today)
    if missing:
        yield Checked("consent", "stop", say("Consent is missing: {names}", names=", ".join(missing)))
    else:
        yield Checked("consent", "ok", say("Consents valid"))
    if production.nameless_takes():
        yield Checked("speakers", "stop", say("It isn't entered yet who speaks"))
    else:
        yield Checked("speakers", "ok", say("It is known who speaks"))


def _music_checks(known: Known, say: Say) -> Iterable[Checked]:
    """Only where there is something to say: most clips have no music."""
    try:
        require_licensed_music(known.production)
    except MusicUnlicensed:
        yield Checked("sound", "stop", say("Music is heard without a licence"))
    if unasked_music(known.production):
        yield Checked("sound", "hint", say("Nobody has said whether music is heard"))
    entries = [take.licence for take in known.production.takes_shown() if take.licence is not None]
    if any(entry.is_over(known.today) for entry in entries):
        yield Checked("sound", "stop", say("A licence has expired"))
    allowed = [profile.name for profile in known.profiles if all(profile.key in one.channels for one in entries)]
    if not allowed and known.profiles:
        yield Checked("licence", "stop", say("No channel is allowed by all licences"))
    elif len(allowed) < len(known.profiles):
        yield Checked("licence", "hint", say("Licence only for: {names}", names=", ".join(allowed)))


def _caption_checks(known: Known, say: Say) -> Iterable[Checked]:
    captions = known.captions
    cues: Sequence[Cue] = captions.cues if captions else ()
    if is_confirmed(captions):
        yield Checked("captions", "ok", say("Captions confirmed"))
    else:
        yield Checked("captions", "open", say("Captions not confirmed yet"))
    fast = sum(map(is_fast, cues))
    if fast == 1:
        yield Checked("captions", "hint", say("One caption is quick to read"))
    elif fast:
        yield Checked("captions", "hint", say("{count} captions are quick to read", count=fast))
    else:
        yield Checked("captions", "ok", say("Captions can be read calmly"))
    if any(not fits(cue.lines) for cue in cues):
        yield Checked("captions", "hint", say("A caption has too long a line"))
    else:
        yield Checked("captions", "ok", say("Captions lie in the safe zone"))


def fits(lines: Sequence[str]) -> bool:
    """Whether lines can stand in the picture at full size."""
    return len(lines) <= MAX_LINES and all(len(line) <= MAX_LINE_CHARS for line in lines)


def _media_checks(known: Known, say: Say) -> Iterable[Checked]:
    found = {finding for take in known.production.takes_shown() for finding in take.findings}
    unheard = ", ".join(take_text(take, known.production, say) for take in voiceless(known.production))
    if unheard:
        yield Checked("sound", "hint", say("Nobody is heard in: {takes}", takes=unheard))
    else:
        yield Checked("sound", "ok", say("Voice in every take"))
    if found & _PICTURE:
        yield Checked("picture", "hint", say("Pictures are missing in a take"))
    else:
        yield Checked("picture", "ok", say("No picture lost"))
    if TakeFinding.LOW_RESOLUTION in found:
        yield Checked("picture", "hint", say("A take is not sharp enough"))
    else:
        yield Checked("picture", "ok", say("Picture large enough"))
    yield from _length_checks(known, say)


def _length_checks(known: Known, say: Say) -> Iterable[Checked]:
    seconds = clip_seconds(known.production)
    if seconds > _LONG_SECONDS:
        yield Checked("picture", "hint", say("Longer than a minute"))
    else:
        yield Checked("picture", "ok", say("Length is right"))
    tight = [
        profile.name
        for profile in known.profiles
        if seconds < (profile.min_seconds or 0) or (profile.max_seconds is not None and seconds > profile.max_seconds)
    ]
    if tight:
        yield Checked("picture", "hint", say("Doesn't fit: {names}", names=", ".join(tight)))
    else:
        yield Checked("picture", "ok", say("Length fits every channel"))


def missing_consents(production: Production, staff: Staff, today: date) -> tuple[str, ...]:
    """Names of those who may be shown nowhere."""
    return tuple(staff.name(p) for p in production.speakers() if not staff.may_be_shown_somewhere(p, today))


def clip_seconds(production: Production) -> Fraction:
    """Length of the clip with its end card; 0 without a take."""
    return production.effective_cut().clip_seconds if production.takes else Fraction(0)


def review_minutes(seconds: Fraction) -> float:
    """How long a check takes: three minutes of thought, and watching the clip once."""
    return 3 + float(seconds) / 60


# --- four eyes


@dataclass(frozen=True)
class FourEyes:
    """What the rule says to the person at the keyboard.

    Attributes:
        met: the person may release; False: is part of the clip; None: has another role.
    """

    met: bool | None
    title: str
    sentence: str


def involved(production: Production, person: Person) -> str:
    """``speaker``, ``author``, or empty for neither."""
    return involvement(production, person.id)


def others_who_may(production: Production, staff: Staff, person: Person | None, today: date) -> tuple[str, ...]:
    """Names of everybody else who may pass the check that is next."""
    state = production.state if production.state in CHECKER else CHECKS[production.topic][0]
    return tuple(
        other.name
        for other in staff.people
        if other != person and may_pass(production, other, CHECKER[state], staff, today)
    )


def four_eyes(production: Production, staff: Staff, person: Person | None, today: date, say: Say) -> FourEyes:
    """The rule applied to this clip and this person."""
    who = _who_did_what(production, staff, say)
    if production.state in SEALED and production.release is not None:
        told = say(
            "{name} has released it on {day}.",
            name=staff.name(production.release.by.person),
            day=written(production.release.when.date()),
        )
        return FourEyes(True, say("Four eyes"), f"{who} {told}".strip())
    others = others_who_may(production, staff, person, today)
    named = _listed(others, say)
    if person is not None and is_checker(production, person, staff, today):
        reason = _why_not(production, person, say)
        if not reason:
            told = _releases(production, person, staff, today, say)
            return FourEyes(True, say("Four eyes"), f"{who} {told}".strip())
        way = (
            say("The deputy can release it: {names}.", names=named)
            if others
            else say("Nobody else may release it yet. Enter a deputy under People.")
        )
        return FourEyes(False, say("Four eyes are needed"), f"{reason} {way}")
    able = _listed(others_who_may(production, staff, None, today), say)
    way = say("{names} can release it.", names=able) if able else say("Nobody may release it yet.")
    return FourEyes(None, say("Somebody else releases"), f"{who} {way}".strip())


def _why_not(production: Production, person: Person, say: Say) -> str:
    """What keeps somebody with the right hat from passing the check; empty for nothing."""
    part = involved(production, person)
    if part == "speaker":
        return say("{name} speaks in this clip.", name=person.name)
    if part:
        return say("{name} has written this script.", name=person.name)
    if production.topic in DELICATE and passed_already(production, person.id):
        return say("{name} has passed a check of this clip already.", name=person.name)
    return ""


def _releases(production: Production, person: Person, staff: Staff, today: date, say: Say) -> str:
    hat = CHECKER[production.state]
    officer = None if hat in person.hats else stands_in_for(production, person, hat, staff, today)
    told = say("{name} releases.", name=person.name)
    if officer is not None:
        told = say("{name} releases in place of {officer}.", name=person.name, officer=officer.name)
    last = CHECKS[production.topic][-1] == production.state
    return told if last else f"{told} {say('After that others check it.')}"


def _who_did_what(production: Production, staff: Staff, say: Say) -> str:
    speakers = tuple(_first(staff.name(p)) for p in (production.speakers() if production.takes else ()))
    authors = tuple(_first(staff.name(p)) for p in production.script.authors)
    if speakers and set(speakers) == set(authors):
        if len(speakers) == 1:
            return say("{name} speaks and writes.", name=speakers[0])
        return say("{names} speak and write.", names=_listed(speakers, say))
    told = []
    if len(speakers) == 1:
        told.append(say("{name} speaks.", name=speakers[0]))
    elif speakers:
        told.append(say("{names} speak.", names=_listed(speakers, say)))
    if len(authors) == 1:
        told.append(say("{name} writes.", name=authors[0]))
    elif authors:
        told.append(say("{names} write.", names=_listed(authors, say)))
    return " ".join(told)


def _first(name: str) -> str:
    return name.split()[0] if name.split() else name


def _listed(names: Sequence[str], say: Say) -> str:
    if len(names) < 2:
        return "".join(names)
    return say("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
