"""The handbook holds what it names: pictures, chapters, keys."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.qt

HANDBOOK = Path(__file__).parents[2] / "docs" / "handbuch"
CHAPTERS = sorted(HANDBOOK.glob("*.md"))
MOST_BYTES = 200_000
MOST_LINES = 80

CHAPTER_OF_PAGE = {
    "welcome": "01-willkommen.md",
    "plan": "02-planen.md",
    "write": "03-schreiben.md",
    "record": "04-aufnehmen.md",
    "review": "05-pruefen.md",
    "publish": "06-veroeffentlichen.md",
    "results": "06b-ergebnisse.md",
    "people": "07-menschen.md",
    "settings": "08-einstellungen.md",
    "no_library": "09-wenn-etwas-klemmt.md",
}
NO_PLACE_OF_ITS_OWN = {"nothing_open"}
"""Stands in for a page that needs a production; its two sentences say all."""

_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
_KEY_TABLE = re.compile(r"^\| Taste \| .*\n\|[-|]+\n((?:\|.*\n)+)", re.MULTILINE)


def text_of(chapter: Path) -> str:
    return chapter.read_text(encoding="utf-8")


def named_pictures() -> set[Path]:
    return {HANDBOOK / to for chapter in CHAPTERS for _, to in _PICTURE.findall(text_of(chapter))}


def keys_in_settings() -> dict[str, set[str]]:
    """Each key of the settings page with everything it is said to do, in German."""
    from skriptstudio.messages.catalogue import Speaker
    from skriptstudio.ui.pages.settings.keys import key_groups

    known: dict[str, set[str]] = {}
    for _, keys in key_groups(Speaker("de").say):
        for key, what in keys:
            known.setdefault(key, set()).add(what)
    return known


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.name)
def test_a_chapter_is_short_and_its_pictures_are_there_and_described(chapter: Path) -> None:
    text = text_of(chapter)
    assert len(text.splitlines()) <= MOST_LINES
    for words, to in _PICTURE.findall(text):
        assert len(words) > 10, f"{to} needs a description"
        picture = HANDBOOK / to
        assert picture.is_file(), to
        assert picture.stat().st_size < MOST_BYTES, to
        assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.name)
def test_links_between_chapters_work(chapter: Path) -> None:
    links = _LINK.findall(text_of(chapter))
    assert links
    for to in links:
        assert (HANDBOOK / to).is_file(), to


def test_the_contents_name_every_chapter() -> None:
    assert {HANDBOOK / to for to in _LINK.findall(text_of(HANDBOOK / "README.md"))} == set(CHAPTERS) - {
        HANDBOOK / "README.md"
    }


def test_no_picture_lies_there_unused() -> None:
    assert set((HANDBOOK / "bilder").glob("*")) == named_pictures()


def test_every_page_has_a_chapter() -> None:
    from skriptstudio.ui.navigation import PAGES

    assert set(PAGES) - NO_PLACE_OF_ITS_OWN == set(CHAPTER_OF_PAGE)
    for name in CHAPTER_OF_PAGE.values():
        assert (HANDBOOK / name) in CHAPTERS


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.name)
def test_keys_do_what_the_settings_page_says(chapter: Path) -> None:
    known = keys_in_settings()
    for table in _KEY_TABLE.findall(text_of(chapter)):
        for line in table.splitlines():
            key, what = (cell.strip() for cell in line.strip("|").split("|"))
            assert what in known.get(key, set()), f"{key}: {what}"


def test_all_keys_of_the_settings_page_stand_in_the_chapter_of_their_place() -> None:
    from skriptstudio.messages.catalogue import Speaker
    from skriptstudio.ui.pages.settings.keys import key_groups

    say = Speaker("de").say
    chapters = {
        say("Everywhere"): "README.md",
        say("Plan"): "02a-der-plan.md",
        say("Write"): CHAPTER_OF_PAGE["write"],
        say("Record"): CHAPTER_OF_PAGE["record"],
        say("Review"): CHAPTER_OF_PAGE["review"],
        say("Publish"): CHAPTER_OF_PAGE["publish"],
    }
    for place, keys in key_groups(say):
        text = text_of(HANDBOOK / chapters[place])
        for key, what in keys:
            assert f"| {key} | {what} |" in text, place
