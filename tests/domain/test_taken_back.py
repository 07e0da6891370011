"""A release holds again only where its change was taken back at once, and nothing else has happened."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.domain.test_release import KATRIN, MIRA, NOW, STAFF, TODAY, actor, released

from skriptstudio.domain.errors import NotReleased, ReleaseVoid
from skriptstudio.domain.licence import Licence
from skriptstudio.domain.production import Comment, Decision, Post, Production, State
from skriptstudio.domain.release import after_change, approve, released_cut, taken_back

LATER = NOW + timedelta(minutes=1)


def changed(production: Production) -> Production:
    return after_change(replace(production, title="Anders"), actor(MIRA), LATER)


def undone(production: Production, before: Production) -> Production:
    back = taken_back(replace(production, title=before.title), before, actor(MIRA), LATER)
    return after_change(back, actor(MIRA), LATER)


@pytest.mark.parametrize("state", [State.RELEASED, State.PACKAGED, State.PUBLISHED])
def test_it_holds_again_and_the_history_says_both(state: State) -> None:
    before = replace(released(), state=state)
    now = undone(changed(before), before)
    assert (now.state, now.release) == (state, before.release)
    assert [entry.decision for entry in now.history[len(before.history) :]] == [Decision.VOIDED, Decision.RESTORED]
    assert released_cut(now, STAFF, ["tiktok"], TODAY).channels == ("tiktok",)


MORE: dict[str, Callable[[Production], Production]] = {
    "another text": lambda p: replace(p, post=Post("Neu")),
    "a remark": lambda p: replace(p, comments=(Comment("1", "Moment", actor(KATRIN), LATER),)),
    "a licence": lambda p: replace(p, takes=(replace(p.takes[0], licence=Licence("Lied")),)),
    "another release": lambda p: approve(p, KATRIN, STAFF, actor(KATRIN), LATER),
}


@pytest.mark.parametrize("what", MORE)
def test_it_stays_lifted_once_anything_else_has_happened(what: str) -> None:
    before = released()
    now = undone(MORE[what](changed(before)), before)
    assert now.state is not State.RELEASED
    with pytest.raises((NotReleased, ReleaseVoid)):
        released_cut(now, STAFF, ["tiktok"], TODAY)


def test_a_change_that_is_still_there_brings_nothing_back() -> None:
    before = released()
    assert taken_back(changed(before), before, actor(MIRA), LATER) == changed(before)
