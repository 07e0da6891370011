"""What the page calls things."""

from collections.abc import Iterable

from skriptstudio.domain.prompter import LensPlace
from skriptstudio.domain.script import WHOLE
from skriptstudio.domain.take import Take, TakeFinding
from skriptstudio.messages.catalogue import Say
from skriptstudio.messages.words import take_finding
from skriptstudio.ui.prompter.words import decimal
from skriptstudio.ui.session import Session


def section_name(name: str, say: Say) -> str:
    """Name of a section as people read it."""
    if name.startswith("beat"):
        return say("Scene {number}", number=int(name.removeprefix("beat") or 1))
    known = {"hook": say("Hook"), "value": say("Value"), "cta": say("Call to action"), WHOLE: say("Whole script")}
    return known.get(name, name)


def section_token(name: str) -> str:
    """Token of a section's colour."""
    return {"hook": "hook", "value": "value", "cta": "cta"}.get(name, "beat")


def lens_text(lens: LensPlace, say: Say) -> str:
    """Where to look during the countdown."""
    return {
        LensPlace.TOP: say("It is at the top in the middle. Smile first, then speak."),
        LensPlace.TOP_LEFT: say("It is at the top left. Smile first, then speak."),
        LensPlace.TOP_RIGHT: say("It is at the top right. Smile first, then speak."),
        LensPlace.LEFT: say("It is at the left. Smile first, then speak."),
        LensPlace.RIGHT: say("It is at the right. Smile first, then speak."),
        LensPlace.BOTTOM: say("It is at the bottom in the middle. Smile first, then speak."),
    }[lens]


def take_count(count: int, say: Say) -> str:
    """``3 Takes``."""
    return say("1 take") if count == 1 else say("{count} takes", count=count)


def take_title(section: str, number: int, say: Say) -> str:
    """``Szene 2 · Take 1``."""
    return say("{section} · Take {number}", section=section_name(section, say), number=number)


def take_summary(take: Take, session: Session) -> str:
    """Seconds and findings in a few words."""
    seconds = session.say("{seconds} s", seconds=decimal(float(take.seconds), session.speaker.language))
    return " · ".join([seconds, *_short(shown_findings(take, session), session.say)])


def take_findings(take: Take, session: Session) -> str:
    """The findings as whole sentences, empty without any."""
    return " ".join(take_finding(finding.value, session.speaker) for finding in shown_findings(take, session))


def shown_findings(take: Take, session: Session) -> tuple[TakeFinding, ...]:
    """What of a take whoever works here may know."""
    return take.findings_for(session.person.id if session.person else "")


def _short(findings: Iterable[TakeFinding], say: Say) -> Iterable[str]:
    words = {
        "no_sound": say("no sound"),
        "silent": say("microphone silent"),
        "no_speech": say("nobody speaks"),
        "dropped_frames": say("pictures missing"),
        "camera_lost": say("camera stopped"),
        "microphone_lost": say("microphone stopped"),
        "interrupted": say("interrupted"),
        "low_resolution": say("small picture"),
        "too_quiet": say("too quiet"),
        "clipped": say("distorted"),
        "out_of_frame": say("out of frame"),
        "too_fast": say("quite fast"),
        "too_slow": say("very calm"),
        "disk_nearly_full": say("disk nearly full"),
        "disk_full": say("ended: disk full"),
    }
    return (words[finding.value] for finding in findings)
