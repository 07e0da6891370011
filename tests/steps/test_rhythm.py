"""Planning as people do it: through the commands, from an empty library, two at a time."""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import vobject

from skriptstudio.assembly.house import House
from skriptstudio.cli.main import run
from skriptstudio.domain.errors import BlackoutTime, SlotTaken
from skriptstudio.domain.house import Blackout, HouseRules
from skriptstudio.domain.idea_pool import OwnIdea
from skriptstudio.domain.people import Person, Staff
from skriptstudio.domain.plan_book import Entry, PlanBook, Planned
from skriptstudio.domain.plan_fill import Pick
from skriptstudio.domain.plan_outlook import Heed
from skriptstudio.domain.production import Production, Publication, State, TopicClass
from skriptstudio.domain.rhythm import Level
from skriptstudio.steps.rhythm import NOTHING
from skriptstudio.store.house_record import HouseFile
from skriptstudio.store.idea_exchange import IdeaFiles

Typed = Callable[..., Any]
FIRST = date(2027, 3, 15)
"""Two weeks before summer time."""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "Bibliothek"


@pytest.fixture
def typed(library: Path, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Types a command and gives its JSON."""

    def call(*words: str, status: int = 0) -> Any:
        assert run([*words, "--library", str(library), "--json"]) == status
        return json.loads(capsys.readouterr().out)

    return call


@pytest.fixture
def house(library: Path) -> House:
    house = House(str(library))
    people = (Person("u1", "Mira Albrecht"), Person("u2", "Jan Ode"))
    house.library.write_staff(Staff(people), house.library.read_staff().revision)
    return house


def made(house: House, key: str, state: State = State.RELEASED, series: str = "", **more: Any) -> Production:
    production = Production(key, f"Clip {key}", house.desk.clock.now(), format=series, state=state, **more)
    house.library.create(production)
    return production


def test_only_what_really_went_out_ends_a_gap(house: House) -> None:
    today = house.desk.clock.today()
    made(house, "late", State.PUBLISHED, publications=(Publication("tiktok", today - timedelta(days=9)),))
    made(house, "missed", State.PACKAGED)
    made(house, "next", State.RELEASED)
    actor = house.desk.anonymous()
    days = {"late": today - timedelta(days=20), "missed": today - timedelta(days=2), "next": today + timedelta(days=1)}
    book = replace(PlanBook(), level=Level.START, first=today - timedelta(days=30))
    for key, day in days.items():
        entry = Entry(key, day, Planned.PRODUCTION, actor, house.desk.clock.now(), key, key)
        book = book.with_entry(entry, today - timedelta(days=30))
    house.desk.change_house(HouseFile(house.library, "plan", PlanBook()), lambda _: book)
    gaps = [one for one in house.rhythm.outlook().warnings if one.what is Heed.GAP]
    assert [(one.day, one.count) for one in gaps] == [(today - timedelta(days=9), 10)]
    made(house, "between", State.PUBLISHED, publications=(Publication("tiktok", today - timedelta(days=4)),))
    assert Heed.GAP not in {one.what for one in house.rhythm.outlook().warnings}


def test_eight_weeks_are_planned_from_an_empty_library_in_six_steps(typed: Typed, library: Path) -> None:
    """A step is one command; nobody needs a minute for one, so this is well below five."""
    begun = time.process_time()
    rhythm = typed("plan", "rhythm", "--minutes", "200", "--first", FIRST.isoformat())
    assert (rhythm["level"], rhythm["capacity"]["clips_a_month"], rhythm["missing"]) == ("small", 7.8, 0)
    weeks = ("--from", FIRST.isoformat())
    added = typed("plan", "fill", *weeks)
    assert added["free"] == []
    assert all(before["format"] != after["format"] for before, after in pairwise(added["added"]))
    batch = typed("plan", "batch", "set", FIRST.isoformat())
    assert (len(batch["shots"]), batch["few"]) == (8, False)
    pause = added["added"][4]["day"]
    typed("plan", "set", pause, "--nothing", "--replace")
    exported = typed("plan", "export", str(library.parent / "plan.ics"), *weeks)
    typed("plan", "export", str(library.parent / "plan.docx"), *weeks)
    assert time.process_time() - begun < 20

    days = [date.fromisoformat(one["day"]) for one in exported["days"]]
    assert (days[0], exported["free"]) == (FIRST, [])
    assert days[-1] >= FIRST + timedelta(weeks=7)
    assert all((after - before).days <= 7 for before, after in pairwise(days))
    assert not {one["code"] for one in exported["warnings"]} & {"gap", "open", "same_format"}
    events = vobject.readOne((library.parent / "plan.ics").read_text(encoding="utf-8")).vevent_list
    posts = {event.dtstart.value for event in events if event.categories.value == ["Beitrag"]}
    assert posts == set(days)
    assert sum(event.summary.value == "Heute nichts posten" for event in events) == 1


def test_an_idea_becomes_a_production_on_its_day(typed: Typed) -> None:
    typed("plan", "rhythm", "--level", "start")
    typed("plan", "set", "2199-12-30", "--idea", "13")
    begun = typed("plan", "begin", "2199-12-30")
    (clip,) = typed("list", "--state", "idea")
    assert (clip["production"], clip["format"]) == (begun["production"], "ding_der_woche")
    assert clip["planned"] == "2199-12-30"
    assert typed("plan", "begin", "2199-12-30", status=2)["error"]["code"] == "unknown_name"
    typed("plan", "move", "2199-12-30", "2199-12-29")
    assert typed("list")[0]["planned"] == "2199-12-29"
    typed("plan", "clear", "2199-12-29")
    assert typed("list")[0]["planned"] is None


@pytest.mark.parametrize(
    ("words", "code", "status"),
    [
        (("plan", "set", "2027-02-30", "--nothing"), "bad_date", 2),
        (("plan", "set", "9999-12-31", "--nothing"), "bad_date", 2),
        (("plan", "set", "2027-02-03"), "bad_command", 2),
        (("plan", "set", "2027-02-03", "--idea", "ohne"), "unknown_name", 2),
        (("plan", "set", "2027-02-03", "--production", "ohne"), "unknown_name", 2),
        (("plan", "set", "2027-02-03", "--nothing", "--by", "Niemand"), "unknown_name", 2),
        (("plan", "clear", "2027-02-03"), "unknown_name", 2),
        (("plan", "move", "2027-02-03", "2027-02-04"), "unknown_name", 2),
        (("plan", "show", "--weeks", "999"), "bad_number", 2),
        (("plan", "rhythm", "--weekday", "8"), "bad_number", 2),
        (("plan", "leave", "remove", "l1"), "unknown_name", 2),
        (("plan", "occasion", "remove", "ohne"), "unknown_name", 2),
        (("plan", "timeless", "ohne"), "unknown_name", 2),
        (("idea", "remove", "13"), "unknown_name", 2),
        (("idea", "add", "--hook", "x", "--format", "ohne"), "unknown_name", 2),
        (("idea", "add", "--hook", " "), "empty_text", 2),
        (("idea", "question", "add", ""), "empty_text", 2),
        (("idea", "question", "answer", "q1"), "unknown_name", 2),
        (("idea", "merge", "fehlt.json"), "missing_file", 3),
    ],
)
def test_what_cant_be_planned_is_said_in_one_sentence(
    typed: Typed, words: tuple[str, ...], code: str, status: int
) -> None:
    typed("plan", "rhythm", "--level", "start")
    assert typed(*words, status=status)["error"]["code"] == code


def test_of_two_who_plan_the_same_day_the_second_is_told_and_nothing_is_lost(typed: Typed, house: House) -> None:
    other = House(str(house.library_path))
    house.rhythm.assign(FIRST, Pick(Planned.IDEA, "13", "Dieses Ding"), "Mira Albrecht")
    with pytest.raises(SlotTaken):
        other.rhythm.assign(FIRST, Pick(Planned.IDEA, "14", "Von oben"), "Jan Ode")
    other.rhythm.assign(FIRST + timedelta(days=1), Pick(Planned.IDEA, "14", "Von oben"), "Jan Ode")
    assert [one.key for one in house.rhythm.book().entries] == ["13", "14"]
    said = typed("plan", "set", FIRST.isoformat(), "--idea", "15", status=1)["error"]
    assert said["message"] == (
        "Für den 15. März ist schon „Dieses Ding“ geplant, vielleicht gerade eben von jemand anderem."
    )


def test_who_replaces_what_they_didnt_see_is_refused(house: House) -> None:
    seen = house.rhythm.assign(FIRST, NOTHING)
    newer = House(str(house.library_path)).rhythm.assign(FIRST, Pick(Planned.IDEA, "13", "Ding"), instead_of=seen.id)
    with pytest.raises(SlotTaken):
        house.rhythm.clear(FIRST, seen.id)
    assert house.rhythm.assign(FIRST, NOTHING, instead_of=newer.id).day == FIRST


def test_a_removed_production_keeps_no_day(house: House) -> None:
    made(house, "p1")
    house.rhythm.set_rhythm(level=Level.START, first=FIRST)
    house.rhythm.assign(FIRST, house.rhythm.pick("p1"))
    for path in (house.library_path / "productions").glob("*/production.json"):
        path.unlink()
    (day,) = house.rhythm.outlook(1, FIRST).days
    assert (day.is_gone, day.is_free) == (True, True)
    house.rhythm.assign(FIRST, NOTHING)
    assert house.rhythm.outlook(1, FIRST).days[0].is_pause


def test_a_format_that_was_removed_keeps_nobody_from_beginning(house: House, typed: Typed) -> None:
    house.rhythm.assign(FIRST, Pick(Planned.IDEA, "weg", "Unser Turm singt.", "gibt_es_nicht"))
    assert typed("plan", "show", "--from", FIRST.isoformat(), "--weeks", "1")["days"][0]["format"] == "gibt_es_nicht"
    typed("plan", "begin", FIRST.isoformat())
    assert [(one["title"], one["format"]) for one in typed("list")] == [("Unser Turm singt.", "")]


def test_nothing_political_is_planned_before_an_election(house: House) -> None:
    blackout = Blackout(FIRST, FIRST + timedelta(days=6), "Landtagswahl")
    house.people.set_rules(lambda _: HouseRules(blackouts=(blackout,)))
    made(house, "p1", topic=TopicClass.POLITICAL)
    made(house, "p2", series="quiz_was_ist_das")
    house.rhythm.set_rhythm(level=Level.START, first=FIRST)
    with pytest.raises(BlackoutTime):
        house.rhythm.assign(FIRST, house.rhythm.pick("p1"))
    house.rhythm.fill((), 2, FIRST)
    assert [one.clip.id for one in house.rhythm.outlook(2, FIRST).days if one.clip] == ["p2", "p1"]
    with pytest.raises(BlackoutTime):
        house.rhythm.move(FIRST + timedelta(days=7), FIRST)


def test_absences_occasions_reserve_and_effort_are_kept(typed: Typed, house: House) -> None:
    for number in range(5):
        made(house, f"p{number}")
        typed("plan", "effort", f"p{number}", "--minutes", "90")
    assert typed("plan", "rhythm")["capacity"]["measured_on"] == 5
    assert typed("plan", "rhythm", "--minutes", "90")["level"] == "start"
    assert typed("plan", "timeless", "p1")["timeless"] == ["p1"]
    typed("plan", "leave", "add", "--person", "Jan Ode", "--kind", "school", "--weekday", "1", "--from", "2027-03-01",
          "--to", "2027-06-30")  # fmt: skip
    typed("plan", "leave", "add", "--from", "2027-03-16", "--kind", "vacation")
    assert [one["weekdays"] for one in typed("plan", "leave", "list")] == [[1], []]
    assert typed("plan", "batch", "propose", "--after", FIRST.isoformat())["day"] == "2027-03-17"
    own = typed("plan", "occasion", "add", "--name", "Stadtfest", "--from", "2027-03-20")["occasion"]
    typed("plan", "occasion", "remove", "tag_des_waldes")
    assert [one["occasion"] for one in typed("plan", "occasion", "list", "--from", "2027-03-20", "--weeks", "1")] == [
        own
    ]


def test_the_subscribed_calendar_follows_every_change(typed: Typed) -> None:
    typed("plan", "rhythm", "--level", "start")
    path = Path(typed("plan", "subscribe")["path"])
    day = date.today() + timedelta(days=1)
    typed("plan", "set", day.isoformat(), "--idea", "13")
    events = vobject.readOne(path.read_text(encoding="utf-8")).vevent_list
    assert (day, "Beitrag: Dieses Ding misst eine Straße auf Millimeter.") in {
        (event.dtstart.value, event.summary.value) for event in events
    }
    typed("plan", "set", (day + timedelta(days=1)).isoformat(), "--idea", "12")
    assert typed("plan", "batch", "set", day.isoformat())["few"]
    assert "Das Stativ auf freiem Feld" in path.read_text(encoding="utf-8").replace("\n ", "").replace("\r", "")
    typed("plan", "subscribe", "--off")
    before = path.read_bytes()
    typed("plan", "clear", day.isoformat())
    assert path.read_bytes() == before


def test_a_plan_that_cant_be_read_keeps_nobody_from_the_productions(typed: Typed, house: House) -> None:
    made(house, "p1")
    house.rhythm.set_rhythm(level=Level.START)
    (house.library_path / "house" / "plan.json").write_text("{", encoding="utf-8")
    assert [one["production"] for one in typed("list")] == ["p1"]
    assert typed("plan", "show", status=3)["error"]["code"] == "broken_record"


def test_ideas_are_found_added_kept_and_made_of_questions(typed: Typed) -> None:
    typed("plan", "rhythm", "--level", "start")
    found = typed("idea", "list", "--trade", "forst", "--minutes", "30", "--month", "1", "--need", "marvel")
    assert [one["idea"] for one in found] == ["52"]
    own = typed("idea", "add", "--hook", "Unser Turm  singt.", "--minutes", "15")
    assert typed("idea", "add", "--hook", "unser turm singt")["idea"] == own["idea"]
    assert [(one["hook"], one["own"]) for one in typed("idea", "list", "--own")] == [("Unser Turm singt.", True)]
    typed("idea", "keep", "52")
    assert [one["idea"] for one in typed("idea", "list", "--kept")] == ["52"]
    asked = typed("idea", "question", "add", "Muss man früh aufstehen?", "--channel", "tiktok")["question"]
    idea = typed("idea", "question", "answer", asked)
    assert (idea["hook"], idea["format"]) == ("Muss man früh aufstehen?", "ihr_fragt_wir_antworten")
    assert typed("idea", "question", "list") == []
    assert typed("idea", "add", "--hook", "???")["hook"] == "???"
    typed("idea", "question", "drop", asked)
    typed("plan", "set", "2027-03-15", "--idea", "52")
    assert "52" not in {one["idea"] for one in typed("idea", "list", "--unplanned")}
    gate = typed("idea", "gate", "--yes", "touch", "--yes", "plain")
    assert (gate["yes"], gate["round"], len(gate["questions"])) == (2, False, 5)
    assert len(typed("idea", "spark")) == 10


def test_a_neighbours_ideas_come_in_once_and_say_whose_they_are(typed: Typed, tmp_path: Path) -> None:
    parcel = tmp_path / "ideen.json"
    neighbour = House(str(tmp_path / "Nachbar"))
    typed("idea", "list", status=4)
    typed("plan", "rhythm", "--level", "start")
    typed("idea", "add", "--hook", "Unser Turm singt.")
    assert run(["idea", "merge", str(parcel), "--library", str(tmp_path / "Nachbar")]) == 4
    neighbour.ideas.ask("Wo?")
    idea = neighbour.ideas.answer(neighbour.ideas.pool().questions[0].id)
    neighbour.ideas.export(parcel, "Amt Nord")
    assert typed("idea", "merge", str(parcel))["added"] == [idea.key]
    assert typed("idea", "merge", str(parcel))["added"] == []
    assert [one.origin for one in House(str(tmp_path / "Bibliothek")).ideas.pool().ideas] == ["Amt Nord", ""]
    parcel.write_text(parcel.read_text(encoding="utf-8").replace('"schema": 1', '"schema": 9'), encoding="utf-8")
    assert typed("idea", "merge", str(parcel), status=3)["error"]["code"] == "newer_record"
    parcel.write_text('{"schema": 1, "entries": []}', encoding="utf-8")
    assert typed("idea", "merge", str(parcel), status=3)["error"]["code"] == "broken_record"


def test_what_a_neighbour_sends_keeps_to_the_bounds_of_the_house(house: House, tmp_path: Path) -> None:
    parcel, shipped = tmp_path / "ideen.json", house.ideas.all().ideas[0].key
    sent = (OwnIdea("x" * 900, "Unser Turm singt.", origin="Amt  " * 90), OwnIdea(shipped, "Wer malt die Linien?"))
    IdeaFiles().write(sent, "", parcel)
    house.ideas.merge(parcel)
    taken = house.ideas.pool().ideas
    assert len(taken) == 2
    assert all(len(one.key) <= 40 and one.key != shipped for one in taken)
    assert max(len(one.origin) for one in taken) == 80
