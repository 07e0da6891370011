"""What is written beside a clip, as hands and eyes meet it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import pytest
from tests.ui.hands import press, type_letters

from skriptstudio.domain.clip import PlatformProfile, SafeZone
from skriptstudio.domain.post import Post
from skriptstudio.domain.production import Production
from skriptstudio.steps.post import PostWish

pytestmark = pytest.mark.qt

TIKTOK = PlatformProfile("tiktok", "TikTok", SafeZone(0, 0, 0, 0), -14, None, None, None, "", "", True, 60, 2)
WEBSITE = PlatformProfile("website", "Website", SafeZone(0, 0, 0, 0), -14, None, None, None, "", "")
CLIP = Production("p1", "Ein Tag", datetime(2026, 11, 28, tzinfo=UTC), post=Post("Komm!", ("Amt",), location="Auenau"))


@pytest.fixture
def editor(app: Any, nothing_stays: None) -> Iterator[Any]:
    from skriptstudio.messages.catalogue import Speaker
    from skriptstudio.ui.post.editor import PostEditor

    editor = PostEditor(Speaker("de"))
    editor.show_post(CLIP.post, CLIP, "Ein Tag im Amt")
    editor.show_channels((TIKTOK, WEBSITE))
    editor.resize(300, 700)
    editor.show()
    editor.activateWindow()
    app.processEvents()
    yield editor
    editor.hide()
    editor.deleteLater()


def chips(editor: Any) -> list[str]:
    flow = editor.hashtags._flow
    return [flow.itemAt(at).widget().accessibleName() or flow.itemAt(at).widget().text() for at in range(flow.count())]


def test_words_become_hashtags_by_keyboard_alone(editor: Any) -> None:
    field = editor.hashtags.field
    field.setFocus()
    type_letters("ausbildung vermessung")
    assert field.accessibleDescription() == "wird zu #AusbildungVermessung"
    press("Return")
    type_letters("amt,")
    assert editor.post.hashtags == ("Amt", "AusbildungVermessung")
    type_letters("2026")
    press("Return")
    assert (field.text(), field.accessibleDescription()) == ("2026", "Ein Hashtag braucht einen Buchstaben.")
    field.clear()
    assert chips(editor) == [
        "#Amt entfernen",
        "#AusbildungVermessung entfernen",
        "#EinTagImAmt hinzufügen",
        "#Auenau hinzufügen",
    ]
    editor.hashtags._flow.itemAt(2).widget().setFocus()
    press("Space")
    assert editor.post.hashtags[-1] == "EinTagImAmt"
    assert editor.hashtags.field.accessibleDescription() == "TikTok nimmt nur die ersten 2."
    editor.hashtags._flow.itemAt(0).widget().setFocus()
    press("Space")
    assert editor.post.hashtags == ("AusbildungVermessung", "EinTagImAmt")


def test_room_is_counted_on_the_tightest_channel(editor: Any) -> None:
    assert editor._counter.text() == "11 von 60 Zeichen"
    editor.text.setFocus()
    type_letters("x" * 60)
    assert editor._counter.text() == "11 Zeichen zu viel für TikTok"
    assert editor.text.accessibleDescription() == editor._counter.text()


def test_what_is_locked_is_only_shown(editor: Any) -> None:
    editor.set_locked(True, "Wird geprüft.")
    editor.text.setFocus()
    type_letters("neu")
    assert editor.post == CLIP.post
    assert editor.hashtags.field.isHidden()
    assert chips(editor) == ["#Amt"]


def test_every_field_has_a_name(editor: Any) -> None:
    names = [w.accessibleName() for w in (editor.text, editor.hashtags.field, editor.location, editor.alt)]
    assert names == ["Beschreibung", "Neuer Hashtag", "Standort", "Alternativtext"]


def test_what_others_stored_meets_what_is_being_written(app: Any) -> None:
    from skriptstudio.ui.post.keeping import merged, wish_of

    before, others = CLIP.post, Post("Neu!", ("Amt",), "", "Bad Auenau", Fraction(2))
    shown = Post("Komm!", ("Amt", "Praktikum"), "", "Auenau")
    assert merged(shown, before, others) == Post("Neu!", ("Amt", "Praktikum"), "", "Bad Auenau", Fraction(2))
    assert wish_of(before, shown) == PostWish(hashtags=("Amt", "Praktikum"))
