"""German and English are complete: no text of the program lacks its translation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, get_origin, get_type_hints

import polib
import pytest

from skriptstudio.cli.tree import WORDS
from skriptstudio.domain import errors
from skriptstudio.domain.assets import asset
from skriptstudio.domain.camera_check import CameraFinding
from skriptstudio.domain.caption_edits import CueWarning
from skriptstudio.domain.channel_register import Duty
from skriptstudio.domain.comparison import Trait
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.goals import TARGETS, Gap, Standing
from skriptstudio.domain.guideline import Light
from skriptstudio.domain.idea_pool import GATE, SPARKS
from skriptstudio.domain.people import Hat, Scope
from skriptstudio.domain.plan_book import LeaveKind
from skriptstudio.domain.plan_outlook import Heed
from skriptstudio.domain.points import Point
from skriptstudio.domain.production import Decision, State
from skriptstudio.domain.result_table import Unmatched
from skriptstudio.domain.results import Measure, Moment
from skriptstudio.domain.rhythm import Level
from skriptstudio.domain.take import TakeFinding
from skriptstudio.domain.tidy import TidyKind
from skriptstudio.messages import caption_words, check_words, dates, people_words, plan_words, result_words, words
from skriptstudio.messages import errors as sentences
from skriptstudio.messages.catalogue import Speaker

SOURCE = Path(words.__file__).parents[1]
TRANSLATING = {"say", "translate"}
DESCRIBING = {"add", "group"}
FIELD = re.compile(r"\{(\w+)[^}]*\}|%\((\w+)\)[sdr]|%[sdr]")

ARGPARSE = (
    "usage: ",
    "positional arguments",
    "options",
    "show this help message and exit",
    "show program's version number and exit",
    "the following arguments are required: %s",
    "unrecognized arguments: %s",
    "argument %(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "invalid %(type)s value: %(value)r",
    "expected one argument",
)
"""argparse's own texts that our users can meet."""


def test_every_text_in_the_code_has_a_german_translation() -> None:
    german = _german()
    missing = sorted({text for text in _all_texts() if not german.get(text)})
    assert not missing


def test_the_catalogue_holds_nothing_that_the_program_never_says() -> None:
    assert sorted(set(_german()) - set(_all_texts())) == []


def test_translations_keep_every_field_of_the_original() -> None:
    for original, german in _german().items():
        assert set(FIELD.findall(german)) <= set(FIELD.findall(original)), original


def test_every_error_has_a_sentence_and_a_way_out() -> None:
    codes = {error.code for error in _error_classes()}
    assert codes <= set(sentences.ERRORS)
    assert all(message and hint for message, hint in sentences.ERRORS.values())


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_error_can_be_said_with_its_own_fields(language: str) -> None:
    for error_class in _error_classes():
        if error_class is errors.Cancelled:
            continue
        kinds = get_type_hints(error_class).items()
        fields = {name: _sample(kind) for name, kind in kinds if get_origin(kind) is not ClassVar}
        if error_class is errors.FourEyes:
            fields["role"] = "author"
        if error_class is errors.SlotTaken:
            fields["day"] = "2026-12-03"
        said = sentences.sentence(error_class(**fields), Speaker(language))
        assert "{" not in said.message + said.hint


def test_every_code_of_the_domain_has_a_name() -> None:
    assert {state.value for state in State} == set(words.STATES)
    assert {hat.value for hat in Hat} == set(words.HATS)
    assert {finding.value for finding in TakeFinding} == set(words.TAKE_FINDINGS)
    assert {finding.value for finding in CameraFinding} == set(words.CAMERA_FINDINGS)
    assert {warning.value for warning in CueWarning} == set(caption_words.CUE_WARNINGS)
    assert {point.value for point in Point} == set(check_words.POINTS) == set(check_words.REASONS)
    assert {decision.value for decision in Decision} == set(check_words.DECISIONS)
    assert {scope.value for scope in Scope} == set(people_words.SCOPES)
    assert {moment.value for moment in Moment} == set(result_words.MOMENTS)
    assert set(TARGETS) | {measure.value for measure in Measure} == set(result_words.MEASURES)
    assert {trait.value for trait in Trait} == set(result_words.TRAITS)
    assert {standing.value for standing in Standing} == set(result_words.STANDINGS)
    assert {gap.value for gap in Gap} == set(result_words.GAPS)
    assert {duty.value for duty in Duty} == set(result_words.DUTIES)
    assert {reason.value for reason in Unmatched} == set(result_words.LEFT)
    assert {light.value for light in Light} == set(result_words.LIGHTS)
    assert set(Level) == set(plan_words.LEVELS) == set(plan_words.PACES)
    assert (set(LeaveKind), set(Heed)) == (set(plan_words.LEAVES), set(plan_words.HEEDS))
    assert (set(GATE), set(SPARKS)) == (set(plan_words.GATE_QUESTIONS), set(plan_words.SPARK_WAYS))
    assert {kind.value for kind in TidyKind} == set(caption_words.TIDY_KINDS)


