"""The whole way in a real window on a screen of 1366x768, mouse first."""

from pathlib import Path

import pytest
from tests.window.walk import OUTPUT, comes_from_nothing_to_a_package, walked

from skriptstudio.documents.scripts import ScriptFiles

pytestmark = pytest.mark.qt


@pytest.mark.timeout(300)
def test_a_new_user_comes_from_nothing_to_a_package(tmp_path: Path) -> None:
    comes_from_nothing_to_a_package("mouse", tmp_path)


def test_a_word_file_is_imported_and_three_hints_are_mended(tmp_path: Path) -> None:
    result = walked("script", tmp_path)
    read = ScriptFiles().read_all(Path(result["film"]))
    texts = [section.text for section in read.sections]
    assert texts[0] == "Mein Büro hat heute keine Wände."
    assert texts[1:4] == [
        "Du siehst, was wir bei der Arbeit messen.",
        "Das Gerät misst genau. Das ist wichtig.",
        "Unsere Beschäftigten tragen das Stativ.",
    ]
    assert [section.picture for section in read.sections if section.picture] == [
        "Stativ im Feld",
        "Gerät ganz nah",
        "Logo",
    ]
    assert (OUTPUT / "script" / "steps.log").is_file()
    assert len(list((OUTPUT / "script").glob("*.png"))) >= 7
