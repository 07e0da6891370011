"""Kinds of hooks and calls to action: the shipped ones, a house's own, and what is said about a wrong line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skriptstudio.content import calls, hook_types
from skriptstudio.content.calls import load_calls
from skriptstudio.content.hook_types import load_hook_types
from skriptstudio.content.json_lines import line_of
from skriptstudio.domain.errors import BrokenRecord
from skriptstudio.domain.script import Section, SectionKind
from skriptstudio.language.coach import GermanCoach

OWN = {"key": "turm", "name": "Turm", "formula": "Von oben.", "examples": ["Von hier sehe ich alles."], "heed": ""}


def write(path: Path, value: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


@pytest.fixture
def own_types(tmp_path: Path) -> Callable[..., Path]:
    def make(**changes: Any) -> Path:
        write(tmp_path / hook_types.HOUSE_FILE, {"source": "Haus", "types": [OWN | changes]})
        return tmp_path

    return make


def test_all_kinds_of_the_field_guide_are_there_with_examples() -> None:
    types = load_hook_types()
    assert len(types) == 16
    assert all(one.formula and len(one.examples) >= 2 for one in types)


@pytest.mark.parametrize("hook", [example for one in load_hook_types() for example in one.examples])
def test_the_examples_are_good_hooks_themselves(hook: str) -> None:
    found = GermanCoach().advise([Section("hook", SectionKind.HOOK, hook)]).sections[0]
    assert [remark.code for remark in found.remarks] in ([], ["hook_long"])
    assert found.syllables < 17


@pytest.mark.parametrize("call", [one.text for one in load_calls()])
def test_the_calls_are_good_calls_themselves(call: str) -> None:
    assert not GermanCoach().advise([Section("cta", SectionKind.CTA, call)]).sections[0].remarks


def test_a_house_puts_its_own_before_them(own_types: Callable[..., Path]) -> None:
    library = own_types()
    write(library / calls.HOUSE_FILE, {"source": "Haus", "calls": [{"name": "Turm", "text": "Komm hoch."}]})
    assert [one.key for one in load_hook_types(library)][:2] == ["house-turm", "klischee"]
    assert load_calls(library)[0].text == "Komm hoch."
    assert load_calls(library)[1:] == load_calls()


@pytest.mark.parametrize(
    ("changes", "place", "line"),
    [
        ({"name": ""}, "types[0].name", 6),
        ({"examples": []}, "types[0].examples", 8),
        ({"examples": ["", "B"]}, "types[0].examples", 8),
        ({"colour": "red"}, "types[0].colour", 12),
    ],
)
def test_a_wrong_field_is_named_with_file_and_line(
    own_types: Callable[..., Path], changes: dict[str, Any], place: str, line: int
) -> None:
    library = own_types(**changes)
    with pytest.raises(BrokenRecord) as caught:
        load_hook_types(library)
    assert caught.value.path == str(library / hook_types.HOUSE_FILE)
    assert caught.value.reason.startswith(f"{place}: ")
    assert caught.value.reason.endswith(f"(line {line})")


@pytest.mark.parametrize(
    ("wanted", "line"),
    [("", 1), ("a", 2), ("b", 3), ("b[0]", 4), ("b[1].c", 7), ("b[1].d", 8), ("b[1].missing", 6), ("z", 1)],
)
def test_lines_of_json_are_found_by_the_path(wanted: str, line: int) -> None:
    text = '{\n"a": "x, {y} \\" [z]",\n"b": [\n1,\n\n{\n"c": true,\n"d": {}\n}\n]\n}'
    json.loads(text)
    assert line_of(text, wanted) == line