def test_an_empty_text_stays_empty() -> None:
    assert Speaker("de").say("") == ""


def test_germans_read_a_decimal_comma() -> None:
    assert words.check_text("loudness", "-14.0 LUFS", Speaker("de")) == "Lautheit -14,0 LUFS"
    assert words.check_text("loudness", "-14.0 LUFS", Speaker("en")) == "Loudness -14.0 LUFS"


def _sample(kind: object) -> object:
    return {"int": 7, "float": 1.5, "tuple[str, ...]": ("eins", "zwei")}.get(
        str(getattr(kind, "__name__", kind)), "eins"
    )


def _error_classes() -> Iterator[type[SkriptStudioError]]:
    for value in vars(errors).values():
        if isinstance(value, type) and issubclass(value, SkriptStudioError) and value.code != SkriptStudioError.code:
            yield value


def _german() -> dict[str, str]:
    entries = [entry for path in sorted(asset("locale/de").glob("*.po")) for entry in polib.pofile(str(path))]
    german = {entry.msgid: entry.msgstr for entry in entries}
    assert all(german[entry.msgid] == entry.msgstr for entry in entries), "one text, two translations"
    return german


def _all_texts() -> list[str]:
    pairs = (sentences.ERRORS, words.ROOM_TOPICS, words.ROOM_REMARKS)
    texts = [text for table in pairs for pair in table.values() for text in pair]
    texts += [
        *sentences.FOUR_EYES_ROLES.values(),
        sentences.KEPT_ON_SCREEN,
        sentences.ANY_CHANNEL,
        sentences.NOBODY_KNOWN,
        *ARGPARSE,
    ]
    texts += sentences.WINDOW_HINTS.values()
    for table in (
        sentences.TABLE_REASONS,
        result_words.MOMENTS,
        result_words.MEASURES,
        result_words.TRAITS,
        result_words.STANDINGS,
        result_words.GAPS,
        result_words.DUTIES,
        result_words.LIGHTS,
        result_words.LEFT,
    ):
        texts += table.values()
    texts += [*plan_words.LEVELS.values(), *plan_words.PACES.values(), *plan_words.LEAVES.values()]
    texts += [*plan_words.HEEDS.values(), *plan_words.GATE_QUESTIONS.values()]
    texts += [text for pair in plan_words.SPARK_WAYS.values() for text in pair]
    for table in (words.STATES, words.HATS, words.TURNS, words.PARTS, words.BESIDE, words.KINDS, words.PLACES):
        texts += table.values()
    for table in (check_words.POINTS, check_words.ANSWERS, check_words.DECISIONS, check_words.REASONS):
        texts += table.values()
    texts += [*dates.MONTHS, *dates.WEEKDAYS]
    texts += [*people_words.LEFT.values(), *people_words.SCOPES.values()]
    for table in (caption_words.CUE_WARNINGS, caption_words.TIDY_KINDS):
        texts += table.values()
    for table in (
        words.TAKE_FINDINGS,
        words.CAMERA_FINDINGS,
        words.SCRIPT_FINDINGS,
        words.SCRIPT_TITLES,
        words.CHECKS,
        words.STAGES,
    ):
        texts += table.values()
    texts += [word.description for word in WORDS.values()]
    for path in SOURCE.rglob("*.py"):
        texts += _spoken(ast.parse(path.read_text(encoding="utf-8")), path.parent.name == "cli")
    return texts


def _spoken(tree: ast.AST, describes: bool) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, (ast.Attribute, ast.Name)):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
        place = 0 if name in TRANSLATING else 1 if describes and name in DESCRIBING else None
        if place is not None and len(node.args) > place and isinstance(node.args[place], ast.Constant):
            value = node.args[place].value  # type: ignore[attr-defined]
            if isinstance(value, str) and value:
                yield value
