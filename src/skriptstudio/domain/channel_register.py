"""Which channels a house runs, and what has to be settled about each (domain.md 4.5, 4.7, 4.8)."""

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import StrEnum

from skriptstudio.domain.errors import UnknownName

IMPRINT_EVERY = timedelta(days=183)
"""The link to the Impressum is looked at every six months (domain.md 4.5)."""

COUNCIL_EVERY = timedelta(days=365)
"""Whether the Personalrat must be heard again is asked once a year: it depends on the comments (domain.md 4.7)."""


@dataclass(frozen=True)
class Channel:
    """One channel of the house. Texts are what the house writes: where a paper lies, what was agreed; empty: missing.

    Attributes:
        profile: key of the platform.
        address: of the channel.
        concept: Nutzungskonzept.
        basis: legal basis, and who is responsible beside the house.
        assessment: Schwellwertprüfung or Datenschutz-Folgenabschätzung.
        council: what the Personalrat (and JAV) said.
        council_on: day on which that was looked at last.
        imprint: address of the Impressum that the channel links to.
        imprint_on: day on which the link was checked last.
        alternative: where people find the same without this platform.
    """

    profile: str
    address: str = ""
    concept: str = ""
    basis: str = ""
    assessment: str = ""
    council: str = ""
    council_on: date | None = None
    imprint: str = ""
    imprint_on: date | None = None
    alternative: str = ""


class Duty(StrEnum):
    """What is open about a channel."""

    CONCEPT = "concept"
    BASIS = "basis"
    ASSESSMENT = "assessment"
    COUNCIL = "council"
    COUNCIL_AGAIN = "council_again"
    IMPRINT = "imprint"
    IMPRINT_AGAIN = "imprint_again"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True)
class Reminder:
    """Something to do about a channel.

    Attributes:
        since: day from which it is due; None where it was never done.
    """

    profile: str
    duty: Duty
    since: date | None = None


@dataclass(frozen=True)
class ChannelRegister:
    """All channels of a house, by key of their platform."""

    channels: tuple[Channel, ...] = ()

    def find(self, profile: str) -> Channel | None:
        return next((one for one in self.channels if one.profile == profile), None)

    def with_channel(self, channel: Channel) -> "ChannelRegister":
        rest = (one for one in self.channels if one.profile != channel.profile)
        return ChannelRegister(tuple(sorted((*rest, channel), key=lambda one: one.profile)))

    def without(self, profile: str) -> "ChannelRegister":
        """Raises ``UnknownName`` where it isn't in the register."""
        if self.find(profile) is None:
            raise UnknownName("channel", profile, tuple(one.profile for one in self.channels))
        return replace(self, channels=tuple(one for one in self.channels if one.profile != profile))


def reminders(register: ChannelRegister, today: date) -> tuple[Reminder, ...]:
    """What is open, channel by channel."""
    return tuple(one for channel in register.channels for one in _open(channel, today))


def _open(channel: Channel, today: date) -> list[Reminder]:
    said = {one.name for one in fields(channel) if getattr(channel, one.name)}
    found = []
    for duty in (Duty.CONCEPT, Duty.BASIS, Duty.ASSESSMENT):
        if duty.value not in said:
            found.append(Reminder(channel.profile, duty))
    for text, day, every, first, again in (
        (channel.council, channel.council_on, COUNCIL_EVERY, Duty.COUNCIL, Duty.COUNCIL_AGAIN),
        (channel.imprint, channel.imprint_on, IMPRINT_EVERY, Duty.IMPRINT, Duty.IMPRINT_AGAIN),
    ):
        if not text or day is None:
            found.append(Reminder(channel.profile, first))
        elif day + every <= today:
            found.append(Reminder(channel.profile, again, day + every))
    if Duty.ALTERNATIVE.value not in said:
        found.append(Reminder(channel.profile, Duty.ALTERNATIVE))
    return found
