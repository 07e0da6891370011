"""``person`` and ``consent``."""

import argparse
from dataclasses import replace
from pathlib import Path

from skriptstudio.assembly.house import House
from skriptstudio.cli.arguments import day
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.desk import find_person
from skriptstudio.domain.ids import new_id
from skriptstudio.domain.people import Absence, Consent, Hat, Person, Scope
from skriptstudio.steps.people import Paper


def register(tree: Tree) -> None:
    """Add the commands about people."""
    person = tree.group("person")
    add = person.add("add", "enter a person", _add, creates=True)
    add.add_argument("--name", required=True, metavar="N")
    add.add_argument("--hat", action="append", choices=[hat.value for hat in Hat], default=None)
    add.add_argument("--minor", action="store_true", help=tree.say("under 18; needs guardians"))
    add.add_argument("--guardian", action="append", default=[], metavar="N")
    birthday = tree.say("18th birthday of a minor")
    add.add_argument("--adult-on", default=None, type=day, metavar="DATE", help=birthday)
    add.add_argument("--account", default=None, metavar="A", help=tree.say("account that only this person uses"))
    person.add("list", "everybody", _people)
    change = person.add("set", "who stands in for a person, and when the person is away", _set)
    change.add_argument("person", metavar="PERSON")
    change.add_argument("--deputy", action="append", default=None, metavar="NAME")
    change.add_argument("--away", nargs=2, default=None, type=day, metavar=("FIRST", "LAST"))
    change.add_argument("--back", action="store_true", help=tree.say("the person is there again"))
    consent = tree.group("consent")
    give = consent.add("add", "enter a signed consent", _consent)
    give.add_argument("person", metavar="PERSON")
    give.add_argument("--channel", action="append", required=True, metavar="KEY")
    give.add_argument("--until", required=True, type=day, metavar="DATE")
    give.add_argument("--scope", action="append", choices=[scope.value for scope in Scope], default=None)
    give.add_argument("--purpose", default="", metavar="T", help=tree.say("what the clips are made for"))
    signed = tree.say("who signed; all who must if left out")
    give.add_argument("--signed-by", action="append", default=None, metavar="N", help=signed)
    give.add_argument("--scan", type=Path, default=None, metavar="FILE", help=tree.say("the scanned paper"))
    consent.add("list", "all consents", _consents)
    consent.add("revoke", "take back all consents of a person", _revoke).add_argument("person", metavar="PERSON")


def _add(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    hats = tuple(dict.fromkeys(Hat(hat) for hat in args.hat or [Hat.TEAM]))
    name = " ".join(args.name.split())
    minor = args.minor or args.adult_on is not None
    person = house.people.add(
        Person(new_id("u"), name, hats, minor, tuple(args.guardian), args.account or None, args.adult_on)
    )
    text = terminal.say("{name} is entered. Short name: {id}", name=person.name, id=person.id)
    terminal.result({"person": person.id}, text)


def _people(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    people = house.people.staff().people
    document = [{"person": p.id, "name": p.name, "hats": [h.value for h in p.hats], "minor": p.minor} for p in people]
    terminal.result(document, "\n".join(f"{p.id}  {p.name}" for p in people) or terminal.say("Nothing here yet."))


def _set(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    staff = house.people.staff()
    deputies = None if args.deputy is None else tuple(find_person(staff, name).id for name in args.deputy)
    away = Absence(*sorted(args.away)) if args.away else None

    def edit(person: Person) -> Person:
        changed = person if deputies is None else replace(person, deputies=deputies)
        return replace(changed, away=away) if away is not None or args.back else changed

    person = house.people.change(args.person, edit)
    terminal.result({"person": person.id, "deputies": list(person.deputies)}, terminal.say("Noted."))


def _consent(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    scope = tuple(Scope(key) for key in args.scope) if args.scope else (Scope.IMAGE, Scope.VOICE)
    signed = tuple(args.signed_by) if args.signed_by is not None else None
    paper = Paper(tuple(args.channel), args.until, scope, args.purpose, signed, args.scan)
    consent = house.people.enter_paper(new_id("c"), args.person, paper)
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
            "scope": [scope.value for scope in consent.scope],
            "purpose": consent.purpose,
            "signed_by": list(consent.signed_by),
            "scan": consent.scan or None,
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
