"""What a person's papers amount to today, and the words and lamps for it."""

from dataclasses import dataclass
from datetime import date

from skriptstudio.domain.people import Consent, ConsentStatus, Person, Staff, in_name_order, name_key
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.words import hat_name
from skriptstudio.ui.dates import spoken
from skriptstudio.ui.widgets.lamp import LampState
from skriptstudio.ui.widgets.rows import Row

_HOLDING = (ConsentStatus.VALID, ConsentStatus.ENDING)

LAMPS: dict[ConsentStatus, LampState] = {
    ConsentStatus.VALID: "ok",
    ConsentStatus.ENDING: "hint",
    ConsentStatus.EXPIRED: "stop",
    ConsentStatus.REVOKED: "stop",
    ConsentStatus.MISSING: "open",
}
"""The lamp of each status."""


@dataclass(frozen=True)
class Standing:
    """The person's papers taken together.

    Attributes:
        paper: the one that counts: of those that hold the longest, else the newest; None without any.
        channels: where the person may be shown today.
        outgrown: it was signed with the parents of somebody who is of age now.
    """

    status: ConsentStatus = ConsentStatus.MISSING
    paper: Consent | None = None
    channels: tuple[str, ...] = ()
    outgrown: bool = False

    @property
    def holds(self) -> bool:
        """Whether the person may be shown anywhere today."""
        return self.status in _HOLDING


def standing(staff: Staff, person: str, today: date) -> Standing:
    """What the papers of ``person`` amount to today."""
    papers = [one for one in staff.consents if one.person == person]
    holding = [one for one in papers if one.status(today) in _HOLDING]
    if holding:
        best = max(holding, key=lambda one: one.until)
        channels = dict.fromkeys(channel for one in holding for channel in one.channels)
        return Standing(best.status(today), best, tuple(channels), staff.outgrown(person, today))
    if papers:
        newest = max(enumerate(papers), key=lambda pair: (pair[1].given, pair[0]))[1]
        return Standing(newest.status(today), newest)
    return Standing()


def lamp_word(found: Standing, today: date, speaker: Speaker) -> str:
    """The lamp's word in the list."""
    if found.outgrown:
        return speaker.say("of age now")
    if found.status is ConsentStatus.ENDING and found.paper is not None:
        return _ending((found.paper.until - today).days, speaker)
    words = {
        ConsentStatus.VALID: speaker.say("valid"),
        ConsentStatus.EXPIRED: speaker.say("expired"),
        ConsentStatus.REVOKED: speaker.say("revoked"),
    }
    return words.get(found.status, speaker.say("missing"))


def _ending(days: int, speaker: Speaker) -> str:
    if days == 0:
        return speaker.say("ends today")
    if days == 1:
        return speaker.say("ends tomorrow")
    return speaker.say("ends in {days} days", days=days)


def lamp_sentence(found: Standing, today: date, speaker: Speaker) -> str:
    """The lamp's word beside the person, with its day."""
    paper = found.paper
    if paper is None:
        return speaker.say("Consent is missing")
    if found.outgrown:
        return speaker.say("of age now, ask anew")
    if found.status is ConsentStatus.VALID:
        return speaker.say("valid until {day}", day=spoken(paper.until, speaker.language))
    if found.status is ConsentStatus.EXPIRED:
        return speaker.say("expired on {day}", day=spoken(paper.until, speaker.language))
    if paper.revoked is not None:
        return speaker.say("revoked on {day}", day=spoken(paper.revoked, speaker.language))
    return lamp_word(found, today, speaker)


def lamp(found: Standing) -> LampState:
    """The lamp itself."""
    return "hint" if found.outgrown else LAMPS[found.status]


def role(person: Person, speaker: Speaker, today: date, grown_up: bool = False) -> str:
    """Hats of a person, and "unter 18" as words; ``grown_up`` says that for the others, too."""
    hats = ", ".join(hat_name(hat.value, speaker) for hat in person.hats)
    age = speaker.say("under 18") if person.is_minor(today) else speaker.say("of age") if grown_up else ""
    return (" · " if grown_up else ", ").join(part for part in (hats, age) if part)


def rows(staff: Staff, search: str, today: date, speaker: Speaker, compact: bool) -> list[Row]:
    """The list rows of everybody whose name or hat holds ``search``; where it is narrow the lamp's word goes below."""
    wanted = name_key(search)
    return [
        _row(person, standing(staff, person.id, today), today, speaker, compact)
        for person in in_name_order(staff.people)
        if wanted in name_key(f"{person.name} {role(person, speaker, today)}")
    ]


def _row(person: Person, found: Standing, today: date, speaker: Speaker, compact: bool) -> Row:
    word, small = lamp_word(found, today, speaker), role(person, speaker, today)
    return Row(
        person.id,
        person.name,
        word if compact else small,
        avatar=person.name,
        lamp=(lamp(found), "" if compact else word),
        spoken=f"{person.name}, {small}, {word}",
    )
