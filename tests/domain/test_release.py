"""Nobody is shown without four eyes, captions and consent, whatever way is taken."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skriptstudio.domain.captions import Captions, Cue
from skriptstudio.domain.cut import Cut, Segment
from skriptstudio.domain.dressing import Box, Dressing, Insert, NameLine
from skriptstudio.domain.errors import (
    CaptionsNotConfirmed,
    ConsentMissing,
    FourEyes,
    HatMissing,
    NotReleased,
    ReleaseVoid,
    RuleRefusal,
    SpeakerMissing,
    WrongState,
)
from skriptstudio.domain.people import Consent, Hat, Person, Staff
from skriptstudio.domain.points import CommentPlan
from skriptstudio.domain.production import Actor, Post, Production, State, TopicClass
from skriptstudio.domain.release import after_change, approve, hand_in, released_cut, send_back
from skriptstudio.domain.script import MATERIAL, Script, ScriptApproval, SectionKind, sections_from
from skriptstudio.domain.seals import cut_seal, seal, seals
from skriptstudio.domain.take import Take

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = NOW.date()
MIRA = Person("mira", "Mira", (Hat.TEAM, Hat.PRESS))
JONAS = Person("jonas", "Jonas", (Hat.PRESS,))
KATRIN = Person("katrin", "Katrin", (Hat.PRESS, Hat.FACH, Hat.LEAD))
TOM = Person("tom", "Tom", (Hat.TEAM,))
STAFF = Staff(
    (MIRA, JONAS, KATRIN, TOM), (Consent("c1", "mira", ("tiktok", "intranet"), TODAY, TODAY + timedelta(days=90)),)
)


def actor(person: Person) -> Actor:
    return Actor(person.id, "konto", "pc-7")


def clip(topic: TopicClass = TopicClass.HARMLESS) -> Production:
    """Spoken by Mira, written by Jonas, with confirmed captions."""
    take = Take("t1", "whole", "t1.mp4", "a" * 64, Fraction(6), 180, NOW, speakers=("mira",))
    sections = sections_from([(SectionKind.HOOK, "Mein Büro hat heute keine Wände.")])
    script = Script(sections, ("jonas",), approval=ScriptApproval("katrin", NOW, sections))
    production = Production("p1", "Ein Tag", NOW, topic=topic, script=script, takes=(take,), state=State.RECORD)
    captions = Captions((Cue(Fraction(0), Fraction(2), ("Mein Büro",)),), cut_seal(production), "tom", NOW)
    return replace(production, captions=captions)


def handed_in(production: Production | None = None) -> Production:
    return hand_in(production or clip(), actor(TOM), NOW)


def released() -> Production:
    return approve(handed_in(), KATRIN, STAFF, actor(KATRIN), NOW)


def test_somebody_else_with_the_hat_releases() -> None:
    assert released().state is State.RELEASED
    assert released_cut(released(), STAFF, ["tiktok"], TODAY).channels == ("tiktok",)


@pytest.mark.parametrize(("person", "role"), [(MIRA, "speaker"), (JONAS, "author")])
def test_speaker_and_author_are_refused(person: Person, role: str) -> None:
    with pytest.raises(FourEyes) as refusal:
        approve(handed_in(), person, STAFF, actor(person), NOW)
    assert refusal.value.role == role


def test_without_the_hat_nobody_releases() -> None:
    with pytest.raises(HatMissing):
        approve(handed_in(), TOM, STAFF, actor(TOM), NOW)


def test_a_clip_that_was_not_handed_in_is_not_released() -> None:
    with pytest.raises(WrongState):
        approve(clip(), KATRIN, STAFF, actor(KATRIN), NOW)


def test_a_take_without_a_speaker_is_not_handed_in() -> None:
    production = clip()
    nameless = replace(production, takes=(replace(production.takes[0], speakers=()),))
    with pytest.raises(SpeakerMissing):
        handed_in(nameless)


def test_a_take_that_lost_its_speakers_passes_no_check_and_no_export() -> None:
    waiting, out = handed_in(), released()
    with pytest.raises(SpeakerMissing):
        approve(replace(waiting, takes=(replace(waiting.takes[0], speakers=()),)), KATRIN, STAFF, actor(KATRIN), NOW)
    nameless = replace(out, takes=(replace(out.takes[0], speakers=()),))
    assert out.release is not None
    stale = replace(nameless, release=replace(out.release, seals=seals(nameless)))
    with pytest.raises(SpeakerMissing):
        released_cut(stale, STAFF, ["tiktok"], TODAY)


def test_unconfirmed_captions_stop_the_release() -> None:
    production = clip()
    assert production.captions is not None
    unread = replace(production, captions=replace(production.captions, confirmed_by=None))
    with pytest.raises(CaptionsNotConfirmed):
        approve(handed_in(unread), KATRIN, STAFF, actor(KATRIN), NOW)


def test_captions_of_another_cut_stop_the_release() -> None:
    other = replace(clip(), cut=Cut((Segment("t1", Fraction(1), Fraction(3)),)))
    with pytest.raises(CaptionsNotConfirmed):
        approve(handed_in(other), KATRIN, STAFF, actor(KATRIN), NOW)


def test_a_speaker_without_any_consent_stops_the_release() -> None:
    with pytest.raises(ConsentMissing):
        approve(handed_in(), KATRIN, replace(STAFF, consents=()), actor(KATRIN), NOW)


def test_each_channel_needs_its_own_consent() -> None:
    with pytest.raises(ConsentMissing) as refusal:
        released_cut(released(), STAFF, ["tiktok", "ig_reels"], TODAY)
    assert refusal.value.channel == "ig_reels"
    assert refusal.value.persons == ("Mira",)


def test_everybody_in_a_picture_over_the_voice_is_named_who_has_no_consent() -> None:
    group = Take("t2", MATERIAL, "t2.mp4", "c" * 64, Fraction(4), 120, NOW, speakers=("mira", "tom", "jonas"))
    dressing = Dressing(inserts=(Insert("t2", Fraction(0), Fraction(1), Fraction(2)),))
    cut = replace(clip().effective_cut(), dressing=dressing)
    shown = replace(clip(), takes=(*clip().takes, group), cut=cut)
    shown = replace(shown, captions=replace(shown.captions or Captions(), seal=cut_seal(shown)))
    out = approve(
        handed_in(shown),
        KATRIN,
        replace(
            STAFF,
            consents=(
                *STAFF.consents,
                *(
                    Consent(f"c-{who}", who, ("intranet",), TODAY, TODAY + timedelta(days=9))
                    for who in ("tom", "jonas")
                ),
            ),
        ),
        actor(KATRIN),
        NOW,
    )
    with pytest.raises(ConsentMissing) as refusal:
        released_cut(out, STAFF, ["tiktok"], TODAY)
    assert set(refusal.value.persons) == {STAFF.name("tom"), STAFF.name("jonas")}


def test_an_expired_or_revoked_consent_does_not_hold() -> None:
    with pytest.raises(ConsentMissing):
        released_cut(released(), STAFF, ["tiktok"], TODAY + timedelta(days=91))
    revoked = replace(STAFF, consents=(replace(STAFF.consents[0], revoked=TODAY),))
    with pytest.raises(ConsentMissing):
        released_cut(released(), revoked, ["tiktok"], TODAY)


def test_a_clip_without_release_is_not_published() -> None:
    with pytest.raises(NotReleased):
        released_cut(handed_in(), STAFF, ["tiktok"], TODAY)


def dressed(**parts: object) -> Cut:
    return Cut((Segment("t1", Fraction(0), Fraction(6)),), dressing=Dressing(**parts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("title", {"title": "Ein anderer Tag"}),
        ("script", {"script": Script(sections_from([(SectionKind.HOOK, "Anders.")]), ("jonas",))}),
        ("cut", {"cut": Cut((Segment("t1", Fraction(0), Fraction(5)),))}),
        ("cut", {"cut": Cut((Segment("t1", Fraction(0), Fraction(6)),), end_card="Komm zu uns")}),
        ("cut", {"cut": dressed(title="Mehr!")}),
        ("cut", {"cut": dressed(names=(NameLine("Mira", "", Fraction(0), Fraction(1)),))}),
        (
            "cut",
            {
                "cut": dressed(
                    boxes=(Box(Fraction(0), Fraction(0), Fraction(1), Fraction(1), Fraction(0), Fraction(1)),)
                )
            },
        ),
        ("cut", {"cut": dressed(logo="a" * 64)}),
        ("cut", {"cut": Cut((Segment("t1", Fraction(0), Fraction(6), across=Fraction(0)),))}),
        ("captions", {"captions": None}),
        ("post", {"post": Post("Neuer Text")}),
        ("post", {"post": Post(hashtags=("Amt",))}),
        ("post", {"post": Post(alt="Mira vor einem Messgerät.")}),
        ("post", {"post": Post(location="Auenau")}),
        ("post", {"post": Post(cover=Fraction(2))}),
    ],
)
def test_any_change_voids_the_release_and_says_what(part: str, change: dict[str, object]) -> None:
    changed = replace(released(), **change)  # type: ignore[arg-type]
    with pytest.raises(ReleaseVoid) as refusal:
        released_cut(changed, STAFF, ["tiktok"], TODAY)
    assert part in refusal.value.changed


def test_a_release_from_before_covers_could_be_chosen_still_holds() -> None:
    assert seals(replace(clip(), post=Post("Komm!", ("Amt",))))["post"] == seal({"text": "Komm!", "hashtags": ["Amt"]})


def test_who_is_seen_in_an_insert_counts_like_who_speaks() -> None:
    seen = Take("t2", "hook", "t2.mp4", "c" * 64, Fraction(9), 270, NOW, speakers=("tom",))
    insert = Insert("t2", Fraction(0), Fraction(1), Fraction(2))
    clip_ = replace(clip(), takes=(*clip().takes, seen), cut=dressed(inserts=(insert,)))
    assert "tom" in clip_.speakers()
    assert [take.id for take in clip_.takes_shown()] == ["t1", "t2"]


def test_another_film_or_speaker_in_the_take_voids_the_release() -> None:
    for difference in ({"sha256": "b" * 64}, {"speakers": ("tom",)}):
        production = released()
        changed = replace(production, takes=(replace(production.takes[0], **difference),))
        with pytest.raises(ReleaseVoid):
            released_cut(changed, STAFF, ["tiktok"], TODAY)


def test_a_changed_clip_falls_back_to_the_press_check() -> None:
    changed = after_change(replace(released(), title="Neu"), actor(TOM), NOW)
    assert changed.state is State.PRESS_CHECK
    assert changed.history[-1].note == "title"


def test_a_new_take_beside_the_cut_changes_nothing() -> None:
    spare = Take("t2", "whole", "t2.mp4", "c" * 64, Fraction(9), 270, NOW + timedelta(hours=1))
    grown = after_change(released().with_take(spare), actor(TOM), NOW)
    assert grown.state is State.RELEASED
    assert released_cut(grown, STAFF, ["tiktok"], TODAY)


def test_a_return_lets_go_of_the_cut_that_nobody_set() -> None:
    back = send_back(handed_in(), KATRIN, actor(KATRIN), NOW, "Bitte lauter")
    spare = Take("t2", "whole", "t2.mp4", "c" * 64, Fraction(9), 270, NOW + timedelta(hours=1), speakers=("mira",))
    assert back.state is State.RETURNED
    assert [t.id for t in back.with_take(spare).takes_shown()] == ["t2"]


def test_a_return_keeps_the_cut_that_somebody_set() -> None:
    chosen = Cut((Segment("t1", Fraction(1), Fraction(3)),))
    back = send_back(handed_in(replace(clip(), cut=chosen)), KATRIN, actor(KATRIN), NOW, "Bitte lauter")
    assert back.cut == chosen


@pytest.mark.parametrize(
    ("topic", "checks"),
    [
        (TopicClass.HARMLESS, [State.PRESS_CHECK]),
        (TopicClass.EXPLAIN, [State.FACT_CHECK, State.PRESS_CHECK]),
        (TopicClass.SENSITIVE, [State.FACT_CHECK, State.PRESS_CHECK, State.LEAD_CHECK]),
    ],
)
def test_the_topic_decides_how_many_look_at_it(topic: TopicClass, checks: list[State]) -> None:
    production = replace(handed_in(clip(topic)), comment_plan=CommentPlan("Katrin", 24, "Lea"))
    others = {
        State.FACT_CHECK: Person("uwe", "Uwe", (Hat.FACH,)),
        State.PRESS_CHECK: KATRIN,
        State.LEAD_CHECK: Person("lea", "Lea", (Hat.LEAD,)),
    }
    passed = []
    while production.state is not State.RELEASED:
        passed.append(production.state)
        person = others[production.state]
        production = approve(production, person, STAFF, actor(person), NOW)
    assert passed == checks


Step = st.sampled_from(["hand_in", "return", "retitle", "uncaption", "recaption", "unconsent", "consent"])


@settings(max_examples=200)
@given(
    st.lists(
        st.one_of(Step, st.tuples(st.just("approve"), st.sampled_from([MIRA, JONAS, KATRIN, TOM]))),
        max_size=14,
    ),
    st.sampled_from(TopicClass),
)
def test_no_way_leads_around_the_gates(steps: list[str | tuple[str, Person]], topic: TopicClass) -> None:
    production, staff = clip(topic), STAFF
    captions = production.captions
    for step in steps:
        try:
            if isinstance(step, tuple):
                production = approve(production, step[1], staff, actor(step[1]), NOW)
            elif step == "hand_in":
                production = hand_in(production, actor(TOM), NOW)
            elif step == "return":
                production = send_back(production, KATRIN, actor(KATRIN), NOW, "nochmal")
            elif step == "retitle":
                production = replace(production, title=production.title + "!")
            elif step in ("uncaption", "recaption"):
                production = replace(production, captions=captions if step == "recaption" else None)
            else:
                staff = STAFF if step == "consent" else replace(STAFF, consents=())
        except RuleRefusal:
            continue
        production = after_change(production, actor(TOM), NOW)
        if production.state is State.RELEASED:
            assert production.release is not None
            assert production.release.by.person == "katrin"
            assert production.captions is not None
            assert production.captions.confirmed_by


def test_the_lamp_warns_before_a_consent_ends() -> None:
    consent = Consent("c", "mira", ("tiktok",), date(2026, 1, 1), date(2026, 12, 31))
    assert consent.status(date(2026, 11, 1)).value == "valid"
    assert consent.status(date(2026, 12, 1)).value == "ending"
    assert consent.status(date(2027, 1, 1)).value == "expired"
