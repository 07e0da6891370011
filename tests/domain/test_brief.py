"""A script grows from answers, and keeps what somebody wrote."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.brief import MAX_ANSWER_CHARS, QUESTIONS, Brief, Question, grown
from skriptstudio.domain.script import Section, SectionKind

TITLE = "Mein Büro hat heute keine Wände"
EMPTY = [Section(kind.value, kind, "") for kind in SectionKind]


def texts(parts: list[Section]) -> list[str]:
    return [part.text for part in parts]


def answered(parts: list[Section], brief: Brief, question: Question, text: str) -> tuple[list[Section], Brief]:
    after = brief.with_answer(question, text)
    return grown(parts, brief, after, TITLE), after


def test_answers_become_the_script() -> None:
    parts, brief = EMPTY, Brief()
    for question, text in (
        (Question.AUDIENCE, "Meine Nichte"),
        (Question.ONLY_HERE, "Wir messen im Moor"),
        (Question.VALUE, "Danach weißt du, was Vermesser tun."),
        (Question.ACTION, "Komm vorbei!"),
    ):
        parts, brief = answered(parts, brief, question, text)
    assert texts(parts) == [
        "Mein Büro hat heute keine Wände.",
        "Danach weißt du, was Vermesser tun.",
        "Wir messen im Moor.",
        "Komm vorbei!",
    ]


def test_another_answer_takes_the_place_of_the_first_one() -> None:
    parts, brief = answered(EMPTY, Brief(), Question.VALUE, "Erst")
    parts, brief = answered(parts, brief, Question.VALUE, "Erst dies.")
    parts, _ = answered(parts, brief, Question.VALUE, "")
    assert texts(parts) == ["Mein Büro hat heute keine Wände.", "", "", ""]


@pytest.mark.parametrize("name", ["hook", "value", "beat", "cta"])
def test_what_somebody_wrote_stays(name: str) -> None:
    parts = [replace(part, text="Meins.") if part.name == name else part for part in EMPTY]
    brief = Brief()
    for question in QUESTIONS:
        parts, brief = answered(parts, brief, question, "Etwas anderes")
    assert next(part.text for part in parts if part.name == name) == "Meins."


@given(st.lists(st.tuples(st.sampled_from(QUESTIONS), st.text(max_size=40)), max_size=12))
def test_the_way_to_the_answers_makes_no_difference(changes: list[tuple[Question, str]]) -> None:
    parts, brief = answered(EMPTY, Brief(), Question.AUDIENCE, "x")
    for question, text in changes:
        parts, brief = answered(parts, brief, question, text)
    straight, _ = answered(EMPTY, Brief(), Question.AUDIENCE, "x")
    assert parts == grown(straight, Brief(audience="x"), brief, TITLE)


@given(st.text())
def test_an_answer_is_one_line_of_a_bounded_length(text: str) -> None:
    kept = Brief().with_answer(Question.SHARE, text).share
    assert len(kept) <= MAX_ANSWER_CHARS
    assert kept == " ".join(kept.split(" "))
    assert "\n" not in kept


def test_it_is_asked_on_where_the_answers_end() -> None:
    brief = Brief()
    for at, question in enumerate(QUESTIONS):
        assert brief.first_open is question
        assert brief.is_begun == bool(at)
        brief = brief.with_answer(question, "etwas")
    assert brief.first_open is QUESTIONS[-1]
