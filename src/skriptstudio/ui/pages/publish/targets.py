"""The targets of a clip: which are open, which are shut and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from skriptstudio.domain.clip import PlatformProfile
from skriptstudio.domain.errors import RuleRefusal
from skriptstudio.domain.licence import licence_refusal, take_to_license
from skriptstudio.domain.people import Staff
from skriptstudio.domain.production import Production
from skriptstudio.domain.uploads import NO_PUBLICATION
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.errors import sentence
from skriptstudio.ui.pages.publish.figures import clock, limit, megabytes
from skriptstudio.ui.widgets.lamp import LampState
from skriptstudio.ui.widgets.rows import Row

ICONS = {
    "tiktok": "tiktok-logo",
    "ig_reels": "instagram-logo",
    "yt_shorts": "youtube-logo",
    "fb_reels": "users-three",
    "linkedin": "linkedin-logo",
    "mastodon": "chat-circle-text",
    "threads": "hash",
    "x": "megaphone",
    "website": "globe",
    "intranet": "buildings",
    "video_team": "film-strip",
}
"""Icon of each channel; our subset has the logos of four."""


@dataclass(frozen=True)
class Target:
    """A target as the list shows it.

    Attributes:
        small: its limits, or what stands in the way.
        open: whether it can be ticked.
        finding: what to say at length, empty if all is well; ``finding_why`` follows it.
        take: id of the take that needs another licence, empty for none.
    """

    key: str
    name: str
    icon: str
    small: str
    lamp: LampState
    open: bool
    finding: str = ""
    finding_why: str = ""
    take: str = ""

    def row(self, ticked: bool, speaker: Speaker) -> Row:
        """The target as a row of the list."""
        state = speaker.say("ticked") if ticked else speaker.say("not ticked")
        spoken = ", ".join((self.name, state if self.open else speaker.say("can't be ticked"), self.small))
        return Row(
            self.key,
            self.name,
            self.small,
            ticked=ticked,
            tickable=self.open,
            icon=self.icon,
            lamp=(self.lamp, ""),
            spoken=spoken,
        )


def targets(
    production: Production, staff: Staff, profiles: Sequence[PlatformProfile], today: date, speaker: Speaker
) -> tuple[Target, ...]:
    """Every target, those that can be ticked first."""
    found = [_target(production, staff, profile, today, speaker) for profile in profiles]
    return tuple(sorted(found, key=lambda target: not target.open))


def ticked_at_first(found: Sequence[Target]) -> set[str]:
    """What is offered before somebody chose (looks.md 7.8): all that is open, fits, and is a publication."""
    return {target.key for target in found if target.lamp == "ok" and target.key not in NO_PUBLICATION}


def _target(production: Production, staff: Staff, profile: PlatformProfile, today: date, speaker: Speaker) -> Target:
    icon = ICONS.get(profile.key, "globe")
    missing = [staff.name(p) for p in production.speakers() if not staff.may_be_shown(p, profile.key, today)]
    if missing:
        return _without_consent(profile, icon, ", ".join(missing), speaker)
    refused, take = licence_refusal(production, profile.key, today), take_to_license(production, profile.key, today)
    if refused is not None and take is not None:
        return _without_licence(profile, icon, refused, take.id, speaker)
    misfit = _misfit(production, profile, speaker)
    if misfit:
        why = speaker.say("It can be made all the same; the platform may refuse it.")
        return Target(profile.key, profile.name, icon, misfit, "hint", True, f"{profile.name}: {misfit}.", why)
    return Target(profile.key, profile.name, icon, limits(profile, speaker), "ok", True)


def _without_consent(profile: PlatformProfile, icon: str, names: str, speaker: Speaker) -> Target:
    return Target(
        profile.key,
        profile.name,
        icon,
        speaker.say("Consent missing: {names}", names=names),
        "stop",
        False,
        speaker.say("{target} isn't possible yet:", target=profile.name),
        speaker.say(
            "{names} has given no consent for it. Add the consent, or go on without {target}.",
            names=names,
            target=profile.name,
        ),
    )


def _without_licence(profile: PlatformProfile, icon: str, refused: RuleRefusal, take: str, speaker: Speaker) -> Target:
    return Target(
        profile.key,
        profile.name,
        icon,
        speaker.say("No licence for it"),
        "stop",
        False,
        speaker.say("{target} isn't possible yet:", target=profile.name),
        f"{sentence(refused, speaker, in_window=True).message} {speaker.say('Enter one, or leave this channel out.')}",
        take,
    )


def _misfit(production: Production, profile: PlatformProfile, speaker: Speaker) -> str:
    seconds = production.effective_cut().clip_seconds
    if profile.max_seconds is not None and seconds > profile.max_seconds:
        return speaker.say(
            "{length} is too long, at most {limit}", length=clock(seconds), limit=limit(profile.max_seconds, speaker)
        )
    if profile.min_seconds is not None and seconds < profile.min_seconds:
        return speaker.say(
            "{length} is too short, at least {limit}", length=clock(seconds), limit=limit(profile.min_seconds, speaker)
        )
    return ""


def limits(profile: PlatformProfile, speaker: Speaker) -> str:
    """Limits of length and size in a few words."""
    shortest, longest = profile.min_seconds, profile.max_seconds
    parts = []
    if shortest is not None and longest is not None:
        parts.append(speaker.say("{least} to {most}", least=limit(shortest, speaker), most=limit(longest, speaker)))
    elif longest is not None:
        parts.append(speaker.say("up to {most}", most=limit(longest, speaker)))
    elif shortest is not None:
        parts.append(speaker.say("from {least}", least=limit(shortest, speaker)))
    if profile.max_megabytes is not None:
        parts.append(speaker.say("up to {most}", most=megabytes(profile.max_megabytes, speaker)))
    return " · ".join(parts) or speaker.say("no limits")
