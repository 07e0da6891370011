"""``person`` and ``consent``."""

import argparse

from skriptstudio.assembly import House
from skriptstudio.cli.arguments import Commands, day
from skriptstudio.cli.terminal import Terminal
from skriptstudio.domain.people import Consent, Hat, Person
from skriptstudio.steps.plan import new_id


def register(commands: Commands) -> None:
    """Add the commands about people."""
    person = commands.group("person", "people of the house")
    add = person.add("add", "enter a person", _add, creates=True)
    add.add_argument("--name", required=True, metavar="N")
    add.add_argument("--hat", action="append", choices=[hat.value for hat in Hat], default=None)
    add.add_argument("--minor", action="store_true", help=commands.say("under 18; needs guardians"))
    add.add_argument("--guardian", action="append", default=[], metavar="N")
    add.add_argument("--account", default=None, metavar="A", help=commands.say("account that only this person uses"))
    person.add("list", "everybody", _people)
    consent = commands.group("consent", "who may be shown where")
    give = consent.add("add", "enter a signed consent", _consent)
    give.add_argument("person", metavar="PERSON")
    give.add_argument("--channel", action="append", required=True, metavar="KEY")
    give.add_argument("--until", required=True, type=day, metavar="DATE")
    consent.add("list", "all consents", _consents)
    consent.add("revoke", "take back all consents of a person", _revoke).add_argument("person", metavar="PERSON")


def _add(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    hats = tuple(dict.fromkeys(Hat(hat) for hat in args.hat or [Hat.TEAM]))
    name = " ".join(args.name.split())
    person = house.people.add(Person(new_id("u"), name, hats, args.minor, tuple(args.guardian), args.account or None))
    text = terminal.say("{name} is entered. Short name: {id}", name=person.name, id=person.id)
    terminal.result({"person": person.id}, text)


def _people(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    people = house.people.staff().people
    document = [{"person": p.id, "name": p.name, "hats": [h.value for h in p.hats], "minor": p.minor} for p in people]
    terminal.result(document, "\n".join(f"{p.id}  {p.name}" for p in people) or terminal.say("Nothing here yet."))


def _consent(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    consent = house.people.add_consent(new_id("c"), args.person, args.channel, args.until)
    text = terminal.say("Consent {id} holds until {until}.", id=consent.id, until=consent.until)
    terminal.result({"consent": consent.id}, text)


def _consents(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    staff = house.people.staff()
    today = house.desk.clock.today()
    document = [
        {
            "consent": consent.id,
            "person": consent.person,
            "name": staff.name(consent.person),
            "channels": list(consent.channels),
            "until": consent.until.isoformat(),
            "status": consent.status(today).value,
        }
        for consent in staff.consents
    ]
    lines = [_line(consent, staff.name(consent.person)) for consent in staff.consents]
    terminal.result(document, "\n".join(lines) or terminal.say("Nothing here yet."))


def _line(consent: Consent, name: str) -> str:
    return f"{consent.id}  {name}  {consent.until}  {', '.join(consent.channels)}"


def _revoke(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    touched = house.people.revoke(args.person)
    document = {
        "takes": [{"production": production, "take": take} for production, take in touched.takes],
        "clips": [{"production": production, "title": title} for production, title in touched.clips],
        "publications": [
            {"production": production, "profile": p.profile, "on": p.on.isoformat(), "url": p.url}
            for production, p in touched.publications
        ],
    }
    text = terminal.say(
        "Revoked. It concerns {takes} takes, {clips} clips and {publications} publications.",
        takes=len(touched.takes),
        clips=len(touched.clips),
        publications=len(touched.publications),
    )
    terminal.result(document, text)
