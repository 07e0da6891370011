"""Results as people note them: through the commands, by hand and out of a platform's export."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from skriptstudio.assembly.house import House
from skriptstudio.cli.main import run
from skriptstudio.domain.people import Person, Staff
from skriptstudio.domain.production import Production, Publication, State
from skriptstudio.domain.results import Figures, Moment
from skriptstudio.domain.take import Take

Typed = Callable[..., Any]
QUIZ = "quiz_was_ist_das"


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(str(tmp_path / "Bibliothek"))
    people = (Person("u1", "Mira Albrecht"), Person("u2", "Jan Ode"))
    house.library.write_staff(Staff(people), house.library.read_staff().revision)
    return house


@pytest.fixture
def typed(house: House, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Types a command and gives its JSON."""

    def call(*words: str, status: int = 0) -> Any:
        assert run([*words, "--library", str(house.library_path), "--json"]) == status
        return json.loads(capsys.readouterr().out)

    return call


def online(house: House, key: str, days: int, series: str = "", url: str = "") -> date:
    """A clip of two seconds that went online so many days ago."""
    on = house.desk.clock.today() - timedelta(days=days)
    take = Take("t1", "whole", "a.mp4", "0" * 64, 2, 60, house.desk.clock.now())  # type: ignore[arg-type]
    clip = Production(key, f"Clip {key}", house.desk.clock.now(), format=series).with_take(take)
    clip = replace(clip, state=State.PUBLISHED, publications=(Publication("tiktok", on, url),))
    house.library.create(clip)
    return on


def test_an_address_that_is_known_later_makes_no_second_publication(house: House) -> None:
    day = online(house, "p1", 8)
    address = "https://www.tiktok.com/@amt/video/7412345678901234567"
    for url in ("", address, ""):
        house.publish.mark_published("p1", "tiktok", day, url)
    assert [(one.on, one.url) for one in house.desk.open("p1").record.publications] == [(day, address)]
    house.publish.mark_published("p1", "tiktok", day, address.replace("7412", "8412"))
    assert len(house.desk.open("p1").record.publications) == 2


def test_figures_are_noted_by_hand_asked_for_and_taken_out_again(typed: Typed, house: House) -> None:
    on = online(house, "p1", 8)
    due = typed("result", "due")
    assert [(one["title"], one["after"], one["on"]) for one in due] == [("Clip p1", "7d", on.isoformat())]
    place = ("p1", "--profile", "tiktok", "--after", "7d")
    noted = typed("result", "add", *place, "--views", "1,2 Tsd.", "--seconds", "0:12", "--share", "61,5")["result"]
    assert (noted["views"], noted["seconds"], noted["share"], noted["title"]) == (1200, 12, 61.5, "Clip p1")
    assert typed("result", "due") == []
    assert typed("result", "add", *place, "--clicks", "3")["result"]["views"] == 1200
    assert len(typed("result", "show", "p1")) == 1
    typed("result", "remove", *place)
    assert typed("result", "show") == []


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (("--profile", "tiktok", "--after", "28d", "--views", "5"), 1, "too_early"),
        (("--profile", "tiktok", "--after", "28d", "--views", "5", "--read", "2099-01-01"), 1, "too_early"),
        (("--profile", "tiktok", "--after", "7d", "--views", "viele"), 2, "bad_number"),
        (("--profile", "linkedin", "--after", "7d", "--views", "5"), 2, "unknown_name"),
    ],
)
def test_what_cannot_be_noted_is_refused(
    typed: Typed, house: House, words: tuple[str, ...], status: int, code: str
) -> None:
    online(house, "p1", 8)
    assert typed("result", "add", "p1", *words, status=status)["error"]["code"] == code
    assert house.results.book().results == ()


def test_an_export_is_looked_at_before_it_is_noted(typed: Typed, house: House, tmp_path: Path) -> None:
    online(house, "p1", 7, url="https://www.tiktok.com/@amt/video/7412345678901234567")
    table = tmp_path / "Export.csv"
    table.write_text(
        "Videotitel;Videolink;Aufrufe;Kommentare;Laune\n"
        "Egal;https://www.tiktok.com/@amt/video/7412345678901234567;1.234;drei;gut\nFremd;;5;5;\nGesamt;;1.239;5;\n",
        encoding="cp1252",
    )
    seen = typed("result", "import", str(table), "--dry-run")
    assert (seen["noted"], house.results.book().results) == (0, ())
    noted = typed("result", "import", str(table))
    assert (noted["noted"], noted["found"][0]["views"]) == (1, 1234)
    assert [(one["line"], one["reason"]) for one in noted["left"]] == [(3, "no_clip"), (4, "sum")]
    assert noted["unread"] == [{"line": 2, "column": "Kommentare", "text": "drei"}]
    assert noted["columns"]["ignored"] == ["Laune"]
    assert typed("result", "show")[0]["source"] == "Export.csv"


