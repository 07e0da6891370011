"""Whatever people do in whatever order: nothing is released or exported that must not be."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.captions import Captions, Cue
from skriptstudio.domain.erasure import blocked, without_takes
from skriptstudio.domain.errors import RuleRefusal
from skriptstudio.domain.four_eyes import DELICATE, involvement, may_pass, may_wear
from skriptstudio.domain.house import Blackout, HouseRules
from skriptstudio.domain.people import Absence, Consent, Hat, Person, Staff
from skriptstudio.domain.points import Answer, CommentPlan, Point
from skriptstudio.domain.press_check import answered
from skriptstudio.domain.production import Decision, Production, State, TopicClass
from skriptstudio.domain.release import (
    CHECKER,
    CHECKS,
    after_change,
    approve,
    hand_in,
    released_cut,
    require_captions,
    send_back,
)
from skriptstudio.domain.script import Script, ScriptApproval, SectionKind, sections_from
from skriptstudio.domain.seals import cut_seal
from skriptstudio.domain.take import Take

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = NOW.date()
CHANNELS = ("tiktok", "intranet", "website")
PEOPLE = (
    Person("mira", "Mira", (Hat.TEAM,)),
    Person("jonas", "Jonas", (Hat.TEAM, Hat.FACH)),
    Person("katrin", "Katrin", (Hat.PRESS,), deputies=("olaf", "mira")),
    Person("lea", "Lea", (Hat.FACH, Hat.PRESS)),
    Person("ben", "Ben", (Hat.LEAD,), deputies=("katrin",)),
    Person("olaf", "Olaf", (Hat.TEAM,)),
)
BY_ID = {person.id: person for person in PEOPLE}
IDS = st.sampled_from(sorted(BY_ID))
WORDS = st.sampled_from(["Eins.", "Zwei.", "Drei."])


@dataclass
class World:
    """A library of one clip, and who is there."""

    production: Production
    staff: Staff
    recorded: int = 1


def actor(person: str) -> Actor:
    return Actor(person, "konto", "pc")


def take(name: str, *speakers: str) -> Take:
    return Take(name, "whole", f"{name}.mp4", name[-1] * 64, Fraction(6), 180, NOW, speakers=speakers)


def world(topic: TopicClass) -> World:
    sections = sections_from([(SectionKind.HOOK, "Eins.")])
    script = Script(sections, ("jonas",), approval=ScriptApproval("lea", NOW, sections))
    production = Production("p", "Ein Tag", NOW, topic=topic, script=script, takes=(take("t1", "mira"),))
    consents = (Consent("c1", "mira", ("tiktok",), TODAY, TODAY + timedelta(days=9)),)
    return World(production, Staff(PEOPLE, consents))


def _approve(w: World, who: str) -> None:
    w.production = approve(w.production, BY_ID[who], w.staff, actor(who), NOW)


def _captions(w: World, who: str) -> None:
    cues = (Cue(Fraction(0), Fraction(1), (w.production.script.text_of("hook"),)),)
    w.production = replace(w.production, captions=Captions(cues, cut_seal(w.production), who, NOW))


def _consent(w: World, who: str, channel: str) -> None:
    given = Consent(f"c{len(w.staff.consents)}", who, (channel,), TODAY, TODAY + timedelta(days=3))
    w.staff = replace(w.staff, consents=(*w.staff.consents, given))


def _revoke(w: World, who: str) -> None:
    consents = tuple(replace(c, revoked=TODAY) if c.person == who else c for c in w.staff.consents)
    w.staff = replace(w.staff, consents=consents)
    w.production = blocked(w.production, who, actor("katrin"), NOW)


def _speak(w: World, who: str) -> None:
    """Somebody more is heard in the newest take."""
    if w.production.takes:
        *others, last = w.production.takes
        w.production = replace(w.production, takes=(*others, replace(last, speakers=(*last.speakers, who))))


def _erase(w: World, who: str) -> None:
    ids = {one.id for one in w.production.takes if who in one.speakers}
    w.production = without_takes(w.production, ids, actor("katrin"), NOW, who)


def _record(w: World, who: str) -> None:
    w.recorded += 1
    w.production = w.production.with_take(take(f"t{w.recorded}", who))


def _write(w: World, text: str) -> None:
    script = replace(w.production.script, sections=sections_from([(SectionKind.HOOK, text)]))
    w.production = replace(w.production, script=script)


def _away(w: World, who: str) -> None:
    absence = Absence(TODAY - timedelta(days=3), TODAY + timedelta(days=3))
    w.staff = replace(w.staff, people=tuple(replace(p, away=absence) if p.id == who else p for p in w.staff.people))


def _answer(w: World, point: Point, said: Answer) -> None:
    w.production = answered(w.production, {point: (said, "")}, actor("lea"), NOW)


def _plan(w: World) -> None:
    w.production = replace(w.production, comment_plan=CommentPlan("Katrin", 24, "Ben"))


def _hand_in(w: World) -> None:
    w.production = hand_in(w.production, actor("olaf"), NOW)


def _return(w: World, who: str) -> None:
    w.production = send_back(w.production, BY_ID[who], actor(who), NOW, "nochmal", w.staff)


def _election(w: World) -> None:
    rules = HouseRules(blackouts=(Blackout(TODAY, TODAY + timedelta(days=30), "Kommunalwahl"),))
    w.staff = replace(w.staff, rules=rules)


def _forward(w: World) -> None:
    """What somebody who wants the clip out would do next, so that many walks get as far as a release."""
    production = w.production
    if not production.takes:
        _record(w, "mira")
    elif production.captions is None or production.captions.seal != cut_seal(production):
        _captions(w, "olaf")
    elif production.state not in CHECKER:
        _hand_in(w)
    elif production.comment_plan is None:
        _plan(w)
    else:
        hat = CHECKER[production.state]
        able = [p.id for p in w.staff.people if may_pass(production, p, hat, w.staff, TODAY)]
        _approve(w, able[0] if able else "katrin")


STEPS = st.one_of(
    *[st.tuples(st.just(_forward))] * 20,
    st.tuples(st.just(_approve), IDS),
    st.tuples(st.just(_approve), IDS),
    st.tuples(st.just(_captions), IDS),
    st.tuples(st.just(_hand_in)),
    st.tuples(st.just(_return), IDS),
    st.tuples(st.just(_consent), IDS, st.sampled_from(CHANNELS)),
    st.tuples(st.just(_revoke), IDS),
    st.tuples(st.just(_speak), IDS),
    st.tuples(st.just(_record), IDS),
    st.tuples(st.just(_erase), IDS),
    st.tuples(st.just(_write), WORDS),
    st.tuples(st.just(_away), IDS),
    st.tuples(st.just(_answer), st.sampled_from(Point), st.sampled_from(Answer)),
    st.tuples(st.just(_plan)),
    st.tuples(st.just(_election)),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(STEPS, min_size=12, max_size=30), st.sampled_from(TopicClass))
def test_no_path_leads_around_the_rules(steps: list[tuple[Any, ...]], topic: TopicClass) -> None:
    w = world(topic)
    for step, *arguments in steps:
        before = w.production
        try:
            step(w, *arguments)
        except RuleRefusal:
            continue
        w.production = after_change(w.production, actor("olaf"), NOW)
        if w.production.state is State.RELEASED and before.state is not State.RELEASED:
            require_lawful(w, before)
        require_lawful_exports(w)


def require_lawful(w: World, before: Production) -> None:
    """All that must hold in the moment of a release, said anew and without the code that decides it."""
    production = w.production
    assert production.release is not None
    releaser = production.release.by.person
    assert involvement(production, releaser) == ""
    hat = CHECKER[CHECKS[production.topic][-1]]
    assert may_wear(before, next(p for p in w.staff.people if p.id == releaser), hat, w.staff, TODAY)
    require_captions(production)
    assert production.captions is not None
    assert production.captions.confirmed_by
    for person in production.speakers():
        papers = [c for c in w.staff.consents if c.person == person and c.revoked is None and c.until >= TODAY]
        assert any(paper.channels for paper in papers)
    if production.topic in DELICATE:
        assert production.comment_plan is not None
        assert production.script.approval is not None
        assert production.script.approval.sections == production.script.sections
        since = [
            e for e in production.history if e.decision in (Decision.HANDED_IN, Decision.VOIDED, Decision.RETURNED)
        ]
        passed = production.history[production.history.index(since[-1]) + 1 :]
        who = [e.by.person for e in passed if e.decision in (Decision.APPROVED, Decision.RELEASED)]
        assert len(who) == len(set(who)), "one person passed two checks"
    if production.topic is TopicClass.POLITICAL:
        assert not w.staff.rules.blackouts


def require_lawful_exports(w: World) -> None:
    for channel in CHANNELS:
        try:
            released_cut(w.production, w.staff, [channel], TODAY)
        except RuleRefusal:
            continue
        for person in w.production.speakers():
            papers = [c for c in w.staff.consents if c.person == person and channel in c.channels]
            assert any(c.revoked is None and c.until >= TODAY for c in papers), "shown without consent"


def test_a_path_to_the_release_is_there_at_all() -> None:
    """The property above would also hold if nothing could ever be released."""
    w = world(TopicClass.SENSITIVE)
    _captions(w, "olaf")
    _hand_in(w)
    _approve(w, "lea")
    with pytest.raises(RuleRefusal):
        _approve(w, "lea")
    with pytest.raises(RuleRefusal):
        _approve(w, "katrin")
    _plan(w)
    _approve(w, "katrin")
    _approve(w, "ben")
    assert w.production.state is State.RELEASED
