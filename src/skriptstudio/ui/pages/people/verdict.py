"""What the action bar says: who needs a paper most, and why."""

from dataclasses import dataclass
from datetime import date

from skriptstudio.domain.people import ConsentStatus, Person, Staff
from skriptstudio.messages.catalogue import Say, Speaker
from skriptstudio.ui.pages.people.appearances import Found, waits_for
from skriptstudio.ui.pages.people.standing import Standing, lamp_word, standing


@dataclass(frozen=True)
class Verdict:
    """Fact, sentence and second line of the bar, and whose consent its button enters; None for nobody's."""

    fact: str
    sentence: str = ""
    second: str = ""
    person: Person | None = None


def verdict(staff: Staff, found: Found, chosen: Person | None, today: date, speaker: Speaker) -> Verdict:
    """About the chosen person, or about somebody a clip waits for if the chosen one lacks nothing."""
    own = standing(staff, chosen.id, today) if chosen is not None else None
    lacking = own is not None and (own.status is not ConsentStatus.VALID or own.outgrown)
    waiting = waits_for(found, staff, today)
    if waiting is not None and (not lacking or (chosen is not None and waiting[0] == chosen.id)):
        return _waiting(staff, *waiting, speaker)
    if chosen is None or own is None:
        return Verdict(speaker.say("Nobody chosen."))
    return _about(chosen, own, today, speaker)


def _waiting(staff: Staff, person_id: str, titles: tuple[str, ...], speaker: Speaker) -> Verdict:
    person = next(one for one in staff.people if one.id == person_id)
    count = len(titles)
    name = person.first_name
    one = speaker.say("One clip waits for {name}:", name=name)
    fact = one if count == 1 else speaker.say("{count} clips wait for {name}:", count=count, name=name)
    return Verdict(fact, speaker.say("“{title}”", title=titles[0]), person=person)


def _about(person: Person, own: Standing, today: date, speaker: Speaker) -> Verdict:
    say, name = speaker.say, person.first_name
    if own.outgrown:
        fact = say("{name} is 18 now.", name=name)
        return Verdict(fact, say("Ask anew: from now on {name} alone signs.", name=name), person=person)
    if own.status is ConsentStatus.VALID:
        return Verdict(say("All valid."), _shown_on(name, len(own.channels), say), person=person)
    if own.status is ConsentStatus.ENDING:
        fact = say("{name}'s consent {ends}.", name=name, ends=lamp_word(own, today, speaker))
        return Verdict(fact, say("A new one keeps clips from waiting."), person=person)
    if own.status is ConsentStatus.REVOKED:
        second = say("A new consent is possible at any time.")
        return Verdict(say("{name} has revoked.", name=name), second=second, person=person)
    until_then = say("No clip with this person can go out until then.")
    if own.status is ConsentStatus.EXPIRED:
        return Verdict(say("{name}'s consent has expired.", name=name), second=until_then, person=person)
    return Verdict(say("{name} has no consent yet.", name=name), second=until_then, person=person)


def _shown_on(name: str, count: int, say: Say) -> str:
    if count == 1:
        return say("{name} may be shown on one channel.", name=name)
    return say("{name} may be shown on {count} channels.", name=name, count=count)