def test_below_five_clips_no_figure_leaves_the_program(typed: Typed, house: House) -> None:
    for number in range(9):
        online(house, f"p{number}", 8)
        house.results.add(f"p{number}", "tiktok", Moment.WEEK, Figures(views=100 * number))
        house.results.set_hook(f"p{number}", "frage" if number > 3 else "zahl")
    found = typed("result", "compare", "--by", "hook")
    assert (found["verdict"], found["profile"]) == ("too_few", "tiktok")
    large, small = found["groups"]
    assert (large["name"], large["median"], large["quartiles"]) == ("Direkte Frage", 600, [500, 700])
    assert set(small) == {"key", "name", "clips", "enough"}


def test_a_series_has_somebody_who_answers_and_a_goal_that_can_be_measured(typed: Typed, house: House) -> None:
    online(house, "p1", 8, QUIZ)
    online(house, "p2", 8)
    today = house.desk.clock.today()
    until = (today + timedelta(days=30)).isoformat()
    first = (today - timedelta(days=30)).isoformat()
    goal = typed("goal", "set", "--name", "Dranbleiben", "--counts", "clips", "--target", "4",
                 "--from", first, "--until", until)["goal"]  # fmt: skip
    made = typed("series", "set", QUIZ, "--responsible", "Mira Albrecht", "--goal", "Dranbleiben")
    assert (made["responsible"], made["missing"]) == ("Mira Albrecht", ["no_deputy"])
    assert typed("series", "set", QUIZ, "--deputy", "Jan Ode")["missing"] == []
    listed = typed("goal", "list")
    assert [(one["reached"], one["standing"]) for one in listed["goals"]] == [(1, "behind")]
    assert [one["production"] for one in listed["without_goal"]] == ["p2"]
    assert typed("goal", "assign", "p2", "Dranbleiben") == {"goal": goal}
    assert typed("goal", "list")["goals"][0]["reached"] == 2
    longer = (today + timedelta(days=60)).isoformat()
    changed = ("--name", "Dranbleiben", "--counts", "clips", "--target", "4", "--until", longer)
    assert typed("goal", "set", "--id", goal, *changed)["goal"] == goal
    assert typed("goal", "list")["goals"][0]["from"] == first
    assert typed("goal", "set", "--id", "gibtsnicht", *changed, status=2)["error"]
    assert typed("goal", "assign", "p1", "none") == {"goal": ""}
    typed("goal", "remove", "Dranbleiben")
    assert typed("series", "list")[0]["missing"] == ["no_goal"]
    assert typed("series", "set", "gibtsnicht", "--responsible", "Mira Albrecht", status=2)["error"]


def test_the_guideline_is_the_houses_own_once_it_is_changed(typed: Typed) -> None:
    assert typed("guideline", "check", "werkzeug", "akte")["light"] == "red"
    typed("guideline", "set", "--key", "akte", "--light", "yellow", "--text", "Leere Akten", "--advice", "Zeig her.")
    shown = typed("guideline", "show")
    assert (shown["own"], typed("guideline", "check", "akte")["light"]) == (True, "yellow")
    assert typed("guideline", "chapter", "1", "--text", "Alle")["chapters"][0]["text"] == "Alle"
    assert not typed("guideline", "reset")["own"]


def test_the_register_reminds_until_all_is_settled(typed: Typed, house: House) -> None:
    typed("channel", "set", "tiktok", "--concept", "Akte 1", "--basis", "e", "--assessment", "ja", "--council", "DV",
          "--imprint", "https://amt.example/impressum")  # fmt: skip
    assert [one["duty"] for one in typed("channel", "reminders")] == ["alternative"]
    entry = typed("channel", "set", "tiktok", "--alternative", "Website", "--imprint-on", "2025-01-01")
    assert entry["council_on"] == house.desk.clock.today().isoformat()
    assert typed("channel", "reminders") == [{"profile": "tiktok", "duty": "imprint_again", "since": "2025-07-03"}]
    typed("channel", "remove", "tiktok")
    assert typed("channel", "list") == []
