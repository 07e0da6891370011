"""The commands beside the decisions, as they are typed."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from skriptstudio.cli.main import run
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.people import Hat, Person, Staff
from skriptstudio.domain.production import Production, State
from skriptstudio.domain.take import Take
from skriptstudio.store.clock import SystemClock
from skriptstudio.store.folder_library import FolderLibrary
from skriptstudio.store.identity import SystemIdentity

Typed = Callable[..., Any]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(FolderLibrary.open(tmp_path / "Bibliothek", create=True), SystemIdentity(), SystemClock())
    people = (Person("u1", "Mira Albrecht"), Person("u3", "Katrin Behrens", (Hat.PRESS,)))
    desk.library.write_staff(Staff(people), desk.library.read_staff().revision)
    now = desk.clock.now()
    take = Take("t1", "hook", "hook.mp4", "0" * 64, 2, 60, now, speakers=("u1",))  # type: ignore[arg-type]
    desk.library.create(Production("p1", "Ein Tag", now, takes=(take,), state=State.RECORD))
    return desk


@pytest.fixture
def typed(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Typed:
    def call(*words: str, status: int = 0) -> Any:
        assert run([*words, "--library", str(tmp_path / "Bibliothek"), "--json"]) == status
        return json.loads(capsys.readouterr().out)

    return call


def test_points_are_answered_one_by_one(typed: Typed) -> None:
    points = typed("points", "answer", "p1", "--point", "facts=no:Quelle fehlt", "--by", "Katrin Behrens")
    assert len(points) == 15
    facts = next(one for one in points if one["point"] == "facts")
    assert facts == {"point": "facts", "answer": "no", "by": "u3", "note": "Quelle fehlt"}
    assert typed("points", "list", "p1") == points
    assert (
        typed("points", "answer", "p1", "--point", "alles=ja", "--by", "u3", status=2)["error"]["code"] == "bad_command"
    )


def test_a_remark_over_a_stretch_with_a_ready_sentence_is_answered_and_ticked_off(typed: Typed) -> None:
    typed("comment", "p1", "--at", "0.5", "--until", "1.5", "--point", "sound", "--by", "u3")
    (remark,) = typed("comments", "list", "p1")
    assert (remark["at"], remark["until"], remark["text"]) == (0.5, 1.5, "Hier sind andere Leute zu hören.")
    typed("comments", "reply", "p1", remark["comment"], "--text", "Ist jetzt leise.", "--by", "u1")
    typed("comments", "done", "p1", remark["comment"], "--by", "u1")
    (remark,) = typed("comments", "list", "p1")
    assert remark["done"]
    assert remark["replies"] == [{"text": "Ist jetzt leise.", "by": "u1"}]
    assert not typed("comments", "reopen", "p1", remark["comment"], "--by", "u3")["done"]
    assert typed("comments", "done", "p1", "k9", "--by", "u1", status=2)["error"]["code"] == "unknown_name"


def test_a_remark_that_ends_before_it_begins_is_refused(typed: Typed) -> None:
    refused = typed("comment", "p1", "--at", "2", "--until", "1", "--text", "?", "--by", "u3", status=2)
    assert refused["error"]["code"] == "bad_time"


def test_the_topic_is_settled_before_the_check(typed: Typed, desk: Desk) -> None:
    assert typed("topic", "p1", "sensitive", "--by", "u1") == {"topic": "sensitive"}
    plan = typed("comment-plan", "p1", "--who", "Katrin", "--escalate-to", "Lea", "--by", "u3")
    assert plan == {"comment_plan": {"who": "Katrin", "hours": 24, "escalate_to": "Lea"}}
    desk.change("p1", lambda p: _at(p, State.FACT_CHECK), desk.anonymous())
    assert typed("topic", "p1", "harmless", "--by", "u1", status=1)["error"]["code"] == "wrong_state"


def _at(production: Production, state: State) -> Production:
    return replace(production, state=state)


def test_the_history_says_who_at_which_computer(typed: Typed, desk: Desk) -> None:
    typed("topic", "p1", "explain", "--by", "u1")
    (entry,) = typed("history", "p1")
    assert (entry["decision"], entry["by"], entry["note"]) == ("topic_changed", "u1", "harmless > explain")
    assert (entry["account"], entry["machine"]) == (desk.identity.account, desk.identity.machine)
    assert typed("changes", "p1") == []


def test_the_house_settles_its_figures(typed: Typed, desk: Desk) -> None:
    assert typed("rules", "show")["raw_days"] == 60
    typed("rules", "set", "--raw-days", "30", "--deputy-after", "4")
    rules = typed("rules", "blackout", "--from", "2027-02-01", "--to", "2027-03-14", "--reason", "Kommunalwahl")
    assert rules == {
        "deputy_after_days": 4,
        "raw_days": 30,
        "minor_days": 14,
        "blackouts": [{"from": "2027-02-01", "to": "2027-03-14", "reason": "Kommunalwahl"}],
    }
    assert [entry.change.value for entry in desk.staff().history] == ["rules", "rules"]
    assert typed("rules", "set", "--raw-days", "-1", status=2)["error"]["code"] == "bad_number"


def test_a_deputy_and_an_absence_are_entered_and_taken_back(typed: Typed, desk: Desk) -> None:
    away = ("--away", "2026-11-20", "2026-12-04")
    assert typed("person", "set", "Katrin Behrens", "--deputy", "Mira Albrecht", *away)["deputies"] == ["u1"]
    katrin = next(person for person in desk.staff().people if person.id == "u3")
    assert katrin.away is not None
    typed("person", "set", "Katrin Behrens", "--back")
    assert next(person for person in desk.staff().people if person.id == "u3").away is None
