"""What every step starts with: find the production, know who acts, save without losing anything."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from skriptstudio.domain.errors import AmbiguousName, NotYourAccount, OutdatedState, UnknownName
from skriptstudio.domain.people import Person, Staff
from skriptstudio.domain.ports.computer import Clock, Identity
from skriptstudio.domain.ports.library import HouseRecord, Library, Versioned
from skriptstudio.domain.production import Actor, Production, find_one
from skriptstudio.domain.release import after_change
from skriptstudio.domain.script_approval import without_stale_approval

Record = TypeVar("Record")

ATTEMPTS = 20
"""How often a change is made again on top of somebody else's before the user is asked."""


def find_person(staff: Staff, wanted: str) -> Person:
    """The person with this id or name.

    Raises:
        UnknownName: nobody.
        AmbiguousName: several of that name.
    """
    by_id = [p for p in staff.people if p.id == wanted]
    named = by_id or [p for p in staff.people if p.name.casefold() == wanted.strip().casefold()]
    if not named:
        raise UnknownName("person", wanted, tuple(p.name for p in staff.people[:5]))
    if len(named) > 1:
        raise AmbiguousName("person", wanted, tuple(p.id for p in named))
    return named[0]


@dataclass(frozen=True)
class Desk:
    """A place to work at: the library, the clock, and who sits there."""

    library: Library
    identity: Identity
    clock: Clock

    def open(self, wanted: str) -> Versioned[Production]:
        """The production that is meant by id, folder name or title.

        A damaged one is in no list; asked for by its id it says what is wrong with it.
        """
        try:
            found = find_one(wanted, self.library.list()).id
        except UnknownName as unknown:
            try:
                return self.library.read(wanted)
            except UnknownName:
                raise unknown from None
        return self.library.read(found)

    def staff(self) -> Staff:
        return self.library.read_staff().record

    def act_as(self, wanted: str) -> tuple[Person, Actor]:
        """The person who acts, as claimed, with what the machine knows about it.

        Raises:
            UnknownName, AmbiguousName: not one known person.
            NotYourAccount: this account is tied to somebody else.
        """
        staff = self.staff()
        person = find_person(staff, wanted)
        account = self.identity.account
        owner = next((p for p in staff.people if p.account is not None and p.account == account), None)
        if owner is not None and owner.id != person.id:
            raise NotYourAccount(person.name, owner.name)
        return person, Actor(person.id, account, self.identity.machine)

    def anonymous(self) -> Actor:
        """Who acts where no person was named."""
        owner = next((p for p in self.staff().people if p.account == self.identity.account), None)
        return Actor(owner.id if owner else "", self.identity.account, self.identity.machine)

    def change_staff(self, edit: Callable[[Staff], Staff]) -> Staff:
        """As ``change``, for people, consents and what the house has settled."""
        return _changed(self.library.read_staff, edit, self.library.write_staff)

    def change_house(self, record: HouseRecord[Record], edit: Callable[[Record], Record]) -> Record:
        """As ``change``, for what belongs to the house, such as its plan; what ``edit`` raises is passed on."""
        return _changed(record.read, edit, record.write)

    def change(self, production_id: str, edit: Callable[[Production], Production], actor: Actor) -> Production:
        """Apply ``edit`` to the newest state and save it.

        Where somebody saves in between, ``edit`` is applied again to their state, so
        nobody's work is lost; it must therefore depend on its argument alone.

        Raises:
            OutdatedState: others saved again and again.
        """

        def settled(production: Production) -> Production:
            now = self.clock.now()
            return after_change(without_stale_approval(edit(production), actor, now), actor, now)

        return _changed(lambda: self.library.read(production_id), settled, self.library.write)


Written = TypeVar("Written", contravariant=True)


class _Write(Protocol[Written]):
    """Stores a record if the revision still holds, and returns the new one."""

    def __call__(self, record: Written, revision: str, /, keep: bool) -> str: ...


def _changed(
    read: Callable[[], Versioned[Record]], edit: Callable[[Record], Record], write: "_Write[Record]"
) -> Record:
    """Apply ``edit`` to the newest state and write it, again and again while others were faster.

    What ``edit`` raises is passed on, and then nothing is written.

    Raises:
        OutdatedState: others saved again and again; the state is kept beside the present one.
    """
    for attempts_left in reversed(range(ATTEMPTS)):
        stored = read()
        edited = edit(stored.record)
        if edited == stored.record:
            return edited
        try:
            write(edited, stored.revision, keep=not attempts_left)
        except OutdatedState:
            if not attempts_left:
                raise
        else:
            return edited
    raise AssertionError("unreachable")
