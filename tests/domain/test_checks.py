"""Deputies, second approvers, the fifteen points, remarks, and what changed since the last look."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.captions import Captions, Cue
from skriptstudio.domain.comments import open_comments, replied, ticked_off, with_comment
from skriptstudio.domain.cut import Cut, Segment
from skriptstudio.domain.differences import differences
from skriptstudio.domain.errors import (
    BadTime,
    BlackoutTime,
    CommentPlanMissing,
    FourEyes,
    HatMissing,
    PointsRefused,
    ScriptNotChecked,
    SecondPersonNeeded,
    TopicNotForTeam,
    UnknownName,
)
from skriptstudio.domain.house import Blackout, HouseRules, working_days
from skriptstudio.domain.people import Absence, Consent, Hat, Person, Staff
from skriptstudio.domain.points import Answer, CommentPlan, Point
from skriptstudio.domain.press_check import GROUPS, MACHINE, answered, open_points, point_states
from skriptstudio.domain.production import Comment, Decision, Post, Production, State, TopicClass
from skriptstudio.domain.release import after_change, approve, hand_in, released_cut, send_back
from skriptstudio.domain.script import Script, ScriptApproval, SectionKind, sections_from
from skriptstudio.domain.seals import cut_seal
from skriptstudio.domain.take import Take

MONDAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = MONDAY.date()
MIRA = Person("mira", "Mira", (Hat.TEAM,))
KATRIN = Person("katrin", "Katrin", (Hat.PRESS,), deputies=("olaf",))
OLAF = Person("olaf", "Olaf", (Hat.TEAM,))
LEA = Person("lea", "Lea", (Hat.FACH, Hat.PRESS, Hat.LEAD))
UWE = Person("uwe", "Uwe", (Hat.FACH,))
BEN = Person("ben", "Ben", (Hat.LEAD,))
STAFF = Staff(
    (MIRA, KATRIN, OLAF, LEA, UWE, BEN), (Consent("c1", "mira", ("tiktok",), TODAY, TODAY + timedelta(days=90)),)
)
IDA = Person("ida", "Ida", (Hat.LEAD,))
GROWN = replace(STAFF, people=(*STAFF.people, IDA))
PLAN = CommentPlan("Katrin", 24, "Ben")


def actor(person: Person) -> Actor:
    return Actor(person.id, "konto", "pc-7")


def clip(topic: TopicClass = TopicClass.HARMLESS, speaker: str = "mira", author: str = "tim") -> Production:
    take = Take("t1", "whole", "t1.mp4", "a" * 64, Fraction(6), 180, MONDAY, speakers=(speaker,))
    sections = sections_from([(SectionKind.HOOK, "Mein Büro hat heute keine Wände.")])
    script = Script(sections, (author,), approval=ScriptApproval("lea", MONDAY, sections))
    made = Production("p1", "Ein Tag", MONDAY, topic=topic, script=script, takes=(take,), state=State.RECORD)
    cues = (Cue(Fraction(0), Fraction(2), ("Mein Büro",)), Cue(Fraction(2), Fraction(4), ("hat keine Wände.",)))
    return replace(made, captions=Captions(cues, cut_seal(made), "olaf", MONDAY))


def handed_in(production: Production) -> Production:
    return hand_in(production, actor(OLAF), MONDAY)


def passed(production: Production, *people: Person, staff: Staff = STAFF) -> Production:
    for person in people:
        production = approve(production, person, staff, actor(person), MONDAY)
    return production


def away(days_before: int, days_after: int) -> Staff:
    absence = Absence(TODAY - timedelta(days=days_before), TODAY + timedelta(days=days_after))
    return replace(STAFF, people=tuple(replace(p, away=absence) if p is KATRIN else p for p in STAFF.people))


def test_a_deputy_checks_while_the_officer_is_away_for_days() -> None:
    done = passed(handed_in(clip()), OLAF, staff=away(3, 4))
    assert done.state is State.RELEASED
    assert done.history[-1].note == "for katrin"


@pytest.mark.parametrize("staff", [STAFF, away(0, 1), away(9, -1), away(-1, 9)])
def test_a_deputy_waits_while_the_officer_is_there_or_soon_back(staff: Staff) -> None:
    with pytest.raises(HatMissing):
        passed(handed_in(clip()), OLAF, staff=staff)


def test_a_deputy_checks_what_the_officer_is_part_of() -> None:
    staff = replace(STAFF, consents=(replace(STAFF.consents[0], person="katrin"),))
    mine = handed_in(clip(speaker="katrin"))
    with pytest.raises(FourEyes):
        passed(mine, KATRIN, staff=staff)
    assert passed(mine, OLAF, staff=staff).state is State.RELEASED


def test_a_deputy_who_speaks_is_refused_like_anybody_else() -> None:
    staff = replace(away(3, 4), consents=(replace(STAFF.consents[0], person="olaf"),))
    with pytest.raises(FourEyes):
        passed(handed_in(clip(speaker="olaf")), OLAF, staff=staff)


def test_weekends_are_no_working_days() -> None:
    assert working_days(date(2026, 11, 20), date(2026, 11, 24)) == 3
    assert working_days(date(2026, 11, 21), date(2026, 11, 22)) == 0
    assert working_days(date(2026, 11, 24), date(2026, 11, 20)) == 0


def delicate() -> Production:
    """Handed in, its facts checked by Lea."""
    return passed(handed_in(replace(clip(TopicClass.SENSITIVE), comment_plan=PLAN)), LEA)


def test_each_check_of_a_delicate_topic_needs_somebody_else() -> None:
    assert delicate().state is State.PRESS_CHECK
    with pytest.raises(SecondPersonNeeded):
        passed(delicate(), LEA)
    with pytest.raises(SecondPersonNeeded):
        passed(delicate(), KATRIN, LEA)
    assert passed(delicate(), KATRIN, IDA, staff=GROWN).state is State.RELEASED


def test_after_a_change_the_same_people_look_again() -> None:
    changed = after_change(
        replace(delicate(), cut=Cut((Segment("t1", Fraction(0), Fraction(5)),))), actor(OLAF), MONDAY
    )
    assert changed.state is State.FACT_CHECK
    assert passed(changed, LEA).state is State.PRESS_CHECK


def test_a_delicate_topic_begins_with_a_checked_script() -> None:
    ready = replace(clip(TopicClass.SENSITIVE), comment_plan=PLAN)
    for script in (
        replace(ready.script, approval=None),
        replace(ready.script, sections=sections_from([(SectionKind.HOOK, "Etwas anderes.")])),
    ):
        with pytest.raises(ScriptNotChecked):
            handed_in(replace(ready, script=script))
        assert handed_in(replace(ready, topic=TopicClass.HARMLESS, script=script)).state is State.PRESS_CHECK


def test_a_delicate_topic_needs_a_comment_plan() -> None:
    with pytest.raises(CommentPlanMissing):
        passed(replace(delicate(), comment_plan=None), KATRIN)


def test_political_clips_are_not_for_trainees_and_not_before_elections() -> None:
    with pytest.raises(TopicNotForTeam) as refusal:
        passed(handed_in(clip(TopicClass.POLITICAL)), LEA)
    assert refusal.value.persons == ("Mira",)
    consents = (replace(STAFF.consents[0], person="uwe"),)
    rules = HouseRules(blackouts=(Blackout(TODAY, TODAY + timedelta(days=20), "Kommunalwahl"),))
    free, closed = Staff(STAFF.people, consents), Staff(STAFF.people, consents, rules)
    grown = replace(clip(TopicClass.POLITICAL, speaker="uwe", author="uwe"), comment_plan=PLAN)
    waiting = passed(handed_in(grown), LEA, KATRIN, staff=free)
    with pytest.raises(BlackoutTime):
        passed(waiting, BEN, staff=closed)
    done = passed(waiting, BEN, staff=free)
    with pytest.raises(BlackoutTime):
        released_cut(done, closed, ["tiktok"], TODAY)
    assert released_cut(done, closed, ["tiktok"], TODAY + timedelta(days=21))


def test_a_change_of_what_is_said_goes_back_to_the_facts() -> None:
    before = passed(handed_in(clip(TopicClass.EXPLAIN)), UWE)
    changed = after_change(replace(before, cut=Cut((Segment("t1", Fraction(0), Fraction(5)),))), actor(OLAF), MONDAY)
    assert changed.state is State.FACT_CHECK
    assert changed.history[-1].decision is Decision.VOIDED
    reworded = after_change(replace(before, title="Neu"), actor(KATRIN), MONDAY)
    assert reworded.state is State.PRESS_CHECK


def test_what_lies_before_the_lead_is_what_the_press_saw() -> None:
    before = passed(delicate(), KATRIN)
    assert before.state is State.LEAD_CHECK
    changed = after_change(replace(before, title="Neu"), actor(BEN), MONDAY)
    assert changed.state is State.PRESS_CHECK


# --- the fifteen points


def test_the_ticks_of_the_window_cover_every_point_once() -> None:
    asked = [point for group in GROUPS.values() for point in group]
    assert sorted([*asked, *MACHINE]) == sorted(Point)


def test_the_program_answers_what_it_sees() -> None:
    answers = {one.point: one.answer for one in point_states(handed_in(clip()), STAFF, TODAY)}
    assert answers[Point.CONSENT] is Answer.YES
    assert answers[Point.CAPTIONS] is Answer.YES
    assert answers[Point.FACTS] is None
    without = replace(STAFF, consents=())
    assert {o.point: o.answer for o in point_states(clip(), without, TODAY)}[Point.CONSENT] is Answer.NO


def test_a_no_stops_the_release_until_it_is_answered_anew() -> None:
    waiting = answered(handed_in(clip()), {Point.FACTS: (Answer.NO, "Quelle fehlt")}, actor(KATRIN), MONDAY)
    with pytest.raises(PointsRefused) as refusal:
        passed(waiting, KATRIN)
    assert refusal.value.points == ("facts",)
    better = answered(waiting, {Point.FACTS: (Answer.YES, "Satzung § 3")}, actor(KATRIN), MONDAY)
    assert passed(better, KATRIN).state is State.RELEASED


def test_an_answer_holds_for_its_version_alone() -> None:
    said = answered(handed_in(clip()), {Point.TONE: (Answer.YES, "")}, actor(KATRIN), MONDAY)
    assert Point.TONE not in open_points(said, STAFF, TODAY)
    assert Point.TONE in open_points(replace(said, title="Neu"), STAFF, TODAY)


def test_nobody_overrules_what_the_program_sees() -> None:
    said = answered(clip(), {Point.CONSENT: (Answer.YES, "")}, actor(KATRIN), MONDAY)
    answers = {o.point: o.answer for o in point_states(said, replace(STAFF, consents=()), TODAY)}
    assert answers[Point.CONSENT] is Answer.NO


# --- remarks


def test_a_remark_is_answered_and_ticked_off() -> None:
    said = with_comment(clip(), Comment("1.000", "Leiser", actor(KATRIN), MONDAY, "k1", "2.500"))
    said = replied(said, "k1", "Ist leiser", actor(OLAF), MONDAY)
    assert [reply.text for reply in said.comments[0].replies] == ["Ist leiser"]
    done = ticked_off(said, "k1", True, actor(OLAF), MONDAY)
    assert open_comments(done) == ()
    assert open_comments(ticked_off(done, "k1", False, actor(OLAF), MONDAY)) == (
        replace(done.comments[0], done_by=None, done_at=None),
    )


def test_a_remark_that_isnt_there_is_named_and_one_that_ends_first_refused() -> None:
    with pytest.raises(UnknownName):
        replied(clip(), "k9", "?", actor(OLAF), MONDAY)
    with pytest.raises(BadTime):
        with_comment(clip(), Comment("2.000", "Leiser", actor(KATRIN), MONDAY, "k1", "1.000"))


# --- what changed


def test_the_second_look_begins_with_what_is_new() -> None:
    first = handed_in(clip())
    assert differences(first) == ()
    back = send_back(first, KATRIN, actor(KATRIN), MONDAY, "Bitte kürzer")
    assert differences(back) == ()
    script = replace(back.script, sections=sections_from([(SectionKind.HOOK, "Mein Büro hat keine Wände.")]))
    shorter = replace(back, script=script, cut=Cut((Segment("t1", Fraction(0), Fraction(5)),)))
    cues = (Cue(Fraction(0), Fraction(2), ("Mein Büro",)),)
    shorter = replace(shorter, post=Post("Komm!", location="Auenau", cover=Fraction(2)))
    shorter = replace(shorter, captions=Captions(cues, cut_seal(shorter), "olaf", MONDAY))
    again = handed_in(shorter)
    found = {(d.part, d.where): (d.before, d.after) for d in differences(again)}
    assert found["script", "hook"] == ("Mein Büro hat heute keine Wände.", "Mein Büro hat keine Wände.")
    assert found["cut", "1"] == ("t1 0.00-6.00 s", "t1 0.00-5.00 s")
    assert found["captions", "2"] == ("hat keine Wände.", "")
    assert (found["post", ""], found["post", "location"]) == (("", "Komm!"), ("", "Auenau"))
    assert found["post", "cover"] == ("1.00 s", "2.00 s")
