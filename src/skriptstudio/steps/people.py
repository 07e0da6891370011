"""Beside the way: who is in the house, and who may be shown where."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.desk import Desk, find_person
from skriptstudio.domain.erasure import blocked, shows, went_out
from skriptstudio.domain.errors import GuardiansMissing, NameTaken, SignatureMissing, UnknownName
from skriptstudio.domain.house import HouseRules
from skriptstudio.domain.people import Consent, Person, Scope, Staff, StaffChange, StaffEntry
from skriptstudio.domain.ports.content import Profiles
from skriptstudio.domain.production import Decision, HistoryEntry, Production, Publication, State


@dataclass(frozen=True)
class Touched:
    """What a revocation concerns, as (production id, name) pairs.

    Attributes:
        takes: every take with the person.
        clips: released clips that show the person.
        publications: where such a clip is online, with its profile.
    """

    takes: tuple[tuple[str, str], ...]
    clips: tuple[tuple[str, str], ...]
    publications: tuple[tuple[str, Publication], ...]


@dataclass(frozen=True)
class Paper:
    """What stands on a signed consent.

    Attributes:
        channels: profile keys, each ticked one by one.
        until: last day.
        signed_by: names of who signed; None: all who have to, as it says on the paper.
        scan: the scanned paper, copied into the library; None where there is none.
    """

    channels: tuple[str, ...]
    until: date
    scope: tuple[Scope, ...] = (Scope.IMAGE, Scope.VOICE)
    purpose: str = ""
    signed_by: tuple[str, ...] | None = None
    scan: Path | None = None


class People:
    """Enter persons and consents, and take consents back."""

    def __init__(self, desk: Desk, profiles: Profiles) -> None:
        self._desk = desk
        self._profiles = profiles

    def add(self, person: Person) -> Person:
        """Enter a person.

        Raises:
            GuardiansMissing: a minor without guardians.
            NameTaken: the name would be ambiguous.
        """
        if person.is_minor(self._desk.clock.today()) and not person.guardians:
            raise GuardiansMissing(person.name)
        actor = self._desk.anonymous()

        def edit(staff: Staff) -> Staff:
            if any(p.name.casefold() == person.name.casefold() for p in staff.people):
                raise NameTaken(person.name)
            return self._noted(replace(staff, people=(*staff.people, person)), StaffChange.ENTERED, person.id, actor)

        self._desk.change_staff(edit)
        return person

    def change(self, wanted: str, edit: Callable[[Person], Person]) -> Person:
        """Change what is entered about a person: deputies, absence, birthday.

        Raises:
            UnknownName, AmbiguousName: not one known person.
        """
        actor = self._desk.anonymous()

        def change(staff: Staff) -> Staff:
            known = find_person(staff, wanted)
            people = tuple(edit(p) if p.id == known.id else p for p in staff.people)
            return self._noted(replace(staff, people=people), StaffChange.CHANGED, known.id, actor)

        return find_person(self._desk.change_staff(change), wanted)

    def set_rules(self, edit: Callable[[HouseRules], HouseRules]) -> HouseRules:
        """Settle what the house wants: deputies, days that takes are kept, blackouts."""
        actor = self._desk.anonymous()

        def change(staff: Staff) -> Staff:
            rules = edit(staff.rules)
            return (
                staff
                if rules == staff.rules
                else self._noted(replace(staff, rules=rules), StaffChange.RULES, "", actor)
            )

        return self._desk.change_staff(change).rules

    def add_consent(self, consent_id: str, wanted: str, channels: Sequence[str], until: date) -> Consent:
        """Enter a consent that was signed by everybody who has to, for single channels. Raises like ``enter_paper``."""
        return self.enter_paper(consent_id, wanted, Paper(tuple(channels), until))

    def enter_paper(self, consent_id: str, wanted: str, paper: Paper) -> Consent:
        """Enter a signed consent.

        Raises:
            UnknownName: no such person or channel.
            SignatureMissing: the person or somebody with custody hasn't signed.
            MissingFile: the scan isn't there.
        """
        for channel in paper.channels:
            self._profiles.get(channel)
        today, actor = self._desk.clock.today(), self._desk.anonymous()
        person = find_person(self._desk.staff(), wanted)
        needed = person.signers(today)
        signed = needed if paper.signed_by is None else paper.signed_by
        missing = tuple(n for n in needed if n.casefold() not in {name.strip().casefold() for name in signed})
        if missing:
            raise SignatureMissing(person.name, missing)
        scan = self._desk.library.put_scan(paper.scan, consent_id) if paper.scan is not None else ""
        consent = Consent(
            consent_id,
            person.id,
            tuple(dict.fromkeys(paper.channels)),
            today,
            paper.until,
            scope=tuple(dict.fromkeys(paper.scope)),
            purpose=paper.purpose.strip(),
            signed_by=tuple(signed),
            scan=scan,
        )
        self._desk.change_staff(
            lambda staff: self._noted(
                replace(staff, consents=(*staff.consents, consent)), StaffChange.CONSENTED, consent.id, actor
            )
        )
        return consent

    def staff(self) -> Staff:
        """Everybody, with all consents."""
        return self._desk.staff()

    def revoke(self, wanted: str) -> Touched:
        """Take back all consents of a person from today on, block what shows them, and say what that concerns."""
        person = find_person(self._desk.staff(), wanted)
        today, actor, now = self._desk.clock.today(), self._desk.anonymous(), self._desk.clock.now()

        def edit(staff: Staff) -> Staff:
            consents = tuple(
                replace(c, revoked=today) if c.person == person.id and c.revoked is None else c for c in staff.consents
            )
            return self._noted(replace(staff, consents=consents), StaffChange.REVOKED, person.id, actor)

        self._desk.change_staff(edit)
        found = [self._desk.library.read(summary.id).record for summary in self._desk.library.list()]
        for production in found:
            if blocked(production, person.id, actor, now) != production:
                self._desk.change(production.id, lambda p: blocked(p, person.id, actor, now), actor)
        return _touched(found, person.id)

    def take_down(self, wanted: str, profile: str, on: date, by: str) -> Production:
        """Note that a clip is offline again on a channel.

        Raises:
            UnknownName: it isn't online there.
        """
        _, actor = self._desk.act_as(by)
        key, now = self._profiles.get(profile).key, self._desk.clock.now()

        def edit(current: Production) -> Production:
            online = [p.profile for p in current.publications if p.removed is None]
            if key not in online:
                raise UnknownName("profile", key, tuple(online))
            publications = tuple(
                replace(p, removed=on) if p.profile == key and p.removed is None else p for p in current.publications
            )
            gone = all(p.removed is not None for p in publications)
            state = State.WITHDRAWN if gone and current.state is State.PUBLISHED else current.state
            entry = HistoryEntry(Decision.TAKEN_DOWN, actor, now, key)
            return replace(current, publications=publications, state=state).with_history(entry)

        return self._desk.change(self._desk.open(wanted).record.id, edit, actor)

    def _noted(self, staff: Staff, change: StaffChange, about: str, actor: Actor) -> Staff:
        entry = StaffEntry(change, about, actor, self._desk.clock.now())
        return replace(staff, history=(*staff.history, entry))


def _touched(productions: Sequence[Production], person: str) -> Touched:
    takes, clips, publications = [], [], []
    for production in productions:
        takes += [(production.id, take.id) for take in production.takes if person in take.speakers]
        if not shows(production, person):
            continue
        if went_out(production):
            clips.append((production.id, production.title))
        publications += [(production.id, one) for one in production.publications if one.removed is None]
    return Touched(tuple(takes), tuple(clips), tuple(publications))
