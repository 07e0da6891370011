"""What is written beside a clip, as it is typed, and what becomes of its release."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from skriptstudio.cli.main import run
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.errors import BadHashtag, BadNumber
from skriptstudio.domain.production import Actor, Decision, Production, Release, State
from skriptstudio.domain.seals import seals
from skriptstudio.domain.take import Take
from skriptstudio.steps.post import PostDesk, PostWish
from skriptstudio.store.clock import SystemClock
from skriptstudio.store.folder_library import FolderLibrary
from skriptstudio.store.identity import SystemIdentity

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(FolderLibrary.open(tmp_path / "lib", create=True), SystemIdentity(), SystemClock())
    take = Take("t1", "whole", "t1.mp4", "0" * 64, Fraction(9), 270, NOW)
    desk.library.create(Production("p1", "Ein Tag", NOW, takes=(take,), state=State.RECORD))
    return desk


def test_what_is_not_asked_for_stays(desk: Desk) -> None:
    posts = PostDesk(desk)
    posts.change("p1", PostWish(" Komm! ", ["ein tag", "#EinTag", ""], location="Auenau"))
    post = posts.change("p1", PostWish(alt="Mira misst.", cover=Fraction("2.01"))).post
    assert (post.text, post.hashtags, post.alt, post.location) == ("Komm!", ("EinTag",), "Mira misst.", "Auenau")
    assert post.cover == 2
    assert posts.change("p1", PostWish(text="", hashtags=())).post.hashtags == ()


def test_nonsense_is_refused_and_nothing_is_stored(desk: Desk) -> None:
    posts = PostDesk(desk)
    for wish, error in (
        (PostWish("Neu", hashtags=["123"]), BadHashtag),
        (PostWish("Neu", cover=Fraction(9)), BadNumber),
        (PostWish("Neu", cover=Fraction(-1)), BadNumber),
    ):
        with pytest.raises(error):
            posts.change("p1", wish)
    assert desk.open("p1").record.post.text == ""


def test_a_change_after_the_release_lifts_it_and_says_what_was_changed(desk: Desk) -> None:
    who = Actor("u1", "konto", "pc")

    def released(production: Production) -> Production:
        return replace(production, state=State.RELEASED, release=Release(who, NOW, seals(production)))

    desk.change("p1", released, who)
    assert PostDesk(desk).change("p1", PostWish(cover=Fraction(1))).state is State.RELEASED
    after = PostDesk(desk).change("p1", PostWish(cover=Fraction(2)))
    assert after.state is State.PRESS_CHECK
    assert (after.history[-1].decision, after.history[-1].note) == (Decision.VOIDED, "post")


def test_a_change_that_is_taken_back_at_once_gives_the_release_back(desk: Desk) -> None:
    who = Actor("u1", "konto", "pc")
    before = desk.change("p1", lambda p: replace(p, state=State.RELEASED, release=Release(who, NOW, seals(p))), who)
    posts = PostDesk(desk)
    posts.change("p1", PostWish("Anders"))
    back = posts.take_back(before)
    assert (back.state, back.post) == (State.RELEASED, before.post)


def test_the_command_shows_and_changes(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def typed(*arguments: str) -> str:
        assert run(["--library", str(tmp_path / "lib"), "--lang", "de", "post", "p1", *arguments]) == 0
        return capsys.readouterr().out

    told = typed("--text", "x" * 300, "--hashtag", "ausbildung vermessung", "--location", "Auenau", "--cover", "2,5")
    assert "Hashtags: #AusbildungVermessung" in told
    assert "Titelbild: bei Sekunde 2.5" in told
    assert "länger, als" in told
    shown = json.loads(typed("--json"))
    assert (shown["hashtags"], shown["location"], shown["cover"]) == (["AusbildungVermessung"], "Auenau", 2.5)
    assert shown["rooms"][0] == {"profile": "x", "used": 323, "most": 280}
    assert run(["--library", str(tmp_path / "lib"), "post", "p1", "--hashtag", "1"]) == 2
